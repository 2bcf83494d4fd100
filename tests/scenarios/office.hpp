#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "scenarios/format/read.hpp"

template <>
struct doctest::StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += "\n    " + line;
    return text.c_str();
  }
};

/// A small valid office for tests of the format, which change a value of it by a path.
namespace office {

inline const std::string text = R"(format = 1
start = 2026-01-05
horizon = "6 mo"

[calendar]
hours = ["09:00-13:00", "14:00-18:00"]
days = "mon-fri"

[segments.retail]
order = 1000
inbound.web = { rate = "300 / mo" }
[segments.wholesale]
order = { lognormal = { mean = 5000, cv = 0.8 } }
inbound.fair = { rate = "2 / d" }

[pipeline]
stages = ["qualify", "meet"]
[pipeline.qualify]
work = { exponential = "10 min" }
sieve = { finds = "90 %", lets_through = "20 %" }
patience = { exponential = "4 wd" }
[pipeline.meet]
work = { lognormal = { mean = "1 h", cv = 0.5 } }
pass = { retail = "45 %", wholesale = "20 %" }
half_life = "2 wd"

[departments.one_tier.roles.seller]
staff = 4
does = ["meet", "qualify"]
pay = { base = 1000 }

[departments.lead_desk.roles.desk]
staff = 1
does = ["qualify"]
pay = { base = 1000 }
[departments.lead_desk.roles.seller]
staff = 3
does = ["meet"]
pay = { base = 1000 }
)";

using Sets = std::vector<std::string>;
using Lines = std::vector<std::string>;

/// The office with values set by paths.
inline models::Scenario with(const Sets& sets = {}) { return scenarios::read_text(text, "office.toml", sets).scenario; }

/// Problems as `code path (arguments)`, warnings if there are none.
inline Lines lines(const sim::Problems& problems) {
  Lines result;
  for (const sim::Problem& problem : problems) {
    std::string line = problem.code + (problem.path.empty() ? "" : " ") + problem.path;
    for (std::size_t i = 0; i < problem.arguments.size(); ++i)
      line += (i == 0 ? " (" : "; ") + problem.arguments[i] + (i + 1 == problem.arguments.size() ? ")" : "");
    result.push_back(line);
  }
  return result;
}

/// What is wrong with a text; empty if nothing is.
inline sim::Problems problems_of(const std::string& scenario, const Sets& sets = {}) {
  try {
    scenarios::read_text(scenario, "office.toml", sets);
  } catch (const sim::InputError& error) {
    return error.problems();
  }
  return {};
}

/// What is wrong with the office once values are set.
inline Lines wrong(const Sets& sets) { return lines(problems_of(text, sets)); }

inline Lines warnings(const Sets& sets) { return lines(scenarios::read_text(text, "office.toml", sets).warnings); }

/// The office with one line replaced by others.
inline std::string replaced(const std::string& line, const std::string& by, std::string from = text) {
  const std::size_t at = from.find(line);
  return at == std::string::npos ? "no such line: " + line : from.replace(at, line.size(), by);
}

inline const models::Segment& segment(const models::Scenario& scenario, const char* name) {
  return *scenario.segments.find(name);
}

inline const models::Channel& web(const models::Scenario& scenario) {
  return *segment(scenario, "retail").inbound.find("web");
}

/// A stage of the scenario for a segment by number.
inline const models::Stage& stage(const models::Scenario& scenario, std::size_t number, std::size_t segment = 0) {
  return scenario.work.pipeline[number][segment];
}

inline const models::Role& role(const models::Scenario& scenario, const char* department, const char* name) {
  return *scenario.departments.find(department)->roles.find(name);
}

}  // namespace office
