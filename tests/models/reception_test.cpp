#include <doctest/doctest.h>

#include "tests/models/clientele.hpp"

/// Somebody who answers first: puts new leads through, and serves simple orders herself.
namespace {

using namespace company;

models::Reception& reception(Scenario& s) { return term(house(s).work.reception, s, 0); }

/// Secretary in seat 0 answers in two minutes; a seller in seat 1 works for an hour on leads.
Scenario front_desk(double leads_per_day = 4) {
  Scenario s = shop({"sell"}, {leads_per_day, day}, 30 * day);
  stage(s).work = constant(hour);
  people_do(s, 1, {"reception"});
  hire(s, "sellers", 1, {"sell", "order"});
  reception(s).work = constant(2 * minute);
  return s;
}

}  // namespace

TEST_CASE("every lead that asks passes the reception, then the pipeline") {
  const Scenario s = front_desk();
  const Run run(s);
  const std::uint32_t desk = run.plan.activity(models::Service::reception);
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    const auto answered = run.at(What::starts, k, desk);
    const auto sold = run.at(What::starts, k, 0);
    REQUIRE(answered.size() == 1);
    CHECK(answered[0].seat == 0);
    if (sold.empty()) continue;
    CHECK(sold[0].seat == 1);
    CHECK(sold[0].time >= answered[0].time + 2 * minute);
  }
  CHECK(run["deals"] > 100);
  CHECK(run["time_share.people.reception"] * run["paid_time.people"] == doctest::Approx(run["leads"] / 30).epsilon(0.01));
}

TEST_CASE("a reception that takes no time, or that nobody does, changes nothing for leads") {
  Scenario s = front_desk();
  reception(s).work.reset();
  const Run instant(s);
  house(s).roles.items[0].second.does[0].activity = "wake";
  wake(s).chance = 0;
  const Run without(s);
  for (std::uint32_t k = 0; k < without.leads(); ++k)
    CHECK(instant.times(What::won, k) == without.times(What::won, k));
  CHECK(instant["profit"] == without["profit"]);
}

TEST_CASE("whoever is not answered in time is lost to the reception, at the price of a lead") {
  // An hour of work for a lead every half hour, and a patience of ten minutes: most go.
  Scenario s = front_desk(48);
  reception(s).work = constant(hour);
  reception(s).patience = constant(10 * minute);
  reception(s).answer_within = Duration{5 * minute};
  stage(s).work = constant(minute);
  const Run run(s);
  const double lost = run["leads_lost.abandoned"];
  CHECK(lost > 0.3 * run["leads"]);
  CHECK(run["margin_lost.abandoned"] == doctest::Approx(100 * lost));
  CHECK(run["leads"] == lost + run["deals"] + run["open_leads_end"]);
  // Loss formula for one server with a patience so short is near rho / (1 + rho), rho = 2.
  CHECK(lost / run["leads"] > 0.5);
  CHECK(lost / run["leads"] < 0.67);
  CHECK(run["answered_within.reception"] < 0.5);
  // On the way to the first stage, in the funnel.
  CHECK(run["came.sell"] == run["leads"]);
  CHECK(run["lost_at.sell.abandoned"] == lost);
}

TEST_CASE("simple orders are served by the reception, the others by whoever does orders") {
  // 40 clients, a need every 10 d, all brought by themselves. An order takes 30 minutes.
  Scenario s = clientele(40, 100 * day, 10 * day);
  people_do(s, 1, {"reception"});
  hire(s, "sellers", 1, {"order"});
  order(s).work = constant(30 * minute);
  reception(s).work = constant(2 * minute);
  reception(s).simple = 0.25;
  const Run run(s);
  const std::uint32_t desk = run.plan.activity(models::Service::reception);
  const std::uint32_t orders = run.plan.activity(models::Service::order);
  int simple = 0;
  int through = 0;
  for (const models::Happening& happening : run.trace()) {
    if (happening.what != What::starts) continue;
    if (happening.stage == orders) ++through;
    if (happening.stage == desk) ++simple;
  }
  simple -= through;
  CHECK(run["orders.repeat"] == doctest::Approx(400).epsilon(0.01));
  // Binomial, 400 times a quarter: within four standard deviations.
  CHECK(std::abs(simple - 100) < 35);
  CHECK(run["time_share.sellers.order"] * run["paid_time.sellers"] == doctest::Approx(through * 0.5).epsilon(0.02));
  CHECK(run["time_share.people.reception"] * run["paid_time.people"] ==
        doctest::Approx((simple + through) * 2 / 60.0 + simple * 0.5).epsilon(0.02));
}

TEST_CASE("orders that we have asked for do not pass the reception") {
  // Nobody brings an order himself; what we hear of comes by our contacts.
  Scenario s = clientele(40, 100 * day, 10 * day);
  market(s).repeat->initiative = 0;
  people_do(s, 1, {"reception"});
  hire(s, "sellers", 1, {"order"});
  order(s).work = constant(30 * minute);
  reception(s).work = constant(2 * minute);
  const Run run(s);
  CHECK(run["orders.repeat"] > 300);
  CHECK(run["time_share.people.reception"] == 0);
}

TEST_CASE("an order that the reception answers too late is missed, and its client may leave") {
  Scenario s = clientele(40, 100 * day, 10 * day);
  people_do(s, 0, {"reception"});
  hire(s, "sellers", 1, {"order"});
  reception(s).work = constant(2 * minute);
  reception(s).patience = constant(hour);
  order(s).leave = 1;
  order(s).patience = constant(day);
  order(s).work = constant(minute);
  const Run run(s);
  CHECK(run["orders.repeat"] == 0);
  CHECK(run["clients_lost.bad_service"] == 40);
}
