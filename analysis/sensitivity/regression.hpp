#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/interval.hpp"
#include "analysis/sensitivity/factor.hpp"

namespace analysis {

/// How the answer is regressed on the factors.
struct RegressionOptions {
  Question question;
  std::uint32_t rows = 256;        ///< points, best a power of two, more than factors + 1
  std::uint32_t replications = 2;  ///< at each point
  double confidence = 0.95;        ///< of each interval by itself
  std::uint64_t seed = 1;          ///< of the points
};

/// What regression says of a factor.
struct RegressionEffect {
  std::size_t factor = 0;
  Figure effect;        ///< change of the answer over the factor's whole range, the measure's unit
  Figure standardised;  ///< the same in deviations of answer per deviation of factor: comparable between factors
  Figure rank;          ///< the same of ranks: right for anything monotone
};

/// All factors.
struct Regression {
  double r_squared = absent;       ///< of values; below .7 the straight line says little: read `rank`
  double rank_r_squared = absent;  ///< of ranks
  std::vector<RegressionEffect> factors;
};

/// Standardised regression coefficients (Saltelli et al., Sensitivity Analysis, 2000, ch. 6) by `least_squares` over
/// scrambled Sobol' points, each on replications of its own, so that the simulation's chance is in the residuals, and
/// the same of ranks (ties share the mean rank). Intervals: b ± t s(b) with HC3 errors, since chance need not be the
/// same everywhere, the deviations by which b is scaled taken as given. R² is of the answers as simulated: what it
/// leaves holds their chance, too. A factor that never changes has no coefficients.
Regression regress(Experiment& experiment, std::span<const Factor> factors, const RegressionOptions& options);

}  // namespace analysis
