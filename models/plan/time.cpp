#include <algorithm>

#include "models/plan/parts.hpp"

namespace models {

using sim::Time;

sim::Calendar::Week week_of(const Hours& hours, const Days& days) {
  sim::Calendar::Week week;
  for (std::size_t d = 0; d < 7; ++d)
    if (days.open[d])
      for (const OpenPart& part : hours.parts) week[d].push_back({part.begin, part.end});
  return week;
}

Time moment(Date date, Date start) { return (date - start).count() * sim::day; }

namespace {

/// The moment `span` after (or, with `sign` -1, before) the start.
Time shifted(Date start, const Span& span, int sign) {
  if (span.months == 0) return sign * span.length;
  const std::chrono::year_month_day from{start};
  std::chrono::year_month_day to = from + std::chrono::months{sign * static_cast<int>(span.months)};
  if (!to.ok()) to = to.year() / to.month() / std::chrono::last;
  return moment(Date{to}, start);
}

double mean_of(const std::optional<DurationLaw>& law) { return law ? law->law.mean() : 0; }

/// Mean time from asking to the end of the pipeline if nobody waits, in calendar time; `stretch` is calendar per open time.
double mean_cycle(const Work& work, std::size_t segment, double stretch) {
  double total = 0;
  for (const std::vector<Stage>& by_segment : work.pipeline) {
    const Stage& stage = by_segment[segment];
    const double later = stage.later ? stage.later->chance / (1 - stage.later->chance) * mean_of(stage.later->after) : 0;
    const double rounds = 1 / (1 - (1 - stage.show) * stage.rebook);
    const double tries = stage.reach < 1 ? static_cast<double>(stage.attempts - 1) * mean_of(stage.retry) : 0;
    total += rounds * mean_of(stage.delay) + (mean_of(stage.work) + mean_of(stage.travel)) * stretch + tries + later;
  }
  return total;
}

Time default_run_out(const Scenario& scenario, const Work& work) {
  const sim::Days one(scenario.start, 0, sim::week);
  const sim::Calendar week_only(one, week_of(scenario.calendar.hours, scenario.calendar.days), {});
  const auto open = static_cast<double>(std::max<Time>(1, week_only.open_per_week()));
  const double stretch = static_cast<double>(sim::week) / open;
  double cycle = 0;
  for (std::size_t g = 0; g < scenario.segments.size(); ++g) cycle = std::max(cycle, mean_cycle(work, g, stretch));
  return std::max(30 * sim::day, static_cast<Time>(std::min(3 * cycle, static_cast<double>(100 * sim::mean_year))));
}

}  // namespace

void plan_time(DepartmentPlan& plan, const Scenario& scenario, const Work& work) {
  plan.begin = shifted(scenario.start, scenario.warm_up, -1);
  plan.horizon = shifted(scenario.start, scenario.horizon, 1);
  const Time run_out = scenario.run_out ? scenario.run_out->length + scenario.run_out->months * sim::mean_month
                                        : default_run_out(scenario, work);
  // The run stops before its end, so the end lies beyond the horizon even where nothing is followed.
  plan.end = plan.horizon + std::max(run_out, sim::microsecond);
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
    plan.month_lengths.push_back(unsigned{(date.year() / date.month() / std::chrono::last).day()} * sim::day);
  }
  plan.months.push_back(plan.horizon);
}

}  // namespace models
