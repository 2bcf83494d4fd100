#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "tests/models/clientele.hpp"

/// Clients beyond what one person can look after, and who gets a client that has no owner.
namespace {

using namespace company;

/// So many first clients of one person who calls each of them every 30 d, in no time; they need nothing.
Scenario looked_after(std::int64_t clients, sim::Time horizon) {
  Scenario s = clientele(clients, horizon, 1'000'000 * day);
  contact(s).every = Duration{30 * day};
  people_do(s, 1, {"contact"}).owns_clients = true;
  return s;
}

/// U × span of the first client number n, for a purpose.
sim::Time first(const char* what, std::uint32_t n, sim::Time span) {
  return static_cast<sim::Time>(draws().uniform(purpose(what, client_source), n) * static_cast<double>(span) + 0.5);
}

/// Who has been called.
std::vector<bool> called(const Run& run, std::uint32_t clients) {
  std::vector<bool> result;
  for (std::uint32_t n = 0; n < clients; ++n) result.push_back(!seen(run, What::ends, "contact", n).empty());
  return result;
}

}  // namespace

TEST_CASE("clients beyond the portfolio are buried: nobody calls them") {
  // Four clients worth the same, a portfolio of two: those with the lower numbers are called.
  Scenario s = looked_after(4, 100 * day);
  const Run all(s);
  CHECK(called(all, 4) == std::vector<bool>{true, true, true, true});
  CHECK(all["buried"] == 0);
  people(s).portfolio = 2;
  const Run run(s);
  CHECK(called(run, 4) == std::vector<bool>{true, true, false, false});
  CHECK(run["buried"] == 2);
  CHECK(run["clients"] == 4);
  CHECK(run["portfolio.people"] == 4);
  people(s).portfolio = 4;
  CHECK(same(Run(s), all));
}

