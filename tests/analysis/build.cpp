#include "analysis/result/build.hpp"

#include <doctest/doctest.h>

#include "sim/problem.hpp"
#include "tests/analysis/samples.hpp"

using namespace analysis;
using doctest::Approx;

namespace {

/// Two months; profit (mean, monthly), answered (ratio, monthly), wait (quantile), visits (ratio, always empty).
sim::Catalogue catalogue() {
  sim::Catalogue result;
  result.measures = {
      {"profit", "RUB", "What is left.", sim::Estimator::mean, 0, 0, 0, true, 1},
      {"answered", "share", "Answered in time.", sim::Estimator::ratio, 1, 2, 0, true, 1},
      {"wait", "s", "Nine of ten wait less.", sim::Estimator::quantile, 0, 0, 0.9, false,
       static_cast<double>(sim::second)},
      {"visits", "share", "Nobody ever visits.", sim::Estimator::ratio, 3, 4, 0, false, 1},
  };
  result.slots = 5;
  result.periodic_slots = 3;
  result.histograms = 1;
  result.periods = {"2026-02", "2026-03"};
  return result;
}

/// Profit r + shift in the first month and twice that in the second; half of ten leads answered, none in month two when
/// r is odd (no leads either); waits of 1 s.
samples::FunctionSystem department(double shift) {
  return {catalogue(), [shift](std::uint32_t r) {
            const double profit = r + shift;
            const double leads = r % 2 == 0 ? 10 : 0;
            sim::Histogram waits;
            waits.add(sim::second);
            return sim::Observation{{3 * profit, 5 + leads / 2, 10 + leads, 0, 0},
                                    {profit, 5, 10, 2 * profit, leads / 2, leads},
                                    {waits.compact()}};
          }};
}

const std::vector<result::SystemName> names{{"one_tier", "One tier"}, {"conveyor", ""}};

}  // namespace

TEST_CASE("the document holds every measure of every system, and the monthly ones by month") {
  const samples::FunctionSystem one = department(0);
  const samples::FunctionSystem two = department(100);
  sim::Replications replications({&one, &two}, 2);
  replications.run_to(40);
  result::BuildOptions options;
  options.version = "0.1.0";
  options.scenario_title = "A title";
  options.scenario_hash = "abc";
  options.seed = 12345678901234567890ULL;
  options.precision = result::Precision{"profit", 0.01, 0.005, true};
  options.warnings.emplace_back().code = "season_mean";
  options.interrupted = result::Interruption{40, 100};
  const result::Result document = result::build(replications, names, options);

  CHECK(document.format == 1);
  CHECK(document.version == "0.1.0");
  CHECK(document.scenario_title == "A title");
  CHECK(document.scenario_hash == "abc");
  CHECK(document.seed == 12345678901234567890ULL);
  CHECK(document.replications == 40);
  CHECK(document.confidence == 0.95);
  CHECK(document.precision->reached == 0.005);
  REQUIRE(document.warnings.size() == 1);
  CHECK(document.warnings[0].code == "season_mean");
  CHECK(document.interrupted->wanted == 100);

  REQUIRE(document.systems.size() == 2);
  const result::SystemResult& first = document.systems[0];
  CHECK(first.name == "one_tier");
  CHECK(first.title == "One tier");
  REQUIRE(first.measures.size() == 4);
  CHECK(first.measures[0].name == "profit");
  CHECK(first.measures[0].unit == "RUB");
  CHECK(first.measures[0].definition == "What is left.");
  CHECK(first.measures[0].estimate.mean == Approx(3 * 19.5));
  CHECK(first.measures[1].estimate.mean == Approx(0.5));
  CHECK(first.measures[2].estimate.mean == Approx(1 + 0.9 * 0.0625));
  CHECK_FALSE(known(first.measures[3].estimate.mean));

  REQUIRE(first.months.size() == 2);
  CHECK(first.months[1].label == "2026-03");
  REQUIRE(first.months[1].measures.size() == 2);
  CHECK(first.months[0].measures[0].mean == Approx(19.5));
  const result::MonthMeasure& march = first.months[1].measures[0];
  CHECK(march.name == "profit");
  CHECK(march.mean == Approx(39));
  CHECK(march.low < 39);
  CHECK(march.high > 39);
  CHECK(march.p05 == 2);   // X_(2) of 0, 2 … 78
  CHECK(march.p95 == 74);  // X_(38)
  CHECK(first.months[1].measures[1].mean == Approx(0.5));

  // What cannot be told, as data.
  REQUIRE(first.notes.size() == 1);
  CHECK(first.notes[0].code == "undefined");
  CHECK(first.notes[0].arguments == std::vector<std::string>{"visits"});
}

