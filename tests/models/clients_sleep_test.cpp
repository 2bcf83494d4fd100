#include <doctest/doctest.h>

#include "tests/models/clientele.hpp"

/// Falling asleep and being woken.
namespace {

using namespace company;

/// A walk-in who asks at a falls asleep at a + 50 d: he needs something every 80 d only.
Scenario sleepy(sim::Time horizon) {
  Scenario s = walk_ins(1, horizon, 80 * day);
  dormancy(s).after = Duration{50 * day};
  return s;
}

/// 100 sleeping clients from the start on, whom somebody wakes; an attempt takes 5 min.
Scenario alarm_clock(sim::Time horizon, double chance) {
  Scenario s = clientele(0, horizon, 1'000'000 * day);
  market(s).dormant = 100;
  wake(s).work = constant(5 * minute);
  wake(s).chance = chance;
  people_do(s, 1, {"wake"});
  return s;
}

}  // namespace

TEST_CASE("a client who has not ordered for long falls asleep, and what he needs then is nobody's loss") {
  const sim::Time a = asked(Run(sleepy(30 * day))).at(0);
  CHECK(Run(sleepy(a + 50 * day))["asleep"] == 0);
  CHECK(Run(sleepy(a + 50 * day + 1))["asleep"] == 1);
  const Run run(sleepy(200 * day));
  int asleep = 0;
  for (const sim::Time asks : asked(run)) asleep += asks + 50 * day < 200 * day ? 1 : 0;
  CHECK(run["asleep"] == asleep);
  CHECK(run["sleeping_end"] == asleep);
  CHECK(run["orders.repeat"] == 0);
  CHECK(run["orders.missed"] == 0);
  CHECK(run["clients_lost"] == 0);
  // A need every 40 d keeps everybody awake, and the run is that without sleep to the last number.
  Scenario s = sleepy(200 * day);
  market(s).repeat->every = constant(40 * day);
  const Run awake(s);
  CHECK(awake["asleep"] == 0);
  house(s).work.dormant.clear();
  CHECK(same(Run(s), awake));
}

TEST_CASE("the first clients fall asleep by when they last ordered") {
  // The last order of client n lies U × 50 d back: not longer, or he would sleep already. He falls asleep at (1 - U) ×
  // 50 d unless he needs something before, V × 80 d after the start.
  Scenario s = clientele(200, 30 * day, 80 * day);
  dormancy(s).after = Duration{50 * day};
  int asleep = 0;
  int orders = 0;
  for (std::uint32_t n = 0; n < 200; ++n) {
    const double u = draws().uniform(purpose("last_order", client_source), n);
    const double v = draws().uniform(purpose("first_gap", client_source), n);
    const double sleeps = 50 * (1 - u);
    (v * 80 < sleeps ? orders : asleep) += std::min(v * 80, sleeps) < 30 ? 1 : 0;
  }
  const Run run(s);
  CHECK(asleep > 50);
  CHECK(run["asleep"] == asleep);
  CHECK(run["orders.repeat"] == orders);
}

TEST_CASE("a client whose order is open does not fall asleep before it is lost") {
  // He needs something at a + 40 d and nobody serves him. As long as he waits he is no sleeper. If he waits 20 d only,
  // he falls asleep when the order is lost, at a + 60 d; if 5 d, at a + 50 d as ever.
  Scenario s = sleepy(30 * day);
  market(s).repeat->every = constant(40 * day);
  order(s).work = constant(minute);
  const sim::Time a = asked(Run(s)).at(0);
  s.horizon.length = a + 79 * day;
  CHECK(Run(s)["asleep"] == 0);
  const auto asleep = [&](sim::Time patience, sim::Time at) {
    order(s).patience = constant(patience);
    s.horizon.length = a + at;
    return Run(s)["asleep"];
  };
  CHECK(asleep(20 * day, 60 * day) == 0);
  CHECK(asleep(20 * day, 60 * day + 1) == 1);
  CHECK(asleep(5 * day, 50 * day) == 0);
  CHECK(asleep(5 * day, 50 * day + 1) == 1);
}

TEST_CASE("a sleeping client leaves the market unseen") {
  // Asleep at a + 50 d, at the end of his life at a + 70 d: 100 per 80 d for the 35 d that are left on average, 43.75.
  Scenario s = sleepy(200 * day);
  market(s).lifetime = constant(70 * day);
  const Run run(s);
  int gone = 0;
  int asleep = 0;
  for (const sim::Time a : asked(run)) {
    asleep += a + 50 * day < 200 * day ? 1 : 0;
    gone += a + 70 * day < 200 * day ? 1 : 0;
  }
  CHECK(run["asleep"] == asleep);
  CHECK(run["clients_lost.slept_away"] == gone);
  CHECK(run["clients_lost"] == gone);
  CHECK(run["margin_lost.slept_away"] == doctest::Approx(43.75 * gone).epsilon(1e-12));
  CHECK(run["sleeping_end"] == asleep - gone);
}

