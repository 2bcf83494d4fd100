#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace app {

/// Thrown where the command line cannot be followed: everything that is wrong with it, in words, a sentence each.
class Refused : public std::runtime_error {
 public:
  explicit Refused(std::vector<std::string> complaints)
      : std::runtime_error("refused"), complaints_(std::move(complaints)) {}
  const std::vector<std::string>& complaints() const { return complaints_; }

 private:
  std::vector<std::string> complaints_;
};

}  // namespace app
