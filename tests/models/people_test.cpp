#include <doctest/doctest.h>

#include <algorithm>

#include "tests/models/company.hpp"

// Worked examples of how people work: their clock, their hours, what they take up first. All wait since the night, so
// that the week begins at Monday 9:00 with a known line.

using company::constant;
using company::office;
using company::people;
using company::Run;
using company::Scenario;
using company::stage;
using sim::day;
using sim::hour;
using sim::minute;
using sim::Time;
using What = models::Happening::What;

namespace {

constexpr std::uint64_t seed = 1;

Time at_nine(Time days, Time minutes = 0) { return days * day + 9 * hour + minutes * minute; }

std::vector<Time> starts(const Run& run, std::uint32_t number, std::uint32_t stage_number = 0) {
  std::vector<Time> result;
  for (const models::Happening& happening : run.at(What::starts, number, stage_number))
    result.push_back(happening.time);
  return result;
}
Time ends(const Run& run, std::uint32_t number, std::uint32_t stage_number = 0) {
  return run.at(What::ends, number, stage_number).at(0).time;
}

}  // namespace

// ---- the person's clock ----

TEST_CASE("speed divides work, but not travel") {
  // 60 minutes at the desk at speed 1.5 are 40; with 30 on the road 70 minutes.
  Scenario s = office({"call"}, 5);
  stage(s).work = constant(hour);
  stage(s).travel = constant(30 * minute);
  people(s).speed = 1.5;
  const Run run(s, seed);
  REQUIRE(run.leads() >= 3);
  for (std::uint32_t k = 0; k < 3; ++k) CHECK(starts(run, k) == std::vector<Time>{at_nine(0, 70 * k)});
}

TEST_CASE("effort stretches everything, and the rest is slack") {
  // Effort 80 %: 40 minutes of work and 20 of travel take 75 minutes, of which 60 are worked and 15 slack.
  Scenario s = office({"call"}, 3);
  stage(s).work = constant(40 * minute);
  stage(s).travel = constant(20 * minute);
  people(s).effort = 0.8;
  const Run run(s, seed);
  const double leads = run.leads();
  REQUIRE(leads >= 2);
  REQUIRE(leads <= 7);  // 7 · 75 minutes are within a day
  CHECK(starts(run, 1) == std::vector<Time>{at_nine(0, 75)});
  CHECK(run["worked_time.people"] == doctest::Approx(leads).epsilon(1e-12));
  CHECK(run["slack_time.people"] == doctest::Approx(leads / 4).epsilon(1e-12));
  CHECK(run["paid_time.people"] == 45);  // five days of nine hours
  CHECK(run["idle_time.people"] == doctest::Approx(45 - leads * 1.25).epsilon(1e-12));
  CHECK(run["absent_time.people"] == 0);
  CHECK(run["overtime.people"] == 0);
  CHECK(run["utilisation.people"] == doctest::Approx(leads * 1.25 / 45).epsilon(1e-12));
  CHECK(run["time_share.people.call"] == doctest::Approx(leads * 1.25 / 45).epsilon(1e-12));
}

TEST_CASE("a set-up is needed where the kind of work changes, not before the first and not shortened by speed") {
  // call 10 minutes, meet 20, at speed 2: 5 and 10. All calls first: n calls end at 9:00 + 5n. Then 6 minutes of set-up
  // with the first meeting only: 16 minutes, the others 10.
  Scenario s = office({"call", "meet"}, 4);
  stage(s, 0).work = constant(10 * minute);
  stage(s, 1).work = constant(20 * minute);
  people(s).switching = models::Duration{6 * minute};
  people(s).speed = 2;
  const Run run(s, seed);
  const Time n = run.leads();
  REQUIRE(n >= 3);
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    CHECK(starts(run, k, 0) == std::vector<Time>{at_nine(0, 5 * Time{k})});
    CHECK(starts(run, k, 1) == std::vector<Time>{at_nine(0, 5 * n + 10 * Time{k} + (k > 0 ? 6 : 0))});
    CHECK(ends(run, k, 1) == at_nine(0, 5 * n + 10 * Time{k} + 16));
  }
}

