#include <doctest/doctest.h>

#include <cmath>

#include "tests/models/company.hpp"

// Worked examples of what decides about a lead: fit and sieve, skill, appointments, dials, "not now". Whether a chance
// comes true is asked of the draw at its address.

using company::constant;
using company::office;
using company::Run;
using company::Scenario;
using company::shop;
using company::stage;
using models::LeadLoss;
using sim::day;
using sim::hour;
using sim::minute;
using sim::Time;
using What = models::Happening::What;

namespace {

constexpr std::uint64_t seed = 1;

double decides(const std::string& purpose, std::uint32_t number, std::uint32_t attempt = 0,
               const std::string& at = "call") {
  return sim::Draws(seed, 0).uniform(sim::word(purpose + "/customers/door/" + at), number, attempt);
}
bool is_fit(std::uint32_t number, double share) {
  return sim::Draws(seed, 0).uniform(sim::word("fit/customers/door"), number) < share;
}

/// Leads so rare that nobody ever waits for one of twenty people: checked by each test through the times themselves.
Scenario quiet(std::vector<std::string> stages, Time horizon = 200 * day) {
  return shop(std::move(stages), {1, 12 * hour}, horizon, 20);
}

}  // namespace

// ---- fit, sieve, skill ----

TEST_CASE("a sieve finds the fit and lets some unfit through, and the last stage stops them all") {
  // qualify: a fit lead passes with 90 % of 80 % = 72 %, an unfit one with 15 % of 80 % = 12 %. meet: fit 50 %, unfit
  // never.
  Scenario s = quiet({"call", "meet"}, 2'000 * day);
  company::customers(s).fit = 0.6;
  stage(s, 0).pass = 0.8;
  stage(s, 0).sieve = models::Sieve{0.9, 0.15};
  stage(s, 1).pass = 0.5;
  const Run run(s, seed);
  int fit_refused = 0;
  int unfit_sorted_out = 0;
  int unfit_at_the_end = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    const bool fit = is_fit(k, 0.6);
    if (decides("pass", k) >= (fit ? 0.72 : 0.12)) {
      CHECK(run.cause(k) == (fit ? LeadLoss::refused : LeadLoss::unfit));
      CHECK(run.at(What::starts, k, 1).empty());
      ++(fit ? fit_refused : unfit_sorted_out);
    } else if (!fit) {
      CHECK(run.cause(k) == LeadLoss::unfit);
      CHECK(run.at(What::starts, k, 1).size() == 1);  // it cost a meeting
      ++unfit_at_the_end;
    } else {
      CHECK((run.times(What::won, k).size() == 1) == (decides("pass", k, 0, "meet") < 0.5));
    }
  }
  CHECK(fit_refused > 100);
  CHECK(unfit_sorted_out > 100);
  CHECK(unfit_at_the_end > 100);
}

TEST_CASE("without a sieve an unfit lead passes like any other until the last stage") {
  Scenario s = quiet({"call", "meet"});
  company::customers(s).fit = 0.5;
  stage(s, 0).pass = 0.7;
  const Run run(s, seed);
  int unfit = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    if (decides("pass", k) >= 0.7) {
      CHECK(run.cause(k) == LeadLoss::refused);
    } else if (is_fit(k, 0.5)) {
      CHECK(run.times(What::won, k).size() == 1);
    } else {
      CHECK(run.cause(k) == LeadLoss::unfit);
      ++unfit;
    }
  }
  CHECK(unfit > 50);
}

TEST_CASE("skill multiplies the odds: 3 × odds of 50 % are 75 %") {
  Scenario s = quiet({"call"}, 500 * day);
  stage(s).pass = 0.5;
  company::people(s).skill.items = {{"call", 3.0}};
  const Run run(s, seed);
  int thanks_to_skill = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    const double u = decides("pass", k);
    CHECK((run.times(What::won, k).size() == 1) == (u < 0.75));
    thanks_to_skill += u >= 0.5 && u < 0.75 ? 1 : 0;
  }
  CHECK(thanks_to_skill > 100);
}

