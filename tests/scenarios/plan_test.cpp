#include "scenarios/format/plan.hpp"

#include "scenarios/format/variants.hpp"
#include "scenarios/format/write.hpp"
#include "tests/scenarios/office.hpp"

namespace {

const office::Sets in_time{"pipeline.qualify.answer_within=1 wh"};

const std::string planned = office::replaced("sieve =", "answer_within = \"1 wh\"\nsieve =") + R"(
[plan]
objective = "profit_with_base"
budget = 5000
require = [
  { measure = "answered_within.qualify", at_least = "80 %", in = "75 %", of = "months" },
  { measure = "wait.qualify.mean", at_most = 45 },
]

[plan.decide]
"departments.lead_desk.roles.desk.staff" = { months = ["nov-feb", "mar"], high = 3 }
"departments.lead_desk.roles.seller.staff" = { low = 1, high = 5, step = 2, notice = "2 w", contract = "3 mo" }
)";

scenarios::Loaded read(const std::vector<std::string>& sets = {}) {
  return scenarios::read_text(planned, "planned.toml", sets);
}

}  // namespace

TEST_CASE("a plan is read beside its scenario, with neutral defaults") {
  const scenarios::Loaded loaded = read();
  REQUIRE(loaded.plan);
  const scenarios::StaffingPlan& plan = *loaded.plan;
  CHECK(plan.objective.measure == "profit_with_base");
  CHECK(plan.budget->hundredths == 500000);
  REQUIRE(plan.decide.items.size() == 2);
  const scenarios::Decision& desk = plan.decide.items[0];
  // In order of the year: March comes before the winter, which goes over its end.
  CHECK(desk.months.items == std::vector<scenarios::Period>{{2, 1}, {10, 4}});
  CHECK(desk.low == 0);
  CHECK(desk.step == 1);
  CHECK_FALSE(desk.contract);
  const scenarios::Decision& seller = plan.decide.items[1];
  CHECK(seller.months.items.size() == 12);
  CHECK(seller.step == 2);
  CHECK(seller.notice->length == 14 * sim::day);
  REQUIRE(plan.require.items.size() == 2);
  CHECK(plan.require.items[0].of == scenarios::Scope::of_months);
  CHECK(plan.require.items[0].in == 0.75);
  CHECK(plan.require.items[0].wanted_chance() == 0.9);
  CHECK(plan.require.items[1].wanted_chance() == 0.9);
  CHECK(plan.require.items[1].at_most->value == 45);
  CHECK_FALSE(scenarios::read_text(office::text, "office.toml").plan);
}

TEST_CASE("a plan belongs neither to the scenario nor to its hash, and its bounds are no beliefs") {
  CHECK(read().scenario == office::with(in_time));
  CHECK(scenarios::hash(read().scenario) == scenarios::hash(office::with(in_time)));
  CHECK(scenarios::Variants::of_text(planned, "planned.toml").beliefs().empty());
}

TEST_CASE("a plan is written so that it reads back the same, and the same text comes of it again") {
  const scenarios::Loaded loaded = read();
  const std::string text = scenarios::write(loaded);
  INFO(text);
  const scenarios::Loaded again = scenarios::read_text(text, "written.toml");
  CHECK(again.scenario == loaded.scenario);
  CHECK(again.plan == loaded.plan);
  CHECK(scenarios::write(again) == text);
  CHECK(text.find("[plan.decide]\n\"departments.lead_desk.roles.desk.staff\" = { months = [\"mar\", \"nov-feb\"], high "
                  "= 3 }") != std::string::npos);
}

TEST_CASE("values of a plan are set by path") {
  const auto plan = read({"plan.budget=7000", "plan.decide.departments.lead_desk.roles.seller.staff.high=9"}).plan;
  REQUIRE(plan);
  CHECK(plan->budget->hundredths == 700000);
  CHECK(plan->decide.items[1].high == 9);
  CHECK(plan->decide.items[1].low == 1);
  CHECK_FALSE(read({"plan=false"}).plan);
}

TEST_CASE("the fixed cost of a person is base, hours present and contributions, seat and his part of a head") {
  // March 2026 has 22 days from Monday to Friday, of which the 9th is a holiday here: 21 × 8 h × 10 = 1,680. With the
  // base 2,680, and 30 % on top 3,484; seat 100; a quarter of a head at 800: 3,784.
  const models::Scenario scenario =
      office::with({"calendar.holidays=[2026-03-09]", "departments.lead_desk.roles.desk.pay.hourly=10",
                    "departments.lead_desk.roles.desk.pay.on_top=30 %", "departments.lead_desk.roles.desk.pay.seat=100",
                    "departments.lead_desk.head.span=4", "departments.lead_desk.head.pay=800"});
  const models::Department& desk = scenario.departments.items[1].second;
  CHECK(scenarios::fixed_cost(scenario, desk, desk.roles.items[0].second, 2) == doctest::Approx(378400));
}

TEST_CASE("a budget that the smallest plan exceeds in one month only is too small") {
  // One seller costs 1,000 a month, so that 999 does not suffice and 1,000 does.
  CHECK(read({"plan.budget=1000"}).plan);
  CHECK(office::lines(office::problems_of(planned, {"plan.budget=999"})) ==
        office::Lines{"budget_too_low plan.budget (999; 1000; jan; lead_desk)"});
}
