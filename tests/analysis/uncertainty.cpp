#include "analysis/uncertainty.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/quantiles.hpp"
#include "tests/analysis/functions.hpp"

using namespace analysis;
using doctest::Approx;

TEST_CASE("a belief is the triangular law between its ends with its mode at the value") {
  const Factor factor{"p", 0, 10, 2, false};
  CHECK(factor.believed(0) == 0);
  CHECK(factor.believed(1) == 10);
  CHECK(factor.believed(0.2) == Approx(2));                     // P(<= 2) = 2/10
  CHECK(factor.believed(0.05) == Approx(1));                    // x²/(10 × 2)
  CHECK(factor.believed(0.8) == Approx(10 - std::sqrt(16.0)));  // 1 − (10 − x)²/(10 × 8)
  const Factor edge{"e", 3, 5, 3, false};
  CHECK(edge.believed(0) == 3);
  CHECK(edge.believed(0.75) == Approx(4));
  CHECK(Factor{"w", 1, 3, 2, true}.believed(0.5) == 2);
  double sum = 0;
  for (int i = 0; i < 1000; ++i) sum += factor.believed((i + 0.5) / 1000) / 1000;
  CHECK(sum == Approx(4).epsilon(1e-3));  // (0 + 2 + 10)/3
}

namespace {

/// What replications add to an advantage m + s a of the second of two systems over the first, which is 0.
struct Chance {
  double common = 0;  ///< deviation of what a replication adds at all draws alike
  double own = 0;     ///< of what it adds at each draw by itself
  double slope = 0;   ///< of what it adds to s
};

class Advantageous : public Factory {
 public:
  Advantageous(double mean, double slope, Chance chance, std::uint64_t seed)
      : mean_(mean), slope_(slope), chance_(chance), seed_(seed) {}
  std::size_t systems() const override { return 2; }
  std::unique_ptr<sim::System> make(std::size_t system, std::span<const double> values) const override {
    const auto value = [=, *this, a = values[0]](std::uint32_t replication) {
      const sim::Draws draws(seed_, replication);
      const double own = draws.normal(sim::word(std::to_string(a)), 0);
      const double common = draws.normal(sim::word("common"), 0);
      const double slope = slope_ + chance_.slope * draws.normal(sim::word("slope"), 0);
      const double advantage = mean_ + slope * a + chance_.common * common + chance_.own * own;
      return sim::Observation{{system == 1 ? advantage : 0, 0}, {}, {}};
    };
    return std::make_unique<samples::FunctionSystem>(samples::catalogue_of(sim::Estimator::mean), value);
  }

 private:
  double mean_;
  double slope_;
  Chance chance_;
  std::uint64_t seed_;
};

}  // namespace

TEST_CASE("draws of a belief belong to its name, whatever other beliefs there are") {
  const functions::Systems systems({[](auto) { return 0.0; }});
  Experiment experiment(systems, {"value"});
  const std::vector<Factor> both{{"a", 0, 1, 0.5, false}, {"b", 0, 1, 0.5, false}};
  const std::vector<Factor> second{{"b", 0, 1, 0.5, false}};
  const BeliefOptions options{.draws = 5, .replications = 2};
  const BeliefDraws all = draw_beliefs(experiment, both, options);
  const BeliefDraws one = draw_beliefs(experiment, second, options);
  CHECK(all.values[1] == one.values[0]);
  CHECK(all.values[0] != all.values[1]);
}

