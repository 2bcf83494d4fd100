#include "analysis/interval.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/quantiles.hpp"

namespace analysis {
namespace {

/// Skewness of a mean above which Student's t is not trusted: 1/√25 of Cochran's rule.
constexpr double tolerated_skewness = 0.2;

double upper_tail(double confidence) { return 1 - (1 - confidence) / 2; }

/// Willink's G, given c = 1 + 6a(r − a) > 0.
double corrected(double r, double a, double c) { return std::fabs(a) < 1e-6 ? r : (cube_root(c) - 1) / (2 * a); }

}  // namespace

MeanInterval interval_around(double center, const Moments& values, double confidence) {
  MeanInterval result;
  if (values.count() < 2 || !known(center)) return result;
  const double n = static_cast<double>(values.count());
  const double error = std::sqrt(values.variance() / n);
  if (error == 0) return {center, center, false, false};
  const double t = student_quantile(upper_tail(confidence), n - 1);
  result.low = center - t * error;
  result.high = center + t * error;
  const double skewness = values.skewness();
  result.skewed = n < 25 * skewness * skewness;
  if (!result.skewed) return result;
  const double a = skewness / (6 * std::sqrt(n));
  const double above = 1 + 6 * a * (t - a);
  const double below = 1 + 6 * a * (-t - a);
  result.uncorrected = above <= 0 || below <= 0;
  if (result.uncorrected) return result;
  result.low = center - corrected(t, a, above) * error;
  result.high = center - corrected(-t, a, below) * error;
  return result;
}

MeanInterval mean_interval(const Moments& values, double confidence) {
  return interval_around(values.mean(), values, confidence);
}

MeanInterval welch_interval(double center, const Moments& first, const Moments& second, double confidence) {
  MeanInterval result;
  if (first.count() < 2 || second.count() < 2 || !known(center)) return result;
  const double n1 = static_cast<double>(first.count());
  const double n2 = static_cast<double>(second.count());
  const double v1 = first.variance() / n1;
  const double v2 = second.variance() / n2;
  const double v = v1 + v2;
  const double error = std::sqrt(v);
  if (error == 0) return {center, center, false, false};
  const double share1 = v1 / v;
  const double share2 = v2 / v;
  const double degrees = 1 / (share1 * share1 / (n1 - 1) + share2 * share2 / (n2 - 1));
  const double t = student_quantile(upper_tail(confidence), degrees);
  const double skewness = (first.skewness() / std::sqrt(n1)) * (share1 * std::sqrt(share1)) -
                          (second.skewness() / std::sqrt(n2)) * (share2 * std::sqrt(share2));
  const bool skewed = std::fabs(skewness) > tolerated_skewness;
  return {center - t * error, center + t * error, skewed, skewed};
}

Interval wilson_interval(double successes, double n, double confidence) {
  if (!(n > 0)) return {};
  const double z = normal_quantile(upper_tail(confidence));
  const double p = successes / n;
  const double scale = 1 + z * z / n;
  const double middle = (p + z * z / (2 * n)) / scale;
  const double half = z * std::sqrt(std::max(0.0, p * (1 - p)) / n + z * z / (4 * n * n)) / scale;
  return {successes <= 0 ? 0 : std::max(0.0, middle - half), successes >= n ? 1 : std::min(1.0, middle + half)};
}

}  // namespace analysis
