#pragma once

#include <algorithm>
#include <cmath>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"

/// Random companies that use every key, for promises that hold of all of them.
namespace any_company {

using models::Duration;
using models::DurationLaw;
using sim::day;
using sim::hour;
using sim::minute;

/// Choices, the same for a seed everywhere.
class Chooser {
 public:
  explicit Chooser(std::uint32_t seed) : engine_(seed) {}
  /// A whole number from low to high.
  std::int64_t whole(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(engine_() % static_cast<std::uint64_t>(high - low + 1));
  }
  bool yes(double chance) { return share() < chance; }
  double share() { return static_cast<double>(engine_()) / 4294967296.0; }
  double between(double low, double high) { return low + (high - low) * share(); }
  /// A span from low to high, short ones as likely as long ones.
  sim::Time span(sim::Time low, sim::Time high) {
    const auto ratio = static_cast<double>(high) / static_cast<double>(low);
    return static_cast<sim::Time>(static_cast<double>(low) * std::pow(ratio, share()));
  }
  models::Clock clock() { return static_cast<models::Clock>(whole(0, 2)); }
  Duration duration(sim::Time low, sim::Time high) { return {span(low, high), clock()}; }
  sim::Distribution law(double mean) {
    using sim::Distribution;
    Distribution result = Distribution::constant(std::floor(mean));
    switch (whole(0, 8)) {
      case 0:
        break;
      case 1:
        result = Distribution::exponential(mean);
        break;
      case 2:
        result = Distribution::lognormal(mean, between(0.1, 2));
        break;
      case 3:
        result = Distribution::gamma(mean, between(0.1, 2));
        break;
      case 4:
        result = Distribution::erlang(mean, static_cast<double>(whole(1, 5)));
        break;
      case 5:
        result = Distribution::weibull(mean, between(0.5, 3));
        break;
      case 6:
        result = Distribution::uniform(0, 2 * mean);
        break;
      case 7:
        result = Distribution::triangular(0, mean, 2 * mean);
        break;
      default:
        result = Distribution::empirical({0, mean / 2, mean, 3 * mean});
        break;
    }
    return yes(0.2) ? result.with_zero(between(0, 0.5)) : result;
  }
  DurationLaw duration_law(sim::Time low, sim::Time high, bool open_time = false) {
    return {law(static_cast<double>(span(low, high))), open_time ? clock() : models::Clock::calendar};
  }
  models::Amount money(std::int64_t most) { return {whole(0, most * 100)}; }
  template <class T>
  const T& one_of(const std::vector<T>& items) {
    return items[static_cast<std::size_t>(whole(0, static_cast<std::int64_t>(items.size()) - 1))];
  }

