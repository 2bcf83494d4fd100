#include "sim/residual.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/distributions/uniform.hpp>
#include <boost/math/distributions/weibull.hpp>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "tests/sim/goodness_of_fit.hpp"

using sim::Distribution;
using sim::mean_residual;
using sim::ResidualSampler;
using sim::Sampler;
using sim::Stream;

namespace {

constexpr sim::Word purpose = sim::word("test/residual");

Stream address(std::uint32_t entity, std::uint32_t attempt = 0) { return {42, 1, purpose, entity, attempt}; }

double draw_at(const Distribution& gaps, std::uint32_t entity) {
  Stream stream = address(entity);
  return ResidualSampler(gaps)(stream);
}

template <class AnySampler>
std::vector<double> sample_of(const AnySampler& sampler, std::uint32_t count) {
  std::vector<double> result(count);
  for (std::uint32_t entity = 0; entity < count; ++entity) {
    Stream stream = address(entity);
    result[entity] = sampler(stream);
  }
  return result;
}

/// A law of gaps X with its distribution function and its moments E[X], E[X²], E[X³] in closed form.
struct Known {
  std::string what;
  Distribution law;
  std::function<double(double)> cdf;
  double first;
  double second;
  double third;

  /// E[R] = E[X²] ÷ (2 E[X]) and E[R²] = E[X³] ÷ (3 E[X]), by parts from the density (1 − F) ÷ E[X].
  double mean() const { return second / (2 * first); }
  double variance() const { return third / (3 * first) - mean() * mean(); }
};

template <class Law>
std::function<double(double)> cdf_of(Law law) {
  return [law](double x) { return cdf(law, x); };
}

Known constant(double value) {
  return {"constant",    Distribution::constant(value), [value](double x) { return x < value ? 0.0 : 1.0; }, value,
          value * value, value * value * value};
}

Known exponential(double mean) {
  return {"exponential",   Distribution::exponential(mean), cdf_of(boost::math::exponential(1 / mean)), mean,
          2 * mean * mean, 6 * mean * mean * mean};
}

Known lognormal(double mean, double cv) {
  const double ratio = 1 + cv * cv;
  const double variance = std::log(ratio);
  return {"lognormal, cv " + std::to_string(cv),
          Distribution::lognormal(mean, cv),
          cdf_of(boost::math::lognormal(std::log(mean) - variance / 2, std::sqrt(variance))),
          mean,
          mean * mean * ratio,
          mean * mean * mean * ratio * ratio * ratio};
}

Known of_shape(const std::string& what, const Distribution& law, double mean, double shape) {
  const double scale = mean / shape;
  return {what,
          law,
          cdf_of(boost::math::gamma_distribution<>(shape, scale)),
          mean,
          mean * (mean + scale),
          mean * (mean + scale) * (mean + 2 * scale)};
}

Known gamma(double mean, double cv) {
  return of_shape("gamma, cv " + std::to_string(cv), Distribution::gamma(mean, cv), mean, 1 / (cv * cv));
}

Known erlang(double mean, double k) {
  return of_shape("erlang, k " + std::to_string(k), Distribution::erlang(mean, k), mean, k);
}

Known weibull(double mean, double shape) {
  const double scale = mean / std::tgamma(1 + 1 / shape);
  return {"weibull, shape " + std::to_string(shape),  Distribution::weibull(mean, shape),
          cdf_of(boost::math::weibull(shape, scale)), mean,
          scale * scale * std::tgamma(1 + 2 / shape), scale * scale * scale * std::tgamma(1 + 3 / shape)};
}

Known uniform(double a, double b) {
  return {"uniform from " + std::to_string(a), Distribution::uniform(a, b),
          cdf_of(boost::math::uniform(a, b)),  (a + b) / 2,
          (a * a + a * b + b * b) / 3,         (a + b) * (a * a + b * b) / 4};
}

/// E[X^n] = 2 h ÷ ((n + 1) (n + 2)), h being the sum of all products of n of a, b and c, repetition allowed.
Known triangular(double a, double b, double c) {
  const double cubes = a * a * a + b * b * b + c * c * c + a * a * (b + c) + b * b * (a + c) + c * c * (a + b);
  return {"triangular, mode " + std::to_string(b),
          Distribution::triangular(a, b, c),
          cdf_of(boost::math::triangular(a, b, c)),
          (a + b + c) / 3,
          (a * a + b * b + c * c + a * b + a * c + b * c) / 6,
          (cubes + a * b * c) / 10};
}

Known empirical(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  Known known{"empirical",
              Distribution::empirical(values),
              [values, n](double x) {
                return static_cast<double>(
                           std::count_if(values.begin(), values.end(), [x](double value) { return value <= x; })) /
                       n;
              },
              0,
              0,
              0};
  for (const double value : values) {
    known.first += value / n;
    known.second += value * value / n;
    known.third += value * value * value / n;
  }
  return known;
}

std::vector<Known> known_laws() {
  return {constant(7),
          exponential(480e6),
          lognormal(38'000, 0.9),
          lognormal(100, 0.1),
          lognormal(1, 2),
          gamma(120, 0.8),
          gamma(5, 1.6),
          gamma(5, 0.05),
          erlang(15, 3),
          erlang(2, 1),
          weibull(400, 0.7),
          weibull(400, 1),
          weibull(400, 3.5),
          uniform(10, 30),
          uniform(0, 1e9),
          triangular(2, 3, 10),
          triangular(0, 0, 5),
          triangular(1, 4, 4),
          triangular(0, 3, 4),
          triangular(100, 101, 103),
          empirical({0, 4, 1, 4, 9, 0.5, 2, 6, 30})};
}

/// The distribution function of the residual at each point of the sample: the integral of 1 − F, by Simpson's rule
/// from one point to the next, ÷ the mean gap. Of a sample of the residual this is a sample of the uniform law.
std::vector<double> probabilities(const Known& known, std::vector<double> sample) {
  std::sort(sample.begin(), sample.end());
  double from = 0;
  double tail = 1 - known.cdf(0);
  double integral = 0;
  for (double& x : sample) {
    const double tail_at_x = 1 - known.cdf(x);
    integral += (x - from) / 6 * (tail + 4 * (1 - known.cdf((from + x) / 2)) + tail_at_x);
    from = x;
    tail = tail_at_x;
    x = integral / known.first;
  }
  return sample;
}

double identity(double u) { return u; }

double distance(const Known& known, const std::vector<double>& sample) {
  return fit::kolmogorov_distance(probabilities(known, sample), identity);
}

/// z of the number of renewals in [0, span], over many processes, against span ÷ mean gap. `First` draws the first
/// renewal.
template <class First>
double z_of_count(const Distribution& law, const First& first, double span, std::uint32_t processes) {
  const Sampler gap(law);
  const double expected = span / law.mean();
  double sum = 0;
  double squares = 0;
  for (std::uint32_t entity = 0; entity < processes; ++entity) {
    Stream start = address(entity);
    double time = first(start);
    double deviation = -expected;
    for (std::uint32_t renewal = 1; time <= span; ++renewal) {
      deviation += 1;
      Stream stream = address(entity, renewal);
      time += gap(stream);
    }
    sum += deviation;
    squares += deviation * deviation;
  }
  return sum / std::sqrt(squares - sum * sum / static_cast<double>(processes));
}

}  // namespace

TEST_CASE("residuals follow the integrated tail of the law of gaps") {
  for (const Known& known : known_laws())
    fit::check_shape(known.what, probabilities(known, sample_of(ResidualSampler(known.law), 100'000)), identity);
}

TEST_CASE("residuals have the mean of the closed form") {
  constexpr std::uint32_t count = 200'000;
  for (const Known& known : known_laws()) {
    CHECK_MESSAGE(mean_residual(known.law) == doctest::Approx(known.mean()).epsilon(1e-12), known.what);
    double sum = 0;
    for (const double x : sample_of(ResidualSampler(known.law), count)) sum += x - known.mean();
    const double z = sum / std::sqrt(count * known.variance());
    CHECK_MESSAGE(std::abs(z) < fit::largest_z, known.what << ": z " << z << " of the mean " << known.mean());
  }
}

TEST_CASE("a law that is not the residual is found out") {
  for (const Known& known : known_laws()) {
    const std::vector<double> residuals = sample_of(ResidualSampler(known.law), 30'000);
    // The right shape, a tenth too long.
    std::vector<double> stretched = residuals;
    for (double& x : stretched) x *= 1.1;
    CHECK_MESSAGE(distance(known, stretched) > fit::largest_distance(), known.what);
    // A whole gap; only the gaps of a Poisson process, of which E[X³] = 6 E[X]³, are like what is left of them.
    const double cube = known.first * known.first * known.first;
    const bool memoryless = std::abs(known.third / (6 * cube) - 1) < 1e-12;
    const Sampler gap(known.law);
    if (!memoryless) CHECK_MESSAGE(distance(known, sample_of(gap, 30'000)) > fit::largest_distance(), known.what);
    // A part of a gap that was not chosen by its length, where the lengths differ enough to tell.
    const auto part = [&gap](Stream& stream) {
      const double place = stream.uniform();
      return place * gap(stream);
    };
    if (known.second > 1.1 * known.first * known.first)
      CHECK_MESSAGE(distance(known, sample_of(part, 30'000)) > fit::largest_distance(), known.what);
  }
}

TEST_CASE("a renewal process begun with a residual is stationary") {
  for (const Known& known : known_laws()) {
    for (const Distribution& law : {known.law, known.law.with_zero(0.3)}) {
      for (const double gaps : {0.21, 1.3, 5.7}) {
        const double z = z_of_count(law, ResidualSampler(law), gaps * known.first, 20'000);
        CHECK_MESSAGE(std::abs(z) < fit::largest_z,
                      known.what << ", atom " << law.zero << ": z " << z << " of renewals in " << gaps << " gaps");
      }
    }
  }
}

TEST_CASE("a renewal process begun with a whole gap is not stationary") {
  for (const Known& known : {lognormal(38'000, 0.9), gamma(5, 1.6), uniform(10, 30), triangular(2, 3, 10)})
    CHECK_MESSAGE(std::abs(z_of_count(known.law, Sampler(known.law), 0.5 * known.first, 20'000)) > fit::largest_z,
                  known.what);
}

TEST_CASE("an atom at zero changes no residual") {
  for (const Known& known : known_laws()) {
    const Distribution law = known.law.with_zero(0.4);
    CHECK(mean_residual(law) == doctest::Approx(mean_residual(known.law)).epsilon(1e-13));
    for (std::uint32_t entity = 0; entity < 1'000; ++entity) CHECK(draw_at(law, entity) == draw_at(known.law, entity));
  }
}

TEST_CASE("the mean residual is that worked by hand") {
  CHECK(mean_residual(Distribution::constant(7)) == 3.5);
  CHECK(mean_residual(Distribution::exponential(3)) == 3);
  CHECK(mean_residual(Distribution::lognormal(10, 0.5)) == 6.25);                              // (25 ÷ 10 + 10) ÷ 2
  CHECK(mean_residual(Distribution::erlang(6, 3)) == 4);                                       // (12 ÷ 6 + 6) ÷ 2
  CHECK(mean_residual(Distribution::weibull(10, 0.5)) == doctest::Approx(30).epsilon(1e-13));  // (500 ÷ 10 + 10) ÷ 2
  CHECK(mean_residual(Distribution::uniform(0, 6)) == 2);                                      // (3 ÷ 3 + 3) ÷ 2
  CHECK(mean_residual(Distribution::triangular(0, 3, 6)) == 1.75);                             // (1.5 ÷ 3 + 3) ÷ 2
  // Values 1, 2, 6: squares 1 + 4 + 36 = 41, ÷ (2 × 9).
  CHECK(mean_residual(Distribution::empirical({1, 2, 6})) == doctest::Approx(41.0 / 18).epsilon(1e-13));
}

TEST_CASE("twice the mean gives exactly twice the residual at the same address") {
  using Law = std::function<Distribution(double mean)>;
  const std::vector<Law> laws = {
      [](double mean) { return Distribution::constant(mean); },
      [](double mean) { return Distribution::exponential(mean); },
      [](double mean) { return Distribution::lognormal(mean, 0.9); },
      [](double mean) { return Distribution::gamma(mean, 0.8); },
      [](double mean) { return Distribution::gamma(mean, 2); },
      [](double mean) { return Distribution::erlang(mean, 3); },
      [](double mean) { return Distribution::weibull(mean, 1.5); },
      [](double mean) { return Distribution::uniform(0.5 * mean, 1.5 * mean); },
      [](double mean) { return Distribution::triangular(0.1 * mean, 0.5 * mean, 2.4 * mean); },
      [](double mean) {
        return Distribution::empirical({0.2 * mean, 0, 2.1 * mean, 1.7 * mean});
      }};
  for (const Law& law : laws) {
    for (std::uint32_t entity = 0; entity < 1'000; ++entity) {
      CHECK(draw_at(law(14), entity) == 2 * draw_at(law(7), entity));
      CHECK(draw_at(law(7.1), entity) > draw_at(law(7), entity));
    }
  }
}

TEST_CASE("residuals of uniform and triangular gaps rise with each end and with the mode") {
  for (std::uint32_t entity = 0; entity < 1'000; ++entity) {
    const double uniform_draw = draw_at(Distribution::uniform(2, 9), entity);
    CHECK(draw_at(Distribution::uniform(2.5, 9), entity) > uniform_draw);
    CHECK(draw_at(Distribution::uniform(2, 9.5), entity) > uniform_draw);
    const double triangular_draw = draw_at(Distribution::triangular(2, 4, 9), entity);
    CHECK(draw_at(Distribution::triangular(2.5, 4, 9), entity) > triangular_draw);
    CHECK(draw_at(Distribution::triangular(2, 4.5, 9), entity) > triangular_draw);
    CHECK(draw_at(Distribution::triangular(2, 4, 9.5), entity) > triangular_draw);
  }
}

TEST_CASE("empirical residuals do not depend on the order of the list") {
  for (std::uint32_t entity = 0; entity < 1'000; ++entity)
    CHECK(draw_at(Distribution::empirical({3, 0.1, 2, 40}), entity) ==
          draw_at(Distribution::empirical({40, 3, 2, 0.1}), entity));
}

TEST_CASE("a residual is positive and no longer than the longest gap") {
  for (const Known& known : known_laws()) {
    for (std::uint32_t entity = 0; entity < 10'000; ++entity) {
      const double x = draw_at(known.law, entity);
      CHECK(x > 0);
      CHECK_MESSAGE(known.cdf(x) < 1, known.what << ": " << x);
    }
  }
}

TEST_CASE("gaps that do not vary leave a uniform part of themselves, whatever their kind") {
  for (const Distribution& law :
       {Distribution::constant(7), Distribution::lognormal(7, 0), Distribution::gamma(7, 0),
        Distribution::uniform(7, 7), Distribution::triangular(7, 7, 7), Distribution::empirical({7, 7})}) {
    CHECK(mean_residual(law) == 3.5);
    for (std::uint32_t entity = 0; entity < 100; ++entity) CHECK(draw_at(law, entity) == address(entity).uniform() * 7);
  }
}

TEST_CASE("gaps whose mean is zero leave nothing") {
  for (const Distribution& law :
       {Distribution(), Distribution::constant(0), Distribution::exponential(0), Distribution::lognormal(0, 1),
        Distribution::gamma(0, 1), Distribution::erlang(0, 2), Distribution::weibull(0, 2), Distribution::uniform(0, 0),
        Distribution::triangular(0, 0, 0), Distribution::empirical({0, 0}), Distribution::empirical({}),
        Distribution::exponential(5).with_zero(1)}) {
    CHECK(draw_at(law, 1) == 0);
    CHECK(mean_residual(law) == 0);
  }
  Stream stream = address(1);
  CHECK(ResidualSampler()(stream) == 0);
}
