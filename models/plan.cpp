#include "models/plan.hpp"

#include <algorithm>
#include <map>

#include "models/rounding.hpp"
#include "sim/agenda.hpp"
#include "sim/problem.hpp"

namespace models {
namespace {

using sim::Time;

sim::Calendar::Week week_of(const Hours& hours, const Days& days) {
  sim::Calendar::Week week;
  for (std::size_t d = 0; d < 7; ++d)
    if (days.open[d])
      for (const OpenPart& part : hours.parts) week[d].push_back({part.begin, part.end});
  return week;
}

Time moment(Date date, Date start) { return (date - start).count() * sim::day; }

/// The moment `span` after (or, with `sign` -1, before) the start.
Time shifted(Date start, const Span& span, int sign) {
  if (span.months == 0) return sign * span.length;
  const std::chrono::year_month_day from{start};
  std::chrono::year_month_day to = from + std::chrono::months{sign * static_cast<int>(span.months)};
  if (!to.ok()) to = to.year() / to.month() / std::chrono::last;
  return moment(Date{to}, start);
}

TimedSampler timed(const std::optional<DurationLaw>& law) {
  if (!law) return {};
  return {sim::Sampler{law->law}, law->clock, true};
}

StagePlan plan_stage(const Stage& stage, bool last) {
  StagePlan plan;
  plan.delay = timed(stage.delay);
  plan.work = timed(stage.work);
  plan.travel = timed(stage.travel);
  plan.dial = timed(stage.dial);
  plan.no_show = timed(stage.no_show_work);
  plan.patience = timed(stage.patience);
  plan.retry = timed(stage.retry);
  plan.sieves = stage.sieve.has_value();
  const Sieve sieve = stage.sieve.value_or(Sieve{});
  plan.pass_fit = stage.pass * sieve.finds;
  plan.pass_unfit = last ? 0 : stage.pass * sieve.lets_through;
  plan.reach = stage.reach;
  plan.attempts = static_cast<std::uint32_t>(stage.attempts);
  plan.show = stage.show;
  plan.rebook = stage.rebook;
  if (stage.later) {
    plan.later = stage.later->chance;
    plan.later_after = timed(stage.later->after);
  }
  plan.floor = stage.floor;
  if (stage.half_life) {
    plan.half_life = stage.half_life->length;
    plan.half_life_clock = stage.half_life->clock;
  }
  if (stage.answer_within) {
    plan.answer_within = stage.answer_within->length;
    plan.answer_clock = stage.answer_within->clock;
  }
  plan.interruptible = stage.interruptible;
  plan.alone = !stage.work && !stage.travel && stage.reach >= 1 && stage.show >= 1;
  return plan;
}

/// Chance that a fit lead passes a stage that it has just entered, at neutral skill and answered at once. Whoever comes
/// back, after "not now" or to an appointment made anew, must be reached again.
double chance(const StagePlan& stage) {
  double unreached = stage.reach < 1 ? 1 : 0;
  for (std::uint32_t i = 0; i < stage.attempts && unreached > 0; ++i) unreached *= 1 - stage.reach;
  const double reached = 1 - unreached;
  const double back = reached * (stage.show * stage.later + (1 - stage.show) * stage.rebook);
  return reached * stage.show * (1 - stage.later) / (1 - back) * stage.pass_fit;
}

double mean_of(const std::optional<DurationLaw>& law) { return law ? law->law.mean() : 0; }

/// Mean time from asking to the end of the pipeline if nobody waits, in calendar time; `stretch` is calendar per open time.
double mean_cycle(const Scenario& scenario, const Work& work, std::size_t segment, double stretch) {
  double total = 0;
  for (std::size_t s = 0; s < scenario.work.stages.size(); ++s) {
    const Stage& stage = work.pipeline[s][segment];
    const double later = stage.later ? stage.later->chance / (1 - stage.later->chance) * mean_of(stage.later->after) : 0;
    const double rounds = 1 / (1 - (1 - stage.show) * stage.rebook);
    const double tries = stage.reach < 1 ? static_cast<double>(stage.attempts - 1) * mean_of(stage.retry) : 0;
    total += rounds * mean_of(stage.delay) + (mean_of(stage.work) + mean_of(stage.travel)) * stretch + tries + later;
  }
  return total;
}

sim::Problem problem(const char* code, const char* path, std::vector<std::string> arguments) {
  sim::Problem result;
  result.code = code;
  result.path = path;
  result.arguments = std::move(arguments);
  return result;
}

/// Collects the names behind all addresses, to find two that share a hash.
class Words {
 public:
  sim::Word operator()(const std::string& name) {
    const sim::Word hash = sim::word(name);
    const auto [entry, fresh] = names_.emplace(hash, name);
    if (!fresh && entry->second != name) collisions_.push_back(problem("word_collision", "", {name, entry->second}));
    return hash;
  }
  const sim::Problems& collisions() const { return collisions_; }

