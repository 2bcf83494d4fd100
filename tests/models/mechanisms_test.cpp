#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <string>

#include "sim/elementary.hpp"
#include "tests/models/any_company.hpp"
#include "tests/models/clientele.hpp"

/// Mechanisms of the trade that are off are not there, whatever else a company does. With the tests that
/// docs/mechanisms.md names, each of M1 to M34 is shown on and off.
namespace {

using namespace company;

constexpr sim::Time ages = 100'000 * day;  // longer than any run
using Change = std::function<void(Scenario&)>;

struct Neutral {
  std::string mechanism;  ///< number and key
  Change without;         ///< the key is left out
  Change with;            ///< the key has no effect
};

Change each_role(std::function<void(models::Role&)> change) {
  return [change](Scenario& s) {
    for (auto& [name, role] : house(s).roles.items) change(role);
  };
}
Change each_segment(std::function<void(models::Segment&)> change) {
  return [change](Scenario& s) {
    for (auto& [name, segment] : s.segments.items) change(segment);
  };
}
Change each_stage(std::function<void(models::Stage&)> change) {
  return [change](Scenario& s) {
    for (auto& row : house(s).work.pipeline)
      for (models::Stage& each : row) change(each);
  };
}

std::vector<Neutral> neutrals() {
  using models::Role;
  return {
      {"M2 comfort among clients without end", each_role([](Role& role) { role.comfort.reset(); }),
       each_role([](Role& role) { role.comfort = 1e300; })},
      {"M3 portfolio without end", each_role([](Role& role) { role.portfolio.reset(); }),
       each_role([](Role& role) { role.portfolio = 1'000'000; })},
      {"M4 neglect after ages", [](Scenario& s) { house(s).work.neglect.clear(); },
       [](Scenario& s) {
         house(s).work.neglect.assign(s.segments.size(), {Duration{ages}, constant(ages)});
       }},
      {"M5 drops of nothing", each_role([](Role& role) { role.drops.items.clear(); }),
       [](Scenario& s) {
         for (auto& [name, role] : house(s).roles.items)
           for (const auto& [segment, terms] : s.segments.items) role.drops.items.push_back({segment, 0.0});
       }},
      {"M6 takes nobody along", each_role([](Role& role) { role.takes.reset(); }), each_role([](Role& role) {
         role.takes = models::Takes{1, 0};
       })},
      {"M9 learning up to what is known", each_role([](Role& role) { role.learning.reset(); }),
       each_role([](Role& role) {
         role.learning = models::Learning{1, Duration{day}};
       })},
      {"M10 pause above any line", each_role([](Role& role) { role.pause.reset(); }), each_role([](Role& role) {
         role.pause = models::Pause{1'000'000, 0};
       })},
      {"M12 patience without end",
       each_stage([](models::Stage& stage) { stage.patience.reset(), stage.half_life.reset(); }),
       each_stage([](models::Stage& stage) {
         stage.patience = constant(ages), stage.half_life = Duration{hour}, stage.floor = 1;
       })},
      {"M14 sleep after ages", [](Scenario& s) { house(s).work.dormant.clear(); },
       [](Scenario& s) { house(s).work.dormant.assign(s.segments.size(), {Duration{ages}}); }},
      {"M15 rotation after ages", [](Scenario& s) { house(s).rotation.reset(); },
       [](Scenario& s) {
         house(s).rotation = models::Rotation{Duration{ages}, 7};
       }},
      {"M16 head who costs and changes nothing",
       [](Scenario& s) {
         house(s).head.reset();
         each_role([](Role& role) { role.head.reset(); })(s);
       },
       [](Scenario& s) {
         house(s).head = models::Head{3, 1000, {}, 1, 1, {}};
         each_role([](Role& role) { role.head.reset(); })(s);
       }},
      {"M17 bonus and penalty of nothing",
       each_role([](Role& role) { role.pay.bonus.reset(), role.pay.penalty.reset(); }), each_role([](Role& role) {
         role.pay.bonus = models::Bonus{0, 1, 1}, role.pay.penalty = models::Penalty{0.5, 0};
       })},
      {"M19 newcomers at full speed at once", each_role([](Role& role) { role.ramp.reset(), role.training.reset(); }),
       each_role([](Role& role) {
         role.ramp = models::Ramp{Duration{0}, 1, false}, role.training = Duration{0};
       })},
      {"M22 repeat share of nobody",
       each_segment([](models::Segment& segment) { segment.repeat.reset(), segment.clients = segment.dormant = 0; }),
       each_segment([](models::Segment& segment) {
         segment.repeat = models::Repeat{0, constant(day), 1}, segment.clients = segment.dormant = 0;
       })},
      {"M24 skill of 1", each_role([](Role& role) { role.skill.items.clear(); }),
       [](Scenario& s) {
         for (auto& [name, role] : house(s).roles.items) {
           role.skill.items.clear();
           for (const std::string& activity : s.work.stages) role.skill.items.push_back({activity, 1.0});
         }
       }},
      {"M26 talent alike", each_role([](Role& role) { role.talent.reset(); }), each_role([](Role& role) {
         role.talent = models::Talent{0, 9};
       })},
      {"M27 tenure of ages", each_role([](Role& role) { role.tenure.reset(); }),
       each_role([](Role& role) { role.tenure = constant(ages); })},
      // Where a stage has a sieve, what multiplies the odds of the fit divides those of the unfit, also of `pass`.
      {"M28 sieve that lets all through of who pass for certain",
       each_stage([](models::Stage& stage) { stage.sieve.reset(), stage.pass = 1; }),
       each_stage([](models::Stage& stage) {
         stage.sieve = models::Sieve{1, 1};
       })},
      {"M29 later that never happens", each_stage([](models::Stage& stage) { stage.later.reset(); }),
       each_stage([](models::Stage& stage) {
         stage.later = models::Later{0, constant(day)};
       })},
      {"M31 terms like anybody's", each_role([](Role& role) { role.discount.reset(); }), each_role([](Role& role) {
         role.discount = models::Discount{0, 1, {}};
       })},
      // A stage without work and travel is nobody's; one with travel, however short, is somebody's.
      {"M32 travel of nothing", each_stage([](models::Stage& stage) {
         stage.travel.reset();
         if (!stage.work) stage.work = constant(minute);
       }),
       each_stage([](models::Stage& stage) { stage.travel = constant(0); })},
      {"M33 reassigned at once", [](Scenario& s) { house(s).reassign.reset(); },
       [](Scenario& s) { house(s).reassign = Duration{0}; }},
      {"M34 transfer without effect", [](Scenario& s) { house(s).transfer = {}; },
       [](Scenario& s) {
         house(s).transfer = {constant(0), 0, 1};
       }},
  };
}

/// Two managers, each for whoever he has sold to, and clients called every ten days.
Scenario owners() {
  Scenario s = walk_ins(1, 200 * day, 30 * day);
  people_do(s, 2, {"contact"}).owns_clients = true;
  contact(s).every = Duration{10 * day};
  contact(s).work = constant(hour);
  return s;
}

}  // namespace