TEST_CASE("the least valuable are buried") {
  // Sizes are drawn by client; of 30 the ten largest are called.
  Scenario s = looked_after(30, 31 * day);
  market(s).order = models::AmountLaw{Distribution::lognormal(10'000, 0.8)};
  market(s).between = 1;
  people(s).portfolio = 10;
  std::vector<double> sizes;
  const sim::Sampler law(Distribution::lognormal(1, 0.8));
  for (std::uint32_t n = 0; n < 30; ++n) {
    sim::Stream stream = draws().at(purpose("size", client_source), n);
    sizes.push_back(law(stream));
  }
  std::vector<double> sorted = sizes;
  std::sort(sorted.rbegin(), sorted.rend());
  std::vector<bool> expected;
  for (const double size : sizes) expected.push_back(size >= sorted[9]);
  const Run run(s);
  CHECK(called(run, 30) == expected);
  CHECK(run["buried"] == 20);
}

TEST_CASE("value is margin per time: large orders that come rarely may be worth less than small ones") {
  // 100 at a margin of 100 % every 1,000 d, 0.1 a day, against 300 at 50 % every 6,000 d, 0.025 a day.
  Scenario s = looked_after(1, 60 * day);
  s.segments.items.push_back({"large", market(s)});
  for (auto* parts : {&house(s).work.contact}) parts->push_back((*parts)[0]);
  house(s).work.pipeline[0].push_back(stage(s));
  people(s).portfolio = 1;
  market(s, 0).repeat->every = constant(1000 * day);
  market(s, 1).repeat->every = constant(6000 * day);
  market(s, 1).order = models::AmountLaw{Distribution::constant(30'000)};
  market(s, 1).margin = 0.5;
  const auto sources = [](const Run& run) {
    std::vector<std::uint32_t> result;
    for (const models::Happening& happening : seen(run, What::ends, "contact"))
      if (result.empty() || result.back() != happening.source) result.push_back(happening.source);
    return result;
  };
  CHECK(sources(Run(s)) == std::vector<std::uint32_t>{0});
  market(s, 1).repeat->every = constant(1000 * day);  // 0.15 a day
  CHECK(sources(Run(s)) == std::vector<std::uint32_t>{1});
}

TEST_CASE("when a place falls free the most valuable of the buried is dug up") {
  // 30 clients worth the same, a portfolio of two; client n leaves the market at V × 100 d. So at any time the two
  // lowest numbers left are looked after: client n from the moment on at which all but one of the lower ones have gone.
  // He is called at once if his contact is overdue by then, else when it falls due, and every 30 d from then on.
  Scenario s = looked_after(30, 100 * day);
  market(s).lifetime = constant(100 * day);
  people(s).portfolio = 2;
  const Run run(s);
  std::vector<sim::Time> ends;
  std::size_t contacts = 0;
  for (std::uint32_t n = 0; n < 30; ++n) {
    std::vector<sim::Time> lower = ends;
    std::sort(lower.begin(), lower.end());
    const sim::Time dug_up = n < 2 ? 0 : lower[n - 2];
    const sim::Time end = first("first_life", n, 100 * day);
    std::vector<sim::Time> expected;
    for (sim::Time t = std::max(dug_up, 30 * day - first("last_talk", n, 30 * day)); t < end; t += 30 * day)
      expected.push_back(t);
    CHECK(seen(run, What::ends, "contact", n) == expected);
    contacts += expected.size();
    ends.push_back(end);
  }
  CHECK(contacts > 5);
  CHECK(run["contacts"] == contacts);
}

TEST_CASE("a buried client's orders are served, by his owner") {
  // Four clients of one person, two buried, needs every 20 d in 100 d: five orders each, all served by seat 0 although
  // somebody else is there for orders too.
  Scenario s = clientele(4, 100 * day, 20 * day);
  order(s).work = constant(0);
  people_do(s, 1, {"order"}).owns_clients = true;
  people(s).portfolio = 2;
  hire(s, "clerk", 1, {"order"});
  const Run run(s);
  CHECK(run["buried"] == 2);
  CHECK(run["orders.repeat"] == 20);
  for (const models::Happening& start : seen(run, What::starts, "order")) CHECK(start.seat == 0);
}

TEST_CASE("a new client goes to the closer if he may own him, else to who has the fewest, ties by seat") {
  // Three owners, nobody sells: the kth walk-in belongs to seat k mod 3, who serves his orders. Then two sellers who
  // own clients: whoever closed serves.
  Scenario s = walk_ins(1, 100 * day, 20 * day);
  order(s).work = constant(0);
  people_do(s, 3, {"order"}).owns_clients = true;
  const Run dealt(s);
  CHECK(seen(dealt, What::starts, "order").size() > 100);
  for (const models::Happening& start : seen(dealt, What::starts, "order"))
    CHECK(start.seat == static_cast<int>(start.number % 3));
  stage(s).work = constant(minute);
  people_do(s, 2, {"order", "serve"}).owns_clients = true;
  const Run closed(s);
  int by_the_second = 0;
  for (const models::Happening& start : seen(closed, What::starts, "order")) {
    const models::Happening won = seen(closed, What::won, "serve").at(start.number);
    REQUIRE(won.number == start.number);
    CHECK(start.seat == won.seat);
    by_the_second += won.seat;
  }
  CHECK(by_the_second > 20);
}

TEST_CASE(
    "who is away gets no new client while another owner is there, and his clients' orders wait for him unless "
    "covered") {
  // Two owners, 14 d of holiday each in 2026, from day U × 352 on. A walk-in goes to whoever of those present has
  // fewer. His orders wait for the end of the holiday, or, with cover after 3 d, until then at most.
  Scenario s = walk_ins(1, 365 * day, 20 * day);
  s.start = date(2026, 1, 1);
  order(s).work = constant(0);
  people_do(s, 2, {"order"}).owns_clients = true;
  people(s).absence.holiday = Duration{14 * day};
  std::array<sim::Time, 2> begins{};
  for (std::uint32_t seat = 0; seat < 2; ++seat)
    begins[seat] = static_cast<sim::Time>(draws().uniform(sim::word("absence/holiday"), seat, 64 << 7) * 352) * day;
  REQUIRE(std::abs(begins[0] - begins[1]) > 14 * day);
  const auto away = [&](std::uint32_t seat, sim::Time t) { return begins[seat] <= t && t < begins[seat] + 14 * day; };
  for (const bool covered : {false, true}) {
    if (covered) people(s).cover = Duration{3 * day};
    const Run run(s);
    std::array<int, 2> owned{};
    int waited = 0;
    for (std::uint32_t n = 0; n < asked(run).size(); ++n) {
      const sim::Time a = asked(run)[n];
      std::uint32_t owner = owned[1] < owned[0] ? 1 : 0;
      if (away(owner, a)) owner = 1 - owner;
      ++owned[owner];
      std::vector<std::pair<sim::Time, int>> expected;
      for (sim::Time t = a + 20 * day; t < 365 * day; t += 20 * day) {
        sim::Time start = t;
        auto who = static_cast<int>(owner);
        if (away(owner, t)) {
          start = covered ? std::max(t, begins[owner] + 3 * day) : begins[owner] + 14 * day;
          if (covered) who = 1 - who;
          ++waited;
        }
        if (start < 365 * day) expected.push_back({start, who});
      }
      std::vector<std::pair<sim::Time, int>> found;
      for (const models::Happening& start : seen(run, What::starts, "order"))
        if (start.number == n && start.time < 365 * day) found.push_back({start.time, start.seat});
      CHECK(found == expected);
    }
    CHECK(waited > 30);
  }
}
