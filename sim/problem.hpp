#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace sim {

/// Where something is wrong. `line` and `column` count from 1; 0 means that there is no such place (a command line).
struct Place {
  std::string source;  ///< a file's name as the user gave it, or `--set path=value`
  int line = 0;
  int column = 0;

  bool operator==(const Place&) const = default;
};

/// What is wrong, as data: the words for it are chosen where people read them.
struct Problem {
  std::string code;                    ///< names the kind, e.g. `unknown_key`; each has its message in one catalogue
  Place place;                         ///< where
  std::string path;                    ///< which parameter, e.g. `pipeline.meet.pass`; may be empty
  std::vector<std::string> arguments;  ///< what fills the message's places, in the order that the code documents
  bool warning = false;                ///< a warning does not keep the scenario from running
};

using Problems = std::vector<Problem>;

/// Thrown where input cannot be used; carries all problems found.
class InputError : public std::runtime_error {
 public:
  explicit InputError(Problems problems) : std::runtime_error("input has problems"), problems_(std::move(problems)) {}
  const Problems& problems() const { return problems_; }

 private:
  Problems problems_;
};

}  // namespace sim
