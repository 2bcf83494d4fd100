#include "analysis/waterfall.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <stdexcept>

#include "analysis/comparison.hpp"
#include "analysis/moments.hpp"
#include "tests/analysis/samples.hpp"

using namespace analysis;
using doctest::Approx;

namespace {

/// Profit is the sum of these; all in hundredths.
sim::Catalogue catalogue_of(const std::vector<sim::Breakdown::Term>& terms) {
  sim::Catalogue catalogue;
  catalogue.measures.push_back({"profit", "RUB", "Sum.", sim::Estimator::mean, 0, 0, 0, false, 1});
  for (const sim::Breakdown::Term& term : terms)
    catalogue.measures.push_back(
        {term.measure, "RUB", "Part.", sim::Estimator::mean, catalogue.measures.size(), 0, 0, false, 1});
  catalogue.slots = catalogue.measures.size();
  catalogue.breakdowns.push_back({"profit", 100, terms});
  return catalogue;
}

/// A system: its terms and their values by replication, in hundredths; the profit is worked out.
struct Department {
  Department(std::vector<sim::Breakdown::Term> terms, const std::vector<std::vector<std::int64_t>>& values)
      : catalogue(catalogue_of(terms)) {
    for (const std::vector<std::int64_t>& row : values) {
      sim::Observation& observation = rows.emplace_back();
      std::int64_t sum = 0;
      for (std::size_t t = 0; t < row.size(); ++t) sum += terms[t].sign * row[t];
      observation.totals.push_back(static_cast<double>(sum) / 100);
      for (const std::int64_t value : row) observation.totals.push_back(static_cast<double>(value) / 100);
    }
  }
  operator Observed() const { return {catalogue, rows}; }
  sim::Catalogue catalogue;
  sim::Observations rows;
};

std::int64_t hundredths(double value) { return std::llround(value * 100); }

/// What stands between start and end, to the last hundredth.
std::int64_t missing(const Waterfall& waterfall) {
  std::int64_t left = hundredths(waterfall.end) - hundredths(waterfall.start);
  for (const Step& step : waterfall.steps) left -= hundredths(step.mean);
  return left;
}

}  // namespace

TEST_CASE("the waterfall of a tiny company, by hand") {
  // Three replications, in hundredths. Margins of one: 1000, 1001, 1002; of the other 1500, 1500, 1502.
  // Pay of the seller 400 each time; of the other's caller 100, 100, 101 and hunter 350. Leads cost 50 and 60.
  // Profit of one: 550, 551, 552, mean 551; of the other: 990, 990, 991, sum 2971, mean 990.33 → 990. The way: 439.
  // Steps by sums over 3: margin 1499 = 499·3 + 2; seller 1200 = 400·3 exactly; caller −301 = −101·3 + 2;
  // hunter −1050 = −350·3; leads −30 = −10·3. Floors: 499 + 400 − 101 − 350 − 10 = 438, one hundredth is missing:
  // margin and caller both have remainder 2, and margin comes first: 500.
  const Department one({{"margin", 1}, {"pay.seller", -1}, {"leads", -1}},
                       {{1000, 400, 50}, {1001, 400, 50}, {1002, 400, 50}});
  const Department other({{"margin", 1}, {"pay.caller", -1}, {"pay.hunter", -1}, {"leads", -1}},
                         {{1500, 100, 350, 60}, {1500, 100, 350, 60}, {1502, 101, 350, 60}});
  const Waterfall result = waterfall(one, other, "profit", {}, true);
  CHECK(hundredths(result.start) == 551);
  CHECK(hundredths(result.end) == 990);
  CHECK(hundredths(result.whole.mean) == 439);
  REQUIRE(result.steps.size() == 5);
  const std::vector<std::pair<std::string, std::int64_t>> expected{
      {"margin", 500}, {"pay.seller", 400}, {"pay.caller", -101}, {"pay.hunter", -350}, {"leads", -10}};
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(result.steps[i].measure == expected[i].first);
    CHECK(hundredths(result.steps[i].mean) == expected[i].second);
  }
  CHECK(missing(result) == 0);
  // Paired intervals: differences of the margin 5.00, 4.99, 5.00; t(2, 97.5 %) = 4.302653 s / √3, and skewed.
  Moments gap;
  for (const double difference : {5.0, 4.99, 5.0}) gap.add(difference);
  CHECK(result.steps[0].low < gap.mean());
  CHECK(gap.mean() < result.steps[0].high);
  CHECK(result.steps[0].skewed);
  // What is the same in every replication has an interval without width.
  CHECK(result.steps[3].low == -3.5);
  CHECK(result.steps[3].high == -3.5);
  // The way back is the same with other signs, hundredths that were missing aside.
  const Waterfall back = waterfall(other, one, "profit", {}, true);
  CHECK(hundredths(back.whole.mean) == -439);
  CHECK(missing(back) == 0);
}

