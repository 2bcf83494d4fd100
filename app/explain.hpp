#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/exit_code.hpp"
#include "app/options.hpp"

namespace app {

inline constexpr std::uint32_t replications_of_explanation = 50;

struct ExplainOptions : AnalysisOptions {
  /// Names of two departments, the one to start from first; none: the two that there are.
  std::vector<std::string> pair;
};

/// Takes the difference of the second department to the first one apart into what mechanisms add.
ExitCode explain(const ExplainOptions& options);

}  // namespace app