TEST_CASE("the document compares two systems and more by the measure asked for") {
  const samples::FunctionSystem one = department(0);
  const samples::FunctionSystem two = department(100);
  sim::Replications replications({&one, &two}, 1);
  replications.run_to(40);
  result::BuildOptions options;
  options.comparison.baseline = 1;
  options.comparison.larger_is_better = false;
  const result::Result document = result::build(replications, names, options);
  REQUIRE(document.comparison.has_value());
  const result::MeasureComparison& comparison = *document.comparison;
  CHECK(comparison.measure == "profit");
  CHECK(comparison.unit == "RUB");
  CHECK(comparison.baseline == "conveyor");
  CHECK_FALSE(comparison.larger_is_better);
  CHECK(comparison.ranked == 40);
  REQUIRE(comparison.differences.size() == 1);
  CHECK(comparison.differences[0].system == "one_tier");
  CHECK(comparison.differences[0].difference.mean == Approx(-300));
  CHECK(comparison.differences[0].difference.high == Approx(-300));
  CHECK(comparison.differences[0].difference.resolved);
  REQUIRE(comparison.best.size() == 2);
  CHECK(comparison.best[0].system == "one_tier");
  CHECK(comparison.best[0].best.share == 1);
  const result::MeasureComparison other = result::compare_by(replications, names, "answered", options.comparison, 40);
  CHECK(other.differences[0].difference.mean == 0);
  CHECK(other.best[0].best.share == 0.5);

  options.measure = "profits";
  CHECK_THROWS_AS(result::build(replications, names, options), sim::InputError);
}

TEST_CASE("differences are corrected by measures whose expectation is known, where that pays") {
  // Leads are 10 in even replications and 20 in odd ones, 15 on average, but 40 replications of which 10 are odd are
  // there: profit gains 3 a lead, so the difference seen is 37.5, and 45 with what is known.
  sim::Catalogue known_leads;
  known_leads.measures = {{"profit", "RUB", "Money.", sim::Estimator::mean, 0, 0, 0, false, 1},
                          {"leads", "leads", "Who asked.", sim::Estimator::mean, 1, 0, 0, false, 1}};
  known_leads.slots = 2;
  known_leads.known = {{"leads", 15}};
  const auto system = [&](double per_lead) {
    return samples::FunctionSystem{known_leads, [per_lead](std::uint32_t r) {
                                     const double leads = r % 4 == 1 ? 20 : 10;
                                     return sim::Observation{{per_lead * leads, leads}, {}, {}};
                                   }};
  };
  const samples::FunctionSystem one = system(2);
  const samples::FunctionSystem two = system(5);
  sim::Replications replications({&one, &two}, 1);
  replications.run_to(40);
  result::BuildOptions options;
  const result::Result document = result::build(replications, names, options);
  REQUIRE(document.comparison->differences.size() == 1);
  CHECK(document.comparison->controls == std::vector<std::string>{"leads"});
  const result::DifferenceResult& difference = document.comparison->differences[0];
  CHECK(difference.difference.mean == Approx(37.5));
  REQUIRE(difference.controlled.has_value());
  CHECK(difference.controlled->pays);
  CHECK(difference.controlled->estimate.value == Approx(45));
  options.comparison.paired = false;
  CHECK_FALSE(result::build(replications, names, options).comparison->differences[0].controlled.has_value());
}

