#include <doctest/doctest.h>

#include "scenarios/format/write.hpp"
#include "tests/scenarios/office.hpp"

/// Beliefs: what is known of a figure beyond its value.
namespace {

using models::Belief;
using office::Lines;
using office::with;
using office::wrong;
using Basis = Belief::Basis;

const std::string rate = "segments.retail.inbound.web.rate";
const std::string full =
    R"({ value = "900 / mo", low = "600 / mo", high = "1200 / mo", source = "CRM 2025", basis = "measured" })";

}  // namespace

TEST_CASE("a belief puts its value into the scenario and the rest beside it, by path") {
  const auto scenario = with({rate + "=" + full});
  CHECK(office::web(scenario).rate == models::Rate{900, sim::mean_month});
  REQUIRE(scenario.beliefs.size() == 1);
  CHECK(scenario.beliefs.at(rate) == Belief{"600 / mo", "1200 / mo", "CRM 2025", Basis::measured});
}

TEST_CASE("every kind of scalar may be a belief, and any part of it may be missing") {
  const auto scenario = with({
      "horizon={ value = \"6 mo\", low = \"90 d\" }",
      "segments.retail.fit={ value = 0.6, low = \"50 %\", basis = \"guess\" }",
      "segments.retail.order={ value = 1000, low = 800, high = 1200 }",
      "segments.retail.inbound.web.cost={ value = 2.5, high = 3 }",
      "pipeline.meet.attempts={ value = 3, low = 1, high = 5 }",
      "pipeline.meet.reach=90%",
      "pipeline.meet.retry={ value = \"1 wd\", source = \"habit\" }",
      "pipeline.meet.work={ lognormal = { mean = { value = \"1 h\", low = \"50 min\" }, cv = { value = 0.5, high = 1 } "
      "} }",
      "pipeline.qualify.patience={ exponential = { value = \"4 wd\", low = \"2 wd\" }, zero = { value = 0, high = \"5 "
      "%\" } }",
      "departments.one_tier.roles.seller.staff={ value = 4, basis = \"default\" }",
      "departments.one_tier.roles.seller.skill={ meet = { value = 1.1, low = 1 } }",
  });
  const std::vector<std::pair<std::string, Belief>> expected{
      {"departments.one_tier.roles.seller.skill.meet", {"1", {}, "", Basis::unstated}},
      {"departments.one_tier.roles.seller.staff", {{}, {}, "", Basis::defaulted}},
      {"horizon", {"90 d", {}, "", Basis::unstated}},
      {"pipeline.meet.attempts", {"1", "5", "", Basis::unstated}},
      {"pipeline.meet.retry", {{}, {}, "habit", Basis::unstated}},
      {"pipeline.meet.work.lognormal.cv", {{}, "1", "", Basis::unstated}},
      {"pipeline.meet.work.lognormal.mean", {"50 min", {}, "", Basis::unstated}},
      {"pipeline.qualify.patience.exponential", {"2 wd", {}, "", Basis::unstated}},
      {"pipeline.qualify.patience.zero", {{}, "5 %", "", Basis::unstated}},
      {"segments.retail.fit", {"50 %", {}, "", Basis::guess}},
      {"segments.retail.inbound.web.cost", {{}, "3", "", Basis::unstated}},
      {"segments.retail.order", {"800", "1200", "", Basis::unstated}},
  };
  CHECK(std::vector<std::pair<std::string, Belief>>(scenario.beliefs.begin(), scenario.beliefs.end()) == expected);
}

TEST_CASE("a belief without anything but a value is the value") {
  CHECK(with({rate + "={ value = \"300 / mo\" }"}) == with());
}

