#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "sim/replications.hpp"
#include "tests/models/busy_office.hpp"

// What holds of every run, whatever the numbers.

using company::busy_office;
using company::people;
using company::Run;
using company::Scenario;
using company::shop;
using company::stage;
using models::Happening;
using models::LedgerLayout;
using sim::day;
using sim::hour;
using sim::minute;
using sim::Time;
using What = Happening::What;

namespace {

/// The busy office with other numbers each time.
Scenario some_office(std::uint32_t number) {
  Scenario s = busy_office();
  std::uint32_t choice = 0;
  const auto random = [&] { return sim::Draws(99, number).uniform(sim::word("test/office"), choice++); };
  for (std::size_t i : {0U, 1U, 2U}) {
    models::Role& role = people(s, i);
    if (role.staff.kind == models::Staff::Kind::constant)
      role.staff.counts = {1 + static_cast<std::int64_t>(4 * random())};
    if (random() < 0.5) role.owns_leads = !role.owns_leads;
    if (random() < 0.3) role.assign = models::Assign::round_robin;
    if (random() < 0.3) role.cover.reset();
  }
  company::door(s).rate.count = 0.5 + 3 * random();
  for (std::size_t g : {0U, 1U}) {
    if (random() < 0.3) stage(s, 0, g).patience = company::exponential(hour, models::Clock::open_hours);
    if (random() < 0.3) stage(s, 1, g).patience = company::exponential(2 * day, models::Clock::open_days);
    if (random() < 0.3) stage(s, 0, g).interruptible = true;
  }
  s.horizon.length = 20 * day + static_cast<Time>(random() * static_cast<double>(150 * day));
  return s;
}

}  // namespace

TEST_CASE("L = λW on the window: the line that is booked is the time that all together have waited") {
  // From the trace alone: each wait, in the company's open time, cut at the start and at the horizon. Exact, in µs.
  for (std::uint32_t number = 0; number < 40; ++number) {
    CAPTURE(number);
    const Run run(some_office(number), 7, number);
    const sim::Calendar& calendar = run.plan.calendars[0];
    const auto inside = [&](Time t) { return calendar.open_before(std::clamp(t, Time{0}, run.plan.horizon)); };
    std::vector<Time> waited(3, 0);
    std::map<std::pair<std::uint32_t, std::uint32_t>, Time> since;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> stage_of;
    for (const Happening& happening : run.trace()) {
      const std::pair<std::uint32_t, std::uint32_t> lead{happening.source, happening.number};
      if (happening.what == What::waits) since.emplace(lead, happening.time);
      stage_of[lead] = happening.stage;
      const auto wait = since.find(lead);
      if (wait == since.end() || (happening.what != What::starts && happening.what != What::lost)) continue;
      waited[happening.stage] += inside(happening.time) - inside(wait->second);
      since.erase(wait);
    }
    // Who still waits when the run-out ends has waited up to the horizon.
    for (const auto& [lead, begin] : since) waited[stage_of[lead]] += inside(run.plan.horizon) - inside(begin);
    const LedgerLayout& layout = run.plan.layout;
    for (std::uint32_t s = 0; s < 3; ++s) {
      std::int64_t booked = 0;
      for (std::size_t row = 1; row <= run.plan.month_names.size(); ++row)
        booked += run.at_work.ledger()[row * layout.slots() + layout.by_stage(s, LedgerLayout::queue_time)];
      CHECK(booked == waited[s]);
    }
  }
}

TEST_CASE("nobody does two things at once, and nothing starts outside a person's hours or employment") {
  for (std::uint32_t number = 0; number < 20; ++number) {
    CAPTURE(number);
    const Run run(some_office(number), 7, number);
    std::set<std::int32_t> busy;
    for (const Happening& happening : run.trace()) {
      if (happening.what == What::starts) {
        CHECK(busy.insert(happening.seat).second);
        const models::SeatPlan& seat = run.plan.seats[static_cast<std::size_t>(happening.seat)];
        CHECK(run.plan.calendars[seat.calendar].is_open(happening.time));
        CHECK(std::any_of(seat.wanted.begin(), seat.wanted.end(), [&](const sim::Interval& interval) {
          return interval.begin <= happening.time && happening.time < interval.end;
        }));
      }
      if (happening.what == What::ends) CHECK(busy.erase(happening.seat) == 1);
    }
    for (const auto& role : run.plan.roles)
      CHECK(run["worked_time." + role.name] + run["slack_time." + role.name] <= run["paid_time." + role.name] + 1e-9);
  }
}

