#include <doctest/doctest.h>

#include <array>

#include "tests/models/clientele.hpp"

/// Who is called when, and who calls.
namespace {

using namespace company;

/// Leads in order: when, which company of which source, by whom.
struct Lead {
  sim::Time time;
  std::uint32_t source;
  std::uint32_t number;
  int seat;
  bool operator==(const Lead&) const = default;
};
std::vector<Lead> leads(const Run& run) {
  std::vector<Lead> result;
  for (const models::Happening& happening : run.trace())
    if (happening.what == What::asks)
      result.push_back({happening.time, happening.source, happening.number, happening.seat});
  return result;
}

/// Everybody is interested and nobody buys; talks of `talk`, then a rest.
Scenario tireless(std::int64_t companies, sim::Time talk, sim::Time rest, sim::Time horizon, std::int64_t callers = 1) {
  Scenario s = campaign(companies, horizon, callers);
  cold_call(s).talk = constant(talk);
  cold_call(s).interest = {{1}};
  cold_call(s).rest = Duration{rest};
  stage(s).pass = 0;
  return s;
}

}  // namespace

TEST_CASE("the company that has been due longest goes before the next fresh one") {
  // Talks of 5 min, a rest of 7 min. Companies 0 and 1 are talked to until 5 and 10 min and due again at 12 and 17; at
  // 10 nobody is due, so 2 is called afresh, until 15. Then 0 has been due for 3 min, at 20 it is 1, due at 17, at 25
  // it is 2, due at 22, and so on: company 3 of 1,000 is never called.
  const Run run(tireless(1000, 5 * minute, 7 * minute, day));
  const std::vector<Lead> found = leads(run);
  REQUIRE(found.size() == 287);
  for (std::uint32_t i = 0; i < found.size(); ++i) CHECK(found[i] == Lead{(i + 1) * 5 * minute, 0, i % 3, 0});
}

TEST_CASE("a retry and a rest fall due side by side, and the earlier comes first") {
  // Two companies, calls of 5 min, half of them answered. Who does not answer is due after 20 min, who talks after 30
  // min. Company 0 is called at 0, 1 at 5 min; afterwards whoever is due first.
  Scenario s = tireless(2, 5 * minute, 30 * minute, 2 * day);
  cold_call(s).dial = constant(5 * minute);
  cold_call(s).retry = Duration{20 * minute};
  cold_call(s).attempts = 1000;
  cold_call(s).reach = 0.5;
  // The same by hand; who waits for an answer goes before a rest that ends at the same time.
  std::vector<Lead> expected;
  sim::Time now = 0;
  std::array<sim::Time, 2> due{};
  std::array<bool, 2> unanswered{};
  std::array<std::uint32_t, 2> dials{};
  const auto call = [&](std::uint32_t company) {
    now += 5 * minute;
    const bool reached = draws().uniform(purpose("cold_reach", list_source), company, dials[company]++) < 0.5;
    if (reached && now < 2 * day) expected.push_back({now, 0, company, 0});
    due[company] = now + (reached ? 30 : 20) * minute;
    unanswered[company] = !reached;
  };
  call(0);
  call(1);
  while (now < 2 * day) {
    const std::uint32_t next = due[1] < due[0] || (due[1] == due[0] && unanswered[1]) ? 1 : 0;
    now = std::max(now, due[next]);
    call(next);
  }
  CHECK(leads(Run(s)) == expected);
}

TEST_CASE("of several lists the one of which the smaller part has been called comes next") {
  // Lists of 10 and 20 companies, no rest: parts called are 0/10 and 0/20 → the first; 1/10 and 0/20 → the second; 1/10
  // and 1/20 → the second; 1/10 and 2/20 → equal, the first; and so on: one of the first list, two of the second.
  Scenario s = tireless(10, minute, day, day);
  cold_call(s).rest.reset();
  s.segments.items.push_back({"others", market(s)});
  market(s, 1).prospects = 20;
  house(s).work.cold_call.push_back(house(s).work.cold_call[0]);
  house(s).work.pipeline[0].push_back(stage(s));
  std::vector<Lead> expected;
  for (std::uint32_t i = 0; i < 10; ++i) {
    expected.push_back({(3 * i + 1) * minute, 0, i, 0});
    expected.push_back({(3 * i + 2) * minute, 1, 2 * i, 0});
    expected.push_back({(3 * i + 3) * minute, 1, 2 * i + 1, 0});
  }
  CHECK(leads(Run(s)) == expected);
  // A duty for one segment calls that list only.
  people(s).does[0].segments = {"others"};
  const std::vector<Lead> only = leads(Run(s));
  REQUIRE(only.size() == 20);
  for (std::uint32_t i = 0; i < 20; ++i) CHECK(only[i] == Lead{(i + 1) * minute, 1, i, 0});
}

