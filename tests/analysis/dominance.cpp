#include "analysis/dominance.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/analysis/samples.hpp"

using namespace analysis;

namespace {

Sample normal(samples::Generator& draw, double mean, double deviation, int n) {
  Sample sample;
  for (int i = 0; i < n; ++i) sample.above.push_back(mean + deviation * draw.normal());
  return sample;
}

}  // namespace

TEST_CASE("a sample moved up dominates in both orders, one that is spread out in none") {
  const Sample low{false, {1, 2, 3, 4}, {}};
  const Sample high{false, {2, 3, 4, 5}, {}};
  for (const DominanceOrder order : {DominanceOrder::first, DominanceOrder::second}) {
    const Dominance result = dominance(high, low, {.order = order});
    CHECK(result.holds);
    CHECK_FALSE(result.reverse_holds);
    CHECK(result.p_value == 1);
  }
  // −1 … 6 around the same mean: crosses in the first order; in the second the narrow one dominates.
  const Sample wide{false, {-1, 1, 4, 6}, {}};
  const Sample narrow{false, {1, 2, 3, 4}, {}};
  const Dominance first = dominance(narrow, wide, {.order = DominanceOrder::first});
  CHECK_FALSE(first.holds);
  CHECK_FALSE(first.reverse_holds);
  const Dominance second = dominance(narrow, wide, {.order = DominanceOrder::second});
  CHECK(second.holds);
  CHECK_FALSE(second.reverse_holds);
}

TEST_CASE("the second order compares areas under the distribution functions") {
  // F of {0, 4} and of {1, 2}: areas up to 1: ½, 0; up to 2: 1, ½; up to 4: 2, 2½. {1, 2} is less at first and more at
  // the end: no dominance. With {1, 3} instead: up to 3: 1½, 1; up to 4: 2, 2: it dominates, with the same mean.
  const Sample spread{false, {0, 4}, {}};
  const DominanceOptions options{.order = DominanceOrder::second};
  const Dominance none = dominance({false, {1, 2}, {}}, spread, options);
  CHECK_FALSE(none.holds);
  CHECK_FALSE(none.reverse_holds);
  CHECK(dominance({false, {1, 3}, {}}, spread, options).holds);
}

TEST_CASE("a system against itself dominates neither way, and nothing speaks against either") {
  const Sample any{false, {3, 1, 4, 1, 5}, {}};
  const Dominance result = dominance(any, any, {});
  CHECK_FALSE(result.holds);
  CHECK_FALSE(result.reverse_holds);
  CHECK(result.p_value == 1);
  CHECK(result.reverse_p_value == 1);
  CHECK_FALSE(known(dominance({false, {}, {}}, any, {}).p_value));
}

TEST_CASE("where smaller is better dominance turns round") {
  const Sample low{false, {1, 2, 3}, {}};
  const Sample high{false, {2, 3, 4}, {}};
  CHECK(dominance(low, high, {.larger_is_better = false}).holds);
  CHECK_FALSE(dominance(low, high, {.larger_is_better = true}).holds);
}

TEST_CASE("the test rejects what is false, and what is barely true about as often as it says") {
  // At the boundary, two laws alike, p < .05 should come in about one of 20; 400 experiments leave .02 … .09.
  samples::Generator draw(12);
  std::size_t rejected = 0;
  for (int experiment = 0; experiment < 400; ++experiment) {
    const Sample one = normal(draw, 0, 1, 60);
    const Sample other = normal(draw, 0, 1, 60);
    rejected += dominance(one, other, {.resamples = 200}).p_value < 0.05 ? 1U : 0U;
  }
  CAPTURE(rejected);
  CHECK(rejected > 8);
  CHECK(rejected < 36);
  // Better by a deviation: the worse one's dominance is rejected, its own is not.
  const Sample good = normal(draw, 1, 1, 100);
  const Sample bad = normal(draw, 0, 1, 100);
  const Dominance clear = dominance(good, bad, {});
  CHECK(clear.reverse_p_value < 0.01);
  CHECK(clear.p_value > 0.2);
  // The same mean, three times the spread: risk-averse people prefer the narrow one, and the test sees it.
  const Sample narrow = normal(draw, 0, 1, 300);
  const Sample wide = normal(draw, 0, 3, 300);
  const Dominance second = dominance(narrow, wide, {.order = DominanceOrder::second});
  CHECK(second.reverse_p_value < 0.01);
  CHECK(second.p_value > 0.2);
}