TEST_CASE("whoever is skilled at a sieve finds more of the fit and lets fewer of the unfit through") {
  // Odds × 3 for the fit: 50 % become 75 %; odds ÷ 3 for the unfit: 50 % become 25 %.
  Scenario s = quiet({"call", "meet"}, 500 * day);
  company::customers(s).fit = 0.5;
  stage(s).sieve = models::Sieve{0.5, 0.5};
  company::people(s).skill.items = {{"call", 3.0}};
  const Run run(s, seed);
  for (std::uint32_t k = 0; k < run.leads(); ++k)
    CHECK(run.at(What::starts, k, 1).empty() == (decides("pass", k) >= (is_fit(k, 0.5) ? 0.75 : 0.25)));
}

TEST_CASE("skill counts before the wait: the odds are of the chance at once, the decay multiplies what comes out") {
  // pass 50 %, skill 3: 75 %. Lead k waits k hours with a half-life of 2 h: 75 % · 0.5^(k/2).
  Scenario s = office({"call"}, 9);
  stage(s).work = constant(hour);
  stage(s).pass = 0.5;
  stage(s).half_life = models::Duration{2 * hour, models::Clock::open_hours};
  company::people(s).skill.items = {{"call", 3.0}};
  for (std::uint32_t replication = 0; replication < 30; ++replication) {
    const Run run(s, seed, replication);
    for (std::uint32_t k = 0; k < std::min(9U, run.leads()); ++k) {  // nine hours until the evening
      const double u = sim::Draws(seed, replication).uniform(sim::word("pass/customers/door/call"), k);
      CHECK((run.times(What::won, k).size() == 1) == (u < 0.75 * std::pow(0.5, k / 2.0)));
    }
  }
}

// ---- appointments ----

TEST_CASE("appointments that are not kept cost their work, and half of them are made anew") {
  // delay 1 d, then kept with 70 %: 10 minutes of work. Else 3 minutes, and with 50 % another delay of 1 d.
  Scenario s = quiet({"call"}, 400 * day);
  stage(s).delay = constant(day);
  stage(s).work = constant(10 * minute);
  stage(s).show = 0.7;
  stage(s).rebook = 0.5;
  stage(s).no_show_work = constant(3 * minute);
  const Run run(s, seed);
  int second_time = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    Time when = run.asked(k) + day;
    std::vector<Time> starts{when};
    std::uint32_t appointment = 0;
    bool kept = decides("show", k, appointment++) < 0.7;
    while (!kept && decides("rebook", k, appointment) < 0.5) {
      when += 3 * minute + day;
      starts.push_back(when);
      kept = decides("show", k, appointment++) < 0.7;
    }
    CHECK(run.times(What::starts, k) == starts);
    if (kept) {
      CHECK(run.times(What::won, k) == std::vector<Time>{when + 10 * minute});
      second_time += starts.size() > 1 ? 1 : 0;
    } else {
      CHECK(run.times(What::lost, k) == std::vector<Time>{when + 3 * minute});
      CHECK(run.cause(k) == LeadLoss::no_show);
    }
  }
  CHECK(second_time > 50);
}

// ---- dials ----

TEST_CASE("a lead is dialled up to so many times at intervals, and an answered dial costs only the work") {
  // reach 40 %, 3 attempts, 2 h apart, an unanswered dial 4 minutes, the talk 15 minutes.
  Scenario s = quiet({"call"}, 400 * day);
  stage(s).work = constant(15 * minute);
  stage(s).reach = 0.4;
  stage(s).attempts = 3;
  stage(s).retry = constant(2 * hour);
  stage(s).dial = constant(4 * minute);
  const Run run(s, seed);
  std::vector<int> reached_at(3);
  int unreached = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    Time when = run.asked(k);
    std::vector<Time> starts{when};
    std::uint32_t dial = 0;
    while (dial < 3 && decides("reach", k, dial) >= 0.4)
      if (++dial < 3) starts.push_back(when += 4 * minute + 2 * hour);
    CHECK(run.times(What::starts, k) == starts);
    if (dial < 3) {
      CHECK(run.times(What::won, k) == std::vector<Time>{when + 15 * minute});
      ++reached_at[dial];
    } else {
      CHECK(run.times(What::lost, k) == std::vector<Time>{when + 4 * minute});
      CHECK(run.cause(k) == LeadLoss::unreached);
      ++unreached;
    }
  }
  for (const int count : reached_at) CHECK(count > 50);
  CHECK(unreached > 50);
}

