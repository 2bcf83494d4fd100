#include "analysis/comparison.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "analysis/holm.hpp"
#include "analysis/interval.hpp"
#include "analysis/moments.hpp"

namespace analysis {
namespace {

void take(Difference& result, const MeanInterval& interval) {
  result.low = interval.low;
  result.high = interval.high;
  result.skewed = interval.skewed;
  result.uncorrected = interval.uncorrected;
  result.resolved = interval.low > 0 || interval.high < 0;
}

Moments moments_of(const std::vector<double>& values) {
  Moments result;
  for (const double value : values)
    if (known(value)) result.add(value);
  return result;
}

/// Shares of the replications in which each system is best.
void rank(Comparison& result, std::span<const Series> systems, const ComparisonOptions& options) {
  std::size_t rows = systems.front().size();
  for (const Series& series : systems) rows = std::min(rows, series.size());
  std::vector<double> wins(systems.size(), 0.0);
  std::vector<double> values(systems.size());
  for (std::size_t i = 0; i < rows; ++i) {
    double top = absent;
    for (std::size_t s = 0; s < systems.size(); ++s) {
      values[s] = systems[s].value(i);
      if (!known(values[s])) continue;
      if (!known(top) || (options.larger_is_better ? values[s] > top : values[s] < top)) top = values[s];
    }
    if (!known(top)) continue;
    ++result.ranked;
    const double ties = static_cast<double>(std::count(values.begin(), values.end(), top));
    for (std::size_t s = 0; s < systems.size(); ++s)
      if (values[s] == top) wins[s] += 1 / ties;
  }
  const double n = static_cast<double>(result.ranked);
  for (const double won : wins) {
    const Interval interval = wilson_interval(won, n, options.confidence);
    result.best.push_back({result.ranked == 0 ? absent : won / n, interval.low, interval.high});
  }
}

}  // namespace

Difference difference(const Series& system, const Series& baseline, double confidence, bool paired) {
  const Linearised first = linearise(system);
  const Linearised second = linearise(baseline);
  Difference result;
  if (!known(first.center) || !known(second.center)) return result;
  if (!paired) {
    const Moments one = moments_of(first.values);
    const Moments other = moments_of(second.values);
    result.mean = first.center - second.center;
    result.replications = std::min(one.count(), other.count());
    result.empty = system.size() + baseline.size() - one.count() - other.count();
    take(result, welch_interval(result.mean, one, other, confidence));
    result.p_value = welch_p_value(result.mean, one, other);
    return result;
  }
  const std::size_t rows = std::min(first.values.size(), second.values.size());
  Moments one;
  Moments other;
  Moments gap;
  for (std::size_t i = 0; i < rows; ++i) {
    if (!known(first.values[i]) || !known(second.values[i])) continue;
    one.add(first.values[i]);
    other.add(second.values[i]);
    gap.add(first.values[i] - second.values[i]);
  }
  result.replications = gap.count();
  result.empty = rows - gap.count();
  if (gap.count() == 0) return result;
  const bool ratio =
      system.measure().estimator == sim::Estimator::ratio || baseline.measure().estimator == sim::Estimator::ratio;
  result.mean = ratio && first.values.size() == second.values.size() ? first.center - second.center : gap.mean();
  result.skewness = gap.skewness();
  take(result, interval_around(result.mean, gap, confidence));
  result.p_value = p_value_around(result.mean, gap);
  if (gap.count() < 2) return result;
  result.sd = gap.deviation();
  if (gap.m2() > 0) result.variance_ratio = (one.m2() + other.m2()) / gap.m2();
  if (one.m2() > 0 && other.m2() > 0) {
    double product = 0;
    for (std::size_t i = 0; i < rows; ++i)
      if (known(first.values[i]) && known(second.values[i]))
        product += (first.values[i] - one.mean()) * (second.values[i] - other.mean());
    result.correlation = std::clamp(product / (std::sqrt(one.m2()) * std::sqrt(other.m2())), -1.0, 1.0);
  }
  return result;
}

double shared_confidence(std::span<const Series> systems, const ComparisonOptions& options) {
  std::size_t others = 0;
  for (std::size_t s = 0; s < systems.size(); ++s)
    others += s != options.baseline && known(linearise(systems[s]).center) ? 1U : 0U;
  return 1 - (1 - options.confidence) / static_cast<double>(std::max<std::size_t>(1, others));
}

Comparison compare(std::span<const Series> systems, const ComparisonOptions& options) {
  assert(options.baseline < systems.size());
  Comparison result;
  result.differences.resize(systems.size());
  const double each = shared_confidence(systems, options);
  for (std::size_t s = 0; s < systems.size(); ++s)
    if (s != options.baseline)
      result.differences[s] = difference(systems[s], systems[options.baseline], each, options.paired);
  std::vector<double> p_values;
  for (const Difference& one : result.differences) p_values.push_back(one.p_value);
  const std::vector<double> adjusted = holm_adjusted(p_values);
  for (std::size_t s = 0; s < systems.size(); ++s) result.differences[s].adjusted = adjusted[s];
  rank(result, systems, options);
  return result;
}

}  // namespace analysis
