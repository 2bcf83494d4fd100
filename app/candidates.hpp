#pragma once

#include <string>
#include <vector>

#include "analysis/result/answers.hpp"
#include "analysis/selection.hpp"
#include "app/scenario_factory.hpp"
#include "app/subject.hpp"

namespace app {

/// Everything that may be selected: departments, each with all combinations of the values that are tried.
struct Candidates {
  std::vector<Binding> bindings;                ///< of the paths whose values are tried
  std::vector<analysis::Candidate> candidates;  ///< those of the first department first
  /// By candidate: `department`, or `department path=value path=value`.
  std::vector<std::string> names;
  /// By candidate: the values that are tried.
  std::vector<std::vector<analysis::result::SettingResult>> settings;
};

inline constexpr std::size_t most_candidates = 2000;

/// Reads `path=value,value,…` of each `--vary`. Commas in brackets, braces and quotes do not part values. A path of one
/// department's is tried with this department only. What is wrong goes to `complaints`.
Candidates candidates_of(const Subject& subject, const std::vector<std::string>& varied, Language language,
                         std::vector<std::string>& complaints);

}  // namespace app