 private:
  std::map<sim::Word, std::string> names_;
  sim::Problems collisions_;
};

SourcePlan plan_source(const std::string& segment, std::uint32_t index, const std::string& name, const Channel& channel,
                       const Scenario& scenario, const sim::Days& days, Words& words) {
  SourcePlan source;
  source.name = segment + "/" + name;
  source.segment = index;
  source.cost = channel.cost.hundredths;
  sim::ArrivalRule& rule = source.arrivals;
  rule.rate = channel.rate.per_microsecond();
  if (!channel.season.weights.empty()) std::copy_n(channel.season.weights.begin(), 12, rule.season.begin());
  rule.week = sim::ArrivalRule::pieces(
      week_of(channel.hours.value_or(scenario.calendar.hours), channel.days.value_or(scenario.calendar.days)),
      channel.weekday.weights, channel.hour.weights);
  if (!channel.hours && !channel.days && !scenario.calendar.holidays.empty()) {
    rule.closed.assign(days.days.size(), 0);
    for (const Date holiday : scenario.calendar.holidays) {
      const auto d = (holiday - days.start).count() - days.first;
      if (d >= 0 && d < static_cast<std::int64_t>(days.days.size())) rule.closed[static_cast<std::size_t>(d)] = 1;
    }
  }
  rule.year = channel.year;
  rule.month = channel.month;
  rule.dispersion = channel.dispersion;
  rule.interarrival = words("interarrival/" + source.name);
  rule.year_factor = words("year/" + source.name);
  rule.month_factor = words("month/" + source.name);
  rule.day_factor = words("day/" + source.name);
  source.fit = words("fit/" + source.name);
  source.order = words("order/" + source.name);
  for (const std::string& stage : scenario.work.stages) {
    const auto word = [&](const char* purpose) { return words(purpose + ("/" + source.name) + "/" + stage); };
    StageWords stage_words{};
    stage_words.delay = word("delay");
    stage_words.work = word("work");
    stage_words.travel = word("travel");
    stage_words.dial = word("dial");
    stage_words.reach = word("reach");
    stage_words.show = word("show");
    stage_words.rebook = word("rebook");
    stage_words.no_show = word("no_show");
    stage_words.patience = word("patience");
    stage_words.retry = word("retry");
    stage_words.later = word("later");
    stage_words.later_after = word("later_after");
    stage_words.pass = word("pass");
    stage_words.transfer_loss = word("transfer_loss");
    stage_words.transfer_work = word("transfer_work");
    source.words.push_back(stage_words);
  }
  return source;
}

template <class Items>
std::uint32_t index_of(const Items& items, std::string_view name) {
  std::uint32_t i = 0;
  while (i < items.size() && items[i] != name) ++i;
  return i;
}

RolePlan plan_role(const std::string& name, const Role& role, const std::vector<std::string>& stages,
                   const Named<Segment>& segments) {
  RolePlan plan;
  plan.name = name;
  plan.owns_leads = role.owns_leads;
  plan.assign = role.assign;
  plan.switching = role.switching.length;
  plan.effort = role.effort;
  plan.speed = role.speed;
  plan.holiday = role.absence.holiday.length;
  plan.sick = role.absence.sick.length;
  if (role.cover) plan.cover = role.cover->length;
  plan.pay = role.pay;
  plan.skill.assign(stages.size(), 1);
  for (const auto& [activity, factor] : role.skill.items) plan.skill[index_of(stages, activity)] = factor;
  for (const Duty& duty : role.does) {
    DutyPlan line;
    line.stage = index_of(stages, duty.activity);
    line.segments.assign(segments.size(), duty.segments.empty() ? 1 : 0);
    for (const std::string& segment : duty.segments)
      for (std::size_t g = 0; g < segments.size(); ++g)
        if (segments.items[g].first == segment) line.segments[g] = 1;
    line.fallback = duty.fallback;
    if (duty.overflow) line.overflow = static_cast<std::uint32_t>(*duty.overflow);
    plan.duties.push_back(std::move(line));
  }
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

/// When seat number `seat` of a role is filled within [begin, end).
std::vector<sim::Interval> employment(const Staff& staff, std::int64_t seat, const DepartmentPlan& plan, Date start) {
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

void plan_time(DepartmentPlan& plan, const Scenario& scenario, const Work& work) {
  plan.begin = shifted(scenario.start, scenario.warm_up, -1);
  plan.horizon = shifted(scenario.start, scenario.horizon, 1);
  Time run_out = 0;
  if (scenario.run_out) {
    const Span& span = *scenario.run_out;
    run_out = span.length + span.months * sim::mean_month;
  } else {
    const sim::Calendar week_only = [&] {
      const sim::Days one(scenario.start, 0, sim::week);
      return sim::Calendar(one, week_of(scenario.calendar.hours, scenario.calendar.days), {});
    }();
    const auto open = static_cast<double>(std::max<Time>(1, week_only.open_per_week()));
    const double stretch = static_cast<double>(sim::week) / open;
    double cycle = 0;
    for (std::size_t g = 0; g < scenario.segments.size(); ++g) cycle = std::max(cycle, mean_cycle(scenario, work, g, stretch));
    run_out = std::max(30 * sim::day, static_cast<Time>(std::min(3 * cycle, static_cast<double>(100 * sim::mean_year))));
  }
  // The run stops before its end, so the end lies beyond the horizon even where nothing is followed.
  plan.end = plan.horizon + std::max(run_out, sim::microsecond);
  // A week of reserve before, so that the first day holds the warm-up's beginning; whole days after.
  const auto first = static_cast<std::int32_t>(-((-plan.begin + sim::day - 1) / sim::day));
  plan.days = std::make_unique<sim::Days>(scenario.start, first, plan.end);
  for (std::size_t d = 0; d < plan.days->days.size(); ++d) {
    const Time at = plan.days->begin() + static_cast<Time>(d) * sim::day;
    if (at < 0 || at >= plan.horizon) continue;
    if (!plan.months.empty() && plan.days->days[d].period == plan.days->days[d - 1].period) continue;
    plan.months.push_back(at);
    const std::chrono::year_month_day date{scenario.start + std::chrono::days{at / sim::day}};
    const unsigned month = unsigned{date.month()};
    plan.month_names.push_back(std::to_string(int{date.year()}) + (month < 10 ? "-0" : "-") + std::to_string(month));
  }
  plan.months.push_back(plan.horizon);
}

void plan_people(DepartmentPlan& plan, const Scenario& scenario, const Department& department) {
  std::vector<sim::Calendar::Week> weeks{week_of(scenario.calendar.hours, scenario.calendar.days)};
  plan.calendars.emplace_back(*plan.days, weeks[0], scenario.calendar.holidays);
  sim::Calendar::Week open_days;
  for (std::size_t d = 0; d < 7; ++d)
    if (!weeks[0][d].empty()) open_days[d].push_back({0, sim::day});
  plan.open_days = sim::Calendar(*plan.days, open_days, scenario.calendar.holidays);

  const std::size_t months = plan.month_names.size();
  for (const auto& [name, role] : department.roles.items) {
    RolePlan role_plan = plan_role(name, role, plan.stage_names, scenario.segments);
    const auto r = static_cast<std::uint32_t>(plan.roles.size());
    role_plan.first_seat = static_cast<std::uint32_t>(plan.seats.size());
    role_plan.seats = static_cast<std::uint32_t>(role.staff.most());
    plan.paid.emplace_back(months, 0);
    plan.employed.emplace_back(months, 0);
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
      seat.employed = employment(role.staff, s, plan, scenario.start);
      const auto number = static_cast<std::uint32_t>(plan.seats.size());
      for (const sim::Interval& interval : seat.employed) {
        if (interval.begin > plan.begin) plan.changes.push_back({interval.begin, number, true});
        if (interval.end < plan.end) plan.changes.push_back({interval.end, number, false});
      }
      plan.base.emplace_back(months, 0);
      for (std::size_t m = 0; m < months; ++m) {
        const Time begin = plan.months[m];
        const Time end = plan.months[m + 1];
        const Time here = overlap(seat.employed, begin, end);
        plan.employed[r][m] += here;
        for (const sim::Interval& interval : seat.employed) {
          const Time from = std::max(begin, interval.begin);
          const Time to = std::min(end, interval.end);
          if (from < to)
            plan.paid[r][m] += plan.calendars[seat.calendar].open_before(to) - plan.calendars[seat.calendar].open_before(from);
        }
        const std::chrono::year_month_day date{scenario.start + std::chrono::days{begin / sim::day}};
        const auto days_of_month = static_cast<double>(unsigned{(date.year() / date.month() / std::chrono::last).day()});
        const double share = static_cast<double>(here) / (days_of_month * static_cast<double>(sim::day));
        plan.base[number][m] = rounded(static_cast<double>(role.pay.base.hundredths) * share);
      }
      plan.seats.push_back(std::move(seat));
    }
    plan.roles.push_back(std::move(role_plan));
  }
  std::sort(plan.changes.begin(), plan.changes.end(), [](const StaffChange& a, const StaffChange& b) {
    return a.time != b.time ? a.time < b.time : a.on != b.on ? b.on : a.seat < b.seat;
  });
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
        does[duty.stage * segments + g] = duty.fallback ? Does::fallback : Does::primary;
        if (role.assign == Assign::owner) continue;
        Doers& doers = plan.doers[duty.stage * segments + g];
        (duty.fallback ? doers.fallback : doers.primary).push_back({r, duty.overflow});
        if (duty.fallback || role.assign != Assign::round_robin) continue;
        for (std::uint32_t s = 0; s < role.seats; ++s) doers.dealt.push_back(role.first_seat + s);
      }
    plan.does.push_back(std::move(does));
  }
  plan.seats_of_calendar.resize(plan.calendars.size());
  for (std::uint32_t s = 0; s < plan.seats.size(); ++s) plan.seats_of_calendar[plan.seats[s].calendar].push_back(s);
}

}  // namespace

