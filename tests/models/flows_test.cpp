#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "tests/models/company.hpp"

// Worked examples of when things count: flows when they happen, cohorts in the month in which the lead asked or began
// to wait, warm-up and run-out outside; and of what the measures of lines and people are made of.

using company::constant;
using company::office;
using company::people;
using company::Run;
using company::Scenario;
using company::shop;
using company::stage;
using models::LeadLoss;
using sim::day;
using sim::hour;
using sim::minute;
using sim::Time;
using What = models::Happening::What;

namespace {

constexpr std::uint64_t seed = 1;

/// Two calendar months, 1 January to 1 March 2026, round the clock; every lead wins 20 days and a minute after it
/// asked.
Scenario two_months() {
  Scenario s = shop({"call"}, {1, 6 * hour}, 0, 5);
  s.start = company::date(2026, 1, 1);
  s.horizon = {2, 0};
  stage(s).delay = constant(20 * day);
  return s;
}
constexpr Time february = 31 * day;
constexpr Time march = 59 * day;
constexpr Time cycle = 20 * day + minute;

}  // namespace

TEST_CASE("months of the report are those of the calendar, and each has its length") {
  const Run run(two_months(), seed);
  CHECK(run.plan.month_names == std::vector<std::string>{"2026-01", "2026-02"});
  CHECK(run.plan.months == std::vector<Time>{0, february, march});
  Scenario s = two_months();
  s.start = company::date(2026, 1, 31);
  s.horizon = {1, 0};
  const Run short_month(s, seed);  // the 31st of February is the 28th
  CHECK(short_month.plan.month_names == std::vector<std::string>{"2026-01", "2026-02"});
  CHECK(short_month.plan.horizon == 28 * day);
  s.horizon = {12, 0};
  CHECK(Run(s, seed).plan.horizon == 365 * day);
}

TEST_CASE("flows count when they happen, cohorts when the lead asked") {
  const Run run(two_months(), seed);
  double asked[2] = {0, 0};
  double won[3] = {0, 0, 0};
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    const Time a = run.asked(k);
    REQUIRE(run.times(What::won, k) == std::vector<Time>{a + cycle});
    ++asked[a < february ? 0 : 1];
    ++won[a + cycle < february ? 0 : a + cycle < march ? 1 : 2];
  }
  for (const std::size_t m : {0U, 1U}) {
    CHECK(run.month("leads", m) == asked[m]);
    CHECK(run.month("deals", m) == won[m]);
    CHECK(run.month("revenue", m) == 100 * won[m]);
    CHECK(run.month("win_rate", m) == 1);  // whoever asked in the month has won, be it in the run-out
    CHECK(run.month("cycle_time", m) == doctest::Approx(20 + 1.0 / 1440).epsilon(1e-12));
  }
  CHECK(won[2] > 20);
  CHECK(run["deals"] == won[0] + won[1]);
  CHECK(run["open_leads_start"] == 0);
  CHECK(run["open_leads_end"] == won[2]);
  CHECK(run["censored"] == 0);
}

TEST_CASE("leads of the warm-up fill the pipeline: their deals count, they themselves do not") {
  Scenario s = two_months();
  s.warm_up = {1, 0};
  const Run run(s, seed);
  CHECK(run.plan.begin == -31 * day);  // 1 December 2025
  double before = 0;
  double open = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    if (run.asked(k) >= 0) continue;
    ++before;
    if (run.asked(k) + cycle >= 0) ++open;
  }
  REQUIRE(open > 20);
  CHECK(run["leads"] == run.leads() - before);
  CHECK(run["open_leads_start"] == open);
  CHECK(run["deals"] == open + run["leads"] - run["open_leads_end"]);
  CHECK(run["win_rate"] == 1);
  // What is paid for leads and people is paid for the reported time only.
  company::door(s).cost = models::Amount{100};
  people(s).pay.base = models::Amount{3'100};
  const Run paid(s, seed);
  CHECK(paid["cost.leads"] == paid["leads"]);
  CHECK(paid["pay.base"] == 2 * 5 * 31);
}

