#include <doctest/doctest.h>

#include "tests/models/clientele.hpp"

/// How clients are lost, when nobody calls them and when their time is over, and what a client is worth.
namespace {

using namespace company;

/// Walk-ins who need nothing for long; contact is due after 30 d, is overdue 45 d later, and then they leave in 10 d.
Scenario neglected(sim::Time horizon) {
  Scenario s = walk_ins(1, horizon, 1'000'000 * day);
  contact(s).every = Duration{30 * day};
  neglect(s).after = Duration{45 * day};
  neglect(s).life = constant(10 * day);
  return s;
}

/// U × span of the first client number n, for a purpose.
sim::Time first(const char* what, std::uint32_t n, sim::Time span) {
  return static_cast<sim::Time>(draws().uniform(purpose(what, client_source), n) * static_cast<double>(span) + 0.5);
}

/// What the one first client of a company is worth.
double worth(Scenario s) {
  market(s).clients = 1;
  return Run(s)["base_value_start"];
}

}  // namespace

TEST_CASE("a client nobody calls leaves after his patience with us ends") {
  // One client, no agents. Contact falls due on day 30, is overdue on day 75, and neglect.life is a constant 10 d: he
  // must leave on day 85, cause `neglected`, and never earlier.
  const sim::Time a = asked(Run(neglected(30 * day))).at(0);
  CHECK(Run(neglected(a + 85 * day))["clients_lost"] == 0);
  const Run run(neglected(a + 85 * day + 1));
  CHECK(run["clients_lost"] == 1);
  CHECK(run["clients_lost.neglected"] == 1);
  // Of all who have asked, those leave who asked 85 d before the horizon.
  const Run many(neglected(200 * day));
  int lost = 0;
  for (const sim::Time asks : asked(many)) lost += asks + 85 * day < 200 * day ? 1 : 0;
  CHECK(lost > 50);
  CHECK(many["clients_lost.neglected"] == lost);
  CHECK(many["clients_end"] == asked(many).size() - static_cast<std::size_t>(lost));
}

TEST_CASE("without a cadence neglect begins after the last talk") {
  Scenario s = neglected(30 * day);
  house(s).work.contact.clear();
  const sim::Time a = asked(Run(s)).at(0);
  s.horizon.length = a + 55 * day;
  CHECK(Run(s)["clients_lost"] == 0);
  s.horizon.length = a + 55 * day + 1;
  CHECK(Run(s)["clients_lost.neglected"] == 1);
}

TEST_CASE("a client who is called, or who orders, does not leave") {
  // Called every 30 d nobody is ever overdue, and the run is that without neglect to the last number. With a need every
  // 80 d he is overdue on day 75, but the order of day 80 comes before day 85.
  Scenario s = neglected(300 * day);
  people_do(s, 1, {"contact"});
  const Run called(s);
  CHECK(called["clients_lost"] == 0);
  house(s).work.neglect.clear();
  CHECK(same(Run(s), called));
  s = neglected(300 * day);
  market(s).repeat->every = constant(80 * day);
  const Run ordered(s);
  CHECK(ordered["clients_lost"] == 0);
  CHECK(ordered["orders.repeat"] > 100);
  // With a need every 90 d he has gone before.
  market(s).repeat->every = constant(90 * day);
  CHECK(Run(s)["orders.repeat"] == 0);
}

TEST_CASE("the first clients look around from the last talk that they had before") {
  // The last talk of client n was U × 30 d before the start: he leaves at 85 d - U × 30 d.
  Scenario s = neglected(70 * day);
  market(s).inbound.items.clear();
  market(s).clients = 300;
  int lost = 0;
  for (std::uint32_t n = 0; n < 300; ++n) lost += 85 * day - first("last_talk", n, 30 * day) < 70 * day ? 1 : 0;
  CHECK(lost > 100);
  CHECK(Run(s)["clients_lost.neglected"] == lost);
}