// ---- the end of the shift ----

TEST_CASE("a job in progress is finished after the shift as overtime, and nothing new starts before the next morning") {
  // 10 hours from 9:00 on a day that ends at 18:00: until 19:00, one hour of overtime each day.
  Scenario s = office({"call"}, 4);
  stage(s).work = constant(10 * hour);
  const Run run(s, seed);
  const Time n = run.leads();
  REQUIRE(n >= 2);
  REQUIRE(n <= 5);
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    CHECK(starts(run, k) == std::vector<Time>{at_nine(k)});
    CHECK(ends(run, k) == at_nine(k, 600));
  }
  CHECK(run["overtime.people"] == static_cast<double>(n));
  CHECK(run["worked_time.people"] == static_cast<double>(9 * n));
  CHECK(run["idle_time.people"] == static_cast<double>(45 - 9 * n));
}

TEST_CASE("interruptible work is put down at the end of the shift and resumed first by the same person") {
  // 10 hours: 9 on Monday, one on Tuesday until 10:00. The next lead, waiting all the time, is taken up only then, and
  // by the one who becomes free, although both come in at 9:00. Overtime: none.
  Scenario s = office({"call"}, 5, 2);
  stage(s).work = constant(10 * hour);
  stage(s).interruptible = true;
  const Run run(s, seed);
  REQUIRE(run.leads() >= 4);
  for (std::uint32_t k = 0; k < 4; ++k) {
    const models::Happening start = run.at(What::starts, k).at(0);
    const models::Happening end = run.at(What::ends, k).at(0);
    CHECK(start.seat == static_cast<std::int32_t>(k % 2));
    CHECK(end.seat == start.seat);
    // The second job: from Tuesday 10:00 on 8 hours that day, two on Wednesday.
    CHECK(start.time == (k < 2 ? at_nine(0) : at_nine(1, 60)));
    CHECK(end.time == (k < 2 ? at_nine(1, 60) : at_nine(2, 120)));
  }
  CHECK(run["overtime.people"] == 0);
}

TEST_CASE("interruptible work lies over the gap of the day and over the weekend") {
  // His hours are 12 to 13 and 14 to 18, on Mondays and Fridays: five hours of Friday, the sixth is Monday 12 to 13.
  Scenario s = office({"call"}, 3);
  s.calendar.hours = company::hours({{9, 13}, {14, 18}});
  s.calendar.days = models::Days{{true, false, false, false, true, false, false}};
  company::door(s).days = models::Days{{false, false, false, false, true, false, false}};
  company::door(s).hours = company::hours({{0, 12}});
  people(s).hours = company::hours({{12, 13}, {14, 18}});
  s.horizon.length = 14 * day;
  stage(s).work = constant(6 * hour);
  stage(s).interruptible = true;
  const Run run(s, seed);
  REQUIRE(run.leads() >= 1);
  CHECK(starts(run, 0) == std::vector<Time>{4 * day + 12 * hour});
  CHECK(ends(run, 0) == 7 * day + 13 * hour);
}

TEST_CASE("work that ends with the shift is no overtime, and what comes next waits for the morning") {
  Scenario s = office({"call"}, 4);
  stage(s).work = constant(9 * hour);
  const Run run(s, seed);
  REQUIRE(run.leads() >= 2);
  CHECK(ends(run, 0) == 18 * hour);
  CHECK(starts(run, 1) == std::vector<Time>{at_nine(1)});
  CHECK(run["overtime.people"] == 0);
}

// ---- what is taken up first ----

