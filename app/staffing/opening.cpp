#include "app/staffing/opening.hpp"

#include <algorithm>
#include <cmath>

#include "scenarios/format/week.hpp"

namespace app::staffing {
namespace {

constexpr auto grain = static_cast<sim::Time>(hours_of_grain * static_cast<double>(sim::hour));

/// Relative intensity of asking at a time of the week [µs after Monday 00:00].
double weight_at(const models::Channel& channel, sim::Time time) {
  double weight = 1;
  if (!channel.weekday.weights.empty()) weight *= channel.weekday.weights[static_cast<std::size_t>(time / sim::day)];
  if (!channel.hour.weights.empty())
    weight *= channel.hour.weights[static_cast<std::size_t>(time % sim::day / sim::hour)];
  return weight;
}

/// Leads of a quarter of an hour in the week.
struct Asking {
  double share = 0;         ///< of the segment's leads
  sim::Time wait = 0;       ///< until the company is open
  std::size_t opening = 0;  ///< the open part of the week in which it is
  sim::Time since = 0;      ///< open time since Monday until then
};

std::vector<Asking> asking_of(const models::Scenario& scenario, const models::Segment& segment) {
  const models::CalendarRule& calendar = scenario.calendar;
  const auto open = scenarios::open_week(calendar.hours, calendar.days);
  std::vector<Asking> all;
  double rates = 0;
  for (const auto& [name, channel] : segment.inbound.items) {
    const std::size_t first = all.size();
    double weights = 0;
    for (const auto& [begin, end] :
         scenarios::open_week(channel.hours.value_or(calendar.hours), channel.days.value_or(calendar.days)))
      for (sim::Time time = begin; time < end; time += grain) {
        sim::Time before = 0;
        for (const auto& [from, to] : open) before += std::max<sim::Time>(0, std::min(to, time) - from);
        const auto next = std::find_if(open.begin(), open.end(), [&](const auto& part) { return part.second > time; });
        Asking asking;
        asking.share = weight_at(channel, time);
        asking.since = before;
        weights += asking.share;
        if (next != open.end()) asking.opening = static_cast<std::size_t>(next - open.begin());
        if (!open.empty())
          asking.wait =
              next == open.end() ? open.front().first + sim::week - time : std::max<sim::Time>(0, next->first - time);
        all.push_back(asking);
      }
    const double rate = channel.rate.per_microsecond();
    for (std::size_t i = first; i < all.size(); ++i) all[i].share *= weights > 0 ? rate / weights : 0;
    rates += rate;
  }
  for (Asking& asking : all) asking.share /= rates > 0 ? rates : 1;
  return all;
}

}  // namespace

Opening::Opening(const models::CalendarRule& calendar) {
  double open_days = 0;
  for (const bool open : calendar.days.open) open_days += open ? 1 : 0;
  week = static_cast<double>(scenarios::open_per_week(calendar.hours, calendar.days)) / static_cast<double>(sim::hour);
  day = open_days > 0 ? week / open_days : 24;
  calendar_per_open_day = open_days > 0 ? 7 / open_days : 1;
}

double Opening::hours(double length, models::Clock clock) const {
  const double hours = length / static_cast<double>(sim::hour);
  switch (clock) {
    case models::Clock::calendar:
      return hours * week / (7 * 24);
    case models::Clock::open_hours:
      return hours;
    case models::Clock::open_days:
      break;
  }
  return hours / 24 * day;
}

double warm_when_open(const models::Scenario& scenario, const models::Segment& segment, sim::Time half_life,
                      double floor) {
  double warm = 0;
  for (const Asking& asking : asking_of(scenario, segment)) {
    const double wait = static_cast<double>(asking.wait) / static_cast<double>(half_life);
    warm += asking.share * std::max(floor, std::exp2(-wait));
  }
  return warm;
}

double Opening::hours_while_open(double length, models::Clock clock) const {
  return hours(length, clock == models::Clock::calendar ? models::Clock::open_hours : clock);
}

AskingWeek asking_week(const models::Scenario& scenario, const models::Segment& segment, const WhileClosed& closed) {
  const auto open = scenarios::open_week(scenario.calendar.hours, scenario.calendar.days);
  sim::Time week = 0;
  for (const auto& [begin, end] : open) week += end - begin;
  AskingWeek result;
  for (auto* shares : {&result.at_opening, &result.late, &result.gone}) shares->assign(open.size(), 0);
  result.while_open.assign(static_cast<std::size_t>((week + grain - 1) / grain), 0);
  for (const Asking& asking : asking_of(scenario, segment))
    if (asking.wait > 0) {
      const double stay = closed.patience > 0 ? std::exp(-static_cast<double>(asking.wait) / closed.patience) : 1;
      result.at_opening[asking.opening] += asking.share * stay;
      result.gone[asking.opening] += asking.share * (1 - stay);
      if (closed.in_time && asking.wait > *closed.in_time) result.late[asking.opening] += asking.share * stay;
    } else if (const auto place = static_cast<std::size_t>(asking.since / grain); place < result.while_open.size()) {
      result.while_open[place] += asking.share;
    }
  return result;
}

}  // namespace app::staffing
