#include "app/scenario_factory.hpp"

#include <algorithm>
#include <cmath>

#include "app/answer.hpp"
#include "app/named_system.hpp"
#include "app/ranges.hpp"
#include "models/department_system.hpp"
#include "scenarios/format/mechanisms.hpp"

namespace app {
namespace {

constexpr std::size_t most_recent = 16;

}  // namespace

std::string Binding::set(double value) const {
  if (kind == Kind::choice) return path + "=" + choices[static_cast<std::size_t>(value)];
  // Divided, because 1 / 100 is no double but 7 / 100.0 is the nearest one to what is meant.
  const double per_unit = grain > 0 ? std::round(1 / grain) : 0;
  const double rounded = grain > 0 ? std::round(value * per_unit) / per_unit : value;
  return path + "=" + scenarios::quantity_text(rounded, unit);
}

ScenarioFactory::Change ScenarioFactory::change_of(std::size_t system, std::span<const double> values) const {
  Change change;
  change.source = subject_.cases()[system].source;
  for (std::size_t f = 0; f < bindings_.size(); ++f) {
    if (!concerns(system, f)) continue;
    const Binding& binding = bindings_[f];
    if (binding.kind == Binding::Kind::mechanism) {
      if (values[f] == 0) change.off.insert(binding.path);
    } else if (!std::isnan(values[f])) {
      change.sets.push_back(binding.set(values[f]));
    }
  }
  return change;
}

ScenarioFactory::Shared ScenarioFactory::scenario_of(const Change& change) const {
  const auto known = [&]() -> Shared {
    const auto it =
        std::find_if(recent_.begin(), recent_.end(), [&](const auto& made) { return made.first == change; });
    return it == recent_.end() ? nullptr : it->second;
  };
  {
    const std::scoped_lock lock(access_);
    if (Shared scenario = known()) return scenario;
  }
  const scenarios::Variants& variants = subject_.variants()[change.source];
  models::Scenario scenario = change.sets.empty() ? variants.loaded().scenario : variants.with(change.sets);
  if (!change.off.empty()) scenario = scenarios::without(scenario, change.off);
  Shared made = std::make_shared<const models::Scenario>(std::move(scenario));
  const std::scoped_lock lock(access_);
  if (Shared meanwhile = known()) return meanwhile;
  if (recent_.size() == most_recent) recent_.erase(recent_.begin());
  recent_.emplace_back(change, made);
  return made;
}

bool ScenarioFactory::concerns(std::size_t system, std::size_t factor) const {
  const Binding& binding = bindings_[factor];
  return binding.kind == Binding::Kind::mechanism || app::concerns(subject_.cases()[system], binding.path);
}

std::unique_ptr<sim::System> ScenarioFactory::make(std::size_t system, std::span<const double> values) const {
  const Case& one = subject_.cases()[system];
  const Change change = change_of(system, values);
  const Shared scenario = scenario_of(change);
  std::string name = one.name;
  for (const std::string& set : change.sets) name += " --set " + shell_word(set);
  for (const std::string& mechanism : change.off) name += " -" + mechanism;
  auto department = std::make_unique<models::DepartmentSystem>(*scenario, one.department, one.seed);
  return std::make_unique<NamedSystem>(std::move(department), std::move(name), one.seed);
}

}  // namespace app
