#include "analysis/pooled_quantile.hpp"

#include <cmath>
#include <vector>

namespace analysis {

PooledQuantile pooled_quantile(const Series& series, double confidence) {
  PooledQuantile result;
  sim::PooledHistogram pooled;
  for (std::size_t i = 0; i < series.size(); ++i) pooled.add(series.histogram(i));
  if (pooled.total() == 0) return result;
  const double unit = series.measure().histogram_unit;
  const double p = series.measure().probability;
  const double quantile = pooled.quantile(p);
  result.value = quantile / unit;

  std::vector<double> below(series.size());
  std::vector<double> counts(series.size());
  Moments numerator;
  Moments denominator;
  for (std::size_t i = 0; i < series.size(); ++i) {
    const sim::Histogram::Compact& histogram = series.histogram(i);
    below[i] = sim::PooledHistogram::count_below(histogram, quantile);
    double all = 0;
    for (const std::uint32_t count : histogram.counts) all += count;
    counts[i] = all;
    numerator.add(below[i]);
    denominator.add(counts[i]);
  }
  const double share = numerator.mean() / denominator.mean();
  Moments linearised;
  for (std::size_t i = 0; i < series.size(); ++i) {
    const double residual = below[i] - share * counts[i];
    linearised.add(std::fabs(residual) <= 1e-13 * counts[i] ? 0 : residual / denominator.mean());
  }
  result.skewness = linearised.skewness();
  result.interval = interval_around(p, linearised, confidence);
  const double from = result.interval.low;
  const double to = result.interval.high;
  result.interval.low = from == p ? result.value : from > 0 ? pooled.quantile(from) / unit : absent;
  result.interval.high = to == p ? result.value : to < 1 ? pooled.quantile(to) / unit : absent;
  return result;
}

}  // namespace analysis
