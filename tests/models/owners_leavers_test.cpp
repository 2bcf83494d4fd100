#include <doctest/doctest.h>

#include "tests/models/agreement.hpp"
#include "tests/models/clientele.hpp"

/// What becomes of the clients and leads of somebody who leaves.
namespace {

using namespace company;

/// Client n belongs to the leaver (seat 0) if n is even, else to the stayer (seat 1). The leaver's tenure is 40 d, of
/// which U × 40 d are left; nobody follows him in time. Both call every 30 d, in no time. Needs every 60 d take
/// nobody's time.
Scenario two_owners(std::int64_t clients) {
  Scenario s = clientele(clients, 200 * day, 60 * day);
  contact(s).every = Duration{30 * day};
  people_do(s, 1, {"contact"}).owns_clients = true;
  people(s).tenure = constant(40 * day);
  people(s).hire = constant(1000 * day);
  hire(s, "stayer", 1, {"contact"}).owns_clients = true;
  return s;
}

/// U × span of the first client number n, for a purpose.
sim::Time first(const char* what, std::uint32_t n, sim::Time span) {
  return static_cast<sim::Time>(draws().uniform(purpose(what, client_source), n) * static_cast<double>(span) + 0.5);
}

/// When the first holder of seat 0 leaves.
sim::Time leaving(sim::Time tenure = 40 * day) {
  const double u = draws().uniform(sim::word("career/first_tenure"), 0);
  return static_cast<sim::Time>(u * static_cast<double>(tenure) + 0.5);
}

/// Contacts of first client n of `two_owners`, if between `lost` and `found` nobody may call him: a cadence after the
/// last talk or order.
std::vector<sim::Time> contacts(std::uint32_t n, sim::Time lost, sim::Time found, sim::Time end = 200 * day) {
  std::vector<sim::Time> result;
  sim::Time talk = -first("last_talk", n, 30 * day);
  sim::Time need = first("first_gap", n, 60 * day);
  for (;;) {
    sim::Time due = talk + 30 * day;
    if (due >= lost) due = std::max(due, found);
    if (std::min(need, due) >= end) return result;
    talk = std::min(need, due);
    if (need <= due) {
      need += 60 * day;
    } else {
      result.push_back(due);
    }
  }
}

}  // namespace

TEST_CASE("a leaver's clients wait for a new owner, and then are called if that is overdue") {
  // Without `reassign` the stayer has them at once and no contact is late. With 20 d contacts that fall due in these 20
  // d after he left are made at their end.
  for (const sim::Time wait : {sim::Time{0}, 20 * day}) {
    Scenario s = two_owners(60);
    if (wait > 0) house(s).reassign = Duration{wait};
    const Run run(s);
    CHECK(run["quits.people"] == 1);
    CHECK(run["clients_lost"] == 0);
    for (std::uint32_t n = 0; n < 60; ++n) {
      const sim::Time lost = n % 2 == 0 ? leaving() : sim::never;
      CHECK(seen(run, What::ends, "contact", n) == contacts(n, lost, leaving() + wait));
    }
    for (const models::Happening& start : seen(run, What::starts, "contact"))
      CHECK(start.seat == (start.number % 2 == 0 && start.time < leaving() ? 0 : 1));
  }
}

TEST_CASE("while nobody owns a client his orders are anybody's and his contacts wait") {
  // The only owner leaves, and 30 d later the next comes, who leaves after 40 d in his turn: after the 100 d looked at.
  // A clerk, who owns nobody, serves the orders of that time; owners serve their own.
  Scenario s = two_owners(30);
  house(s).roles.items.pop_back();
  s.horizon.length = leaving() + 69 * day;
  people(s).does.push_back({"order", {}, false, {}});
  people(s).hire = constant(30 * day);
  order(s).work = constant(0);
  hire(s, "clerk", 1, {"order"});
  const Run run(s);
  const sim::Time left = leaving();
  for (std::uint32_t n = 0; n < 30; ++n)
    CHECK(seen(run, What::ends, "contact", n) == contacts(n, left, left + 30 * day, left + 69 * day));
  int by_the_clerk = 0;
  for (const models::Happening& start : seen(run, What::starts, "order")) {
    const bool alone = start.time >= left && start.time < left + 30 * day;
    CHECK(start.seat == (alone ? 1 : 0));
    by_the_clerk += start.seat;
  }
  CHECK(by_the_clerk > 5);
}

TEST_CASE("one draw decides whether a leaver goes with his clients, then each follows or not") {
  // The second draw of each is below 50 %: all of the leaver's for whom it is are gone if his own is below the chance.
  Scenario s = two_owners(60);
  const double own = draws().uniform(sim::word("career/goes"), 0, 0);
  int follow = 0;
  for (std::uint32_t n = 0; n < 60; n += 2)
    follow += draws().uniform(purpose("takes", client_source), n, 1) < 0.5 ? 1 : 0;
  CHECK(follow > 8);
  people(s).takes = models::Takes{own + 1e-9, 0.5};
  const Run goes(s);
  CHECK(goes["clients_lost.taken"] == follow);
  CHECK(goes["margin_lost.taken"] == doctest::Approx(100 * 3652.5 / 60 * follow).epsilon(1e-12));
  people(s).takes = models::Takes{own, 0.5};
  const Run stays(s);
  CHECK(stays["clients_lost"] == 0);
  people(s).takes.reset();
  CHECK(same(Run(s), stays));
}

