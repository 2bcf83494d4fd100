#include "analysis/quantiles.hpp"

#include <fmt/format.h>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <charconv>
#include <cmath>

namespace analysis {

double rounded(double value, int digits) {
  fmt::memory_buffer text;
  fmt::format_to(std::back_inserter(text), "{:.{}e}", value, digits - 1);
  double result = value;
  std::from_chars(text.data(), text.data() + text.size(), result);
  return result;
}

double normal_quantile(double p) { return rounded(boost::math::quantile(boost::math::normal_distribution<>(), p)); }

double student_quantile(double p, double degrees) {
  return rounded(boost::math::quantile(boost::math::students_t_distribution<>(degrees), p));
}

double student_tail(double t, double degrees) {
  return rounded(boost::math::cdf(boost::math::complement(boost::math::students_t_distribution<>(degrees), t)));
}

std::size_t binomial_quantile(double q, std::size_t n, double p) {
  const boost::math::binomial_distribution<> count(static_cast<double>(n), p);
  const double wanted = rounded(q);
  std::size_t low = 0;
  std::size_t high = n;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (rounded(boost::math::cdf(count, static_cast<double>(middle))) >= wanted) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

double clopper_pearson_lower(std::size_t successes, std::size_t n, double alpha) {
  return rounded(boost::math::binomial_distribution<>::find_lower_bound_on_p(static_cast<double>(n),
                                                                             static_cast<double>(successes), alpha));
}

double cube_root(double value) {
  if (value == 0 || !std::isfinite(value)) return value;
  int exponent = 0;
  const double fraction = std::frexp(std::fabs(value), &exponent);  // in [1/2, 1)
  const int thirds = exponent >= 0 ? (exponent + 2) / 3 : -(-exponent / 3);
  const double scaled = std::ldexp(fraction, exponent - 3 * thirds);  // in [1/8, 1)
  double root = 0.4 + 0.6 * scaled;                                   // within a quarter of the root
  for (int step = 0; step < 6; ++step) root = root - (root - scaled / (root * root)) / 3;
  return std::copysign(std::ldexp(root, thirds), value);
}

}  // namespace analysis
