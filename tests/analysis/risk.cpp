#include "analysis/risk.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "analysis/quantiles.hpp"
#include "tests/analysis/samples.hpp"

using namespace analysis;
using doctest::Approx;

namespace {

Sample up_to(int n) {
  Sample sample;
  for (int i = 1; i <= n; ++i) sample.above.push_back(i - 3.5);
  return sample;
}

}  // namespace

TEST_CASE("risk of a hundred values known by rank") {
  // Values −2.5 … 96.5. The worst 5 %: −2.5, −1.5, −.5, .5, 1.5, mean −.5. As losses the rank ⌈.95 × 100⌉ = 95 counts
  // from the good end: the sixth from below, 2.5, beyond which the five lie 1 … 5 lower: 2.5 − 15/5 = −.5.
  const Risk risk = risk_of(up_to(100), {.target = 6.5});
  CHECK(risk.at_risk == 2.5);
  CHECK(risk.expected == Approx(-0.5));
  CHECK(risk.loss.share == Approx(0.03));
  CHECK(risk.miss->share == Approx(0.09));  // −2.5 … 5.5; 6.5 itself reaches it
  CHECK(risk.runs == 100);
  CHECK(risk.few);
  CHECK(risk.bootstrapped);
  CHECK(risk.expected_interval.low < -0.5);
  CHECK(risk.expected_interval.high > -0.5);
  CHECK(risk.loss.interval.low == Approx(wilson_interval(3, 100, 0.95).low));
  // Ranks of Binomial(100, .95): from the bad end the interval of X_(6) is that of the 95 % quantile of losses.
  CHECK(known(risk.at_risk_interval.low));
  CHECK(risk.at_risk_interval.low <= 2.5);
  CHECK(risk.at_risk_interval.high >= 2.5);
}

TEST_CASE("where smaller is better the bad runs are the high ones") {
  const Risk risk = risk_of(up_to(100), {.larger_is_better = false, .target = 90.5});
  CHECK(risk.at_risk == 91.5);
  CHECK(risk.expected == Approx(94.5));  // 92.5 … 96.5
  CHECK(risk.miss->share == Approx(0.06));
  CHECK(risk.loss.share == Approx(0.03));
  CHECK(risk.expected_interval.low < risk.expected_interval.high);
}

TEST_CASE("what too few runs cannot bound is absent, and what is constant has no width") {
  const Risk few = risk_of(up_to(40), {});
  CHECK_FALSE(known(few.at_risk_interval.low));  // needs 72 runs
  CHECK(known(few.at_risk_interval.high));
  const Risk constant = risk_of({false, std::vector<double>(60, 7.0), {}}, {});
  CHECK(constant.at_risk == 7);
  CHECK(constant.expected == 7);
  CHECK(constant.expected_interval.low == 7);
  CHECK(constant.expected_interval.high == 7);
  const Risk none = risk_of({true, {1, 2}, {0, 0}}, {});
  CHECK(none.runs == 0);
  CHECK_FALSE(known(none.at_risk));
  CHECK_FALSE(known(none.loss.share));
  CHECK_FALSE(known(risk_of({false, {4}, {}}, {}).expected_interval.low));
}

TEST_CASE("the interval of the expected loss in the tail covers nearly as it says") {
  // Exponential losses: CVaR at 1 − t is −ln t + 1. Tail of a fifth: of 400 runs 80 are bad (asymptotic), of 150 only
  // 30 (bootstrap). 1,000 experiments each; .95 holds as n grows. Measured with 20,000: .9415 and .920.
  for (const std::pair<int, double>& size : {std::pair{400, 0.9415}, {150, 0.920}}) {
    const int n = size.first;
    const double expected = size.second;
    samples::Generator draw(31);
    const double truth = -(1 - std::log(0.2));
    std::size_t covered = 0;
    for (int experiment = 0; experiment < 1000; ++experiment) {
      Sample sample;
      for (int i = 0; i < n; ++i) sample.above.push_back(-draw.exponential());
      const Risk risk = risk_of(sample, {.tail = 0.2, .resamples = 200});
      CHECK(risk.bootstrapped == (n == 150));
      covered += risk.expected_interval.low <= truth && truth <= risk.expected_interval.high ? 1U : 0U;
    }
    CAPTURE(n);
    CAPTURE(covered);
    CHECK(covered >= binomial_quantile(0.0005, 1000, expected));
    CHECK(covered <= binomial_quantile(0.9995, 1000, expected));
  }
}
