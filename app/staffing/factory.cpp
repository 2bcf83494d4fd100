#include "app/staffing/factory.hpp"

#include <cmath>

#include "app/named_system.hpp"
#include "app/staffing/events.hpp"
#include "models/department_system.hpp"

namespace app::staffing {
namespace {

/// Staff by date with seats for as many as there can ever be: the first number holds before anything runs.
models::Staff staff_of(const std::vector<Step>& steps, std::int64_t seats) {
  models::Staff staff;
  staff.kind = models::Staff::Kind::dates;
  staff.counts.assign(1, seats);
  staff.dates.assign(1, steps.front().date - std::chrono::days{1});
  for (const Step& step : steps) {
    staff.dates.push_back(step.date);
    staff.counts.push_back(step.people);
  }
  return staff;
}

}  // namespace

models::Scenario StaffFactory::scenario_with(const Years& years, const std::optional<Delay>& delay) const {
  models::Scenario scenario = scenario_;
  auto& roles = scenario.departments.items[lattice_.department].second.roles.items;
  for (std::size_t r = 0; r < lattice_.roles.size(); ++r) {
    const PlannedRole& planned = lattice_.roles[r];
    std::vector<Step> steps = steps_of(scenario, planned, years[r]);
    if (delay) steps = delayed(steps, planned, scenario, *delay).steps;
    std::int64_t seats = planned.decision.high;
    for (const int present : planned.present) seats = std::max(seats, std::int64_t{present});
    roles[planned.role].second.staff = staff_of(steps, seats);
  }
  return scenario;
}

std::unique_ptr<sim::System> StaffFactory::with(const Years& years, const std::optional<Delay>& delay,
                                                std::uint32_t first) const {
  auto department = std::make_unique<models::DepartmentSystem>(scenario_with(years, delay), lattice_.department, seed_);
  auto events = std::make_unique<EventSystem>(std::move(department), requirements_, first);
  return std::make_unique<NamedSystem>(std::move(events), name_, seed_);
}

std::unique_ptr<sim::System> StaffFactory::make(std::size_t, std::span<const double> values) const {
  analysis::staffing::Plan plan;
  for (const double value : values) plan.push_back(static_cast<int>(std::lround(value)));
  return with(lattice_.years(plan), std::nullopt, 0);
}

std::unique_ptr<sim::System> LateFactory::make(std::size_t, std::span<const double> values) const {
  return plans_.with(years_, Delay{first_, static_cast<int>(std::lround(values[0]))}, 0);
}

}  // namespace app::staffing
