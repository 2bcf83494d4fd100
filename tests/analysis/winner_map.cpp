#include "analysis/winner_map.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/analysis/functions.hpp"

using namespace analysis;
using doctest::Approx;

namespace {

/// The first earns x, the second y: the border is the diagonal.
const std::vector<functions::Function> diagonal{[](auto x) { return x[0]; }, [](auto x) { return x[1]; }};

/// Noise of a system's own, the same at all points, as twin customers leave it.
class Twins : public Factory {
 public:
  Twins(std::vector<functions::Function> functions, double own, std::uint64_t seed)
      : functions_(std::move(functions)), own_(own), seed_(seed) {}
  std::size_t systems() const override { return functions_.size(); }
  std::unique_ptr<sim::System> make(std::size_t system, std::span<const double> values) const override {
    const double center = functions_[system](values);
    return std::make_unique<samples::FunctionSystem>(
        samples::catalogue_of(sim::Estimator::mean),
        [center, system, own = own_, seed = seed_](std::uint32_t replication) {
          const double noise = own * sim::Draws(seed, replication).normal(3, static_cast<std::uint32_t>(system));
          return sim::Observation{{center + noise, 0}, {}, {}};
        });
  }

 private:
  std::vector<functions::Function> functions_;
  double own_;
  std::uint64_t seed_;
};

}  // namespace

