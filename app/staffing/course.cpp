#include "app/staffing/course.hpp"

#include <algorithm>
#include <cmath>

#include "app/staffing/opening.hpp"
#include "scenarios/format/week.hpp"

namespace app::staffing {
namespace {

using analysis::Flow;
using analysis::Stretch;

constexpr int weeks_of_year = 52;
constexpr double at_once = 0.01;  ///< in which those who waited for the opening come in [h]

}  // namespace

/// Of some weeks of a month.
struct RoleCourse::Sums {
  double asked = 0;
  double answered = 0;
  double timed = 0;
  double abandoned = 0;
  double busy = 0;
  double time = 0;

  Service service(double people) const {
    Service service;
    if (asked <= 0) return service;
    if (timed > 0) service.answered = answered / timed;
    service.abandoned = abandoned / asked;
    service.utilisation = people > 0 ? busy / time / people : 1;
    return service;
  }
};

std::vector<RoleCourse::Slot> RoleCourse::slots_of(const models::CalendarRule& calendar) {
  std::vector<Slot> slots;
  double begin = 0;
  std::size_t opening = 0;
  for (const auto& [from, to] : scenarios::open_week(calendar.hours, calendar.days)) {
    double left = static_cast<double>(to - from) / static_cast<double>(sim::hour);
    if (left > 2 * at_once) {
      slots.push_back({begin, at_once, opening, true});
      begin += at_once;
      left -= at_once;
    }
    for (; left > 1e-9; left -= slots.back().length, begin += slots.back().length)
      slots.push_back({begin, std::min(1.0, left), opening, false});
    ++opening;
  }
  return slots;
}

/// Share of a week's items of a task that come in a slot.
double RoleCourse::share_of(const Task& task, const Slot& slot) const {
  double share = 0;
  if (slot.first && slot.opening < task.at_opening.size()) share = task.at_opening[slot.opening];
  if (task.while_open.empty()) return share + slot.length / week_;
  for (std::size_t i = 0; i < task.while_open.size(); ++i) {
    const double from = std::max(slot.begin, static_cast<double>(i) * hours_of_grain);
    const double to = std::min(slot.begin + slot.length, static_cast<double>(i + 1) * hours_of_grain);
    if (to > from) share += task.while_open[i] * (to - from) / hours_of_grain;
  }
  return share;
}

RoleCourse::RoleCourse(const models::Scenario& scenario, const std::vector<Portion>& portions, const ByMonth& hours,
                       double presence)
    : slots_(slots_of(scenario.calendar)), week_(Opening(scenario.calendar).week) {
  const std::chrono::year_month_day start{scenario.start};
  const models::Date first = std::chrono::sys_days{start.year() / start.month() / 1};
  for (int w = 0; w < weeks_of_year; ++w)
    months_.push_back(unsigned{std::chrono::year_month_day{first + std::chrono::days{7 * w + 3}}.month()} - 1);
  double open = 0;
  double there = 0;
  double work = 0;
  double hazard = 0;
  double items = 0;
  double timed = 0;
  for (std::size_t m = 0; m < months_of_year; ++m) {
    const auto month = start.year() / std::chrono::month{static_cast<unsigned>(m) + 1};
    weeks_[m] = unsigned{(month / std::chrono::last).day()} / 7.0;
    open += week_ * weeks_[m];
    there += hours[m];
    ask(portions, m);
    for (const Portion& portion : portions) {
      const double count = portion.share[m] * portion.task->items[m];
      items += count;
      work += count * portion.task->work;
      if (portion.task->patience > 0) hazard += count / portion.task->patience;
      if (!portion.task->within) continue;
      timed += count;
      within_ += count * *portion.task->within;
    }
  }
  any_ = items > 0 && work > 0 && there > 0 && presence > 0;
  if (!any_) return;
  within_ = timed > 0 ? within_ / timed : 0;
  // Who is there for a part of the open hours only is slower in all of them.
  pool_.work = work / items / presence * open / there;
  pool_.patience = hazard > 0 ? items / hazard : longest_wait;
}

void RoleCourse::ask(const std::vector<Portion>& portions, std::size_t month) {
  for (const Slot& slot : slots_) {
    Asked asked;
    for (const Portion& portion : portions) {
      const Task& task = *portion.task;
      const double items = portion.share[month] * task.items[month] / weeks_[month];
      const double here = items * share_of(task, slot);
      asked.items += here;
      if (slot.first && !task.gone.empty()) asked.gone += items * task.gone[slot.opening];
      if (!task.within) continue;
      asked.timed += here;
      if (slot.first && !task.late.empty()) asked.timed -= items * task.late[slot.opening];
      if (&slot == slots_.data()) timed_[month] += items;
    }
    asked_[month].push_back(asked);
  }
}

void RoleCourse::add_week(std::size_t month, std::uint32_t people, double speed,
                          std::vector<Stretch>& stretches) const {
  for (std::size_t i = 0; i < slots_.size(); ++i)
    stretches.push_back({slots_[i].length, asked_[month][i].items / slots_[i].length, people, speed});
}

void RoleCourse::sum(std::size_t month, const Flow* flows, Sums& sums) const {
  sums.timed += timed_[month];
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    const Flow& flow = flows[i];
    sums.asked += flow.asked + asked_[month][i].gone;
    sums.abandoned += flow.abandoned + asked_[month][i].gone;
    sums.busy += flow.busy;
    sums.time += slots_[i].length;
    if (flow.asked > 0) sums.answered += asked_[month][i].timed * flow.answered / flow.asked;
  }
}

Service RoleCourse::week(std::size_t month, std::uint32_t people) const {
  if (!any_) return {};
  std::vector<Stretch> stretches;
  for (int w = 0; w < 2; ++w) add_week(month, people, 1, stretches);
  Sums sums;
  sum(month, analysis::flow_of(pool_, stretches, within_).data() + slots_.size(), sums);
  return sums.service(people);
}

std::array<Service, months_of_year> RoleCourse::by_month(const std::vector<Flow>& flows, const Year& people,
                                                         bool exact) const {
  std::array<Sums, months_of_year> sums;
  for (std::size_t w = 0; w < months_.size(); ++w) sum(months_[w], flows.data() + w * slots_.size(), sums[months_[w]]);
  std::array<Service, months_of_year> services;
  for (std::size_t m = 0; m < months_of_year; ++m) {
    services[m] = sums[m].service(people[m]);
    if (!exact) services[m].answered = analysis::absent;
  }
  return services;
}

Course RoleCourse::year(const Year& people, const ByMonth& capacity) const {
  Course course;
  if (!any_) return course;
  std::vector<Stretch> stretches;
  for (const std::size_t m : months_) {
    const bool some = people[m] > 0 && capacity[m] > 0;
    add_week(m, some ? static_cast<std::uint32_t>(people[m]) : 0, some ? capacity[m] / people[m] : 1, stretches);
  }
  course.exact = by_month(analysis::flow_of(pool_, stretches, within_), people, true);
  course.closure = by_month(analysis::approximate_flow_of(pool_, stretches), people, false);
  return course;
}

}  // namespace app::staffing
