#include "app/reference.hpp"

#include <fmt/format.h>

#include <string_view>

#include "models/catalogue.hpp"

namespace app {
namespace {

constexpr std::string_view introduction = R"(# Measures

Written by `tools/docs` from the catalogue in `models/catalogue.cpp`; a test fails when this page is stale. `<stage>` and
`<role>` stand for the names in a scenario; `money` for its currency.

A replication keeps a numerator and a denominator of each measure, in total and, where marked, by month.

- A **mean** is the mean over replications.
- A **ratio** is the sum of the numerators over the sum of the denominators: a ratio of means, not a mean of ratios.
  Replications without a denominator are counted in `empty`.
- A **quantile** is that of all replications' waits together.

Of each measure the program gives `mean` with the interval `low` … `high`, and of the replications' own values the standard
deviation `sd` and the quantiles `p05`, `p50` and `p95`: how one year may differ from another. `empty` counts the
replications that have no value of their own.

Money, leads, deals and losses count when they happen. `win_rate`, `cycle_time`, `wait`, `answered_within` and
`censored` belong to the month in which the lead asked or began to wait, whatever happens to it later, the run-out included.
The margin of a lead that is lost is an expectation: what leads at its stage would have brought.

| measure | unit | how | by month | definition |
|---|---|---|---|---|
)";

/// A department with one stage and one role, whose names are placeholders.
models::Scenario example() {
  models::Stage stage;
  stage.answer_within = models::Duration{sim::hour};
  models::Role role;
  role.staff.counts = {1};
  role.does.push_back({.activity = "<stage>", .segments = {}, .fallback = false, .overflow = {}});

  models::Scenario scenario;
  scenario.start = std::chrono::year{2026} / 1 / 1;
  scenario.horizon.months = 1;
  scenario.segments.items.emplace_back("customers", models::Segment{});
  scenario.work.stages = {"<stage>"};
  scenario.work.pipeline = {{stage}};
  models::Department department;
  department.work = scenario.work;
  department.roles.items.emplace_back("<role>", role);
  scenario.departments.items.emplace_back("department", department);
  return scenario;
}

std::string_view estimator_name(sim::Estimator estimator) {
  switch (estimator) {
    case sim::Estimator::mean:
      return "mean";
    case sim::Estimator::ratio:
      return "ratio";
    case sim::Estimator::quantile:
      return "quantile";
  }
  return "";
}

}  // namespace

std::string measures_page() {
  const models::Scenario scenario = example();
  const models::DepartmentPlan plan(scenario, 0);
  std::string page{introduction};
  for (const sim::Measure& measure : models::catalogue(plan).measures)
    page += fmt::format("| `{}` | {} | {} | {} | {} |\n", measure.name, measure.unit, estimator_name(measure.estimator),
                        measure.monthly ? "yes" : "", measure.definition);
  return page;
}

}  // namespace app
