#pragma once

#include "tests/models/company.hpp"

namespace company {

/// Two segments with a channel each, three stages with everything that can happen to a lead, three roles that share the
/// work with owners, turns, fallbacks, absences and staff by month. Not too few people, so that lines come and go.
inline Scenario busy_office() {
  Scenario s = shop({"call", "meet", "sign"}, {1, hour}, 200 * day);
  s.start = date(2026, 1, 5);
  s.warm_up.length = 20 * day;
  s.calendar.hours = hours({{9, 13}, {14, 18}});
  s.calendar.days = working_days();
  s.calendar.holidays = {date(2026, 2, 23), date(2026, 5, 1)};
  models::Segment firms = s.segments.items[0].second;
  firms.inbound.items[0].second.rate = {1, 6 * hour};
  firms.inbound.items[0].second.dispersion = 2;
  firms.inbound.items[0].second.season.weights = {1, 1, 2, 1, 1, 0.5, 0, 1, 1, 1, 1, 1};
  firms.order = models::AmountLaw{Distribution::lognormal(90'000, 1)};
  firms.margin = 0.3;
  s.segments.items.push_back({"firms", firms});
  customers(s).fit = 0.8;
  customers(s).order = models::AmountLaw{Distribution::exponential(20'000)};
  door(s).year = 0.2;
  door(s).hours = hours({{8, 22}});
  models::Department& department = s.departments.items[0].second;
  for (auto& row : department.work.pipeline) row.push_back(row[0]);
  for (std::size_t g : {0U, 1U}) {
    models::Stage& call = stage(s, 0, g);
    call.work = exponential(6 * minute);
    call.reach = 0.6;
    call.dial = constant(minute);
    call.attempts = 3;
    call.retry = exponential(5 * hour, Clock::open_hours);
    call.patience = exponential(2 * day);
    call.half_life = Duration{4 * hour, Clock::open_hours};
    call.answer_within = Duration{hour, Clock::open_hours};
    call.floor = 0.4;
    call.sieve = models::Sieve{0.9, 0.3};
    call.later = models::Later{0.1, exponential(9 * day)};
    models::Stage& meet = stage(s, 1, g);
    meet.delay = exponential(2 * day);
    meet.work = DurationLaw{Distribution::lognormal(static_cast<double>(40 * minute), 0.5), Clock::calendar};
    meet.travel = constant(20 * minute);
    meet.show = 0.8;
    meet.rebook = 0.5;
    meet.no_show_work = constant(5 * minute);
    meet.pass = 0.6;
    models::Stage& sign = stage(s, 2, g);
    sign.work = exponential(hour);
    sign.interruptible = true;
    sign.pass = 0.9;
  }
  department.transfer = {constant(3 * minute), 0.03, 0.9};
  models::Role caller = role(2, {"call"});
  caller.assign = models::Assign::round_robin;
  caller.effort = 0.9;
  caller.absence = {{14 * day}, {8 * day}};
  models::Role hunter = role(3, {"sign", "meet"});
  hunter.does.push_back({"call", {"firms"}, true, 6});
  hunter.owns_leads = true;
  hunter.switching = Duration{4 * minute};
  hunter.skill.items = {{"meet", 1.4}};
  hunter.absence = {{28 * day}, {4 * day}};
  hunter.cover = Duration{2 * day};
  models::Role evening = role(1, {"call", "meet"});
  evening.staff = {models::Staff::Kind::months, {1, 1, 0, 1, 1, 2, 2, 1, 1, 1, 1, 1}, {}};
  evening.hours = hours({{16, 20}});
  evening.speed = 1.2;
  department.roles.items = {{"caller", caller}, {"hunter", hunter}, {"evening", evening}};
  return s;
}

}  // namespace company
