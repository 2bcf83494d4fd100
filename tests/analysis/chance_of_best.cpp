#include "analysis/chance_of_best.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/analysis/samples.hpp"

using namespace analysis;
using doctest::Approx;

TEST_CASE("of two replications each resample has a chance of one quarter, and the answer is known") {
  // v = (3, 0), w = (0, 2). Resamples: first twice v wins by 3; second twice w wins by 2; both once (chance ½) v wins
  // by ½ in the mean. So v is best with ¾, regret ¼ × 2; w with ¼, regret ¼ × 3 + ½ × ½.
  const std::vector<Sample> samples{{false, {3, 0}, {}}, {false, {0, 2}, {}}};
  const std::vector<ChanceOfBest> result = chance_of_best(samples, true, {.resamples = 40'000});
  const double tolerance = 4 * std::sqrt(0.75 * 0.25 / 40'000);
  CHECK(std::fabs(result[0].share - 0.75) < tolerance);
  CHECK(result[0].share + result[1].share == Approx(1));
  CHECK(std::fabs(result[0].regret - 0.5) < 4 * 0.87 / 200);
  CHECK(std::fabs(result[1].regret - 1) < 4 * 1.2 / 200);
  const std::vector<ChanceOfBest> smallest = chance_of_best(samples, false, {.resamples = 40'000});
  CHECK(smallest[0].share == Approx(result[1].share));
}

TEST_CASE("the chance of having the best mean is the normal law's where values are normal") {
  // Paired differences with mean d and deviation s of n replications: Φ(d√n/s).
  samples::Generator draw(9);
  Sample one;
  Sample other;
  double sum = 0;
  double squares = 0;
  const int n = 400;
  for (int r = 0; r < n; ++r) {
    const double common = 10 * draw.normal();
    one.above.push_back(common + draw.normal());
    other.above.push_back(common + draw.normal() + 0.05);
    const double gap = other.above.back() - one.above.back();
    sum += gap;
    squares += gap * gap;
  }
  const double mean = sum / n;
  const double error = std::sqrt((squares / n - mean * mean) / n);
  const double expected = 0.5 * std::erfc(-mean / error / std::sqrt(2.0));
  const std::vector<ChanceOfBest> result = chance_of_best(std::vector<Sample>{one, other}, true);
  CHECK(std::fabs(result[1].share - expected) < 0.015);
}

TEST_CASE("systems that tie share the chance, ratios are of resampled sums, and the answer depends on the seed alone") {
  const std::vector<Sample> same{{false, {1, 5, 2}, {}}, {false, {1, 5, 2}, {}}};
  CHECK(chance_of_best(same, true)[0].share == 0.5);
  CHECK(chance_of_best(same, true)[0].regret == 0);
  // 10/1 and 0/9 against a constant ½: the ratio of sums is 1 of both, 10 of the first twice, 0 of the second twice.
  const std::vector<Sample> ratios{{true, {10, 0}, {1, 9}}, {true, {1, 1}, {2, 2}}};
  const std::vector<ChanceOfBest> first = chance_of_best(ratios, true, {.resamples = 1000, .seed = 5});
  CHECK(std::fabs(first[0].share - 0.75) < 0.06);
  CHECK(chance_of_best(ratios, true, {.resamples = 1000, .seed = 5})[0].share == first[0].share);
  CHECK(chance_of_best(ratios, true, {.resamples = 1000, .seed = 6})[0].share != first[0].share);
}

TEST_CASE("a system that never has a value takes no part") {
  const Sample one{false, {3, 0}, {}};
  const Sample other{false, {0, 2}, {}};
  const std::vector<ChanceOfBest> alone = chance_of_best(std::vector<Sample>{one, other}, true, {.resamples = 100});
  for (const Sample& never : {Sample{true, {0, 0}, {0, 0}}, Sample{false, {absent, absent}, {}}}) {
    const std::vector<ChanceOfBest> among =
        chance_of_best(std::vector<Sample>{one, never, other}, true, {.resamples = 100});
    CHECK(among[0].share == alone[0].share);
    CHECK(among[2].regret == alone[1].regret);
    CHECK_FALSE(known(among[1].share));
  }
}

TEST_CASE("without replications there is no chance to tell") {
  const std::vector<ChanceOfBest> none = chance_of_best(std::vector<Sample>{{false, {}, {}}, {false, {}, {}}}, true);
  CHECK_FALSE(known(none[0].share));
  CHECK_FALSE(known(chance_of_best(std::vector<Sample>{{true, {0}, {0}}}, true)[0].share));
}
