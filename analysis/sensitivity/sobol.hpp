#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/interval.hpp"
#include "analysis/sensitivity/factor.hpp"

namespace analysis {

/// How the answer's variance is shared out.
struct SobolOptions {
  Question question;
  std::uint32_t rows = 1024;       ///< N, best a power of two
  std::uint32_t replications = 2;  ///< at each point; from 2 on the intervals know of the simulation's chance
  double confidence = 0.95;        ///< of each interval by itself
  std::uint32_t resamples = 1000;  ///< of the bootstrap over rows
  std::uint64_t seed = 1;          ///< of points and bootstrap
};

/// A factor's shares of the variance of the answer's expectation when all factors are uniform on their ranges.
struct SobolIndex {
  std::size_t factor = 0;
  Figure first;  ///< S: what would go if this factor alone were known
  Figure total;  ///< S_T: what would be left if all others were known
};

/// All shares.
struct SobolIndices {
  double mean = absent;       ///< of the answer over the factors' ranges
  double deviation = absent;  ///< of the answer's expectation over them
  std::vector<SobolIndex> factors;
};

/// Sobol' indices by variance: S_i = mean(f_B (f_ABi − f_A))/V (Saltelli et al. 2010, Computer Physics Communications
/// 181, 259), S_Ti = mean((f_A − f_ABi)²)/2V (Jansen 1999, ibid. 117, 35), with f centered, V the variance over the 2N
/// points A and B, and the points scrambled Sobol' ones. Cost N(k + 2) points.
///
/// All points run the same replications. What chance adds to f at each point by itself would inflate V and every S_T;
/// it falls as 1/R, so the jackknife over replications, θ_J = Rθ − (R−1) mean θ_(−r), takes it away from numerators and
/// V exactly, and its pseudo-values give the variance that chance leaves in their ratio. The interval adds to this the
/// variance of a bootstrap over rows, which overstates the error of Sobol' points, at 64 rows two to four times:
/// ± √(z² Var_rows + t(R−1)² Var_J). With one replication the indices are those of this replication. An answer that does not vary, or no more
/// than chance makes it, has no indices.
SobolIndices sobol(Experiment& experiment, std::span<const Factor> factors, const SobolOptions& options);

}  // namespace analysis
