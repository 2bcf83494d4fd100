#include <doctest/doctest.h>

#include "tests/models/clientele.hpp"

/// Protected hours.
namespace {

using namespace company;

models::Block block(std::vector<std::string> does, std::vector<std::pair<int, int>> parts, bool strict = false) {
  return {std::move(does), hours(std::move(parts)), std::nullopt, strict};
}

sim::Time time_of_day(sim::Time t) { return ((t % day) + day) % day; }

/// Two stages of an hour each, many leads, one person from 9 to 18.
Scenario office_of_two(double leads_per_day = 20) {
  Scenario s = shop({"meet", "call"}, {leads_per_day, day}, 28 * day);
  s.calendar.hours = hours({{9, 18}});
  stage(s, 0).work = constant(20 * minute);
  stage(s, 1).work = constant(20 * minute);
  people_do(s, 1, {"meet", "call"});
  return s;
}

}  // namespace

TEST_CASE("in protected hours only their activities are taken up") {
  // Meetings come first and there are more of them than time: nobody ever calls. From 10 to 12 only calls are made.
  Scenario s = office_of_two(60);
  const Run free(s);
  CHECK(free["time_share.people.call"] < 0.01);
  people(s).blocks.items.push_back({"calls", block({"call"}, {{10, 12}})});
  const Run protected_hours(s);
  std::vector<int> calls(28);
  for (const models::Happening& start : protected_hours.trace()) {
    if (start.what != What::starts || start.time >= 28 * day) continue;
    const sim::Time at = time_of_day(start.time);
    const bool inside = at >= 10 * hour && at < 12 * hour;
    CHECK(inside == (start.stage == 1));
    if (start.stage == 1) ++calls[static_cast<std::size_t>(start.time / day)];
  }
  // Six calls in two hours, each day; on the first day those whom somebody has met by then.
  CHECK(calls[0] <= 3);
  for (std::size_t d = 1; d < calls.size(); ++d) CHECK(calls[d] == 6);
}

TEST_CASE("whoever has nothing to do in protected hours waits, and takes up the rest when they end") {
  // One lead before nine, once a week. It is met at nine, or at twelve where the morning belongs to calls.
  Scenario s = office({"meet", "call"}, 1);
  s.horizon.length = 21 * day;
  people_do(s, 1, {"meet", "call"});
  people(s).blocks.items.push_back({"calls", block({"call"}, {{9, 12}})});
  const Run run(s);
  REQUIRE(run.leads() > 0);
  for (std::uint32_t k = 0; k < run.leads(); ++k) CHECK(time_of_day(run.at(What::starts, k, 0).at(0).time) >= 12 * hour);
  CHECK(time_of_day(run.at(What::starts, 0, 0).at(0).time) == 12 * hour);
}

TEST_CASE("strict hours keep their activities from all other times") {
  // Viewings at 11 and at 16, an hour each; calls at any other time.
  Scenario s = office_of_two(10);
  people(s).blocks.items.push_back({"viewings", block({"meet"}, {{11, 12}, {16, 17}}, true)});
  const Run run(s);
  std::size_t meetings = 0;
  for (const models::Happening& start : run.trace()) {
    if (start.what != What::starts || start.time >= 28 * day) continue;
    const sim::Time at = time_of_day(start.time);
    const bool inside = (at >= 11 * hour && at < 12 * hour) || (at >= 16 * hour && at < 17 * hour);
    CHECK(inside == (start.stage == 0));
    meetings += start.stage == 0 ? 1 : 0;
  }
  CHECK(meetings == 28 * 6);
}

TEST_CASE("hours that change nothing change nothing") {
  // Everything is allowed in them, and nothing is kept from other times.
  Scenario s = office_of_two();
  const Run without(s);
  people(s).blocks.items.push_back({"all", block({"meet", "call"}, {{10, 12}}, false)});
  const Run with(s);
  CHECK(without.trace() == with.trace());
}

TEST_CASE("protected hours for cold calls bring companies to the phone that warm leads would have kept away") {
  // A seller with more warm leads than time calls cold only in his two protected hours: 24 dials of 5 minutes a day.
  Scenario s = shop({"meet"}, {200, day}, 20 * day);
  s.calendar.hours = hours({{9, 18}});
  stage(s).work = constant(10 * minute);
  market(s).prospects = 100000;
  people_do(s, 1, {"meet", "cold_call"});
  cold_call(s).dial = constant(5 * minute);
  cold_call(s).talk = constant(5 * minute);
  cold_call(s).interest = {{0}};
  const Run never(s);
  CHECK(never["dials"] < 20);
  people(s).blocks.items.push_back({"calls", block({"cold_call"}, {{10, 12}})});
  const Run daily(s);
  CHECK(daily["dials"] >= 20 * 24);
  CHECK(daily["dials"] < 20 * 24 + 20);
  CHECK(daily["deals"] < never["deals"]);
}
