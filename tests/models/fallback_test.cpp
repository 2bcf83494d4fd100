#include <doctest/doctest.h>

#include "tests/models/company.hpp"

// Worked examples of who steps in: a fallback acts while nobody of another role with this activity is employed, or
// while more than `overflow` wait for it.

using company::constant;
using company::office;
using company::people;
using company::Run;
using company::Scenario;
using company::stage;
using models::Duty;
using sim::day;
using sim::hour;
using sim::minute;
using sim::Time;
using What = models::Happening::What;

namespace {

constexpr std::uint64_t seed = 1;

Time at_nine(Time days, Time minutes = 0) { return days * day + 9 * hour + minutes * minute; }
std::int32_t who(const Run& run, std::uint32_t number, std::uint32_t stage_number = 0) {
  return run.at(What::starts, number, stage_number).at(0).seat;
}
Time starts(const Run& run, std::uint32_t number, std::uint32_t stage_number = 0) {
  return run.at(What::starts, number, stage_number).at(0).time;
}
Duty fallback(const std::string& activity, std::optional<std::int64_t> overflow = {}) {
  return {activity, {}, true, overflow};
}

/// A caller, and a hunter who calls as a fallback only.
Scenario caller_and_hunter(double leads, std::optional<std::int64_t> overflow = {}) {
  Scenario s = office({"call"}, leads, 1);
  models::Role hunter = company::role(1, {});
  hunter.does = {fallback("call", overflow)};
  company::add_role(s, "hunter", hunter);
  return s;
}

}  // namespace

TEST_CASE("a fallback does nothing while somebody of another role is employed, however long the line") {
  const Run run(caller_and_hunter(20), seed);
  REQUIRE(run.leads() > 10);
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    CHECK(who(run, k) == 0);
    CHECK(starts(run, k) == at_nine(0, k));
  }
}

TEST_CASE("a fallback acts from the day on which nobody else is employed, and until somebody is again") {
  // An hour for each lead, nine on Monday. On Tuesday the caller's seat is empty, and the hunter takes nine; on
  // Wednesday the caller is back.
  Scenario s = caller_and_hunter(24);
  stage(s).work = constant(hour);
  people(s).staff = {models::Staff::Kind::dates,
                     {1, 0, 1},
                     {company::date(2026, 1, 5), company::date(2026, 1, 6), company::date(2026, 1, 7)}};
  const Run run(s, seed);
  REQUIRE(run.leads() > 18);
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    CHECK(starts(run, k) == at_nine(k / 9, 60 * Time{k % 9}));
    CHECK(who(run, k) == (k / 9 == 1 ? 1 : 0));
  }
}

TEST_CASE("a fallback acts at once when the others leave, on leads that already wait") {
  // Round the clock: the caller takes 10 h for each. His seat is given up on Tuesday 00:00, in the middle of a job; at
  // that moment the idle hunter takes up who waits longest.
  Scenario s = caller_and_hunter(6);
  s.calendar.hours = models::Hours{};
  stage(s).work = constant(10 * hour);
  people(s).staff = {models::Staff::Kind::dates, {1, 0}, {company::date(2026, 1, 5), company::date(2026, 1, 6)}};
  const Run run(s, seed);
  REQUIRE(run.leads() >= 5);
  std::uint32_t first_of_hunter = 0;
  while (who(run, first_of_hunter) == 0) ++first_of_hunter;
  CHECK(starts(run, first_of_hunter) == day);
  for (std::uint32_t k = first_of_hunter; k < run.leads(); ++k)
    CHECK(starts(run, k) == day + (k - first_of_hunter) * 10 * hour);
}

TEST_CASE("with an overflow of 3 the hunter takes up leads while more than three wait") {
  // n wait at 9:00. The caller takes the first, so n − 1 wait; the hunter takes one if that is more than 3, and so on
  // each minute: the caller first (he has the lower seat and has been idle equally long), then the hunter.
  const Run run(caller_and_hunter(12, 3), seed);
  const std::uint32_t n = run.leads();
  REQUIRE(n > 7);
  std::uint32_t next = 0;
  for (Time m = 0; next < n; ++m) {
    CHECK(starts(run, next) == at_nine(0, m));
    CHECK(who(run, next) == 0);
    ++next;
    if (n - next <= 3) continue;
    CHECK(starts(run, next) == at_nine(0, m));
    CHECK(who(run, next) == 1);
    ++next;
  }
}

TEST_CASE("the lead that makes the line too long calls an idle fallback at once") {
  // Round the clock, 3 h of work, a lead every 2 h. The lead that finds the caller busy and two waiting is the third:
  // more than two wait, so the hunter takes up the first of them at that very moment. While he is free, at most two
  // wait.
  Scenario s = company::shop({"call"}, {1, 2 * hour}, 60 * day);
  stage(s).work = constant(3 * hour);
  models::Role hunter = company::role(1, {});
  hunter.does = {fallback("call", 2)};
  company::add_role(s, "hunter", hunter);
  const Run run(s, seed);
  std::int64_t waiting = 0;
  bool hunter_busy = false;
  Time now = 0;
  int helped = 0;
  for (const models::Happening& happening : run.trace()) {
    if (happening.time != now) CHECK((hunter_busy || waiting <= 2));
    now = happening.time;
    if (happening.what == What::waits) ++waiting;
    if (happening.what == What::ends && happening.seat == 1) hunter_busy = false;
    if (happening.what != What::starts) continue;
    if (happening.seat == 1) {
      CHECK(waiting > 2);
      hunter_busy = true;
      ++helped;
    }
    if (!run.at(What::waits, happening.number).empty()) --waiting;
  }
  CHECK(helped > 50);
}