TEST_CASE("uncertainty is split as in the two-way table worked by hand") {
  // Three draws, two replications: rows (1, 3), (2, 6), (6, 12): means 2, 4, 9, grand 5; columns 3, 7. Residuals ±1, 0,
  // ∓1: MS_E = 4/2 = 2; variance of row means 13, between 13 − 2/2 = 12; of column means 8, runs 8 − 2/3 + 2.
  // Simulation: √(8/2) = 2, t(1; .75) = 1; ranks ⌊4 × ¼⌋ = 1 and 3. Draws pulled to the mean by √(12/13).
  class Rows : public Factory {
   public:
    std::size_t systems() const override { return 1; }
    std::unique_ptr<sim::System> make(std::size_t, std::span<const double> values) const override {
      const double row = values[0];
      return std::make_unique<samples::FunctionSystem>(
          samples::catalogue_of(sim::Estimator::mean), [row](std::uint32_t replication) {
            const double table[3][2] = {{1, 3}, {2, 6}, {6, 12}};
            return sim::Observation{{table[static_cast<int>(row)][replication], 0}, {}, {}};
          });
    }
  };
  const Rows systems;
  Experiment experiment(systems, {"value"});
  BeliefDraws draws;
  draws.replications = 2;
  for (const double row : {0.0, 1.0, 2.0}) draws.points.push_back(experiment.add({row}));
  experiment.extend(draws.points, 2);
  const Uncertainty result = uncertainty_of(experiment, draws, {}, 0.5);
  CHECK(result.mean == Approx(5));
  CHECK(result.deviation_of_assumptions == Approx(std::sqrt(12.0)));
  CHECK(result.deviation_of_runs == Approx(std::sqrt(8 - 2.0 / 3 + 2)));
  CHECK(result.simulation.high == Approx(5 + 2));
  CHECK(result.assumptions.low == Approx(5 - 3 * std::sqrt(12.0 / 13)));
  CHECK(result.assumptions.high == Approx(5 + 4 * std::sqrt(12.0 / 13)));
  CHECK(result.total.high == Approx(5 + std::sqrt(16 * 12.0 / 13 + 4)));
  // Three draws have no interval of 95 %: each end would be one of them.
  const Uncertainty few = uncertainty_of(experiment, draws, {}, 0.95);
  CHECK(few.simulation.high == Approx(5 + 12.7062047 * 2));
  CHECK_FALSE(known(few.assumptions.low));
  CHECK_FALSE(known(few.total.high));
}

TEST_CASE("the interval of the assumptions leaves as many draws outside on either side") {
  // No noise, the answer is the factor: 40 draws, ranks ⌊41 × .025⌋ = 1 and 40; 79 draws, ranks 2 and 78.
  const functions::Systems systems({[](auto x) { return x[0]; }});
  const std::vector<Factor> factors{{"a", 0, 1, 0.5, false}};
  for (const auto& [count, outside] : {std::pair{40U, 1U}, {79U, 2U}}) {
    Experiment experiment(systems, {"value"});
    const BeliefDraws draws = draw_beliefs(experiment, factors, {.draws = count, .replications = 2});
    std::vector<double> drawn = draws.values[0];
    std::sort(drawn.begin(), drawn.end());
    const Uncertainty result = uncertainty_of(experiment, draws, {}, 0.95);
    CHECK(result.assumptions.low == Approx(drawn[outside - 1]));
    CHECK(result.assumptions.high == Approx(drawn[count - outside]));
  }
}

TEST_CASE("the total interval holds the truth as often as it says, when the truth is one of the beliefs") {
  // f = 2a + b with triangular beliefs, a truth drawn from them, noise common and own; 95 % of 400 truths.
  const std::vector<Factor> factors{{"a", 0, 4, 1, false}, {"b", -1, 1, 0, false}};
  std::size_t held = 0;
  std::size_t simulation_alone = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    const functions::Systems systems({[](auto x) { return 2 * x[0] + x[1]; }}, {.common = 1, .own = 2, .seed = seed});
    Experiment experiment(systems, {"value"});
    const BeliefDraws draws = draw_beliefs(experiment, factors, {.draws = 400, .replications = 5, .seed = seed});
    const Uncertainty result = uncertainty_of(experiment, draws, {}, 0.95);
    const sim::Draws truth(99, static_cast<std::uint32_t>(seed));
    const double value = 2 * factors[0].believed(truth.uniform(1, 0)) + factors[1].believed(truth.uniform(2, 0));
    held += result.total.low <= value && value <= result.total.high ? 1U : 0U;
    simulation_alone += result.simulation.low <= value && value <= result.simulation.high ? 1U : 0U;
  }
  CAPTURE(held);
  CAPTURE(simulation_alone);
  CHECK(held >= binomial_quantile(0.001, 400, 0.95));
  CHECK(simulation_alone < 320);
}

TEST_CASE("without beliefs that matter there is no uncertainty but simulation's, and no noise is taken for one") {
  const functions::Systems systems({[](auto) { return 3.0; }}, {.common = 1, .own = 1});
  Experiment experiment(systems, {"value"});
  const std::vector<Factor> factors{{"a", 0, 1, 0.5, false}};
  const BeliefDraws draws = draw_beliefs(experiment, factors, {.draws = 300, .replications = 20});
  const Uncertainty result = uncertainty_of(experiment, draws, {}, 0.95);
  CHECK(result.deviation_of_assumptions < 0.1);
  CHECK(result.deviation_of_runs == Approx(std::sqrt(2.0)).epsilon(0.35));
  CHECK(result.assumptions.high - result.assumptions.low < 0.4);
  const functions::Systems constant({[](auto) { return 3.0; }});
  Experiment still(constant, {"value"});
  const BeliefDraws none = draw_beliefs(still, factors, {.draws = 39, .replications = 2});
  const Uncertainty zero = uncertainty_of(still, none, {}, 0.95);
  CHECK(zero.total.low == 3);
  CHECK(zero.total.high == 3);
}

