#include "analysis/comparison.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "analysis/estimate.hpp"
#include "analysis/interval.hpp"
#include "sim/problem.hpp"
#include "tests/analysis/samples.hpp"

using namespace analysis;
using doctest::Approx;
using Pairs = std::vector<std::pair<double, double>>;
using Values = std::vector<double>;

namespace {

/// Systems with one measure each, given by their rows.
struct Systems {
  explicit Systems(sim::Estimator estimator, double probability = 0)
      : catalogue(samples::catalogue_of(estimator, probability)) {}
  void add(sim::Observations given) { rows.push_back(std::move(given)); }
  std::vector<Series> series() const {
    std::vector<Series> result;
    for (const sim::Observations& each : rows) result.emplace_back(catalogue, catalogue.measures[0], each);
    return result;
  }
  sim::Catalogue catalogue;
  std::vector<sim::Observations> rows;
};

}  // namespace

TEST_CASE("a paired difference of five replications is the one worked by hand") {
  // D = 1, 2, 3, 4, 5: 3 ± 1.963243. Deviations of w: −2, 0, 2, 1, −1 (squares 10); of v = w + D: −4, −1, 2, 2, 1
  // (squares 26); products 8 + 0 + 4 + 2 − 1 = 13; correlation 13/√260; variances (26 + 10)/10 = 3.6.
  Systems systems(sim::Estimator::mean);
  systems.add(samples::rows_of(Values{8, 10, 12, 11, 9}));
  systems.add(samples::rows_of(Values{9, 12, 15, 15, 14}));
  const std::vector<Series> series = systems.series();
  const Difference result = difference(series[1], series[0], 0.95);
  CHECK(result.mean == Approx(3));
  CHECK(result.low == Approx(3 - 1.963243161).epsilon(1e-9));
  CHECK(result.high == Approx(3 + 1.963243161).epsilon(1e-9));
  CHECK(result.sd == Approx(std::sqrt(2.5)));
  CHECK(result.correlation == Approx(13 / std::sqrt(260.0)).epsilon(1e-12));
  CHECK(result.variance_ratio == Approx(3.6).epsilon(1e-12));
  CHECK(result.replications == 5);
  CHECK(result.resolved);
}

TEST_CASE("a difference turned round is the same with its sign changed") {
  samples::Generator draw(5);
  Systems systems(sim::Estimator::mean);
  Values first;
  Values second;
  for (int i = 0; i < 40; ++i) {
    first.push_back(draw.exponential());
    second.push_back(2 * draw.exponential());
  }
  systems.add(samples::rows_of(first));
  systems.add(samples::rows_of(second));
  const std::vector<Series> series = systems.series();
  for (const bool paired : {true, false}) {
    const Difference one = difference(series[0], series[1], 0.9, paired);
    const Difference other = difference(series[1], series[0], 0.9, paired);
    CHECK(one.mean == -other.mean);
    CHECK(one.low == Approx(-other.high).epsilon(1e-14));
    CHECK(one.high == Approx(-other.low).epsilon(1e-14));
  }
}

TEST_CASE("the difference of two ratios is linearised jointly") {
  // Baseline: y = 2x ± ½ over x = 1, 3, 1, 3 (R = 2, x̄ = 2): z = ¼, −¼, −¼, ¼. System: y = 3x ± 1 over x = 4, 4, 2, 2
  // (R = 3, x̄ = 3): z = ⅓, −⅓, ⅓, −⅓. D = 1/12, −1/12, 7/12, −7/12 about 1: s² = (2 + 98)/(144 × 3) = .2314815,
  // error √(s²/4) = .2405626, t(3; .975) = 3.1824463: 1 ± .7655776.
  Systems systems(sim::Estimator::ratio);
  systems.add(samples::rows_of(Pairs{{2.5, 1}, {5.5, 3}, {1.5, 1}, {6.5, 3}}));
  systems.add(samples::rows_of(Pairs{{13, 4}, {11, 4}, {7, 2}, {5, 2}}));
  const std::vector<Series> series = systems.series();
  const Difference result = difference(series[1], series[0], 0.95);
  CHECK(result.mean == Approx(1).epsilon(1e-14));
  CHECK(result.sd == Approx(std::sqrt(0.2314815)).epsilon(1e-6));
  CHECK(result.low == Approx(1 - 0.7655776).epsilon(1e-6));
  CHECK(result.high == Approx(1 + 0.7655776).epsilon(1e-6));
  CHECK(result.correlation == Approx(0));
  CHECK(result.variance_ratio == Approx((4.0 / 16 + 4.0 / 9) / (100.0 / 144)));
}