TEST_CASE("the next dial after so many open hours falls into the opening time") {
  // Monday 9:00 the first dial, 1 minute each, retried after 8 open hours: at 17:01, 18:00 closes; the third after
  // 17:02 + 8 open hours = 58 minutes of Monday and 7 h 2 min of Tuesday: 16:02.
  Scenario s = office({"call"}, 3);
  stage(s).reach = 0;
  stage(s).attempts = 3;
  stage(s).dial = constant(minute);
  stage(s).retry = constant(8 * hour, models::Clock::open_hours);
  const Run run(s, seed);
  REQUIRE(run.leads() >= 1);
  CHECK(run.times(What::starts, 0) == std::vector<Time>{9 * hour, 17 * hour + minute, day + 16 * hour + 2 * minute});
  CHECK(run.times(What::lost, 0) == std::vector<Time>{day + 16 * hour + 3 * minute});
}

TEST_CASE("a hundred thousand dials to one lead are a hundred thousand different draws") {
  // Every appointment is missed and 99 % of them are made anew; each takes reaching him, with one dial in a thousand
  // and no limit worth the name. Attempts beyond 65,536 are new draws too: with p = 1/1000 a stretch of 30,000 dials
  // without success has the probability 9e-14, but a counter that began anew would repeat what has failed before.
  Scenario s = shop({"call"}, {1, 5 * day}, 20 * day);
  stage(s).work = constant(0);
  stage(s).dial = constant(0);
  stage(s).reach = 1e-3;
  stage(s).attempts = 1'000'000;
  stage(s).show = 0;
  stage(s).rebook = 0.99;
  s.run_out = models::Span{0, day};
  const Run run(s, seed);
  std::size_t most = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    std::uint32_t dial = 0;
    std::uint32_t appointment = 0;
    do {
      while (decides("reach", k, dial++) >= 1e-3) {
      }
    } while (decides("rebook", k, ++appointment) < 0.99);
    CHECK(run.times(What::starts, k).size() == dial);
    most = std::max<std::size_t>(most, dial);
  }
  CHECK(most > 65'536);
}

// ---- not now ----

TEST_CASE("not now: the lead comes back to the stage after its time, and is asked once whether it passes") {
  // 40 % of talks end in "not now", back 60 d after the end of the talk. Work of 1 minute each time.
  Scenario s = quiet({"call"}, 300 * day);
  stage(s).later = models::Later{0.4, constant(60 * day)};
  stage(s).pass = 0.5;
  s.run_out = models::Span{0, 3'000 * day};
  const Run run(s, seed);
  int returned = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    Time when = run.asked(k);
    std::vector<Time> starts{when};
    for (std::uint32_t visit = 0; decides("later", k, visit) < 0.4; ++visit)
      starts.push_back(when += minute + 60 * day);
    CHECK(run.times(What::starts, k) == starts);
    CHECK(run.times(decides("pass", k) < 0.5 ? What::won : What::lost, k) == std::vector<Time>{when + minute});
    returned += starts.size() > 1 ? 1 : 0;
  }
  CHECK(returned > 100);
}

TEST_CASE("who comes back later is dialled from the first attempt on again") {
  // Two attempts. Lead k is reached at dial d (0 or 1); if "not now", the dials that follow are d + 1 and d + 2.
  Scenario s = quiet({"call"}, 500 * day);
  stage(s).reach = 0.5;
  stage(s).attempts = 2;
  stage(s).retry = constant(hour);
  stage(s).later = models::Later{0.5, constant(30 * day)};
  s.run_out = models::Span{0, 3'000 * day};
  const Run run(s, seed);
  int unreached_later = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    std::uint32_t dial = 0;
    std::uint32_t visit = 0;
    bool reached = true;
    do {
      reached = decides("reach", k, dial++) < 0.5;
      if (!reached) reached = decides("reach", k, dial++) < 0.5;
    } while (reached && decides("later", k, visit++) < 0.5);
    CHECK(run.times(What::starts, k).size() == dial);
    CHECK((run.cause(k) == LeadLoss::unreached) == !reached);
    unreached_later += !reached && visit > 0 ? 1 : 0;
  }
  CHECK(unreached_later > 20);
}
