#include <doctest/doctest.h>

#include "tests/models/clientele.hpp"

/// Orders that must be served by somebody, in time.
namespace {

using namespace company;

/// When the first client number n of `clientele` first needs something.
sim::Time first_need(std::uint32_t n, sim::Time gap) {
  const double u = draws().uniform(purpose("first_gap", client_source), n);
  return static_cast<sim::Time>(u * static_cast<double>(gap) + 0.5);
}

}  // namespace

TEST_CASE("an order takes its work and is booked when it is finished") {
  // One client, a need every 20 d, the first at U × 20 d; somebody works 20 min on each order.
  Scenario s = clientele(1, 100 * day, 20 * day);
  order(s).work = constant(20 * minute);
  people_do(s, 1, {"order"});
  const Run run(s);
  std::vector<sim::Time> starts;
  for (sim::Time t = first_need(0, 20 * day); t < 100 * day; t += 20 * day) starts.push_back(t);
  REQUIRE(starts.size() == 5);
  CHECK(seen(run, What::starts, "order", 0) == starts);
  for (sim::Time& t : starts) t += 20 * minute;
  CHECK(seen(run, What::ends, "order", 0) == starts);
  CHECK(run["orders.repeat"] == 5);
  CHECK(run["worked_time.people"] == doctest::Approx(5.0 / 3).epsilon(1e-12));
  CHECK(run["wait.order.mean"] == 0);
}

TEST_CASE("an order that nobody serves in time is missed") {
  // 200 clients, a need every 20 d, nobody serves; an order is lost after 2 d. In 100 d each has five needs, and the
  // last is lost before the horizon if it fell before day 98.
  Scenario s = clientele(200, 100 * day, 20 * day);
  order(s).work = constant(20 * minute);
  order(s).patience = constant(2 * day);
  std::size_t missed = 0;
  for (std::uint32_t n = 0; n < 200; ++n)
    for (sim::Time t = first_need(n, 20 * day); t + 2 * day < 100 * day; t += 20 * day) ++missed;
  const Run run(s);
  CHECK(run["orders.missed"] == missed);
  CHECK(run["orders.repeat"] == 0);
  CHECK(run["clients_end"] == 200);
  // Nobody misses anything who waits for ever, nor where somebody serves in time, to the last number of the ledger.
  order(s).patience.reset();
  CHECK(Run(s)["orders.missed"] == 0);
  people_do(s, 3, {"order"});
  const Run patient(s);
  order(s).patience = constant(2 * day);
  CHECK(same(Run(s), patient));
  CHECK(patient["orders.repeat"] > 990);
}

TEST_CASE("a client whose order was lost leaves with his own draw, and is priced") {
  // As above, and at each lost order the client leaves with 30 %. He is worth, without margin and lifetime given, 100
  // per 20 d for ten years: 100 × 3652.5 ÷ 20 = 18,262.50.
  Scenario s = clientele(200, 100 * day, 20 * day);
  order(s).work = constant(20 * minute);
  order(s).patience = constant(2 * day);
  order(s).leave = 0.3;
  std::size_t missed = 0;
  int lost = 0;
  for (std::uint32_t n = 0; n < 200; ++n) {
    std::uint32_t need = 0;
    for (sim::Time t = first_need(n, 20 * day); t + 2 * day < 100 * day; t += 20 * day) {
      ++missed;
      if (!(draws().uniform(purpose("leave", client_source), n, need++) < 0.3)) continue;
      ++lost;
      break;
    }
  }
  const Run run(s);
  CHECK(run["orders.missed"] == missed);
  CHECK(run["clients_lost.bad_service"] == lost);
  CHECK(run["clients_lost"] == lost);
  CHECK(run["margin_lost.bad_service"] == doctest::Approx(18'262.5 * lost).epsilon(1e-12));
  CHECK(run["clients_end"] == 200 - lost);
}

TEST_CASE("orders of a client who goes are missed, whether they wait or somebody has them in hand") {
  // A client needs something at U × 20 d and leaves the market at V × 30 d. Nobody serves: whatever he needed before is
  // missed then, and nothing afterwards. If somebody works on it for a whole day it is missed all the same, unless it
  // was finished before.
  for (const bool served : {false, true}) {
    Scenario s = clientele(100, 100 * day, 20 * day);
    market(s).lifetime = constant(30 * day);
    order(s).work = constant(day);
    if (served) people_do(s, 200, {"order"});
    std::size_t missed = 0;
    std::size_t finished = 0;
    for (std::uint32_t n = 0; n < 100; ++n) {
      const double v = draws().uniform(purpose("first_life", client_source), n);
      const auto end = static_cast<sim::Time>(v * 30 * static_cast<double>(day) + 0.5);
      for (sim::Time t = first_need(n, 20 * day); t < end; t += 20 * day)
        ++(served && t + day < end ? finished : missed);
    }
    const Run run(s);
    CHECK(run["orders.missed"] == missed);
    CHECK(run["orders.repeat"] == finished);
    CHECK(run["clients_lost.market"] == 100);
  }
}

TEST_CASE("the order service changes nothing where orders take nobody's time") {
  // No service, or one without work: served at once by nobody, whatever the patience.
  Scenario s = clientele(200, 100 * day, 20 * day);
  const Run without(s);
  order(s).patience = constant(minute);
  order(s).leave = 1;
  CHECK(same(Run(s), without));
  CHECK(without["orders.repeat"] == 1000);
}

TEST_CASE("a client's order comes in whatever he pays: revenue, margin and the commission of his owner") {
  // A margin of 25 %; 100 per order; five orders. The owner gets 5 % of the revenue, or of the margin; nobody gets
  // anything for a client who belongs to nobody.
  Scenario s = clientele(1, 100 * day, 20 * day);
  market(s).margin = 0.25;
  order(s).work = constant(minute);
  people_do(s, 1, {"order"}).pay.repeat = 0.05;
  CHECK(Run(s)["pay.commission"] == 0);
  people(s).owns_clients = true;
  const Run run(s);
  CHECK(run["revenue.repeat"] == 500);
  CHECK(run["gross_margin"] == 125);
  CHECK(run["pay.commission"] == 25);
  people(s).pay.of = models::Base::margin;
  CHECK(Run(s)["pay.commission"] == doctest::Approx(6.25).epsilon(1e-12));
}
