#include <doctest/doctest.h>

#include <cmath>

#include "tests/models/company.hpp"

// Worked examples of money. All sums are whole hundredths, so they are compared exactly.

using company::constant;
using company::office;
using company::people;
using company::Run;
using company::Scenario;
using company::shop;
using company::stage;
using models::Amount;
using sim::day;
using sim::hour;
using sim::minute;
using sim::Time;
using What = models::Happening::What;

namespace {

constexpr std::uint64_t seed = 1;

/// A sum of money as the books have it [hundredths].
std::int64_t hundredths(double money) { return std::llround(money * 100); }

}  // namespace

// ---- pay ----

TEST_CASE("base pay goes by calendar month, partial months by their days") {
  // From 11 January to 11 March 2026, 60,000 a month: 21 of 31 days, all of February, 10 of 31 days.
  // 60000·21/31 = 40645.161…, 60000, 60000·10/31 = 19354.838…
  Scenario s = shop({"call"}, {1, day}, 0);
  s.start = company::date(2026, 1, 11);
  s.horizon = {2, 0};
  people(s).pay.base = Amount{6'000'000};
  const Run run(s, seed);
  CHECK(hundredths(run.month("payroll", 0)) == 4'064'516);
  CHECK(hundredths(run.month("payroll", 1)) == 6'000'000);
  CHECK(hundredths(run.month("payroll", 2)) == 1'935'484);
  CHECK(hundredths(run["pay.base"]) == 4'064'516 + 6'000'000 + 1'935'484);
  // February of a leap year has 29 days.
  s.start = company::date(2024, 2, 15);
  const Run leap(s, seed);
  CHECK(hundredths(leap.month("payroll", 0)) == 3'103'448);  // 15/29
}