TEST_CASE("knowing a factor is worth what choosing after learning it gains") {
  // 0 against 6a + 3b, symmetric triangular on (−1, 1): E|a| = ⅓. Knowing a: E max(0, 6a) = 1; b: ½; c: nothing. All: E
  // max(0, 6a + 3b), by numbers below.
  const std::vector<Factor> factors{{"a", -1, 1, 0, false}, {"b", -1, 1, 0, false}, {"c", -1, 1, 0, false}};
  double all = 0;
  for (int i = 0; i < 500; ++i)
    for (int j = 0; j < 500; ++j)
      all +=
          std::max(0.0, 6 * factors[0].believed((i + 0.5) / 500) + 3 * factors[1].believed((j + 0.5) / 500)) / 250'000;
  const functions::Systems systems({[](auto) { return 0.0; }, [](auto x) { return 6 * x[0] + 3 * x[1]; }},
                                   {.common = 3, .own = 1});
  Experiment experiment(systems, {"value"}, {.threads = 2});
  const BeliefDraws draws = draw_beliefs(experiment, factors, {.draws = 4000, .replications = 2});
  const KnowledgeValue result = value_of_knowledge(experiment, draws, {.resamples = 50});
  CHECK(result.everything.value == Approx(all).epsilon(0.06));
  CHECK(result.factors[0].value.value == Approx(1).epsilon(0.08));
  CHECK(result.factors[1].value.value == Approx(0.5).epsilon(0.15));
  CHECK(result.factors[2].value.value < 0.1);
  CHECK(result.factors[0].resolved);
  CHECK(result.factors[1].resolved);
  CHECK(result.factors[0].value.interval.low < 1);
  CHECK(result.factors[0].value.interval.high > 1);
  CHECK(result.share_best[0].value + result.share_best[1].value == Approx(1));
  CHECK(result.share_best[0].value == Approx(0.5).epsilon(0.06));
  CHECK(result.share_best[0].interval.low < 0.5);
  CHECK(result.share_best[0].interval.high > 0.5);
  CHECK(result.moved);
}

TEST_CASE("a curved answer is followed: knowing is worth something although the straight line through it is flat") {
  // 0 against |a| − ⅓ − .05: mean −.05; E max(0, |a| − .3833) for the triangular law: (1 − .3833)³/3 = .07817.
  const functions::Systems systems({[](auto) { return 0.0; }, [](auto x) { return std::fabs(x[0]) - 1.0 / 3 - 0.05; }});
  Experiment experiment(systems, {"value"});
  const std::vector<Factor> factors{{"a", -1, 1, 0, false}};
  const BeliefDraws draws = draw_beliefs(experiment, factors, {.draws = 2000, .replications = 2});
  const KnowledgeValue result = value_of_knowledge(experiment, draws, {.resamples = 50});
  CHECK(result.best == 0);
  CHECK(result.factors[0].value.value == Approx(std::pow(1 - 0.38333, 3) / 3).epsilon(0.1));
}

TEST_CASE(
    "what changes no choice is worth nothing, and a factor without influence seldom seems to be worth more than its "
    "floor") {
  const std::vector<Factor> factors{{"a", -1, 1, 0, false}};
  const functions::Systems sure({[](auto) { return 10.0; }, [](auto x) { return x[0]; }});
  Experiment clear(sure, {"value"});
  const KnowledgeValue nothing =
      value_of_knowledge(clear, draw_beliefs(clear, factors, {.draws = 50, .replications = 2}), {.resamples = 20});
  CHECK(nothing.best == 0);
  CHECK(nothing.everything.value == Approx(0));
  CHECK(nothing.factors[0].value.value == 0);
  CHECK_FALSE(nothing.factors[0].resolved);
  std::size_t seeming = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const functions::Systems equal({[](auto) { return 0.0; }, [](auto) { return 0.0; }}, {.own = 1, .seed = seed});
    Experiment experiment(equal, {"value"});
    const BeliefDraws draws = draw_beliefs(experiment, factors, {.draws = 60, .replications = 2, .seed = seed});
    seeming += value_of_knowledge(experiment, draws, {.resamples = 60, .seed = seed}).factors[0].resolved ? 1U : 0U;
  }
  CAPTURE(seeming);
  CHECK(seeming <= 14);  // 5 of 100 expected
}

