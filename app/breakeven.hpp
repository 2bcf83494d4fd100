#pragma once

#include <cstdint>
#include <string>

#include "app/exit_code.hpp"
#include "app/options.hpp"

namespace app {

inline constexpr std::uint32_t replications_of_breakeven = 100;

struct BreakevenOptions : AnalysisOptions {
  std::string range;  ///< `path=low..high` or `path`
};

/// Finds the values of a path at which the best department changes.
ExitCode breakeven(const BreakevenOptions& options);

}  // namespace app
