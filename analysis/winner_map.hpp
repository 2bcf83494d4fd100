#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/absent.hpp"
#include "analysis/sensitivity/factor.hpp"

namespace analysis {

/// How a map is drawn.
struct MapOptions {
  std::size_t x = 0;              ///< number of the factor across
  std::size_t y = 1;              ///< number of the factor up, another one
  std::size_t columns = 20;       ///< values of x, at least 2
  std::size_t rows = 20;          ///< values of y, at least 2
  std::uint32_t first = 10;       ///< replications at the first look at a cell, at least 2
  std::uint32_t most = 80;        ///< replications at the last
  std::uint64_t budget = 10'000;  ///< replications in all, over cells and systems
  double confidence = 0.95;       ///< of each resolved cell by itself
  bool larger_is_better = true;
};

/// One cell: a point of the grid.
struct MapCell {
  std::size_t best = 0;            ///< system with the best mean here
  bool resolved = false;           ///< no other system may be the best
  bool simulated = false;          ///< otherwise told from the cells around it
  std::uint32_t replications = 0;  ///< of each system here
  std::vector<double> means;       ///< by system; interpolated where not simulated
};

/// Who wins where, by two factors, the others at their base.
struct WinnerMap {
  std::vector<double> x;       ///< values across
  std::vector<double> y;       ///< values up
  std::vector<MapCell> cells;  ///< [row * columns + column]
  std::size_t simulated = 0;   ///< cells
  std::uint64_t spent = 0;     ///< replications
  bool exhausted = false;      ///< the budget ended before every cell had its verdict
};

/// Replications that the first look at every fourth cell takes of so many systems; a smaller budget draws no map.
std::uint64_t least_budget(const MapOptions& options, std::size_t systems);

/// Draws the map where it pays: a coarse grid first, then only blocks whose corners do not agree.
///
/// Every fourth cell each way is simulated, on the same replications everywhere. A block whose four corners are
/// resolved for the same system is taken to be that system's throughout (what is smaller than a block can be missed);
/// any other is halved both ways, until blocks are cells. Cells are looked at after `first`, 2 × `first`, 4 × `first` …
/// `most` replications: two looks while blocks are halved, the others, for cells still open, when that is done and as
/// long as the budget lasts. A look resolves a cell if `compare_with_best` (Bonferroni) leaves one system possible at
/// confidence 1 − α/looks, so looking repeatedly is paid for; systems without any value there take no part. Cells that
/// the budget did not reach are told from the block around them, unresolved. Throws as `Experiment::extend`.
WinnerMap winner_map(Experiment& experiment, std::span<const Factor> factors, const MapOptions& options);

}  // namespace analysis
