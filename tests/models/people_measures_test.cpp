#include "models/people_measures.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "tests/models/any_company.hpp"
#include "tests/models/clientele.hpp"

/// What single persons earn, do and own, and how far they differ.
namespace {

using namespace company;
using models::Amount;

/// One replication in which people are measured, too.
struct PeopleRun {
  explicit PeopleRun(const Scenario& s, std::uint64_t seed = 1, std::uint32_t replication = 0)
      : system(s, 0, seed, true), row(system.worker()->observe(replication)) {}

  bool has(const std::string& name) const { return system.catalogue().find(name) < system.catalogue().measures.size(); }
  double operator[](const std::string& name) const {
    const sim::Measure& measure = system.catalogue().measures.at(system.catalogue().find(name));
    const double numerator = row.totals.at(measure.numerator);
    return measure.estimator == sim::Estimator::ratio ? numerator / row.totals.at(measure.denominator) : numerator;
  }

  models::DepartmentSystem system;
  sim::Observation row;
};

}  // namespace

TEST_CASE("spread is the standard deviation of a sample where all weights are equal, and weighs where they are not") {
  const auto spread = [](std::vector<double> values, std::vector<double> weights) {
    return models::weighted_spread(values, weights);
  };
  CHECK(spread({1, 3}, {1, 1}) == doctest::Approx(std::sqrt(2)));
  CHECK(spread({2, 4, 4, 4, 5, 5, 7, 9}, std::vector<double>(8, 12)) == doctest::Approx(std::sqrt(32.0 / 7)));
  // Mean (2·1 + 1·3) / 3 = 5/3; squares (2·4/9 + 16/9) / 3 = 8/9; times 2/1.
  CHECK(spread({1, 3, 7}, {2, 1, 0}) == doctest::Approx(4.0 / 3));
  CHECK(spread({5, 5, 5}, {1, 2, 3}) == 0);
  CHECK(spread({5, 9}, {1, 0}) < 0);
  CHECK(spread({}, {}) < 0);
}