TEST_CASE("the map of two planes has their border on the diagonal, and few cells far from it are simulated") {
  const functions::Systems systems(diagonal, {.common = 3});
  Experiment experiment(systems, {"value"});
  const std::vector<Factor> factors = functions::factors_of(2, 0, 19);
  const WinnerMap map = winner_map(experiment, factors, {});
  REQUIRE(map.cells.size() == 400);
  for (std::size_t row = 0; row < 20; ++row)
    for (std::size_t column = 0; column < 20; ++column) {
      const MapCell& cell = map.cells[row * 20 + column];
      CAPTURE(row);
      CAPTURE(column);
      if (row == column) {
        CHECK_FALSE(cell.resolved);  // they earn the same in every replication
        continue;
      }
      CHECK(cell.resolved);
      CHECK(cell.best == (column > row ? 0 : 1));
      CHECK(cell.means[0] - cell.means[1] == Approx(static_cast<double>(column) - static_cast<double>(row)));
    }
  CHECK(map.x[0] == 0);
  CHECK(map.y[19] == 19);
  CHECK(map.simulated < 200);  // the border passes exactly through corners, so blocks on both sides are halved
  CHECK_FALSE(map.cells[19].means.empty());
  CHECK_FALSE(map.cells[2 * 20 + 18].simulated);
  CHECK(map.spent == experiment.spent());
  CHECK(map.spent <= 10'000);
  CHECK_FALSE(map.exhausted);
}

TEST_CASE("near the border the map says that it does not know, and what it says it knows is seldom wrong") {
  std::size_t wrong = 0;
  std::size_t resolved = 0;
  std::size_t open_far_away = 0;
  std::size_t open_near = 0;
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const Twins systems(diagonal, 6, seed);
    Experiment experiment(systems, {"value"});
    const WinnerMap map = winner_map(experiment, functions::factors_of(2, 0, 19), {});
    CHECK(map.spent <= 10'000);
    for (std::size_t c = 0; c < 400; ++c) {
      const int gap = static_cast<int>(c % 20) - static_cast<int>(c / 20);
      const MapCell& cell = map.cells[c];
      if (!cell.resolved) {
        (std::abs(gap) > 8 ? open_far_away : open_near) += 1;
        continue;
      }
      if (gap == 0) continue;
      ++resolved;
      wrong += cell.best != (gap > 0 ? 0U : 1U) ? 1U : 0U;
    }
  }
  CAPTURE(wrong);
  CAPTURE(resolved);
  CHECK(wrong * 100 < resolved);  // far less than 5 % of those resolved: most are far from the border
  CHECK(open_near > 50 * 15);
  CHECK(open_far_away < 50 * 5);
}

TEST_CASE("three systems meet where they should") {
  // The third earns 12 everywhere: it wins where both x and y are below 12.
  std::vector<functions::Function> three = diagonal;
  three.push_back([](auto) { return 12.3; });
  const functions::Systems systems(three, {.common = 1});
  Experiment experiment(systems, {"value"}, {.threads = 3});
  const WinnerMap map = winner_map(experiment, functions::factors_of(2, 0, 19), {});
  for (std::size_t c = 0; c < 400; ++c) {
    const std::size_t x = c % 20;
    const std::size_t y = c / 20;
    if (x == y && x > 12) continue;
    CHECK(map.cells[c].best == (std::max(x, y) <= 12 ? 2U : x > y ? 0U : 1U));
  }
}

TEST_CASE("a system without any value hides nothing of the map") {
  std::vector<functions::Function> three = diagonal;
  three.insert(three.begin(), [](auto) { return absent; });
  const functions::Systems two_systems(diagonal, {.common = 1});
  const functions::Systems three_systems(three, {.common = 1});
  Experiment without(two_systems, {"value"});
  Experiment with(three_systems, {"value"});
  const WinnerMap one = winner_map(without, functions::factors_of(2, 0, 19), {});
  const WinnerMap other = winner_map(with, functions::factors_of(2, 0, 19), {});
  std::size_t resolved = 0;
  for (std::size_t c = 0; c < one.cells.size(); ++c) {
    CHECK(other.cells[c].resolved == one.cells[c].resolved);
    CHECK(other.cells[c].best == one.cells[c].best + 1);
    resolved += other.cells[c].resolved ? 1U : 0U;
  }
  CHECK(resolved > 300);
}

TEST_CASE("where a rival that has values elsewhere has none yet, nobody is said to be the best") {
  const functions::Systems systems({[](auto) { return 1.0; }, [](auto x) { return x[0] < 10 ? absent : 2.0; }},
                                   {.own = 0.1});
  Experiment experiment(systems, {"value"});
  const WinnerMap map = winner_map(experiment, functions::factors_of(2, 0, 19), {});
  std::size_t alone = 0;
  for (std::size_t c = 0; c < 400; ++c) {
    const bool rival = map.x[c % 20] >= 10;
    if (map.cells[c].simulated && !rival) {
      ++alone;
      CHECK_FALSE(map.cells[c].resolved);
    }
    if (rival && map.cells[c].resolved) CHECK(map.cells[c].best == 1);
  }
  CHECK(alone > 20);
}

TEST_CASE("where the smaller is better the map is the other way round") {
  const functions::Systems systems(diagonal, {.common = 1});
  Experiment experiment(systems, {"value"});
  MapOptions options;
  options.larger_is_better = false;
  options.columns = 5;
  options.rows = 3;
  const WinnerMap map = winner_map(experiment, functions::factors_of(2, 0, 10), options);
  CHECK(map.cells.size() == 15);
  CHECK(map.cells[4].best == 1);
  CHECK(map.cells[10].best == 0);
}

TEST_CASE("the budget is never passed, and what it did not reach is told, unresolved") {
  const Twins systems(diagonal, 6, 1);
  Experiment experiment(systems, {"value"});
  MapOptions options;
  options.budget = 1000;
  const WinnerMap map = winner_map(experiment, functions::factors_of(2, 0, 19), options);
  CHECK(map.exhausted);
  CHECK(map.spent <= 1000);
  for (const MapCell& cell : map.cells) CHECK(cell.means.size() == 2);
  options.budget = 10;  // not even the corners
  Experiment poor(systems, {"value"});
  const WinnerMap nothing = winner_map(poor, functions::factors_of(2, 0, 19), options);
  CHECK(nothing.spent == 0);
  CHECK(nothing.exhausted);
  CHECK(nothing.simulated == 0);
  for (const MapCell& cell : nothing.cells) CHECK_FALSE(cell.resolved);
}

TEST_CASE("systems that always do the same are never told apart, and cost no further looks") {
  const functions::Systems systems({[](auto) { return 1.0; }, [](auto) { return 1.0; }}, {.common = 1});
  Experiment experiment(systems, {"value"});
  const WinnerMap map = winner_map(experiment, functions::factors_of(2, 0, 1), {});
  for (const MapCell& cell : map.cells) CHECK_FALSE(cell.resolved);
  CHECK(map.spent == 400 * 2 * 10);
}
