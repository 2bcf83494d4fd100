#include "sim/open_clock.hpp"

#include <doctest/doctest.h>

#include <random>

using sim::Calendar;
using sim::day;
using sim::Days;
using sim::hour;
using sim::Time;

namespace {

constexpr std::chrono::sys_days start = std::chrono::year{2026} / 1 / 1;

/// Compares readings with the calendar's own answer, at moments that go on by up to `step` and sometimes back to the
/// beginning, from before the range of days to beyond it.
void compare(const Calendar& calendar, const Days& days, Time step) {
  sim::OpenClock clock(calendar);
  std::mt19937_64 random(1);
  for (int walk = 0; walk < 5; ++walk)
    for (Time t = days.begin() - day; t < days.end() + day;
         t += static_cast<Time>(random() % static_cast<std::uint64_t>(step))) {
      REQUIRE(clock(t) == calendar.open_before(t));
      REQUIRE(clock(t) == calendar.open_before(t));
    }
}

}  // namespace

TEST_CASE("an open clock reads what the calendar says, whichever way time goes") {
  const Days days(start, -20, 60 * day);
  Calendar::Week week;
  for (std::size_t d = 0; d < 5; ++d) week[d] = {{9 * hour, 13 * hour}, {14 * hour, 18 * hour}};
  week[4].back().end = day;  // open past midnight into a day that is open all around
  week[5] = {{0, day}};
  const Calendar calendar(days, week, {start + std::chrono::days{5}});
  for (const Time step : {2 * sim::minute, 5 * hour, 3 * day}) compare(calendar, days, step);
}

TEST_CASE("an open clock reads calendars that never close or never open") {
  const Days days(start, 0, 30 * day);
  compare(Calendar(), days, 7 * hour);
  compare(Calendar(days, {}, {}), days, 7 * hour);
}

TEST_CASE("an open clock reads the first and the last moment of a part") {
  const Days days(start, 0, 30 * day);
  Calendar::Week week;
  for (auto& parts : week) parts = {{9 * hour, 17 * hour}};
  const Calendar calendar(days, week, {});
  sim::OpenClock clock(calendar);
  CHECK(clock(0) == 0);
  CHECK(clock(9 * hour) == 0);
  CHECK(clock(9 * hour + 1) == 1);
  CHECK(clock(17 * hour) == 8 * hour);
  CHECK(clock(17 * hour + 1) == 8 * hour);
  CHECK(clock(day + 9 * hour - 1) == 8 * hour);
  CHECK(clock(day + 10 * hour) == 9 * hour);
}
