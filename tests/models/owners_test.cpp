#include <doctest/doctest.h>

#include <algorithm>

#include "tests/models/absence.hpp"
#include "tests/models/company.hpp"

// Worked examples of whom a lead belongs to, and who does it instead.

using company::constant;
using company::office;
using company::people;
using company::Run;
using company::Scenario;
using company::shop;
using company::stage;
using models::Assign;
using models::LeadLoss;
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

}  // namespace

// ---- whose a lead is ----

TEST_CASE("a lead belongs to whoever touches it first, and waits for him though another is idle") {
  // Two people take calls of 10 minutes and meetings, which fall due 5 minutes after the call and come first on the
  // list.
  for (const bool owns : {true, false}) {
    Scenario s = office({"call", "meet"}, 6, 2);
    stage(s, 0).work = constant(10 * minute);
    stage(s, 1).work = constant(10 * minute);
    stage(s, 1).delay = constant(5 * minute);
    people(s).owns_leads = owns;
    people(s).does = company::role(0, {"meet", "call"}).does;
    const Run run(s, seed);
    REQUIRE(run.leads() >= 4);
    int another = 0;
    for (std::uint32_t k = 0; k < run.leads(); ++k) another += who(run, k, 0) != who(run, k, 1) ? 1 : 0;
    CHECK((another == 0) == owns);
  }
  // One caller is busy for an hour with the second lead while the other is idle: the first lead's meeting waits an
  // hour.
  Scenario s = office({"call", "meet"}, 4, 1);
  stage(s, 0).work = constant(hour);
  stage(s, 1).work = constant(minute);
  stage(s, 1).delay = constant(minute);
  people(s).owns_leads = true;
  company::add_role(s, "closers", company::role(1, {"meet"}));
  const Run run(s, seed);
  REQUIRE(run.leads() >= 2);
  CHECK(starts(run, 0, 1) == at_nine(0, 60 * Time{run.leads()}));  // calls come first on his list
  CHECK(who(run, 0, 1) == 0);
  people(s).owns_leads = false;
  const Run shared(s, seed);
  CHECK(starts(shared, 0, 1) == at_nine(0, 61));
  CHECK(who(shared, 0, 1) == 1);
}

TEST_CASE("an owner whose role does not do the stage keeps the lead and gets it back at the next one") {
  // call and sign by the owners, survey by somebody else. Two owners; after the survey the lead returns to its own.
  Scenario s = office({"call", "survey", "sign"}, 6, 2);
  people(s) = company::role(2, {"call", "sign"});
  people(s).owns_leads = true;
  company::add_role(s, "surveyor", company::role(1, {"survey"}));
  const Run run(s, seed);
  REQUIRE(run.leads() >= 4);
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    CHECK(who(run, k, 0) == static_cast<std::int32_t>(k % 2));
    CHECK(who(run, k, 1) == 2);
    CHECK(who(run, k, 2) == who(run, k, 0));
  }
}

TEST_CASE("who comes after a lead's owner has left is its new owner from the first touch on") {
  // Seat 0 owns all leads and leaves on day 3; meetings are 5 days after the call. The meeting is done by one of two
  // closers, who own leads too; signing a day later by the same one although the other has been idle longer.
  Scenario s = office({"call", "meet", "sign"}, 6, 1);
  s.horizon.length = 30 * day;
  people(s) = company::role(1, {"call", "meet", "sign"});
  people(s).owns_leads = true;
  people(s).staff = {models::Staff::Kind::dates, {1, 0}, {company::date(2026, 1, 5), company::date(2026, 1, 8)}};
  stage(s, 1).delay = constant(5 * day);
  stage(s, 2).delay = constant(day);
  company::add_role(s, "closers", company::role(2, {"meet", "sign"}));
  people(s, 1).owns_leads = true;
  company::door(s).days = models::Days{{true, false, false, false, false, false, false}};
  const Run run(s, seed);
  int checked = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    if (run.at(What::starts, k, 2).empty()) continue;
    CHECK(who(run, k, 0) == 0);
    CHECK(who(run, k, 1) >= 1);
    CHECK(who(run, k, 2) == who(run, k, 1));
    ++checked;
  }
  CHECK(checked >= 3);
}

