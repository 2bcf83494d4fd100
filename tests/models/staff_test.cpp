#include <doctest/doctest.h>

#include <algorithm>

#include "tests/models/absence.hpp"
#include "tests/models/company.hpp"

// Worked examples of who is there when: staff by month, date and hour, hours and days of a role, absences.

using company::constant;
using company::office;
using company::people;
using company::Run;
using company::Scenario;
using company::shop;
using company::stage;
using models::Staff;
using sim::day;
using sim::hour;
using sim::minute;
using sim::Time;
using What = models::Happening::What;

namespace {

constexpr std::uint64_t seed = 1;

std::int32_t who(const Run& run, std::uint32_t number) { return run.at(What::starts, number).at(0).seat; }
Time starts(const Run& run, std::uint32_t number) { return run.at(What::starts, number).at(0).time; }
Time ends(const Run& run, std::uint32_t number) { return run.at(What::ends, number).at(0).time; }

/// Open hours, 9 to 18 from Monday to Friday, of a span.
double office_hours(Time begin, Time end) {
  Time total = 0;
  for (Time d = begin / day; d * day < end; ++d) {
    if (d % 7 >= 5) continue;  // day 0 is a Monday
    total += std::max(Time{0}, std::min(end, d * day + 18 * hour) - std::max(begin, d * day + 9 * hour));
  }
  return static_cast<double>(total) / static_cast<double>(hour);
}

}  // namespace

TEST_CASE("staff by month: the highest seat goes first, and comes back with the month") {
  // January 1, February 2, March none, April 2. Round the clock, an hour for each lead, one every two hours.
  Scenario s = shop({"call"}, {1, 2 * hour}, 0);
  s.start = company::date(2026, 1, 1);
  s.horizon = {4, 0};
  stage(s).work = constant(hour);
  people(s).staff = {Staff::Kind::months, {1, 2, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2}, {}};
  const Run run(s, seed);
  const Time february = 31 * day;
  const Time march = 59 * day;
  const Time april = 90 * day;
  CHECK(run.month("headcount.people", 0) == 1);
  CHECK(run.month("headcount.people", 1) == 2);
  CHECK(run.month("headcount.people", 2) == 0);
  CHECK(run.month("headcount.people", 3) == 2);
  CHECK(run["paid_time.people"] == 24 * (31 + 2 * 28 + 2 * 30));
  bool second[2] = {false, false};
  for (const models::Happening& happening : run.trace()) {
    if (happening.what != What::starts) continue;
    CHECK_FALSE((happening.time >= march && happening.time < april));
    if (happening.seat != 1) continue;
    CHECK(happening.time >= february);
    second[happening.time < march ? 0 : 1] = true;
  }
  CHECK(second[0]);
  CHECK(second[1]);
}

TEST_CASE("staff by date: the first number holds before its date too, each other from its day on") {
  Scenario s = shop({"call"}, {1, hour}, 40 * day);
  s.warm_up.length = 10 * day;
  people(s).staff = {
      Staff::Kind::dates,
      {2, 1, 3},
      {s.start + std::chrono::days{5}, s.start + std::chrono::days{10}, s.start + std::chrono::days{20}}};
  const Run run(s, seed);
  // 2 people for 10 days, 1 for 10, 3 for 20.
  CHECK(run["paid_time.people"] == 24 * (2 * 10 + 10 + 3 * 20));
  std::int32_t highest[3] = {0, 0, 0};
  for (const models::Happening& happening : run.trace()) {
    if (happening.what != What::starts || happening.time >= 40 * day) continue;
    std::int32_t& seen = highest[happening.time < 10 * day ? 0 : happening.time < 20 * day ? 1 : 2];
    seen = std::max(seen, happening.seat);
  }
  CHECK(highest[0] == 1);
  CHECK(highest[1] == 0);
  CHECK(highest[2] == 2);
}

