#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/absent.hpp"
#include "analysis/sample.hpp"

namespace analysis {

/// How the replications' own values of a measure are spread: how many lie in each of some bins of equal width.
///
/// Bin b counts from + b × width ≤ value < from + (b + 1) × width, the last one its upper end too. Where all values are
/// the same there is one bin of no width.
struct Distribution {
  double from = absent;               ///< lower end of the first bin; absent where no replication has a value
  double width = 0;                   ///< of each bin
  std::vector<std::uint32_t> counts;  ///< replications in each bin
};

/// The distributions of several samples of one measure in bins that all of them share, so that they can be laid over
/// each other: 4 ∛n bins, at most 60, of the largest n (twice as many as Rice's rule, because the range is that of
/// all). Replications without a value are left out.
std::vector<Distribution> distributions(std::span<const Sample> samples);

}  // namespace analysis
