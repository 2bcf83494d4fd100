#include "tests/models/any_company.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "models/catalogue.hpp"
#include "models/department.hpp"

/// What holds of every company, whatever its market, work and people.
namespace {

using models::DepartmentAtWork;
using models::TraceRecorder;

/// What a replication has counted and done.
struct Result {
  std::vector<std::int64_t> ledger;
  std::vector<models::Happening> trace;
  bool operator==(const Result&) const = default;
};
Result run(DepartmentAtWork<TraceRecorder>& at_work, std::uint32_t replication) {
  at_work.run(1, replication);
  return {{at_work.ledger().begin(), at_work.ledger().end()}, at_work.recorder.happenings};
}

/// How many companies: more on demand, e.g. SALESIM_COMPANIES=100000.
std::uint32_t companies() {
  const char* wanted = std::getenv("SALESIM_COMPANIES");
  return wanted != nullptr ? static_cast<std::uint32_t>(std::strtoul(wanted, nullptr, 10)) : 300;
}

}  // namespace

TEST_CASE("any company's books balance, and a replication is the same whatever the worker did before") {
  // The run itself checks the books and throws where they do not balance. A worker that has run another replication,
  // and one that runs the same twice, must not remember anything of it.
  std::size_t happenings = 0;
  for (std::uint32_t number = 0; number < companies(); ++number) {
    CAPTURE(number);
    const models::Scenario scenario = any_company::company(number);
    const models::DepartmentPlan plan(scenario, 0);
    DepartmentAtWork<TraceRecorder> fresh(plan);
    DepartmentAtWork<TraceRecorder> used(plan);
    Result first;
    REQUIRE_NOTHROW(first = run(fresh, 0));
    Result other;
    REQUIRE_NOTHROW(other = run(used, 1));
    CHECK(run(used, 0) == first);
    CHECK(run(fresh, 0) == first);
    CHECK(run(fresh, 1) == other);
    happenings += first.trace.size();
  }
  CHECK(happenings > 1000 * companies());
}

TEST_CASE("any company's counts and times lie where they must") {
  // No count, time or share is negative, no share of anything exceeds 1, nobody is lost without a price of zero or more
  // where the margin is positive, and a price stands only where somebody was lost.
  for (std::uint32_t number = 0; number < companies(); ++number) {
    CAPTURE(number);
    const models::Scenario scenario = any_company::company(number);
    const models::DepartmentPlan plan(scenario, 0);
    const sim::Catalogue catalogue = models::catalogue(plan);
    DepartmentAtWork<> at_work(plan);
    at_work.run(1, 0);
    const auto total = [&](std::size_t slot) {
      std::int64_t sum = 0;
      for (std::size_t row = 1; row <= plan.month_names.size(); ++row)
        sum += at_work.ledger()[row * catalogue.slots + slot];
      return sum;
    };
    const auto of = [&](const std::string& name) {
      return total(catalogue.measures.at(catalogue.find(name)).numerator);
    };
    for (const sim::Measure& measure : catalogue.measures) {
      if (measure.estimator == sim::Estimator::quantile || measure.unit == plan.currency) continue;
      CAPTURE(measure.name);
      CHECK(total(measure.numerator) >= 0);
      if (measure.estimator != sim::Estimator::ratio || measure.unit != "share") continue;
      CHECK(total(measure.numerator) <= total(measure.denominator));
    }
    const auto adds_up = [&](const std::string& what, const std::string& margin, const auto& causes) {
      std::int64_t heads = 0;
      std::int64_t money = 0;
      for (const char* cause : causes) {
        heads += of(what + "." + cause);
        money += of(std::string("margin_lost.") + cause);
      }
      CHECK(of(what) == heads);
      CHECK(of(margin) == money);
    };
    adds_up("leads_lost", "margin_lost_leads", models::lead_loss_names);
    if (!plan.serves) continue;
    adds_up("clients_lost", "margin_lost_clients", models::client_loss_names);
    for (const char* cause : models::client_loss_names) {
      CAPTURE(cause);
      if (of(std::string("clients_lost.") + cause) == 0) CHECK(of(std::string("margin_lost.") + cause) == 0);
    }
    CHECK(of("buried") <= of("clients"));
  }
}
