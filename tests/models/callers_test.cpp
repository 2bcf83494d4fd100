#include <doctest/doctest.h>

#include "models/department/odds.hpp"
#include "sim/elementary.hpp"
#include "tests/models/clientele.hpp"

/// What makes people call more or less, and what callers and sellers do to leads, worked out by hand.
namespace {

using company::campaign;
using company::cold_call;
using company::constant;
using company::day;
using company::draws;
using company::hour;
using company::minute;
using company::people;
using company::Run;
using company::Scenario;
using company::stage;
using models::Duration;

constexpr const char* list_source = "customers/*prospects";

/// A long list, calls of an hour that all are answered and interest nobody.
Scenario hourly_calls(sim::Time horizon) {
  Scenario s = campaign(10'000, horizon);
  cold_call(s).talk = constant(hour);
  return s;
}

}  // namespace

TEST_CASE("the will to call cold halves with each so many clients of one's own") {
  // Three clients at a comfort of three: will 1/2, so after an hour's call the next may not start within 1 × (2 − 1)
  // hour. In 40 hours 20 calls instead of 39 (the call that ends at the horizon belongs to the run-out). With six
  // clients will 1/4: three hours' pause, 10 calls.
  const auto dials = [](std::int64_t clients, std::optional<double> comfort) {
    Scenario s = hourly_calls(40 * hour);
    company::market(s).repeat = models::Repeat{1, constant(100'000 * day), 1};
    company::market(s).clients = clients;
    people(s).owns_clients = true;
    people(s).comfort = comfort;
    return Run(s)["dials"];
  };
  CHECK(dials(3, {}) == 39);
  CHECK(dials(0, 3) == 39);
  CHECK(dials(3, 3) == 20);
  CHECK(dials(6, 3) == 10);
}

TEST_CASE("callers pause above so many waiting leads and resume below so few") {
  // A lead an hour, a meeting a day, one seller. The seller takes lead 1 at 1 h; 2, 3 and 4 wait from 2, 3 and 4 h on.
  // Three are more than two: no call after 4 h. He takes 2 at 25 h, 3 at 49 h, 4 at 73 h; only then nobody waits, and
  // the calls that end at 74, 75 and 76 h fill the line again.
  const auto dials = [](sim::Time horizon, bool pauses) {
    Scenario s = hourly_calls(horizon);
    cold_call(s).interest = {{1}};
    stage(s).work = constant(day);
    company::hire(s, "seller", 1, {"meet"});
    if (pauses) people(s).pause = models::Pause{2, 0};
    return Run(s)["dials"];
  };
  CHECK(dials(73 * hour, false) == 72);  // the call that ends at the horizon belongs to the run-out
  CHECK(dials(73 * hour, true) == 4);
  CHECK(dials(80 * hour, true) == 7);
}

TEST_CASE("the odds of interest grow toward their limit, half of the way in each half-time") {
  // Company k is talked to until k + 1 hours. Odds × (3 − 2 × 2^(−t/10 d)) of even odds.
  Scenario s = hourly_calls(20 * day);
  cold_call(s).interest = {{0.5}};
  const auto leads = [&](bool learns) {
    double count = 0;
    for (std::uint32_t k = 0; (k + 1) * hour < 20 * day; ++k) {
      const double halves = static_cast<double>((k + 1) * hour) / static_cast<double>(10 * day);
      const double factor = learns ? 3 - 2 * sim::exp(-models::log_of_two * halves) : 1;
      count += draws().uniform(company::purpose("cold_interest", list_source), k) < factor / (1 + factor) ? 1 : 0;
    }
    return count;
  };
  CHECK(Run(s)["leads_cold"] == leads(false));
  people(s).learning = models::Learning{3, Duration{10 * day}};
  CHECK(Run(s)["leads_cold"] == leads(true));
  CHECK(leads(true) > leads(false));
  people(s).learning->limit = 1;
  CHECK(Run(s)["leads_cold"] == leads(false));
}

TEST_CASE("a refusal can be one too many") {
  // Everybody refuses and each refusal makes the caller quit: after the first hour he is gone, and hiring takes 5 d.
  Scenario s = hourly_calls(3 * day);
  people(s).hire = constant(5 * day);
  CHECK(Run(s)["dials"] == 71);
  people(s).refusal_quit = 1;
  const Run run(s);
  CHECK(run["dials"] == 1);
  CHECK(run["quits.people"] == 1);
  CHECK(run["headcount.people"] * 72 == doctest::Approx(1).epsilon(1e-12));
}

TEST_CASE("some leads are thrown away at first touch and cost nobody's time") {
  Scenario s = company::shop({"serve"}, {1, hour}, 20 * day);
  const Run neutral(s);
  people(s).drops.items = {{"customers", 0.0}};
  CHECK(Run(s).trace() == neutral.trace());
  people(s).drops.items = {{"customers", 0.5}};
  const Run run(s);
  double dropped = 0;
  const auto asked = static_cast<std::uint32_t>(run["leads"]);
  for (std::uint32_t n = 0; n < asked; ++n)
    dropped += draws().uniform(company::purpose("drops", company::door_source), n) < 0.5 ? 1 : 0;
  CHECK(run["leads_lost.dropped"] == dropped);
  CHECK(run["deals"] == run["leads"] - dropped);
  CHECK(run["worked_time.people"] * 60 == doctest::Approx(run["deals"]).epsilon(1e-12));
}

TEST_CASE("a rented person who comes back is trained; a new one is trained and hired again") {
  // There on days 0 to 9, away on 10 to 19, there again on 20 to 39: training takes 2 d of the second season, or
  // nothing.
  Scenario s = company::shop({"serve"}, {1, hour}, 40 * day);
  people(s).staff = {models::Staff::Kind::dates,
                     {1, 0, 1},
                     {s.start, s.start + std::chrono::days{10}, s.start + std::chrono::days{20}}};
  people(s).rented = true;
  people(s).training = Duration{2 * day};
  people(s).pay.hiring = {300'00};
  const Run stranger(s);
  CHECK(stranger["absent_time.people"] == doctest::Approx(48).epsilon(1e-12));
  CHECK(stranger["cost.hiring"] == 300);
  people(s).returns = 1;
  const Run back(s);
  CHECK(back["absent_time.people"] == 0);
  CHECK(back["cost.hiring"] == 0);
  CHECK(back["headcount.people"] == stranger["headcount.people"]);
}

TEST_CASE("who lets the orders of his clients stand still for two years loses a share of his base") {
  // Orders are the same in both years. From the close of the 24th month on each month costs half of the base: of 25
  // months two, so one base in all. If orders only must not halve, nothing is lost.
  Scenario s = company::clientele(40, 0, 30 * day);
  s.start = company::date(2026, 1, 1);
  s.horizon = {25, 0};
  company::people_do(s, 1, {"order"}).owns_clients = true;
  people(s).pay.base = {1000'00};
  CHECK(Run(s)["pay.penalty"] == 0);
  people(s).pay.penalty = models::Penalty{0.1, 0.5};
  const Run run(s);
  CHECK(run["pay.penalty"] == 1000);
  CHECK(run["pay.base"] == 25'000);
  CHECK(run["payroll"] == 24'000);
  people(s).pay.penalty->growth = -0.5;
  CHECK(Run(s)["pay.penalty"] == 0);
  // What clients ordered in a warm-up of two years does not count as the first month's.
  s.warm_up.length = 720 * day;
  CHECK(Run(s)["pay.penalty"] == 0);
}