TEST_CASE("a single system is not compared, whatever measure is named") {
  const samples::FunctionSystem one = department(0);
  sim::Replications replications({&one}, 1);
  replications.run_to(3);
  result::BuildOptions options;
  options.measure = "no such thing";
  CHECK_FALSE(result::build(replications, {names[0]}, options).comparison.has_value());
}

TEST_CASE("the document can rest on a prefix of the replications, and is then that of fewer") {
  const samples::FunctionSystem one = department(0);
  const samples::FunctionSystem two = department(5);
  sim::Replications many({&one, &two}, 2);
  many.run_to(100);
  sim::Replications few({&one, &two}, 1);
  few.run_to(30);
  result::BuildOptions options;
  const result::Result short_one = result::build(few, names, options);
  options.replications = 30;
  const result::Result prefix = result::build(many, names, options);
  CHECK(prefix.replications == 30);
  CHECK(prefix.systems[1].measures[0].estimate.high == short_one.systems[1].measures[0].estimate.high);
  CHECK(prefix.comparison->differences[0].difference.mean == short_one.comparison->differences[0].difference.mean);
}

TEST_CASE("notes tell of skewed measures, empty replications and too few of them") {
  sim::Catalogue catalogue = samples::catalogue_of(sim::Estimator::ratio);
  const auto notes = [&](std::uint32_t count, const samples::FunctionSystem::Function& function) {
    const samples::FunctionSystem system(catalogue, function);
    sim::Replications replications({&system}, 1);
    replications.run_to(count);
    return result::build(replications, {names[0]}, {}).systems[0].notes;
  };
  const auto empty = notes(4, [](std::uint32_t r) {
    return sim::Observation{{r < 1 ? 0.0 : 1.0, r < 1 ? 0.0 : 1.0}, {}, {}};
  });
  REQUIRE(empty.size() == 1);
  CHECK(empty[0].code == "empty");
  CHECK(empty[0].arguments == std::vector<std::string>{"value", "1"});
  const auto single = notes(1, [](std::uint32_t) { return sim::Observation{{1, 1}, {}, {}}; });
  REQUIRE(single.size() == 1);
  CHECK(single[0].code == "no_interval");
  CHECK(single[0].arguments == std::vector<std::string>{"1"});
  // One of ten is large: skewness √10, 250 replications would be wanted, and the correction does not exist.
  const auto heavy = notes(10, [](std::uint32_t r) { return sim::Observation{{r == 0 ? 9.0 : 1.0, 1}, {}, {}}; });
  REQUIRE(heavy.size() == 1);
  CHECK(heavy[0].code == "uncorrected");
  CHECK(heavy[0].arguments == std::vector<std::string>{"value", "250"});
  // 1, 1, 2, 2, 3, 3, 4, 4, 5, 7: skewness .78025, 25 × .608787 = 15.2.
  const auto mild = notes(10, [](std::uint32_t r) {
    return sim::Observation{{r == 9 ? 7.0 : static_cast<double>(r / 2 + 1), 1}, {}, {}};
  });
  REQUIRE(mild.size() == 1);
  CHECK(mild[0].code == "skewed");
  CHECK(mild[0].arguments == std::vector<std::string>{"value", "16"});
}

TEST_CASE("dominance is said from 20 replications on, however clear it looks before") {
  const samples::FunctionSystem one = department(0);
  const samples::FunctionSystem two = department(100);
  sim::Replications replications({&one, &two}, 2);
  replications.run_to(20);
  for (const std::uint32_t count : {1U, 2U, 19U})
    CHECK(result::compare_by(replications, names, "profit", {}, count).standings.dominance.empty());
  const result::MeasureComparison enough = result::compare_by(replications, names, "profit", {}, 20);
  REQUIRE(enough.standings.dominance.size() == 1);
  CHECK(enough.standings.dominance[0].better == "conveyor");
  CHECK(enough.standings.dominance[0].reverse_p_value < 0.05);
}