TEST_CASE("the priority of what a role does decides, then who has been due longest") {
  // Two stages of 10 minutes. With meet before call, lead 0 goes through both, then lead 1, …; with call before meet
  // all are called first.
  for (const bool meet_first : {true, false}) {
    Scenario s = office({"call", "meet"}, 4);
    for (std::size_t i : {0U, 1U}) stage(s, i).work = constant(10 * minute);
    people(s) = company::role(
        1, meet_first ? std::vector<std::string>{"meet", "call"} : std::vector<std::string>{"call", "meet"});
    const Run run(s, seed);
    const Time n = run.leads();
    REQUIRE(n >= 3);
    for (std::uint32_t k = 0; k < run.leads(); ++k) {
      CHECK(starts(run, k, 0) == std::vector<Time>{at_nine(0, (meet_first ? 20 : 10) * Time{k})});
      CHECK(starts(run, k, 1) == std::vector<Time>{at_nine(0, meet_first ? 20 * Time{k} + 10 : 10 * (n + k))});
    }
  }
}

TEST_CASE("a retry that falls due has its place by that time, not by when the lead asked") {
  // Dials of 10 minutes to nobody, retried after 25 minutes, two attempts. Lead 0 is due again at 9:35; leads 1, 2, 3 …
  // have been due since the night and come first.
  Scenario s = office({"call"}, 5);
  stage(s).reach = 0;
  stage(s).attempts = 2;
  stage(s).dial = constant(10 * minute);
  stage(s).retry = constant(25 * minute);
  const Run run(s, seed);
  const Time n = run.leads();
  REQUIRE(n >= 4);
  for (std::uint32_t k = 0; k < run.leads(); ++k)
    CHECK(starts(run, k) == std::vector<Time>{at_nine(0, 10 * Time{k}), at_nine(0, 10 * (n + Time{k}))});
}

TEST_CASE("a duty for one segment leaves the others to whoever does them") {
  // Two segments; the first role takes only `firms`, the second everything. At 9:00 seat 0 takes the first firm, seat 1
  // whoever has been due longest of all that is left.
  Scenario s = office({"call"}, 4);
  stage(s).work = constant(10 * minute);
  s.segments.items.push_back(s.segments.items[0]);
  s.segments.items[1].first = "firms";
  models::Work& work = s.departments.items[0].second.work;
  work.pipeline[0].push_back(work.pipeline[0][0]);
  people(s).does[0].segments = {"firms"};
  company::add_role(s, "all", company::role(1, {"call"}));
  const Run run(s, seed);
  REQUIRE(run.leads(0) >= 2);
  REQUIRE(run.leads(1) >= 2);
  for (const models::Happening& happening : run.trace())
    if (happening.what == What::starts && happening.seat == 0) CHECK(happening.source == 1);
  CHECK(run.at(What::starts, 0, 0, 1).at(0).time == at_nine(0));
  CHECK(run.at(What::starts, 0, 0, 1).at(0).seat == 0);
  const std::uint32_t first = run.asked(0, 0) < run.asked(1, 1) ? 0 : 1;  // of the others
  CHECK(run.at(What::starts, first, 0, first).at(0).time == at_nine(0));
  CHECK(run.at(What::starts, first, 0, first).at(0).seat == 1);
}

TEST_CASE("the same work in two lines of a role is done with the higher priority and dealt once") {
  // The first role has three lines for calls, one of them as a fallback: it does calls as a matter of course, and its
  // two people are dealt one lead each before the other role's is: 0, 1, 2, 0, 1, 2 …
  Scenario s = office({"call"}, 6, 2);
  people(s).does = {{"call", {"customers"}, false, {}}, {"call", {}, true, {}}, {"call", {}, false, {}}};
  people(s).assign = models::Assign::round_robin;
  company::add_role(s, "more", company::role(1, {"call"}));
  people(s, 1).assign = models::Assign::round_robin;
  const Run run(s, seed);
  REQUIRE(run.leads() >= 4);
  for (std::uint32_t k = 0; k < run.leads(); ++k)
    CHECK(run.at(What::starts, k).at(0).seat == static_cast<std::int32_t>(k % 3));
}

// ---- who has been idle longest ----

