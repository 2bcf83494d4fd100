#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "tests/models/clientele.hpp"

/// When money comes, what is given away to close, and a stock with an end: worked out by hand.
namespace {

using namespace company;

/// Leads are won as soon as somebody has worked on them for a minute; each buys for 100, of which 60 are margin.
Scenario stall(sim::Time horizon) {
  Scenario s = shop({"sell"}, {10, day}, horizon);
  market(s).margin = 0.6;
  return s;
}

}  // namespace

TEST_CASE("without terms of payment cash is profit, and a month without debt breaks even at once") {
  Scenario s = stall(59 * day);
  const Run run(s);
  CHECK(run["cash"] == run["profit"]);
  CHECK(run["break_even_month"] == 1);
  CHECK(run["cash_lowest_month"] == 1);
  CHECK(run["cash_lowest"] == run.month("profit", 0));
  CHECK(run["discounts"] == 0);
}

TEST_CASE("customers who pay later bring cash later: goods and pay are paid for at once") {
  // From 5 January, 85 days: 5 January to 30 March in three months. Whoever buys on day t pays on day t + 40. So January's
  // cash is what the goods cost, 40 a deal, and February's and March's hold only what was sold 40 days before.
  Scenario s = stall(85 * day);
  market(s).paid_after = Duration{40 * day};
  const Run run(s);
  CHECK(run["profit"] == doctest::Approx(60 * run["deals"]));
  double received = 0;
  std::vector<double> by_month(3);
  const std::vector<sim::Time> ends{27 * day, 55 * day, 85 * day};
  for (std::uint32_t k = 0; k < run.leads(); ++k)
    for (const sim::Time won : run.times(What::won, k)) {
      const sim::Time paid = won + 40 * day;
      for (std::size_t m = 0; m < 3; ++m)
        if (paid < ends[m]) {
          by_month[m] += 100;
          received += 100;
          break;
        }
    }
  for (std::size_t m = 0; m < 3; ++m) CHECK(run.month("cash", m) == doctest::Approx(by_month[m] - 40 * run.month("deals", m)));
  CHECK(run["cash"] == doctest::Approx(received - 40 * run["deals"]));
  CHECK(run.month("cash", 0) < 0);
  const double january = run.month("cash", 0);
  const double february = january + run.month("cash", 1);
  const double march = february + run.month("cash", 2);
  CHECK(run["cash_lowest"] == doctest::Approx(std::min({january, february, march})));
  CHECK(run["cash_lowest_month"] == (february < january ? 2 : 1));
  CHECK(march > 0);
  CHECK(run["break_even_month"] == 3);
}

TEST_CASE("what was sold in the warm-up is paid for in the period") {
  Scenario s = stall(20 * day);
  s.warm_up.length = 10 * day;
  market(s).paid_after = Duration{10 * day};
  const Run late(s);
  market(s).paid_after = Duration{11 * day};
  s.warm_up.length = 0;
  const Run cold(s);
  CHECK(late["cash"] > cold["cash"]);
  // All that is paid within the 20 days was sold within the 20 days before the last ten.
  double paid = 0;
  for (std::uint32_t k = 0; k < late.leads(); ++k)
    for (const sim::Time won : late.times(What::won, k))
      if (won + 10 * day >= 0 && won + 10 * day < 20 * day) paid += 100;
  CHECK(late["cash"] == doctest::Approx(paid - 40 * late["deals"]));
}

TEST_CASE("a discount costs its share of the price and buys odds at the last stage") {
  // A chance of a half, at odds of three to one: three quarters. A deal brings 90 instead of 100, and 50 of margin
  // instead of 60. Terms of the stage before the last one do not matter.
  Scenario s = shop({"qualify", "close"}, {40, day}, 100 * day);
  market(s).margin = 0.6;
  stage(s, 1).pass = 0.5;
  const Run plain(s);
  people(s).discount = models::Discount{0.1, 3, {}};
  const Run generous(s);
  const double deals = generous["deals"];
  const double asked = generous["leads"];
  CHECK(plain["deals"] / asked == doctest::Approx(0.5).epsilon(0.05));
  CHECK(deals / asked == doctest::Approx(0.75).epsilon(0.05));
  CHECK(generous["leads_qualified"] == plain["leads_qualified"]);
  CHECK(generous["revenue"] == doctest::Approx(90 * deals));
  CHECK(generous["discounts"] == doctest::Approx(10 * deals));
  CHECK(generous["gross_margin"] == doctest::Approx(50 * deals));
  // Whoever buys without a discount buys with one: one uniform decides.
  for (std::uint32_t k = 0; k < plain.leads(); ++k)
    if (!plain.times(What::won, k).empty()) CHECK(!generous.times(What::won, k).empty());
}

