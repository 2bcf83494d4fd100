#include "app/staffing/demand.hpp"

#include <cmath>

#include "app/staffing/opening.hpp"
#include "app/staffing/worth.hpp"
#include "models/department_system.hpp"

namespace app::staffing {
namespace {

using models::Scenario;
using models::Stage;

constexpr int days_of_year = 365;
using Days = std::array<double, days_of_year>;  ///< a day of an ordinary year, in expectation

constexpr std::array<int, months_of_year> month_days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

int month_of(int day) {
  int month = 0;
  while (day >= month_days[static_cast<std::size_t>(month)]) day -= month_days[static_cast<std::size_t>(month++)];
  return month;
}

ByMonth by_month(const Days& days) {
  ByMonth sums{};
  for (int d = 0; d < days_of_year; ++d)
    sums[static_cast<std::size_t>(month_of(d))] += days[static_cast<std::size_t>(d)];
  return sums;
}

double days_of(const std::optional<models::DurationLaw>& law, double calendar_per_open_day) {
  if (!law) return 0;
  const double days = law->law.mean() / static_cast<double>(sim::day);
  return law->clock == models::Clock::calendar ? days : days * calendar_per_open_day;
}
double hours_of(const std::optional<models::DurationLaw>& law) {
  return law ? law->law.mean() / static_cast<double>(sim::hour) : 0;
}

/// Leads of a segment on their way, fit and unfit, by day.
struct Stream {
  Days fit{};
  Days unfit{};
};

/// What becomes of a stream in front of and at a stage.
struct AtStage {
  Stream talks;  ///< finished or missed talks that people spend time on, those of whoever comes back included
  Stream passed;
};

/// A stream after a delay of so many days on average, and with those who come back later; the year repeats itself.
struct Delayed {
  Days due{};
  Days talks{};
};
Delayed after_delay(const Days& stream, double delay, double chance_later, double later) {
  Delayed result;
  const double keep = delay > 0 ? std::exp(-1 / delay) : 0;
  const double wait = later > 0 ? std::exp(-1 / later) : 0;
  double due = 0;
  double back = 0;
  constexpr int years = 4;
  for (int d = 0; d < years * days_of_year; ++d) {
    const auto day = static_cast<std::size_t>(d % days_of_year);
    due = keep * due + (1 - keep) * stream[day];
    const double talks = due + back;
    back = wait * back + (1 - wait) * chance_later * talks;
    result.due[day] = due;
    result.talks[day] = talks;
  }
  return result;
}

AtStage through(const Stage& stage, const models::StagePlan& plan, const Stream& stream, const Opening& opening) {
  const double delay = days_of(stage.delay, opening.calendar_per_open_day);
  const double chance = stage.later ? stage.later->chance : 0;
  const double later = stage.later ? days_of(stage.later->after, opening.calendar_per_open_day) : 0;
  const Delayed fit = after_delay(stream.fit, delay, chance, later);
  const Delayed unfit = after_delay(stream.unfit, delay, chance, later);
  const double reached = 1 - std::pow(1 - stage.reach, static_cast<double>(stage.attempts));
  const double shown = stage.show / (1 - (1 - stage.show) * stage.rebook);
  AtStage result;
  result.talks = {fit.talks, unfit.talks};
  for (std::size_t d = 0; d < days_of_year; ++d) {
    result.passed.fit[d] = fit.talks[d] * (1 - chance) * reached * shown * plan.pass_fit;
    result.passed.unfit[d] = unfit.talks[d] * (1 - chance) * reached * shown * plan.pass_unfit;
  }
  return result;
}

/// Working time of a lead at a stage, with dials that reach nobody and appointments that are missed [h].
double work_at(const Stage& stage) {
  const double missed = 1 - stage.reach;
  double dials = 0;  // that reach nobody
  double left = 1;
  for (std::int64_t attempt = 0; attempt < stage.attempts; ++attempt) dials += (left *= missed);
  const double reached = 1 - left;
  const double rounds = 1 / (1 - (1 - stage.show) * stage.rebook);
  return dials * hours_of(stage.dial) +
         reached * (rounds * stage.show * (hours_of(stage.work) + hours_of(stage.travel)) +
                    rounds * (1 - stage.show) * hours_of(stage.no_show_work));
}

Stream asking(const models::Segment& segment) {
  Stream stream;
  for (const auto& [name, channel] : segment.inbound.items)
    for (int d = 0; d < days_of_year; ++d) {
      const auto month = static_cast<std::size_t>(month_of(d));
      const double season = channel.season.weights.empty() ? 1 : channel.season.weights[month];
      const double rate = channel.rate.per_microsecond() * static_cast<double>(sim::day) * season;
      stream.fit[static_cast<std::size_t>(d)] += rate * segment.fit;
      stream.unfit[static_cast<std::size_t>(d)] += rate * (1 - segment.fit);
    }
  return stream;
}

/// Roles that do an activity for a segment.
void find_doers(const models::Department& department, const std::string& activity, const std::string& segment,
                Task& task) {
  for (std::size_t r = 0; r < department.roles.size(); ++r) {
    bool primary = false;
    bool fallback = false;
    for (const models::Duty& duty : department.roles.items[r].second.does) {
      if (duty.activity != activity) continue;
      bool meant = duty.segments.empty();
      for (const std::string& name : duty.segments) meant = meant || name == segment;
      (duty.fallback ? fallback : primary) = (duty.fallback ? fallback : primary) || meant;
    }
    if (primary) task.primary.push_back(r);
    if (fallback && !primary) task.fallback.push_back(r);
  }
}

/// What may come of a task's item.
struct Won {
  std::size_t task = 0;
  std::size_t segment = 0;
  double chance = 0;  ///< of an order
  double client = 0;  ///< whoever orders becomes a client with this chance
};

/// Tasks and clients from one pass through the pipeline.
class Reckoning {
 public:
  Reckoning(const Scenario& scenario, const Lattice& lattice)
      : scenario_(scenario),
        department_(scenario.departments.items[lattice.department].second),
        plan_(scenario, lattice.department),
        opening_(scenario.calendar) {
    for (std::size_t g = 0; g < scenario.segments.size(); ++g) pipeline(g);
    for (std::size_t g = 0; g < scenario.segments.size(); ++g) service(g);
    double all = 0;
    for (const ByMonth& months : demand_.clients)
      for (const double count : months) all += count / months_of_year;
    const Worths worths(scenario, lattice, plan_, all);
    for (const Won& won : won_) {
      const double each = worths.order(won.segment) + won.client * worths.client(won.segment);
      demand_.tasks[won.task].worth = won.chance * each;
    }
  }