TEST_CASE("base pay of who comes and goes within a month is for the days of employment, each person rounded") {
  // Two people from the 11th to the 15th of a month of 31 days, the first all month: 100.00 and 100·5/31 = 16.129
  // → 16.13.
  Scenario s = shop({"call"}, {1, day}, 0);
  s.start = company::date(2026, 1, 1);
  s.horizon = {1, 0};
  people(s).pay.base = Amount{10'000};
  people(s).staff = {models::Staff::Kind::dates,
                     {1, 3, 1},
                     {company::date(2026, 1, 1), company::date(2026, 1, 11), company::date(2026, 1, 16)}};
  CHECK(hundredths(Run(s, seed)["pay.base"]) == 10'000 + 2 * 1'613);
}

TEST_CASE("hourly pay is for time present, slack and overtime included, absence not") {
  // One job of 10 h on the first of five days of 9 h: 45 h present and 1 h of overtime at 12.34 = 567.64.
  Scenario s = office({"call"}, 3);
  s.horizon.length = 7 * day;
  stage(s).work = constant(10 * hour);
  people(s).pay.hourly = Amount{1'234};
  const Run run(s, seed);
  const auto jobs = static_cast<std::int64_t>(run.leads());
  REQUIRE(jobs >= 1);
  REQUIRE(jobs <= 5);
  CHECK(hundredths(run["pay.hourly"]) == (45 + jobs) * 1'234);
  // With effort 50 % five hours of work take ten again: half of the 9 within the shift is slack, and paid as well.
  people(s).effort = 0.5;
  stage(s).work = constant(5 * hour);
  const Run slack(s, seed);
  CHECK(hundredths(slack["pay.hourly"]) == (45 + jobs) * 1'234);
  CHECK(slack["slack_time.people"] == 4.5 * static_cast<double>(jobs));
  // 300 days of holiday a year, all of them paid, but not by the hour.
  people(s).absence.holiday = models::Duration{300 * day};
  s.horizon.length = 364 * day;
  const Run away(s, seed);
  CHECK(hundredths(away["pay.hourly"]) ==
        hundredths((away["paid_time.people"] - away["absent_time.people"] + away["overtime.people"]) * 12.34));
  CHECK(away["absent_time.people"] > 1'000);
}

TEST_CASE("commission on first orders goes to who closes, on revenue or on margin") {
  // Orders of 1234.56 at a margin of 33.3 % = 411.10848 → 411.11. 5 % of revenue = 61.728 → 61.73 each; of the margin
  // 20.5555 → 20.56 each.
  for (const bool on_margin : {false, true}) {
    Scenario s = shop({"call", "close"}, {1, 5 * hour}, 20 * day);
    people(s) = company::role(1, {"call"});
    people(s).pay.first = 0.5;  // who does not close gets nothing
    company::add_role(s, "closer", company::role(1, {"close"}));
    people(s, 1).pay.first = 0.05;
    people(s, 1).pay.of = on_margin ? models::Base::margin : models::Base::revenue;
    company::customers(s).order = models::AmountLaw{sim::Distribution::constant(123'456)};
    company::customers(s).margin = 0.333;
    const Run run(s, seed);
    const auto deals = static_cast<std::int64_t>(run["deals"]);
    REQUIRE(deals > 50);
    CHECK(hundredths(run["revenue"]) == deals * 123'456);
    CHECK(hundredths(run["gross_margin"]) == deals * 41'111);
    CHECK(hundredths(run["pay.commission"]) == deals * (on_margin ? 2'056 : 6'173));
  }
}

TEST_CASE("a first order at a loss costs margin and brings no commission on it") {
  // −12.345 % of 100.00 = −12.345 → −12.35: halves away from zero.
  Scenario s = shop({"call"}, {1, 5 * hour}, 20 * day);
  company::customers(s).margin = -0.12345;
  people(s).pay.first = 0.5;
  people(s).pay.of = models::Base::margin;
  const Run run(s, seed);
  const auto deals = static_cast<std::int64_t>(run["deals"]);
  CHECK(hundredths(run["gross_margin"]) == -1'235 * deals);
  CHECK(run["pay.commission"] == 0);
}

TEST_CASE("each lead's order is its own draw, rounded to hundredths before anything is taken from it") {
  Scenario s = shop({"call"}, {1, 5 * hour}, 60 * day);
  const sim::Distribution law = sim::Distribution::lognormal(10'000.5, 0.8);
  company::customers(s).order = models::AmountLaw{law};
  company::customers(s).margin = 0.2;
  const Run run(s, seed, 2);
  const sim::Sampler sampler(law);
  std::int64_t revenue = 0;
  std::int64_t margin = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    if (run.times(What::won, k).empty() || run.times(What::won, k)[0] >= 60 * day) continue;
    sim::Stream stream = sim::Draws(seed, 2).at(sim::word("order/customers/door"), k);
    const std::int64_t value = std::llround(sampler(stream));
    revenue += value;
    margin += std::llround(static_cast<double>(value) * 0.2);
  }
  CHECK(hundredths(run["revenue"]) == revenue);
  CHECK(hundredths(run["gross_margin"]) == margin);
}

TEST_CASE("contributions on top are a share of each person's pay of the month") {
  // Two people at 100.01 each in one month; 30 % of 100.01 = 30.003 → 30.00 each.
  Scenario s = shop({"call"}, {1, 100 * day}, 0, 2);
  s.start = company::date(2026, 1, 1);
  s.horizon = {1, 0};
  people(s).pay.base = Amount{10'001};
  people(s).pay.on_top = 0.3;
  const Run run(s, seed);
  CHECK(hundredths(run["pay.on_top"]) == 2 * 3'000);
  CHECK(hundredths(run["payroll"]) == 2 * (10'001 + 3'000));
  CHECK(hundredths(run["earnings.people"]) ==
        std::llround(10'001 * static_cast<double>(sim::mean_month) / static_cast<double>(31 * day)));
}

TEST_CASE("the waterfall: profit = margin − pay − contributions − leads, to the hundredth") {
  Scenario s = shop({"call"}, {1, 3 * hour}, 90 * day, 2);
  company::customers(s).margin = 0.35;
  company::door(s).cost = Amount{777};
  stage(s).pass = 0.3;
  people(s).pay.base = Amount{123'457};
  people(s).pay.hourly = Amount{311};
  people(s).pay.first = 0.037;
  people(s).pay.on_top = 0.302;
  const Run run(s, seed);
  CHECK(hundredths(run["cost.leads"]) == 777 * static_cast<std::int64_t>(run["leads"]));
  CHECK(hundredths(run["payroll"]) == hundredths(run["pay.base"]) + hundredths(run["pay.hourly"]) +
                                          hundredths(run["pay.commission"]) + hundredths(run["pay.on_top"]));
  CHECK(hundredths(run["cost"]) == hundredths(run["payroll"]) + hundredths(run["cost.leads"]));
  CHECK(hundredths(run["profit"]) == hundredths(run["gross_margin"]) - hundredths(run["cost"]));
  // Months add up to the total.
  std::int64_t sum = 0;
  for (std::size_t m = 0; m < run.plan.month_names.size(); ++m) sum += hundredths(run.month("profit", m));
  CHECK(hundredths(run["profit"]) == sum);
}

// ---- what a lost lead was worth ----

TEST_CASE("a lost lead is priced by its chance to pass what is left, margin and mean order") {
  // Mean order 200.00, margin 25 %: 50.00. Last stage: pass 90 %: 45.00.
  // First stage: 2 attempts of 50 % reach 75 %; 80 % show, half of the others make another appointment and must be
  // reached again; 20 % of talks end in "not now" and start over; pass 60 % of 90 % found = 54 %. T = chance that a
  // lead that is due is ever talked to to the end = 0.75·(0.8·(0.8 + 0.2 T) + 0.2·0.5·T)
  //   = 0.48 + 0.195 T, so T = 0.48 / 0.805; its price is T · 0.54 · 45.00 = 14.4894… → 14.49.
  Scenario s = shop({"call", "close"}, {1, 10 * hour}, 200 * day, 30);
  company::customers(s).order = models::AmountLaw{sim::Distribution::exponential(20'000)};
  company::customers(s).margin = 0.25;
  models::Stage& call = stage(s, 0);
  call.reach = 0.5;
  call.attempts = 2;
  call.show = 0.8;
  call.rebook = 0.5;
  call.later = models::Later{0.2, constant(day)};
  call.pass = 0.6;
  call.sieve = models::Sieve{0.9, 0.2};
  stage(s, 1).pass = 0.9;
  company::customers(s).fit = 0.7;
  const Run run(s, seed);
  // Only fit leads have a price.
  std::int64_t refused[2] = {0, 0};
  std::int64_t unreached = 0;
  for (const models::Happening& happening : run.trace()) {
    if (happening.what != What::lost || happening.time >= 200 * day) continue;
    if (sim::Draws(seed, 0).uniform(sim::word("fit/customers/door"), happening.number) >= 0.7) continue;
    const auto cause = static_cast<models::LeadLoss>(happening.detail);
    if (cause == models::LeadLoss::refused) ++refused[happening.stage];
    if (cause == models::LeadLoss::unreached) ++unreached;
  }
  REQUIRE(refused[0] > 20);
  REQUIRE(refused[1] > 5);
  REQUIRE(unreached > 20);
  CHECK(hundredths(run["margin_lost.refused"]) == refused[0] * 1'449 + refused[1] * 4'500);
  CHECK(hundredths(run["margin_lost.unreached"]) == unreached * 1'449);
  CHECK(run["margin_lost.unfit"] == 0);
}

TEST_CASE("the price of a lead that has just asked is the mean margin that it brings") {
  // The same company answered at once by plenty of people: mean gross margin per fit lead against the price, at a
  // false-alarm probability of 6.8e-6. One lead brings B · X with B = Bernoulli(q) and X exponential of mean m:
  // variance q·2m² − (qm)².
  Scenario s = shop({"call", "close"}, {4, hour}, 365 * day, 60);
  company::customers(s).order = models::AmountLaw{sim::Distribution::exponential(2'000'000)};
  company::customers(s).margin = 0.25;
  stage(s, 0).reach = 0.5;
  stage(s, 0).attempts = 2;
  stage(s, 0).show = 0.8;
  stage(s, 0).rebook = 0.5;
  stage(s, 0).later = models::Later{0.2, constant(day)};
  stage(s, 0).pass = 0.54;
  stage(s, 1).pass = 0.9;
  const Run run(s, seed);
  const double price = static_cast<double>(run.plan.stages[0].value);
  const double m = 500'000;
  const double q = price / m;
  double margin = 0;
  double leads = 0;
  const sim::Sampler sampler(sim::Distribution::exponential(2'000'000));
  for (const models::Happening& happening : run.trace()) {
    if (happening.what == What::asks) ++leads;
    if (happening.what != What::won) continue;
    sim::Stream stream = sim::Draws(seed, 0).at(sim::word("order/customers/door"), happening.number);
    margin += 0.25 * sampler(stream);
  }
  const double mean = margin / leads;
  const double error = std::sqrt((q * 2 * m * m - price * price) / leads);
  CHECK_MESSAGE(std::abs(mean - price) < 4.5 * error,
                "priced " << price << " ± " << 4.5 * error << ", brought " << mean);
}
