#include <doctest/doctest.h>

#include "tests/models/company.hpp"

/// How people come, learn and go, in models so small that every number is computed by hand.
namespace {

using company::constant;
using company::day;
using company::hour;
using company::minute;
using company::people;
using company::Run;
using company::shop;

/// One lead an hour on average, nobody waits long; the calendar never closes.
models::Scenario busy_shop(std::int64_t staff = 1) { return shop({"serve"}, {1, hour}, 40 * day, staff); }

}  // namespace

TEST_CASE("a person leaves when his tenure ends, and the newcomer comes after the hiring time") {
  // Tenure is always 20 d. The first holder has U × 20 d of it left, the second starts 5 d later and stays 20 d, the third
  // comes 5 d after that, on day 50 at the latest, and leaves on day 50 at the earliest.
  models::Scenario s = shop({"serve"}, {1, hour}, 50 * day);
  people(s).tenure = constant(20 * day);
  people(s).hire = constant(5 * day);
  people(s).pay.hiring = {100'00};
  const Run run(s);
  CHECK(run["quits.people"] == 2);
  CHECK(run["joined.people"] == 2);
  CHECK(run["headcount.people"] * 50 == doctest::Approx(40).epsilon(1e-9));
  CHECK(run["vacancies.people"] * 50 == doctest::Approx(10).epsilon(1e-9));
  CHECK(run["cost.hiring"] == 200);
}

TEST_CASE("training is paid and not worked, and speed then grows along the ramp") {
  // A seat is opened on day 10. The newcomer trains for 2 d: he is employed from day 10, busy from day 12 at the earliest.
  models::Scenario s = busy_shop();
  people(s).staff.kind = models::Staff::Kind::dates;
  people(s).staff.counts = {0, 1};
  people(s).staff.dates = {s.start, s.start + std::chrono::days{10}};
  people(s).training = models::Duration{2 * day};
  people(s).ramp = models::Ramp{models::Duration{10 * day}, 0.5, false};
  const Run run(s);
  CHECK(run["headcount.people"] * 40 == doctest::Approx(30).epsilon(1e-12));
  CHECK(run["absent_time.people"] == doctest::Approx(48).epsilon(1e-12));
  sim::Time first = sim::never;
  for (const models::Happening& happening : run.trace())
    if (happening.what == models::Happening::What::starts) first = std::min(first, happening.time);
  CHECK(first == 12 * day);  // by then a crowd waits
  // The first job starts at half speed: a minute of work takes two.
  for (const models::Happening& happening : run.trace())
    if (happening.what == models::Happening::What::ends) {
      CHECK(happening.time == 12 * day + 2 * minute);
      break;
    }
}

TEST_CASE("base pay follows the days employed, and a seat costs as long as it is filled") {
  // 5 January to 14 February 2026: employed from 15 January (day 10). January: 17 of 31 days; February: 13 of 28 days.
  models::Scenario s = busy_shop();
  people(s).staff.kind = models::Staff::Kind::dates;
  people(s).staff.counts = {0, 1};
  people(s).staff.dates = {s.start, s.start + std::chrono::days{10}};
  people(s).pay.base = {3100'00};
  people(s).pay.seat = {310'00};
  const Run run(s);
  CHECK(run["pay.base"] == doctest::Approx(1700 + 3100.0 * 13 / 28).epsilon(1e-5));
  CHECK(run["cost.seats"] == doctest::Approx(170 + 310.0 * 13 / 28).epsilon(1e-5));
}

TEST_CASE("a seat that is given up costs a dismissal, a rented one does not") {
  models::Scenario s = busy_shop(2);
  people(s).staff.kind = models::Staff::Kind::dates;
  people(s).staff.counts = {2, 1};
  people(s).staff.dates = {s.start, s.start + std::chrono::days{10}};
  people(s).pay.dismissal = {500'00};
  CHECK(Run(s)["cost.dismissal"] == 500);
  people(s).rented = true;
  CHECK(Run(s)["cost.dismissal"] == 0);
}

TEST_CASE("a seat advertised ahead is filled after the hiring time, on its date at the earliest") {
  // Wanted from day 10; hiring takes 6 d. Advertised 4 d ahead: filled on day 12. Advertised 8 d ahead: on day 10.
  models::Scenario s = busy_shop();
  people(s).staff.kind = models::Staff::Kind::dates;
  people(s).staff.counts = {0, 1};
  people(s).staff.dates = {s.start, s.start + std::chrono::days{10}};
  people(s).hire = constant(6 * day);
  people(s).ahead = models::Duration{4 * day};
  CHECK(Run(s)["headcount.people"] * 40 == doctest::Approx(28).epsilon(1e-12));
  people(s).ahead = models::Duration{8 * day};
  CHECK(Run(s)["headcount.people"] * 40 == doctest::Approx(30).epsilon(1e-12));
  people(s).rented = true;
  people(s).ahead.reset();
  CHECK(Run(s)["headcount.people"] * 40 == doctest::Approx(30).epsilon(1e-12));
}

TEST_CASE("heads cost their pay and lift the effort of those whom they lead") {
  // Three people, one head for two: two work at 100 %, the third (the highest seat) at 50 %.
  models::Scenario s = shop({"serve"}, {600, hour}, 31 * day, 3);  // more than anybody can do
  s.start = company::date(2026, 1, 1);
  s.departments.items[0].second.head = models::Head{2, 1, {700'00}, 1, 0.5, {}};
  const Run run(s);
  CHECK(run["cost.heads"] == doctest::Approx(700).epsilon(1e-9));
  CHECK(run["slack_time.people"] == doctest::Approx(31 * 24 / 2.0).epsilon(1e-3));
  s.departments.items[0].second.head->most = 2;
  const Run both(s);
  CHECK(both["cost.heads"] == doctest::Approx(1400).epsilon(1e-9));
  CHECK(both["slack_time.people"] == 0);
}

TEST_CASE("a vacancy is filled from the role below first") {
  // The only seller's tenure ends within 20 d; the caller is promoted at once, and his own seat falls vacant for 5 d.
  models::Scenario s = busy_shop();
  models::Role below = company::role(1, {"serve"});
  below.promotes_to = models::Promotion{"people", {}};
  below.hire = constant(5 * day);
  people(s).tenure = constant(20 * day);
  s.departments.items[0].second.roles.items.push_back({"below", below});
  const Run run(s);
  CHECK(run["vacancies.people"] == 0);
  CHECK(run["joined.people"] == 2);
  CHECK(run["vacancies.below"] * 40 == doctest::Approx(10).epsilon(1e-9));
  // Who is promoted has not left: his seat is vacant, not given up.
  std::size_t promoted = 0;
  for (const models::Happening& happening : run.trace()) {
    CHECK(happening.what != models::Happening::What::leaves);
    promoted += happening.what == models::Happening::What::promoted ? 1U : 0U;
  }
  CHECK(promoted == 2);
}

TEST_CASE("a bonus is paid for a month with enough leads, a piece for each lead passed on") {
  models::Scenario s = shop({"serve"}, {1, hour}, 31 * day, 1);
  s.start = company::date(2026, 1, 1);
  people(s).pay.base = {1000'00};
  people(s).pay.per_lead = {2'00};
  const double passed = Run(s)["deals"];
  CHECK(Run(s)["pay.per_lead"] == doctest::Approx(2 * passed));
  // Each piece is paid once, in the month in which the lead was passed on, and not for what a warm-up passed on.
  s.horizon.length = 90 * day;
  s.warm_up.length = 10 * day;
  const Run months(s);
  for (const std::size_t month : {0U, 1U, 2U}) CHECK(months.month("payroll", month) == 1000 + 2 * months.month("deals", month));
  CHECK(months["pay.per_lead"] == doctest::Approx(2 * months["deals"]));
  s.horizon.length = 31 * day;
  s.warm_up.length = 0;
  people(s).pay.bonus = models::Bonus{0.1, static_cast<std::int64_t>(passed), 0};
  CHECK(Run(s)["pay.bonus"] == 100);
  people(s).pay.bonus->leads += 1;
  CHECK(Run(s)["pay.bonus"] == 0);
}

TEST_CASE("the best of several candidates for the first activity is taken") {
  // Odds are lognormal with mean 1 and cv 1; the best of ten is far above the median.
  models::Scenario s = shop({"serve"}, {60, hour}, 30 * day, 4);
  company::stage(s).pass = 0.5;
  const double neutral = Run(s)["deals"];
  people(s).talent = models::Talent{0, 1};
  CHECK(Run(s)["deals"] == neutral);
  people(s).talent = models::Talent{1, 10};
  CHECK(Run(s)["deals"] > 1.15 * neutral);
}