  Demand take() { return std::move(demand_); }

 private:
  void pipeline(std::size_t g) {
    const models::Segment& segment = scenario_.segments.items[g].second;
    Stream stream = asking(segment);
    double order = 0;
    if (segment.order) order = segment.order->law.mean() * segment.margin / 100;
    for (std::size_t s = 0; s < plan_.stage_count; ++s) {
      const Stage& stage = department_.work.pipeline[s][g];
      const models::StagePlan& staged = plan_.stage(static_cast<std::uint32_t>(s), static_cast<std::uint32_t>(g));
      AtStage at = through(stage, staged, stream, opening_);
      if (s == 0 && stage.half_life && stage.half_life->clock == models::Clock::calendar) {
        const double left = warm_when_open(scenario_, segment, stage.half_life->length, stage.floor);
        for (Days* days : {&at.passed.fit, &at.passed.unfit})
          for (double& passed : *days) passed *= left;
      }
      if (!staged.alone) {
        Days talks{};
        double fit = 0;
        double all = 0;
        for (std::size_t d = 0; d < days_of_year; ++d) {
          talks[d] = at.talks.fit[d] + at.talks.unfit[d];
          fit += at.talks.fit[d];
          all += talks[d];
        }
        const double chance = order > 0 ? static_cast<double>(staged.value) / 100 / order : 0;
        Task task = make(s, g, plan_.stage_names[s], by_month(talks), work_at(stage));
        if (s == 0) ask(stage, segment, task);
        won_.push_back({demand_.tasks.size(), g, all > 0 ? fit / all * chance : 0, plan_.segments[g].repeats});
        if (stage.patience)
          task.patience = opening_.hours_while_open(stage.patience->law.mean(), stage.patience->clock);
        if (stage.half_life) {
          // What is lost by cooling off, to the floor at most, as if it were given up.
          const double half =
              opening_.hours_while_open(static_cast<double>(stage.half_life->length), stage.half_life->clock);
          const double hazard = std::log(2) * (1 - stage.floor) / half + (task.patience > 0 ? 1 / task.patience : 0);
          if (hazard > 0) task.patience = 1 / hazard;
        }
        if (stage.answer_within)
          task.within =
              opening_.hours_while_open(static_cast<double>(stage.answer_within->length), stage.answer_within->clock);
        demand_.tasks.push_back(std::move(task));
      }
      stream = at.passed;
    }
    deals_.push_back(stream.fit);
  }

