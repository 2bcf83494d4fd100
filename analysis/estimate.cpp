#include "analysis/estimate.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "analysis/interval.hpp"
#include "analysis/moments.hpp"
#include "analysis/order_statistic.hpp"
#include "analysis/pooled_quantile.hpp"

namespace analysis {
namespace {

void take(Estimate& result, const MeanInterval& interval) {
  result.low = interval.low;
  result.high = interval.high;
  result.skewed = interval.skewed;
  result.uncorrected = interval.uncorrected;
}

/// Fills sd and the quantiles; reorders the values, which must all be known.
void spread(Estimate& result, std::vector<double>& values) {
  if (values.empty()) return;
  Moments moments;
  for (const double value : values) moments.add(value);
  if (values.size() > 1) result.sd = moments.deviation();
  auto from = values.begin();
  for (const auto& [p, target] : {std::pair{0.05, &result.p05}, {0.5, &result.p50}, {0.95, &result.p95}}) {
    const auto place = values.begin() + static_cast<std::ptrdiff_t>(quantile_rank(values.size(), p) - 1);
    std::nth_element(from, place, values.end());
    *target = *place;
    from = place;
  }
}

}  // namespace

Estimate estimate(const Series& series, double confidence) {
  Estimate result;
  if (series.size() == 0) return result;
  std::vector<double> own;
  if (series.measure().estimator == sim::Estimator::quantile) {
    const PooledQuantile pooled = pooled_quantile(series, confidence);
    result.mean = pooled.value;
    result.skewness = pooled.skewness;
    take(result, pooled.interval);
  } else {
    Linearised linearised = linearise(series);
    Moments moments;
    for (const double value : linearised.values)
      if (known(value)) moments.add(value);
    result.mean = linearised.center;
    if (known(linearised.center)) result.skewness = moments.skewness();
    take(result, interval_around(linearised.center, moments, confidence));
    own = std::move(linearised.values);
  }
  if (series.measure().estimator != sim::Estimator::mean) {
    own.clear();
    for (std::size_t i = 0; i < series.size(); ++i)
      if (const double value = series.value(i); known(value)) own.push_back(value);
    result.empty = series.size() - own.size();
  }
  spread(result, own);
  return result;
}

Estimate estimate(const Sample& sample, double confidence) {
  Estimate result;
  if (sample.size() == 0) return result;
  const Linearised linearised = linearise(sample);
  Moments moments;
  std::vector<double> own;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (known(linearised.values[i])) moments.add(linearised.values[i]);
    if (const double value = sample.value(i); known(value)) own.push_back(value);
  }
  result.mean = linearised.center;
  if (known(linearised.center)) {
    result.skewness = moments.skewness();
    take(result, interval_around(linearised.center, moments, confidence));
  }
  result.empty = sample.size() - own.size();
  spread(result, own);
  return result;
}

}  // namespace analysis
