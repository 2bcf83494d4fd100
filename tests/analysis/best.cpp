#include "analysis/best.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "analysis/quantiles.hpp"
#include "tests/analysis/samples.hpp"

using namespace analysis;
using doctest::Approx;
using samples::Generator;

namespace {

Panel panel_of_values(const std::vector<std::vector<double>>& values) {
  std::vector<Sample> all;
  for (const std::vector<double>& one : values) all.push_back({false, one, {}});
  return panel_of(all);
}

/// Four designs of a vehicle-safety inspection station, ten replications with common random numbers, minutes in system:
/// Banks, Carson, Nelson & Nicol, Discrete-Event System Simulation, table of example 12.4.
Panel inspection() {
  return panel_of_values({{63.72, 32.24, 40.28, 36.94, 36.29, 56.94, 34.10, 63.36, 49.29, 87.20},
                          {63.06, 31.78, 40.32, 37.71, 36.79, 57.93, 33.39, 62.92, 47.67, 80.79},
                          {57.74, 29.65, 36.52, 35.71, 33.81, 51.54, 31.39, 57.24, 42.63, 67.27},
                          {62.63, 31.56, 39.87, 37.35, 36.65, 57.15, 33.30, 62.21, 47.46, 79.60}});
}

}  // namespace

TEST_CASE("the inspection station of the textbook: 45 replications by Bonferroni, 12 by Nelson and Matejcik") {
  // The widest pair is 1 and 3 with S² = 28.498; t(1 − .05/3, 9) = 2.508; (2.508/2)² × 28.498 = 44.8. Under sphericity
  // S² = 10.0519 and T(3, 27) = 2.15: (2.15/2)² × 10.05 = 11.6.
  const Panel panel = inspection();
  BestOptions options{.confidence = 0.95, .larger_is_better = false};
  CHECK(replications_for_best(panel, 2, options) == 45);
  options.method = BestMethod::nelson_matejcik;
  CHECK(replications_for_best(panel, 2, options) == 12);
  const ComparisonWithBest spherical = compare_with_best(panel, options);
  CHECK(std::fabs(spherical.half_width - 2.15 * std::sqrt(10.051851111 / 10)) < 0.01);
  CHECK(spherical.best == 2);
  CHECK(spherical.resolved);
}

TEST_CASE("intervals with the best of the inspection station are the ones worked by hand") {
  // Means 50.036, 49.236, 44.350, 48.778; variances of differences to 3: 28.49805, 11.85736, 9.84944. With
  // t(1 − .05/3, 9) = 2.5096 the widths are 4.2365, 2.7327, 2.4906, so nobody else may be best: behind by 5.686
  // + 4.2365 at most, and so on.
  const ComparisonWithBest result = compare_with_best(inspection(), {.confidence = 0.95, .larger_is_better = false});
  const double t = student_quantile(1 - 0.05 / 3, 9);
  CHECK(result.best == 2);
  CHECK(result.resolved);
  CHECK(result.replications == 10);
  CHECK_FALSE(known(result.half_width));
  CHECK(result.systems[0].advantage == Approx(-5.686));
  CHECK(result.systems[0].low == Approx(-5.686 - t * std::sqrt(2.849804889)));
  CHECK(result.systems[1].low == Approx(-4.886 - t * std::sqrt(1.185736)));
  CHECK(result.systems[3].low == Approx(-4.428 - t * std::sqrt(0.9849440)));
  for (const std::size_t other : {0UL, 1UL, 3UL}) {
    CHECK(result.systems[other].high == 0);
    CHECK_FALSE(result.systems[other].possible);
  }
  CHECK(result.systems[2].advantage == Approx(4.428));
  CHECK(result.systems[2].low == 0);
  CHECK(result.systems[2].high == Approx(4.428 + t * std::sqrt(0.9849440)));
}

TEST_CASE("which end is best only turns the sign") {
  std::vector<std::vector<double>> values(3);
  std::vector<std::vector<double>> negative(3);
  Generator draw(3);
  for (int r = 0; r < 20; ++r)
    for (std::size_t s = 0; s < 3; ++s) {
      values[s].push_back(0.3 * static_cast<double>(s) + draw.normal());
      negative[s].push_back(-values[s].back());
    }
  const ComparisonWithBest one = compare_with_best(panel_of_values(values), {});
  const ComparisonWithBest other = compare_with_best(panel_of_values(negative), {.larger_is_better = false});
  CHECK(one.best == other.best);
  for (std::size_t s = 0; s < 3; ++s) {
    CHECK(one.systems[s].low == Approx(other.systems[s].low));
    CHECK(one.systems[s].high == Approx(other.systems[s].high));
  }
}