TEST_CASE("after the horizon nobody asks, and leads are followed through the run-out; what is open then is censored") {
  Scenario s = two_months();
  s.run_out = models::Span{0, 10 * day};
  const Run run(s, seed);
  double censored = 0;
  double won_later = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    CHECK(run.asked(k) < march);
    const Time end = run.asked(k) + cycle;
    CHECK(run.times(What::won, k).size() == (end < march + 10 * day ? 1 : 0));
    if (end >= march + 10 * day) ++censored;
    if (end >= march && end < march + 10 * day) ++won_later;
  }
  REQUIRE(censored > 10);
  REQUIRE(won_later > 10);
  CHECK(run["censored"] == censored);
  CHECK(run["win_rate"] == (run["leads"] - censored) / run["leads"]);
  s.run_out = models::Span{0, 0};
  const Run none(s, seed);
  CHECK(none["censored"] == none["open_leads_end"]);
  CHECK(none["deals"] == run["deals"]);
}

TEST_CASE("the run-out ends with the last lead of the reported time") {
  const Run run(two_months(), seed);
  const std::uint32_t last = run.leads() - 1;
  CHECK(run.trace().back().time == run.asked(last) + cycle);
  CHECK(run.trace().back().what == What::won);
}

TEST_CASE("losses count by their cause when they happen, each lead once") {
  Scenario s = shop({"call", "meet"}, {1, hour}, 60 * day, 6);
  company::customers(s).fit = 0.7;
  stage(s, 0).reach = 0.6;
  stage(s, 0).attempts = 2;
  stage(s, 0).patience = constant(2 * minute);
  stage(s, 0).work = constant(4 * hour);
  stage(s, 0).sieve = models::Sieve{0.8, 0.3};
  stage(s, 1).show = 0.7;
  stage(s, 1).pass = 0.6;
  s.departments.items[0].second.transfer.loss = 0.1;
  const Run run(s, seed);
  std::vector<double> lost(models::lead_losses);
  std::set<std::uint32_t> seen;
  for (const models::Happening& happening : run.trace())
    if (happening.what == What::lost) {
      CHECK(seen.insert(happening.number).second);
      if (happening.time < 60 * day) ++lost[static_cast<std::size_t>(happening.detail)];
    }
  double sum = 0;
  for (std::size_t cause = 0; cause < lost.size(); ++cause) {
    CHECK(run[std::string("leads_lost.") + models::lead_loss_names[cause]] == lost[cause]);
    sum += lost[cause];
  }
  CHECK(run["leads_lost"] == sum);
  for (const LeadLoss cause : {LeadLoss::abandoned, LeadLoss::unreached, LeadLoss::no_show, LeadLoss::refused,
                               LeadLoss::unfit, LeadLoss::transfer})
    CHECK(lost[static_cast<std::size_t>(cause)] > 0);
  CHECK(run["leads"] == run["deals"] + run["leads_lost"] + run["open_leads_end"]);
}

TEST_CASE("waits belong to the month in which they began, and are followed into the next") {
  // Nobody is there until 10 February; leads have all the patience that it takes. Then five people take one a minute.
  Scenario s = two_months();
  stage(s).delay.reset();
  stage(s).work = constant(0);
  people(s).staff = {models::Staff::Kind::dates, {0, 5}, {s.start, company::date(2026, 2, 10)}};
  const Run run(s, seed);
  const Time opens = 40 * day;
  double january = 0;
  double count = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    if (run.asked(k) >= february) continue;
    january += static_cast<double>(opens - run.asked(k)) / static_cast<double>(minute);
    ++count;
  }
  CHECK(run.month("wait.call.mean", 0) == doctest::Approx(january / count).epsilon(1e-12));
}

TEST_CASE("the mean line is over open time: n in the morning, one less each hour") {
  // Five days of nine hours. n wait from 9:00 on; the first is taken up at once, each next one an hour later; on Monday
  // nine of them. The line in lead-hours: (n−1) + (n−2) + … on Monday and Tuesday.
  Scenario s = office({"call"}, 12);
  stage(s).work = constant(hour);
  const Run run(s, seed);
  const double n = run.leads();
  REQUIRE(n > 9);
  REQUIRE(n <= 18);
  CHECK(run["queue.call"] == doctest::Approx(n * (n - 1) / 2 / 45).epsilon(1e-12));
  CHECK(run["wait.call.mean"] == doctest::Approx(60 * (n - 1) / 2).epsilon(1e-12));
  CHECK(run["utilisation.people"] == doctest::Approx(n / 45).epsilon(1e-12));
  CHECK(run["idle_time.people"] == doctest::Approx(45 - n).epsilon(1e-12));
}