 private:
  std::mt19937 engine_;
};

inline models::Hours some_hours(Chooser& choose) {
  models::Hours hours;
  if (choose.yes(0.4)) return hours;
  const std::int64_t opens = choose.whole(6, 11);
  const std::int64_t closes = choose.whole(15, 22);
  hours.parts = {{opens * hour, closes * hour}};
  if (choose.yes(0.4)) hours.parts = {{opens * hour, 13 * hour}, {14 * hour, closes * hour}};
  return hours;
}
inline models::Days some_days(Chooser& choose) {
  models::Days days;
  if (choose.yes(0.6)) days.open[5] = days.open[6] = false;
  if (choose.yes(0.2)) days.open[static_cast<std::size_t>(choose.whole(0, 4))] = false;
  return days;
}

inline models::Segment some_segment(Chooser& choose) {
  models::Segment segment;
  if (choose.yes(0.5)) segment.prospects = choose.whole(1, choose.yes(0.5) ? 20 : 2000);
  if (choose.yes(0.6)) segment.clients = choose.whole(1, 60);
  if (choose.yes(0.4)) segment.dormant = choose.whole(1, 60);
  if (choose.yes(0.4)) segment.fit = choose.share();
  if (choose.yes(0.9)) segment.order = models::AmountLaw{choose.law(choose.between(1, 1e7))};
  if (segment.order && segment.order->law.kind == sim::Distribution::Kind::lognormal) segment.between = choose.share();
  segment.margin = choose.between(-0.2, 1);
  if (choose.yes(0.8))
    segment.repeat = models::Repeat{choose.share(), choose.duration_law(6 * hour, 200 * day), choose.share()};
  if (choose.yes(0.6)) segment.lifetime = choose.duration_law(5 * day, 2000 * day);
  if (choose.yes(0.2)) segment.stock = choose.whole(1, 300);
  if (choose.yes(0.3)) segment.holding = choose.money(1000);
  if (choose.yes(0.3)) segment.paid_after = Duration{choose.span(hour, 100 * day)};
  for (std::int64_t c = choose.whole(0, 2); c > 0; --c) {
    models::Channel channel;
    channel.rate = {choose.between(0, 10), day};
    if (choose.yes(0.3)) channel.year = choose.share();
    if (choose.yes(0.3)) channel.month = choose.share();
    if (choose.yes(0.3)) channel.dispersion = choose.between(1, 4);
    if (choose.yes(0.5)) channel.hours = some_hours(choose);
    channel.cost = choose.money(50);
    segment.inbound.items.push_back({"channel" + std::to_string(c), channel});
  }
  return segment;
}

inline models::Stage some_stage(Chooser& choose) {
  models::Stage stage;
  if (choose.yes(0.3)) stage.delay = choose.duration_law(minute, 5 * day);
  if (choose.yes(0.8)) stage.work = choose.duration_law(minute, 5 * hour);
  if (choose.yes(0.2)) stage.travel = choose.duration_law(minute, 2 * hour);
  stage.pass = choose.between(0.2, 1);
  if (choose.yes(0.3)) stage.sieve = models::Sieve{choose.share(), choose.share()};
  if (choose.yes(0.3)) {
    stage.reach = choose.share();
    stage.dial = choose.duration_law(minute, 20 * minute);
    stage.attempts = choose.whole(1, 5);
    stage.retry = choose.duration_law(minute, 3 * day, true);
  }
  if (choose.yes(0.3)) {
    stage.show = choose.share();
    stage.rebook = choose.between(0, 0.9);
    stage.no_show_work = choose.duration_law(minute, hour);
  }
  if (choose.yes(0.5)) stage.patience = choose.duration_law(10 * minute, 10 * day, true);
  if (choose.yes(0.3)) stage.answer_within = choose.duration(minute, day);
  if (choose.yes(0.3)) {
    stage.half_life = choose.duration(hour, 5 * day);
    stage.floor = choose.share();
  }
  if (choose.yes(0.2)) stage.later = models::Later{choose.between(0, 0.6), choose.duration_law(hour, 30 * day)};
  stage.interruptible = choose.yes(0.2);
  return stage;
}

inline models::ColdCall some_cold_call(Chooser& choose, const std::vector<std::string>& stages) {
  models::ColdCall call;
  if (choose.yes(0.9)) call.dial = choose.duration_law(minute, 20 * minute);
  if (choose.yes(0.9)) call.talk = choose.duration_law(minute, hour);
  call.reach = choose.yes(0.3) ? 1 : choose.share();
  call.interest.values.clear();
  for (std::int64_t i = choose.whole(1, 4); i > 0; --i) call.interest.values.push_back(choose.share());
  if (choose.yes(0.4)) call.fade = choose.between(0, 2);
  if (choose.yes(0.4)) call.give_up.values = {choose.share(), choose.share()};
  call.attempts = choose.whole(1, 6);
  if (choose.yes(0.7)) call.retry = choose.duration(minute, 10 * day);
  if (choose.yes(0.7)) call.rest = choose.duration(hour, 60 * day);
  if (choose.yes(0.5)) call.enters = choose.one_of(stages);
  return call;
}

inline models::Work some_work(Chooser& choose, const std::vector<std::string>& stages, std::size_t segments) {
  models::Work work;
  work.stages = stages;
  for (std::size_t s = 0; s < stages.size(); ++s) {
    work.pipeline.emplace_back();
    for (std::size_t g = 0; g < segments; ++g) work.pipeline.back().push_back(some_stage(choose));
  }
  const bool calls = choose.yes(0.8);
  const bool orders = choose.yes(0.8);
  const bool contacts = choose.yes(0.8);
  const bool neglects = choose.yes(0.6);
  const bool sleeps = choose.yes(0.6);
  const bool wakes = choose.yes(0.6);
  for (std::size_t g = 0; g < segments; ++g) {
    if (calls) work.cold_call.push_back(some_cold_call(choose, stages));
    if (orders) {
      models::OrderService order;
      if (choose.yes(0.9)) order.work = choose.duration_law(minute, 2 * hour);
      if (choose.yes(0.7)) order.patience = choose.duration_law(hour, 10 * day, true);
      if (choose.yes(0.5)) order.leave = choose.share();
      work.order.push_back(order);
    }
    if (contacts) {
      models::ContactService contact;
      if (choose.yes(0.9)) contact.every = Duration{choose.span(day, 100 * day)};
      if (choose.yes(0.9)) contact.work = choose.duration_law(minute, 2 * hour);
      if (choose.yes(0.6)) contact.upsell = choose.share();
      if (choose.yes(0.6)) contact.growth = choose.between(-0.2, 0.5);
      work.contact.push_back(contact);
    }
    if (neglects) {
      models::Neglect neglect;
      if (choose.yes(0.9)) neglect.after = choose.duration(hour, 60 * day);
      if (choose.yes(0.9)) neglect.life = choose.duration_law(hour, 300 * day, true);
      work.neglect.push_back(neglect);
    }
    if (sleeps)
      work.dormant.push_back({choose.yes(0.8) ? std::optional{Duration{choose.span(day, 200 * day)}} : std::nullopt});
    if (wakes) {
      models::Wake wake;
      if (choose.yes(0.8)) wake.work = choose.duration_law(minute, hour);
      wake.chance = choose.share();
      if (choose.yes(0.7)) wake.rest = choose.duration(hour, 90 * day);
      work.wake.push_back(wake);
    }
  }
  return work;
}

inline models::Staff some_staff(Chooser& choose, models::Date start) {
  models::Staff staff;
  const double kind = choose.share();
  if (kind < 0.5) {
    staff.counts = {choose.whole(0, 4)};
  } else if (kind < 0.7) {
    staff.kind = models::Staff::Kind::months;
    staff.counts.clear();
    for (int month = 0; month < 12; ++month) staff.counts.push_back(choose.whole(0, 4));
  } else if (kind < 0.9) {
    staff.kind = models::Staff::Kind::dates;
    staff.counts.clear();
    std::int64_t from = choose.whole(-40, 20);
    for (std::int64_t i = choose.whole(1, 4); i > 0; --i) {
      staff.counts.push_back(choose.whole(0, 4));
      staff.dates.push_back(start + std::chrono::days{from});
      from += choose.whole(1, 90);
    }
  } else {
    staff.kind = models::Staff::Kind::hours;
    staff.counts.clear();
    for (int hour_of_day = 0; hour_of_day < 24; ++hour_of_day) staff.counts.push_back(choose.whole(0, 3));
  }
  return staff;
}

inline models::Head some_head(Chooser& choose) {
  models::Head head;
  if (choose.yes(0.9)) head.span = choose.whole(1, 5);
  if (choose.yes(0.3)) head.most = choose.whole(0, 2);
  head.pay = choose.money(100'000);
  head.effort = choose.between(0.5, 1);
  head.without = choose.between(0.3, 1);
  if (choose.yes(0.5)) head.diligence = choose.share();
  return head;
}

inline models::Pay some_pay(Chooser& choose) {
  models::Pay pay;
  pay.base = choose.money(60'000);
  if (choose.yes(0.3)) pay.hourly = choose.money(500);
  pay.first = choose.between(0, 0.2);
  pay.repeat = choose.between(0, 0.1);
  pay.of = choose.yes(0.5) ? models::Base::revenue : models::Base::margin;
  if (choose.yes(0.4)) pay.per_lead = choose.money(500);
  if (choose.yes(0.4)) pay.bonus = models::Bonus{choose.share(), choose.whole(0, 20), choose.whole(0, 20)};
  if (choose.yes(0.4)) pay.penalty = models::Penalty{choose.between(-0.5, 0.5), choose.share()};
  pay.on_top = choose.share();
  pay.hiring = choose.money(50'000);
  pay.dismissal = choose.money(50'000);
  pay.seat = choose.money(10'000);
  return pay;
}

/// The rest of a role, once it is known what it does.
inline void complete(models::Role& role, Chooser& choose, const std::vector<std::string>& activities,
                     const models::Named<models::Segment>& segments) {
  role.owns_leads = choose.yes(0.4);
  role.owns_clients = choose.yes(0.6);
  role.assign = static_cast<models::Assign>(choose.whole(0, 2));
  if (choose.yes(0.3)) role.switching = {choose.span(minute, hour)};
  role.effort = choose.between(0.4, 1);
  role.speed = choose.between(0.5, 2);
  for (const std::string& activity : activities)
    if (choose.yes(0.3)) role.skill.items.push_back({activity, choose.between(0.2, 4)});
  if (choose.yes(0.4)) role.hours = some_hours(choose);
  if (choose.yes(0.4)) role.days = some_days(choose);
  if (choose.yes(0.5)) role.absence = {{choose.whole(0, 60) * day}, {choose.whole(0, 20) * day}};
  if (choose.yes(0.4)) role.cover = choose.duration(hour, 10 * day);
  if (role.cover) role.cover->clock = models::Clock::calendar;
  if (choose.yes(0.3)) role.talent = models::Talent{choose.between(0, 1.5), choose.whole(1, 5)};
  if (choose.yes(0.4)) role.comfort = choose.between(1, 100);
  role.diligence = choose.yes(0.5) ? 1 : choose.share();
  if (choose.yes(0.5)) role.portfolio = choose.whole(1, 40);
  for (const auto& [name, segment] : segments.items)
    if (choose.yes(0.2)) role.drops.items.push_back({name, choose.share()});
  if (choose.yes(0.3)) {
    const std::int64_t below = choose.whole(0, 10);
    role.pause = models::Pause{below + choose.whole(0, 20), below};
  }
  if (choose.yes(0.3)) role.learning = models::Learning{choose.between(0.2, 4), Duration{choose.span(day, 300 * day)}};
  role.rented = choose.yes(0.2);
  if (role.rented) role.returns = choose.share();
  if (choose.yes(0.3)) role.ahead = Duration{choose.span(day, 60 * day)};
  if (choose.yes(0.6)) role.hire = choose.duration_law(hour, 60 * day);
  if (choose.yes(0.4)) role.training = Duration{choose.span(hour, 30 * day)};
  if (choose.yes(0.4))
    role.ramp = models::Ramp{Duration{choose.span(day, 100 * day)}, choose.between(0.1, 1), choose.yes(0.5)};
  if (choose.yes(0.6)) role.tenure = choose.duration_law(5 * day, 1000 * day);
  if (choose.yes(0.3)) role.refusal_quit = choose.between(0, 0.05);
  if (choose.yes(0.4)) role.takes = models::Takes{choose.share(), choose.share()};
  if (choose.yes(0.3)) role.takes_leads = choose.share();
  if (choose.yes(0.3)) role.off_crm = choose.share();
  if (choose.yes(0.2)) role.head = some_head(choose);
  role.pay = some_pay(choose);
}

inline models::Department some_department(Chooser& choose, const models::Scenario& s) {
  models::Department department;
  department.work = s.work;
  if (choose.yes(0.3)) {
    department.transfer = {std::nullopt, choose.between(0, 0.3), choose.between(0.3, 1.5)};
    if (choose.yes(0.5)) department.transfer.work = choose.duration_law(minute, hour);
  }
  if (choose.yes(0.6)) {
    models::Handover handover;
    handover.after_orders = choose.whole(1, 4);
    if (choose.yes(0.5)) handover.within = Duration{choose.span(day, 100 * day)};
    if (choose.yes(0.7)) handover.work = choose.duration_law(minute, 2 * hour);
    handover.loss = choose.between(0, 0.3);
    department.handover = handover;
  }
  if (choose.yes(0.4))
    department.rotation = models::Rotation{Duration{choose.span(day, 90 * day)}, choose.between(0.5, 5)};
  if (choose.yes(0.5)) department.reassign = Duration{choose.span(hour, 60 * day)};
  if (choose.yes(0.4)) department.head = some_head(choose);
  if (choose.yes(0.2)) department.two_heads = choose.between(0, 0.5);
  std::vector<std::string> activities = s.work.stages;
  activities.insert(activities.end(), {"order", "contact", "wake", "cold_call", "reception"});
  const std::int64_t roles = choose.whole(1, 4);
  for (std::int64_t r = 0; r < roles; ++r) {
    models::Role role;
    role.staff = some_staff(choose, s.start);
    std::vector<std::string> order = activities;
    for (std::size_t i = order.size(); i > 1; --i)
      std::swap(order[i - 1], order[static_cast<std::size_t>(choose.whole(0, static_cast<std::int64_t>(i) - 1))]);
    for (const std::string& activity : order) {
      if (!choose.yes(r == 0 ? 0.9 : 0.5)) continue;
      models::Duty duty{activity, {}, choose.yes(0.2), std::nullopt};
      if (choose.yes(0.2)) duty.segments = {choose.one_of(s.segments.items).first};
      if (duty.fallback && choose.yes(0.5)) duty.overflow = choose.whole(0, 10);
      role.does.push_back(duty);
    }
    if (role.does.empty()) role.does.push_back({choose.one_of(activities), {}, false, {}});
    complete(role, choose, activities, s.segments);
    if (choose.yes(0.2)) {
      models::Block block{{choose.one_of(role.does).activity}, some_hours(choose), std::nullopt, choose.yes(0.5)};
      if (choose.yes(0.5)) block.days = some_days(choose);
      role.blocks.items.push_back({"block", block});
      if (choose.yes(0.3)) role.blocks.items.push_back({"other", {{role.does.front().activity}, {}, {}, choose.yes(0.5)}});
    }
    if (choose.yes(0.3))
      role.discount = models::Discount{choose.between(0, 0.3), choose.between(0.5, 3), Duration{choose.span(hour, 90 * day)}};
    if (r > 0 && choose.yes(0.3)) role.assists = "role" + std::to_string(choose.whole(0, r - 1));
    if (choose.yes(0.2) && role.staff.most() > 0)
      department.minimum.items.push_back({"role" + std::to_string(r), choose.whole(1, role.staff.most())});
    if (r > 0 && choose.yes(0.3))
      role.promotes_to =
          models::Promotion{"role" + std::to_string(choose.whole(0, r - 1)), Duration{choose.span(day, 60 * day)}};
    department.roles.items.push_back({"role" + std::to_string(r), role});
  }
  return department;
}

/// The company of this number.
inline models::Scenario company(std::uint32_t number) {
  Chooser choose(number);
  models::Scenario s;
  s.title = "Any company";
  s.start = std::chrono::sys_days{std::chrono::year{2026} / static_cast<int>(choose.whole(1, 12)) /
                                  static_cast<int>(choose.whole(1, 28))};
  if (choose.yes(0.5)) {
    s.horizon.months = choose.whole(1, 14);
  } else {
    s.horizon.length = choose.span(day, 300 * day);
  }
  if (choose.yes(0.4)) s.warm_up.length = choose.span(hour, 100 * day);
  if (choose.yes(0.4)) s.run_out = models::Span{0, choose.whole(0, 60) * day};
  if (choose.yes(0.4)) s.discount = models::ShareRate{choose.share(), sim::mean_year};
  s.calendar.hours = some_hours(choose);
  s.calendar.days = some_days(choose);
  if (choose.yes(0.4)) s.calendar.holidays = {s.start + std::chrono::days{choose.whole(0, 30)}};
  for (std::int64_t g = choose.whole(1, 3); g > 0; --g)
    s.segments.items.push_back({"segment" + std::to_string(g), some_segment(choose)});
  std::vector<std::string> stages;
  for (std::int64_t i = choose.whole(1, 3); i > 0; --i) stages.push_back("stage" + std::to_string(i));
  s.work = some_work(choose, stages, s.segments.size());
  s.departments.items.push_back({"department", some_department(choose, s)});
  return s;
}

}  // namespace any_company