TEST_CASE("intervals against the baseline share the error among them") {
  samples::Generator draw(6);
  Systems systems(sim::Estimator::mean);
  for (int s = 0; s < 4; ++s) {
    Values values;
    for (int i = 0; i < 50; ++i) values.push_back(draw.normal());
    systems.add(samples::rows_of(values));
  }
  const std::vector<Series> series = systems.series();
  const Comparison result = compare(series, {.baseline = 2, .confidence = 0.94});
  CHECK_FALSE(known(result.differences[2].mean));
  for (const std::size_t s : {0UL, 1UL, 3UL}) {
    const Difference alone = difference(series[s], series[2], 0.98);
    CHECK(result.differences[s].mean == alone.mean);
    CHECK(result.differences[s].low == Approx(alone.low).epsilon(1e-10));
    CHECK(result.differences[s].high == Approx(alone.high).epsilon(1e-10));
  }
  // One that has no value takes no share of it.
  systems.add(samples::rows_of(Values(50, absent)));
  const Comparison more = compare(systems.series(), {.baseline = 2, .confidence = 0.94});
  CHECK(more.differences[0].low == result.differences[0].low);
  CHECK_FALSE(known(more.differences[4].low));
}

TEST_CASE("differences have p-values by themselves, and adjusted for their number by Holm") {
  samples::Generator draw(8);
  Systems systems(sim::Estimator::mean);
  for (int s = 0; s < 3; ++s) {
    Values values;
    for (int i = 0; i < 30; ++i) values.push_back(0.5 * s + draw.normal());
    systems.add(samples::rows_of(values));
  }
  const std::vector<Series> series = systems.series();
  const Comparison result = compare(series, {});
  const double small = result.differences[2].p_value;
  const double large = result.differences[1].p_value;
  REQUIRE(small < large);
  CHECK(result.differences[2].adjusted == Approx(2 * small));
  CHECK(result.differences[1].adjusted == Approx(std::max(2 * small, large)));
  CHECK_FALSE(known(result.differences[0].adjusted));
  const Difference alone = difference(series[2], series[0], 1 - 0.99 * small);
  CHECK_FALSE(alone.resolved);
  CHECK(difference(series[2], series[0], 1 - 1.01 * small).resolved);
  CHECK_FALSE(known(alone.adjusted));
}

TEST_CASE("a constant difference has no width, and constant values no correlation") {
  Systems systems(sim::Estimator::mean);
  systems.add(samples::rows_of(Values{1, 5, 2, 8}));
  systems.add(samples::rows_of(Values{3, 7, 4, 10}));
  systems.add(samples::rows_of(Values{4, 4, 4, 4}));
  const std::vector<Series> series = systems.series();
  const Difference shift = difference(series[1], series[0], 0.95);
  CHECK(shift.low == 2);
  CHECK(shift.high == 2);
  CHECK(shift.sd == 0);
  CHECK(shift.correlation == Approx(1));
  CHECK_FALSE(known(shift.variance_ratio));
  CHECK(shift.resolved);
  const Difference constant = difference(series[2], series[0], 0.95);
  CHECK_FALSE(known(constant.correlation));
  CHECK(constant.variance_ratio == Approx(1));
  const Difference same = difference(series[0], series[0], 0.95);
  CHECK(same.low == 0);
  CHECK(same.high == 0);
  CHECK_FALSE(same.resolved);
}

TEST_CASE("independent samples are compared by Welch's interval and have no correlation") {
  Systems systems(sim::Estimator::mean);
  systems.add(samples::rows_of(Values{1, 2, 3, 4, 5}));
  systems.add(samples::rows_of(Values{2, 4, 6, 8}));
  const std::vector<Series> series = systems.series();
  const Difference result = difference(series[0], series[1], 0.95, false);
  CHECK(result.mean == Approx(-2));
  CHECK(result.high - result.mean == Approx(3.844636383940091647).epsilon(1e-10));
  CHECK_FALSE(known(result.correlation));
  CHECK_FALSE(known(result.variance_ratio));
  CHECK_FALSE(known(result.sd));
  CHECK(result.replications == 4);
  CHECK_FALSE(result.resolved);
  // Paired over the shorter of the two: D = −1, −2, −3, −4.
  const Difference paired = difference(series[0], series[1], 0.95);
  CHECK(paired.mean == Approx(-2.5));
  CHECK(paired.replications == 4);
}

TEST_CASE("quantile measures are compared by the replications' own quantiles, where both have one") {
  // Own medians: the middles of buckets, 1.03125, 2.0625, none, 1.03125 against 2.0625, 2.0625, 1.03125, 4.125.
  Systems systems(sim::Estimator::quantile, 0.5);
  systems.add(samples::rows_of(std::vector<Values>{{1}, {2}, {}, {1}}));
  systems.add(samples::rows_of(std::vector<Values>{{2}, {2}, {1}, {4}}));
  const std::vector<Series> series = systems.series();
  const Difference result = difference(series[1], series[0], 0.95);
  CHECK(result.empty == 1);
  CHECK(result.replications == 3);
  CHECK(result.mean == Approx((1.03125 + 0 + 3.09375) / 3));
}

