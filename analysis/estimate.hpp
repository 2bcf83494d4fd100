#pragma once

#include <cstddef>

#include "analysis/sample.hpp"
#include "analysis/series.hpp"

namespace analysis {

/// What the replications say of one measure, all in the measure's unit. What there is not is `absent`.
struct Estimate {
  double mean = absent;   ///< mean: ȳ; ratio: ȳ/x̄, a ratio of means; quantile: of the pooled histogram
  double low = absent;    ///< confidence interval of `mean`; none from a single replication
  double high = absent;   ///< its other end
  double sd = absent;     ///< standard deviation of the replications' own values: how much one run differs from another
  double p05 = absent;    ///< 5 % quantile of the replications' own values, X_(⌈np⌉): a bad (or good) run
  double p50 = absent;    ///< their median
  double p95 = absent;    ///< their 95 % quantile
  std::size_t empty = 0;  ///< replications without a value of their own (denominator 0, empty histogram): they count in
                          ///< `mean` and its interval, and are left out of sd and the quantiles [replications]
  double skewness = 0;    ///< of the linearised values that the interval rests on
  bool skewed = false;    ///< n is below 25 × skewness²: the interval may cover less than it says
  bool uncorrected = false;  ///< skewed beyond correction: a plain t interval
};

/// Estimates a measure from its replications.
///
/// Interval: `interval_around` (Student's t, corrected for skewness where needed) on the linearised values for a mean
/// or a ratio, Woodruff's for a quantile. `confidence` in (0, 1). Costs O(n).
Estimate estimate(const Series& series, double confidence);

/// The same from values that were copied out of the observations. Of a quantile they are the replications' own, so the
/// estimate is their mean with its interval, and not that of the pooled histogram.
Estimate estimate(const Sample& sample, double confidence);

}  // namespace analysis
