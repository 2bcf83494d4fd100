#include <doctest/doctest.h>

#include "tests/scenarios/office.hpp"

/// Values by segment, and the terms of departments.
namespace {

using office::Lines;
using office::stage;
using office::with;
using office::wrong;
using sim::Distribution;
using sim::minute;

constexpr std::size_t qualify = 0;
constexpr std::size_t meet = 1;
constexpr std::size_t retail = 0;
constexpr std::size_t wholesale = 1;

const models::Stage& term(const models::Scenario& scenario, const char* department, std::size_t number,
                          std::size_t segment) {
  return scenario.departments.find(department)->work.pipeline[number][segment];
}

}  // namespace

TEST_CASE("a key of a stage may have a value for each segment") {
  const auto scenario = with();
  CHECK(stage(scenario, meet, retail).pass == 0.45);
  CHECK(stage(scenario, meet, wholesale).pass == 0.2);
  CHECK(stage(scenario, meet, retail).work == stage(scenario, meet, wholesale).work);
}

TEST_CASE("a segment that is not named keeps the neutral default") {
  const auto scenario =
      with({"pipeline.meet.travel={ wholesale = \"40 min\" }", "pipeline.meet.show={ retail = 0.8 }"});
  CHECK(!stage(scenario, meet, retail).travel);
  CHECK(stage(scenario, meet, wholesale).travel->law == Distribution::constant(40.0 * minute));
  CHECK(stage(scenario, meet, retail).show == 0.8);
  CHECK(stage(scenario, meet, wholesale).show == 1);
}

TEST_CASE("every kind of key may vary by segment") {
  const auto scenario = with({
      "pipeline.meet.work={ retail = { exponential = \"5 min\" }, wholesale = \"9 min\" }",
      "pipeline.meet.interruptible={ wholesale = true }",
      "pipeline.meet.attempts={ retail = 3, wholesale = 4 }",
      "pipeline.meet.reach=50%",
      "pipeline.meet.retry={ retail = \"1 d\", wholesale = \"1 wd\" }",
      "pipeline.meet.answer_within={ retail = \"1 h\" }",
      "pipeline.meet.title={ retail = \"Visit\" }",
  });
  CHECK(stage(scenario, meet, retail).work->law == Distribution::exponential(5.0 * minute));
  CHECK(stage(scenario, meet, wholesale).work->law == Distribution::constant(9.0 * minute));
  CHECK(!stage(scenario, meet, retail).interruptible);
  CHECK(stage(scenario, meet, wholesale).interruptible);
  CHECK(stage(scenario, meet, wholesale).attempts == 4);
  CHECK(stage(scenario, meet, wholesale).retry->clock == models::Clock::open_days);
  CHECK(!stage(scenario, meet, wholesale).answer_within);
  CHECK(stage(scenario, meet, retail).title == "Visit");
}

TEST_CASE("a table in a stage may vary as a whole or key by key, and says the same") {
  const auto whole =
      with({"pipeline.qualify.sieve={ retail = { finds = 0.9, lets_through = 0.2 }, wholesale = { finds = 0.8, "
            "lets_through = 0.2 } }"});
  const auto keys = with({"pipeline.qualify.sieve={ finds = { retail = 0.9, wholesale = 0.8 }, lets_through = 0.2 }"});
  CHECK(whole == keys);
  CHECK(stage(keys, qualify, wholesale).sieve == models::Sieve{0.8, 0.2});
}

TEST_CASE("a table that is left out for a segment is off for it") {
  const auto whole = with({"pipeline.qualify.sieve={ retail = { finds = 0.9 } }"});
  const auto keys = with({"pipeline.qualify.sieve={ finds = { retail = 0.9 } }"});
  CHECK(whole == keys);
  CHECK(stage(whole, qualify, retail).sieve == models::Sieve{0.9, 1});
  CHECK(!stage(whole, qualify, wholesale).sieve);
}

TEST_CASE("a table whose keys are all neutral is no table") {
  CHECK(!stage(with({"pipeline.qualify.sieve={ finds = 1, lets_through = \"100 %\" }"}), qualify).sieve);
  CHECK(!stage(with({"pipeline.qualify.later={}"}), qualify).later);
}

TEST_CASE("names that are no segments are reported once, wherever they stand") {
  CHECK(wrong({"pipeline.meet.pass={ retial = 0.5, wholesale = 0.2 }"}) ==
        Lines{"unknown_key pipeline.meet.pass.retial (retial; retail; retail, wholesale)"});
  CHECK(wrong({"pipeline.meet.pass={ retial = 0.5 }"}) ==
        Lines{"unknown_key pipeline.meet.pass.retial (retial; retail; value, low, high, source, basis, retail, "
              "wholesale)"});
  CHECK(wrong({"pipeline.qualify.sieve={ finds = { retail = 0.5, whole = 0.2 } }"}) ==
        Lines{"unknown_key pipeline.qualify.sieve.finds.whole (whole; ; retail, wholesale)"});
  CHECK(wrong({"departments.one_tier.work.meet.pass={ retail = 0.5, wholesail = 0.2 }"}) ==
        Lines{"unknown_key departments.one_tier.work.meet.pass.wholesail (wholesail; wholesale; retail, wholesale)"});
}

