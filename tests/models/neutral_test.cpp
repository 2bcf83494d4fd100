#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>

#include "tests/models/busy_office.hpp"

// A mechanism that is off is exactly not there: setting a key to its neutral value changes no event and no figure.

using company::busy_office;
using company::constant;
using company::people;
using company::Run;
using company::Scenario;
using company::stage;
using sim::day;
using sim::hour;
using sim::minute;

namespace {

constexpr std::uint64_t seed = 3;

struct Neutral {
  std::string key;
  std::function<void(Scenario&)> off;  ///< the key is not set
  std::function<void(Scenario&)> set;  ///< the key is set to what has no effect
};

void each_stage(Scenario& s, const std::function<void(models::Stage&)>& change) {
  for (auto& row : s.departments.items[0].second.work.pipeline)
    for (models::Stage& each : row) change(each);
}
void each_role(Scenario& s, const std::function<void(models::Role&)>& change) {
  for (auto& [name, role] : s.departments.items[0].second.roles.items) change(role);
}
const std::function<void(Scenario&)> nothing = [](Scenario&) {};

std::vector<Neutral> neutrals() {
  const auto stages = [](std::function<void(models::Stage&)> change) {
    return [change](Scenario& s) { each_stage(s, change); };
  };
  const auto roles = [](std::function<void(models::Role&)> change) {
    return [change](Scenario& s) { each_role(s, change); };
  };
  const auto transfer = [](models::Transfer value) {
    return [value](Scenario& s) { s.departments.items[0].second.transfer = value; };
  };
  return {
      {"dial, attempts, retry where everybody is reached", stages([](models::Stage& stage) {
         stage.reach = 1, stage.dial.reset(), stage.retry.reset(), stage.attempts = 1;
       }),
       stages([](models::Stage& stage) {
         stage.reach = 1, stage.dial = constant(hour), stage.retry = constant(day), stage.attempts = 7;
       })},
      {"rebook, no_show_work where everybody shows",
       stages([](models::Stage& stage) { stage.show = 1, stage.rebook = 0, stage.no_show_work.reset(); }),
       stages([](models::Stage& stage) { stage.show = 1, stage.rebook = 0.9, stage.no_show_work = constant(hour); })},
      {"later that never happens", stages([](models::Stage& stage) { stage.later.reset(); }),
       stages([](models::Stage& stage) {
         stage.later = models::Later{0, constant(day)};
       })},
      {"half-life with a floor of 1", stages([](models::Stage& stage) { stage.half_life.reset(), stage.floor = 0; }),
       stages([](models::Stage& stage) { stage.half_life = models::Duration{hour}, stage.floor = 1; })},
      {"patience without end", stages([](models::Stage& stage) { stage.patience.reset(); }),
       stages([](models::Stage& stage) { stage.patience = constant(sim::mean_year * 2'000); })},
      {"travel of nothing", stages([](models::Stage& stage) { stage.travel.reset(); }),
       stages([](models::Stage& stage) { stage.travel = constant(0); })},
      {"skill of 1", roles([](models::Role& role) { role.skill.items.clear(); }), roles([](models::Role& role) {
         role.skill.items = {{"call", 1.0}, {"meet", 1.0}, {"sign", 1.0}};
       })},
      {"transfer without effect", transfer({}), transfer({constant(0), 0, 1})},
      {"cover where nobody is away", roles([](models::Role& role) { role.absence = {}, role.cover.reset(); }),
       roles([](models::Role& role) { role.absence = {}, role.cover = models::Duration{0}; })},
      {"an overflow that is never reached", nothing,
       [](Scenario& s) {
         each_role(s, [](models::Role& role) {
           for (models::Duty& duty : role.does)
             if (!duty.fallback) duty.overflow = 1'000'000;
         });
       }},
      {"even profiles",
       [](Scenario& s) {
         company::door(s).weekday.weights.clear(), company::door(s).hour.weights.clear(),
             company::door(s).season.weights.clear();
       },
       [](Scenario& s) { company::door(s).season.weights.assign(12, 1.0); }},
      {"staff by month, all the same", nothing,
       [](Scenario& s) {
         people(s, 0).staff = {
             models::Staff::Kind::months, std::vector<std::int64_t>(12, people(s, 0).staff.counts[0]), {}};
       }},
      {"the calendar's hours as the role's own", nothing,
       [](Scenario& s) {
         people(s, 1).hours = s.calendar.hours;
         people(s, 1).days = s.calendar.days;
       }},
      {"all segments by name", nothing,
       [](Scenario& s) {
         for (models::Duty& duty : people(s, 0).does) duty.segments = {"customers", "firms"};
       }},
      {"a holiday on a weekend", nothing,
       [](Scenario& s) {
         s.calendar.holidays.push_back(company::date(2026, 3, 7));
         company::door(s).days = company::working_days();
       }},
  };
}

}  // namespace

TEST_CASE("a neutral value is exactly the run without the key") {
  for (const Neutral& neutral : neutrals()) {
    CAPTURE(neutral.key);
    Scenario off = busy_office();
    neutral.off(off);
    Scenario set = off;
    neutral.set(set);
    if (neutral.key == "a holiday on a weekend") company::door(off).days = company::working_days();
    const Run without(off, seed, 2);
    const Run with(set, seed, 2);
    CHECK(without.trace() == with.trace());
    CHECK(std::ranges::equal(without.at_work.ledger(), with.at_work.ledger()));
  }
}

TEST_CASE("titles and what is unused change nothing") {
  Scenario s = busy_office();
  const Run before(s, seed);
  s.title = "Another";
  s.departments.items[0].second.title = "Other words";
  people(s).title = "Callers";
  people(s).pay.of = models::Base::margin;  // without a commission
  const Run after(s, seed);
  CHECK(before.trace() == after.trace());
  CHECK(std::ranges::equal(before.at_work.ledger(), after.at_work.ledger()));
}
