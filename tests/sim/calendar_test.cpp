#include "sim/calendar.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using sim::Calendar;
using sim::day;
using sim::Days;
using sim::hour;
using sim::Interval;
using sim::minute;
using sim::Time;

namespace {

std::chrono::sys_days date(int year, unsigned month, unsigned day_of_month) {
  return std::chrono::sys_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day_of_month)};
}

Calendar::Week same_each_day(const std::vector<Interval>& parts, std::size_t first, std::size_t last) {
  Calendar::Week week;
  for (std::size_t d = first; d <= last; ++d) week[d] = parts;
  return week;
}

/// What a calendar should answer, found by walking through all minutes; hours begin and end at whole minutes.
class Walk {
 public:
  Walk(const Days& days, const Calendar::Week& week, const std::vector<std::chrono::sys_days>& closed)
      : begin_(days.begin()) {
    for (std::size_t d = 0; d < days.days.size(); ++d) {
      const std::chrono::sys_days today = days.start + std::chrono::days{days.first + static_cast<int>(d)};
      const auto weekday = std::chrono::weekday{today}.iso_encoding() - 1;
      const bool shut = std::find(closed.begin(), closed.end(), today) != closed.end();
      for (Time m = 0; m < 24 * 60; ++m) {
        bool open = false;
        for (const Interval& part : week[weekday]) open = open || (part.begin <= m * minute && m * minute < part.end);
        open_.push_back(open && !shut ? 1 : 0);
        before_.push_back(before_.back() + (open_.back() != 0 ? minute : 0));
      }
    }
  }
  Time end() const { return begin_ + static_cast<Time>(open_.size()) * minute; }
  bool is_open(Time t) const { return t >= begin_ && t < end() && open_[index(t)] != 0; }
  /// Open time in [0, t), negative before 0.
  Time open_before(Time t) const { return since_begin(t) - since_begin(0); }
  Time next_open(Time t) const {
    for (Time at = std::max(t, begin_); at < end(); at = (at / minute + (at % minute < 0 ? 0 : 1)) * minute)
      if (is_open(at)) return at;
    return sim::never;
  }
  Time close_after(Time t) const {
    std::size_t i = index(t);
    while (i < open_.size() && open_[i] != 0) ++i;
    return begin_ + static_cast<Time>(i) * minute;
  }
  Time after(Time t, Time span) const {
    if (span <= 0) return t;
    if (span > before_.back() - since_begin(t)) return sim::never;
    t = std::max(t, begin_);
    for (std::size_t i = index(t); i < open_.size(); ++i) {
      if (open_[i] == 0) continue;
      const Time here = begin_ + static_cast<Time>(i) * minute;
      const Time from = std::max(t, here);
      if (span <= here + minute - from) return from + span;
      span -= here + minute - from;
    }
    return sim::never;
  }
  Time longest_gap() const {
    Time longest = 0;
    Time closed = -1;  // length of the closed span so far; negative before the first open minute
    for (const char open : open_) {
      if (open != 0) {
        longest = std::max(longest, closed);
        closed = 0;
      } else if (closed >= 0) {
        closed += minute;
      }
    }
    return longest;
  }

 private:
  std::size_t index(Time t) const { return static_cast<std::size_t>((t - begin_) / minute); }
  /// Open time between the begin and t.
  Time since_begin(Time t) const {
    if (t <= begin_) return 0;
    if (t >= end()) return before_.back();
    return before_[index(t)] + (open_[index(t)] != 0 ? (t - begin_) % minute : 0);
  }

  Time begin_;
  std::vector<char> open_;
  std::vector<Time> before_{0};  ///< open time before each minute
};

void compare(const std::string& what, const Days& days, const Calendar::Week& week,
             const std::vector<std::chrono::sys_days>& closed, std::uint64_t seed) {
  CAPTURE(what);
  const Calendar calendar(days, week, closed);
  const Walk walk(days, week, closed);
  std::mt19937_64 engine(seed);
  const Time length = days.end() - days.begin();
  std::vector<Time> moments{days.begin() - 5 * hour, days.begin(), -1, 0, 1, days.end() - 1, days.end(),
                            days.end() + day};
  for (int i = 0; i < 20; ++i) {
    const Time anywhere = days.begin() + static_cast<Time>(engine() % static_cast<std::uint64_t>(length));
    moments.push_back(anywhere);
    moments.push_back(anywhere / minute * minute);
    moments.push_back(anywhere / hour * hour);
    moments.push_back(anywhere / hour * hour - 1);
  }
  for (const Time t : moments) {
    CAPTURE(t);
    CHECK(calendar.open_before(t) == walk.open_before(t));
    CHECK(calendar.is_open(t) == walk.is_open(t));
    CHECK(calendar.next_open(t) == walk.next_open(t));
    if (walk.is_open(t)) CHECK(calendar.close_after(t) == walk.close_after(t));
    for (const Time span :
         {Time{-1}, Time{0}, Time{1}, minute, 59 * minute + 7, 8 * hour, 5 * day, 400 * day, sim::never}) {
      const Time after = calendar.after(t, span);
      CHECK(after == walk.after(t, span));
      if (after != sim::never && span > 0) CHECK(calendar.open_before(after) - calendar.open_before(t) == span);
    }
  }
  CHECK(calendar.longest_gap() == walk.longest_gap());
}

}  // namespace