TEST_CASE("values by segment inside a distribution or a belief are refused, not read as zero") {
  CHECK(wrong({"pipeline.meet.work={ exponential = { retail = \"5 min\", wholesale = \"6 min\" } }"}) ==
        Lines{"segments_too_deep pipeline.meet.work.exponential"});
  CHECK(wrong({"pipeline.meet.work={ gamma = { mean = \"5 min\", cv = { retail = 0.5 } } }"}) ==
        Lines{"segments_too_deep pipeline.meet.work.gamma.cv"});
  CHECK(wrong({"pipeline.qualify.sieve={ retail = { finds = { retail = 0.5 } } }"}) ==
        Lines{"segments_too_deep pipeline.qualify.sieve.finds.retail"});
  CHECK(wrong({"pipeline.meet.pass={ value = { retail = 0.5 }, low = 0.1 }"}) ==
        Lines{"wrong_type pipeline.meet.pass.value (table; share)"});
}

TEST_CASE("values by segment exist in stages only") {
  CHECK(wrong({"segments.retail.fit={ retail = 0.5 }"}) ==
        Lines{"unknown_key segments.retail.fit.retail (retail; ; value, low, high, source, basis)"});
  CHECK(
      wrong({"departments.one_tier.roles.seller.speed={ retail = 2 }"}) ==
      Lines{"unknown_key departments.one_tier.roles.seller.speed.retail (retail; ; value, low, high, source, basis)"});
}

TEST_CASE("what is wrong with the value of one segment names it") {
  CHECK(wrong({"pipeline.meet.pass={ retail = 1.5, wholesale = 0.2 }"}) ==
        Lines{"too_high pipeline.meet.pass.retail (150 %; 100 %)"});
  CHECK(wrong({"pipeline.meet.work={ retail = { exponential = 5 } }"}) ==
        Lines{"wrong_type pipeline.meet.work.retail.exponential (number; duration)"});
  CHECK(wrong({"pipeline.qualify.later={ chance = { wholesale = 0.5 } }"}) ==
        Lines{"needs_key pipeline.qualify.later.chance.wholesale (chance; after)"});
  CHECK(wrong({"pipeline.meet.reach=0.5", "pipeline.meet.attempts={ retail = 3 }"}) ==
        Lines{"needs_key pipeline.meet.attempts.retail (attempts; retry)"});
}

TEST_CASE("a department has the scenario's work, with its own terms laid over it key by key") {
  const auto scenario =
      with({"departments.lead_desk.work.meet.half_life=1 wd", "departments.lead_desk.work.meet.floor=0.5"});
  const models::Stage& own = term(scenario, "lead_desk", meet, retail);
  CHECK(own.half_life == models::Duration{sim::day, models::Clock::open_days});
  CHECK(own.floor == 0.5);
  CHECK(own.pass == 0.45);
  CHECK(own.work == stage(scenario, meet, retail).work);
  CHECK(term(scenario, "lead_desk", qualify, wholesale) == stage(scenario, qualify, wholesale));
  CHECK(term(scenario, "one_tier", meet, retail) == stage(scenario, meet, retail));
}

TEST_CASE("terms of a department may vary by segment; segments that are not named keep the scenario's") {
  const auto scenario =
      with({"departments.lead_desk.work.meet={ pass = { retail = 0.6 }, work = { wholesale = \"2 h\" } }",
            "departments.lead_desk.work.qualify.sieve={ finds = { wholesale = 0.5 } }"});
  CHECK(term(scenario, "lead_desk", meet, retail).pass == 0.6);
  CHECK(term(scenario, "lead_desk", meet, wholesale).pass == 0.2);
  CHECK(term(scenario, "lead_desk", meet, wholesale).work->law == Distribution::constant(120.0 * minute));
  CHECK(term(scenario, "lead_desk", meet, retail).work == stage(scenario, meet, retail).work);
  CHECK(term(scenario, "lead_desk", qualify, wholesale).sieve == models::Sieve{0.5, 0.2});
  CHECK(term(scenario, "lead_desk", qualify, retail).sieve == models::Sieve{0.9, 0.2});
}

TEST_CASE("a department can switch off a table of the scenario's work") {
  const auto scenario = with({"departments.lead_desk.work.qualify.sieve={ finds = 1, lets_through = 1 }"});
  CHECK(!term(scenario, "lead_desk", qualify, retail).sieve);
  CHECK(stage(scenario, qualify, retail).sieve);
}

TEST_CASE("terms speak of stages of the pipeline only") {
  CHECK(wrong({"departments.one_tier.work={ mete = { pass = 0.5 } }"}) ==
        Lines{"unknown_activity departments.one_tier.work.mete (mete; meet; qualify, meet, cold_call, reception, order, contact, "
              "neglect, dormant, wake)"});
  CHECK(wrong({"departments.one_tier.work={ meet = { pas = 0.5 } }"})
            .front()
            .starts_with("unknown_key departments.one_tier.work.meet.pas (pas; pass; title, delay, work,"));
  CHECK(wrong({"departments.one_tier.work=5"}) == Lines{"wrong_type departments.one_tier.work (number; table)"});
  CHECK(wrong({"departments.one_tier.work.meet=5"}) ==
        Lines{"wrong_type departments.one_tier.work.meet (number; table)"});
}
