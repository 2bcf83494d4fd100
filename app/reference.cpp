#include "app/reference.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "models/catalogue.hpp"
#include "models/people_measures.hpp"
#include "scenarios/format/read.hpp"

namespace app {
namespace {

constexpr std::string_view introduction = R"(# Measures

Written by `tools/docs` from the catalogue in `models/catalogue.cpp`; a test fails when this page is stale. `<activity>`
stands for a stage, or for `order` and `contact`; in `time_share` for `cold_call` and `wake`, too. `<role>` stands for a role,
`<seat>` for the number of a seat within its role, from 1, `money` for the currency. What needs clients or a cold list is
there only in scenarios that have them. Measures of seats, and how far those of a role differ (`spread`), are there only with
`--people`; a seat stands for whoever held it.

A replication keeps a numerator and a denominator of each measure, in total and, where marked, by month.

- A **mean** is the mean over replications.
- A **ratio** is the sum of the numerators over the sum of the denominators: a ratio of means, not a mean of ratios.
  Replications without a denominator are counted in `empty`.
- A **quantile** is that of all replications' waits together.

Of each measure the program gives `mean` with the interval `low` … `high`, and of the replications' own values the standard
deviation `sd` and the quantiles `p05`, `p50` and `p95`: how one run may differ from another. `empty` counts the
replications that have no value of their own.

Money, leads, deals and losses count when they happen. `win_rate`, `cycle_time`, `wait`, `answered_within` and
`censored` belong to the month in which the lead asked or began to wait, whatever happens to it later, the run-out included.
The margin of whatever is lost is an expectation: what a lead at its stage, or a client like this one, would have brought.

| measure | unit | how | by month | definition |
|---|---|---|---|---|
)";

/// A company that has everything that measures speak of, with one stage and one role.
constexpr std::string_view example = R"(
format = 1
start = 2026-01-01
horizon = "1 mo"
[segments.customers]
prospects = 1
clients = 1
repeat.every = "30 d"
[cold_call]
interest = 1
[pipeline]
stages = ["an_activity"]
[pipeline.an_activity]
work = "1 h"
answer_within = "1 h"
[service.order]
work = "1 h"
[service.contact]
every = "30 d"
work = "1 h"
[service.wake]
chance = 1
[departments.any.roles.a_role]
staff = 1
does = ["an_activity", "order", "contact", "wake", "cold_call"]
owns = ["leads", "clients"]
)";

/// Replaces a name of the example by the metavariable that stands for it.
std::string with_metavariables(std::string name) {
  constexpr std::pair<std::string_view, std::string_view> metavariables[] = {
      {"an_activity", "<activity>"}, {"a_role.1", "<role>.<seat>"}, {"a_role", "<role>"}};
  for (const auto& [word, metavariable] : metavariables)
    if (const std::size_t at = name.find(word); at != std::string::npos) name.replace(at, word.size(), metavariable);
  return name;
}

/// Whether a measure of an activity is said already, by the same measure of the example's stage.
bool is_repeated(std::string_view name) {
  constexpr std::string_view families[] = {"wait.", "queue.", "time_share."};
  const bool of_activity = std::any_of(std::begin(families), std::end(families),
                                       [&](std::string_view family) { return name.starts_with(family); });
  return of_activity && name.find("an_activity") == std::string_view::npos;
}

}  // namespace

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

std::string measures_page() {
  const models::Scenario scenario = scenarios::read_text(example, "example").scenario;
  const models::DepartmentPlan plan(scenario, 0);
  std::string page{introduction};
  sim::Catalogue catalogue = models::catalogue(plan);
  models::add_people_measures(plan, catalogue);
  for (const sim::Measure& measure : catalogue.measures)
    if (!is_repeated(measure.name))
      page += fmt::format("| `{}` | {} | {} | {} | {} |\n", with_metavariables(measure.name), measure.unit,
                          estimator_name(measure.estimator), measure.monthly ? "yes" : "", measure.definition);
  return page;
}

}  // namespace app
