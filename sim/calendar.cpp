#include "sim/calendar.hpp"

#include <algorithm>

namespace sim {
namespace {

constexpr std::uint8_t closed_profile = 7;

Time sum(const std::vector<Interval>& parts) {
  Time total = 0;
  for (const Interval& part : parts) total += part.end - part.begin;
  return total;
}

/// Whole years from `start` to `date`, rounded down: the anniversary belongs to the new year.
std::int32_t years_between(std::chrono::year_month_day start, std::chrono::year_month_day date) {
  const bool before_anniversary =
      date.month() < start.month() || (date.month() == start.month() && date.day() < start.day());
  return static_cast<std::int32_t>(int{date.year()} - int{start.year()}) - (before_anniversary ? 1 : 0);
}

}  // namespace

Days::Days(std::chrono::sys_days start_date, std::int32_t first_day, Time last) : start(start_date), first(first_day) {
  const std::chrono::year_month_day origin{start};
  const auto count = static_cast<std::int32_t>(last / day) + 1 - first;
  days.reserve(static_cast<std::size_t>(count));
  for (std::int32_t d = first; d < first + count; ++d) {
    const std::chrono::sys_days date = start + std::chrono::days{d};
    const std::chrono::year_month_day civil{date};
    const unsigned month = unsigned{civil.month()};
    days.push_back({.weekday = static_cast<std::uint8_t>(std::chrono::weekday{date}.iso_encoding() - 1),
                    .month = static_cast<std::uint8_t>(month - 1),
                    .period = (int{civil.year()} - int{origin.year()}) * 12 + static_cast<int>(month) -
                              static_cast<int>(unsigned{origin.month()}),
                    .year = years_between(origin, civil)});
  }
}

Calendar::Calendar(const Days& days, Week week, const std::vector<std::chrono::sys_days>& closed)
    : week_(std::move(week)), begin_(days.begin()) {
  bool whole = closed.empty();
  for (const std::vector<Interval>& parts : week_) whole = whole && sum(parts) == day;
  always_ = whole;
  if (always_) return;
  profile_.reserve(days.days.size());
  before_.reserve(days.days.size() + 1);
  Time total = 0;
  std::chrono::sys_days date = days.start + std::chrono::days{days.first};
  for (const Days::Day& entry : days.days) {
    const bool shut = std::find(closed.begin(), closed.end(), date) != closed.end();
    profile_.push_back(shut ? closed_profile : entry.weekday);
    before_.push_back(total);
    if (!shut) total += sum(week_[entry.weekday]);
    date += std::chrono::days{1};
  }
  before_.push_back(total);
  zero_ = 0;
  zero_ = look_up(0);
}

Time Calendar::look_up(Time t) const {
  if (t < begin_) return -zero_;
  const std::size_t d = index(t);
  if (d >= profile_.size()) return before_.back() - zero_;
  Time result = before_[d] - zero_;
  if (profile_[d] == closed_profile) return result;
  const Time inside = t - begin_ - static_cast<Time>(d) * day;
  for (const Interval& part : week_[profile_[d]]) {
    if (inside <= part.begin) break;
    result += std::min(inside, part.end) - part.begin;
  }
  return result;
}

Time Calendar::after(Time t, Time span) const {
  if (span <= 0) return t;
  if (always_) return span >= never - t ? never : t + span;
  if (span >= never) return never;
  const Time target = look_up(t) + span + zero_;  // open time since begin_
  if (target > before_.back()) return never;
  // The first day by whose end the target is reached. It is rarely far away.
  std::size_t d = index(std::max(t, begin_));
  const std::size_t near = std::min(d + 8, profile_.size());
  while (d < near && before_[d + 1] < target) ++d;
  if (d == near)
    d = static_cast<std::size_t>(
            std::lower_bound(before_.begin() + 1 + static_cast<std::ptrdiff_t>(d), before_.end(), target) -
            before_.begin()) -
        1;
  Time rest = target - before_[d];
  const Time midnight = begin_ + static_cast<Time>(d) * day;
  for (const Interval& part : week_[profile_[d]]) {
    if (rest <= part.end - part.begin) return midnight + part.begin + rest;
    rest -= part.end - part.begin;
  }
  return never;
}

bool Calendar::is_open(Time t) const {
  if (always_) return true;
  return next_open(t) == t;
}

Time Calendar::next_open(Time t) const {
  if (always_) return t;
  if (t < begin_) t = begin_;
  for (std::size_t d = index(t); d < profile_.size(); ++d) {
    if (profile_[d] == closed_profile) continue;
    const Time midnight = begin_ + static_cast<Time>(d) * day;
    for (const Interval& part : week_[profile_[d]])
      if (t < midnight + part.end) return std::max(t, midnight + part.begin);
  }
  return never;
}

Time Calendar::close_after(Time t) const {
  if (always_) return never;
  for (;;) {
    const std::size_t d = index(t);
    if (d >= profile_.size() || profile_[d] == closed_profile) return t;
    const Time midnight = begin_ + static_cast<Time>(d) * day;
    Time end = t;
    for (const Interval& part : week_[profile_[d]])
      if (midnight + part.begin <= end && end < midnight + part.end) end = midnight + part.end;
    if (end != midnight + day || end == t) return end;
    t = end;
  }
}

Time Calendar::longest_gap() const {
  if (always_) return 0;
  Time longest = 0;
  for (Time t = next_open(begin_); t != never;) {
    const Time closes = close_after(t);
    t = next_open(closes);
    if (t != never) longest = std::max(longest, t - closes);
  }
  return longest;
}

Time Calendar::open_per_week() const {
  if (always_) return sim::week;
  Time total = 0;
  for (const std::vector<Interval>& parts : week_) total += sum(parts);
  return total;
}

}  // namespace sim
