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

double p_value_around(double center, const Moments& values) {
  if (values.count() < 2 || !known(center)) return absent;
  const double n = static_cast<double>(values.count());
  const double error = std::sqrt(values.variance() / n);
  if (error == 0) return center == 0 ? 1 : 0;
  double quotient = center / error;
  const double skewness = values.skewness();
  const double a = skewness / (6 * std::sqrt(n));
  if (n < 25 * skewness * skewness && std::fabs(a) >= 1e-6) {
    const double root = 1 + 2 * a * quotient;
    const double r = a + (root * root * root - 1) / (6 * a);
    if (1 - 6 * std::fabs(a) * std::fabs(r) - 6 * a * a > 0) quotient = r;
  }
  return std::min(1.0, 2 * student_tail(std::fabs(quotient), n - 1));
}

namespace {

/// Spread of the difference of two means from independent samples.
struct Welch {
  double error = 0;    ///< standard error
  double degrees = 0;  ///< of freedom; meaningless without error
  double share1 = 0;   ///< of the error's square that comes from the first
  double share2 = 0;   ///< the rest
};

Welch welch(const Moments& first, const Moments& second) {
  const double n1 = static_cast<double>(first.count());
  const double n2 = static_cast<double>(second.count());
  const double v1 = first.variance() / n1;
  const double v2 = second.variance() / n2;
  const double v = v1 + v2;
  if (v == 0) return {};
  const double share1 = v1 / v;
  const double share2 = v2 / v;
  return {std::sqrt(v), 1 / (share1 * share1 / (n1 - 1) + share2 * share2 / (n2 - 1)), share1, share2};
}

}  // namespace

double welch_p_value(double center, const Moments& first, const Moments& second) {
  if (first.count() < 2 || second.count() < 2 || !known(center)) return absent;
  const Welch spread = welch(first, second);
  if (spread.error == 0) return center == 0 ? 1 : 0;
  return std::min(1.0, 2 * student_tail(std::fabs(center) / spread.error, spread.degrees));
}

MeanInterval welch_interval(double center, const Moments& first, const Moments& second, double confidence) {
  MeanInterval result;
  if (first.count() < 2 || second.count() < 2 || !known(center)) return result;
  const Welch spread = welch(first, second);
  if (spread.error == 0) return {center, center, false, false};
  const double t = student_quantile(upper_tail(confidence), spread.degrees);
  const double skewness =
      (first.skewness() / std::sqrt(static_cast<double>(first.count()))) * (spread.share1 * std::sqrt(spread.share1)) -
      (second.skewness() / std::sqrt(static_cast<double>(second.count()))) * (spread.share2 * std::sqrt(spread.share2));
  const bool skewed = std::fabs(skewness) > tolerated_skewness;
  return {center - t * spread.error, center + t * spread.error, skewed, skewed};
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