TEST_CASE("clients go with a leaver all together or not at all") {
  // n = 20 clients, chance c = 30 %, share s = 50 %. Given that he goes the number is binomial, so its mean is n c s =
  // 3 and its variance c n s (1 - s) + c (1 - c) (n s)² = 1.5 + 21 = 22.5, against n c s (1 - c s) = 2.55 if each
  // decided alone.
  Scenario s = clientele(20, 11 * day, 60 * day);
  people_do(s, 1, {"contact"}).owns_clients = true;
  people(s).tenure = constant(10 * day);
  people(s).hire = constant(1000 * day);
  people(s).takes = models::Takes{0.3, 0.5};
  agreement::Replications replications(s);
  const agreement::Sample taken = agreement::sample(replications, 10'000, "clients_lost.taken", 3);
  agreement::mean_agrees("clients taken", taken, 3);
  agreement::variance_agrees("clients taken", taken, 22.5);
}

TEST_CASE("nobody knows of a client who is not in the books until he orders") {
  // Half of the leaver's clients by their draws. Nobody calls them from his leaving on until they order; that is when
  // the stayer gets them.
  Scenario s = two_owners(60);
  people(s).off_crm = 0.5;
  const Run run(s);
  int unknown = 0;
  for (std::uint32_t n = 0; n < 60; ++n) {
    sim::Time lost = sim::never;
    sim::Time found = sim::never;
    if (n % 2 == 0 && draws().uniform(purpose("off_crm", client_source), n, 1) < 0.5) {
      lost = leaving();
      for (found = first("first_gap", n, 60 * day); found < lost;) found += 60 * day;
      ++unknown;
    }
    CHECK(seen(run, What::ends, "contact", n) == contacts(n, lost, found));
  }
  CHECK(unknown > 8);
  CHECK(run["clients_lost"] == 0);
}

TEST_CASE("somebody who must go takes nothing along") {
  // The seat is given up on day 20: whatever the shares, the run is that without them, to the last number.
  Scenario s = two_owners(60);
  people(s).tenure.reset();
  people(s).staff.kind = models::Staff::Kind::dates;
  people(s).staff.counts = {1, 0};
  people(s).staff.dates = {s.start, s.start + std::chrono::days{20}};
  const Run nothing(s);
  people(s).takes = models::Takes{1, 1};
  people(s).takes_leads = 1;
  people(s).off_crm = 1;
  CHECK(same(Run(s), nothing));
  CHECK(nothing["clients_end"] == 60);
}

TEST_CASE("a leaver takes along a share of the leads that wait for him") {
  // He greets everybody in a minute, after which they are his, and serves each for an hour: twice as many as he can.
  // Those who wait to be served when he leaves are lost by their draws, below 50 %; the others, and what he has in
  // hand, go on.
  Scenario s = shop({"greet", "serve"}, {48, day}, 60 * day);
  stage(s, 1).work = constant(hour);
  people(s).owns_leads = true;
  people(s).tenure = constant(40 * day);
  people(s).hire = constant(1000 * day);
  hire(s, "others", 2, {"serve"});
  for (const bool hidden : {false, true}) {
    people(s).takes_leads = hidden ? 0 : 0.5;
    people(s).off_crm = hidden ? 0.5 : 0;
    const Run run(s);
    const sim::Time left = leaving();
    int lost = 0;
    for (std::uint32_t n = 0; n < asked(run).size() && asked(run)[n] < left; ++n) {
      const std::vector<sim::Time> greeted = seen(run, What::ends, "greet", n);
      const std::vector<sim::Time> served = seen(run, What::starts, "serve", n);
      const bool waits = !greeted.empty() && greeted[0] < left && (served.empty() || served[0] >= left);
      const char* what = hidden ? "off_crm_leads" : "takes_leads";
      const bool gone = waits && draws().uniform(purpose(what, door_source), n) < 0.5;
      CHECK(run.times(What::lost, n) == (gone ? std::vector{left} : std::vector<sim::Time>{}));
      lost += gone ? 1 : 0;
    }
    CHECK(lost > 20);
    CHECK(run["leads_lost.left_with_agent"] == lost);
    CHECK(run["margin_lost.left_with_agent"] == 100 * lost);
  }
}

TEST_CASE("whom nobody knows of is handed to nobody, though his seller's limit for it runs out") {
  // The hunter wins a client a day, is to hand him on within 30 d, and leaves on day 20 with all of them off the books. They
  // need something every 200 d. The time limits of the 20 clients run out on days 30 to 50, when nobody knows of them.
  Scenario s = shop({"sell"}, {1, day}, 100 * day);
  market(s).repeat = models::Repeat{1, constant(200 * day), 1};
  order(s).work = constant(minute);
  contact(s).every = Duration{30 * day};
  models::Role& hunters = people_do(s, 1, {"sell", "order"});
  hunters.owns_clients = true;
  hunters.off_crm = 1;
  hunters.tenure = constant(20 * day);
  hunters.hire = constant(1000 * day);
  hire(s, "farmers", 2, {"contact", "order"}).owns_clients = true;
  house(s).handover = models::Handover{};
  house(s).handover->after_orders = 9;
  house(s).handover->within = Duration{30 * day};
  const Run run(s);
  CHECK(run["clients_won"] > 0);
  CHECK(run["portfolio.farmers"] == 0);
  CHECK(run["contacts"] == 0);
}