// ---- days ----

TEST_CASE("days know their weekday, month, month of the run and year of the run, over leap days and before the start") {
  // 2024 is a leap year. The start is Thursday 29 February 2024.
  const Days days(date(2024, 2, 29), -60, 800 * day);
  CHECK(days.begin() == -60 * day);
  CHECK(days.days.size() == 861);
  CHECK(days.end() == 801 * day);
  const auto on = [&](std::chrono::sys_days d) { return days.at((d - days.start).count() * day + 5 * hour); };
  CHECK(int{on(date(2024, 2, 29)).weekday} == 3);
  CHECK(int{on(date(2024, 3, 1)).weekday} == 4);
  CHECK(int{on(date(2024, 2, 29)).month} == 1);
  CHECK(on(date(2024, 2, 29)).period == 0);
  CHECK(on(date(2024, 3, 1)).period == 1);
  CHECK(on(date(2024, 2, 1)).period == 0);
  CHECK(on(date(2024, 1, 31)).period == -1);
  CHECK(on(date(2023, 12, 31)).period == -2);
  CHECK(on(date(2025, 2, 28)).period == 12);
  // The anniversary of a 29 February is 1 March where there is none.
  CHECK(on(date(2024, 2, 28)).year == -1);
  CHECK(on(date(2024, 2, 29)).year == 0);
  CHECK(on(date(2025, 2, 28)).year == 0);
  CHECK(on(date(2025, 3, 1)).year == 1);
  CHECK(on(date(2026, 2, 28)).year == 1);
  CHECK(on(date(2026, 3, 1)).year == 2);
}

TEST_CASE("a year has 365 days of one year number, a leap year 366") {
  const Days days(date(2023, 6, 15), 0, 365 * 5 * day);
  std::vector<int> length(5);
  for (const Days::Day& d : days.days)
    if (d.year < 5) ++length[static_cast<std::size_t>(d.year)];
  CHECK(length == std::vector<int>{366, 365, 365, 365, 365});  // 29 February 2024 lies in the first
}

TEST_CASE("the last moment that days are made for lies within them") {
  for (const Time last : {Time{0}, Time{1}, day - 1, day, day + 1, 30 * day - 1}) {
    const Days days(date(2026, 1, 5), 0, last);
    CHECK(days.begin() <= last);
    CHECK(last < days.end());
    CHECK(days.end() - last <= day);
  }
}

// ---- calendars ----

TEST_CASE("office hours, worked by hand: a Monday to Friday, 9 to 13 and 14 to 18") {
  // Monday 5 January 2026 is day 0; the 7th, a Wednesday, is a holiday.
  const Days days(date(2026, 1, 5), -7, 20 * day);
  const Calendar calendar(days, same_each_day({{9 * hour, 13 * hour}, {14 * hour, 18 * hour}}, 0, 4),
                          {date(2026, 1, 7)});
  CHECK_FALSE(calendar.always());
  CHECK(calendar.open_per_week() == 40 * hour);
  CHECK(calendar.open_before(0) == 0);
  CHECK(calendar.open_before(9 * hour) == 0);
  CHECK(calendar.open_before(10 * hour) == hour);
  CHECK(calendar.open_before(13 * hour + minute) == 4 * hour);
  CHECK(calendar.open_before(day) == 8 * hour);
  CHECK(calendar.open_before(3 * day) == 16 * hour);  // nothing on the holiday
  CHECK(calendar.open_before(7 * day) == 32 * hour);
  CHECK(calendar.open_before(-7 * day) == -40 * hour);
  CHECK(calendar.open_before(-3 * day + 15 * hour) == -3 * hour);  // Friday 2 January, 15:00: three hours to go …
  CHECK(calendar.open_before(-3 * day + 16 * hour) == -2 * hour);  // … and at 16:00 two
  CHECK(calendar.next_open(0) == 9 * hour);
  CHECK(calendar.next_open(13 * hour) == 14 * hour);
  CHECK(calendar.next_open(day + 18 * hour) == 3 * day + 9 * hour);
  CHECK(calendar.next_open(4 * day + 18 * hour) == 7 * day + 9 * hour);
  CHECK(calendar.close_after(9 * hour) == 13 * hour);
  CHECK(calendar.close_after(14 * hour) == 18 * hour);
  CHECK(calendar.after(0, hour) == 10 * hour);
  CHECK(calendar.after(10 * hour, 3 * hour) == 13 * hour);  // the earliest moment, not the end of the gap
  CHECK(calendar.after(10 * hour, 3 * hour + 1) == 14 * hour + 1);
  CHECK(calendar.after(day + 17 * hour, 2 * hour) == 3 * day + 10 * hour);
  CHECK(calendar.longest_gap() == 63 * hour);  // Friday 18:00 to Monday 9:00
}