TEST_CASE("an overflow counts all who wait, and takes leads that were dealt to others but touched by nobody") {
  // Two callers get their leads in turn, an hour each; the hunter takes over while more than 4 wait. All n wait at
  // 9:00: each caller takes his first, the hunter then the first due of those left, while more than 4 are.
  Scenario s = caller_and_hunter(14, 4);
  stage(s).work = constant(hour);
  people(s).staff.counts = {2};
  people(s).assign = models::Assign::round_robin;
  people(s).owns_leads = true;
  const Run run(s, seed);
  const std::uint32_t n = run.leads();
  REQUIRE(n > 8);
  // By hand: who is next in each caller's own line.
  std::vector<std::uint32_t> own[2];
  for (std::uint32_t k = 0; k < n; ++k) own[k % 2].push_back(k);
  std::uint32_t left = n;
  const auto take = [&](std::uint32_t k, std::int32_t seat, Time hours) {
    CHECK(who(run, k) == seat);
    CHECK(starts(run, k) == at_nine(hours / 9, 60 * (hours % 9)));
    std::erase(own[k % 2], k);
    --left;
  };
  Time h = -1;
  while (left > 0) {
    ++h;
    for (std::int32_t seat : {0, 1})
      if (!own[seat].empty()) take(own[seat].front(), seat, h);
    if (left <= 4) continue;
    const bool first = own[1].empty() || (!own[0].empty() && own[0].front() < own[1].front());
    take(own[first ? 0 : 1].front(), 2, h);
  }
}

TEST_CASE("an overflow does not take leads away from their owners") {
  // Calls are taken by an owner, meetings fall due at once and are his; the hunter would help with meetings from the
  // first on, but all of them belong to somebody.
  Scenario s = office({"call", "meet"}, 8, 2);
  people(s).owns_leads = true;
  people(s).assign = models::Assign::round_robin;
  models::Role hunter = company::role(1, {});
  hunter.does = {fallback("meet", 0)};
  company::add_role(s, "hunter", hunter);
  const Run run(s, seed);
  for (std::uint32_t k = 0; k < run.leads(); ++k) CHECK(who(run, k, 1) == who(run, k, 0));
}

TEST_CASE("owned leads that wait can make the line long enough for a fallback to take the common ones") {
  // meet is done by callers, who own most leads; `walk_in` leads come to it as common ones, since the clerk who calls
  // them owns nothing. The hunter takes common meetings while more than 2 wait in all.
  Scenario s = company::shop({"call", "meet"}, {1, 2 * hour}, 60 * day, 1);
  s.segments.items.push_back({"walk_in", s.segments.items[0].second});
  models::Department& department = s.departments.items[0].second;
  for (auto& row : department.work.pipeline) row.push_back(row[0]);
  for (std::size_t segment : {0U, 1U}) stage(s, 1, segment).work = constant(50 * minute);
  people(s).owns_leads = true;
  people(s).does = {{"meet", {}, false, {}}, {"call", {"customers"}, false, {}}};
  models::Role clerk = company::role(1, {});
  clerk.does = {{"call", {"walk_in"}, false, {}}};
  company::add_role(s, "clerk", clerk);
  models::Role hunter = company::role(1, {});
  hunter.does = {fallback("meet", 2)};
  company::add_role(s, "hunter", hunter);
  // Along the trace: whenever the hunter is free and more than two wait, no common meeting may be among them.
  const Run run(s, seed);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> common;
  std::int64_t waiting = 0;
  bool hunter_busy = false;
  Time now = 0;
  int helped = 0;
  for (const models::Happening& happening : run.trace()) {
    if (happening.time != now) {
      CHECK_FALSE((waiting > 2 && !hunter_busy && !common.empty()));
      now = happening.time;
    }
    const std::pair<std::uint32_t, std::uint32_t> lead{happening.source, happening.number};
    if (happening.what == What::starts && happening.seat == 2) {
      hunter_busy = true;
      CHECK(happening.source == 1);
      ++helped;
    }
    if (happening.what == What::ends && happening.seat == 2) hunter_busy = false;
    if (happening.stage != 1) continue;
    if (happening.what == What::waits) {
      ++waiting;
      if (happening.source == 1) common.push_back(lead);
    }
    if (happening.what == What::starts && !run.at(What::waits, lead.second, 1, lead.first).empty()) {
      --waiting;
      std::erase(common, lead);
    }
  }
  CHECK(helped > 10);
}

TEST_CASE("an owner whose role does a stage as a fallback only leaves his leads to those who are there for it") {
  // The hunter calls and owns; meetings are the closer's, the hunter does them while there is no closer: until
  // Wednesday.
  Scenario s = office({"call", "meet"}, 5, 1);
  people(s).owns_leads = true;
  people(s).does = {{"call", {}, false, {}}, fallback("meet")};
  stage(s, 1).delay = constant(day);
  company::add_role(s, "closer", company::role(1, {"meet"}));
  const Run run(s, seed);
  REQUIRE(run.leads() >= 2);
  for (std::uint32_t k = 0; k < run.leads(); ++k) CHECK(who(run, k, 1) == 1);
  people(s, 1).staff = {models::Staff::Kind::dates, {0, 1}, {company::date(2026, 1, 5), company::date(2026, 1, 7)}};
  const Run alone(s, seed);
  for (std::uint32_t k = 0; k < alone.leads(); ++k) {
    CHECK(who(alone, k, 1) == 0);
    CHECK(starts(alone, k, 1) == at_nine(1, k + 1));
  }
}
