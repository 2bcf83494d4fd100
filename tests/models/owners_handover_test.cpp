#include <doctest/doctest.h>

#include "tests/models/clientele.hpp"

/// A client passes from whoever sold to whoever keeps in touch.
namespace {

using namespace company;

/// Hunter 0 sells and serves orders; farmers 1 to 20 keep in touch and serve orders. All own clients. Orders and
/// contacts take no time, a handover half an hour. Needs every 40 d, contacts every 30 d.
Scenario hunters_and_farmers(std::int64_t farmers = 20) {
  Scenario s = shop({"sell"}, {1, day}, 100 * day);
  market(s).repeat = models::Repeat{1, constant(40 * day), 1};
  order(s).work = constant(0);
  contact(s).every = Duration{30 * day};
  people_do(s, 1, {"sell", "order"}).owns_clients = true;
  hire(s, "farmers", farmers, {"contact", "order"}).owns_clients = true;
  house(s).handover = models::Handover{};
  house(s).handover->work = constant(30 * minute);
  return s;
}

/// Jobs of one client: when and by whom.
using Jobs = std::vector<std::pair<sim::Time, int>>;
Jobs jobs(const Run& run, const std::string& activity, std::uint32_t n) {
  Jobs result;
  for (const models::Happening& start : seen(run, What::starts, activity))
    if (start.number == n && start.time < 100 * day) result.push_back({start.time, start.seat});
  return result;
}
sim::Time won(const Run& run, std::uint32_t n) { return run.times(What::won, n).at(0); }
std::uint32_t customers_of(const Run& run) {
  return static_cast<std::uint32_t>(run.times(What::won, 0).empty() ? 0 : run["clients_won"]);
}

}  // namespace

TEST_CASE("after the first order a client is handed on at once") {
  // The farmer with the fewest clients takes half an hour for him, and calls 30 d after that. The hunter keeps nobody,
  // so all orders are the farmer's.
  const Run run(hunters_and_farmers());
  for (std::uint32_t n = 0; n < customers_of(run); ++n) {
    const Jobs contacts = jobs(run, "contact", n);
    REQUIRE(!contacts.empty());
    CHECK(contacts[0] == std::pair{won(run, n), static_cast<int>(1 + n % 20)});
    if (contacts.size() > 1) CHECK(contacts[1] == std::pair{won(run, n) + 30 * minute + 30 * day, contacts[0].second});
    for (const auto& [time, seat] : jobs(run, "order", n)) CHECK(seat == contacts[0].second);
  }
  CHECK(run["portfolio.people"] == 0);
  CHECK(run["clients_lost"] == 0);
  CHECK(run["contacts"] > 50);
}

TEST_CASE("a client may stay with the seller for more orders, or for so long") {
  // Two orders: the second, at a + 40 d, is served by the hunter, and the client handed on when it is finished. Until
  // then a farmer calls him, 30 d after he was won. Within 20 d: handed on at the 20th day, before he needs anything.
  Scenario s = hunters_and_farmers();
  house(s).handover->after_orders = 2;
  const Run orders(s);
  for (std::uint32_t n = 0; n < customers_of(orders); ++n) {
    const sim::Time a = asked(orders)[n];
    const Jobs served = jobs(orders, "order", n);
    const Jobs contacts = jobs(orders, "contact", n);
    if (a + 41 * day > 100 * day) continue;
    REQUIRE(contacts.size() >= 2);
    CHECK(contacts[0].first == won(orders, n) + 30 * day);
    CHECK(contacts[1].first == served[0].first);
    CHECK(served[0].second == 0);
    for (std::size_t i = 1; i < served.size(); ++i) CHECK(served[i].second == contacts[1].second);
  }
  house(s).handover->after_orders = 1000;
  house(s).handover->within = Duration{20 * day};
  const Run limit(s);
  for (std::uint32_t n = 0; n < customers_of(limit); ++n) {
    const Jobs contacts = jobs(limit, "contact", n);
    REQUIRE(contacts.empty() == (won(limit, n) + 20 * day >= 100 * day));
    if (contacts.empty()) continue;
    CHECK(contacts[0].first == won(limit, n) + 20 * day);
    for (const auto& [time, seat] : jobs(limit, "order", n)) CHECK(seat == contacts[0].second);
  }
}

