#include "app/about.hpp"

#include <algorithm>
#include <set>

#include "app/answer.hpp"
#include "app/output/period.hpp"
#include "scenarios/format/assumptions.hpp"
#include "scenarios/format/defaults.hpp"
#include "scenarios/format/mechanisms.hpp"

namespace app {
namespace {

using analysis::result::AssumptionResult;

std::set<std::string> departments_of(const std::vector<Case>& cases, std::size_t source) {
  std::set<std::string> names;
  for (const Case& one : cases)
    if (one.source == source) names.insert(one.scenario->departments.items[one.department].first);
  return names;
}

/// What files say, then what they take by default. Of several files, what all have alike once, and the rest with the
/// file's name before its path.
std::vector<AssumptionResult> assumptions(const std::vector<Source>& sources, const std::vector<Case>& cases) {
  std::vector<std::vector<scenarios::Assumption>> each;
  for (std::size_t s = 0; s < sources.size(); ++s) {
    const std::set<std::string> departments = departments_of(cases, s);
    each.push_back(scenarios::assumptions_of(sources[s].loaded.scenario, departments));
    for (scenarios::Assumption& one : scenarios::defaults_of(sources[s].loaded.scenario, departments))
      each.back().push_back(std::move(one));
  }
  std::vector<AssumptionResult> result;
  for (std::size_t s = 0; s < each.size(); ++s)
    for (const scenarios::Assumption& one : each[s]) {
      const bool common = std::all_of(each.begin(), each.end(), [&](const auto& other) {
        return std::find(other.begin(), other.end(), one) != other.end();
      });
      if (common && s > 0) continue;
      const std::string before = common ? "" : sources[s].name + ":";
      result.push_back({before + one.path, one.value, one.unit, one.low, one.high, one.source, one.basis, one.said});
    }
  return result;
}

std::vector<analysis::result::Note> not_modelled(const std::vector<Source>& sources, const std::vector<Case>& cases) {
  std::set<std::string> on;
  for (std::size_t s = 0; s < sources.size(); ++s) {
    const std::set<std::string> names = departments_of(cases, s);
    for (std::string& mechanism : scenarios::mechanisms_in(sources[s].loaded.scenario, {names.begin(), names.end()}))
      on.insert(std::move(mechanism));
  }
  std::vector<analysis::result::Note> notes;
  for (const char* code : {"rivals", "prices", "word_of_mouth", "steering", "supply", "taxes"})
    notes.push_back({code, {}});
  for (const std::string& mechanism : scenarios::switchable_mechanisms())
    if (!on.contains(mechanism)) notes.push_back({"off", {mechanism}});
  return notes;
}

/// What these departments, their roles and the stages of the work are called; of several files the first that says it.
std::vector<analysis::result::TitleResult> titles(const std::vector<Source>& sources, const std::vector<Case>& cases) {
  std::vector<analysis::result::TitleResult> result;
  const auto add = [&](const char* kind, const std::string& name, const std::string& title) {
    const bool known = std::any_of(result.begin(), result.end(),
                                   [&](const auto& one) { return one.kind == kind && one.name == name; });
    if (!title.empty() && !known) result.push_back({kind, name, title});
  };
  for (const Source& source : sources) {
    const models::Work& work = source.loaded.scenario.work;
    for (std::size_t s = 0; s < work.stages.size(); ++s)
      if (!work.pipeline[s].empty()) add("stage", work.stages[s], work.pipeline[s].front().title);
  }
  for (const Case& one : cases) {
    add("department", one.name, one.title);
    for (const auto& [name, role] : one.scenario->departments.items[one.department].second.roles.items)
      add("role", name, role.title);
  }
  return result;
}

}  // namespace

void describe_scenarios(const std::vector<Source>& sources, const std::vector<Case>& cases,
                        analysis::result::Result& result) {
  const models::Scenario& first = sources.front().loaded.scenario;
  const Period period = period_of(first);
  result.scenario_title = title_of(sources);
  result.scenario_hash = hash_of(sources);
  result.currency = first.currency;
  result.first_day = day_text(period.first);
  result.last_day = day_text(period.last);
  result.titles = titles(sources, cases);
  result.assumptions = assumptions(sources, cases);
  result.not_modelled = not_modelled(sources, cases);
}

}  // namespace app
