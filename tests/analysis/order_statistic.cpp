#include "analysis/order_statistic.hpp"

#include <doctest/doctest.h>

#include <numeric>
#include <vector>

using namespace analysis;

namespace {

/// 1, 2 … n, so that a value is its own rank.
std::vector<double> ranks(std::size_t n) {
  std::vector<double> result(n);
  std::iota(result.begin(), result.end(), 1.0);
  return result;
}

}  // namespace

TEST_CASE("the rank of a quantile is n p rounded up, not led astray by binary fractions") {
  CHECK(quantile_rank(100, 0.29) == 29);  // .29 × 100 is 28.999999999999996
  CHECK(quantile_rank(100, 0.07) == 7);   // .07 × 100 is 7.000000000000001
  CHECK(quantile_rank(100, 0.05) == 5);
  CHECK(quantile_rank(101, 0.05) == 6);
  CHECK(quantile_rank(10, 0) == 1);
  CHECK(quantile_rank(10, 1) == 10);
  CHECK(quantile_rank(1, 0.95) == 1);
  CHECK(order_quantile(ranks(20), 0.95) == 19);
  CHECK_FALSE(known(order_quantile({}, 0.5)));
}

TEST_CASE("the interval of a median of ten lies between the second and the ninth") {
  // P(B <= 1) = 11/1024 for ten fair coins: ranks 2 and 9 cover with 1 − 22/1024 = .9785, ranks 3 and 8 with .8906
  // only.
  const Interval interval = order_interval(ranks(10), 0.5, 0.95);
  CHECK(interval.low == 2);
  CHECK(interval.high == 9);
}

TEST_CASE("an end of a quantile's interval that the sample cannot bound is absent") {
  // .95^71 = .0262, .95^72 = .0249: from 72 values on the largest bounds the 95 % quantile with 97.5 %.
  CHECK_FALSE(known(order_interval(ranks(71), 0.95, 0.95).high));
  CHECK(order_interval(ranks(72), 0.95, 0.95).high == 72);
  CHECK_FALSE(known(order_interval(ranks(71), 0.05, 0.95).low));
  CHECK(order_interval(ranks(72), 0.05, 0.95).low == 1);
  CHECK_FALSE(known(order_interval({}, 0.5, 0.95).low));
}

TEST_CASE("the interval of the upper quantile mirrors that of the lower one") {
  for (const std::size_t n : {80UL, 101UL, 400UL}) {
    const Interval low = order_interval(ranks(n), 0.1, 0.9);
    const Interval high = order_interval(ranks(n), 0.9, 0.9);
    CHECK(low.low + high.high == static_cast<double>(n + 1));
    CHECK(low.high + high.low == static_cast<double>(n + 1));
  }
}