TEST_CASE("pay of a seat is per mean month in which somebody holds it; seats are counted within their role") {
  // January 2026. Both sellers have 1,000.00 a month, the second from 15 January: 17 days, 1000·17/31 = 548.39.
  // Per mean month of 30.4375 days: 1000 · 30.4375/31 = 981.85 and 548.39 · 30.4375/17 = 981.86. The guard has 500.00.
  Scenario s = shop({"call"}, {1, 100 * day}, 0, 0);
  s.start = date(2026, 1, 1);
  s.horizon = {1, 0};
  people(s).staff = {models::Staff::Kind::dates, {1, 2}, {date(2026, 1, 1), date(2026, 1, 15)}};
  people(s).pay.base = Amount{100'000};
  people(s).pay.on_top = 0.3;
  hire(s, "guard", 1, {"call"}).pay.base = Amount{50'000};
  const PeopleRun run(s);
  const double month = static_cast<double>(sim::mean_month) / static_cast<double>(day);
  const double first = 1000 * month / 31;
  const double second = 548.39 * month / 17;
  CHECK(run["earnings.people.1"] == doctest::Approx(first).epsilon(1e-12));
  CHECK(run["earnings.people.2"] == doctest::Approx(second).epsilon(1e-12));
  CHECK(run["earnings.guard.1"] == doctest::Approx(500 * month / 31).epsilon(1e-12));
  CHECK_FALSE(run.has("earnings.people.3"));
  CHECK_FALSE(run.has("earnings.guard.2"));
  CHECK(run["employed.people.1"] == doctest::Approx(31 / month).epsilon(1e-12));
  CHECK(run["employed.people.2"] == doctest::Approx(17 / month).epsilon(1e-12));
  CHECK(run["holders.people.2"] == 1);
  // Weights 31 and 17 days; x̄ = first + 17/48 d, squares 31·17/48² d², times 2.
  CHECK(run["earnings_spread.people"] ==
        doctest::Approx((second - first) * std::sqrt(2.0 * 31 * 17) / 48).epsilon(1e-9));
  CHECK(std::isnan(run["earnings_spread.guard"]));  // 0 / 0: there is nobody to differ from
}

TEST_CASE("time shares of a seat: two people who take turns at jobs of an hour") {
  // All leads wait when the week of 45 h begins: both persons take the first two, and so on in turn. Of n leads the
  // first person does ⌈n/2⌉ calls of 1 h, the second ⌊n/2⌋; each call leads to a visit of 30 min, which both prefer.
  Scenario s = office({"call", "visit"}, 9, 2);
  stage(s, 0).work = constant(hour);
  stage(s, 1).work = constant(30 * minute);
  people(s) = role(2, {"visit", "call"});
  people(s).owns_leads = true;
  const Run counted(s);
  const double n = counted.leads();
  REQUIRE(n >= 5);
  REQUIRE(n <= 16);
  const PeopleRun run(s);
  const double one = std::ceil(n / 2);
  const double two = std::floor(n / 2);
  CHECK(run["time_share.people.1.call"] == doctest::Approx(one / 45).epsilon(1e-12));
  CHECK(run["time_share.people.2.call"] == doctest::Approx(two / 45).epsilon(1e-12));
  CHECK(run["time_share.people.1.visit"] == doctest::Approx(one / 90).epsilon(1e-12));
  CHECK(run["time_share.people.2.visit"] == doctest::Approx(two / 90).epsilon(1e-12));
  CHECK(run["idle_share.people.1"] == doctest::Approx(1 - one / 30).epsilon(1e-12));
  CHECK(run["idle_share.people.2"] == doctest::Approx(1 - two / 30).epsilon(1e-12));
  CHECK(run["idle_share_spread.people"] == doctest::Approx((one - two) / 30 / std::sqrt(2)).epsilon(1e-9).scale(1));
}

TEST_CASE("portfolios: clients are dealt to owners in order, so three clients are two and one") {
  Scenario s = clientele(3, 100 * day, 20 * day);
  people_do(s, 2, {"order"}).owns_clients = true;
  hire(s, "clerk", 1, {"contact"});
  const PeopleRun run(s);
  CHECK(run["portfolio.people.1"] == doctest::Approx(2).epsilon(1e-12));
  CHECK(run["portfolio.people.2"] == doctest::Approx(1).epsilon(1e-12));
  CHECK(run["portfolio_spread.people"] == doctest::Approx(1 / std::sqrt(2)).epsilon(1e-9));
  CHECK_FALSE(run.has("portfolio.clerk.1"));
  CHECK_FALSE(run.has("portfolio_spread.clerk"));
}

TEST_CASE("tenure of a seat's holders: of those who left, and of the one who is there at the horizon") {
  // Tenure is always 20 d, hiring takes 5 d. The first holder has U × 20 d left, the second stays 20 d from
  // U × 20 + 5 on, the third comes at U × 20 + 30, and the horizon of 40 d finds him there unless U > 1/2.
  Scenario s = shop({"serve"}, {1, hour}, 40 * day);
  people(s).tenure = constant(20 * day);
  people(s).hire = constant(5 * day);
  const double rest = 20 * draws().uniform(sim::word("career/first_tenure"), 0);
  const bool third = rest + 30 < 40;
  const double month = static_cast<double>(sim::mean_month) / static_cast<double>(day);
  const PeopleRun run(s);
  CHECK(run["holders.people.1"] == (third ? 3 : 2));
  const bool second_left = rest + 25 < 40;
  CHECK(run["tenure_left.people.1"] == doctest::Approx((second_left ? (rest + 20) / 2 : rest) / month).epsilon(1e-9));
  const double there = third ? 40 - rest - 30 : 40 - rest - 5;
  if (third || !second_left)
    CHECK(run["tenure_there.people.1"] == doctest::Approx(there / month).epsilon(1e-9));
  else
    CHECK(std::isnan(run["tenure_there.people.1"]));
  // What happens in a warm-up is not counted, but the time on the seat is.
  s.warm_up.length = 30 * day;
  s.horizon.length = 1 * day;
  people(s).tenure.reset();
  const PeopleRun later(s);
  CHECK(later["holders.people.1"] == 1);
  CHECK(later["tenure_there.people.1"] == doctest::Approx(31 / month).epsilon(1e-12));
}

TEST_CASE("a seat's busy time is what the trace says, in microseconds") {
  // Three people at a counter that never closes: paid time at work is the time from starts to ends, up to the horizon.
  Scenario s = shop({"call", "close"}, {3, hour}, 70 * day, 3);
  for (const std::size_t number : {0U, 1U}) stage(s, number).work = exponential(40 * minute);
  const Run run(s, 3, 1);
  std::vector<sim::Time> busy(3 * run.plan.stage_names.size(), 0);
  std::vector<sim::Time> since(3, -1);
  std::vector<std::uint32_t> activity(3, 0);
  for (const models::Happening& happening : run.trace()) {
    if (happening.seat < 0 || (happening.what != What::starts && happening.what != What::ends)) continue;
    const auto seat = static_cast<std::size_t>(happening.seat);
    const sim::Time now = std::min(happening.time, run.plan.horizon);
    if (happening.what == What::starts) {
      since[seat] = now;
      activity[seat] = happening.stage;
    } else {
      busy[seat * run.plan.stage_names.size() + happening.stage] += now - since[seat];
      since[seat] = -1;
    }
  }
  for (std::size_t seat = 0; seat < 3; ++seat)  // whoever is at work when the run ends
    if (since[seat] >= 0) busy[seat * run.plan.stage_names.size() + activity[seat]] += run.plan.horizon - since[seat];
  CHECK(std::ranges::equal(run.at_work.seat_activities(), busy));
  CHECK(busy[0] > 30 * day / 2);
}

TEST_CASE("any company's seats add up to their roles, and each seat's time to its paid time") {
  using L = models::LedgerLayout;
  std::int64_t left = 0;
  for (std::uint32_t number = 0; number < 300; ++number) {
    CAPTURE(number);
    const models::Scenario scenario = any_company::company(number);
    const models::DepartmentPlan plan(scenario, 0);
    const L& layout = plan.layout;
    models::DepartmentAtWork<> at_work(plan);
    at_work.run(2, 0);
    const auto total = [&](std::uint32_t slot) {
      std::int64_t sum = 0;
      for (std::size_t row = 1; row <= plan.month_names.size(); ++row)
        sum += at_work.ledger()[row * layout.slots() + slot];
      return sum;
    };
    for (std::uint32_t r = 0; r < plan.roles.size(); ++r) {
      models::SeatBooks sum;
      std::vector<sim::Time> on(layout.activities, 0);
      std::int64_t begun = 0;
      for (std::uint32_t n = 0; n < plan.roles[r].seats; ++n) {
        const std::uint32_t seat = plan.roles[r].first_seat + n;
        const models::SeatBooks& books = at_work.seats()[seat];
        sum.hours.add(books.hours);
        sum.paid += books.paid;
        sum.employed += books.employed;
        sum.owned += books.owned;
        sum.earnings += books.earnings;
        begun += books.holders;
        sim::Time busy = 0;
        for (std::uint32_t a = 0; a < layout.activities; ++a) {
          const sim::Time time = at_work.seat_activities()[seat * layout.activities + a];
          on[a] += time;
          busy += time;
        }
        CHECK(busy + books.hours.idle == books.hours.present());
        CHECK(books.hours.present() + books.hours.absent == books.paid);
        CHECK(books.employed <= plan.horizon);
        CHECK(books.left + books.there == books.holders);
        CHECK(books.tenure_there <= plan.horizon - plan.begin);
        left += books.left;
      }
      CHECK(sum.hours.worked == total(layout.book(r, L::worked)));
      CHECK(sum.hours.slack == total(layout.book(r, L::slack)));
      CHECK(sum.hours.idle == total(layout.book(r, L::idle)));
      CHECK(sum.hours.absent == total(layout.book(r, L::absent)));
      CHECK(sum.hours.overtime == total(layout.book(r, L::overtime)));
      CHECK(sum.paid == total(layout.book(r, L::paid)));
      CHECK(sum.employed == total(layout.by_role(r, L::employed)));
      CHECK(sum.owned == total(layout.by_role(r, L::owned_time)));
      CHECK(sum.earnings == total(layout.book(r, L::earnings)));
      for (std::uint32_t a = 0; a < layout.activities; ++a) CHECK(on[a] == total(layout.time_on(r, a)));
      CHECK(begun >= total(layout.by_role(r, L::joined)));
    }
  }
  CHECK(left > 300);
}

TEST_CASE("measuring people changes nothing else, and costs nothing where it is not wanted") {
  for (std::uint32_t number = 0; number < 40; ++number) {
    CAPTURE(number);
    const models::Scenario scenario = any_company::company(number);
    const models::DepartmentSystem plain(scenario, 0, 1);
    const models::DepartmentSystem with(scenario, 0, 1, true);
    const sim::Observation a = plain.worker()->observe(3);
    const sim::Observation b = with.worker()->observe(3);
    REQUIRE(a.totals.size() == plain.catalogue().slots);
    REQUIRE(b.totals.size() == with.catalogue().slots);
    CHECK(std::equal(a.totals.begin(), a.totals.end(), b.totals.begin()));
    CHECK(a.by_period == b.by_period);
    // Measures that both have are kept at the same place.
    for (std::size_t m = 0; m < plain.catalogue().measures.size(); ++m) {
      CHECK(plain.catalogue().measures[m].name == with.catalogue().measures[m].name);
      CHECK(plain.catalogue().measures[m].numerator == with.catalogue().measures[m].numerator);
    }
    for (const sim::Measure& measure : with.catalogue().measures) {
      if (measure.estimator == sim::Estimator::quantile) continue;
      CHECK(measure.numerator < with.catalogue().slots);
      CHECK(std::isfinite(b.totals[measure.numerator]));
    }
  }
}