TEST_CASE("neglect may be counted in working days") {
  // Open Monday to Friday. 45 wd are nine weeks, 10 wd two: a client leaves 30 d + 11 weeks after his first order, or
  // after the Monday that follows if contact falls due on a weekend.
  Scenario s = neglected(200 * day);
  s.calendar.days = working_days();
  neglect(s).after = Duration{45 * day, Clock::open_days};
  neglect(s).life = constant(10 * day, Clock::open_days);
  const Run run(s);
  int lost = 0;
  for (const sim::Time asks : asked(run)) {
    sim::Time due = asks + 30 * day;
    const sim::Time weekday = due / day % 7;  // the run starts on a Monday
    if (weekday >= 5) due = (due / day + 7 - weekday) * day;
    lost += due + 77 * day < 200 * day ? 1 : 0;
  }
  CHECK(lost > 50);
  CHECK(run["clients_lost.neglected"] == lost);
  // At the end of the days that the run knows of, nobody is hurried out: 2,000 working days are never over.
  neglect(s).after = Duration{2000 * day, Clock::open_days};
  CHECK(Run(s)["clients_lost"] == 0);
}

TEST_CASE("a client leaves the market at the end of his lifetime") {
  // 50 d from the first order; of the first clients U × 50 d are left.
  Scenario s = walk_ins(1, 200 * day, 20 * day);
  market(s).clients = 100;
  market(s).lifetime = constant(50 * day);
  const Run run(s);
  int lost = 100;
  int orders = 0;
  for (const sim::Time a : asked(run)) {
    lost += a + 50 * day < 200 * day ? 1 : 0;
    for (sim::Time t = a + 20 * day; t < std::min(a + 50 * day, 200 * day); t += 20 * day) ++orders;
  }
  for (std::uint32_t n = 0; n < 100; ++n)
    for (sim::Time t = first("first_gap", n, 20 * day); t < first("first_life", n, 50 * day); t += 20 * day) ++orders;
  CHECK(run["clients_lost.market"] == lost);
  CHECK(run["orders.repeat"] == orders);
  // 100 per 20 d, and 25 d more are expected, the mean of what is left of 50: 125 each.
  CHECK(run["margin_lost.market"] == 125 * lost);
  // A lifetime beyond the horizon changes nothing but what clients are worth.
  market(s).lifetime.reset();
  const Run for_ever(s);
  market(s).lifetime = constant(100'000 * day);
  const Run long_lived(s);
  CHECK(long_lived.trace() == for_ever.trace());
  CHECK(long_lived["profit"] == for_ever["profit"]);
}

TEST_CASE("a client is worth his margin, by how often he needs something and how long he will") {
  Scenario s = walk_ins(1, day, 30 * day);
  market(s).inbound.items.clear();
  market(s).margin = 0.2;
  // 20 of margin every 30 d. For ten years where nothing ends it: 20 × 3652.5 ÷ 30 = 2,435.
  CHECK(worth(s) == 2435);
  // An exponential lifetime of 1,000 d: 20 × 1000 ÷ 30 = 666.67. A constant one leaves 500 d on average: 333.33.
  market(s).lifetime = exponential(1000 * day);
  CHECK(worth(s) == 666.67);
  market(s).lifetime = constant(1000 * day);
  CHECK(worth(s) == 333.33);
  // Money that loses 20 % a year: value ∫ e^(-t/1000 d) 1.2^(-t/365.25 d) dt = 20 ÷ 30 ÷ (0.001 + ln 1.2 ÷ 365.25), and
  // ln 1.2 = 0.1823215568: 444.69. For ever: 20 ÷ 30 × 365.25 ÷ ln 1.2 = 1,335.55.
  market(s).lifetime = exponential(1000 * day);
  s.discount = models::ShareRate{0.2, sim::mean_year};
  CHECK(worth(s) == 444.69);
  market(s).lifetime.reset();
  CHECK(worth(s) == 1335.55);
  // Whoever buys only once is worth nothing afterwards.
  market(s).repeat.reset();
  CHECK(worth(s) == 0);
}

TEST_CASE("the value of the client base at both ends stands beside the profit") {
  // 10 clients of 2,435 at the start; walk-ins are won, half of whom will buy again, each worth as much; the profit is
  // what first orders bring. Nothing is lost: the base grows by 2,435 for each client won.
  Scenario s = walk_ins(1, 20 * day, 30 * day);
  market(s).clients = 10;
  market(s).margin = 0.2;
  market(s).repeat->share = 0.5;
  const Run run(s);
  CHECK(run["base_value_start"] == 24'350);
  CHECK(run["clients_won"] > 3);
  CHECK(run["base_value_end"] == 2435 * (10 + run["clients_won"]));
  CHECK(run["profit_with_base"] == doctest::Approx(run["profit"] + 2435 * run["clients_won"]).epsilon(1e-12));
}
