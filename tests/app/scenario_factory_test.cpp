#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/named_system.hpp"
#include "app/ranges.hpp"
#include "app/scenario_factory.hpp"
#include "models/department_system.hpp"
#include "scenarios/format/mechanisms.hpp"
#include "tests/app/program.hpp"

namespace {

using app::Binding;

constexpr std::uint64_t seed = 5;

app::AnalysisOptions short_options() {
  app::AnalysisOptions options;
  options.files = {std::string(SALESIM_SOURCE_DIR) + "/" + program::first_steps};
  options.sets = {"horizon=1 mo", "warm_up=0 d"};
  options.departments = {"lead_desk"};
  options.seed = seed;
  return options;
}

std::vector<double> totals(const sim::System& system) { return system.worker()->observe(3).totals; }

/// What replication 3 of the department yields in a scenario.
std::vector<double> totals(const models::Scenario& scenario) {
  const auto& departments = scenario.departments.items;
  const auto desk = std::find_if(departments.begin(), departments.end(),
                                 [](const auto& department) { return department.first == "lead_desk"; });
  return totals(models::DepartmentSystem(scenario, static_cast<std::size_t>(desk - departments.begin()), seed));
}

}  // namespace

TEST_CASE("a system made with values of factors is the department of the scenario that has these values") {
  std::vector<std::string> complaints;
  const app::AnalysisOptions options = short_options();
  const app::Subject subject(options, complaints);
  REQUIRE(complaints.empty());
  Binding pass{Binding::Kind::quantity, "pipeline.meet.pass", " %"};
  Binding rate{Binding::Kind::choice, "segments.customers.inbound.web.rate"};
  rate.choices = {"60 / mo", "350 / mo"};
  const scenarios::Variants& variants = subject.variants().front();
  const std::vector<std::string> mechanisms = scenarios::mechanisms_in(variants.loaded().scenario, {"lead_desk"});
  REQUIRE_FALSE(mechanisms.empty());
  const std::string& mechanism = mechanisms.front();
  const app::ScenarioFactory factory(subject, {pass, rate, {Binding::Kind::mechanism, mechanism}});
  REQUIRE(factory.systems() == 1);
  const auto made = [&](double share, double choice, double on) {
    return totals(*factory.make(0, std::vector<double>{share, choice, on}));
  };
  const double as_it_is = analysis::absent;
  CHECK(made(as_it_is, as_it_is, 1) == totals(variants.loaded().scenario));
  CHECK(made(50, as_it_is, 1) == totals(variants.with({"pipeline.meet.pass=50 %"})));
  const std::vector<std::string> both{"pipeline.meet.pass=20 %", "segments.customers.inbound.web.rate=350 / mo"};
  CHECK(made(20, 1, 1) == totals(variants.with(both)));
  CHECK(made(20, 1, 0) == totals(scenarios::without(variants.with(both), {mechanism})));
  CHECK(made(20, 0, 1) != made(20, 1, 1));
  CHECK(made(as_it_is, as_it_is, 1) == totals(variants.loaded().scenario));  // nothing is left of what was made before
}

TEST_CASE("what cannot be with some values is said as of a wrong --set") {
  std::vector<std::string> complaints;
  const app::AnalysisOptions options = short_options();
  const app::Subject subject(options, complaints);
  const app::ScenarioFactory factory(subject, {{Binding::Kind::quantity, "pipeline.meet.pass", " %"}});
  try {
    (void)factory.make(0, std::vector<double>{140});
    FAIL("a share of 140 % was taken");
  } catch (const sim::InputError& error) {
    CHECK(error.problems().front().place.source == "--set pipeline.meet.pass=140 %");
  }
}

TEST_CASE("values of other departments' own do not concern a department; all others do") {
  std::vector<std::string> complaints;
  const app::AnalysisOptions options = short_options();
  const app::Subject subject(options, complaints);
  const app::Case& desk = subject.cases().front();
  CHECK(app::concerns(desk, "pipeline.meet.pass"));
  CHECK(app::concerns(desk, "departments.lead_desk.roles.desk.staff"));
  CHECK_FALSE(app::concerns(desk, "departments.one_tier.roles.seller.staff"));
  CHECK(app::concerns_others(subject, "departments.one_tier"));
  CHECK_FALSE(app::concerns_others(subject, "departments.nobody.roles.seller.staff"));  // no such department
  CHECK_FALSE(app::concerns_others(subject, "role_defaults.effort"));
}
