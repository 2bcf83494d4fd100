#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "app/exit_code.hpp"
#include "app/options.hpp"
#include "app/select.hpp"

namespace app {

/// `measure` stands aside: the plan says what is wanted. `replications`: fresh ones for the figures of a plan.
struct StaffOptions : AnalysisOptions {
  bool quick = false;            ///< formulas only
  std::optional<double> budget;  ///< in place of the plan's [money a month]
  std::optional<Amount> delta;   ///< difference that is too small to matter; nothing: `delta_of_staff` of the objective
  std::optional<std::chrono::seconds> time_limit;  ///< of the whole command
  std::uint64_t max_replications = 16'000;         ///< of the search for each department's plan
};

inline constexpr std::uint32_t final_of_staff = 400;
inline constexpr double delta_of_staff = 0.02;

/// Finds how many people each role needs in which month.
ExitCode staff(const StaffOptions& options);

}  // namespace app
