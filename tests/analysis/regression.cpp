#include "analysis/sensitivity/regression.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/analysis/functions.hpp"

using namespace analysis;
using doctest::Approx;

TEST_CASE("standardised coefficients of a straight line are slope × deviation of factor / deviation of answer") {
  // y = 3x₀ − 4x₁ on (0, 1)³: deviations of factors 1/√12, of y 5/√12: .6, −.8, 0.
  const functions::Systems systems({[](auto x) { return 3 * x[0] - 4 * x[1]; }});
  Experiment experiment(systems, {"value"});
  const Regression result = regress(experiment, functions::factors_of(3, 0, 1), {.question = {}});
  CHECK(result.r_squared == Approx(1));
  CHECK(result.factors[0].effect.value == Approx(3));
  CHECK(result.factors[1].effect.value == Approx(-4));
  CHECK(std::fabs(result.factors[2].effect.value) < 1e-9);
  CHECK(result.factors[0].standardised.value == Approx(0.6).epsilon(0.02));
  CHECK(result.factors[1].standardised.value == Approx(-0.8).epsilon(0.02));
  CHECK(experiment.spent() == 512);
}

TEST_CASE("where the answer is monotone but not straight, ranks explain it and values do not") {
  const functions::Systems systems({[](auto x) { return std::pow(x[0], 30); }});
  Experiment experiment(systems, {"value"});
  const Regression result = regress(experiment, functions::factors_of(2, 0, 1), {.question = {}});
  CHECK(result.r_squared < 0.5);
  CHECK(result.rank_r_squared > 0.9);
  CHECK(result.factors[0].rank.value > 0.95);
}

TEST_CASE("intervals of an effect hold as often as they say where points have noise of their own") {
  std::size_t held = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const functions::Systems systems({[](auto x) { return 2 * x[0]; }}, {.common = 1, .own = 1, .seed = seed});
    Experiment experiment(systems, {"value"});
    const Regression result =
        regress(experiment, functions::factors_of(2, 0, 1), {.question = {}, .rows = 64, .seed = seed});
    const Figure& effect = result.factors[0].effect;
    held += effect.interval.low <= 2 && 2 <= effect.interval.high ? 1U : 0U;
  }
  CAPTURE(held);
  CHECK(held >= 365);  // .95 of 400 within its binomial band of 1 in 1,000
  CHECK(held <= 392);
}

TEST_CASE("intervals of an effect hold the simulation's chance, where the effect is another one in each replication") {
  // Slope 2 in the mean, with a deviation of 1 between replications, at all points alike.
  class Slopes : public Factory {
   public:
    explicit Slopes(std::uint64_t seed) : seed_(seed) {}
    std::size_t systems() const override { return 1; }
    std::unique_ptr<sim::System> make(std::size_t, std::span<const double> values) const override {
      const double x = values[0];
      const std::uint64_t seed = seed_;
      return std::make_unique<samples::FunctionSystem>(
          samples::catalogue_of(sim::Estimator::mean), [x, seed](std::uint32_t replication) {
            const sim::Draws draws(seed, replication);
            return sim::Observation{{(2 + draws.normal(0, 0)) * x + 0.1 * draws.normal(1, 0), 0}, {}, {}};
          });
    }

   private:
    std::uint64_t seed_;
  };
  std::size_t held = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const Slopes systems(seed);
    Experiment experiment(systems, {"value"});
    const Regression result =
        regress(experiment, functions::factors_of(1, -1, 1), {.question = {}, .rows = 64, .seed = seed});
    const Interval& effect = result.factors[0].effect.interval;
    held += effect.low <= 4 && 4 <= effect.high ? 1U : 0U;
  }
  CAPTURE(held);
  CHECK(held >= 365);
  CHECK(held <= 395);
}

TEST_CASE("an answer or a factor that never changes has no standardised coefficient") {
  const functions::Systems systems({[](auto) { return 1.0; }});
  Experiment experiment(systems, {"value"});
  const Regression result = regress(experiment, functions::factors_of(2, 0, 1), {.question = {}, .rows = 16});
  CHECK(result.factors[0].effect.value == Approx(0));
  CHECK_FALSE(known(result.factors[0].standardised.value));
  CHECK_FALSE(known(result.r_squared));
}