DepartmentPlan::DepartmentPlan(const Scenario& scenario, std::size_t index) {
  const auto& [department_name, department] = scenario.departments.items[index];
  name = department_name;
  currency = scenario.currency;
  stage_names = scenario.work.stages;
  plan_time(*this, scenario, department.work);

  Words words;
  for (std::size_t g = 0; g < scenario.segments.size(); ++g) {
    const auto& [segment_name, segment] = scenario.segments.items[g];
    SegmentPlan plan;
    plan.fit = segment.fit;
    plan.margin = segment.margin;
    if (segment.order) plan.order = sim::Sampler(segment.order->law);
    segments.push_back(std::move(plan));
    for (const auto& [channel_name, channel] : segment.inbound.items)
      sources.push_back(
          plan_source(segment_name, static_cast<std::uint32_t>(g), channel_name, channel, scenario, *days, words));
  }
  for (std::size_t s = 0; s < stage_names.size(); ++s)
    for (std::size_t g = 0; g < segments.size(); ++g)
      stages.push_back(plan_stage(department.work.pipeline[s][g], s + 1 == stage_names.size()));
  for (std::size_t g = 0; g < segments.size(); ++g) {
    const Segment& segment = scenario.segments.items[g].second;
    double worth = segment.order ? segment.order->law.mean() * segment.margin : 0;
    for (std::size_t s = stage_names.size(); s-- > 0;) {
      StagePlan& stage = stages[s * segments.size() + g];
      worth *= chance(stage);
      stage.value = rounded(worth);
    }
  }
  plan_people(*this, scenario, department);
  plan_doers(*this);

  if (department.transfer.work) transfer_work = sim::Sampler(department.transfer.work->law);
  transfer_loss = department.transfer.loss;
  transfer_chill = department.transfer.chill;
  transfers = department.transfer.work.has_value() || transfer_loss > 0 || transfer_chill != 1;

  layout = {static_cast<std::uint32_t>(stage_names.size()), static_cast<std::uint32_t>(roles.size())};
  ranks.assign(seats.size(), work_ends);
  ranks.insert(ranks.end(), sources.size(), lead_asks);

  sim::Problems problems = words.collisions();
  if (end - begin >= sim::WinnerTree::span(static_cast<std::uint32_t>(ranks.size())))
    problems.push_back(problem("too_long_for_seats", "horizon", {std::to_string(ranks.size())}));
  if (!problems.empty()) throw sim::InputError(problems);
}

}  // namespace models