TEST_CASE("a company that falls due is called by whoever has been idle longest") {
  // Two callers, one company, talks of 10 min, a day of rest. Caller 0 begins, both being idle; a day later 1 has been
  // idle longer, then 0 again.
  const std::vector<Lead> found = leads(Run(tireless(1, 10 * minute, day, 5 * day, 2)));
  REQUIRE(found.size() == 5);
  for (std::uint32_t i = 0; i < 5; ++i)
    CHECK(found[i] == Lead{i * day + (i + 1) * 10 * minute, 0, 0, static_cast<int>(i % 2)});
}

TEST_CASE("an idle caller hears of a company that falls due though another was busy with it") {
  // The list has one company. It warms at 10 min and is lost by the closer at 70 min, when the caller has long been
  // idle with nothing on the list. A day later he calls again, so the second lead comes at 1 d 80 min.
  Scenario s = tireless(1, 10 * minute, day, 3 * day);
  stage(s).work = constant(hour);
  hire(s, "closer", 1, {"meet"});
  const std::vector<Lead> found = leads(Run(s));
  REQUIRE(found.size() == 3);
  CHECK(found[1].time == day + 80 * minute);
  CHECK(found[2].time == 2 * day + 150 * minute);
}

TEST_CASE("cold calls wait for the duties before them, and others wait for a call in progress") {
  // One person meets and calls, in this order; talks of 10 min, meetings of 1 h. He talks until 10 min, meets until 70,
  // talks to the next company until 80, meets until 140 …: every lead is followed by its meeting.
  Scenario s = tireless(1000, 10 * minute, day, 10 * hour);
  cold_call(s).rest.reset();
  stage(s).work = constant(hour);
  people_do(s, 1, {"meet", "cold_call"});
  const Run run(s);
  const std::vector<models::Happening> meetings = seen(run, What::starts, "meet");
  REQUIRE(meetings.size() == 9);
  for (std::uint32_t i = 0; i < 9; ++i) CHECK(meetings[i].time == (70 * i + 10) * minute);
  // The other way round he meets nobody while there is somebody to call: not before the horizon.
  people_do(s, 1, {"cold_call", "meet"});
  const Run reversed(s);
  REQUIRE(!seen(reversed, What::starts, "meet").empty());
  CHECK(seen(reversed, What::starts, "meet")[0].time == 10 * hour);
}

TEST_CASE("a fallback calls only while nobody of another role is there to do it") {
  // Callers leave on day 1 (their seats are given up); the closer calls as a fallback from then on. Talks of 1 h.
  Scenario s = tireless(1000, hour, 100 * day, 2 * day);
  people(s).staff.kind = models::Staff::Kind::dates;
  people(s).staff.counts = {1, 0};
  people(s).staff.dates = {s.start, s.start + std::chrono::days{1}};
  hire(s, "closer", 1, {"meet", "cold_call"}).does[1].fallback = true;
  for (const Lead& lead : leads(Run(s))) {
    CAPTURE(lead.time);
    // The last call of the caller is finished on day 1, at its very beginning.
    CHECK(lead.seat == (lead.time <= day ? 0 : 1));
  }
  CHECK(leads(Run(s)).size() == 47);
}

TEST_CASE("nobody is called after the horizon") {
  // Talks of 10 min, 25 min: the third is still in progress at the horizon; who was interested is not asked any more.
  Scenario s = tireless(1000, 10 * minute, day, 25 * minute, 1);
  const Run run(s);
  CHECK(leads(run).size() == 2);
  CHECK(run["dials"] == 2);
  CHECK(run["leads"] == 2);
  // Nor by somebody idle for whom a company falls due only then.
  s = tireless(1, 10 * minute, day, day);
  CHECK(leads(Run(s)).size() == 1);
}