TEST_CASE("a system without an estimate has no difference") {
  Systems systems(sim::Estimator::ratio);
  systems.add(samples::rows_of(Pairs{{0, 0}, {0, 0}}));
  systems.add(samples::rows_of(Pairs{{1, 2}, {2, 2}}));
  const std::vector<Series> series = systems.series();
  const Comparison result = compare(series, {});
  CHECK_FALSE(known(result.differences[1].mean));
  CHECK_FALSE(known(result.differences[1].low));
  CHECK_FALSE(result.differences[1].resolved);
  CHECK(result.best[0].share == 0);
  CHECK(result.best[1].share == 1);
}

TEST_CASE("the share of best replications splits ties, follows the direction and has Wilson's interval") {
  Systems systems(sim::Estimator::mean);
  systems.add(samples::rows_of(Values{3, 1, 5, 2, 0, 7, 7, 7, 1, 1}));
  systems.add(samples::rows_of(Values{1, 2, 5, 2, 9, 1, 1, 1, 1, 2}));
  systems.add(samples::rows_of(Values{2, 0, 4, 2, 1, 2, 2, 2, 1, 0}));
  // Largest: 0 | 1 | 0, 1 | all | 1 | 0 | 0 | 0 | all | 1: wins 4 + ½ + ⅔, 3 + ½ + ⅔, ⅔.
  const Comparison largest = compare(systems.series(), {});
  CHECK(largest.ranked == 10);
  CHECK(largest.best[0].share == Approx(0.1 * (4.5 + 2.0 / 3)));
  CHECK(largest.best[1].share == Approx(0.1 * (3.5 + 2.0 / 3)));
  CHECK(largest.best[2].share == Approx(0.1 * (2.0 / 3)));
  const Interval wilson = wilson_interval(4.5 + 2.0 / 3, 10, 0.95);
  CHECK(largest.best[0].low == Approx(wilson.low));
  CHECK(largest.best[0].high == Approx(wilson.high));
  // Smallest: 1 | 2 | 2 | all | 0 | 1 | 1 | 1 | all | 2.
  const Comparison smallest = compare(systems.series(), {.larger_is_better = false});
  CHECK(smallest.best[0].share == Approx(0.1 * (1 + 2.0 / 3)));
  CHECK(smallest.best[1].share == Approx(0.1 * (4 + 2.0 / 3)));
  CHECK(smallest.best[2].share == Approx(0.1 * (3 + 2.0 / 3)));
  CHECK(smallest.differences[1].mean == largest.differences[1].mean);
}

TEST_CASE("replications in which no system has a value are not ranked") {
  Systems systems(sim::Estimator::ratio);
  systems.add(samples::rows_of(Pairs{{0, 0}, {1, 1}, {0, 0}}));
  systems.add(samples::rows_of(Pairs{{0, 0}, {2, 1}, {-5, 1}}));
  const Comparison result = compare(systems.series(), {});
  CHECK(result.ranked == 2);
  CHECK(result.best[1].share == 1);  // even a negative value beats none
}

TEST_CASE("systems may keep a measure in different slots, and one that lacks it is named") {
  sim::Catalogue moved = samples::catalogue_of(sim::Estimator::mean);
  moved.measures[0].numerator = 1;
  moved.measures.insert(moved.measures.begin(), moved.measures[0]);
  moved.measures[0].name = "other";
  const samples::FunctionSystem one(samples::catalogue_of(sim::Estimator::mean), [](std::uint32_t r) {
    return sim::Observation{{double(r), -1}, {}, {}};
  });
  const samples::FunctionSystem two(moved, [](std::uint32_t r) {
    return sim::Observation{{-1, double(r) + 1}, {}, {}};
  });
  sim::Replications replications({&one, &two}, 2);
  replications.run_to(20);
  const std::vector<Series> series = series_of(replications, "value", 10);
  CHECK(series[0].size() == 10);
  const Difference result = difference(series[1], series[0], 0.95);
  CHECK(result.low == 1);
  CHECK(result.high == 1);
  try {
    series_of(replications, "other", 10);
    FAIL("nobody noticed");
  } catch (const sim::InputError& error) {
    REQUIRE(error.problems().size() == 1);
    CHECK(error.problems()[0].code == "unknown_measure");
    CHECK(error.problems()[0].arguments == std::vector<std::string>{"other", "0"});
  }
}