TEST_CASE("staff by the hour: one person all day, a second from noon to three") {
  // All wait since the night, an hour each: 9, 10, 11, then two at 12, 13 and 14, then one at 15, 16, 17.
  Scenario s = office({"call"}, 12);
  stage(s).work = constant(hour);
  std::vector<std::int64_t> pattern(24, 1);
  for (std::size_t h = 12; h < 15; ++h) pattern[h] = 2;
  people(s).staff = {Staff::Kind::hours, pattern, {}};
  const Run run(s, seed);
  REQUIRE(run.leads() >= 9);
  const Time expected[] = {9, 10, 11, 12, 12, 13, 13, 14, 14};
  for (std::uint32_t k = 0; k < 9; ++k) CHECK(starts(run, k) == expected[k] * hour);
  CHECK(run["paid_time.people"] == 45 + 15);  // 5 × 9 h and 5 × 3 h
  CHECK(run["headcount.people"] == 2);
}

TEST_CASE("a role's own hours: the student comes at five, and waits count only the company's open time") {
  // Company 9 to 18, student 17 to 21, 90 minutes each: Monday 17:00, 18:30 and 20:00; the third is finished at 21:30,
  // half an hour of overtime. Waits in open time: 8 h, 9 h and 9 h (from 18:00 on nothing is added).
  Scenario s = office({"call"}, 6);
  stage(s).work = constant(90 * minute);
  people(s).hours = company::hours({{17, 21}});
  const Run run(s, seed);
  const std::uint32_t n = run.leads();
  REQUIRE(n >= 4);
  for (std::uint32_t k = 0; k < 3; ++k) CHECK(starts(run, k) == 17 * hour + k * 90 * minute);
  CHECK(starts(run, 3) == day + 17 * hour);
  CHECK(run["paid_time.people"] == 20);
  CHECK(run["overtime.people"] == doctest::Approx(0.5 * (n / 3)).epsilon(1e-12));
  // Lead 3 waits all of Monday and Tuesday until 17:00.
  double waits = 0;
  for (std::uint32_t k = 0; k < n; ++k) waits += k % 3 == 0 ? 9.0 * (k / 3) + 8 : 9.0 * (k / 3) + 9;
  CHECK(run["wait.call.mean"] == doctest::Approx(60 * waits / n).epsilon(1e-12));
}

TEST_CASE("a role's own days: the Saturday help works while the company is closed, but not on its holidays") {
  Scenario s = office({"call"}, 6);
  s.horizon.length = 14 * day;
  people(s).days = models::Days{{false, false, false, false, false, true, false}};
  stage(s).work = constant(hour);
  const Run run(s, seed);
  CHECK(starts(run, 0) == 5 * day + 9 * hour);
  s.calendar.holidays = {company::date(2026, 1, 10)};
  const Run later(s, seed);
  CHECK(starts(later, 0) == 12 * day + 9 * hour);
  CHECK(later["paid_time.people"] == 9);
}

TEST_CASE("a channel without days of its own is closed on holidays, one with days of its own is not") {
  Scenario s = shop({"call"}, {5, hour}, 14 * day);
  s.calendar.hours = company::hours({{9, 18}});
  s.calendar.days = company::working_days();
  s.calendar.holidays = {company::date(2026, 1, 7)};
  const auto on_holiday = [&] {
    const Run run(s, seed);
    bool any = false;
    for (std::uint32_t k = 0; k < run.leads(); ++k) any = any || run.asked(k) / day == 2;
    return any;
  };
  CHECK_FALSE(on_holiday());
  company::door(s).hours = company::hours({{8, 22}});
  CHECK_FALSE(on_holiday());
  company::door(s).days = company::working_days();
  CHECK(on_holiday());
}

TEST_CASE("an absence is paid, and its open time is booked as absent") {
  Scenario s = shop({"call"}, {1, hour}, 364 * day);
  s.start = company::date(2026, 1, 5);
  s.calendar.hours = company::hours({{9, 18}});
  s.calendar.days = company::working_days();
  people(s).absence.holiday = models::Duration{14 * day};
  people(s).absence.sick = models::Duration{4 * day};
  for (std::uint32_t replication = 0; replication < 8; ++replication) {
    const Run run(s, seed, replication);
    const sim::Interval holiday = company::absence_2026(run.plan, "holiday", 14, seed, replication, 0);
    const sim::Interval sick = company::absence_2026(run.plan, "sick", 4, seed, replication, 0);
    const bool apart = holiday.end < sick.begin || sick.end < holiday.begin;
    if (!apart || std::min(holiday.begin, sick.begin) < 0 || std::max(holiday.end, sick.end) > 361 * day) continue;
    CHECK(run["absent_time.people"] == office_hours(holiday.begin, holiday.end) + office_hours(sick.begin, sick.end));
    CHECK(run["paid_time.people"] == office_hours(0, 364 * day));
    for (const models::Happening& happening : run.trace()) {
      if (happening.what != What::starts || happening.time >= 361 * day) continue;
      CHECK_FALSE((holiday.begin <= happening.time && happening.time < holiday.end));
      CHECK_FALSE((sick.begin <= happening.time && happening.time < sick.end));
    }
  }
}

