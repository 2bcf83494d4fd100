#include "analysis/estimate.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "analysis/pooled_quantile.hpp"
#include "tests/analysis/samples.hpp"

using namespace analysis;
using doctest::Approx;
using Pairs = std::vector<std::pair<double, double>>;
using Values = std::vector<double>;
using Spans = std::vector<std::vector<double>>;

TEST_CASE("the estimate of a mean is the sample's, with the t interval") {
  const sim::Catalogue catalogue = samples::catalogue_of(sim::Estimator::mean);
  const sim::Observations rows = samples::rows_of(Values{5, 1, 4, 2, 3});
  const Estimate result = estimate(Series(catalogue, catalogue.measures[0], rows), 0.95);
  CHECK(result.mean == Approx(3));
  CHECK(result.low == Approx(3 - 1.963243161).epsilon(1e-9));
  CHECK(result.high == Approx(3 + 1.963243161).epsilon(1e-9));
  CHECK(result.sd == Approx(std::sqrt(2.5)));
  CHECK(result.p05 == 1);
  CHECK(result.p50 == 3);
  CHECK(result.p95 == 5);
  CHECK(result.empty == 0);
}

TEST_CASE("the estimate of a ratio is the ratio of means with the delta method's interval") {
  // x = 1, 3, 1, 3 and y = 2x ± ½: R = 4/2 = 2, residuals ½, −½, −½, ½, over x̄ ± ¼; s² = (4/16)/3, error √(s²/4) =
  // .1443376, t(3; .975) = 3.1824463: 2 ± .4593465. The ratios 2.5, 1.8333, 1.5, 2.1667 have s = √(.55556/3) =
  // .4303315.
  const sim::Catalogue catalogue = samples::catalogue_of(sim::Estimator::ratio);
  const sim::Observations rows = samples::rows_of(Pairs{{2.5, 1}, {5.5, 3}, {1.5, 1}, {6.5, 3}});
  const Estimate result = estimate(Series(catalogue, catalogue.measures[0], rows), 0.95);
  CHECK(result.mean == 2);
  CHECK(result.low == Approx(2 - 0.4593465).epsilon(1e-7));
  CHECK(result.high == Approx(2 + 0.4593465).epsilon(1e-7));
  CHECK(result.sd == Approx(0.4303315).epsilon(1e-6));
  CHECK(result.p05 == 1.5);
  CHECK(result.p50 == Approx(5.5 / 3));
  CHECK(result.p95 == 2.5);
  // The same from s² = S_y² − 2R S_xy + R² S_x² (Law, 9.4.1): Σ about the means 17, 8, 4, each over 3.
  CHECK(result.high - 2 == Approx(3.182446305284 * std::sqrt((17.0 - 2 * 2 * 8 + 4 * 4) / 3) / (2 * 2)).epsilon(1e-11));
}

TEST_CASE("replications with an empty denominator count in the ratio and are counted, but have no value of their own") {
  const sim::Catalogue catalogue = samples::catalogue_of(sim::Estimator::ratio);
  const sim::Observations rows = samples::rows_of(Pairs{{1, 2}, {0, 0}, {3, 2}, {0, 0}, {2, 2}});
  const Estimate result = estimate(Series(catalogue, catalogue.measures[0], rows), 0.95);
  CHECK(result.mean == Approx(1));
  CHECK(result.empty == 2);
  CHECK(result.p05 == 0.5);
  CHECK(result.p50 == 1);
  CHECK(result.p95 == 1.5);
  CHECK(result.sd == Approx(0.5));
  // z = −1, 0, 1, 0, 0 over x̄ = 1.2: s² = 2/(4 × 1.44), error √(s²/5), t(4; .975) = 2.7764451 — of all five.
  CHECK(result.high - result.mean == Approx(2.7764451 * std::sqrt(2 / (4 * 1.44) / 5)).epsilon(1e-7));
}

TEST_CASE("a ratio without any denominator has no estimate") {
  const sim::Catalogue catalogue = samples::catalogue_of(sim::Estimator::ratio);
  const sim::Observations rows = samples::rows_of(Pairs{{0, 0}, {0, 0}, {0, 0}});
  const Estimate result = estimate(Series(catalogue, catalogue.measures[0], rows), 0.95);
  for (const double number : {result.mean, result.low, result.high, result.sd, result.p05, result.p50, result.p95})
    CHECK_FALSE(known(number));
  CHECK(result.empty == 3);
  CHECK_FALSE(result.skewed);
}