TEST_CASE("intervals of shares and of what knowing is worth hold the truth with few replications, too") {
  // 0 against .3 + a, a symmetric triangular on (−1, 1): P(a > −.3) = 1 − .7²/2 = .755, and E max(0, .3 + a) − .3 =
  // E max(0, −.3 − a) = .7³/6 = .05717, which is also the worth of knowing a. 40 draws, 5 replications, 95 % of 200.
  const std::vector<Factor> factors{{"a", -1, 1, 0, false}};
  const double share = 1 - 0.7 * 0.7 / 2;
  const double worth = 0.7 * 0.7 * 0.7 / 6;
  const auto within = [](const Interval& interval, double truth) {
    return interval.low <= truth && truth <= interval.high ? 1U : 0U;
  };
  for (const Chance chance : {Chance{.common = 1}, Chance{.common = 0.3, .own = 1}, Chance{0.3, 0.3, 0.7}}) {
    CAPTURE(chance.common);
    CAPTURE(chance.own);
    std::size_t of_share = 0;
    std::size_t of_everything = 0;
    std::size_t of_factor = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
      const Advantageous systems(0.3, 1, chance, seed);
      Experiment experiment(systems, {"value"});
      const BeliefDraws draws = draw_beliefs(experiment, factors, {.draws = 40, .replications = 5, .seed = seed});
      const KnowledgeValue result = value_of_knowledge(experiment, draws, {.resamples = 100, .seed = seed});
      of_share += within(result.share_best[1].interval, share);
      of_everything += within(result.everything.interval, worth);
      of_factor += within(result.factors[0].value.interval, worth);
    }
    CAPTURE(of_share);
    CAPTURE(of_everything);
    CAPTURE(of_factor);
    CHECK(of_share >= binomial_quantile(0.001, 200, 0.95));
    CHECK(of_everything >= binomial_quantile(0.001, 200, 0.95));
    CHECK(of_factor >= binomial_quantile(0.001, 200, 0.95));
  }
}

TEST_CASE("what a few replications make of a factor without influence seldom passes for a worth") {
  // The factor matters within each replication, in either direction, and not on average.
  const std::vector<Factor> factors{{"a", -1, 1, 0, false}};
  std::size_t seeming = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    const Advantageous systems(0, 0, {.common = 0.2, .slope = 1}, seed);
    Experiment experiment(systems, {"value"});
    const BeliefDraws draws = draw_beliefs(experiment, factors, {.draws = 60, .replications = 5, .seed = seed});
    seeming += value_of_knowledge(experiment, draws, {.resamples = 60, .seed = seed}).factors[0].resolved ? 1U : 0U;
  }
  CAPTURE(seeming);
  CHECK(seeming <= 14);  // 5 of 100 expected
}

TEST_CASE("draws that differ by no more than replications do are told as such") {
  const std::vector<Factor> factors{{"a", -1, 1, 0, false}};
  const Advantageous noisy(0.3, 0, {.common = 1, .slope = 1}, 1);
  Experiment experiment(noisy, {"value"});
  const BeliefDraws draws = draw_beliefs(experiment, factors, {.draws = 30, .replications = 40});
  const KnowledgeValue result = value_of_knowledge(experiment, draws, {.resamples = 20});
  const Uncertainty split = uncertainty_of(experiment, draws, {1, 0}, 0.95);
  CHECK(result.moved == (split.deviation_of_assumptions > 0));
  const Advantageous constant(0.3, 0, {.common = 1}, 1);
  Experiment still(constant, {"value"});
  const KnowledgeValue nothing =
      value_of_knowledge(still, draw_beliefs(still, factors, {.draws = 10, .replications = 3}), {.resamples = 20});
  CHECK_FALSE(nothing.moved);
}

TEST_CASE("where the smaller is better the choice turns round") {
  const std::vector<Factor> factors{{"a", -1, 1, 0, false}};
  const functions::Systems systems({[](auto x) { return 6 * x[0]; }, [](auto) { return -1.0; }});
  Experiment experiment(systems, {"value"});
  const BeliefDraws draws = draw_beliefs(experiment, factors, {.draws = 500, .replications = 2});
  const KnowledgeValue result = value_of_knowledge(experiment, draws, {.larger_is_better = false, .resamples = 20});
  CHECK(result.best == 1);
  CHECK(result.factors[0].resolved);
}
