#include <doctest/doctest.h>

#include <cmath>

#include "tests/models/clientele.hpp"

/// Keeping in touch: when, by whom, and what comes of it.
namespace {

using namespace company;

/// Walk-ins whose contacts take nobody's time, but somebody must be there for them; their next need is far away.
Scenario in_touch(sim::Time horizon = 200 * day, sim::Time gap = 1000 * day) {
  Scenario s = walk_ins(1, horizon, gap);
  contact(s).every = Duration{30 * day};
  people_do(s, 1, {"contact"});
  return s;
}

/// The address of a client's draws for the contact number `nth` after need number `need` - 1.
std::uint32_t contact_address(std::uint32_t need, std::uint32_t nth) { return need << 6 | nth; }

}  // namespace

TEST_CASE("a contact falls due a cadence after the last talk of any kind") {
  // No order for 1,000 d: contacts at a + 30 d, a + 60 d … of whoever asked at a. With an order every 45 d, which
  // begins the cadence anew: contact at 30, order at 45, contact at 75, order at 90, contact at 120 …
  Scenario s = in_touch();
  const Run rare(s);
  market(s).repeat->every = constant(45 * day);
  const Run often(s);
  std::size_t contacts = 0;
  for (std::uint32_t n = 0; n < asked(rare).size(); ++n) {
    std::vector<sim::Time> expected;
    std::vector<sim::Time> between;
    for (sim::Time t = asked(rare)[n] + 30 * day; t < 200 * day; t += 30 * day) expected.push_back(t);
    for (sim::Time t = asked(rare)[n] + 30 * day; t < 200 * day; t += 45 * day) between.push_back(t);
    CHECK(seen(rare, What::ends, "contact", n) == expected);
    CHECK(seen(often, What::ends, "contact", n) == between);
    contacts += expected.size();
  }
  CHECK(contacts > 300);
  CHECK(rare["contacts"] == contacts);
}

TEST_CASE("the first clients have been called within the last cadence") {
  // The last talk was U × 30 d ago, so the first contact of client n is due at (1 − U) × 30 d. It takes half an hour of
  // one of many people, and the next is due 30 d after its end.
  Scenario s = clientele(100, 95 * day, 1'000'000 * day);
  contact(s).every = Duration{30 * day};
  contact(s).work = constant(30 * minute);
  people_do(s, 100, {"contact"});
  const Run run(s);
  for (std::uint32_t n = 0; n < 100; ++n) {
    const double u = draws().uniform(purpose("last_talk", client_source), n);
    const auto due = 30 * day - static_cast<sim::Time>(u * 30 * static_cast<double>(day) + 0.5);
    std::vector<sim::Time> expected;
    for (sim::Time t = due; t < 95 * day; t += 30 * day + 30 * minute) expected.push_back(t);
    CHECK(seen(run, What::starts, "contact", n) == expected);
  }
}

TEST_CASE("without anybody who keeps in touch the cadence changes nothing for clients who come by themselves") {
  Scenario s = walk_ins(1, 200 * day, 20 * day);
  const Run without(s);
  contact(s).every = Duration{30 * day};
  contact(s).work = constant(hour);
  contact(s).upsell = 1;
  contact(s).growth = 0.5;
  CHECK(same(Run(s), without));
}

TEST_CASE("each due contact is taken up with the person's diligence, else left until the next is due") {
  // Contacts fall due every 30 d, taken up or not, so the nth is made if its draw is below 60 %; whether clients belong
  // to the person or to nobody.
  Scenario s = in_touch();
  const Run all(s);
  for (const bool owned : {false, true}) {
    people(s).owns_clients = owned;
    people(s).diligence = 0.6;
    const Run run(s);
    std::size_t contacts = 0;
    for (std::uint32_t n = 0; n < asked(run).size(); ++n) {
      std::vector<sim::Time> expected;
      std::uint32_t nth = 0;
      for (const sim::Time date : seen(all, What::ends, "contact", n))
        if (draws().uniform(purpose("diligence", door_source), n, contact_address(1, nth++)) < 0.6)
          expected.push_back(date);
      CHECK(seen(run, What::ends, "contact", n) == expected);
      contacts += expected.size();
    }
    CHECK(run["contacts"] == contacts);
    people(s).diligence = 0;
    CHECK(Run(s)["contacts"] == 0);
  }
}