TEST_CASE("among idle people the longest idle is called, ties by seat") {
  // Three people, calls of one minute far apart: seats 0, 1, 2 have never worked; then in the order in which they
  // ended.
  Scenario s = company::shop({"call"}, {1, day}, 60 * day, 3);
  const Run run(s, seed);
  REQUIRE(run.leads() >= 30);
  for (std::uint32_t k = 0; k < run.leads(); ++k)
    CHECK(run.at(What::starts, k).at(0).seat == static_cast<std::int32_t>(k % 3));
}

TEST_CASE("the night makes nobody longer idle: who was idle longest in the evening is called first in the morning") {
  // One call in five days of nine hours, two people: they take turns, also over nights and weekends.
  Scenario s = company::shop({"call"}, {1, day}, 100 * day, 2);
  s.calendar.hours = company::hours({{9, 13}, {14, 18}});
  s.calendar.days = company::working_days();
  const Run run(s, seed);
  REQUIRE(run.leads() >= 50);
  for (std::uint32_t k = 0; k < run.leads(); ++k)
    CHECK(run.at(What::starts, k).at(0).seat == static_cast<std::int32_t>(k % 2));
}

TEST_CASE("idle is one's own open time: who is there for an hour a day is not idle all night") {
  // The student is there from 17 to 18 only. Monday 17:30 somebody asks, the manager has been idle for 8.5 h and the
  // student for 0.5 h: the manager. Whoever asks after 17:00 on any day meets a manager who has been idle longer since
  // his last call, unless he was called on the same day within less time than the student has been idle since his own.
  Scenario s = company::shop({"call"}, {1, day}, 100 * day, 1);
  s.calendar.hours = company::hours({{9, 18}});
  company::add_role(s, "student", company::role(1, {"call"}));
  people(s, 1).hours = company::hours({{17, 18}});
  const Run run(s, seed);
  // Counted by hand along the trace: idle[seat] in own open time since the last call.
  const auto own_open = [](std::int32_t seat, Time t) {
    const Time inside = t % day;
    const Time begin = seat == 0 ? 9 * hour : 17 * hour;
    return t / day * (18 * hour - begin) + std::clamp(inside - begin, Time{0}, 18 * hour - begin);
  };
  std::vector<Time> since(2, 0);  // own open time at the end of the last call
  int student_called = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    const models::Happening start = run.at(What::starts, k).at(0);
    const bool both_there = start.time % day >= 17 * hour;
    const Time idle_0 = own_open(0, start.time) - since[0];
    const Time idle_1 = own_open(1, start.time) - since[1];
    const std::int32_t expected = both_there && idle_1 > idle_0 ? 1 : 0;
    CHECK(start.seat == expected);
    student_called += expected;
    since[static_cast<std::size_t>(start.seat)] = own_open(start.seat, start.time + minute);
  }
  CHECK(student_called > 3);
}

TEST_CASE("when the shift begins the longest idle takes the first in line") {
  // Seat 0 works on Friday afternoon, seat 1 does not; on Monday at 9:00 seat 1 takes up the first of the line.
  Scenario s = company::shop({"call"}, {1, 3 * hour}, 60 * day, 2);
  s.calendar.hours = company::hours({{9, 18}});
  company::door(s).hours = company::hours({{0, 24}});
  stage(s).work = constant(10 * minute);
  const Run run(s, seed);
  int mornings = 0;
  std::vector<Time> last_end(2, -1);
  std::vector<Time> seen;
  for (const models::Happening& happening : run.trace()) {
    if (happening.what == What::ends) last_end[static_cast<std::size_t>(happening.seat)] = happening.time;
    if (happening.what != What::starts || happening.time % day != 9 * hour) continue;
    if (!seen.empty() && seen.back() == happening.time) continue;  // the second of the morning
    seen.push_back(happening.time);
    CHECK(happening.seat == (last_end[1] < last_end[0] ? 1 : 0));
    ++mornings;
  }
  CHECK(mornings > 30);
}
