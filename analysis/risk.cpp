#include "analysis/risk.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "analysis/moments.hpp"
#include "analysis/order_statistic.hpp"
#include "analysis/quantiles.hpp"
#include "analysis/resampling.hpp"

namespace analysis {
namespace {

/// Mean of the worst `tail` of ascending losses.
double expected_loss(const std::vector<double>& sorted, double tail) {
  const double n = static_cast<double>(sorted.size());
  const std::size_t rank = quantile_rank(sorted.size(), 1 - tail);
  const double v = sorted[rank - 1];
  double beyond = 0;
  for (std::size_t i = rank; i < sorted.size(); ++i) beyond += sorted[i] - v;
  return v + beyond / (n * tail);
}

Interval asymptotic(const std::vector<double>& sorted, double tail, double center, double confidence) {
  if (sorted.size() < 2) return {};
  const double v = sorted[quantile_rank(sorted.size(), 1 - tail) - 1];
  Moments influence;
  for (const double loss : sorted) influence.add(v + std::max(0.0, loss - v) / tail);
  const double half =
      normal_quantile(1 - (1 - confidence) / 2) * influence.deviation() / std::sqrt(static_cast<double>(sorted.size()));
  return {center - half, center + half};
}

Interval bootstrapped(const std::vector<double>& sorted, const RiskOptions& options) {
  if (sorted.size() < 2) return {};
  const Resampling resampling(sorted.size(), options.seed, "value at risk");
  std::vector<double> values;
  std::vector<double> sample(sorted.size());
  std::vector<std::uint32_t> counts;
  for (std::uint32_t b = 0; b < options.resamples; ++b) {
    resampling.count(b, counts);
    std::size_t to = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i)
      for (std::uint32_t c = 0; c < counts[i]; ++c) sample[to++] = sorted[i];
    values.push_back(expected_loss(sample, options.tail));
  }
  return percentile_interval(values, options.confidence);
}

Chance chance(std::size_t successes, std::size_t n, double confidence) {
  if (n == 0) return {};
  const double s = static_cast<double>(successes);
  const double all = static_cast<double>(n);
  return {s / all, wilson_interval(s, all, confidence)};
}

}  // namespace

Risk risk_of(const Sample& sample, const RiskOptions& options) {
  constexpr double enough = 50;
  constexpr double least = 20;
  Risk result;
  const double sign = options.larger_is_better ? -1 : 1;
  std::vector<double> losses;
  std::size_t negative = 0;
  std::size_t missed = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const double value = sample.value(i);
    if (!known(value)) continue;
    losses.push_back(sign * value);
    negative += value < 0 ? 1U : 0U;
    if (options.target) missed += sign * value > sign * *options.target ? 1U : 0U;
  }
  result.runs = losses.size();
  result.loss = chance(negative, result.runs, options.confidence);
  if (options.target) result.miss = chance(missed, result.runs, options.confidence);
  if (losses.empty()) return result;
  std::sort(losses.begin(), losses.end());
  const double bad = static_cast<double>(losses.size()) * options.tail;
  result.few = bad < least;
  result.bootstrapped = bad < enough;
  const auto value_of = [&](double loss) { return sign * loss; };
  const auto interval_of = [&](const Interval& loss) {
    return sign < 0 ? Interval{-loss.high, -loss.low} : Interval{loss.low, loss.high};
  };
  result.at_risk = value_of(order_quantile(losses, 1 - options.tail));
  result.at_risk_interval = interval_of(order_interval(losses, 1 - options.tail, options.confidence));
  const double expected = expected_loss(losses, options.tail);
  result.expected = value_of(expected);
  result.expected_interval =
      interval_of(result.bootstrapped ? bootstrapped(losses, options)
                                      : asymptotic(losses, options.tail, expected, options.confidence));
  return result;
}

}  // namespace analysis
