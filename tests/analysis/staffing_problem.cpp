#include "analysis/staffing/problem.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/staffing/certificate.hpp"

using namespace analysis::staffing;

namespace {

/// One line of so many months, 0 … high people.
Problem line_of(std::size_t months, int high, double contract = 0, bool cyclic = true) {
  Problem problem;
  Line line;
  line.contract = contract;
  line.cyclic = cyclic;
  for (std::size_t m = 0; m < months; ++m) {
    line.coordinates.push_back(m);
    line.months.push_back(1);
    problem.coordinates.push_back({0, high, 1});
  }
  problem.lines.push_back(line);
  return problem;
}

}  // namespace

TEST_CASE("whoever is rented stays for the length of the contract") {
  // Two places are filled from March and a third from April, for three months each: until June there are three.
  const Problem year = line_of(12, 9, 3);
  CHECK(year.admissible({0, 0, 2, 3, 3, 3, 0, 0, 0, 0, 0, 0}));
  CHECK_FALSE(year.admissible({0, 0, 2, 3, 3, 1, 0, 0, 0, 0, 0, 0}));
  CHECK_FALSE(year.admissible({0, 0, 2, 3, 2, 3, 0, 0, 0, 0, 0, 0}));
  CHECK_FALSE(year.admissible({0, 0, 2, 3, 3, 0, 0, 0, 0, 0, 0, 0}));
  CHECK(year.admissible({0, 0, 2, 2, 2, 1, 1, 0, 0, 0, 0, 0}));  // one place of three months, one of five
  CHECK(year.admissible(Plan(12, 4)));
  // From November to January: the year comes again.
  CHECK(year.admissible({1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1}));
  CHECK_FALSE(year.admissible({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1}));
  // Where it does not, those there at the beginning can go, and those taken on late stay as long as the plan is long.
  const Problem once = line_of(4, 9, 3, false);
  CHECK(once.admissible({5, 0, 0, 0}));
  CHECK(once.admissible({0, 0, 0, 1}));
  CHECK_FALSE(once.admissible({0, 1, 0, 0}));
  CHECK_FALSE(once.admissible({0, 1, 1, 0}));
  CHECK(once.admissible({0, 1, 1, 1}));
  // A period of three months is a whole contract.
  Problem periods = line_of(3, 9, 3);
  periods.lines[0].months = {3, 8, 1};
  CHECK(periods.admissible({2, 0, 0}));
  CHECK_FALSE(periods.admissible({0, 0, 2}));
  CHECK(periods.admissible({2, 0, 2}));
}

TEST_CASE("bounds, steps, rows and further rules decide what is admissible, and all plans are those") {
  Problem problem = line_of(3, 4);
  problem.coordinates[1] = {1, 5, 2};
  problem.rows.push_back({{10, 10, 20}, 100});
  problem.allowed = [](const Plan& plan) { return plan[0] <= plan[1]; };
  CHECK(problem.admissible({1, 3, 3}));        // exactly the budget
  CHECK_FALSE(problem.admissible({1, 2, 0}));  // not on the lattice
  CHECK_FALSE(problem.admissible({0, 5, 5}));  // out of bounds
  CHECK_FALSE(problem.admissible({2, 5, 2}));  // beyond the budget
  CHECK_FALSE(problem.admissible({3, 1, 0}));  // a further rule
  const auto plans = all_plans(problem, 1'000);
  REQUIRE(plans);
  std::size_t count = 0;
  for (int a = 0; a <= 4; ++a)
    for (int b = 1; b <= 5; b += 2)
      for (int c = 0; c <= 4; ++c) count += 10 * a + 10 * b + 20 * c <= 100 && a <= b ? 1U : 0U;
  CHECK(plans->size() == count);
  CHECK(std::is_sorted(plans->begin(), plans->end()));
  CHECK_FALSE(all_plans(problem, 10));
  CHECK(least(problem, problem.rows[0]) == 10);
  problem.rows[0].limit = 9;
  CHECK(all_plans(problem, 1'000)->empty());
  CHECK_FALSE(repaired(problem, {0, 1, 0}));
}

TEST_CASE("a wanted plan is brought into what is admissible") {
  Problem problem = line_of(12, 6, 3);
  // One month alone becomes three; ten is cut to six.
  CHECK(repaired(problem, {0, 0, 0, 10, 0, 0, 0, 0, 0, 0, 0, 0}) == Plan{0, 0, 0, 6, 6, 6, 0, 0, 0, 0, 0, 0});
  problem.rows.push_back({{0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0}, 4});
  const auto cheaper = repaired(problem, {0, 0, 0, 6, 6, 6, 0, 0, 0, 0, 0, 0});
  REQUIRE(cheaper);
  CHECK((*cheaper)[3] == 4);
  CHECK(problem.admissible(*cheaper));
}

TEST_CASE("steps about a plan are one period, or as many as a contract asks for") {
  const Problem free = line_of(4, 3);
  CHECK(steps_about(free, {0, 3, 1, 1}).size() == 6);
  for (const Change& change : steps_about(free, {0, 3, 1, 1})) CHECK(change.count == 1);

  const Problem bound = line_of(12, 3, 3);
  const Plan flat(12, 0);
  std::set<Plan> plans;
  for (const Change& change : steps_about(bound, flat)) {
    const auto plan = changed(bound, flat, change);
    REQUIRE(plan);
    CHECK(plans.insert(*plan).second);
    // Where nobody is, one more stays for three months.
    CHECK(change.direction == 1);
    CHECK(change.count == 3);
  }
  CHECK(plans.size() == 12);
  // Whoever has been there for long can stay away for a month.
  for (const Change& change : steps_about(bound, Plan(12, 1))) CHECK(change.count == (change.direction == 1 ? 3 : 1));
}

TEST_CASE("certificates ask for as many successes as the binomial law says") {
  // All of n: .9^n <= .05 from n = 29 on (.9^28 = .0523).
  CHECK(fewest_replications(0.9, 0.05) == 29);
  CHECK(failures_allowed(29, 0.9, 0.05) == std::optional<std::uint32_t>{0});
  CHECK_FALSE(failures_allowed(28, 0.9, 0.05));
  // The most failures c with P(at most c fail | n = 1000, 10 % fail) <= .025.
  double sum = 0;
  std::uint32_t most = 0;
  double term = std::pow(0.9, 1000);
  for (std::uint32_t c = 0;; ++c) {
    sum += term;
    if (sum > 0.025) break;
    most = c;
    term *= static_cast<double>(1000 - c) / (c + 1) * 0.1 / 0.9;
  }
  CHECK(failures_allowed(1000, 0.9, 0.025) == std::optional<std::uint32_t>{most});
}
