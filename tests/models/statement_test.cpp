#include <doctest/doctest.h>

#include <cmath>

#include "models/statement.hpp"
#include "tests/models/any_company.hpp"
#include "tests/models/clientele.hpp"

/// The profit and loss statement: gross margin by kind of order, payroll by role, and that all of it adds up.
namespace {

using namespace company;
using models::Amount;

std::int64_t hundredths(double money) { return std::llround(money * 100); }

}  // namespace

TEST_CASE("profit of a tiny company, line by line by hand") {
  // January and February 2026, 59 days. Nobody asks. One client needs something every 20 d and brings it: the first at
  // U × 20 d, three orders in all if U × 20 + 40 < 59, of 100.00 each at a margin of 33.33 %: 33.33 each.
  // The servant calls him once 5 d have passed without a talk, and sells him something each time, at 33.33 too.
  // Servants: two at 1,000.01 a month, 30 % on top: 300.003 → 300.00 each. The guard: one from 15 January, 17 of 31
  // days: 3,100 × 17/31 = 1,700.00 and then 3,100.00; 25 % on top: 425.00 and 775.00.
  // A seat costs 10.00 a month, the guard's 17/31 of it in January: 5.48; his hiring costs 99.99.
  Scenario s = clientele(1, 59 * day, 20 * day);
  s.start = date(2026, 1, 1);
  s.horizon = {2, 0};
  market(s).margin = 0.3333;
  contact(s).every = Duration{5 * day};
  contact(s).work = constant(minute);
  contact(s).upsell = 1;
  models::Role& servant = people_do(s, 2, {"contact"});
  servant.pay.base = Amount{100'001};
  servant.pay.on_top = 0.3;
  servant.pay.seat = Amount{1'000};
  models::Role& guard = hire(s, "guard", 1, {"serve"});
  guard.staff = {models::Staff::Kind::dates, {0, 1}, {date(2026, 1, 1), date(2026, 1, 15)}};
  guard.pay.base = Amount{310'000};
  guard.pay.on_top = 0.25;
  guard.pay.seat = Amount{1'000};
  guard.pay.hiring = Amount{9'999};
  const Run run(s);
  const auto orders = static_cast<std::int64_t>(run["orders.repeat"]);
  const auto extra = static_cast<std::int64_t>(run["orders.upsell"]);
  REQUIRE(orders >= 2);
  REQUIRE(extra >= 7);
  CHECK(hundredths(run["gross_margin.first"]) == 0);
  CHECK(hundredths(run["gross_margin.repeat"]) == 3'333 * orders);
  CHECK(hundredths(run["gross_margin.upsell"]) == 3'333 * extra);
  CHECK(hundredths(run["payroll.people"]) == 2 * 2 * (100'001 + 30'000));
  CHECK(hundredths(run["payroll.guard"]) == 170'000 + 42'500 + 310'000 + 77'500);
  CHECK(hundredths(run["cost.hiring"]) == 9'999);
  CHECK(hundredths(run["cost.seats"]) == 4 * 1'000 + 548 + 1'000);
  CHECK(hundredths(run["profit"]) == 3'333 * (orders + extra) - 520'004 - 600'000 - 9'999 - 5'548);
}

TEST_CASE("the margin of an order belongs to its kind: first orders, orders at waking, extra orders") {
  // Everybody who asks buys at once, for 100.00 at 25 %, and never again for years; sleepers are woken at once
  // and order then.
  Scenario s = walk_ins(3, 60 * day, 1000 * day);
  market(s).margin = 0.25;
  market(s).dormant = 30;
  dormancy(s).after = Duration{900 * day};
  wake(s).chance = 1;
  people_do(s, 1, {"wake"});
  const Run run(s);
  CHECK(run["woken"] == 30);
  CHECK(run["orders.repeat"] >= 30);
  CHECK(run["gross_margin.repeat"] == 25 * run["orders.repeat"]);
  CHECK(run["orders.first"] > 100);
  CHECK(run["gross_margin.first"] == 25 * run["orders.first"]);
  CHECK(run["gross_margin.upsell"] == 0);
}

TEST_CASE("any company's profit is the sum of the statement's lines, to the hundredth, in every replication") {
  std::size_t not_zero = 0;
  for (std::uint32_t number = 0; number < 200; ++number) {
    CAPTURE(number);
    const models::Scenario scenario = any_company::company(number);
    const models::DepartmentPlan plan(scenario, 0);
    const sim::Catalogue catalogue = models::catalogue(plan);
    REQUIRE(catalogue.breakdowns.size() == 1);
    const sim::Breakdown& profit = catalogue.breakdowns.front();
    CHECK(profit.total == "profit");
    CHECK(profit.grain == 100);
    CHECK(profit.terms.size() == std::size(models::margin_lines) + std::size(models::cost_lines) + plan.roles.size());
    models::DepartmentAtWork<> at_work(plan);
    for (const std::uint32_t replication : {0U, 1U}) {
      at_work.run(5, replication);
      const auto total = [&](const std::string& name) {
        const sim::Measure& measure = catalogue.measures.at(catalogue.find(name));
        CHECK(measure.estimator == sim::Estimator::mean);
        std::int64_t sum = 0;
        for (std::size_t row = 1; row <= plan.month_names.size(); ++row)
          sum += at_work.ledger()[row * catalogue.slots + measure.numerator];
        return sum;
      };
      std::int64_t sum = 0;
      for (const sim::Breakdown::Term& term : profit.terms) {
        const std::int64_t part = total(term.measure);
        not_zero += part != 0 ? 1 : 0;
        sum += term.sign * part;
      }
      CHECK(sum == total("profit"));
    }
  }
  CHECK(not_zero > 1000);
}
