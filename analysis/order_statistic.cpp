#include "analysis/order_statistic.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/quantiles.hpp"

namespace analysis {

std::size_t quantile_rank(std::size_t n, double p) {
  const double product = static_cast<double>(n) * p;
  const double whole = std::floor(product + 0.5);
  const double rank = std::fabs(product - whole) < 1e-9 ? whole : std::ceil(product);
  return std::clamp<std::size_t>(rank < 1 ? 1 : static_cast<std::size_t>(rank), 1, n);
}

double order_quantile(std::span<const double> sorted, double p) {
  return sorted.empty() ? absent : sorted[quantile_rank(sorted.size(), p) - 1];
}

Interval order_interval(std::span<const double> sorted, double p, double confidence) {
  const std::size_t n = sorted.size();
  if (n == 0) return {};
  const double tail = (1 - confidence) / 2;
  const std::size_t lower = binomial_quantile(tail, n, p);
  const std::size_t upper = binomial_quantile(1 - tail, n, p) + 1;
  return {lower == 0 ? absent : sorted[lower - 1], upper > n ? absent : sorted[upper - 1]};
}

}  // namespace analysis