TEST_CASE("nothing is divided by an empty denominator, even where its numerator is not empty") {
  const sim::Catalogue catalogue = samples::catalogue_of(sim::Estimator::ratio);
  const sim::Observations some = samples::rows_of(Pairs{{5, 0}, {1, 2}, {2, 2}});
  const Estimate result = estimate(Series(catalogue, catalogue.measures[0], some), 0.95);
  CHECK(result.mean == Approx(2));
  CHECK(result.p95 == 1);
  CHECK(result.empty == 1);
  const sim::Observations none = samples::rows_of(Pairs{{5, 0}, {1, 0}});
  CHECK_FALSE(known(estimate(Series(catalogue, catalogue.measures[0], none), 0.95).mean));
}

TEST_CASE("constant observations give zero width for every kind of measure") {
  const auto check = [](sim::Estimator estimator, const sim::Observations& rows, double value) {
    const sim::Catalogue catalogue = samples::catalogue_of(estimator, 0.9);
    const Estimate result = estimate(Series(catalogue, catalogue.measures[0], rows), 0.95);
    CHECK(result.mean == Approx(value));
    CHECK(result.low == result.mean);
    CHECK(result.high == result.mean);
    CHECK(result.sd == Approx(0));
    CHECK_FALSE(result.skewed);
  };
  check(sim::Estimator::mean, samples::rows_of(Values(9, 0.1)), 0.1);
  // Numerators in proportion to their denominators have no spread, though neither they nor their quotients are exact.
  Pairs pairs;
  for (int i = 1; i < 60; ++i) pairs.emplace_back(0.1 * i, static_cast<double>(i));
  check(sim::Estimator::ratio, samples::rows_of(pairs), 0.1);
  // The same spread of waits in every replication: 1 s and 2 s, of which 90 % lie below 2 + .8 × .125 s.
  check(sim::Estimator::quantile, samples::rows_of(Spans(8, {1, 2})), 2.1);
}

TEST_CASE("equal shares of waits have a quantile without width, however many waits a replication sees") {
  // Replication i has i waits of each of three lengths, i = 1 … 30.
  Spans spans;
  for (std::size_t i = 1; i <= 30; ++i) {
    spans.emplace_back(i, 1.0);
    spans.back().resize(2 * i, 2.3);
    spans.back().resize(3 * i, 7.1);
  }
  const sim::Observations rows = samples::rows_of(spans);
  for (int percent = 5; percent < 100; percent += 5) {
    const sim::Catalogue catalogue = samples::catalogue_of(sim::Estimator::quantile, percent / 100.0);
    const Estimate result = estimate(Series(catalogue, catalogue.measures[0], rows), 0.95);
    CHECK(result.low == result.mean);
    CHECK(result.high == result.mean);
    CHECK_FALSE(result.skewed);
  }
}

TEST_CASE("one replication yields values but no interval and no deviation; none yields nothing") {
  const sim::Catalogue catalogue = samples::catalogue_of(sim::Estimator::quantile, 0.5);
  const sim::Observations rows = samples::rows_of(Spans{{1, 1}});
  const Estimate one = estimate(Series(catalogue, catalogue.measures[0], rows), 0.95);
  CHECK(one.mean == Approx(1.03125));
  CHECK(one.p95 == Approx(1.03125));
  CHECK_FALSE(known(one.low));
  CHECK_FALSE(known(one.high));
  CHECK_FALSE(known(one.sd));
  const Estimate none = estimate(Series(catalogue, catalogue.measures[0], {}), 0.95);
  CHECK_FALSE(known(none.mean));
}