  /// When a first stage is asked, and what time does to those who ask while nobody is there.
  void ask(const Stage& stage, const models::Segment& segment, Task& task) const {
    WhileClosed closed;
    if (stage.answer_within && stage.answer_within->clock == models::Clock::calendar)
      closed.in_time = stage.answer_within->length;
    if (stage.patience && stage.patience->clock == models::Clock::calendar)
      closed.patience = stage.patience->law.mean();
    AskingWeek week = asking_week(scenario_, segment, closed);
    task.at_opening = std::move(week.at_opening);
    task.late = std::move(week.late);
    task.gone = std::move(week.gone);
    task.while_open = std::move(week.while_open);
  }

  void service(std::size_t g) {
    const models::Segment& segment = scenario_.segments.items[g].second;
    const models::SegmentPlan& planned = plan_.segments[g];
    const double life =
        planned.mortal && segment.lifetime ? segment.lifetime->law.mean() / static_cast<double>(sim::day) : 0;
    const unsigned first_month = unsigned{std::chrono::year_month_day{scenario_.start}.month()} - 1;
    double now = static_cast<double>(segment.clients);
    int day = 0;
    for (std::size_t m = 0; m < first_month; ++m) day += month_days[m];
    const int horizon = static_cast<int>(plan_.horizon / sim::day);
    ByMonth sum{};
    ByMonth count{};
    for (int d = 0; d < horizon; ++d) {
      const int today = (day + d) % days_of_year;
      now += deals_[g][static_cast<std::size_t>(today)] * planned.repeats - (life > 0 ? now / life : 0);
      sum[static_cast<std::size_t>(month_of(today))] += now;
      count[static_cast<std::size_t>(month_of(today))] += 1;
    }
    ByMonth mean{};
    for (std::size_t m = 0; m < months_of_year; ++m) mean[m] = count[m] > 0 ? sum[m] / count[m] : now;
    demand_.clients.push_back(mean);
    if (!segment.repeat) return;
    const double gap = planned.mean_gap / static_cast<double>(sim::day);
    add_service(models::Service::order, g, mean, gap > 0 ? 1 / gap : 0);
    if (!department_.work.contact.empty() && department_.work.contact[g].every) {
      const double every =
          static_cast<double>(department_.work.contact[g].every->length) / static_cast<double>(sim::day);
      add_service(models::Service::contact, g, mean, every > 0 ? 1 / every : 0);
    }
  }

  /// Work that clients make, each of them so often a day.
  void add_service(models::Service service, std::size_t g, const ByMonth& clients_by_month, double per_day) {
    const std::size_t activity = plan_.activity(service);
    const bool order = service == models::Service::order;
    double work = 0;
    double patience = 0;
    if (order && !department_.work.order.empty()) {
      work = hours_of(department_.work.order[g].work);
      if (const auto& law = department_.work.order[g].patience) patience = opening_.hours(law->law.mean(), law->clock);
    }
    if (!order) work = hours_of(department_.work.contact[g].work);
    if (work <= 0 || per_day <= 0) return;
    ByMonth items{};
    for (std::size_t m = 0; m < months_of_year; ++m) items[m] = clients_by_month[m] * per_day * month_days[m];
    Task task = make(activity, g, plan_.stage_names[activity], items, work);
    task.patience = patience;
    if (order) won_.push_back({demand_.tasks.size(), g, 1, 0});
    demand_.tasks.push_back(std::move(task));
  }

  Task make(std::size_t activity, std::size_t g, const std::string& name, const ByMonth& items, double work) const {
    Task task;
    task.activity = activity;
    task.segment = g;
    task.items = items;
    task.work = work;
    find_doers(department_, name, scenario_.segments.items[g].first, task);
    return task;
  }

  const Scenario& scenario_;
  const models::Department& department_;
  models::DepartmentPlan plan_;
  Opening opening_;
  std::vector<Won> won_;
  Demand demand_;
  std::vector<Days> deals_;
};

}  // namespace

Demand demand_of(const Scenario& scenario, const Lattice& lattice) { return Reckoning(scenario, lattice).take(); }

ByMonth hours_of(const Scenario& scenario, const models::Role& role) {
  ByMonth hours{};
  for (int m = 0; m < months_of_year; ++m)
    hours[static_cast<std::size_t>(m)] = scenarios::hours_present(scenario, role, m);
  return hours;
}

double presence_of(const models::Role& role) {
  const double away =
      static_cast<double>(role.absence.holiday.length + role.absence.sick.length) / static_cast<double>(sim::mean_year);
  return role.effort * role.speed * std::max(0.0, 1 - away);
}

}  // namespace app::staffing
