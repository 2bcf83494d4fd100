#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "app/messages/language.hpp"
#include "sim/problem.hpp"

namespace app {

/// A problem as a line for people: `file:line:column: path: what is wrong, what is allowed, did you mean …`. A warning
/// says that it is one. Parts of the place that are not known are left out.
std::string text_of(const sim::Problem& problem, Language language);

/// One line per problem, each with its end.
std::string text_of(const sim::Problems& problems, Language language);

/// The words for one kind of problem, in both languages. `{0}` is the first argument of the code, and so on.
struct ProblemWords {
  std::string_view code;
  std::string_view english;
  std::string_view russian;
};

/// The whole catalogue, in the order of scenarios::codes.
std::span<const ProblemWords> problem_words();

/// The words for what a key takes (scenarios::forms) and for what stands in a file (scenarios::types).
std::span<const ProblemWords> form_words();
std::span<const ProblemWords> type_words();

}  // namespace app
