#pragma once

#include "analysis/interval.hpp"
#include "analysis/series.hpp"

namespace analysis {

/// The quantile of all replications' histograms together, and its interval.
struct PooledQuantile {
  double value = absent;  ///< in the measure's unit; absent if nothing was counted
  double skewness = 0;    ///< of the linearised share below the value
  MeanInterval interval;  ///< in the measure's unit; an end beyond what was seen is absent
};

/// Pooled quantile with Woodruff's interval (1952, JASA 47, 635).
///
/// q̂ = the value below which a share p of all counts lies. With y_i = counts of replication i below q̂ and x_i = its
/// counts, the share F̂(q̂) = Σy/Σx is a ratio of expectations, so an interval [p₁, p₂] of it about p follows by the
/// delta method with replications as the independent units, however dependent the counts within one are; the pooled
/// quantiles at p₁ and p₂ are the interval's ends. p₁ <= 0 or p₂ >= 1 leave that end absent.
PooledQuantile pooled_quantile(const Series& series, double confidence);

}  // namespace analysis