TEST_CASE("a calendar that never closes is the clock, and needs no days") {
  const Calendar calendar;
  CHECK(calendar.always());
  for (const Time t : {-400 * day, Time{-1}, Time{0}, Time{7}, 90'000 * day}) {
    CHECK(calendar.open_before(t) == t);
    CHECK(calendar.is_open(t));
    CHECK(calendar.next_open(t) == t);
    CHECK(calendar.close_after(t) == sim::never);
    CHECK(calendar.after(t, 5) == t + 5);
    CHECK(calendar.after(t, 0) == t);
    CHECK(calendar.after(t, sim::never) >= sim::never + std::min(t, Time{0}));
  }
  CHECK(calendar.longest_gap() == 0);
  CHECK(calendar.open_per_week() == sim::week);
  const Days days(date(2026, 1, 5), -7, 20 * day);
  CHECK(Calendar(days, same_each_day({{0, day}}, 0, 6), {}).always());
  CHECK(Calendar(days, same_each_day({{0, 7 * hour}, {7 * hour, day}}, 0, 6), {}).always());
  CHECK_FALSE(Calendar(days, same_each_day({{0, day}}, 0, 6), {date(2026, 1, 7)}).always());
  CHECK_FALSE(Calendar(days, same_each_day({{0, day}}, 0, 5), {}).always());
}

TEST_CASE("a calendar that never opens has no open time and never opens") {
  const Days days(date(2026, 1, 5), 0, 20 * day);
  const Calendar calendar(days, {}, {});
  CHECK(calendar.open_before(15 * day) == 0);
  CHECK(calendar.next_open(0) == sim::never);
  CHECK(calendar.after(0, 1) == sim::never);
  CHECK(calendar.longest_gap() == 0);
  compare("never open", days, {}, {}, 1);
}

TEST_CASE("parts that meet, also at midnight, are one part") {
  const Days days(date(2026, 1, 5), 0, 20 * day);
  Calendar::Week week = same_each_day({{0, 6 * hour}, {6 * hour, 9 * hour}, {20 * hour, day}}, 0, 4);
  const Calendar calendar(days, week, {date(2026, 1, 8)});
  CHECK(calendar.close_after(3 * hour) == 9 * hour);
  CHECK(calendar.close_after(21 * hour) == day + 9 * hour);
  CHECK(calendar.close_after(2 * day + 20 * hour) == 3 * day);  // the holiday begins
  CHECK(calendar.close_after(4 * day + 20 * hour) == 5 * day);  // the weekend begins
  compare("nights", days, week, {date(2026, 1, 8)}, 2);
}

TEST_CASE("usual calendars agree with a walk through all minutes") {
  const std::vector<std::chrono::sys_days> holidays{date(2024, 2, 29), date(2024, 3, 8), date(2024, 3, 1),
                                                    date(2030, 1, 1)};
  const Days days(date(2024, 2, 26), -20, 45 * day);
  compare("office", days, same_each_day({{9 * hour, 18 * hour}}, 0, 4), holidays, 3);
  compare("office with a gap", days, same_each_day({{9 * hour, 13 * hour}, {14 * hour, 18 * hour}}, 0, 4), holidays, 4);
  compare("weekend only", days, same_each_day({{0, day}}, 5, 6), {}, 5);
  compare("whole working days", days, same_each_day({{0, day}}, 0, 4), holidays, 6);
  compare("always but on holidays", days, same_each_day({{0, day}}, 0, 6), holidays, 7);
  compare("no holidays", days, same_each_day({{8 * hour, 22 * hour}}, 0, 6), {}, 8);
}

TEST_CASE("random calendars agree with a walk through all minutes") {
  std::mt19937_64 engine(9);
  for (std::uint64_t round = 0; round < 60; ++round) {
    Calendar::Week week;
    for (std::vector<Interval>& parts : week) {
      // Up to four parts between eight sorted minutes; some days are whole, some closed.
      if (engine() % 8 == 0) parts.push_back({0, day});
      if (engine() % 4 == 0) continue;
      std::vector<Time> edges;
      for (int i = 0; i < 8; ++i) edges.push_back(static_cast<Time>(engine() % (24 * 60 + 1)) * minute);
      if (engine() % 3 == 0) edges[0] = 0;
      if (engine() % 3 == 0) edges[1] = day;
      std::sort(edges.begin(), edges.end());
      if (!parts.empty()) continue;
      for (std::size_t i = 0; i < 8; i += 2)
        if (edges[i] < edges[i + 1]) parts.push_back({edges[i], edges[i + 1]});
    }
    const auto first = -static_cast<std::int32_t>(engine() % 20);
    const Days days(date(2023, 12, 1) + std::chrono::days{static_cast<int>(engine() % 400)}, first,
                    static_cast<Time>(engine() % 40) * day + hour);
    std::vector<std::chrono::sys_days> closed;
    for (std::uint64_t i = engine() % 6; i > 0; --i)
      closed.push_back(days.start + std::chrono::days{static_cast<int>(engine() % 50) - 10});
    compare("round " + std::to_string(round), days, week, closed, round);
  }
}