TEST_CASE("a lead that waits with nobody in particular when its owner leaves belongs to the next who takes it up") {
  // survey waits for a surveyor who comes on Wednesday; the owner has left on Tuesday. The surveyor owns leads, so he
  // signs as well, although a colleague who signs has been idle longer.
  Scenario s = office({"call", "survey", "sign"}, 4, 1);
  people(s) = company::role(1, {"call"});
  people(s).owns_leads = true;
  people(s).staff = {models::Staff::Kind::dates, {1, 0}, {company::date(2026, 1, 5), company::date(2026, 1, 6)}};
  company::add_role(s, "surveyor", company::role(1, {"survey", "sign"}));
  people(s, 1).owns_leads = true;
  people(s, 1).staff = {models::Staff::Kind::dates, {0, 1}, {company::date(2026, 1, 5), company::date(2026, 1, 7)}};
  company::add_role(s, "clerk", company::role(1, {"sign"}));
  const Run run(s, seed);
  REQUIRE(run.leads() >= 2);
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    CHECK(who(run, k, 1) == 1);
    CHECK(who(run, k, 2) == 1);
  }
}

// ---- the owner is away ----

TEST_CASE("owned work waits for an absent owner, or for others of his role once he is away longer than cover") {
  // Each of two people has one holiday of 14 days. Whoever calls first owns; the meeting falls due 2 days after the
  // call. Where the owner is away at that moment it waits until he is back; with cover after 3 d the colleague does it,
  // 3 days after the owner's first day off at the earliest.
  Scenario s = shop({"call", "meet"}, {2, day}, 350 * day, 2);
  stage(s, 1).delay = constant(2 * day);
  people(s).owns_leads = true;
  people(s).absence.holiday = models::Duration{14 * day};
  for (const bool cover : {false, true}) {
    if (cover) people(s).cover = models::Duration{3 * day};
    int waited = 0;
    for (std::uint32_t replication = 0; replication < 6; ++replication) {
      const Run run(s, seed, replication);
      const sim::Interval away[2] = {company::absence_2026(run.plan, "holiday", 14, seed, replication, 0),
                                     company::absence_2026(run.plan, "holiday", 14, seed, replication, 1)};
      if (away[0].end > away[1].begin - 3 * day && away[1].end > away[0].begin - 3 * day)
        continue;  // both away: nobody
      if (std::max(away[0].end, away[1].end) > 340 * day || std::min(away[0].begin, away[1].begin) < 0) continue;
      for (std::uint32_t k = 0; k < run.leads(); ++k) {
        const models::Happening call = run.at(What::starts, k, 0).at(0);
        const models::Happening meet = run.at(What::starts, k, 1).at(0);
        const Time due = run.at(What::ends, k, 0).at(0).time + 2 * day;
        const sim::Interval& off = away[call.seat];
        CHECK_FALSE((off.begin <= call.time && call.time < off.end));
        if (due < off.begin || due >= off.end) {
          CHECK(meet.seat == call.seat);
          CHECK(meet.time - due < 10 * minute);
        } else if (cover) {
          CHECK(meet.seat == 1 - call.seat);
          CHECK(meet.time >= std::max(due, off.begin + 3 * day));
          CHECK(meet.time - std::max(due, off.begin + 3 * day) < 20 * minute);
          ++waited;
        } else {
          CHECK(meet.seat == call.seat);
          CHECK(meet.time >= off.end);
          CHECK(meet.time < off.end + 60 * minute);
          ++waited;
        }
      }
    }
    CHECK(waited > 10);
  }
}