TEST_CASE("printed steps add up to the printed totals, whatever the numbers") {
  // Random terms, signs, sizes (up to 10^13 hundredths) and counts; each step is within a hundredth of its mean.
  samples::Generator random(1);
  const auto below = [&](double most) { return static_cast<std::size_t>(random.uniform() * most); };
  std::size_t rounded = 0;
  for (int trial = 0; trial < 3000; ++trial) {
    CAPTURE(trial);
    const std::size_t replications = 1 + below(trial % 2 == 0 ? 7 : 60);
    const auto some = [&] {
      std::vector<sim::Breakdown::Term> terms;
      for (const char* name : {"a", "b", "c", "d", "e", "f", "g"})
        if (random.uniform() < 0.6) terms.push_back({name, name[0] < 'd' ? 1 : -1});
      std::vector<std::vector<std::int64_t>> values(replications);
      const double size = std::pow(10, 13 * random.uniform());
      for (auto& row : values)
        for (std::size_t t = 0; t < terms.size(); ++t)
          row.push_back(static_cast<std::int64_t>(size * (random.uniform() - 0.3)));
      return Department(terms, values);
    };
    const Department from = some();
    const Department to = some();
    const Waterfall result = waterfall(from, to, "profit", {0.9, 0.9}, trial % 3 != 0);
    CHECK(missing(result) == 0);
    CHECK(hundredths(result.whole.mean) == hundredths(result.end) - hundredths(result.start));
    for (const Step& step : result.steps) {
      double mean = 0;
      const auto value = [&](const Department& department, std::size_t r) {
        const std::size_t index = department.catalogue.find(step.measure);
        return index == department.catalogue.measures.size() ? 0.0 : department.rows[r].totals[index];
      };
      for (std::size_t r = 0; r < replications; ++r) mean += step.sign * (value(to, r) - value(from, r));
      mean /= static_cast<double>(replications);
      CHECK(std::fabs(step.mean - mean) < 0.01 + 1e-12 * std::fabs(mean) * 1e3);
      rounded += std::fabs(step.mean - mean) > 0.0051 ? 1 : 0;
      if (replications > 1) CHECK(step.low <= step.high);
    }
  }
  CHECK(rounded > 1000);  // plain rounding would not have done
}

TEST_CASE("intervals of steps are those of paired differences, or Welch's where the systems are independent") {
  samples::Generator random(2);
  std::vector<std::vector<std::int64_t>> before;
  std::vector<std::vector<std::int64_t>> after;
  for (int r = 0; r < 50; ++r) {
    const auto common = static_cast<std::int64_t>(1e5 * random.normal());
    before.push_back({common + static_cast<std::int64_t>(1e3 * random.normal()), 700});
    after.push_back({common + static_cast<std::int64_t>(1e3 * random.normal()), 900});
  }
  const std::vector<sim::Breakdown::Term> terms{{"margin", 1}, {"pay", -1}};
  const Department from(terms, before);
  const Department to(terms, after);
  for (const bool paired : {true, false}) {
    const Waterfall result = waterfall(from, to, "profit", {}, paired);
    const auto series = [](const Department& department, std::size_t measure) {
      return Series(department.catalogue, department.catalogue.measures[measure], department.rows);
    };
    const Difference margin = difference(series(to, 1), series(from, 1), 0.95, paired);
    CHECK(result.steps[0].low == Approx(margin.low).epsilon(1e-9));
    CHECK(result.steps[0].high == Approx(margin.high).epsilon(1e-9));
    const Difference profit = difference(series(to, 0), series(from, 0), 0.95, paired);
    CHECK(result.whole.low == Approx(profit.low).epsilon(1e-9));
    CHECK(result.whole.high == Approx(profit.high).epsilon(1e-9));
    CHECK(result.steps[1].mean == -2);
    CHECK(result.steps[1].low == -2);
    CHECK(result.steps[1].high == -2);
  }
}

TEST_CASE("one replication has a waterfall without intervals") {
  const Department from({{"margin", 1}}, {{100}});
  const Department to({{"margin", 1}}, {{350}});
  const Waterfall result = waterfall(from, to, "profit", {}, true);
  CHECK(result.steps[0].mean == 2.5);
  CHECK_FALSE(known(result.steps[0].low));
  CHECK_FALSE(known(result.steps[0].high));
}

TEST_CASE("a total that is not the sum of its terms is a defect, and said") {
  Department from({{"margin", 1}}, {{100}, {200}});
  const Department to({{"margin", 1}}, {{350}, {100}});
  from.rows[1].totals[0] += 0.01;
  CHECK_THROWS_AS(waterfall(from, to, "profit", {}, true), std::logic_error);
}
