#include "analysis/sensitivity/factor.hpp"

#include <doctest/doctest.h>

#include "tests/analysis/functions.hpp"

using namespace analysis;

TEST_CASE("a factor goes from its low to its high, in whole steps where only those are allowed") {
  const Factor plain{"p", 2, 6, 3, false};
  CHECK(plain.at(0) == 2);
  CHECK(plain.at(0.25) == 3);
  CHECK(plain.at(1) == 6);
  const Factor whole{"w", 2, 4, 3, true};
  CHECK(whole.at(0.1) == 2);
  CHECK(whole.at(0.5) == 3);
  CHECK(whole.at(0.99) == 4);
  const Factor odd{"o", 1.5, 3.7, 2, true};
  CHECK(odd.at(0) == 2);
  CHECK(odd.at(1) == 3);
}

TEST_CASE("a question is answered by a system, or by how much it is above another in the same worlds") {
  const functions::Systems systems({[](auto x) { return x[0]; }, [](auto x) { return 3 * x[0]; }}, {.common = 5});
  Experiment experiment(systems, {"value"});
  const std::vector<std::size_t> points{experiment.add({2})};
  const Question difference{1, 0};
  run_for(experiment, points, difference, 6);
  const Answer gap = answer_at(experiment, points[0], difference);
  CHECK(gap.center == doctest::Approx(4));
  for (const double value : gap.values) CHECK(value == doctest::Approx(4));
  CHECK(answer_at(experiment, points[0], {1}).center ==
        doctest::Approx(answer_at(experiment, points[0], {0}).center + 4));
  CHECK(experiment.spent() == 12);
  Experiment single(systems, {"value"});
  single.add({2});
  run_for(single, points, {0}, 6);
  CHECK(single.spent() == 6);
}
