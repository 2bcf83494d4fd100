#pragma once

#include <cstdint>
#include <string>

#include "app/exit_code.hpp"
#include "app/options.hpp"

namespace app {

inline constexpr std::uint32_t most_cells_across = 100;
inline constexpr std::uint32_t replications_of_cell = 80;
inline constexpr std::uint32_t most_map_replications = 100'000'000;

/// `replications`: of a department in a cell, at most.
struct MapOptions : AnalysisOptions {
  std::string x;  ///< `path=low..high` or `path`
  std::string y;  ///< the same
  std::uint32_t columns = 20;
  std::uint32_t rows = 20;
  std::uint32_t max_replications = 10'000;  ///< of all cells and departments
};

/// Draws which department is the best at which values of two paths.
ExitCode map(const MapOptions& options);

}  // namespace app
