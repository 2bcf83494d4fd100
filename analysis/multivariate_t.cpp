#include "analysis/multivariate_t.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/tools/roots.hpp>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include "analysis/quantiles.hpp"

namespace analysis {
namespace {

/// A point of a quadrature and its weight.
using Node = std::pair<double, double>;

/// Normal law: points z with φ(z) dz.
std::vector<Node> normal_nodes() {
  constexpr double step = 0.125;
  std::vector<Node> nodes;
  for (double z = -8.5; z <= 8.5; z += step)
    nodes.emplace_back(z, step * std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi));
  return nodes;
}

/// Law of √(χ²_ν/ν): points s with f(s) ds, s = e^u. The logarithm of f(s) s is ν(u − e^(2u)/2) + constant, largest at
/// u = 0, with curvature 2ν there.
std::vector<Node> scale_nodes(double degrees) {
  const double constant = std::log(2.0) + degrees / 2 * std::log(degrees / 2) - boost::math::lgamma(degrees / 2);
  const double step = 0.18 / std::sqrt(degrees);
  std::vector<Node> nodes;
  const auto add = [&](double u) {
    const double log_weight = constant + degrees * (u - std::exp(2 * u) / 2);
    if (log_weight > -42) nodes.emplace_back(std::exp(u), step * std::exp(log_weight));
    return log_weight > -42;
  };
  add(0);
  for (double u = step; add(u); u += step) continue;
  for (double u = -step; add(u); u -= step) continue;
  return nodes;
}

}  // namespace

double largest_t_quantile(double confidence, std::size_t comparisons, double degrees) {
  if (comparisons == 1) return rounded(student_quantile(confidence, degrees), 8);
  const std::vector<Node> normal = normal_nodes();
  const std::vector<Node> scale = scale_nodes(degrees);
  const boost::math::normal_distribution<> law;
  const auto excess = [&](double t) {
    double sum = 0;
    for (const auto& [s, weight] : scale) {
      double inner = 0;
      for (const auto& [z, density] : normal)
        inner += density *
                 std::pow(boost::math::cdf(law, z + std::numbers::sqrt2 * t * s), static_cast<double>(comparisons));
      sum += weight * inner;
    }
    return sum - confidence;
  };
  // A single comparison needs less, independent ones (Bonferroni) more.
  const double low = student_quantile(confidence, degrees) - 1e-6;
  const double high = student_quantile(1 - (1 - confidence) / static_cast<double>(comparisons), degrees) + 1e-6;
  std::uintmax_t most = 60;
  const auto bracket =
      boost::math::tools::toms748_solve(excess, low, high, boost::math::tools::eps_tolerance<double>(36), most);
  return rounded((bracket.first + bracket.second) / 2, 8);
}

}  // namespace analysis
