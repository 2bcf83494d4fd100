#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/format/node.hpp"
#include "scenarios/format/read.hpp"

namespace scenarios {

/// A figure and the ends between which it is believed to lie, as written.
struct WrittenBelief {
  std::string path;
  std::string low;
  std::string high;
};

/// A scenario that is wanted many times, each time with other values at some paths: its file is read once.
class Variants {
 public:
  /// Reads a file, or a text that is called `name`, with the values of `sets` in place of its own. Throws
  /// sim::InputError.
  static Variants of_file(const std::string& path, const std::vector<std::string>& sets = {});
  static Variants of_text(std::string_view text, const std::string& name, const std::vector<std::string>& sets = {});

  /// The scenario as it is.
  const Loaded& loaded() const { return loaded_; }
  /// The scenario with further values set, each `path=value`. Throws sim::InputError as a wrong `--set` does. May be
  /// called from several threads at once.
  models::Scenario with(const std::vector<std::string>& more) const;
  /// The single number or quantity at a path as it is written, that of a belief without what is believed; nothing where
  /// there is none.
  std::optional<std::string> written(const std::string& path) const;
  /// The file with all that it extends as one text that stands for itself, without the values of `sets`: the same values
  /// set on what is read from it give the same scenario.
  std::string text() const;
  /// Every figure that is believed to lie between two ends, in the order of the file, at the path where that is
  /// written: a belief of `role_defaults` once, however many roles it concerns.
  std::vector<WrittenBelief> beliefs() const;

 private:
  Variants(std::optional<Node> root, const std::vector<std::string>& sets, class Collector& problems);

  Node root_;
  std::vector<std::string> sets_;
  Loaded loaded_;
};

/// A number with what stands behind it in a scenario file: `900 / mo` is 900 and ` / mo`.
struct Quantity {
  double number = 0;
  std::string unit;  ///< with the blanks before it
};

/// Reads a quantity; nothing where a text does not begin with a number.
std::optional<Quantity> quantity_of(std::string_view text);
/// Writes it so that it reads back to the same number.
std::string quantity_text(double number, const std::string& unit);

/// Two ends of a range in one unit.
struct Range {
  double low = 0;
  double high = 0;
  std::string unit;
  std::optional<double> base;  ///< the value between them, where it is known and in the same unit
};

/// A range from the texts of its ends, `low` first, and of a value in it, all in the unit of the low end. Shares in
/// percent and without it, units of clock and calendar time, and rates by them are converted into each other; open
/// hours and days are not. Nothing where an end is no quantity or they do not fit.
std::optional<Range> range_of(std::string_view low, std::string_view high, const std::optional<std::string>& base);

}  // namespace scenarios
