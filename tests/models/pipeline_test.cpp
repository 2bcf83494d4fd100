#include <doctest/doctest.h>

#include <cmath>

#include "tests/models/company.hpp"

// Worked examples of what happens to a lead on its way. Times are asked ones plus what is computed by hand; whether a
// chance comes true is asked of the draw at its address.

using company::constant;
using company::office;
using company::Run;
using company::Scenario;
using company::shop;
using company::stage;
using models::Clock;
using models::Duration;
using models::LeadLoss;
using sim::day;
using sim::hour;
using sim::minute;
using sim::Time;
using What = models::Happening::What;

namespace {

constexpr std::uint64_t seed = 1;

/// The number that decides about lead `number` of the channel `door` of `customers`.
double decides(const std::string& purpose, std::uint32_t number, std::uint32_t attempt = 0,
               const std::string& at = "call") {
  return sim::Draws(seed, 0).uniform(sim::word(purpose + "/customers/door/" + at), number, attempt);
}

/// Leads so rare that nobody ever waits for the one person: checked by each test through the times themselves.
Scenario quiet(std::vector<std::string> stages, Time horizon = 200 * day) {
  return shop(std::move(stages), {1, 2 * day}, horizon, 3);
}

}  // namespace

// ---- the order of things ----

TEST_CASE("a lead takes the stages in order, each after its own delay, and becomes a deal") {
  // call: 1 minute at once; meet: 2 h of the client's own time, then 1 minute. Asked at a, it is won at a + 2 h 2 min.
  Scenario s = quiet({"call", "meet"});
  stage(s, 1).delay = constant(2 * hour);
  const Run run(s, seed);
  REQUIRE(run.leads() > 50);
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    const Time asked = run.asked(k);
    CHECK(run.at(What::starts, k, 0).at(0).time == asked);
    CHECK(run.at(What::ends, k, 0).at(0).time == asked + minute);
    CHECK(run.at(What::starts, k, 1).at(0).time == asked + minute + 2 * hour);
    CHECK(run.times(What::won, k) == std::vector<Time>{asked + 2 * hour + 2 * minute});
    CHECK(run.times(What::lost, k).empty());
  }
  CHECK(run["leads"] == run.leads());
  CHECK(run["leads_qualified"] == run.leads());
  CHECK(run["win_rate"] == 1);
  // In days: 2 h 2 min of 24 h.
  CHECK(run["cycle_time"] == doctest::Approx(122.0 / 1440).epsilon(1e-12));
}

TEST_CASE("a stage without work, travel, appointments and dials needs nobody") {
  Scenario s = quiet({"call", "think"});
  stage(s, 1).work.reset();
  stage(s, 1).delay = constant(3 * day);
  stage(s, 1).pass = 0.4;
  const Run run(s, seed);
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    const bool passes = decides("pass", k, 0, "think") < 0.4;
    CHECK(run.times(passes ? What::won : What::lost, k) == std::vector<Time>{run.asked(k) + minute + 3 * day});
    CHECK(run.at(What::starts, k, 1).empty());
    if (!passes) CHECK(run.cause(k) == LeadLoss::refused);
  }
}

TEST_CASE("the funnel counts, stage by stage, who came, who passed and who was lost there by which cause") {
  // Everybody comes to the call, which six of ten pass; the others come to nothing else. Of those who think, four of ten
  // pass: they are the deals. Which they are is asked of the draws.
  Scenario s = quiet({"call", "think"});
  stage(s, 0).pass = 0.6;
  stage(s, 1).work.reset();
  stage(s, 1).delay = constant(3 * day);
  stage(s, 1).pass = 0.4;
  const Run run(s, seed);
  std::uint32_t called = 0;
  std::uint32_t thought = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    if (decides("pass", k) >= 0.6) continue;
    ++called;
    if (decides("pass", k, 0, "think") < 0.4) ++thought;
  }
  REQUIRE(thought > 0);
  REQUIRE(called < run.leads());
  // Whoever came within the last days is still thinking.
  const double open = run["open_leads_end"];
  CHECK(run["came.call"] == run.leads());
  CHECK(run["passed.call"] == called);
  CHECK(run["lost_at.call.refused"] == run.leads() - called);
  CHECK(run["came.think"] == called);
  CHECK(run["passed.think"] == run["deals"]);
  CHECK(run["passed.think"] + run["lost_at.think.refused"] + open == called);
  CHECK(run["lost_at.think.refused"] + run["lost_at.call.refused"] == run["leads_lost"]);
  CHECK(run["lost_at.think.abandoned"] == 0);
}

// ---- patience ----

TEST_CASE("patience in calendar time runs through the night") {
  // Everybody who waits since the night is served in turn from 9:00, an hour each, unless 10 h have passed since he
  // asked; who is due to be served at the very moment is served.
  Scenario s = office({"call"}, 12);
  stage(s).work = constant(hour);
  stage(s).patience = constant(10 * hour);
  const Run run(s, seed);
  REQUIRE(run.leads() >= 8);
  Time free = 9 * hour;
  int given_up = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    const Time until = run.asked(k) + 10 * hour;
    if (until < free) {
      CHECK(run.times(What::lost, k) == std::vector<Time>{until});
      CHECK(run.cause(k) == LeadLoss::abandoned);
      ++given_up;
    } else {
      CHECK(run.times(What::starts, k) == std::vector<Time>{free});
      free += hour;
    }
  }
  CHECK(given_up > 0);
  CHECK(run["leads_lost.abandoned"] == given_up);
}

