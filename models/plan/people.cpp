#include <algorithm>

#include "models/plan/parts.hpp"

namespace models {
namespace {

using sim::Time;

template <class Items>
std::uint32_t index_of(const Items& items, std::string_view name) {
  std::uint32_t i = 0;
  while (i < items.size() && items[i] != name) ++i;
  return i;
}

Time length_of(const std::optional<Duration>& duration) { return duration ? duration->length : 0; }

void plan_duties(RolePlan& plan, const Role& role, const DepartmentPlan& department, const Named<Segment>& segments) {
  for (const Duty& duty : role.does) {
    DutyPlan line;
    line.stage = index_of(department.stage_names, duty.activity);
    line.segments.assign(segments.size(), duty.segments.empty() ? 1 : 0);
    for (const std::string& segment : duty.segments)
      for (std::size_t g = 0; g < segments.size(); ++g)
        if (segments.items[g].first == segment) line.segments[g] = 1;
    line.fallback = duty.fallback;
    if (duty.overflow) line.overflow = static_cast<std::uint32_t>(*duty.overflow);
    plan.duties.push_back(std::move(line));
  }
}

void plan_career(RolePlan& plan, const Role& role) {
  if (role.talent) {
    plan.talent = role.talent->cv;
    plan.candidates = static_cast<std::uint32_t>(role.talent->candidates);
  }
  if (role.comfort) plan.comfort = *role.comfort;
  plan.diligence = role.diligence;
  if (role.portfolio) plan.portfolio = static_cast<std::uint32_t>(*role.portfolio);
  plan.pause = role.pause;
  if (role.learning) {
    plan.learning_limit = role.learning->limit;
    plan.learning_half = role.learning->half->length;
  }
  plan.rented = role.rented;
  plan.returns = role.returns;
  plan.ahead = length_of(role.ahead);
  plan.hire = timed(role.hire);
  plan.training = length_of(role.training);
  if (role.ramp) {
    plan.ramp = role.ramp->time->length;
    plan.ramp_from = role.ramp->from;
    plan.ramp_odds = role.ramp->odds;
  }
  plan.tenure = timed(role.tenure);
  if (role.tenure) plan.first_tenure = sim::ResidualSampler(role.tenure->law);
  plan.refusal_quit = role.refusal_quit;
  if (role.discount) {
    plan.discount = role.discount->share;
    plan.discount_odds = role.discount->odds;
    plan.deferral = length_of(role.discount->deferral);
  }
  if (role.takes) {
    plan.takes_chance = role.takes->chance;
    plan.takes_share = role.takes->share;
  }
  plan.takes_leads = role.takes_leads;
  plan.off_crm = role.off_crm;
}

RolePlan plan_role(const std::string& name, const Role& role, const DepartmentPlan& department,
                   const Named<Segment>& segments) {
  RolePlan plan;
  plan.name = name;
  plan.owns_leads = role.owns_leads;
  plan.owns_clients = role.owns_clients;
  plan.assign = role.assign;
  plan.personal =
      role.owns_leads || role.owns_clients || role.assign == Assign::round_robin || !role.assists.empty();
  plan.switching = role.switching.length;
  plan.effort = role.effort;
  plan.speed = role.speed;
  plan.holiday = role.absence.holiday.length;
  plan.sick = role.absence.sick.length;
  if (role.cover) plan.cover = role.cover->length;
  plan.pay = role.pay;
  plan.skill.assign(department.stage_names.size(), 1);
  for (const auto& [activity, factor] : role.skill.items)
    plan.skill[index_of(department.stage_names, activity)] = factor;
  plan.drops.assign(segments.size(), 0);
  for (const auto& [segment, share] : role.drops.items)
    for (std::size_t g = 0; g < segments.size(); ++g)
      if (segments.items[g].first == segment) plan.drops[g] = share;
  plan_duties(plan, role, department, segments);
  plan_career(plan, role);
  return plan;
}

/// Hours in which seat number `seat` of the role is there: those of the role, or only where the pattern has more people.
sim::Calendar::Week week_of_seat(const Role& role, const CalendarRule& company, std::int64_t seat) {
  sim::Calendar::Week week = week_of(role.hours.value_or(company.hours), role.days.value_or(company.days));
  if (role.staff.kind != Staff::Kind::hours) return week;
  for (std::vector<sim::Interval>& parts : week) {
    std::vector<sim::Interval> kept;
    for (const sim::Interval& part : parts)
      for (std::size_t h = 0; h < 24; ++h) {
        const Time begin = std::max(part.begin, static_cast<Time>(h) * sim::hour);
        const Time end = std::min(part.end, static_cast<Time>(h + 1) * sim::hour);
        if (begin >= end || role.staff.counts[h] <= seat) continue;
        if (!kept.empty() && kept.back().end == begin) {
          kept.back().end = end;
        } else {
          kept.push_back({begin, end});
        }
      }
    parts = std::move(kept);
  }
  return week;
}

/// When seat number `seat` of a role is to be filled within [begin, end).
std::vector<sim::Interval> wanted_times(const Staff& staff, std::int64_t seat, const DepartmentPlan& plan, Date start) {
  std::vector<sim::Interval> result;
  const auto add = [&](Time from, Time to, bool filled) {
    from = std::max(from, plan.begin);
    to = std::min(to, plan.end);
    if (!filled || from >= to) return;
    if (!result.empty() && result.back().end == from) {
      result.back().end = to;
    } else {
      result.push_back({from, to});
    }
  };
  switch (staff.kind) {
    case Staff::Kind::constant: add(plan.begin, plan.end, seat < staff.counts[0]); break;
    case Staff::Kind::hours: add(plan.begin, plan.end, seat < staff.most()); break;
    case Staff::Kind::months:
      for (std::size_t d = 0; d < plan.days->days.size(); ++d) {
        const Time from = plan.days->begin() + static_cast<Time>(d) * sim::day;
        add(from, from + sim::day, seat < staff.counts[plan.days->days[d].month]);
      }
      break;
    case Staff::Kind::dates:
      for (std::size_t i = 0; i < staff.dates.size(); ++i) {
        const Time from = i == 0 ? plan.begin : moment(staff.dates[i], start);
        const Time to = i + 1 < staff.dates.size() ? moment(staff.dates[i + 1], start) : plan.end;
        add(from, to, seat < staff.counts[i]);
      }
      break;
  }
  return result;
}

Time overlap(const std::vector<sim::Interval>& intervals, Time begin, Time end) {
  Time total = 0;
  for (const sim::Interval& interval : intervals)
    total += std::max<Time>(0, std::min(end, interval.end) - std::max(begin, interval.begin));
  return total;
}

/// Protected hours, on the days of the role unless they have their own.
void plan_blocks(DepartmentPlan& plan, const Scenario& scenario, const Department& department) {
  for (std::uint32_t r = 0; r < plan.roles.size(); ++r) {
    const Role& role = department.roles.items[r].second;
    for (const auto& [name, block] : role.blocks.items) {
      const Days& days = block.days.value_or(role.days.value_or(scenario.calendar.days));
      BlockPlan to{r, sim::Calendar(*plan.days, week_of(block.hours, days), scenario.calendar.holidays), {}, block.strict};
      to.does.assign(plan.stage_names.size(), 0);
      for (const std::string& activity : block.does) to.does[index_of(plan.stage_names, activity)] = 1;
      plan.blocks.push_back(std::move(to));
    }
  }
}

/// People share the heads of their role if it has its own, else the department's.
void plan_heads(DepartmentPlan& plan, const Department& department) {
  std::uint32_t common = none;
  for (std::uint32_t r = 0; r < plan.roles.size(); ++r) {
    RolePlan& role = plan.roles[r];
    const std::optional<Head>& own = department.roles.items[r].second.head;
    if (own) {
      role.head = static_cast<std::uint32_t>(plan.heads.size());
      plan.heads.push_back({*own, {}});
    } else if (department.head) {
      if (common == none) {
        common = static_cast<std::uint32_t>(plan.heads.size());
        plan.heads.push_back({*department.head, {}});
      }
      role.head = common;
    }
    if (role.head == none) continue;
    for (std::uint32_t s = 0; s < role.seats; ++s) plan.heads[role.head].seats.push_back(role.first_seat + s);
  }
}

}  // namespace

void plan_people(DepartmentPlan& plan, const Scenario& scenario, const Department& department) {
  std::vector<sim::Calendar::Week> weeks{week_of(scenario.calendar.hours, scenario.calendar.days)};
  plan.calendars.emplace_back(*plan.days, weeks[0], scenario.calendar.holidays);
  sim::Calendar::Week open_days;
  for (std::size_t d = 0; d < 7; ++d)
    if (!weeks[0][d].empty()) open_days[d].push_back({0, sim::day});
  plan.open_days = sim::Calendar(*plan.days, open_days, scenario.calendar.holidays);

  const std::size_t months = plan.month_names.size();
  for (const auto& [name, role] : department.roles.items) {
    RolePlan role_plan = plan_role(name, role, plan, scenario.segments);
    const auto r = static_cast<std::uint32_t>(plan.roles.size());
    role_plan.first_seat = static_cast<std::uint32_t>(plan.seats.size());
    role_plan.seats = static_cast<std::uint32_t>(role.staff.most());
    role_plan.effort *= 1 - department.two_heads;
    if (const std::int64_t* minimum = department.minimum.find(name)) role_plan.minimum = static_cast<std::uint32_t>(*minimum);
    plan.wanted.emplace_back(months, 0);
    for (std::int64_t s = 0; s < role.staff.most(); ++s) {
      SeatPlan seat;
      seat.role = r;
      const sim::Calendar::Week week = week_of_seat(role, scenario.calendar, s);
      const auto known = std::find(weeks.begin(), weeks.end(), week);
      seat.calendar = static_cast<std::uint32_t>(known - weeks.begin());
      if (known == weeks.end()) {
        weeks.push_back(week);
        plan.calendars.emplace_back(*plan.days, week, scenario.calendar.holidays);
      }
      seat.wanted = wanted_times(role.staff, s, plan, scenario.start);
      const auto number = static_cast<std::uint32_t>(plan.seats.size());
      for (const sim::Interval& interval : seat.wanted) {
        if (interval.begin > plan.begin) plan.changes.push_back({interval.begin, number, true});
        if (interval.end < plan.end) plan.changes.push_back({interval.end, number, false});
      }
      for (std::size_t m = 0; m < months; ++m) plan.wanted[r][m] += overlap(seat.wanted, plan.months[m], plan.months[m + 1]);
      plan.seats.push_back(std::move(seat));
    }
    plan.roles.push_back(std::move(role_plan));
  }
  std::sort(plan.changes.begin(), plan.changes.end(), [](const StaffChange& a, const StaffChange& b) {
    return a.time != b.time ? a.time < b.time : a.on != b.on ? b.on : a.seat < b.seat;
  });
  plan_blocks(plan, scenario, department);
  for (std::uint32_t r = 0; r < plan.roles.size(); ++r) {
    const std::string& assisted = department.roles.items[r].second.assists;
    for (std::uint32_t to = 0; to < plan.roles.size(); ++to)
      if (plan.roles[to].name == assisted) plan.roles[r].assists = to;
    plan.assisted = plan.assisted || plan.roles[r].assists != none;
    const std::optional<Promotion>& promotion = department.roles.items[r].second.promotes_to;
    if (!promotion) continue;
    for (std::uint32_t to = 0; to < plan.roles.size(); ++to)
      if (plan.roles[to].name == promotion->role) plan.roles[r].promotes_to = to;
    plan.roles[r].promotion_ramp = length_of(promotion->ramp);
  }
  plan_heads(plan, department);
}

void plan_doers(DepartmentPlan& plan) {
  const std::size_t segments = plan.segments.size();
  plan.doers.resize(plan.stage_names.size() * segments);
  for (std::uint32_t r = 0; r < plan.roles.size(); ++r) {
    const RolePlan& role = plan.roles[r];
    std::vector<Does> does(plan.doers.size(), Does::no);
    for (const DutyPlan& duty : role.duties)
      for (std::size_t g = 0; g < segments; ++g) {
        if (duty.segments[g] == 0) continue;
        Does& known = does[duty.stage * segments + g];
        // The same work may stand in several lines; who does it anyway is no fallback for it.
        if (known == Does::primary || (known == Does::fallback && duty.fallback)) continue;
        known = duty.fallback ? Does::fallback : Does::primary;
        if (role.assign == Assign::owner) continue;
        Doers& doers = plan.doers[duty.stage * segments + g];
        (duty.fallback ? doers.fallback : doers.primary).push_back({r, duty.overflow});
        if (duty.fallback || role.assign != Assign::round_robin || duty.stage >= plan.stage_count) continue;
        for (std::uint32_t s = 0; s < role.seats; ++s) doers.dealt.push_back(role.first_seat + s);
      }
    plan.does.push_back(std::move(does));
  }
  plan.seats_of_calendar.resize(plan.calendars.size());
  for (std::uint32_t s = 0; s < plan.seats.size(); ++s) plan.seats_of_calendar[plan.seats[s].calendar].push_back(s);
}

}  // namespace models
