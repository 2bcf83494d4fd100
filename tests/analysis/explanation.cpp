#include "analysis/explanation.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "analysis/quantiles.hpp"
#include "tests/analysis/functions.hpp"

using namespace analysis;
using doctest::Approx;

namespace {

/// Explains a game: the first system earns nothing, the second v(S).
Explanation of_game(const functions::Function& v, std::size_t mechanisms, functions::Noise noise = {},
                    std::uint32_t replications = 4, std::size_t exact_up_to = 8) {
  const functions::Systems systems({[](auto) { return 0.0; }, v}, noise);
  Experiment experiment(systems, {"value"});
  return explain(experiment, {.question = {1, 0},
                              .mechanisms = mechanisms,
                              .replications = replications,
                              .exact_up_to = exact_up_to,
                              .seed = noise.seed});
}

double sum_of(const Explanation& explanation) {
  double sum = explanation.rest.value;
  for (const Figure& part : explanation.parts) sum += part.value;
  return sum;
}

/// Shapley's shares by the definition: the mean over all k! orders.
std::vector<double> by_all_orders(const functions::Function& v, std::size_t k) {
  std::vector<std::size_t> order(k);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<double> parts(k, 0.0);
  double orders = 0;
  do {
    std::vector<double> on(k, 0.0);
    double before = v(on);
    for (const std::size_t i : order) {
      on[i] = 1;
      const double here = v(on);
      parts[i] += here - before;
      before = here;
    }
    ++orders;
  } while (std::next_permutation(order.begin(), order.end()));
  for (double& part : parts) part /= orders;
  return parts;
}

/// A game with interactions of every order.
double tangled(std::span<const double> x) {
  double product = 1;
  double sum = 2;
  for (std::size_t i = 0; i < x.size(); ++i) {
    product *= 1 + 0.5 * x[i] * static_cast<double>(i % 3);
    sum += x[i] * static_cast<double>(i + 1);
  }
  return sum * product - 3 * x[0] * x[x.size() - 1];
}

}  // namespace

TEST_CASE("the glove game is shared as the textbook says") {
  // One left glove, two right ones; a pair is worth 1: ⅔, ⅙, ⅙.
  const Explanation result = of_game([](auto x) { return x[0] > 0 && x[1] + x[2] > 0 ? 1.0 : 0.0; }, 3);
  CHECK(result.exact);
  CHECK(result.parts[0].value == Approx(2.0 / 3));
  CHECK(result.parts[1].value == Approx(1.0 / 6));
  CHECK(result.parts[2].value == Approx(1.0 / 6));
  CHECK(result.rest.value == 0);
  CHECK(result.whole.value == 1);
}

TEST_CASE("the runway is paid by those who need its length") {
  // Littlechild & Owen (1973): the longest on pays for all; costs 8, 11, 13, 18: 8/4, + 3/3, + 2/2, + 5.
  const std::vector<double> costs{8, 11, 13, 18};
  const Explanation result = of_game(
      [&](std::span<const double> x) {
        double most = 0;
        for (std::size_t i = 0; i < 4; ++i) most = std::max(most, x[i] * costs[i]);
        return most;
      },
      4);
  CHECK(result.parts[0].value == Approx(2));
  CHECK(result.parts[1].value == Approx(3));
  CHECK(result.parts[2].value == Approx(4));
  CHECK(result.parts[3].value == Approx(9));
}

TEST_CASE("shares are the mean over all orders, they add up, and noise common to all coalitions drops out") {
  for (const std::size_t k : {1UL, 2UL, 5UL}) {
    const Explanation result = of_game(tangled, k, {.common = 10});
    const std::vector<double> expected = by_all_orders(tangled, k);
    for (std::size_t i = 0; i < k; ++i) {
      CHECK(result.parts[i].value == Approx(expected[i]));
      CHECK(result.parts[i].interval.low == Approx(expected[i]));
    }
    CHECK(sum_of(result) == Approx(result.whole.value).epsilon(1e-13));
    CHECK(result.rest.value == Approx(tangled(std::vector<double>(k, 0.0))));
  }
}