TEST_CASE("sleepers of the start are called one after the other from the first moment on") {
  // 100 attempts of 5 min, all successful: an order of 100 each at once, and awake from then on. 250 min need 49 of
  // them.
  Scenario s = alarm_clock(day, 1);
  const Run run(s);
  CHECK(run["sleeping_start"] == 100);
  CHECK(run["woken"] == 100);
  CHECK(run["deals"] == 100);
  CHECK(run["orders.first"] == 0);
  CHECK(run["orders.repeat"] == 100);
  CHECK(run["revenue"] == 10'000);
  CHECK(run["clients_end"] == 100);
  CHECK(run["worked_time.people"] == doctest::Approx(500.0 / 60).epsilon(1e-12));
  s.horizon.length = 250 * minute;
  CHECK(Run(s)["woken"] == 49);
  // Nobody who wakes them, or no chance: the run without the service.
  s = alarm_clock(day, 0);
  const Run hopeless(s);
  CHECK(hopeless["worked_time.people"] == 0);
  house(s).work.wake.clear();
  CHECK(same(Run(s), hopeless));
}

TEST_CASE("an attempt to wake a client succeeds by his own draw, and the next comes after a rest") {
  // 30 % at three times the odds is 0.9 ÷ 1.6. A rest of 10 d, 25 d: three attempts. Without a rest one is all.
  for (const bool again : {true, false}) {
    Scenario s = alarm_clock(25 * day, 0.3);
    people(s).skill.items = {{"wake", 3.0}};
    if (again) wake(s).rest = Duration{10 * day};
    int attempts = 0;
    int woken = 0;
    for (std::uint32_t n = 0; n < 100; ++n)
      for (std::uint32_t i = 0; i < (again ? 3 : 1); ++i) {
        ++attempts;
        if (!(draws().uniform(purpose("wake", dormant_source), n, i) < 0.9 / 1.6)) continue;
        ++woken;
        break;
      }
    const Run run(s);
    CHECK(run["woken"] == woken);
    CHECK(run["worked_time.people"] == doctest::Approx(attempts * 5.0 / 60).epsilon(1e-12));
    CHECK(run["sleeping_end"] == 100 - woken);
  }
}

TEST_CASE("a client who falls asleep is called by whoever has nothing to do, and wakes with his old calendar") {
  // Asleep at a + 50 d, woken 5 min later; his needs still fall at a + 80 d, a + 160 d. Woken at 50 he sleeps again 50
  // d after the order of day 80, at a + 130 d, is woken, orders at 160 …
  Scenario s = sleepy(200 * day);
  wake(s).work = constant(0);
  wake(s).chance = 1;
  people_do(s, 1, {"wake"});
  const Run run(s);
  std::size_t woken = 0;
  for (std::uint32_t n = 0; n < asked(run).size(); ++n) {
    const sim::Time a = asked(run)[n];
    std::vector<sim::Time> needs;
    for (sim::Time t = a + 80 * day; t < 200 * day; t += 80 * day) needs.push_back(t);
    CHECK(seen(run, What::ends, "order", n) == needs);
    woken += a + 130 * day < 200 * day ? 2 : a + 50 * day < 200 * day ? 1 : 0;
  }
  CHECK(run["woken"] == woken);
  CHECK(run["asleep"] == woken);
  CHECK(run["sleeping_end"] == 0);
}

TEST_CASE("a woken client is handed on like a new one where his waker does not keep in touch") {
  // People wake and own, farmers keep in touch; a handover takes no time. So all 100 go to the farmers at once. Within
  // 3 d after waking: the wakers have them for three days each.
  Scenario s = alarm_clock(10 * day, 1);
  people(s).owns_clients = true;
  people(s).does.push_back({"order", {}, false, {}});
  contact(s).every = Duration{1'000 * day};
  hire(s, "farmers", 2, {"contact", "order"}).owns_clients = true;
  house(s).handover = models::Handover{};
  const Run at_once(s);
  CHECK(at_once["portfolio.people"] == 0);
  CHECK(at_once["portfolio.farmers"] == doctest::Approx(50 * (14'400 - 252.5) / 14'400).epsilon(1e-9));
  house(s).handover->after_orders = 1000;
  house(s).handover->within = Duration{3 * day};
  const Run later(s);
  CHECK(later["portfolio.people"] == doctest::Approx(100 * 3.0 / 10).epsilon(1e-9));
}

TEST_CASE("how diligent a contact is belongs to who makes it, not to an owner who makes none") {
  // The owner lets everything be, but it is the caller who calls.
  Scenario s = clientele(10, 40 * day, 1'000'000 * day);
  contact(s).every = Duration{10 * day};
  people_do(s, 1, {"order"}).owns_clients = true;
  people(s).diligence = 0;
  hire(s, "callers", 1, {"contact"});
  CHECK(Run(s)["contacts"] > 20);
  s.departments.items[0].second.roles.items.back().second.diligence = 0;
  people(s).diligence = 1;
  CHECK(Run(s)["contacts"] == 0);
}

TEST_CASE("who wakes a client owns him if his role owns clients, else whoever has the fewest") {
  // Two farmers own clients and wake nobody. A waker who owns none fills their portfolios, 50 each. One who owns them
  // keeps all 100.
  Scenario s = alarm_clock(10 * day, 1);
  hire(s, "farmers", 2, {"contact", "order"}).owns_clients = true;
  const auto owned = [](const Run& run, const char* name) { return run[std::string("portfolio.") + name]; };
  // Client i is woken at (i + 1) × 5 min: on average over 10 d each of them is owned for 14,400 - 252.5 min.
  const double each = (14'400 - 252.5) / 14'400;
  const Run common(s);
  CHECK(owned(common, "farmers") == doctest::Approx(50 * each).epsilon(1e-9));
  people(s).owns_clients = true;
  people(s).does.push_back({"order", {}, false, {}});
  const Run kept(s);
  CHECK(owned(kept, "farmers") == 0);
  CHECK(owned(kept, "people") == doctest::Approx(100 * each).epsilon(1e-9));
}
