#include "analysis/sensitivity/morris.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "tests/analysis/functions.hpp"

using namespace analysis;
using doctest::Approx;

namespace {

/// Mean, mean of |.| and variance of the elementary effects of one factor over the whole grid of four levels: every
/// base level of the factor below ⅔, every level of the others.
struct Exact {
  double mean = 0;
  double absolute = 0;
  double deviation = 0;
};
Exact exact(const functions::Function& f, const std::vector<Factor>& factors, std::size_t factor) {
  std::vector<double> effects;
  const std::size_t k = factors.size();
  std::size_t all = 1;
  for (std::size_t i = 0; i < k; ++i) all *= 4;
  for (std::size_t code = 0; code < all; ++code) {
    std::vector<double> shares;
    std::size_t left = code;
    for (std::size_t i = 0; i < k; ++i, left /= 4) shares.push_back(static_cast<double>(left % 4) / 3);
    if (shares[factor] > 0.5) continue;
    const auto at = [&] {
      std::vector<double> values;
      for (std::size_t i = 0; i < k; ++i) values.push_back(factors[i].at(shares[i]));
      return f(values);
    };
    const double before = at();
    shares[factor] += 2.0 / 3;
    effects.push_back((at() - before) * 1.5);
  }
  Moments moments;
  Moments sizes;
  for (const double effect : effects) {
    moments.add(effect);
    sizes.add(std::fabs(effect));
  }
  return {moments.mean(), sizes.mean(), std::sqrt(moments.m2() / static_cast<double>(moments.count()))};
}

}  // namespace

TEST_CASE("elementary effects of a straight line are its slopes, times the ranges") {
  const functions::Systems systems({[](auto x) { return 3 * x[0] - 2 * x[1] + 10; }}, {.common = 4});
  Experiment experiment(systems, {"value"});
  const std::vector<Factor> factors = functions::factors_of(3, 10, 20);
  const std::vector<MorrisEffect> result = morris(experiment, factors, {.question = {}, .trajectories = 6});
  CHECK(result[0].mean.value == Approx(30));
  CHECK(result[1].mean.value == Approx(-20));
  CHECK(result[1].absolute.value == Approx(20));
  CHECK(std::fabs(result[2].mean.value) < 1e-9);
  for (const MorrisEffect& effect : result) {
    CHECK(effect.spread.value < 1e-9);
    CHECK(effect.noise < 1e-9);
  }
  CHECK(experiment.spent() == 6 * 4 * 5);
}

TEST_CASE("trajectories stay on the grid and change one factor at a time") {
  const std::vector<Factor> factors = functions::factors_of(4, 0, 3);
  std::vector<std::vector<double>> seen;
  const functions::Systems systems({[&](auto x) {
    seen.emplace_back(x.begin(), x.end());
    return 0.0;
  }});
  Experiment experiment(systems, {"value"});
  morris(experiment, factors, {.question = {}, .trajectories = 30, .replications = 1});
  REQUIRE(seen.size() == 150);
  std::set<double> starts;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    for (const double value : seen[i]) CHECK(value == Approx(std::floor(value + 0.5)));
    if (i % 5 == 0) {
      starts.insert(seen[i][0]);
      continue;
    }
    int changed = 0;
    for (std::size_t f = 0; f < 4; ++f) {
      const double step = std::fabs(seen[i][f] - seen[i - 1][f]);
      if (step > 1e-9) {
        ++changed;
        CHECK(step == Approx(2));
      }
    }
    CHECK(changed == 1);
  }
  CHECK(starts.size() == 4);  // every level is a start of some trajectory
}

TEST_CASE("μ, μ* and σ of the Ishigami function are those of its whole grid") {
  const std::vector<Factor> factors = functions::ishigami_factors();
  const functions::Systems systems({functions::ishigami});
  Experiment experiment(systems, {"value"});
  const std::vector<MorrisEffect> result =
      morris(experiment, factors, {.question = {}, .trajectories = 2000, .replications = 1});
  for (std::size_t f = 0; f < 3; ++f) {
    const Exact truth = exact(functions::ishigami, factors, f);
    CAPTURE(f);
    CHECK(std::fabs(result[f].mean.value - truth.mean) < 4.5 * truth.deviation / std::sqrt(2000));
    CHECK(std::fabs(result[f].absolute.value - truth.absolute) < 4.5 * truth.deviation / std::sqrt(2000));
    CHECK(result[f].spread.value == Approx(truth.deviation).epsilon(0.06));
  }
}

TEST_CASE("intervals of μ* hold nearly as often as they say, with noise in every effect") {
  // f = x₀x₁ + x₂: μ* of x₀ is 1.5 E|x₁| … by the whole grid; 300 experiments with 40 trajectories.
  const functions::Function f = [](std::span<const double> x) { return x[0] * x[1] + x[2]; };
  const std::vector<Factor> factors = functions::factors_of(3, 0, 1);
  const Exact truth = exact(f, factors, 0);
  std::size_t held = 0;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const functions::Systems systems({f}, {.own = 0.1, .seed = seed});
    Experiment experiment(systems, {"value"});
    const MorrisEffect effect =
        morris(experiment, factors, {.question = {}, .trajectories = 40, .resamples = 400, .seed = seed})[0];
    held += effect.mean.interval.low <= truth.mean && truth.mean <= effect.mean.interval.high ? 1U : 0U;
    if (seed == 0) CHECK(effect.noise == Approx(0.1 * std::sqrt(2.0 / 5) * 1.5).epsilon(0.3));
  }
  CAPTURE(held);
  CHECK(held > 270);  // .9: percentile intervals of 40 are a little too narrow
  CHECK(held < 298);
}

TEST_CASE("a whole factor's effect is per its whole range, whatever the grid's step became") {
  const functions::Systems systems({[](auto x) { return 4 * x[0]; }});
  const std::vector<Factor> factors{{"staff", 2, 3, 2, true}, {"any", 0, 1, 0, false}};
  Experiment experiment(systems, {"value"});
  const std::vector<MorrisEffect> result = morris(experiment, factors, {.question = {}, .replications = 1});
  CHECK(result[0].mean.value == Approx(4));
  CHECK(result[0].spread.value < 1e-9);
}
