#include "analysis/sensitivity/sobol.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>
#include <set>

#include "analysis/sensitivity/sobol_points.hpp"
#include "tests/analysis/functions.hpp"

using namespace analysis;
using doctest::Approx;

namespace {

bool holds(const Figure& figure, double truth) { return figure.interval.low <= truth && truth <= figure.interval.high; }

/// Closed form of the Ishigami function (a = 7, b = .1).
struct Ishigami {
  double v1 = std::pow(1 + 0.1 * std::pow(std::numbers::pi, 4) / 5, 2) / 2;
  double v2 = 49.0 / 8;
  double v13 = 0.01 * std::pow(std::numbers::pi, 8) * (1.0 / 18 - 1.0 / 50);
  double v = v1 + v2 + v13;
};

}  // namespace

TEST_CASE("Sobol' points hit each cell of a net once, and scramblings differ") {
  const std::size_t n = 64;
  const auto points = sobol_points(n, 3, 5);
  for (std::size_t d = 0; d < 3; ++d) {
    std::set<int> cells;
    for (const auto& point : points) {
      CHECK(point[d] > 0);
      CHECK(point[d] < 1);
      cells.insert(static_cast<int>(point[d] * 64));
    }
    CHECK(cells.size() == n);  // every 64th once
  }
  std::set<int> boxes;  // the first two coordinates: an 8 by 8 net
  for (const auto& point : points) boxes.insert(static_cast<int>(point[0] * 8) * 8 + static_cast<int>(point[1] * 8));
  CHECK(boxes.size() == n);
  CHECK(sobol_points(4, 2, 5)[3][1] != sobol_points(4, 2, 6)[3][1]);
  CHECK(sobol_points(4, 2, 5) == sobol_points(4, 2, 5));
}

TEST_CASE("the mean of a smooth function over scrambled points is far better than chance") {
  // ∫ Π x_i = ⅛; independent points would leave ±.0054 of 1,024.
  double worst = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    double sum = 0;
    for (const auto& x : sobol_points(1024, 3, seed)) sum += x[0] * x[1] * x[2] / 1024;
    worst = std::max(worst, std::fabs(sum - 0.125));
  }
  CHECK(worst < 0.0005);
}

TEST_CASE("Sobol' indices of the Ishigami function are its closed form") {
  const functions::Systems systems({functions::ishigami});
  Experiment experiment(systems, {"value"});
  const SobolIndices result =
      sobol(experiment, functions::ishigami_factors(), {.question = {}, .rows = 4096, .replications = 1});
  const Ishigami exact;
  CHECK(std::fabs(result.mean - 3.5) < 0.01);
  CHECK(result.deviation == Approx(std::sqrt(exact.v)).epsilon(0.01));
  const double first[] = {exact.v1 / exact.v, exact.v2 / exact.v, 0};
  const double total[] = {(exact.v1 + exact.v13) / exact.v, exact.v2 / exact.v, exact.v13 / exact.v};
  CHECK(first[0] == Approx(0.3139).epsilon(1e-3));  // as published
  CHECK(total[2] == Approx(0.2437).epsilon(1e-3));
  for (std::size_t f = 0; f < 3; ++f) {
    CAPTURE(f);
    CHECK(std::fabs(result.factors[f].first.value - first[f]) < 0.02);
    CHECK(std::fabs(result.factors[f].total.value - total[f]) < 0.02);
    CHECK(holds(result.factors[f].first, first[f]));
    CHECK(holds(result.factors[f].total, total[f]));
  }
}

TEST_CASE("Sobol' indices of the g function are its closed form") {
  const std::vector<double> a{0, 1, 4.5, 9, 99};
  const functions::Systems systems({functions::sobol_g(a)});
  Experiment experiment(systems, {"value"});
  const SobolIndices result =
      sobol(experiment, functions::factors_of(5, 0, 1), {.question = {}, .rows = 4096, .replications = 1});
  double product = 1;
  for (const double one : a) product *= 1 + 1 / (3 * (1 + one) * (1 + one));
  const double variance = product - 1;
  for (std::size_t f = 0; f < 5; ++f) {
    const double own = 1 / (3 * (1 + a[f]) * (1 + a[f]));
    CAPTURE(f);
    CHECK(std::fabs(result.factors[f].first.value - own / variance) < 0.015);
    CHECK(std::fabs(result.factors[f].total.value - own * product / (1 + own) / variance) < 0.015);
  }
}

TEST_CASE("noise at every point would inflate the total indices, and the jackknife takes that away") {
  // Straight line x₀ + x₁ with variance 1/6; noise of variance .1 in a replication, 4 replications: .025 at a point.
  // Uncorrected, the noise of two points adds .025/(1/6 + .025) = .13 to a total index, and x₂'s 0 would be .13.
  const functions::Systems systems({[](auto x) { return x[0] + x[1]; }}, {.common = 1, .own = std::sqrt(0.1)});
  Experiment experiment(systems, {"value"});
  const SobolIndices result =
      sobol(experiment, functions::factors_of(3, 0, 1), {.question = {}, .rows = 2048, .replications = 4});
  for (std::size_t f = 0; f < 3; ++f) {
    const double truth = f == 2 ? 0 : 0.5;
    CAPTURE(f);
    CHECK(std::fabs(result.factors[f].total.value - truth) < 0.04);
    CHECK(holds(result.factors[f].total, truth));
    CHECK(holds(result.factors[f].first, truth));
  }
  CHECK(result.deviation == Approx(std::sqrt(1.0 / 6)).epsilon(0.05));
}

TEST_CASE("an answer that does not vary has no indices, and seeds alone decide the others") {
  const functions::Systems constant({[](auto) { return 0.1; }});
  Experiment flat(constant, {"value"});
  const SobolIndices none = sobol(flat, functions::factors_of(2, 0, 1), {.question = {}, .rows = 64});
  CHECK(none.deviation == 0);
  CHECK(none.mean == Approx(0.1));
  CHECK_FALSE(known(none.factors[0].first.value));
  const functions::Systems systems({functions::ishigami}, {.own = 1});
  std::vector<double> values;
  for (const unsigned threads : {1U, 3U}) {
    Experiment experiment(systems, {"value"}, {.threads = threads});
    values.push_back(
        sobol(experiment, functions::ishigami_factors(), {.question = {}, .rows = 64}).factors[1].total.value);
  }
  CHECK(values[0] == values[1]);
}
