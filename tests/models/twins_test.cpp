#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "tests/models/busy_office.hpp"

// Twin customers: who asks, when, and what is in his pocket does not depend on who serves him.

using company::busy_office;
using company::constant;
using company::people;
using company::Run;
using company::Scenario;
using company::stage;
using models::Happening;
using sim::day;
using sim::hour;
using sim::minute;
using sim::Time;
using What = Happening::What;

namespace {

constexpr std::uint64_t seed = 5;
using Who = std::pair<std::string, std::uint32_t>;  // channel and number

/// By customer: when he asks. Channels by name, so that another order of the file does not matter.
std::map<Who, Time> asking(const Run& run) {
  std::map<Who, Time> result;
  for (const Happening& happening : run.trace())
    if (happening.what == What::asks)
      result[{run.plan.sources[happening.source].name, happening.number}] = happening.time;
  return result;
}

/// By customer, stage and how often the stage was taken up: how long it took.
std::map<std::tuple<Who, std::uint32_t, std::size_t>, Time> durations(const Run& run) {
  std::map<std::pair<Who, std::uint32_t>, std::size_t> times;
  std::map<std::pair<Who, std::uint32_t>, Time> began;
  std::map<std::tuple<Who, std::uint32_t, std::size_t>, Time> result;
  for (const Happening& happening : run.trace()) {
    if (happening.what != What::starts && happening.what != What::ends) continue;
    const std::pair<Who, std::uint32_t> at{{run.plan.sources[happening.source].name, happening.number},
                                           happening.stage};
    if (happening.what == What::starts) began[at] = happening.time;
    if (happening.what == What::ends) result[{at.first, at.second, times[at]++}] = happening.time - began[at];
  }
  return result;
}

template <class Key, class Value>
std::size_t check_common(const std::map<Key, Value>& a, const std::map<Key, Value>& b) {
  std::size_t common = 0;
  std::size_t different = 0;
  for (const auto& [key, value] : a) {
    const auto other = b.find(key);
    if (other == b.end()) continue;
    ++common;
    different += other->second != value ? 1 : 0;
  }
  CHECK(different == 0);
  return common;
}

/// Nobody differs in speed and no job depends on who does it: what a job takes belongs to the customer.
Scenario anonymous_office() {
  Scenario s = busy_office();
  for (auto& [name, role] : s.departments.items[0].second.roles.items) {
    role.speed = role.effort = 1;
    role.switching = {};
  }
  s.departments.items[0].second.transfer = {};
  for (std::size_t g : {0U, 1U}) stage(s, 2, g).interruptible = false;
  return s;
}

}  // namespace

TEST_CASE("another staff leaves who asks when, and what each job takes, as it was") {
  Scenario s = anonymous_office();
  const Run few(s, seed);
  people(s, 0).staff.counts = {4};
  people(s, 1).staff.counts = {6};
  people(s, 1).owns_leads = false;
  people(s, 0).assign = models::Assign::shared;
  const Run many(s, seed);
  CHECK(asking(few) == asking(many));
  CHECK(check_common(durations(few), durations(many)) > 2'000);
  CHECK(few.trace() != many.trace());
}

TEST_CASE("a department alone does what it does among others, and in any place of the file") {
  Scenario s = busy_office();
  models::Department other = s.departments.items[0].second;
  other.roles.items[0].second.staff.counts = {7};
  const Run alone(s, seed, 1);
  s.departments.items.insert(s.departments.items.begin(), {"other", other});
  const Run second(s, seed, 1, 1);
  CHECK(alone.trace() == second.trace());
  CHECK(std::ranges::equal(alone.at_work.ledger(), second.at_work.ledger()));
}

TEST_CASE("another order of the segments changes no customer and no total") {
  const Scenario s = busy_office();
  Scenario turned = s;
  std::swap(turned.segments.items[0], turned.segments.items[1]);
  for (auto& row : turned.departments.items[0].second.work.pipeline) std::swap(row[0], row[1]);
  const Run a(s, seed);
  const Run b(turned, seed);
  CHECK(asking(a) == asking(b));
  // Channels ask at moments of their own, so even who serves whom stays.
  REQUIRE(a.trace().size() == b.trace().size());
  std::size_t different = 0;
  for (std::size_t i = 0; i < a.trace().size(); ++i) {
    Happening happening = b.trace()[i];
    if (happening.source != models::none) happening.source = 1 - happening.source;
    different += happening == a.trace()[i] ? 0 : 1;
  }
  CHECK(different == 0);
  for (const sim::Measure& measure : a.catalogue.measures)
    if (measure.estimator != sim::Estimator::quantile) CHECK(a.total(measure.numerator) == b.total(measure.numerator));
}

TEST_CASE("changing what one purpose draws shifts no other's draws") {
  // Each change touches one law; who asks when, and the jobs of all stages that the change does not touch, stay.
  const Scenario s = anonymous_office();
  const Run before(s, seed);
  const auto work_of = [](const Run& run, std::uint32_t stage_number) {
    auto all = durations(run);
    std::erase_if(all, [&](const auto& entry) { return std::get<1>(entry.first) != stage_number; });
    return all;
  };
  const auto check = [&](const char* what, Scenario changed, std::vector<std::uint32_t> untouched) {
    CAPTURE(what);
    const Run after(changed, seed);
    CHECK(after.trace() != before.trace());
    CHECK(asking(after) == asking(before));
    for (const std::uint32_t number : untouched)
      CHECK(check_common(work_of(before, number), work_of(after, number)) > 100);
  };
  Scenario changed = s;
  for (std::size_t g : {0U, 1U}) stage(changed, 0, g).patience = company::exponential(hour);
  check("patience", changed, {0, 1, 2});
  changed = s;
  for (std::size_t g : {0U, 1U}) stage(changed, 0, g).work = company::exponential(20 * minute);
  check("work of the first stage", changed, {1, 2});
  changed = s;
  for (std::size_t g : {0U, 1U}) stage(changed, 1, g).delay = constant(5 * hour);
  check("delay", changed, {0, 1, 2});
  changed = s;
  for (std::size_t g : {0U, 1U}) stage(changed, 1, g).pass = 0.3;
  check("pass", changed, {0, 1, 2});
  changed = s;
  company::customers(changed).fit = 0.3;
  check("fit", changed, {0, 1, 2});
  changed = s;
  people(changed, 1).absence.holiday = models::Duration{50 * day};
  check("absence", changed, {0, 1, 2});
}

TEST_CASE("a parameter that only scales moves every draw its own way: twice the mean, twice the work") {
  Scenario s = anonymous_office();
  const Run once(s, seed);
  for (std::size_t g : {0U, 1U}) stage(s, 2, g).work = company::exponential(2 * hour);
  const Run twice(s, seed);
  const auto short_jobs = durations(once);
  const auto long_jobs = durations(twice);
  std::size_t common = 0;
  for (const auto& [key, duration] : short_jobs) {
    if (std::get<1>(key) != 2 || !long_jobs.contains(key)) continue;
    CHECK(std::abs(long_jobs.at(key) - 2 * duration) <= 1);  // both are rounded to a microsecond
    ++common;
  }
  CHECK(common > 100);
}
