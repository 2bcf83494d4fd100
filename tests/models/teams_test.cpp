#include <doctest/doctest.h>

#include "tests/models/clientele.hpp"

/// Two heads, the smallest team, assistants of one's own: worked out by hand.
namespace {

using namespace company;

}  // namespace

TEST_CASE("who spends a fifth of his time on two heads takes a quarter longer") {
  // 48 minutes of work take an hour; the rest is slack.
  Scenario s = shop({"serve"}, {1, day}, 20 * day);
  stage(s).work = constant(48 * minute);
  house(s).two_heads = 0.2;
  const Run run(s);
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    const auto starts = run.times(What::starts, k);
    const auto ends = run.times(What::ends, k);
    if (ends.empty()) continue;
    CHECK(ends[0] - starts[0] == hour);
  }
  CHECK(run["slack_time.people"] == doctest::Approx(0.25 * run["worked_time.people"]).epsilon(1e-6));
}

TEST_CASE("a role with fewer people than its minimum stands still until there are enough") {
  // One person until day 10, then two; the minimum is two.
  Scenario s = shop({"serve"}, {5, day}, 20 * day);
  people(s).staff.kind = models::Staff::Kind::dates;
  people(s).staff.counts = {1, 2};
  people(s).staff.dates = {s.start, s.start + std::chrono::days{10}};
  const Run free(s);
  house(s).minimum.items.push_back({"people", 2});
  const Run bound(s);
  CHECK(free.times(What::starts, 0).at(0) == free.asked(0));
  for (const models::Happening& happening : bound.trace())
    if (happening.what == What::starts) CHECK(happening.time >= 10 * day);
  CHECK(bound.times(What::starts, 0).at(0) == 10 * day);
  CHECK(bound["deals"] == free["deals"]);
  // The other way round: after day 10 nobody starts anything.
  people(s).staff.counts = {2, 1};
  const Run shrinks(s);
  for (const models::Happening& happening : shrinks.trace())
    if (happening.what == What::starts) CHECK(happening.time < 10 * day);
}

TEST_CASE("a fallback acts for a role that stands still") {
  Scenario s = shop({"serve"}, {5, day}, 20 * day);
  hire(s, "helpers", 1, {"serve"}).does[0].fallback = true;
  house(s).minimum.items.push_back({"people", 2});  // there is one
  const Run run(s);
  CHECK(run["deals"] > 50);
  CHECK(run["utilisation.people"] == 0);
  CHECK(run["utilisation.helpers"] > 0);
}

TEST_CASE("a minimum that is always there changes nothing") {
  Scenario s = shop({"serve"}, {50, day}, 20 * day, 3);
  const Run without(s);
  house(s).minimum.items.push_back({"people", 3});
  const Run with(s);
  CHECK(without.trace() == with.trace());
}

TEST_CASE("assistants of one's own do what belongs to their own people only") {
  // Four sellers in seats 0 to 3 meet leads in turn and own them; two assistants in seats 4 and 5 do the papers: the first
  // for sellers 0 and 1, the second for 2 and 3. Without `assists` whoever is free does them.
  Scenario s = shop({"meet", "papers"}, {30, day}, 30 * day);
  stage(s, 1).work = constant(40 * minute);
  models::Role& sellers = people_do(s, 4, {"meet"});
  sellers.owns_leads = true;
  sellers.assign = models::Assign::round_robin;
  hire(s, "assistants", 2, {"papers"});
  const Run pool(s);
  s.departments.items[0].second.roles.items[1].second.assists = "people";
  const Run own(s);
  int crossed = 0;
  for (std::uint32_t k = 0; k < own.leads(); ++k) {
    const auto meets = own.at(What::starts, k, 0);
    const auto papers = own.at(What::starts, k, 1);
    if (papers.empty()) continue;
    CHECK(papers[0].seat == 4 + meets.at(0).seat / 2);
    const auto shared = pool.at(What::starts, k, 1);
    if (!shared.empty() && shared[0].seat != 4 + pool.at(What::starts, k, 0).at(0).seat / 2) ++crossed;
  }
  CHECK(crossed > 10);
  CHECK(own["wait.papers.mean"] > pool["wait.papers.mean"]);
}

TEST_CASE("without his assistant a seller's papers are done by another one") {
  Scenario s = shop({"meet", "papers"}, {30, day}, 30 * day);
  models::Role& sellers = people_do(s, 2, {"meet"});
  sellers.owns_leads = true;
  models::Role& assistants = hire(s, "assistants", 2, {"papers"});
  assistants.assists = "people";
  assistants.staff.kind = models::Staff::Kind::dates;
  assistants.staff.counts = {2, 1};  // the second goes on day 10
  assistants.staff.dates = {s.start, s.start + std::chrono::days{10}};
  const Run run(s);
  for (std::uint32_t k = 0; k < run.leads(); ++k)
    for (const models::Happening& papers : run.at(What::starts, k, 1))
      CHECK(papers.seat == (papers.time < 10 * day ? 2 + run.at(What::starts, k, 0).at(0).seat : 2));
  CHECK(run["deals"] > 800);
}