TEST_CASE("another person in a pool that serves in order of arrival lets nobody wait longer") {
  // Kiefer and Wolfowitz, "On the theory of queues with many servers", 1955: with the same arrivals and the same work
  // for each customer, whoever serves him, every wait falls with the number of servers.
  for (std::uint32_t replication = 0; replication < 10; ++replication) {
    std::vector<std::vector<Time>> waits;
    for (const std::int64_t staff : {2, 3, 4, 7}) {
      Scenario s = shop({"call"}, {2, hour}, 60 * day, staff);
      stage(s).work = company::exponential(50 * minute);
      if (replication % 2 == 1) {
        s.calendar.hours = company::hours({{8, 20}});
        company::door(s).hours = company::hours({{0, 24}});
        stage(s).interruptible = true;  // then everything happens on the clock of open time
      }
      const Run run(s, 11, replication);
      waits.emplace_back();
      std::vector<Time> asked;
      for (const Happening& happening : run.trace()) {
        if (happening.what == What::asks) asked.push_back(happening.time);
        if (happening.what == What::starts) {
          CHECK(happening.number == waits.back().size());
          waits.back().push_back(happening.time - asked[happening.number]);
        }
      }
    }
    for (std::size_t i = 1; i < waits.size(); ++i) {
      REQUIRE(waits[0].size() > 1'000);
      REQUIRE(waits[i].size() >= waits[i - 1].size());  // of too few people some never get to all customers
      std::size_t longer = 0;
      for (std::size_t k = 0; k < waits[i - 1].size(); ++k) longer += waits[i][k] > waits[i - 1][k] ? 1 : 0;
      CHECK(longer == 0);
    }
  }
}

TEST_CASE("a department's rows are the same on any number of threads") {
  const models::DepartmentSystem system(busy_office(), 0, 3);
  std::vector<sim::Observations> rows;
  for (const unsigned threads : {1U, 2U, 7U}) {
    sim::Replications replications({&system}, threads);
    REQUIRE(replications.run_to(12));
    rows.push_back(replications.of(0));
  }
  for (std::size_t i = 1; i < rows.size(); ++i)
    for (std::size_t r = 0; r < 12; ++r) {
      CHECK(rows[i][r].totals == rows[0][r].totals);
      CHECK(rows[i][r].by_period == rows[0][r].by_period);
    }
}

TEST_CASE("fingerprint: the same events in the same order as ever, to the microsecond, by any compiler") {
  // A hash (FNV-1a, 64 bits) of all that happens in three replications of the busy office: times, customers, stages,
  // seats and causes, in order. It promises that neither the order of events, nor any draw, nor any rounding has
  // changed; it does not promise that they are right. Who changes them on purpose says so in the changelog and writes
  // the new value.
  std::uint64_t hash = 14695981039346656037ULL;
  const auto mix = [&](std::uint64_t word) {
    for (int byte = 0; byte < 8; ++byte) hash = (hash ^ (word >> (8 * byte) & 0xff)) * 1099511628211ULL;
  };
  for (std::uint32_t replication = 0; replication < 3; ++replication) {
    const Run run(busy_office(), 1, replication);
    for (const Happening& happening : run.trace()) {
      mix(static_cast<std::uint64_t>(happening.time));
      mix(static_cast<std::uint64_t>(happening.what));
      mix(std::uint64_t{happening.source} << 32 | happening.number);
      mix(happening.stage);
      mix(static_cast<std::uint64_t>(std::int64_t{happening.seat}));
      mix(static_cast<std::uint64_t>(std::int64_t{happening.detail}));
    }
  }
  CHECK(hash == 7363847168792192258ULL);
}
