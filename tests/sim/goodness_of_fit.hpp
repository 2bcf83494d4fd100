#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/math/distributions/chi_squared.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

/// Checks of samples against laws. Each has the false-alarm probability `false_alarm` if the sample follows the law and
/// its size is large; samples come from fixed seeds, so a check that passed once passes always.
namespace fit {

inline constexpr double false_alarm = 1e-6;
/// |z| of a standard normal statistic; false-alarm probability 6.8e-6, both sides.
inline constexpr double largest_z = 4.5;

/// Mean and variance of the sample against the law's: z = (estimate − expected) ÷ standard error, where the errors
/// are √(σ²/n) and √((μ₄ − σ⁴)/n), with the sample's own fourth central moment μ₄.
inline void check_moments(const std::string& what, const std::vector<double>& sample, double mean, double variance) {
  const auto n = static_cast<double>(sample.size());
  double sum = 0;
  for (const double x : sample) sum += x - mean;
  const double shift = sum / n;
  double second = 0;
  double fourth = 0;
  for (const double x : sample) {
    const double square = (x - mean - shift) * (x - mean - shift);
    second += square / n;
    fourth += square * square / n;
  }
  const double error_of_mean = std::sqrt(variance / n);
  const double error_of_variance = std::sqrt((fourth - second * second) / n);
  CHECK_MESSAGE(std::abs(shift) < largest_z * error_of_mean,
                what << ": mean " << mean + shift << ", expected " << mean << " ± " << largest_z * error_of_mean);
  CHECK_MESSAGE(std::abs(second - variance) < largest_z * error_of_variance,
                what << ": variance " << second << ", expected " << variance << " ± " << largest_z * error_of_variance);
}

/// Kolmogorov and Smirnov: √n sup |F_n − F| against a continuous law.
template <class Cdf>
double kolmogorov_distance(std::vector<double> sample, Cdf cdf) {
  std::sort(sample.begin(), sample.end());
  const auto n = static_cast<double>(sample.size());
  double distance = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    const double expected = cdf(sample[i]);
    distance = std::max({distance, static_cast<double>(i + 1) / n - expected, expected - static_cast<double>(i) / n});
  }
  return distance * std::sqrt(n);
}

/// The distance that a sample of the law exceeds with probability `false_alarm`: P(√n D > t) = 2 Σ (−1)^(k−1)
/// e^(−2 k² t²), of which the first term is all that counts here.
inline double largest_distance() { return std::sqrt(std::log(2 / false_alarm) / 2); }

/// A sample against a continuous law, by this distance.
template <class Cdf>
void check_shape(const std::string& what, std::vector<double> sample, Cdf cdf) {
  const double distance = kolmogorov_distance(std::move(sample), cdf);
  CHECK_MESSAGE(distance < largest_distance(),
                what << ": Kolmogorov distance × √n " << distance << ", allowed " << largest_distance());
}

/// Pearson's χ² of counts in cells of equal probability.
inline void check_equal_cells(const std::string& what, const std::vector<std::int64_t>& counts) {
  double total = 0;
  for (const std::int64_t count : counts) total += static_cast<double>(count);
  const double expected = total / static_cast<double>(counts.size());
  double sum = 0;
  for (const std::int64_t count : counts) {
    const double difference = static_cast<double>(count) - expected;
    sum += difference * difference / expected;
  }
  const boost::math::chi_squared law(static_cast<double>(counts.size() - 1));
  const double largest = quantile(complement(law, false_alarm / 2));
  const double smallest = quantile(law, false_alarm / 2);  // too even is not random either
  CHECK_MESSAGE(sum < largest, what << ": χ² " << sum << " over " << counts.size() << " cells, at most " << largest);
  CHECK_MESSAGE(sum > smallest, what << ": χ² " << sum << " over " << counts.size() << " cells, at least " << smallest);
}

/// A number of successes in `trials` against their probability, normal approximation.
inline void check_share(const std::string& what, std::int64_t successes, std::size_t trials, double probability) {
  const auto n = static_cast<double>(trials);
  const double error = std::sqrt(n * probability * (1 - probability));
  const double difference = static_cast<double>(successes) - n * probability;
  CHECK_MESSAGE(std::abs(difference) < largest_z * error, what << ": " << successes << " of " << trials << ", expected "
                                                               << n * probability << " ± " << largest_z * error);
}

/// The cell out of `cells` that a probability in [0, 1] belongs to.
inline std::size_t cell(double probability, std::size_t cells) {
  return std::min(static_cast<std::size_t>(probability * static_cast<double>(cells)), cells - 1);
}

}  // namespace fit
