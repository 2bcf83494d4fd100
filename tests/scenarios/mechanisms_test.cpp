#include "scenarios/format/mechanisms.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

#include "models/department_system.hpp"
#include "scenarios/format/read.hpp"
#include "scenarios/format/reference.hpp"
#include "scenarios/format/write.hpp"

using scenarios::mechanisms_in;
using scenarios::without;

namespace {

const std::string folder = std::string{SALESIM_SOURCE_DIR} + "/scenarios/";

std::vector<std::string> departments_of(const models::Scenario& scenario) {
  std::vector<std::string> names;
  for (const auto& [name, department] : scenario.departments.items) names.push_back(name);
  return names;
}

}  // namespace

TEST_CASE("every mechanism of a parameter can be switched off, or is a fact of market and work") {
  // M8 what the cold list takes, M14 sleeping clients, M20 cadence, M22 what segments buy.
  const std::vector<std::string> facts{"M8", "M14", "M20", "M22"};
  for (const scenarios::ParameterEntry& parameter : scenarios::all_parameters()) {
    if (parameter.mechanism.empty()) continue;
    const auto& on = scenarios::switchable_mechanisms();
    const bool switchable = std::find(on.begin(), on.end(), parameter.mechanism) != on.end();
    const bool fact = std::find(facts.begin(), facts.end(), parameter.mechanism) != facts.end();
    CHECK_MESSAGE(switchable != fact, parameter.path << " has " << parameter.mechanism);
  }
}

TEST_CASE("switching off gives parameters their neutral default, whoever has set them, and nothing else changes") {
  const models::Scenario scenario = scenarios::read_file(folder + "wholesale.toml").scenario;
  const models::Scenario calm = without(scenario, {"M12"});
  for (const auto& row : calm.work.pipeline)
    for (const models::Stage& stage : row) {
      CHECK_FALSE(stage.patience);
      CHECK_FALSE(stage.half_life);
    }
  CHECK(calm.work.pipeline[0][0].work == scenario.work.pipeline[0][0].work);
  CHECK(calm.segments.items[0].second.inbound.items[0].second.rate ==
        scenario.segments.items[0].second.inbound.items[0].second.rate);

  const models::Scenario unpaid = without(scenario, {"M17"});
  for (const auto& [name, department] : unpaid.departments.items)
    for (const auto& [role, one] : department.roles.items) {
      CHECK(one.pay.base == models::Pay{}.base);
      CHECK_FALSE(one.pay.bonus);
    }
  const models::Scenario no_loss = without(scenario, {"M11"});
  for (const auto& [name, department] : no_loss.departments.items) {
    const auto original = std::find_if(scenario.departments.items.begin(), scenario.departments.items.end(),
                                       [&name = name](const auto& item) { return item.first == name; });
    CHECK(department.handover.has_value() == original->second.handover.has_value());
    if (!department.handover) continue;
    CHECK(department.handover->loss == 0);
    CHECK_FALSE(department.handover->work);
    CHECK(department.handover->after_orders == original->second.handover->after_orders);
  }
  CHECK(without(scenario, {}) == scenario);
  const models::Scenario forgiving = without(scenario, {"M4"});
  CHECK(forgiving.work.neglect.empty());
  CHECK(forgiving.work.contact == scenario.work.contact);
}

TEST_CASE("switching off twice is switching off once, and the order does not matter") {
  const models::Scenario scenario = scenarios::read_file(folder + "roofing_season.toml").scenario;
  const models::Scenario one = without(without(scenario, {"M19"}), {"M17"});
  CHECK(one == without(without(scenario, {"M17"}), {"M19"}));
  CHECK(one == without(scenario, {"M17", "M19"}));
  CHECK(one == without(one, {"M17", "M19"}));
}

TEST_CASE("mechanisms are named only where they are on in one of the departments, or in the market") {
  const models::Scenario scenario = scenarios::read_file(folder + "first_steps.toml").scenario;
  const std::vector<std::string> all = mechanisms_in(scenario, departments_of(scenario));
  const std::vector<std::string> one = mechanisms_in(scenario, {"one_tier"});
  const auto has = [](const std::vector<std::string>& list, const std::string& mechanism) {
    return std::find(list.begin(), list.end(), mechanism) != list.end();
  };
  CHECK(has(all, "M34"));  // leads are lost on their way from the desk to the seller
  CHECK_FALSE(has(one, "M34"));
  CHECK(has(one, "M12"));
  CHECK_FALSE(has(all, "M9"));
  CHECK(mechanisms_in(without(scenario, {all.begin(), all.end()}), departments_of(scenario)).empty());
}

TEST_CASE("every shipped department runs with any mechanism off, and with all of them off") {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".toml") continue;
    const std::string file = entry.path().string();
    models::Scenario scenario = scenarios::read_file(file, {"horizon=2 mo", "warm_up=0 d"}).scenario;
    const std::vector<std::string> on = mechanisms_in(scenario, departments_of(scenario));
    std::vector<std::set<std::string>> sets{{on.begin(), on.end()}};
    for (const std::string& mechanism : on) sets.push_back({mechanism});
    for (const std::set<std::string>& off : sets) {
      const models::Scenario changed = without(scenario, off);
      for (std::size_t d = 0; d < changed.departments.items.size(); ++d) {
        INFO(file, " ", changed.departments.items[d].first, " without ", off.size() == 1 ? *off.begin() : "any");
        CHECK_NOTHROW(models::DepartmentSystem(changed, d, 1).worker()->observe(0));
      }
    }
  }
}
