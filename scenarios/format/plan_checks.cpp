#include <algorithm>
#include <limits>

#include "models/catalogue.hpp"
#include "scenarios/format/nearest.hpp"
#include "scenarios/format/paths.hpp"
#include "scenarios/format/plan.hpp"
#include "scenarios/format/quantity.hpp"
#include "scenarios/format/week.hpp"

/// What can only be seen when plan and scenario are known.
namespace scenarios {
namespace {

using models::Department;
using models::Role;
using models::Scenario;

constexpr int year = 12;

std::string staff_path(const std::string& department, const std::string& role) {
  return "departments." + department + ".roles." + role + ".staff";
}

class PlanChecker {
 public:
  PlanChecker(const StaffingPlan& plan, const Scenario& scenario, const Node& root, Collector& problems)
      : plan_(plan), scenario_(scenario), root_(root), problems_(problems) {}

  void run() {
    for (const Decision& decision : plan_.decide.items) decide(decision);
    if (problems_.failed("plan")) return;
    for (std::size_t d = 0; d < scenario_.departments.size(); ++d)
      if (decided(d)) {
        budget(d);
        if (!plan_.require.items.empty()) require(d);
      }
  }

 private:
  bool decided(std::size_t department) const {
    return std::any_of(plan_.decide.items.begin(), plan_.decide.items.end(), [&](const Decision& decision) {
      return place_of_role(scenario_, decision.path)->department == department;
    });
  }

  void decide(const Decision& decision) {
    const std::string path = "plan.decide." + shortened(decision.path);
    const sim::Place place = place_of(root_, {"plan", "decide", decision.path});
    const auto role = place_of_role(scenario_, decision.path);
    if (!role) {
      std::vector<std::string> allowed;
      for (const auto& [name, department] : scenario_.departments.items)
        for (const auto& [role_name, unused] : department.roles.items) allowed.push_back(staff_path(name, role_name));
      problems_.add("unknown_staff", place, path,
                    {shortened(decision.path), nearest(decision.path, allowed), joined(allowed)});
      return;
    }
    const Role& planned = scenario_.departments.items[role->department].second.roles.items[role->role].second;
    if (planned.staff.kind == models::Staff::Kind::hours) problems_.add("staff_by_hours", place, path);
  }

  void budget(std::size_t d) {
    if (!plan_.budget) return;
    const Department& department = scenario_.departments.items[d].second;
    double most = -1;
    int worst = 0;
    for (int month = 0; month < year; ++month) {
      double cost = 0;
      for (const Decision& decision : plan_.decide.items) {
        const RolePlace place = *place_of_role(scenario_, decision.path);
        if (place.department != d || !period_of_month(decision.months, month)) continue;
        cost += static_cast<double>(decision.low) *
                fixed_cost(scenario_, department, department.roles.items[place.role].second, month);
      }
      if (cost <= most) continue;
      most = cost;
      worst = month;
    }
    if (most <= static_cast<double>(plan_.budget->hundredths)) return;
    problems_.add("budget_too_low", place_of(root_, {"plan", "budget"}), "plan.budget",
                  {print_amount(static_cast<double>(plan_.budget->hundredths)), print_amount(most),
                   std::string{months[static_cast<std::size_t>(worst)]}, scenario_.departments.items[d].first});
  }

  void require(std::size_t d) {
    const sim::Catalogue catalogue = models::catalogue(models::DepartmentPlan(scenario_, d));
    for (const Requirement& requirement : plan_.require.items) {
      const sim::Place place = place_of(root_, {"plan", "require"});
      const std::size_t found = catalogue.find(requirement.measure);
      if (found == catalogue.measures.size()) {
        std::vector<std::string> names;
        for (const sim::Measure& measure : catalogue.measures) names.push_back(measure.name);
        problems_.add("unknown_plan_measure", place, "plan.require",
                      {shortened(requirement.measure), nearest(requirement.measure, names),
                       scenario_.departments.items[d].first});
        continue;
      }
      const sim::Measure& measure = catalogue.measures[found];
      if (requirement.of == Scope::of_months && !measure.monthly)
        problems_.add("not_monthly", place, "plan.require", {requirement.measure});
      const double level = (requirement.at_least ? requirement.at_least : requirement.at_most)->value;
      if (measure.unit == "share" && level > 1)
        problems_.add("too_high", place, "plan.require", {print_number(level), "100 %"});
    }
  }

  const StaffingPlan& plan_;
  const Scenario& scenario_;
  const Node& root_;
  Collector& problems_;
};

}  // namespace

std::optional<RolePlace> place_of_role(const Scenario& scenario, const std::string& path) {
  for (std::size_t d = 0; d < scenario.departments.size(); ++d) {
    const auto& [name, department] = scenario.departments.items[d];
    for (std::size_t r = 0; r < department.roles.size(); ++r)
      if (path == staff_path(name, department.roles.items[r].first)) return RolePlace{d, r};
  }
  return std::nullopt;
}

double hours_present(const Scenario& scenario, const Role& role, int month) {
  using namespace std::chrono;
  const models::Hours& hours = role.hours.value_or(scenario.calendar.hours);
  const models::Days& days = role.days.value_or(scenario.calendar.days);
  sim::Time open = 0;
  for (const models::OpenPart& part : hours.parts) open += part.end - part.begin;
  const year_month_day start{scenario.start};
  auto first = start.year() / std::chrono::month{static_cast<unsigned>(month) + 1};
  if (first < start.year() / start.month()) first += years{1};
  int count = 0;
  for (sys_days date = sys_days{first / 1}; date < sys_days{(first + std::chrono::months{1}) / 1};
       date += std::chrono::days{1}) {
    const unsigned weekday_number = weekday{date}.iso_encoding() - 1;
    const bool holiday = std::find(scenario.calendar.holidays.begin(), scenario.calendar.holidays.end(), date) !=
                         scenario.calendar.holidays.end();
    if (days.open[weekday_number] && !holiday) ++count;
  }
  return count * static_cast<double>(open) / static_cast<double>(sim::hour);
}

double fixed_cost(const Scenario& scenario, const Department& department, const Role& role, int month) {
  const auto amount = [](const models::Amount& value) { return static_cast<double>(value.hundredths); };
  const double paid = amount(role.pay.base) + amount(role.pay.hourly) * hours_present(scenario, role, month);
  const std::optional<models::Head>& head = role.head ? role.head : department.head;
  const double led = head && head->span ? amount(head->pay) / static_cast<double>(*head->span) : 0;
  return paid * (1 + role.pay.on_top) + amount(role.pay.seat) + led;
}

void check_plan(const StaffingPlan& plan, const Scenario& scenario, const Node& root, Collector& problems) {
  PlanChecker{plan, scenario, root, problems}.run();
}

}  // namespace scenarios