TEST_CASE("a deferral lets the customers of that role pay later") {
  Scenario s = stall(40 * day);
  people(s).discount = models::Discount{0, 1, Duration{1000 * day}};
  const Run run(s);
  CHECK(run["profit"] == doctest::Approx(60 * run["deals"]));
  CHECK(run["cash"] == doctest::Approx(-40 * run["deals"]));
  CHECK(std::isnan(run["break_even_month"]));
}

TEST_CASE("a stock is sold unit by unit, costs its holding, and then nobody is asked for more") {
  // 30 units. Whoever asks buys after a minute. With about 10 a day they are gone in three days, and everybody who asks
  // later is lost at once, without work.
  Scenario s = stall(31 * day);
  s.start = date(2026, 1, 1);
  market(s).stock = 30;
  market(s).holding = {3100};
  const Run run(s);
  CHECK(run["deals"] == 30);
  CHECK(run["leads_lost.sold_out"] == run["leads"] - 30);
  CHECK(run["unsold_end"] == 0);
  std::vector<sim::Time> sales;
  for (std::uint32_t k = 0; k < run.leads(); ++k)
    for (const sim::Time won : run.times(What::won, k)) sales.push_back(won);
  std::sort(sales.begin(), sales.end());
  REQUIRE(sales.size() == 30);
  CHECK(run["sold_out_on"] * static_cast<double>(day) == doctest::Approx(static_cast<double>(sales.back())));
  // A unit costs 31 in January: 1 a day until it is sold.
  double days = 0;
  for (const sim::Time sale : sales) days += static_cast<double>(sale) / static_cast<double>(day);
  CHECK(run["cost.holding"] == doctest::Approx(days).epsilon(1e-3));
  CHECK(run["unsold"] * 31 == doctest::Approx(days).epsilon(1e-9));
  CHECK(run["profit"] == doctest::Approx(30 * 60 - run["cost.holding"]));
  for (const models::Happening& happening : run.trace())
    if (happening.what == What::starts) CHECK(happening.time <= sales.back());
}

TEST_CASE("those who wait when the last unit goes are lost as sold out, and what lasts leaves units") {
  // One seller, a whole day of work each: 40 leads come in the first four days, 5 units go, the others wait.
  Scenario s = stall(30 * day);
  stage(s).work = constant(day);
  market(s).stock = 5;
  const Run run(s);
  CHECK(run["deals"] == 5);
  CHECK(run["leads"] == 5 + run["leads_lost.sold_out"]);
  market(s).stock = 1000;
  const Run plenty(s);
  const auto sold = std::count_if(plenty.trace().begin(), plenty.trace().end(),
                                  [](const models::Happening& happening) { return happening.what == What::won; });
  CHECK(sold > 20);
  CHECK(plenty["unsold_end"] == 1000 - static_cast<double>(sold));
  CHECK(std::isnan(plenty["sold_out_on"]));
  CHECK(plenty["leads_lost.sold_out"] == 0);
}

TEST_CASE("who is in somebody's hands when the last unit goes is lost once that work is done, and goes no further") {
  // The first stage takes a day, the second a minute; 20 people do both, so nobody waits. When the last of 3 units goes,
  // about ten leads a day are at the first stage: they finish it and are lost there.
  Scenario s = shop({"show", "sell"}, {10, day}, 30 * day, 20);
  stage(s, 0).work = constant(day);
  market(s).stock = 3;
  const Run run(s);
  sim::Time last = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k)
    for (const sim::Time won : run.times(What::won, k)) last = std::max(last, won);
  CHECK(run["deals"] == 3);
  CHECK(run["leads_lost.sold_out"] == run["leads"] - 3);
  CHECK(run["leads_qualified"] < run["deals"] + 20);
  std::size_t in_hand = 0;
  for (const models::Happening& happening : run.trace()) {
    if (happening.time <= last) continue;
    CHECK(happening.what != What::passes);
    CHECK(happening.what != What::starts);
    in_hand += happening.what == What::ends ? 1U : 0U;
  }
  CHECK(in_hand > 3);
}

TEST_CASE("a stock without an end is no stock") {
  Scenario s = stall(40 * day);
  const Run none(s);
  market(s).stock = 1'000'000;
  const Run much(s);
  for (const char* measure : {"revenue", "deals", "profit", "events", "utilisation.people"})
    CHECK(none[measure] == much[measure]);
}

TEST_CASE("clients use up the stock too, and miss what is no longer there") {
  // Ten clients need something every ten days; 25 units last for two rounds and a half.
  Scenario s = clientele(10, 50 * day, 10 * day);
  market(s).stock = 25;
  const Run run(s);
  CHECK(run["orders.repeat"] == 25);
  CHECK(run["orders.missed"] == 25);
}