TEST_CASE("what waits for the cover of a role goes to others when nobody of the role is left") {
  // The only owner has a holiday; cover begins at once, so his leads wait for colleagues whom he does not have. On the
  // day on which his seat is given up they are anybody's: the clerk meets them.
  Scenario s = shop({"call", "meet"}, {3, day}, 360 * day, 1);
  people(s).owns_leads = true;
  people(s).absence.holiday = models::Duration{14 * day};
  people(s).cover = models::Duration{0};
  stage(s, 1).delay = constant(day);
  company::add_role(s, "clerk", company::role(1, {"meet"}));
  const models::Date leaves = company::date(2026, 7, 1);
  people(s).staff = {models::Staff::Kind::dates, {1, 0}, {s.start, leaves}};
  const Time left = (leaves - s.start).count() * day;
  int given_away = 0;
  for (std::uint32_t replication = 0; replication < 100 && given_away == 0; ++replication) {
    const Run run(s, seed, replication);
    const sim::Interval away = company::absence_2026(run.plan, "holiday", 14, seed, replication, 0);
    if (!(away.begin < left - 3 * day && left < away.end)) continue;
    for (std::uint32_t k = 0; k < run.leads(); ++k) {
      const std::vector<models::Happening> called = run.at(What::ends, k, 0);
      if (called.empty() || called[0].time + day < away.begin || called[0].time + day >= left) continue;
      CHECK(starts(run, k, 1) >= left);
      CHECK(starts(run, k, 1) < left + hour);
      CHECK(who(run, k, 1) == 1);
      ++given_away;
    }
  }
  CHECK(given_away > 0);
}

// ---- how new leads are given out ----

TEST_CASE("round robin deals leads in turn, whoever is idle") {
  // Three people, an hour for each lead, all due at 9:00: person k % 3 takes lead k at 9:00 + (k / 3) hours.
  Scenario s = office({"call"}, 12, 3);
  stage(s).work = constant(hour);
  people(s).assign = Assign::round_robin;
  const Run run(s, seed);
  REQUIRE(run.leads() >= 7);
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    CHECK(who(run, k) == static_cast<std::int32_t>(k % 3));
    CHECK(starts(run, k) == at_nine(0, 60 * Time{k / 3}));
  }
  // Dealt, not shared: where seat 0 is slow, its leads wait though others are idle.
  Scenario slow = shop({"call"}, {1, hour}, 60 * day, 2);
  stage(slow).work = constant(50 * minute);
  people(slow).assign = Assign::round_robin;
  const Run dealt(slow, seed);
  for (std::uint32_t k = 0; k < dealt.leads(); ++k) CHECK(who(dealt, k) == static_cast<std::int32_t>(k % 2));
}

TEST_CASE("round robin passes over who is absent and who is not employed") {
  Scenario s = shop({"call"}, {6, day}, 360 * day, 3);
  people(s).assign = Assign::round_robin;
  people(s).absence.sick = models::Duration{4 * day};
  people(s).staff = {models::Staff::Kind::dates, {3, 2}, {s.start, company::date(2026, 9, 1)}};
  const Time fewer = (company::date(2026, 9, 1) - s.start).count() * day;
  const Run run(s, seed);
  sim::Interval away[3];
  for (std::uint32_t seat = 0; seat < 3; ++seat) away[seat] = company::absence_2026(run.plan, "sick", 4, seed, 0, seat);
  std::int32_t turn = 0;
  const auto there = [&](std::int32_t seat, Time t) {
    return !(away[seat].begin <= t && t < away[seat].end) && (seat < 2 || t < fewer);
  };
  int passed_over = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    const Time t = run.asked(k);
    while (!there(turn, t)) {
      turn = (turn + 1) % 3;
      ++passed_over;
    }
    if (starts(run, k) < t + hour) CHECK(who(run, k) == turn);
    turn = (turn + 1) % 3;
  }
  CHECK(passed_over > 100);
}

TEST_CASE("a role that only takes what is its own gets no new leads") {
  Scenario s = office({"call"}, 5, 2);
  people(s).assign = Assign::owner;
  stage(s).patience = constant(2 * hour, models::Clock::open_hours);
  const Run run(s, seed);
  for (std::uint32_t k = 0; k < run.leads(); ++k) CHECK(run.cause(k) == LeadLoss::abandoned);
}

// ---- changing hands ----

