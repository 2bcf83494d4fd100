#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/sample.hpp"

namespace analysis {

/// How sure it is that a system has the best mean, and what it would cost to choose it.
struct ChanceOfBest {
  double share = absent;  ///< of the resamples in which it has the best mean; shares of all systems add up to 1
  double regret = absent;  ///< expected opportunity cost: mean over resamples of (best mean − its mean), at least 0, in
                           ///< the measure's unit
};

/// Options of the bootstrap.
struct BootstrapOptions {
  std::uint32_t resamples = 10'000;  ///< at least 1
  std::uint64_t seed = 1;            ///< of the resamples; the answer depends on it by ±√(p(1−p)/resamples)
};

/// Chance of each system to have the best mean, by bootstrap of whole replications: B times n replications are drawn
/// with replacement, the same for all systems, and the means (ratios: of sums) are ranked. k systems that tie count
/// 1/k. It asks who is best in the long run; `Comparison::best` asks who wins a single run. Samples of quantiles take
/// part with the replications' own quantiles, and replications in which one of the systems has no value are left out,
/// as is a system without an estimate (`Panel`). With less than two replications, which tell nothing of chance, all is absent.
/// Costs O(B n k).
std::vector<ChanceOfBest> chance_of_best(std::span<const Sample> samples, bool larger_is_better,
                                         const BootstrapOptions& options = {});

}  // namespace analysis
