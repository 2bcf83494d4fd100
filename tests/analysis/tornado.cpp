#include "analysis/sensitivity/tornado.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "analysis/quantiles.hpp"
#include "tests/analysis/functions.hpp"

using namespace analysis;
using doctest::Approx;

TEST_CASE("a tornado's bars are the function's changes, the largest first, and common noise does not blur them") {
  // f = x₀ + 5x₁ − x₂² at the base (1, 1, 1): 5. Ends of x₀: 0, 2; of x₁ the same; of x₂: 0 → +1, 2 → −3.
  const functions::Systems systems({[](auto x) { return x[0] + 5 * x[1] - x[2] * x[2]; }}, {.common = 3});
  Experiment experiment(systems, {"value"});
  const Tornado result = tornado(experiment, functions::factors_of(3, 0, 2), {.question = {}, .replications = 30});
  REQUIRE(result.bars.size() == 3);
  CHECK(result.bars[0].factor == 1);
  CHECK(result.bars[1].factor == 2);
  CHECK(result.bars[2].factor == 0);
  CHECK(result.bars[0].low.change == Approx(-5));
  CHECK(result.bars[0].high.change == Approx(5));
  CHECK(result.bars[0].swing == Approx(5));
  CHECK(result.bars[1].low.change == Approx(1));
  CHECK(result.bars[1].high.change == Approx(-3));
  CHECK(result.bars[1].high.value == 2);
  CHECK(result.bars[2].high.interval.low == Approx(1));
  CHECK(result.bars[2].high.interval.high == Approx(1));
  CHECK(result.bars[2].high.resolved);
  CHECK(result.base_interval.high - result.base_interval.low > 1);  // the common noise
  CHECK(experiment.spent() == 7 * 30);
}

TEST_CASE("changes within the noise are not resolved, and all intervals hold together") {
  // Five factors without effect: in 400 tornados at .9 all ten intervals hold in at least the binomial band of .9.
  std::size_t held = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const functions::Systems systems({[](auto) { return 7.0; }}, {.own = 1, .seed = seed});
    Experiment experiment(systems, {"value"});
    const Tornado result =
        tornado(experiment, functions::factors_of(5, 0, 1), {.question = {}, .replications = 10, .confidence = 0.9});
    bool all = true;
    for (const TornadoBar& bar : result.bars) all = all && !bar.low.resolved && !bar.high.resolved;
    held += all ? 1U : 0U;
  }
  CAPTURE(held);
  CHECK(held >= binomial_quantile(0.001, 400, 0.9));
}

TEST_CASE("an end at which the better system changes is named, and an end that is the base costs nothing") {
  // Second minus first: 1 − x at the base 0: 1; at the high end 3: −2.
  const functions::Systems systems({[](auto x) { return x[0]; }, [](auto) { return 1.0; }}, {.common = 2});
  std::vector<Factor> factors{{"x", 0, 3, 0, false}};
  Experiment experiment(systems, {"value"});
  const Tornado result = tornado(experiment, factors, {.question = {1, 0}, .replications = 5});
  CHECK(result.base == Approx(1));
  CHECK(result.bars[0].high.answer == Approx(-2));
  CHECK(result.bars[0].high.turns);
  CHECK_FALSE(result.bars[0].low.turns);
  CHECK(result.bars[0].low.change == 0);
  CHECK_FALSE(result.bars[0].low.resolved);
  CHECK(experiment.spent() == 2 * 2 * 5);
}
