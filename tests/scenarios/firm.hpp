#pragma once

#include <string>
#include <vector>

#include "tests/scenarios/office.hpp"

/// A small valid firm that calls cold, serves clients and lets them sleep, for tests that change a value of it by a
/// path.
namespace firm {

inline const std::string text = R"(format = 1
start = 2026-01-05
horizon = "12 mo"

[calendar]
hours = ["09:00-13:00", "14:00-18:00"]
days = "mon-fri"

[segments.retail]
prospects = 1000
clients = 40
order = { lognormal = { mean = 1000, cv = 0.8 } }
repeat = { every = "60 d", initiative = "50 %" }
inbound.web = { rate = "60 / mo" }
[segments.wholesale]
order = 5000
repeat = { every = "30 d" }
inbound.fair = { rate = "20 / mo" }

[cold_call]
dial = "4 min"
talk = "8 min"
reach = "25 %"
interest = { retail = "10 %", wholesale = "5 %" }
attempts = 3
retry = "2 d"
rest = "90 d"
enters = "close"

[pipeline]
stages = ["meet", "close"]
[pipeline.meet]
work = "30 min"
patience = "5 wd"
[pipeline.close]
work = "20 min"
pass = "50 %"
patience = "5 wd"

[service]
order = { work = "20 min", patience = "2 wd", leave = "5 %" }
contact = { every = { retail = "30 d", wholesale = "14 d" }, work = "40 min", upsell = "6 %" }
neglect = { after = "45 d", life = { exponential = "200 d" } }
dormant = { after = "180 d" }
wake = { work = "5 min", chance = "4 %", rest = "90 d" }

[departments.one_tier.roles.manager]
staff = 4
does = ["order", "contact", "close", "meet", "wake", "cold_call"]
owns = ["leads", "clients"]
portfolio = 60
comfort = 40
tenure = "30 mo"
takes = { chance = "30 %", share = "40 %" }
pay.base = 1000

[departments.two_tiers]
handover = { within = "3 mo" }
[departments.two_tiers.roles.hunter]
staff = 2
does = ["close", "meet", "cold_call"]
owns = ["leads"]
pay.base = 1000
[departments.two_tiers.roles.farmer]
staff = 2
does = ["order", "contact", "wake"]
owns = ["clients"]
pay.base = 1000
)";

constexpr std::size_t retail = 0;
constexpr std::size_t wholesale = 1;

using Sets = std::vector<std::string>;
using Lines = std::vector<std::string>;

inline models::Scenario with(const Sets& sets = {}, const std::string& more = {}) {
  return scenarios::read_text(text + more, "firm.toml", sets).scenario;
}

using office::lines;

/// What is wrong with the firm once values are set.
inline Lines wrong(const Sets& sets, const std::string& more = {}) {
  try {
    with(sets, more);
  } catch (const sim::InputError& error) {
    return lines(error.problems());
  }
  return {};
}

/// Warnings of that code.
inline Lines warned(const std::string& code, const Sets& sets) {
  Lines result;
  for (const std::string& line : lines(scenarios::read_text(text, "firm.toml", sets).warnings))
    if (line.starts_with(code + " ")) result.push_back(line);
  return result;
}

inline const models::Role& role(const models::Scenario& scenario, const char* department, const char* name) {
  return *scenario.departments.find(department)->roles.find(name);
}
inline const models::Work& work(const models::Scenario& scenario, const char* department) {
  return scenario.departments.find(department)->work;
}

}  // namespace firm
