#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "tests/models/clientele.hpp"

/// Who becomes a client, when he needs something, and whether the need comes to us.
namespace {

using namespace company;

/// a, a + gap, a + 2 gaps … before `end`, from a + gap on.
std::vector<sim::Time> every(sim::Time gap, sim::Time from, sim::Time end) {
  std::vector<sim::Time> result;
  for (sim::Time t = from + gap; t < end; t += gap) result.push_back(t);
  return result;
}

}  // namespace

TEST_CASE("a client needs something on his own calendar, from his first asking on") {
  // About 200 walk-ins in 100 d, a need every 20 d: whoever asked at a orders at a + 20 d, a + 40 d …, each time for
  // 100.
  const Run run(walk_ins(2, 100 * day, 20 * day));
  const std::vector<sim::Time> asks = asked(run);
  REQUIRE(asks.size() > 150);
  std::size_t orders = 0;
  for (std::uint32_t n = 0; n < asks.size(); ++n) {
    const std::vector<sim::Time> expected = every(20 * day, asks[n], 100 * day);
    CHECK(seen(run, What::ends, "order", n) == expected);
    orders += expected.size();
  }
  CHECK(run["clients_won"] == asks.size());
  CHECK(run["clients_end"] == asks.size());
  CHECK(run["orders.repeat"] == orders);
  CHECK(run["revenue.repeat"] == 100.0 * static_cast<double>(orders));
  CHECK(run["orders.missed"] == 0);
}

TEST_CASE("a share of the customers buys again, and without it nobody does") {
  Scenario s = walk_ins(2, 100 * day, 20 * day);
  market(s).repeat->share = 0.4;
  const Run run(s);
  std::size_t again = 0;
  for (std::uint32_t n = 0; n < asked(run).size(); ++n) {
    const bool buys = draws().uniform(purpose("repeats", door_source), n) < 0.4;
    again += buys ? 1 : 0;
    if (!buys) CHECK(seen(run, What::ends, "order", n).empty());
  }
  CHECK(run["clients_won"] == again);
  CHECK(again > 0);
  market(s).repeat->share = 0;
  const Run never(s);
  market(s).repeat.reset();
  CHECK(same(Run(s), never));
}

TEST_CASE("a client's calendar is the same in every department, whenever he is won") {
  // Needs at exponential times, 30 d apart on average. One department wins him the moment he asks; in the other one
  // person works 5 h on each, first come first served, so he is won later. From then on the dates are those of the
  // first.
  Scenario s = walk_ins(2, 200 * day, 30 * day);
  market(s).repeat->every = exponential(30 * day);
  s.departments.items.push_back({"slow", house(s)});
  models::Department& slow = s.departments.items[1].second;
  slow.work.pipeline[0][0].work = constant(10 * hour);
  slow.roles.items[0].second = role(1, {"serve"});
  const Run at_once(s);
  const Run later(s, 1, 0, 1);
  REQUIRE(asked(at_once) == asked(later));
  int skipped = 0;
  for (std::uint32_t n = 0; n < asked(later).size(); ++n) {
    const std::vector<sim::Time> won = later.times(What::won, n);
    std::vector<sim::Time> expected;
    for (const sim::Time date : seen(at_once, What::ends, "order", n)) {
      const bool ours = !won.empty() && date > won[0];
      if (ours) expected.push_back(date);
      skipped += ours ? 0 : 1;
    }
    std::vector<sim::Time> found;
    for (const sim::Time date : seen(later, What::ends, "order", n))
      if (date < 200 * day) found.push_back(date);
    CHECK(found == expected);
  }
  CHECK(skipped > 10);
}

TEST_CASE("a client of the cold list has had his calendar from the first moment of the run") {
  // A company is won when its talk ends, at (c + 1) h for company c. Its needs fall at U × 20 d, U its own draw, and
  // every 20 d from then on; those before it is won are others'.
  Scenario s = campaign(100, 100 * day);
  cold_call(s).interest = {{1}};
  cold_call(s).talk = constant(hour);
  market(s).repeat = models::Repeat{1, constant(20 * day), 1};
  const Run run(s);
  CHECK(run["clients_won"] == 100);
  for (std::uint32_t c = 0; c < 100; ++c) {
    const double u = draws().uniform(purpose("first_gap", list_source), c);
    auto date = static_cast<sim::Time>(u * 20 * static_cast<double>(day) + 0.5);
    while (date <= (c + 1) * hour) date += 20 * day;
    CHECK(seen(run, What::ends, "order", c) == every(20 * day, date - 20 * day, 100 * day));
  }
}

TEST_CASE("the first clients' needs are those of a calendar that has always run") {
  // 500 clients, a need every 20 d: the first falls at U × 20 d. So each orders once in 20 d, and in 10 d those with U
  // < ½.
  const Run full(clientele(500, 20 * day, 20 * day));
  CHECK(full["orders.repeat"] == 500);
  CHECK(full["clients_start"] == 500);
  CHECK(full["clients_won"] == 0);
  int early = 0;
  for (std::uint32_t n = 0; n < 500; ++n) {
    const double u = draws().uniform(purpose("first_gap", client_source), n);
    const auto date = static_cast<sim::Time>(u * 20 * static_cast<double>(day) + 0.5);
    CHECK(seen(full, What::ends, "order", n) == std::vector{date});
    early += date < 10 * day ? 1 : 0;
  }
  CHECK(Run(clientele(500, 10 * day, 20 * day))["orders.repeat"] == early);
}

TEST_CASE(
    "a need that the client does not bring comes surely within a cadence, and half as likely with each further one") {
  // Needs at exponential times, 25 d apart; the client brings 30 % of them. Nobody calls; a cadence is 20 d. The last
  // talk is his first order or the last that came to us. By hand for each client: need k comes if his draw of
  // initiative is below 30 %, or the talk is not older than 20 d, or his draw of coverage is below ½^((age − 20 d) ÷ 20
  // d).
  Scenario s = walk_ins(2, 200 * day, 25 * day);
  market(s).repeat->every = exponential(25 * day);
  const Run all(s);
  market(s).repeat->initiative = 0.3;
  // Without a cadence there is no fading: every need comes to us.
  CHECK(std::ranges::equal(Run(s).at_work.ledger(), all.at_work.ledger()));
  contact(s).every = Duration{20 * day};
  const Run run(s);
  std::size_t missed = 0;
  for (std::uint32_t n = 0; n < asked(run).size(); ++n) {
    sim::Time talk = asked(run)[n];
    std::uint32_t need = 0;
    std::vector<sim::Time> expected;
    for (const sim::Time date : seen(all, What::ends, "order", n)) {
      ++need;
      const double cadences = static_cast<double>(date - talk) / static_cast<double>(20 * day);
      const bool brings = draws().uniform(purpose("initiative", door_source), n, need) < 0.3;
      const bool covered =
          cadences <= 1 || draws().uniform(purpose("coverage", door_source), n, need) < std::exp2(1 - cadences);
      if (!brings && !covered) {
        ++missed;
        continue;
      }
      expected.push_back(date);
      talk = date;
    }
    CHECK(seen(run, What::ends, "order", n) == expected);
  }
  CHECK(missed > 50);
  CHECK(run["orders.missed"] == missed);
  // If he brings all of them, it does not matter that nobody calls.
  market(s).repeat->initiative = 1;
  CHECK(same(Run(s), all));
}
