#include <doctest/doctest.h>

#include <sys/resource.h>

#include <cmath>

#include "tests/models/clientele.hpp"

/// Where cold calling ends: a list that nobody calls, and one that is far longer than anybody can call.
namespace {

using namespace company;

/// Largest memory that this program has had [bytes].
long peak_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss * 1024L;
}

}  // namespace

TEST_CASE("a cold list that nobody calls changes nothing") {
  // One person serves 30 walk-ins a day; on the list are 1,000 companies, but calling is nobody's duty. What the ledger
  // and the trace hold is the same to the last number.
  Scenario s = shop({"serve"}, {30, day}, 30 * day);
  const Run without(s);
  market(s).prospects = 1000;
  cold_call(s).interest = {{1}};
  cold_call(s).talk = constant(minute);
  CHECK(same(Run(s), without));
  // Nor does the duty where there is nobody to call, nor calls that nobody answers where they take no time.
  people(s).does.push_back({"cold_call", {}, false, {}});
  market(s).prospects = 0;
  CHECK(Run(s).trace() == without.trace());
  market(s).prospects = 1000;
  cold_call(s).reach = 0;
  const Run unanswered(s);
  auto of_walk_ins = unanswered.trace();
  std::erase_if(of_walk_ins, [&](const models::Happening& h) { return h.source == unanswered.plan.channels; });
  CHECK(of_walk_ins == without.trace());
  CHECK(unanswered["profit"] == without["profit"]);
  CHECK(unanswered["dials"] == 1000);
}

TEST_CASE("a list costs nothing but for the companies that are called") {
  // Ten callers at 10 min a talk reach 43,200 companies in 30 days, be there 50,000 or a hundred million on the list:
  // the runs are the same, and the memory for a company that nobody touches would show: a byte each is 95 MiB.
  Scenario s = campaign(50'000, 30 * day, 10);
  cold_call(s).talk = constant(10 * minute);
  cold_call(s).interest = {{0.2}};
  cold_call(s).rest = Duration{60 * day};
  const Run small(s);
  CHECK(small["talks"] == 43'190);  // ten are in progress at the horizon
  market(s).prospects = 100'000'000;
  const long before = peak_memory();
  const Run large(s);
  CHECK(same(large, small));
  CHECK(peak_memory() - before < 32L << 20);
}

TEST_CASE("a campaign agrees with the closed form of its list") {
  // Nobody gives up, no rest: a company is dialled up to 4 times with reach r = 0.3 and interest i = 0.25 at the first
  // answer. Per company 1 − q^4 talks and (1 − q^4) ÷ r dials, q = 0.7, and i (1 − q^4) leads. 400 companies, 400
  // replications: leads are binomial, so is the number of talks; dials lie between 1 and 4 per company. Tolerance: 4.42
  // standard errors, a false alarm in 100,000.
  Scenario s = campaign(400, 30 * day);
  cold_call(s).talk = constant(minute);
  cold_call(s).dial = constant(minute);
  cold_call(s).reach = 0.3;
  cold_call(s).attempts = 4;
  cold_call(s).retry = Duration{day};
  cold_call(s).interest = {{0.25}};
  const models::DepartmentPlan plan(s, 0);
  models::DepartmentAtWork<> at_work(plan);
  double talks = 0;
  double leads = 0;
  double dials = 0;
  constexpr std::uint32_t replications = 400;
  for (std::uint32_t replication = 0; replication < replications; ++replication) {
    at_work.run(1, replication);
    for (std::size_t month = 1; month <= plan.month_names.size(); ++month) {
      const auto slot = [&](std::uint32_t number) {
        return static_cast<double>(at_work.ledger()[month * plan.layout.slots() + number]);
      };
      talks += slot(plan.layout.single(models::LedgerLayout::talks));
      dials += slot(plan.layout.single(models::LedgerLayout::dials));
      leads += slot(models::LedgerLayout::leads_cold);
    }
  }
  const double q4 = 0.7 * 0.7 * 0.7 * 0.7;
  constexpr double companies = 400.0 * replications;
  const auto agrees = [&](const char* what, double sum, double mean, double variance) {
    const double tolerance = 4.42 * std::sqrt(variance / companies);
    INFO(what, ": expected ", mean, ", observed ", sum / companies, ", tolerance ", tolerance);
    CHECK(std::abs(sum / companies - mean) < tolerance);
  };
  agrees("talks", talks, 1 - q4, (1 - q4) * q4);
  agrees("leads", leads, 0.25 * (1 - q4), 0.25 * (1 - q4) * (1 - 0.25 * (1 - q4)));
  // Dials are min(geometric, 4): E = Σ q^k for k < 4, E[D²] = Σ (2k + 1) q^k.
  const double square = 1 + 3 * 0.7 + 5 * 0.49 + 7 * 0.343;
  const double mean = (1 - q4) / 0.3;
  agrees("dials", dials, mean, square - mean * mean);
}