TEST_CASE("a call in progress is finished into the absence; interruptible work lies until the person is back") {
  // One job of 20 days round the clock. It is finished 20 days later, or 20 days and the length of what absence it
  // meets.
  for (const bool interruptible : {false, true}) {
    Scenario s = shop({"call"}, {1, 15 * day}, 350 * day);
    stage(s).work = constant(20 * day);
    stage(s).interruptible = interruptible;
    people(s).absence.sick = models::Duration{4 * day};
    int met = 0;
    for (std::uint32_t replication = 0; replication < 10; ++replication) {
      const Run run(s, seed, replication);
      const sim::Interval sick = company::absence_2026(run.plan, "sick", 4, seed, replication, 0);
      for (std::uint32_t k = 0; k < run.leads(); ++k) {
        if (run.at(What::ends, k).empty() || ends(run, k) > 355 * day) continue;
        const bool meets = starts(run, k) < sick.begin && sick.begin < starts(run, k) + 20 * day;
        CHECK(ends(run, k) == starts(run, k) + 20 * day + (meets && interruptible ? 4 * day : 0));
        met += meets ? 1 : 0;
      }
    }
    CHECK(met >= 5);
  }
}

TEST_CASE("who leaves while he is away finishes what he has in hand without the rest of his absence, as overtime") {
  // A job of 40 days; the seat is given up in the middle of an absence of 4 days. What is left of the work is done from
  // that day on, and all of it is overtime: the books would not balance otherwise.
  Scenario s = shop({"call"}, {1, 20 * day}, 350 * day);
  stage(s).work = constant(40 * day);
  stage(s).interruptible = true;
  people(s).absence.sick = models::Duration{4 * day};
  const models::Date leaves = company::date(2026, 8, 1);
  const Time left = (leaves - s.start).count() * day;
  people(s).staff = {Staff::Kind::dates, {1, 0}, {s.start, leaves}};
  int met = 0;
  for (std::uint32_t replication = 0; replication < 400 && met < 2; ++replication) {
    const Run run(s, seed, replication);
    const sim::Interval sick = company::absence_2026(run.plan, "sick", 4, seed, replication, 0);
    if (!(sick.begin < left && left < sick.end)) continue;
    for (std::uint32_t k = 0; k < run.leads(); ++k) {
      if (run.at(What::starts, k).empty() || starts(run, k) >= sick.begin || ends(run, k) < left) continue;
      const Time done = sick.begin - starts(run, k);
      CHECK(ends(run, k) == left + 40 * day - done);
      CHECK(run["overtime.people"] ==
            doctest::Approx(24.0 * static_cast<double>(40 * day - done) / static_cast<double>(day)));
      ++met;
    }
  }
  CHECK(met >= 1);
}

TEST_CASE("nothing is dealt to a trainee while others are there") {
  // The second seat comes on day 10 with 30 days of training. Round robin deals to the first alone until day 40.
  Scenario s = shop({"call"}, {1, day}, 80 * day);
  people(s).assign = models::Assign::round_robin;
  people(s).staff = {Staff::Kind::dates, {1, 2}, {s.start, s.start + std::chrono::days{10}}};
  people(s).training = models::Duration{30 * day};
  const Run run(s, seed);
  int of_second = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    if (run.asked(k) < 40 * day) {
      CHECK(who(run, k) == 0);
      CHECK(starts(run, k) - run.asked(k) < 10 * minute);
    }
    of_second += who(run, k);
  }
  CHECK(of_second > 10);
}