TEST_CASE("without mechanisms all of the difference is the rest") {
  const Explanation result = of_game([](auto) { return 7.0; }, 0, {.common = 1});
  CHECK(result.parts.empty());
  CHECK(result.rest.value == Approx(7));
  CHECK(result.whole.value == Approx(7));
}

TEST_CASE("by permutations the parts add up too, and of an additive game each order tells the same") {
  const Explanation result = of_game(
      [](std::span<const double> x) {
        double sum = 1;
        for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * static_cast<double>(i);
        return sum;
      },
      10, {.common = 3}, 6);
  CHECK_FALSE(result.exact);
  CHECK(result.units == 6);
  for (std::size_t i = 0; i < 10; ++i) {
    CHECK(result.parts[i].value == Approx(static_cast<double>(i)));
    CHECK(result.parts[i].interval.high - result.parts[i].interval.low < 1e-9);
  }
  CHECK(result.rest.value == Approx(1));
  CHECK(sum_of(result) == Approx(result.whole.value).epsilon(1e-13));
}

TEST_CASE("intervals of the parts hold as often as they say, exact and by permutations, with noise everywhere") {
  const std::vector<double> expected = by_all_orders(tangled, 4);
  for (const std::size_t exact_up_to : {8UL, 0UL}) {
    std::size_t held = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
      const Explanation result = of_game(tangled, 4, {.common = 3, .own = 2, .seed = seed}, 30, exact_up_to);
      CHECK(sum_of(result) == Approx(result.whole.value).epsilon(1e-12));
      const Figure& part = result.parts[seed % 4];
      held += part.interval.low <= expected[seed % 4] && expected[seed % 4] <= part.interval.high ? 1U : 0U;
    }
    CAPTURE(exact_up_to);
    CAPTURE(held);
    CHECK(held >= binomial_quantile(0.0005, 500, 0.95));
    CHECK(held <= binomial_quantile(0.9995, 500, 0.95));
  }
}

TEST_CASE("of a ratio the parts add up to the difference of the ratios of means") {
  /// Ratio y/x of each system: (2 + 3a + 4b + ab)/1 against 1, over the same x, which varies.
  class Ratios : public Factory {
   public:
    std::size_t systems() const override { return 2; }
    std::unique_ptr<sim::System> make(std::size_t system, std::span<const double> on) const override {
      const double rate = system == 0 ? 1 : 2 + 3 * on[0] + 4 * on[1] + on[0] * on[1];
      return std::make_unique<samples::FunctionSystem>(samples::catalogue_of(sim::Estimator::ratio),
                                                       [rate](std::uint32_t replication) {
                                                         const double x = 1 + replication % 4;
                                                         return sim::Observation{{rate * x, x}, {}, {}};
                                                       });
    }
  };
  const Ratios systems;
  for (const std::size_t exact_up_to : {8UL, 0UL}) {
    Experiment experiment(systems, {"value"});
    const Explanation result =
        explain(experiment, {.question = {1, 0}, .mechanisms = 2, .replications = 40, .exact_up_to = exact_up_to});
    CHECK(result.rest.value == Approx(1));
    CHECK(result.parts[0].value == Approx(3.5));
    CHECK(result.parts[1].value == Approx(4.5));
    CHECK(result.whole.value == Approx(9));
    CHECK(result.units == (exact_up_to == 0 ? 4 : 40));
  }
}

TEST_CASE("an explanation is the same on any number of threads") {
  std::vector<double> values;
  for (const unsigned threads : {1U, 4U}) {
    const functions::Systems systems({[](auto) { return 0.0; }, tangled}, {.own = 1});
    Experiment experiment(systems, {"value"}, {.threads = threads});
    values.push_back(explain(experiment, {.question = {1, 0}, .mechanisms = 9, .replications = 5}).parts[4].value);
  }
  CHECK(values[0] == values[1]);
}