TEST_CASE("a handover loses a client by his own draw") {
  // 30 % of those whose handover ends before the horizon; the second owner's draw. Without lifetime 100 every 40 d for
  // ten years: 9,131.25.
  Scenario s = hunters_and_farmers();
  house(s).handover->loss = 0.3;
  const Run run(s);
  int lost = 0;
  for (std::uint32_t n = 0; n < customers_of(run); ++n)
    lost += won(run, n) + 30 * minute < 100 * day && draws().uniform(purpose("handover_loss", door_source), n, 2) < 0.3
                ? 1
                : 0;
  CHECK(lost > 15);
  CHECK(run["clients_lost.handover"] == lost);
  CHECK(run["margin_lost.handover"] == doctest::Approx(9131.25 * lost).epsilon(1e-12));
}

TEST_CASE("where nobody hands over the client stays with the seller") {
  // Without the key the hunter keeps his clients; farmers call them. And where the seller keeps in touch himself the
  // key changes nothing, to the last number.
  Scenario s = hunters_and_farmers();
  house(s).handover.reset();
  const Run run(s);
  for (std::uint32_t n = 0; n < customers_of(run); ++n)
    for (const auto& [time, seat] : jobs(run, "order", n)) CHECK(seat == 0);
  CHECK(run["portfolio.farmers"] == 0);
  CHECK(run["contacts"] > 50);
  people(s).does.push_back({"contact", {}, false, {}});
  const Run alone(s);
  house(s).handover = models::Handover{1, Duration{day}, constant(hour), 1};
  CHECK(same(Run(s), alone));
}

TEST_CASE("a seller who owns nobody introduces the client to his owner") {
  // The handover is the farmer's first talk, the client's first owner's draw decides whether he is lost.
  Scenario s = hunters_and_farmers();
  people(s).owns_clients = false;
  house(s).handover->loss = 0.3;
  const Run run(s);
  int lost = 0;
  for (std::uint32_t n = 0; n < customers_of(run); ++n) {
    CHECK(jobs(run, "contact", n).at(0).first == won(run, n));
    lost += won(run, n) + 30 * minute < 100 * day && draws().uniform(purpose("handover_loss", door_source), n, 1) < 0.3
                ? 1
                : 0;
  }
  CHECK(run["clients_lost.handover"] == lost);
}

TEST_CASE("a client waits to be handed on until somebody is there who keeps in touch") {
  // Farmers come on day 50. Those won before are handed on then, all of them at once: 200 farmers are enough for that.
  for (const bool seller_owns : {true, false}) {
    Scenario s = hunters_and_farmers(200);
    people(s).owns_clients = seller_owns;
    models::Staff& staff = people(s, 1).staff;
    staff.kind = models::Staff::Kind::dates;
    staff.counts = {0, 200};
    staff.dates = {s.start, s.start + std::chrono::days{50}};
    const Run run(s);
    int waited = 0;
    for (std::uint32_t n = 0; n < customers_of(run); ++n) {
      CHECK(jobs(run, "contact", n).at(0).first == std::max(won(run, n), 50 * day));
      waited += won(run, n) < 50 * day ? 1 : 0;
    }
    CHECK(waited > 30);
    CHECK(run["portfolio.farmers"] > 0);
  }
}

TEST_CASE("an order that waits for the seller follows the client to his new owner") {
  // Hunters are there on Mondays only, and everybody asks on Mondays. A need 3 d later waits for the hunter; after 5 d,
  // on a Saturday, the client is handed on and the farmer, who is always there, serves it at once.
  Scenario s = hunters_and_farmers();
  market(s).inbound.items[0].second.days = models::Days{{true, false, false, false, false, false, false}};
  people(s).days = models::Days{{true, false, false, false, false, false, false}};
  market(s).repeat->every = constant(3 * day);
  house(s).handover->after_orders = 1000;
  house(s).handover->within = Duration{5 * day};
  const Run run(s);
  int served = 0;
  for (std::uint32_t n = 0; n < customers_of(run); ++n) {
    if (won(run, n) / day % 7 != 0) continue;  // finished after midnight
    if (won(run, n) + 5 * day >= 100 * day) continue;
    const Jobs orders = jobs(run, "order", n);
    REQUIRE(!orders.empty());
    CHECK(orders[0].first == won(run, n) + 5 * day);
    CHECK(orders[0].second > 0);
    ++served;
  }
  CHECK(served > 50);
}