TEST_CASE("a contact brings an extra order with its chance, by the client's own draw") {
  // 40 %, at twice the odds 0.8 ÷ 1.4. An extra order is worth 100 like any other.
  Scenario s = in_touch();
  const Run none_sold(s);
  CHECK(none_sold["orders.upsell"] == 0);
  contact(s).upsell = 0.4;
  for (const double skill : {1.0, 2.0}) {
    people(s).skill.items = {{"contact", skill}};
    const double chance = 0.4 * skill / (0.6 + 0.4 * skill);
    std::size_t sold = 0;
    for (std::uint32_t n = 0; n < asked(none_sold).size(); ++n)
      for (std::uint32_t nth = 0; nth < seen(none_sold, What::ends, "contact", n).size(); ++nth)
        sold += draws().uniform(purpose("upsell", door_source), n, contact_address(1, nth)) < chance ? 1 : 0;
    const Run run(s);
    CHECK(sold > 50);
    CHECK(run["orders.upsell"] == sold);
    CHECK(run["revenue.upsell"] == 100 * sold);
    CHECK(run["orders.repeat"] == none_sold["orders.repeat"]);
  }
}

TEST_CASE("a cadence does not move what a contact draws: it is known by the client's next need") {
  // Needs every 100 d. With a cadence of 60 d there is one contact between two orders, with 40 d there are two; the
  // first one after an order draws the same in both, for it is known by the need that comes next.
  Scenario s = walk_ins(1, 450 * day, 100 * day);
  contact(s).upsell = 0.4;
  people_do(s, 1, {"contact"});
  for (const std::uint32_t per_need : {1U, 2U}) {
    contact(s).every = Duration{(per_need == 1 ? 60 : 40) * day};
    const Run run(s);
    std::size_t expected = 0;
    for (std::uint32_t n = 0; n < asked(run).size(); ++n)
      for (std::uint32_t i = 0; i < seen(run, What::ends, "contact", n).size(); ++i) {
        const std::uint32_t address = contact_address(1 + i / per_need, i % per_need);
        expected += draws().uniform(purpose("upsell", door_source), n, address) < 0.4 ? 1 : 0;
      }
    CHECK(run["orders.upsell"] == expected);
  }
}

TEST_CASE("contacts let orders grow, to three times at most") {
  // Needs every 100 d, contacts 30, 60 and 90 d after each order, growth 10 % each: the kth order is worth 100
  // × 1.1^(3k), 133.10, 177.16, 235.79, then 300 from the fourth on (1.1^12 = 3.14).
  Scenario s = in_touch(700 * day, 100 * day);
  contact(s).growth = 0.1;
  const Run run(s);
  const double worth[] = {133.10, 177.16, 235.79, 300, 300, 300, 300};
  double expected = 0;
  for (const sim::Time a : asked(run))
    for (int k = 0; a + (k + 1) * 100 * day < 700 * day; ++k) expected += worth[k];
  CHECK(run["revenue.repeat"] == doctest::Approx(expected).epsilon(1e-12));
  // Contacts may also weary: 0.9^3 = 0.729 per order.
  contact(s).growth = -0.1;
  expected = 0;
  const Run weary(s);
  for (const sim::Time a : asked(weary)) {
    double value = 100;
    for (int k = 0; a + (k + 1) * 100 * day < 700 * day; ++k) {
      value *= 0.729;
      expected += std::round(value * 100) / 100;
    }
  }
  CHECK(weary["revenue.repeat"] == doctest::Approx(expected).epsilon(1e-9));
}