TEST_CASE("the path of a belief addresses its value, by segment and in a department too") {
  const auto scenario = with({
      "pipeline.meet.pass={ retail = { value = 0.4, low = 0.3 }, wholesale = 0.2 }",
      "pipeline.qualify.sieve={ retail = { finds = { value = 0.9, low = 0.8 } }, wholesale = { lets_through = 0.5 } }",
      "departments.lead_desk.work.meet.pass.wholesale={ value = 0.25, high = 0.5 }",
      "departments.lead_desk.work.qualify.later={ chance = { value = 0.1, high = 0.5 }, after = { retail = { "
      "exponential = { value = \"9 d\", "
      "low = \"7 d\" } }, wholesale = \"3 d\" } }",
  });
  std::vector<std::string> paths;
  for (const auto& [path, belief] : scenario.beliefs) paths.push_back(path);
  CHECK(paths == std::vector<std::string>{
                     "departments.lead_desk.work.meet.pass.wholesale",
                     "departments.lead_desk.work.qualify.later.after.retail.exponential",
                     "departments.lead_desk.work.qualify.later.chance",
                     "pipeline.meet.pass.retail",
                     "pipeline.qualify.sieve.finds.retail",
                 });
  // Each path can be set, and what is set no longer is a belief.
  for (const auto& item : scenario.beliefs) {
    const std::string& path = item.first;
    const models::Belief& belief = item.second;
    const auto written = scenarios::write(scenario);
    const auto again =
        scenarios::read_text(written, "written.toml", {path + "=" + belief.low.value_or(belief.high.value_or(""))});
    CHECK_MESSAGE(again.scenario.beliefs.size() == scenario.beliefs.size() - 1, path);
    CHECK_MESSAGE(again.scenario != scenario, path);
  }
}

TEST_CASE("what is wrong in a belief is said where it stands") {
  CHECK(wrong({rate + "={ low = \"600 / mo\" }"}) == Lines{"missing_key " + rate + " (value)"});
  CHECK(wrong({rate + "={ value = \"600 / mo\", low = \"601 / mo\" }"}) ==
        Lines{"belief_low " + rate + ".low (601 / mo; 600 / mo)"});
  CHECK(wrong({rate + "={ value = \"600 / mo\", high = \"1 / mo\" }"}) ==
        Lines{"belief_high " + rate + ".high (1 / mo; 600 / mo)"});
  CHECK(wrong({rate + "={ value = \"600 / mo\", hihg = \"1 / mo\" }"}) ==
        Lines{"unknown_key " + rate + ".hihg (hihg; high; value, low, high, source, basis)"});
  CHECK(wrong({rate + "={ value = \"600 / mo\", basis = \"measure\" }"}) ==
        Lines{"unknown_word " + rate + ".basis (measure; measured; measured, guess, default)"});
  CHECK(wrong({rate + "={ value = \"600 / mo\", basis = 1 }"}) ==
        Lines{"wrong_type " + rate + ".basis (number; word)"});
  CHECK(wrong({rate + "={ value = \"600 / mo\", source = 2025 }"}) ==
        Lines{"wrong_type " + rate + ".source (number; text)"});
  CHECK(wrong({"segments.retail.fit={ value = 0.5, high = 1.5 }"}) ==
        Lines{"too_high segments.retail.fit.high (150 %; 100 %)"});
  CHECK(wrong({"pipeline.meet.half_life={ value = \"2 wd\", low = \"1 d\" }"}) ==
        Lines{"mixed_clocks pipeline.meet.half_life.low"});
  CHECK(wrong({"title={ value = \"x\" }"}) == Lines{"wrong_type title (table; text)"});
}

TEST_CASE("rates in other units are compared as rates") {
  // 1 a day is 30.4 a month: above 20 a month and below 40.
  CHECK(wrong({rate + "={ value = \"1 / d\", low = \"20 / mo\", high = \"40 / mo\" }"}).empty());
  CHECK(wrong({rate + "={ value = \"1 / d\", low = \"40 / mo\" }"}) ==
        Lines{"belief_low " + rate + ".low (40 / mo; 1 / d)"});
}
