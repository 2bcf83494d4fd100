#include "analysis/sensitivity/regression.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/least_squares.hpp"
#include "analysis/quantiles.hpp"
#include "analysis/sensitivity/sobol_points.hpp"

namespace analysis {
namespace {

std::vector<double> ranks_of(const std::vector<double>& values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t i = 0; i < order.size();) {
    std::size_t j = i;
    while (j < order.size() && values[order[j]] == values[order[i]]) ++j;
    for (std::size_t at = i; at < j; ++at) ranks[order[at]] = static_cast<double>(i + j + 1) / 2;
    i = j;
  }
  return ranks;
}

double deviation_of(const std::vector<double>& values) { return moments_of_known(values).deviation(); }

/// Coefficients times `scale` of their factor.
template <class Scale>
void take(Regression& result, const Fit& fit, double confidence, Figure RegressionEffect::*to, const Scale& scale) {
  for (std::size_t f = 0; f < result.factors.size(); ++f) {
    if (!known(fit.coefficients[f])) continue;
    Figure& index = result.factors[f].*to;
    index.value = fit.coefficients[f] * scale(f);
    if (!known(fit.robust_errors[f])) continue;
    const double half = student_quantile(1 - (1 - confidence) / 2, fit.degrees) * fit.robust_errors[f] * scale(f);
    index.interval = {index.value - half, index.value + half};
  }
}

}  // namespace

Regression regress(Experiment& experiment, std::span<const Factor> factors, const RegressionOptions& options) {
  const std::size_t k = factors.size();
  std::vector<std::vector<double>> columns(k);
  std::vector<std::size_t> points;
  for (const std::vector<double>& shares : sobol_points(options.rows, k, options.seed)) {
    std::vector<double> values;
    for (std::size_t f = 0; f < k; ++f) {
      values.push_back(factors[f].at(shares[f]));
      columns[f].push_back(values.back());
    }
    const auto row = static_cast<std::uint32_t>(points.size());
    points.push_back(experiment.add(values, row * options.replications));
  }
  experiment.expect(experiment.spent() +
                    std::uint64_t{options.replications} * points.size() * systems_of(options.question));
  run_for(experiment, points, options.question, options.replications);

  Regression result;
  for (std::size_t f = 0; f < k; ++f) result.factors.push_back({f, {}, {}, {}});
  std::vector<double> y;
  for (const std::size_t point : points) {
    y.push_back(answer_at(experiment, point, options.question).center);
    if (!known(y.back())) return result;
  }
  const std::vector<double> origin(k, 0.0);
  const Fit fit = least_squares(columns, y, origin);
  result.r_squared = fit.r_squared;
  take(result, fit, options.confidence, &RegressionEffect::effect,
       [&](std::size_t f) { return factors[f].high - factors[f].low; });
  const double spread = deviation_of(y);
  if (spread == 0) return result;
  take(result, fit, options.confidence, &RegressionEffect::standardised,
       [&](std::size_t f) { return deviation_of(columns[f]) / spread; });

  std::vector<std::vector<double>> ranks;
  for (const std::vector<double>& column : columns) ranks.push_back(ranks_of(column));
  const std::vector<double> order = ranks_of(y);
  const Fit of_ranks = least_squares(ranks, order, origin);
  result.rank_r_squared = of_ranks.r_squared;
  take(result, of_ranks, options.confidence, &RegressionEffect::rank,
       [&](std::size_t f) { return deviation_of(ranks[f]) / deviation_of(order); });
  return result;
}

}  // namespace analysis