TEST_CASE("a lead that changes hands costs the taker work, loses some and chills the odds; one that stays does not") {
  // The caller calls (1 minute), the closer meets: 5 minutes of transfer + 10 of work. 20 % are lost, after the 5
  // minutes; of the rest the odds of 50 % × 0.5 are one third.
  Scenario s = shop({"call", "meet"}, {1, 2 * hour}, 200 * day, 9);
  people(s) = company::role(20, {"call"});
  company::add_role(s, "closer", company::role(20, {"meet"}));
  stage(s, 1).work = constant(10 * minute);
  stage(s, 1).pass = 0.5;
  models::Transfer& transfer = s.departments.items[0].second.transfer;
  transfer.work = constant(5 * minute);
  transfer.loss = 0.2;
  transfer.chill = 0.5;
  const sim::Draws draws(seed, 0);
  const auto decides = [&](const char* purpose, std::uint32_t k) {
    return draws.uniform(sim::word(std::string(purpose) + "/customers/door/meet"), k);
  };
  const Run run(s, seed);
  int lost = 0;
  int chilled = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    const Time meets = run.asked(k) + minute;
    CHECK(starts(run, k, 1) == meets);
    if (decides("transfer_loss", k) < 0.2) {
      CHECK(run.cause(k) == LeadLoss::transfer);
      CHECK(run.times(What::lost, k) == std::vector<Time>{meets + 5 * minute});
      ++lost;
    } else {
      const bool won = decides("pass", k) < 1.0 / 3;
      CHECK(run.times(won ? What::won : What::lost, k) == std::vector<Time>{meets + 15 * minute});
      chilled += !won && decides("pass", k) < 0.5 ? 1 : 0;
    }
  }
  CHECK(lost > 300);
  CHECK(chilled > 200);
  CHECK(run["leads_lost.transfer"] == lost);
  // The same people do both and own their leads: nothing of the kind.
  people(s) = company::role(20, {"call", "meet"});
  people(s).owns_leads = true;
  const Run alone(s, seed);
  CHECK(alone["leads_lost.transfer"] == 0);
  for (std::uint32_t k = 0; k < alone.leads(); ++k)
    CHECK(alone.times(decides("pass", k) < 0.5 ? What::won : What::lost, k) ==
          std::vector<Time>{alone.asked(k) + 11 * minute});
}

TEST_CASE("a successor on the same seat is another person: the lead changes hands") {
  // The seat is empty on Tuesday and filled anew on Wednesday. Leads called on Monday and met on Thursday have changed
  // hands, though the seat is the same.
  Scenario s = office({"call", "meet"}, 4, 1);
  stage(s, 1).delay = constant(3 * day);
  people(s).staff = {models::Staff::Kind::dates,
                     {1, 0, 1},
                     {company::date(2026, 1, 5), company::date(2026, 1, 6), company::date(2026, 1, 7)}};
  s.departments.items[0].second.transfer.loss = 1;
  const Run run(s, seed);
  REQUIRE(run.leads() >= 2);
  CHECK(run["leads_lost.transfer"] == run.leads());
}

TEST_CASE("who leaves with a job in hand has done it himself: his successor takes the lead over") {
  // Monday's last call takes until Wednesday; the seat is given up on Tuesday and filled anew the same day.
  Scenario s = office({"call", "meet"}, 1.5, 1);
  s.calendar.hours = models::Hours{};
  stage(s, 0).work = constant(40 * hour);
  people(s).staff = {models::Staff::Kind::dates,
                     {1, 0, 1},
                     {company::date(2026, 1, 5), company::date(2026, 1, 6), company::date(2026, 1, 7)}};
  s.departments.items[0].second.transfer.loss = 1;
  const Run run(s, seed, 1);
  REQUIRE(run.leads() >= 1);
  const Time begins = starts(run, 0, 0);
  REQUIRE(begins < day);
  CHECK(run.at(What::ends, 0, 0).at(0).time == begins + 40 * hour);
  CHECK(run.cause(0) == LeadLoss::transfer);
}