TEST_CASE("the pooled quantile's interval is Woodruff's, worked by hand") {
  // Four replications with four waits each: 1, 1, 1, 1 | 1, 1, 2, 2 | the same again. 12 of 16 lie in the bucket
  // [1, 1.0625), 4 in [2, 2.125). The median is 1 + .0625 × 8/12. Below it: 8/3, 4/3, 8/3, 4/3 of 4; z = ±1/6,
  // s² = 1/27, error √(1/108) = .0962250, t(3; .975) = 3.1824463: shares .5 ± .3062310, that is 3.1003042 and
  // 12.8996958 of 16 counts, at 1 + .0625 × 3.1003042/12 and 2 + .125 × .8996958/4.
  const sim::Catalogue catalogue = samples::catalogue_of(sim::Estimator::quantile, 0.5);
  const sim::Observations rows = samples::rows_of(Spans{{1, 1, 1, 1}, {1, 1, 2, 2}, {1, 1, 1, 1}, {1, 1, 2, 2}});
  const PooledQuantile pooled = pooled_quantile(Series(catalogue, catalogue.measures[0], rows), 0.95);
  CHECK(pooled.value == Approx(1 + 0.0625 * 8 / 12).epsilon(1e-12));
  CHECK(pooled.interval.low == Approx(1 + 0.0625 * 3.1003042 / 12).epsilon(1e-8));
  CHECK(pooled.interval.high == Approx(2 + 0.125 * 0.8996958 / 4).epsilon(1e-8));
  const Estimate result = estimate(Series(catalogue, catalogue.measures[0], rows), 0.95);
  CHECK(result.mean == pooled.value);
  CHECK(result.low == pooled.interval.low);
  CHECK(result.p05 == Approx(1.03125));  // its own: the middle of the first bucket
  CHECK(result.p95 == Approx(1.0625));   // two of four lie below the bucket's end
}

TEST_CASE("an end of the pooled quantile's interval beyond all shares is absent, and empty replications are counted") {
  const sim::Catalogue catalogue = samples::catalogue_of(sim::Estimator::quantile, 0.95);
  const sim::Observations rows = samples::rows_of(Spans{{1, 2}, {}, {1, 1, 1}, {4}});
  const Estimate result = estimate(Series(catalogue, catalogue.measures[0], rows), 0.95);
  CHECK(known(result.mean));
  CHECK_FALSE(known(result.high));
  CHECK(result.empty == 1);
  const sim::Observations empty = samples::rows_of(Spans{{}, {}});
  const Estimate none = estimate(Series(catalogue, catalogue.measures[0], empty), 0.95);
  CHECK_FALSE(known(none.mean));
  CHECK(none.empty == 2);
}

TEST_CASE("an estimate of a period reads that period only") {
  sim::Catalogue catalogue = samples::catalogue_of(sim::Estimator::ratio);
  catalogue.measures[0].monthly = true;
  catalogue.periodic_slots = 2;
  catalogue.periods = {"2026-02", "2026-03"};
  const sim::Observations rows{{{30, 10}, {10, 5, 20, 4}, {}}, {{40, 10}, {20, 5, 40, 4}, {}}};
  CHECK(estimate(Series(catalogue, catalogue.measures[0], rows, 0), 0.95).mean == Approx(3));
  CHECK(estimate(Series(catalogue, catalogue.measures[0], rows, 1), 0.95).mean == Approx(7.5));
  CHECK(estimate(Series(catalogue, catalogue.measures[0], rows), 0.95).mean == Approx(3.5));
}

TEST_CASE("an estimate scales with the unit to the bit") {
  const sim::Catalogue catalogue = samples::catalogue_of(sim::Estimator::ratio);
  samples::Generator draw(3);
  Pairs pairs;
  for (int i = 0; i < 40; ++i) {
    const double below = 1 + draw.poisson(3);
    pairs.emplace_back(below * draw.exponential(), below);
  }
  const sim::Observations rows = samples::rows_of(pairs);
  for (auto& [above, below] : pairs) above *= 64;
  const sim::Observations scaled = samples::rows_of(pairs);
  const Estimate one = estimate(Series(catalogue, catalogue.measures[0], rows), 0.95);
  const Estimate other = estimate(Series(catalogue, catalogue.measures[0], scaled), 0.95);
  CHECK(other.mean == 64 * one.mean);
  CHECK(other.low == 64 * one.low);
  CHECK(other.high == 64 * one.high);
  CHECK(other.sd == 64 * one.sd);
  CHECK(other.p95 == 64 * one.p95);
}
