#include "app/staffing/worth.hpp"

#include <algorithm>
#include <cmath>

namespace app::staffing {
namespace {

/// Share of an order's margin that its commission takes, contributions on top included; the mean over roles that do the
/// last stage for the segment.
double commission(const models::Department& department, const std::string& last_stage, const std::string& segment,
                  double margin) {
  double sum = 0;
  double roles = 0;
  for (const auto& [name, role] : department.roles.items)
    for (const models::Duty& duty : role.does) {
      const bool meant = duty.segments.empty() ||
                         std::find(duty.segments.begin(), duty.segments.end(), segment) != duty.segments.end();
      if (duty.activity != last_stage || duty.fallback || !meant) continue;
      const double share = role.pay.first * (1 + role.pay.on_top);
      sum += role.pay.of == models::Base::margin || margin <= 0 ? share : share / margin;
      ++roles;
    }
  return roles > 0 ? std::min(1.0, sum / roles) : 0;
}

}  // namespace

Worths::Worths(const models::Scenario& scenario, const Lattice& lattice, const models::DepartmentPlan& plan,
               double clients)
    : scenario_(scenario),
      department_(scenario.departments.items[lattice.department].second),
      lattice_(lattice),
      plan_(plan),
      room_(have_room(clients)) {}

double Worths::order(std::size_t g) const {
  const auto& [name, segment] = scenario_.segments.items[g];
  if (lattice_.worth == Worth::nothing || !segment.order) return 0;
  const std::string& last = plan_.stage_names[plan_.stage_count - 1];
  return segment.order->law.mean() / 100 * segment.margin * (1 - commission(department_, last, name, segment.margin));
}

double Worths::client(std::size_t g) const {
  const models::Segment& segment = scenario_.segments.items[g].second;
  const models::SegmentPlan& planned = plan_.segments[g];
  if (lattice_.worth == Worth::nothing) return 0;
  const bool cared = room_ || planned.neglect_after == 0;
  if (cared && lattice_.worth == Worth::for_life) return planned.value / 100;
  double ending = planned.mortal && segment.lifetime ? 1 / segment.lifetime->law.mean() : 0;
  if (!cared)
    ending += 1 / (static_cast<double>(planned.contact_every + planned.neglect_after) +
                   department_.work.neglect[g].life->law.mean());
  const double rate = planned.worth / 100 * (cared ? 1 : planned.initiative);
  const auto horizon = static_cast<double>(plan_.horizon);
  if (lattice_.worth == Worth::for_life) return rate / ending;
  // Won at any time of the period with the same chance, alive for an exponential time.
  const double ends = ending * horizon;
  return ends > 0 ? rate / ending * (1 - (1 - std::exp(-ends)) / ends) : rate * horizon / 2;
}

/// Whether those who look after clients have room for all of them; people who are planned can be as many as it takes.
bool Worths::have_room(double clients) const {
  double room = 0;
  for (std::size_t r = 0; r < department_.roles.size(); ++r) {
    const models::Role& role = department_.roles.items[r].second;
    if (!role.owns_clients) continue;
    const bool planned = std::any_of(lattice_.roles.begin(), lattice_.roles.end(),
                                     [&](const PlannedRole& one) { return one.role == r; });
    if (planned || !role.portfolio) return true;
    room += static_cast<double>(role.staff.most() * *role.portfolio);
  }
  return room <= 0 || clients <= room;
}

}  // namespace app::staffing