TEST_CASE("patience in open hours begins when the company opens") {
  // Due before 9:00 with 3 open hours of patience: until 12:00. Hourly work starts at 9, 10, 11 and, since whoever can
  // still be answered is answered before he gives up, at 12. All others are lost at 12:00 sharp, each after 3 open
  // hours.
  Scenario s = office({"call"}, 12);
  stage(s).work = constant(hour);
  stage(s).patience = constant(3 * hour, Clock::open_hours);
  const Run run(s, seed);
  REQUIRE(run.leads() >= 6);
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    if (k < 4) {
      CHECK(run.times(What::starts, k) == std::vector<Time>{(9 + static_cast<Time>(k)) * hour});
    } else {
      CHECK(run.times(What::lost, k) == std::vector<Time>{12 * hour});
    }
  }
  const double lost = run.leads() - 4;
  // Waits: 0 + 1 + 2 + 3 h of those answered, 3 h of each other.
  CHECK(run["wait.call.mean"] == doctest::Approx(60 * (6 + 3 * lost) / run.leads()).epsilon(1e-12));
}

TEST_CASE("patience in open days leaves out the weekend") {
  // Asked on Friday at a o'clock, patient for one open day, each of 24 h: until Monday at a o'clock.
  Scenario s = office({"call"}, 6, 0);
  company::door(s).days = models::Days{{false, false, false, false, true, false, false}};
  s.horizon.length = 14 * day;
  stage(s).patience = constant(day, Clock::open_days);
  const Run run(s, seed);
  REQUIRE(run.leads() >= 3);
  for (std::uint32_t k = 0; k < run.leads(); ++k)
    CHECK(run.times(What::lost, k) == std::vector<Time>{run.asked(k) + 3 * day});
}

TEST_CASE("who has no patience at all is lost unless somebody is idle") {
  // An atom at zero: 40 % hang up at once. One person, an hour of work, so some of them find him busy.
  Scenario s = shop({"call"}, {1, 2 * hour}, 60 * day);
  stage(s).work = constant(hour);
  models::DurationLaw patience = constant(5 * day);
  patience.law.zero = 0.4;
  stage(s).patience = patience;
  const Run run(s, seed);
  int hung_up = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    if (run.times(What::waits, k).empty()) {
      CHECK(run.times(What::starts, k) == std::vector<Time>{run.asked(k)});
      continue;
    }
    // The address of patience counts how often he has become due.
    const bool at_once = decides("patience", k, 1) < 0.4;
    if (at_once) {
      CHECK(run.times(What::lost, k) == std::vector<Time>{run.asked(k)});
      ++hung_up;
    } else {
      CHECK(run.times(What::starts, k).size() == 1);
    }
  }
  CHECK(hung_up > 20);
}

// ---- what a wait costs ----

TEST_CASE("answered within one open hour: those who are taken up by 10:00") {
  // From 9:00 on one lead every 20 minutes: 9:00, 9:20, 9:40 and 10:00 are in time.
  Scenario s = office({"call"}, 12);
  stage(s).work = constant(20 * minute);
  stage(s).answer_within = Duration{hour, Clock::open_hours};
  const Run run(s, seed);
  REQUIRE(run.leads() > 5);
  CHECK(run["answered_within.call"] == 4.0 / run.leads());
}

TEST_CASE("answered within two hours of calendar time: only who asked less than that before his turn") {
  Scenario s = office({"call"}, 30);
  stage(s).answer_within = Duration{2 * hour};
  const Run run(s, seed);
  double in_time = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k)
    if (9 * hour + k * minute - run.asked(k) <= 2 * hour) ++in_time;
  CHECK(in_time > 0);
  CHECK(in_time < run.leads());
  CHECK(run["answered_within.call"] == in_time / run.leads());
}

TEST_CASE("leads that give up count as begun and not as answered") {
  Scenario s = office({"call"}, 12);
  stage(s).work = constant(hour);
  stage(s).patience = constant(3 * hour, Clock::open_hours);
  stage(s).answer_within = Duration{3 * hour, Clock::open_hours};
  const Run run(s, seed);
  CHECK(run["answered_within.call"] == 4.0 / run.leads());  // see patience in open hours
}

TEST_CASE("the chance to pass halves with each half-life of waiting, down to the floor") {
  // Work of 30 minutes from 9:00 on; half-life 1 open hour; pass 80 %; floor 30 %. Lead k waits k/2 h, so its chance is
  // 0.8 · max(0.3, 0.5^(k/2)): 0.8, 0.566, 0.4, 0.283, then 0.24.
  Scenario s = office({"call"}, 15);
  stage(s).work = constant(30 * minute);
  stage(s).pass = 0.8;
  stage(s).half_life = Duration{hour, Clock::open_hours};
  stage(s).floor = 0.3;
  int decided_by_decay = 0;
  for (std::uint32_t replication = 0; replication < 20; ++replication) {
    const Run run(s, seed, replication);
    for (std::uint32_t k = 0; k < run.leads(); ++k) {
      const double chance = 0.8 * std::max(0.3, std::pow(0.5, k / 2.0));
      const double u = sim::Draws(seed, replication).uniform(sim::word("pass/customers/door/call"), k);
      CHECK(run.times(u < chance ? What::won : What::lost, k).size() == 1);
      decided_by_decay += u >= chance && u < 0.8 ? 1 : 0;
    }
  }
  CHECK(decided_by_decay > 50);
}
