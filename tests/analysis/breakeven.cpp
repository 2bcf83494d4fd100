#include "analysis/breakeven.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "analysis/quantiles.hpp"
#include "tests/analysis/functions.hpp"

using namespace analysis;
using doctest::Approx;

namespace {

/// Two systems: 0, and x − .37 with noise that is the same at every x.
class Line : public Factory {
 public:
  Line(double noise, std::uint64_t seed) : noise_(noise), seed_(seed) {}
  std::size_t systems() const override { return 2; }
  std::unique_ptr<sim::System> make(std::size_t system, std::span<const double> values) const override {
    const double center = system == 0 ? 0 : values[0] - 0.37;
    return std::make_unique<samples::FunctionSystem>(
        samples::catalogue_of(sim::Estimator::mean),
        [center, own = system == 0 ? 0 : noise_, seed = seed_](std::uint32_t replication) {
          return sim::Observation{{center + own * sim::Draws(seed, replication).normal(3, 0), 0}, {}, {}};
        });
  }

 private:
  double noise_;
  std::uint64_t seed_;
};

}  // namespace

TEST_CASE("without noise the break-even value is where the lines cross") {
  const Line systems(0, 1);
  Experiment experiment(systems, {"value"});
  const Breakeven result = breakeven(experiment, functions::factors_of(1, 0, 1), {.replications = 2});
  REQUIRE(result.crossings.size() == 1);
  const Crossing& crossing = result.crossings[0];
  CHECK(crossing.value == Approx(0.37));
  CHECK(crossing.below == 0);
  CHECK(crossing.above == 1);
  CHECK(std::fabs(crossing.interval.low - 0.37) < 2e-3);
  CHECK(std::fabs(crossing.interval.high - 0.37) < 2e-3);
  CHECK(result.points.front().value == 0);
  CHECK(result.points.back().value == 1);
  CHECK(result.points.front().best == 0);
  for (std::size_t i = 1; i < result.points.size(); ++i) CHECK(result.points[i - 1].value < result.points[i].value);
}

TEST_CASE("the interval is the difference's own, turned into values of the factor") {
  // y = x − .37 + ε̄: the crossing is .37 − ε̄, and the interval's ends are that ± t s/√n.
  const Line systems(0.3, 5);
  Experiment experiment(systems, {"value"});
  const Breakeven result =
      breakeven(experiment, functions::factors_of(1, 0, 1), {.replications = 50, .tolerance = 1e-6});
  REQUIRE(result.crossings.size() == 1);
  Moments noise;
  for (std::uint32_t r = 0; r < 50; ++r) noise.add(0.3 * sim::Draws(5, r).normal(3, 0));
  const MeanInterval interval = mean_interval(noise, 0.95);
  CHECK(result.crossings[0].value == Approx(0.37 - noise.mean()).epsilon(1e-5));
  CHECK(result.crossings[0].interval.low == Approx(0.37 - interval.high).epsilon(1e-4));
  CHECK(result.crossings[0].interval.high == Approx(0.37 - interval.low).epsilon(1e-4));
}

TEST_CASE("the interval of a break-even value covers as it says") {
  std::size_t held = 0;
  for (std::uint64_t seed = 0; seed < 1000; ++seed) {
    const Line systems(0.2, seed);
    Experiment experiment(systems, {"value"});
    const Breakeven result = breakeven(experiment, functions::factors_of(1, 0, 1), {.replications = 20});
    if (result.crossings.size() != 1) continue;
    const Interval& interval = result.crossings[0].interval;
    held +=
        (!known(interval.low) || interval.low <= 0.37) && (!known(interval.high) || 0.37 <= interval.high) ? 1U : 0U;
  }
  CAPTURE(held);
  CHECK(held >= binomial_quantile(0.0005, 1000, 0.95));
  CHECK(held <= binomial_quantile(0.9995, 1000, 0.95));
}

TEST_CASE("an end beyond the range is absent, and without a change there is no value") {
  const Line systems(2, 3);
  Experiment experiment(systems, {"value"});
  const Breakeven wide = breakeven(experiment, functions::factors_of(1, 0, 1), {.replications = 40});
  for (const Crossing& crossing : wide.crossings) {
    CHECK_FALSE(known(crossing.interval.low));
    CHECK_FALSE(known(crossing.interval.high));
  }
  const Line sure(0.01, 3);
  Experiment other(sure, {"value"});
  CHECK(breakeven(other, functions::factors_of(1, 2, 3), {.replications = 10}).crossings.empty());
}

TEST_CASE("a third system that is best for a while is found between two points of the scan") {
  // 1 − x, .6, x: the constant is best from .4 to .6; the scan of two points sees only the ends.
  const functions::Systems systems(
      {[](auto x) { return 1 - x[0]; }, [](auto) { return 0.6; }, [](auto x) { return x[0]; }}, {.common = 2});
  Experiment experiment(systems, {"value"});
  const Breakeven result = breakeven(experiment, functions::factors_of(1, 0, 1), {.replications = 5, .scan = 2});
  REQUIRE(result.crossings.size() == 2);
  CHECK(result.crossings[0].value == Approx(0.4));
  CHECK(result.crossings[0].below == 0);
  CHECK(result.crossings[0].above == 1);
  CHECK(result.crossings[1].value == Approx(0.6));
  CHECK(result.crossings[1].above == 2);
}

TEST_CASE("of whole values the first is told at which the other is the best") {
  // 10 against 3x: from 4 on. Smaller is better: the other way round.
  const functions::Systems systems({[](auto) { return 10.0; }, [](auto x) { return 3 * x[0]; }}, {.common = 2});
  const std::vector<Factor> factors{{"staff", 0, 9, 2, true}};
  for (const bool larger : {true, false}) {
    Experiment experiment(systems, {"value"});
    const Breakeven result = breakeven(experiment, factors, {.replications = 5, .scan = 3, .larger_is_better = larger});
    REQUIRE(result.crossings.size() == 1);
    CHECK(result.crossings[0].value == 4);
    CHECK(result.crossings[0].interval.low == 4);
    CHECK(result.crossings[0].interval.high == 4);
    CHECK(result.crossings[0].above == (larger ? 1U : 0U));
  }
}