TEST_CASE("any company: a mechanism at its neutral value is exactly the run without it") {
  std::size_t happenings = 0;
  for (const Neutral& neutral : neutrals()) {
    CAPTURE(neutral.mechanism);
    for (std::uint32_t number = 0; number < 15; ++number) {
      CAPTURE(number);
      Scenario s = any_company::company(number);
      neutral.without(s);
      const Run without(s);
      neutral.with(s);
      CHECK(same(Run(s), without));
      happenings += without.trace().size();
    }
  }
  CHECK(happenings > 100'000);
}

TEST_CASE("a set-up time costs nobody who does one kind of work") {
  Scenario s = shop({"serve"}, {5, hour}, 20 * day);
  const Run without(s);
  people(s).switching = Duration{10 * minute};
  CHECK(same(Run(s), without));
}

TEST_CASE("who would stay in the market for ages stays as without a lifetime") {
  // What he is worth is over a life of ages instead of for ever; nothing else differs.
  Scenario s = owners();
  const Run without(s);
  market(s).lifetime = constant(ages);
  const Run with(s);
  CHECK(with.trace() == without.trace());
  CHECK(with["profit"] == without["profit"]);
  CHECK(with["clients_lost"] == 0);
}

TEST_CASE("refusals wear nobody out where nobody refuses, or where they do not count") {
  Scenario s = campaign(1000, 10 * day);
  cold_call(s).talk = constant(hour);
  cold_call(s).interest = {{1}};
  const Run without(s);
  people(s).refusal_quit = 1;
  CHECK(same(Run(s), without));
}

TEST_CASE("nobody is promoted while no seat falls vacant") {
  Scenario s = shop({"serve"}, {1, hour}, 20 * day);
  hire(s, "below", 1, {"serve"});
  const Run without(s);
  people(s, 1).promotes_to = models::Promotion{"people", Duration{30 * day}};
  CHECK(same(Run(s), without));
}

TEST_CASE("what is not in the books is lost to nobody while its owner stays") {
  Scenario s = owners();
  const Run without(s);
  people(s).off_crm = 1;
  CHECK(same(Run(s), without));
}

TEST_CASE("in the months of a season of two leads ask in half of the time, and in those of none nobody asks") {
  // The kth lead asks when as many are expected as its draws say: until 1 February at half of the time, then not before
  // 1 March, from when on the rate is the plain one.
  Scenario s = shop({"serve"}, {1, hour}, 90 * day);
  s.start = date(2026, 1, 1);
  const Run plain(s);
  door(s).season.weights = {2, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  const Run season(s);
  constexpr sim::Time february = 31 * day;
  constexpr sim::Time march = 59 * day;
  std::uint32_t in_january = 0;
  for (std::uint32_t k = 0; k < std::min(season.leads(), plain.leads()); ++k) {
    const sim::Time at = plain.asked(k);
    const sim::Time expected = at < 2 * february ? at / 2 : march + at - 2 * february;
    CHECK(std::abs(season.asked(k) - expected) <= 2);  // microseconds: times are rounded once in either run
    in_january += at < 2 * february ? 1 : 0;
  }
  CHECK(in_january > 1300);
  CHECK(season.leads() > in_january);
}

TEST_CASE("the odds of the person chosen for the step are those of the best candidate for it") {
  // Four seats, five candidates for each, odds f of a lognormal law with mean 1: at even odds f ÷ (1 + f) of the leads
  // pass.
  Scenario s = shop({"serve"}, {10, hour}, 60 * day, 4);
  stage(s).pass = 0.5;
  people(s).talent = models::Talent{1, 5};
  double best[4] = {};
  const sim::Sampler law(Distribution::lognormal(1, 1));
  for (std::uint32_t seat = 0; seat < 4; ++seat)
    for (std::uint32_t candidate = 0; candidate < 5; ++candidate) {
      sim::Stream stream = draws().at(sim::word("career/talent"), seat, candidate << 8);
      best[seat] = std::max(best[seat], law(stream));
    }
  const Run run(s);
  std::uint32_t thanks_to_talent = 0;
  for (std::uint32_t k = 0; k < run.leads(); ++k) {
    const auto starts = run.at(What::starts, k);
    if (starts.empty() || run.times(What::ends, k).empty()) continue;
    const double odds = best[starts[0].seat];
    const double u = draws().uniform(sim::word("pass/customers/door/serve"), k);
    CHECK((run.times(What::won, k).size() == 1) == (u < odds / (1 + odds)));
    thanks_to_talent += u >= 0.5 && u < odds / (1 + odds) ? 1 : 0;
  }
  CHECK(thanks_to_talent > 100);
}
