#include <doctest/doctest.h>

#include <cmath>

#include "tests/models/clientele.hpp"

/// Silent clients change hands.
namespace {

using namespace company;

/// Two owners; a client without an order for 60 d goes to the other one.
Scenario rotating(sim::Time gap) {
  Scenario s = walk_ins(1, 400 * day, gap);
  people_do(s, 2, {"contact"}).owns_clients = true;
  house(s).rotation = models::Rotation{Duration{60 * day}, 1};
  return s;
}

}  // namespace

TEST_CASE("a client who has not ordered for long goes to another person of the role") {
  // Needs every 100 d, contacts every 25 d: after an order at t they fall at t + 25, 50 and 75 d. He changes hands at t
  // + 60 d, so the one of t + 75 d is the other's, who keeps him; and again 60 d after the next order.
  Scenario s = rotating(100 * day);
  contact(s).every = Duration{25 * day};
  const Run run(s);
  int changes = 0;
  for (std::uint32_t n = 0; n < asked(run).size(); ++n) {
    int owner = -1;
    for (const models::Happening& start : seen(run, What::starts, "contact")) {
      if (start.number != n) continue;
      const sim::Time age = start.time - asked(run)[n];
      if (owner < 0) owner = start.seat;
      const auto turns = static_cast<int>((age + 40 * day) / (100 * day));
      CHECK(start.seat == (owner + turns) % 2);
      changes += turns;
    }
  }
  CHECK(changes > 100);
  // Nobody else of the role is there, or everybody orders before: the run without rotation.
  people(s).staff.counts = {1};
  hire(s, "others", 1, {"contact"}).owns_clients = true;
  const Run alone(s);
  house(s).rotation.reset();
  CHECK(same(Run(s), alone));
  s = rotating(50 * day);
  const Run busy(s);
  house(s).rotation.reset();
  CHECK(same(Run(s), busy));
}

TEST_CASE("a new owner pleases the client more until he orders") {
  // Nobody calls, a cadence is 20 d, needs come at exponential times of mean 25 d and the client brings none. The
  // chance c = ½^(age ÷ 20 d − 1) of a need that falls 60 d or more after the last order becomes 4 c ÷ (1 − c + 4 c).
  Scenario s = rotating(25 * day);
  people_do(s, 2, {"order"}).owns_clients = true;
  order(s).work = constant(0);
  market(s).repeat->every = exponential(25 * day);
  const Run all(s);
  market(s).repeat->initiative = 0;
  contact(s).every = Duration{20 * day};
  for (const double boost : {1.0, 4.0}) {
    house(s).rotation->boost = boost;
    const Run run(s);
    std::size_t missed = 0;
    std::size_t pleased = 0;
    for (std::uint32_t n = 0; n < asked(run).size(); ++n) {
      sim::Time talk = asked(run)[n];
      std::uint32_t need = 0;
      std::vector<sim::Time> expected;
      for (const sim::Time date : seen(all, What::ends, "order", n)) {
        ++need;
        if (date >= 400 * day) continue;
        const double u = draws().uniform(purpose("coverage", door_source), n, need);
        const double cadences = static_cast<double>(date - talk) / static_cast<double>(20 * day);
        const double chance = cadences <= 1 ? 1 : std::exp2(1 - cadences);
        const double better = date - talk > 60 * day ? boost * chance / (1 - chance + boost * chance) : chance;
        if (!(u < better)) {
          ++missed;
          continue;
        }
        pleased += u < chance ? 0 : 1;
        expected.push_back(date);
        talk = date;
      }
      CHECK(seen(run, What::ends, "order", n) == expected);
    }
    CHECK(run["orders.missed"] == missed);
    CHECK((pleased > 10) == (boost > 1));
  }
}
