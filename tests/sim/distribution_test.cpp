#include "sim/distribution.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/math/distributions/exponential.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/math/distributions/uniform.hpp>
#include <boost/math/distributions/weibull.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "tests/sim/goodness_of_fit.hpp"

using sim::Distribution;
using sim::Sampler;
using sim::Stream;

namespace {

constexpr sim::Word purpose = sim::word("test/distribution");

Stream address(std::uint32_t entity) { return {42, 1, purpose, entity, 0}; }

double draw_at(const Distribution& law, std::uint32_t entity) {
  Stream stream = address(entity);
  return Sampler(law)(stream);
}

std::vector<double> sample_of(const Distribution& law, std::uint32_t count) {
  const Sampler sampler(law);
  std::vector<double> result(count);
  for (std::uint32_t entity = 0; entity < count; ++entity) {
    Stream stream = address(entity);
    result[entity] = sampler(stream);
  }
  return result;
}

/// Continuous laws with the closed form of their distribution function. `kinds` of each: a usual one and extreme ones.
struct Known {
  std::string what;
  Distribution law;
  std::function<double(double)> cdf;
};

template <class Law>
std::function<double(double)> cdf_of(Law law) {
  return [law](double x) { return cdf(law, x); };
}

Known exponential(double mean) {
  return {"exponential", Distribution::exponential(mean), cdf_of(boost::math::exponential(1 / mean))};
}

Known lognormal(double mean, double cv) {
  const double variance = std::log1p(cv * cv);
  return {"lognormal, cv " + std::to_string(cv), Distribution::lognormal(mean, cv),
          cdf_of(boost::math::lognormal(std::log(mean) - variance / 2, std::sqrt(variance)))};
}

Known gamma(double mean, double cv) {
  return {"gamma, cv " + std::to_string(cv), Distribution::gamma(mean, cv),
          cdf_of(boost::math::gamma_distribution<>(1 / (cv * cv), mean * cv * cv))};
}

Known erlang(double mean, double k) {
  return {"erlang, k " + std::to_string(k), Distribution::erlang(mean, k),
          cdf_of(boost::math::gamma_distribution<>(k, mean / k))};
}

Known weibull(double mean, double shape) {
  return {"weibull, shape " + std::to_string(shape), Distribution::weibull(mean, shape),
          cdf_of(boost::math::weibull(shape, mean / std::tgamma(1 + 1 / shape)))};
}

Known uniform(double low, double high) {
  return {"uniform", Distribution::uniform(low, high), cdf_of(boost::math::uniform(low, high))};
}

Known triangular(double low, double mode, double high) {
  return {"triangular, mode " + std::to_string(mode), Distribution::triangular(low, mode, high),
          cdf_of(boost::math::triangular(low, mode, high))};
}

std::vector<Known> continuous_laws() {
  return {exponential(480e6),  lognormal(38'000, 0.9), lognormal(100, 0.1), lognormal(1, 2), gamma(120, 0.8),
          gamma(5, 1.6),       gamma(5, 0.05),         erlang(15, 3),       erlang(2, 1),    weibull(400, 0.7),
          weibull(400, 1),     weibull(400, 3.5),      uniform(10, 30),     uniform(0, 1e9), triangular(2, 3, 10),
          triangular(0, 0, 5), triangular(1, 4, 4)};
}

}  // namespace

TEST_CASE("draws have the mean and the variance that the distribution states") {
  for (const Known& known : continuous_laws())
    fit::check_moments(known.what, sample_of(known.law, 200'000), known.law.mean(), known.law.variance());
}

TEST_CASE("draws follow the distribution function of their law") {
  for (const Known& known : continuous_laws()) fit::check_shape(known.what, sample_of(known.law, 100'000), known.cdf);
}

TEST_CASE("with an atom at zero that share of draws is zero and the others follow the law") {
  for (const Known& known : continuous_laws()) {
    const Distribution law = known.law.with_zero(0.3);
    const std::vector<double> sample = sample_of(law, 100'000);
    std::vector<double> others;
    for (const double x : sample)
      if (x != 0) others.push_back(x);
    fit::check_share(known.what, static_cast<std::int64_t>(sample.size() - others.size()), sample.size(), 0.3);
    fit::check_shape(known.what, others, known.cdf);
    fit::check_moments(known.what + " with an atom", sample, law.mean(), law.variance());
  }
}

TEST_CASE("who draws a zero does not depend on the law") {
  for (std::uint32_t entity = 0; entity < 1'000; ++entity) {
    const bool zero = draw_at(Distribution::constant(5).with_zero(0.25), entity) == 0;
    for (const Known& known : continuous_laws()) CHECK((draw_at(known.law.with_zero(0.25), entity) == 0) == zero);
    // A larger atom takes in all whom the smaller one did.
    if (zero) CHECK(draw_at(Distribution::exponential(5).with_zero(0.3), entity) == 0);
  }
}

TEST_CASE("empirical draws take each observation equally often, as often as it is listed") {
  const Distribution law = Distribution::empirical({3, 1, 4, 1, 5, 9, 2, 6});
  std::vector<std::int64_t> counts(10);
  for (const double x : sample_of(law, 100'000)) ++counts[static_cast<std::size_t>(x)];
  CHECK(counts[0] + counts[7] + counts[8] == 0);
  fit::check_share("the value listed twice", counts[1], 100'000, 0.25);
  fit::check_equal_cells("the others", {counts[2], counts[3], counts[4], counts[5], counts[6], counts[9]});
  fit::check_moments("empirical", sample_of(law, 100'000), law.mean(), law.variance());
}

TEST_CASE("empirical draws do not depend on the order of the list and rise with the uniform") {
  const Distribution one = Distribution::empirical({3, 1, 2, 40});
  const Distribution other = Distribution::empirical({40, 3, 2, 1});
  for (std::uint32_t entity = 0; entity < 1'000; ++entity) {
    CHECK(draw_at(one, entity) == draw_at(other, entity));
    const double u = address(entity).uniform();
    CHECK(draw_at(one, entity) == std::vector<double>{1, 2, 3, 40}[static_cast<std::size_t>(4 * u)]);
  }
}

TEST_CASE("mean and variance are those worked by hand") {
  const auto check = [](const Distribution& law, double mean, double variance) {
    CHECK(law.mean() == doctest::Approx(mean).epsilon(1e-13));
    CHECK(law.variance() == doctest::Approx(variance).epsilon(1e-12));
  };
  check(Distribution::constant(7), 7, 0);
  check(Distribution::exponential(3), 3, 9);
  check(Distribution::lognormal(10, 0.5), 10, 25);
  check(Distribution::gamma(10, 0.5), 10, 25);
  check(Distribution::erlang(6, 4), 6, 9);
  // Shape 2: Γ(2) = 1, Γ(1.5)² = π/4, so the squared cv is 4/π − 1. Shape ½: Γ(5) / Γ(3)² − 1 = 24/4 − 1 = 5.
  check(Distribution::weibull(10, 2), 10, 100 * (4 / 3.14159265358979323846 - 1));
  check(Distribution::weibull(10, 0.5), 10, 500);
  check(Distribution::weibull(10, 1), 10, 100);
  check(Distribution::uniform(2, 8), 5, 3);
  check(Distribution::triangular(0, 3, 6), 3, 1.5);
  check(Distribution::triangular(0, 0, 3), 1, 0.5);
  // Values 1, 2, 6: mean 3; squares of the deviations 4, 1, 9.
  check(Distribution::empirical({1, 2, 6}), 3, 14.0 / 3);
  // An atom of ¼: mean ¾ × 4; second moment ¾ × (16 + 16) = 24, less 9.
  check(Distribution::exponential(4).with_zero(0.25), 3, 15);
  check(Distribution::constant(4).with_zero(0.25), 3, 3);
}

TEST_CASE("twice the mean gives exactly twice the draw at the same address") {
  using Law = std::function<Distribution(double mean)>;
  const std::vector<Law> laws = {[](double mean) { return Distribution::exponential(mean); },
                                 [](double mean) { return Distribution::lognormal(mean, 0.9); },
                                 [](double mean) { return Distribution::gamma(mean, 0.8); },
                                 [](double mean) { return Distribution::gamma(mean, 2); },
                                 [](double mean) { return Distribution::erlang(mean, 3); },
                                 [](double mean) { return Distribution::weibull(mean, 1.5); },
                                 [](double mean) { return Distribution::uniform(0.5 * mean, 1.5 * mean); },
                                 [](double mean) { return Distribution::triangular(0, 0.5 * mean, 2.5 * mean); }};
  for (const Law& law : laws) {
    for (std::uint32_t entity = 0; entity < 1'000; ++entity) {
      CHECK(draw_at(law(14), entity) == 2 * draw_at(law(7), entity));
      CHECK(draw_at(law(7.1), entity) > draw_at(law(7), entity));
    }
  }
}

TEST_CASE("a constant is known as one, and makes no draw") {
  const std::vector<Distribution> constants = {Distribution::constant(7),         Distribution::lognormal(7, 0),
                                               Distribution::gamma(7, 0),         Distribution::uniform(7, 7),
                                               Distribution::triangular(7, 7, 7), Distribution::empirical({7}),
                                               Distribution::empirical({7, 7})};
  for (const Distribution& law : constants) {
    const Sampler sampler(law);
    CHECK(sampler.is_constant());
    CHECK(sampler.constant_value() == 7);
    CHECK(law.mean() == 7);
    CHECK(law.variance() == 0);
    Stream stream = address(1);
    CHECK(sampler(stream) == 7);
    CHECK(stream() == address(1)());
    CHECK_FALSE(Sampler(law.with_zero(0.1)).is_constant());
    CHECK(Sampler(law.with_zero(1)).is_constant());
    CHECK(Sampler(law.with_zero(1)).constant_value() == 0);
  }
  for (const Known& known : continuous_laws()) CHECK_FALSE(Sampler(known.law).is_constant());
}

TEST_CASE("a law whose mean is zero gives zero") {
  for (const Distribution& law :
       {Distribution(), Distribution::constant(0), Distribution::exponential(0), Distribution::lognormal(0, 1),
        Distribution::gamma(0, 1), Distribution::erlang(0, 2), Distribution::weibull(0, 2), Distribution::uniform(0, 0),
        Distribution::triangular(0, 0, 0), Distribution::empirical({0, 0}), Distribution::empirical({})}) {
    CHECK(Sampler(law).is_constant());
    CHECK(draw_at(law, 1) == 0);
    CHECK(Sampler(law.with_zero(0.5)).is_constant());
    CHECK(law.mean() == 0);
  }
  Stream stream = address(1);
  CHECK(Sampler()(stream) == 0);
  CHECK(Sampler().is_constant());
}

TEST_CASE("draws lie in the range of their law") {
  for (std::uint32_t entity = 0; entity < 10'000; ++entity) {
    const double u = draw_at(Distribution::uniform(3, 4), entity);
    CHECK(u >= 3);
    CHECK(u <= 4);
    const double t = draw_at(Distribution::triangular(3, 3.9, 4), entity);
    CHECK(t >= 3);
    CHECK(t <= 4);
    CHECK(draw_at(Distribution::lognormal(1, 3), entity) > 0);
    CHECK(draw_at(Distribution::weibull(1, 0.5), entity) > 0);
  }
}

TEST_CASE("distributions are equal when all their parameters are") {
  CHECK(Distribution::gamma(3, 1) == Distribution::gamma(3, 1));
  CHECK(Distribution::gamma(3, 1) != Distribution::lognormal(3, 1));
  CHECK(Distribution::gamma(3, 1) != Distribution::gamma(3, 1).with_zero(0.1));
  CHECK(Distribution::empirical({1, 2}) != Distribution::empirical({2, 1}));
  CHECK(Distribution::triangular(0, 1, 2) != Distribution::triangular(0, 1, 3));
}

TEST_CASE("the gamma function agrees with Boost.Math to 1e-14") {
  double worst = 0;
  for (double x = 0.005; x < 170; x += x < 12 ? 0.001 : 0.05)
    worst = std::max(worst, std::abs(sim::gamma_function(x) / boost::math::tgamma(x) - 1));
  CHECK(worst < 1e-14);
  CHECK(sim::gamma_function(172) == std::numeric_limits<double>::infinity());
}