TEST_CASE("identical systems may all be the best, and nothing is resolved") {
  const ComparisonWithBest result = compare_with_best(panel_of_values({{1, 2, 3}, {1, 2, 3}, {0, 1, 2}}), {});
  CHECK(result.best == 0);
  CHECK_FALSE(result.resolved);
  CHECK(result.systems[0].possible);
  CHECK(result.systems[1].possible);
  CHECK_FALSE(result.systems[2].possible);
  CHECK(result.systems[0].low == 0);
  CHECK(result.systems[0].high == 0);
  CHECK(result.systems[2].low == -1);
  CHECK(result.systems[2].high == 0);
}

TEST_CASE("one system alone is the best; without replications nothing can be said") {
  CHECK(compare_with_best(panel_of_values({{1, 2}}), {}).resolved);
  const ComparisonWithBest single = compare_with_best(panel_of_values({{1}, {2}}), {});
  CHECK(single.best == 1);
  CHECK_FALSE(single.resolved);
  CHECK_FALSE(known(single.systems[0].low));
  CHECK(replications_for_best(panel_of_values({{1}, {2}}), 1, {}) == 1);
}

TEST_CASE("systems without any value change nothing in the verdict on the others") {
  const std::vector<std::vector<double>> values{{3, 5, 4, 6}, {1, 2, 4, 3}, {2, 2, 3, 5}};
  const std::vector<double> none(4, absent);
  const ComparisonWithBest alone = compare_with_best(panel_of_values(values), {});
  const Panel panel = panel_of_values({none, values[0], values[1], none, values[2]});
  const ComparisonWithBest among = compare_with_best(panel, {});
  CHECK(among.best == alone.best + 1);
  CHECK(among.resolved == alone.resolved);
  CHECK(among.replications == 4);
  for (const auto& [to, from] : {std::pair{1U, 0U}, {2U, 1U}, {4U, 2U}}) {
    CHECK(among.systems[to].low == alone.systems[from].low);
    CHECK(among.systems[to].high == alone.systems[from].high);
    CHECK(among.systems[to].advantage == alone.systems[from].advantage);
  }
  CHECK_FALSE(known(among.systems[0].high));
  CHECK_FALSE(among.systems[3].possible);
  CHECK(replications_for_best(panel, 0.1, {}) == replications_for_best(panel_of_values(values), 0.1, {}));
  CHECK_FALSE(compare_with_best(panel_of_values({none, none}), {}).resolved);
}

TEST_CASE("two verdicts agree, disagree, or cannot be told apart") {
  const ComparisonWithBest first = compare_with_best(panel_of_values({{1, 2, 3}, {0, 1, 2}}), {});
  const ComparisonWithBest second = compare_with_best(panel_of_values({{0, 1, 2}, {1, 2, 3}}), {});
  const ComparisonWithBest open = compare_with_best(panel_of_values({{0, 5, 2}, {1, 2, 3}}), {});
  CHECK(agreement(first, first) == Agreement::agree);
  CHECK(agreement(first, second) == Agreement::disagree);
  CHECK(agreement(first, open) == Agreement::unresolved);
}

TEST_CASE("intervals with the best hold all together at least as often as they say") {
  // Five systems with means 0, 0, .1, .2, .3 and a common part; 15 replications. Under the common
  // part plus independent noise the differences are spherical, so both methods must hold.
  const std::vector<double> means{0, 0, 0.1, 0.2, 0.3};
  const std::vector<double> truth{-0.3, -0.3, -0.2, -0.1, 0.1};
  for (const BestMethod method : {BestMethod::bonferroni, BestMethod::nelson_matejcik}) {
    const std::size_t experiments = method == BestMethod::bonferroni ? 2000 : 200;  // the constant takes its time
    Generator draw(77);
    std::size_t held = 0;
    for (std::size_t experiment = 0; experiment < experiments; ++experiment) {
      std::vector<std::vector<double>> values(means.size());
      for (int r = 0; r < 15; ++r) {
        const double common = 3 * draw.normal();
        for (std::size_t s = 0; s < means.size(); ++s) values[s].push_back(means[s] + common + 0.3 * draw.normal());
      }
      BestOptions options;
      options.method = method;
      const ComparisonWithBest result = compare_with_best(panel_of_values(values), options);
      bool all = true;
      for (std::size_t s = 0; s < means.size(); ++s)
        all = all && result.systems[s].low <= truth[s] && truth[s] <= result.systems[s].high;
      held += all ? 1U : 0U;
    }
    CAPTURE(held);
    CHECK(held >= binomial_quantile(0.001, experiments, 0.95));
  }
}
