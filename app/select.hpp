#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/amount.hpp"
#include "app/exit_code.hpp"
#include "app/options.hpp"

namespace app {

/// `replications`: of each candidate before any is dropped.
struct SelectOptions : AnalysisOptions {
  std::optional<Amount> delta;      ///< difference that is too small to matter
  std::vector<std::string> varied;  ///< each `path=value,value,…`
  std::uint32_t max_replications = 100'000;
};

inline constexpr std::uint32_t first_of_selection = 20;

/// Selects the best of departments, with all combinations of the values that are tried.
ExitCode select(const SelectOptions& options);

}  // namespace app