TEST_CASE("time shares are of the time present, by activity") {
  // 20 minutes of call and 30 of meeting for each of n leads, in 45 hours less no absence.
  Scenario s = office({"call", "meet"}, 8);
  stage(s, 0).work = constant(20 * minute);
  stage(s, 1).work = constant(30 * minute);
  const Run run(s, seed);
  const double n = run.leads();
  CHECK(run["time_share.people.call"] == doctest::Approx(n / 3 / 45).epsilon(1e-12));
  CHECK(run["time_share.people.meet"] == doctest::Approx(n / 2 / 45).epsilon(1e-12));
}

TEST_CASE("events count what changes a lead: it asks, falls due, is finished with, gives up") {
  // One person, constant minute, no line: asks and ends: 2 events a lead. With a delay one more.
  Scenario s = shop({"call"}, {1, day}, 100 * day);
  const Run run(s, seed);
  CHECK(run["events"] == 2 * run.leads());
  stage(s).delay = constant(hour);
  const Run delayed(s, seed);
  CHECK(delayed["events"] == 3 * delayed.leads());
}

TEST_CASE("every measure has a name of its own, a unit, a sentence and slots that exist") {
  Scenario s = shop({"call", "meet"}, {1, day}, 100 * day);
  stage(s).answer_within = models::Duration{hour};
  const Run run(s, seed);
  std::set<std::string> names;
  for (const sim::Measure& measure : run.catalogue.measures) {
    CHECK_MESSAGE(names.insert(measure.name).second, measure.name);
    CHECK_FALSE(measure.unit.empty());
    CHECK(measure.definition.size() > 1);
    CHECK(measure.definition.back() == '.');
    if (measure.estimator == sim::Estimator::quantile) {
      CHECK(measure.numerator < run.catalogue.histograms);
    } else {
      CHECK(measure.numerator < (measure.monthly ? run.catalogue.periodic_slots : run.catalogue.slots));
      CHECK(measure.denominator < (measure.monthly ? run.catalogue.periodic_slots : run.catalogue.slots));
    }
  }
  CHECK(run.catalogue.find("answered_within.call") < run.catalogue.measures.size());
  CHECK(run.catalogue.find("answered_within.meet") == run.catalogue.measures.size());
  CHECK(run.divisors.size() == run.catalogue.slots);
}

TEST_CASE("a system's row is the ledger in the units of its catalogue, the same from every worker") {
  Scenario s = two_months();
  s.warm_up.length = 5 * day;
  stage(s).pass = 0.5;
  people(s).pay.base = models::Amount{3'333};
  const models::DepartmentSystem system(s, 0, seed);
  const auto worker = system.worker();
  const auto other = system.worker();
  for (const std::uint32_t replication : {3U, 0U, 7U}) {
    const sim::Observation row = worker->observe(replication);
    const sim::Observation again = other->observe(replication);
    CHECK(row.totals == again.totals);
    CHECK(row.by_period == again.by_period);
    const Run run(s, seed, replication);
    REQUIRE(row.totals.size() == run.catalogue.slots);
    for (std::size_t slot = 0; slot < row.totals.size(); ++slot) CHECK(row.totals[slot] == run.total(slot));
    const sim::Measure& deals = run.catalogue.measures[run.catalogue.find("deals")];
    REQUIRE(row.by_period.size() == 2 * run.catalogue.periodic_slots);
    for (const std::size_t m : {0U, 1U})
      CHECK(row.by_period[m * run.catalogue.periodic_slots + deals.numerator] == run.month("deals", m));
    // Each recorded wait is one count of the histogram.
    std::uint64_t counts = 0;
    for (const std::uint32_t count : row.histograms[0].counts) counts += count;
    CHECK(static_cast<double>(counts) ==
          run.total(run.catalogue.measures[run.catalogue.find("wait.call.mean")].denominator));
  }
}
