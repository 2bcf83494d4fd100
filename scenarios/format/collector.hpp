#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/format/node.hpp"
#include "sim/problem.hpp"

namespace scenarios {

/// Collects problems. The same problem at the same place is kept once, because a stage is read once per segment and
/// the defaults of roles once per role.
class Collector {
 public:
  /// At most so many problems are told; the last then says how many were left out.
  static constexpr std::size_t limit = 200;

  void add(std::string_view code, sim::Place place, std::string path, std::vector<std::string> arguments = {},
           bool warning = false);
  void add(std::string_view code, const Spot& spot, std::string path, std::vector<std::string> arguments = {}) {
    add(code, spot.place(), std::move(path), std::move(arguments));
  }
  void warn(std::string_view code, sim::Place place, std::string path, std::vector<std::string> arguments = {}) {
    add(code, std::move(place), std::move(path), std::move(arguments), true);
  }
  /// `unknown_key` or another code with the arguments (word, the one that was probably meant, all that are allowed).
  void unknown(std::string_view code, const Spot& spot, std::string path, std::string_view word,
               const std::vector<std::string>& allowed);

  bool failed() const { return errors_ > 0; }
  /// Whether there is a problem (not a warning) at this path or below it.
  bool failed(std::string_view path) const;
  std::size_t errors() const { return errors_; }

  /// Problems or warnings by source, line and column; sources in the order in which they were first named.
  sim::Problems problems() const { return sorted(false); }
  sim::Problems warnings() const { return sorted(true); }

 private:
  sim::Problems sorted(bool warnings) const;

  sim::Problems found_;
  std::set<std::string> seen_;
  std::size_t errors_ = 0;
};

/// A text from a file as an argument of a message: not too long, on one line.
std::string shortened(std::string_view text);

}  // namespace scenarios
