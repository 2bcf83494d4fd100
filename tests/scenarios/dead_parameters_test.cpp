#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "models/department_system.hpp"
#include "scenarios/format/read.hpp"
#include "scenarios/format/reference.hpp"

/// No parameter is dead: each is changed where it should matter, in `tests/data/everything.toml`, and the measure that it
/// is declared to move must move.
namespace {

constexpr std::uint32_t replications = 3;

/// A parameter changed: its declaration, the value set instead, and what is set besides in both runs.
struct Change {
  std::string declared;
  std::string set;
  std::vector<std::string> besides{};
};

const std::string house = "departments.<department>.";
const std::string role = house + "roles.<role>.";
const std::string segment = "segments.<segment>.";
const std::string channel = segment + "inbound.<channel>.";
const std::string stage = "pipeline.<stage>.";
const std::string h = "departments.house.";
const std::string caller = h + "roles.caller.";
const std::string seller = h + "roles.seller.";
const std::string farmer = h + "roles.farmer.";
const std::string student = h + "roles.student.";
const std::string web = "segments.retail.inbound.web.";
const std::string ad = "segments.flats.inbound.ad.";

const std::vector<Change> changes{
    {"start", "start=2026-02-02"},
    {"horizon", "horizon=18 mo"},
    {"warm_up", "warm_up=2 mo"},
    {"run_out", "run_out=1 d"},
    {"discount", "discount=40 % / y"},
    {"calendar.hours", "calendar.hours=08:00-19:00"},
    {"calendar.days", "calendar.days=mon-sat"},
    {"calendar.holidays", "calendar.holidays=[2026-05-01, 2026-05-04, 2026-05-05]"},
    {segment + "prospects", "segments.retail.prospects=300"},
    {segment + "clients", "segments.retail.clients=90"},
    {segment + "dormant", "segments.retail.dormant=20"},
    {segment + "fit", "segments.retail.fit=90 %"},
    {segment + "order", "segments.retail.order.lognormal.mean=1500"},
    {segment + "between", "segments.retail.between=90 %"},
    {segment + "margin", "segments.retail.margin=30 %"},
    {segment + "repeat", "segments.retail.repeat.every.gamma.mean=80 d"},
    {segment + "repeat.share", "segments.retail.repeat.share=30 %"},
    {segment + "repeat.every", "segments.retail.repeat.every.gamma.mean=20 d"},
    {segment + "repeat.initiative", "segments.retail.repeat.initiative=10 %"},
    {segment + "lifetime", "segments.retail.lifetime.exponential=1 y"},
    {segment + "paid_after", "segments.retail.paid_after=90 d"},
    {segment + "stock", "segments.flats.stock=30"},
    {segment + "holding", "segments.flats.holding=40"},
    {channel + "rate", web + "rate=100 / mo"},
    {channel + "season", web + "season=[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"},
    {channel + "year", web + "year=40 %"},
    {channel + "month", web + "month=40 %"},
    {channel + "dispersion", web + "dispersion=5"},
    {channel + "hours", ad + "hours=10:00-16:00"},
    {channel + "days", ad + "days=mon-fri"},
    {channel + "weekday", ad + "weekday=[5, 1, 1, 1, 1, 1, 0]"},
    {channel + "hour", ad + "hour=[1, 1, 1, 1, 1, 1, 1, 1, 9, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]"},
    {channel + "cost", web + "cost=20"},
    {"cold_call.dial", "cold_call.dial=8 min"},
    {"cold_call.talk", "cold_call.talk.exponential=16 min"},
    {"cold_call.reach", "cold_call.reach=60 %"},
    {"cold_call.interest", "cold_call.interest=30 %"},
    {"cold_call.fade", "cold_call.fade=0.2"},
    {"cold_call.give_up", "cold_call.give_up=80 %"},
    {"cold_call.attempts", "cold_call.attempts=1"},
    {"cold_call.retry", "cold_call.retry=30 d"},
    {"cold_call.rest", "cold_call.rest=10 d"},
    {"cold_call.enters", "cold_call.enters=qualify"},
    {stage + "delay", "pipeline.meet.delay.exponential=8 d"},
    {stage + "work", "pipeline.meet.work.lognormal.mean=90 min"},
    {stage + "travel", "pipeline.meet.travel=90 min"},
    {stage + "pass", "pipeline.meet.pass=90 %"},
    {stage + "sieve", "pipeline.qualify.sieve.lets_through=90 %"},
    {stage + "sieve.finds", "pipeline.qualify.sieve.finds=40 %"},
    {stage + "sieve.lets_through", "pipeline.qualify.sieve.lets_through=0 %"},
    {stage + "reach", "pipeline.qualify.reach=30 %"},
    {stage + "dial", "pipeline.qualify.dial=20 min"},
    {stage + "attempts", "pipeline.qualify.attempts=1"},
    {stage + "retry", "pipeline.qualify.retry.exponential=9 wd"},
    {stage + "show", "pipeline.meet.show=30 %"},
    {stage + "rebook", "pipeline.meet.rebook=0 %"},
    {stage + "no_show_work", "pipeline.meet.no_show_work=60 min"},
    {stage + "patience", "pipeline.meet.patience.exponential=1 wd"},
    {stage + "answer_within", "pipeline.qualify.answer_within=1 min"},
    {stage + "half_life", "pipeline.qualify.half_life=1 h"},
    {stage + "floor", "pipeline.qualify.floor=0 %"},
    {stage + "later", "pipeline.qualify.later.chance=60 %"},
    {stage + "later.chance", "pipeline.qualify.later.chance=0 %"},
    {stage + "later.after", "pipeline.qualify.later.after.exponential=90 d"},
    {stage + "interruptible", "pipeline.papers.interruptible=false"},
    {"service.reception.work", "service.reception.work=20 min"},
    {"service.reception.patience", "service.reception.patience.exponential=1 min", {"service.reception.work=20 min"}},
    {"service.reception.answer_within", "service.reception.answer_within=30 min"},
    {"service.reception.simple", "service.reception.simple=90 %"},
    {"service.order.work", "service.order.work.exponential=90 min"},
    {"service.order.patience", "service.order.patience.exponential=1 min"},
    {"service.order.leave", "service.order.leave=90 %"},
    {"service.contact.every", "service.contact.every=90 d"},
    {"service.contact.work", "service.contact.work=90 min"},
    {"service.contact.upsell", "service.contact.upsell=40 %"},
    {"service.contact.growth", "service.contact.growth=10 %"},
    {"service.neglect.after", "service.neglect.after=1 d"},
    {"service.neglect.life", "service.neglect.life.exponential=2 d"},
    {"service.dormant.after", "service.dormant.after=60 d"},
    {"service.wake.work", "service.wake.work=20 min"},
    {"service.wake.chance", "service.wake.chance=30 %"},
    {"service.wake.rest", "service.wake.rest=5 d"},
    {house + "transfer", h + "transfer.loss=40 %"},
    {house + "transfer.work", h + "transfer.work=60 min"},
    {house + "transfer.loss", h + "transfer.loss=0 %"},
    {house + "transfer.chill", h + "transfer.chill=0.3"},
    {house + "handover", h + "handover.loss=50 %"},
    {house + "handover.after_orders", h + "handover.after_orders=1"},
    {house + "handover.within", h + "handover.within=10 d"},
    {house + "handover.work", h + "handover.work=5 h"},
    {house + "handover.loss", h + "handover.loss=0 %"},
    {house + "rotation", h + "rotation.after=20 d"},
    {house + "rotation.after", h + "rotation.after=300 d"},
    {house + "rotation.boost", h + "rotation.boost=50", {"service.neglect.life.exponential=900 d", "service.contact.every=5 d", farmer + "diligence=5 %", farmer + "head.diligence=0"}},
    {house + "reassign", h + "reassign=150 d"},
    {house + "head", h + "head.effort=50 %"},
    {house + "head.span", h + "head.span=20"},
    {house + "head.most", h + "head.most=1"},
    {house + "head.pay", h + "head.pay=4000"},
    {house + "head.effort", h + "head.effort=60 %"},
    {house + "head.without", h + "head.without=40 %"},
    {house + "head.diligence", h + "head.diligence=0 %", {farmer + "head=false"}},
    {house + "two_heads", h + "two_heads=40 %"},
    {house + "minimum.<role>", h + "minimum.caller=4"},
    {role + "staff", seller + "staff=5"},
    {role + "does", seller + "does=[\"meet\", \"close\", \"cold_call\"]"},
    {role + "owns", seller + "owns=[]"},
    {role + "assign", seller + "assign=shared"},
    {role + "switch", seller + "switch=30 min"},
    {role + "effort", seller + "effort=50 %"},
    {role + "speed", seller + "speed=2"},
    {role + "skill.<activity>", seller + "skill.close=5"},
    {role + "hours", seller + "hours=12:00-18:00", {seller + "blocks.calls.hours=13:00-14:00"}},
    {role + "days", seller + "days=tue-wed"},
    {role + "blocks.<block>.does", seller + "blocks.calls.does=[\"meet\"]"},
    {role + "blocks.<block>.hours", seller + "blocks.calls.hours=10:00-16:00"},
    {role + "blocks.<block>.days", seller + "blocks.calls.days=mon-fri"},
    {role + "blocks.<block>.strict", seller + "blocks.calls.strict=false"},
    {role + "assists", h + "roles.assistant.assists=secretary", {h + "roles.secretary.owns=[\"leads\"]"}},
    {role + "absence", seller + "absence.holiday=60 d"},
    {role + "absence.holiday", seller + "absence.holiday=5 d"},
    {role + "absence.sick", seller + "absence.sick=60 d"},
    {role + "cover", seller + "cover=100 d"},
    {role + "talent", seller + "talent.cv=1.5"},
    {role + "talent.cv", seller + "talent.cv=0"},
    {role + "talent.candidates", seller + "talent.candidates=30"},
    {role + "comfort", seller + "comfort=1"},
    {role + "diligence", farmer + "diligence=10 %", {farmer + "head.diligence=0"}},
    {role + "portfolio", farmer + "portfolio=5"},
    {role + "drops.<segment>", seller + "drops={ retail = \"80 %\" }"},
    {role + "pause", caller + "pause.above=0"},
    {role + "pause.above", caller + "pause.above=50"},
    {role + "pause.below", caller + "pause.below=6"},
    {role + "learning", caller + "learning.limit=3"},
    {role + "learning.limit", caller + "learning.limit=0.2"},
    {role + "learning.half", caller + "learning.half=2 y"},
    {role + "rented", student + "rented=false", {student + "hire=60 d", student + "returns=0 %"}},
    {role + "returns", student + "returns=100 %"},
    {role + "ahead", caller + "ahead=0 d"},
    {role + "hire", caller + "hire.exponential=90 d"},
    {role + "training", caller + "training=40 d"},
    {role + "ramp", caller + "ramp.from=10 %"},
    {role + "ramp.time", caller + "ramp.time=12 mo"},
    {role + "ramp.from", caller + "ramp.from=90 %"},
    {role + "ramp.odds", seller + "ramp.odds=true"},
    {role + "tenure", seller + "tenure.exponential=4 mo"},
    {role + "refusal_quit", caller + "refusal_quit=0"},
    {role + "promotes_to", caller + "promotes_to=false"},
    {role + "promotes_to.role", caller + "promotes_to.role=farmer"},
    {role + "promotes_to.ramp", caller + "promotes_to.ramp=12 mo"},
    {role + "takes", farmer + "takes.chance=100 %"},
    {role + "takes.chance", farmer + "takes.chance=0 %"},
    {role + "takes.share", farmer + "takes.share=100 %"},
    {role + "takes_leads", seller + "takes_leads=100 %"},
    {role + "off_crm", farmer + "off_crm=100 %"},
    {role + "discount", seller + "discount.share=20 %"},
    {role + "discount.share", seller + "discount.share=0 %"},
    {role + "discount.odds", seller + "discount.odds=5"},
    {role + "discount.deferral", seller + "discount.deferral=200 d"},
    {role + "head", farmer + "head.effort=50 %"},
    {role + "head.span", farmer + "head.span=1", {farmer + "head.most=9"}},
    {role + "head.most", farmer + "head.most=0"},
    {role + "head.pay", farmer + "head.pay=9000"},
    {role + "head.effort", farmer + "head.effort=20 %"},
    {role + "head.without", farmer + "head.without=20 %", {farmer + "head.most=0"}},
    {role + "head.diligence", farmer + "head.diligence=0 %", {farmer + "diligence=10 %"}},
    {role + "pay", seller + "pay.base=2500"},
    {role + "pay.base", farmer + "pay.base=2500"},
    {role + "pay.hourly", student + "pay.hourly=20"},
    {role + "pay.first", seller + "pay.first=20 %"},
    {role + "pay.repeat", farmer + "pay.repeat=20 %"},
    {role + "pay.of", seller + "pay.of=revenue"},
    {role + "pay.per_lead", caller + "pay.per_lead=30"},
    {role + "pay.bonus", caller + "pay.bonus.share=50 %"},
    {role + "pay.bonus.share", caller + "pay.bonus.share=1 %"},
    {role + "pay.bonus.leads", caller + "pay.bonus.leads=1"},
    {role + "pay.bonus.contacts", farmer + "pay.bonus.contacts=1"},
    {role + "pay.penalty", farmer + "pay.penalty.share=90 %", {farmer + "tenure=30 y"}},
    {role + "pay.penalty.growth", farmer + "pay.penalty.growth=-99 %", {farmer + "tenure=30 y", "horizon=36 mo"}},
    {role + "pay.penalty.share", farmer + "pay.penalty.share=50 %", {farmer + "tenure=30 y", "horizon=36 mo"}},
    {role + "pay.on_top", h + "roles.secretary.pay.on_top=60 %"},
    {role + "pay.hiring", caller + "pay.hiring=5000"},
    {role + "pay.dismissal", caller + "pay.dismissal=9000"},
    {role + "pay.seat", caller + "pay.seat=1000"},
};

/// What moves nothing, and why.
const std::map<std::string, std::string> exceptions{
    {"format", "names the version of the format and has one value"},
    {"title", "words for people"},
    {"plan.decide.<staff>.months", "plans are no part of what is simulated"},
    {"plan.decide.<staff>.low", "plans are no part of what is simulated"},
    {"plan.decide.<staff>.high", "plans are no part of what is simulated"},
    {"plan.decide.<staff>.step", "plans are no part of what is simulated"},
    {"plan.decide.<staff>.notice", "plans are no part of what is simulated"},
    {"plan.decide.<staff>.contract", "plans are no part of what is simulated"},
    {"plan.objective", "plans are no part of what is simulated"},
    {"plan.budget", "plans are no part of what is simulated"},
    {"plan.require", "plans are no part of what is simulated"},
    {"plan.require.measure", "plans are no part of what is simulated"},
    {"plan.require.at_least", "plans are no part of what is simulated"},
    {"plan.require.at_most", "plans are no part of what is simulated"},
    {"plan.require.in", "plans are no part of what is simulated"},
    {"plan.require.of", "plans are no part of what is simulated"},
    {"plan.require.chance", "plans are no part of what is simulated"},
    {"currency", "names the unit of all money"},
    {"calendar", "a table whose keys are tested"},
    {segment + "title", "words for people"},
    {"pipeline.stages", "names; another list is another pipeline"},
    {stage + "title", "words for people"},
    {house + "title", "words for people"},
    {role + "title", "words for people"},
};

using Sums = std::map<std::string, std::vector<double>>;

/// Numerator and denominator of every measure, by replication. The department is the same in all of them.
Sums run(const std::vector<std::string>& sets) {
  const models::Scenario scenario =
      scenarios::read_file(SALESIM_SOURCE_DIR "/tests/data/everything.toml", sets).scenario;
  const models::DepartmentSystem system(scenario, 0, 1);
  const std::unique_ptr<sim::Worker> worker = system.worker();
  Sums sums;
  for (std::uint32_t r = 0; r < replications; ++r) {
    const sim::Observation row = worker->observe(r);
    for (const sim::Measure& measure : system.catalogue().measures) {
      if (measure.estimator == sim::Estimator::quantile) continue;
      sums[measure.name].push_back(row.totals[measure.numerator]);
      if (measure.estimator == sim::Estimator::ratio) sums[measure.name].push_back(row.totals[measure.denominator]);
    }
  }
  return sums;
}

bool is_of(const std::string& measure, const std::string& moves) {
  return measure == moves || measure.starts_with(moves + ".");
}

}  // namespace

TEST_CASE("every declared parameter is changed somewhere, or there is a reason why it moves nothing") {
  std::set<std::string> changed;
  for (const Change& change : changes) CHECK_MESSAGE(changed.insert(change.declared).second, change.declared);
  for (const scenarios::ParameterEntry& entry : scenarios::all_parameters()) {
    const bool excepted = exceptions.contains(entry.path);
    CHECK_MESSAGE((changed.erase(entry.path) == 1) != excepted, entry.path);
    if (!excepted) CHECK_MESSAGE(!entry.moves.empty(), entry.path);
  }
  for (const std::string& left : changed) FAIL_CHECK(left << " is no parameter");
}

TEST_CASE("what is set to the value that it has moves nothing") { CHECK(run({}) == run({"pipeline.meet.pass=60 %"})); }

TEST_CASE("no parameter is dead: the measure that each is declared to move moves") {
  std::map<std::string, std::string> moves;
  for (const scenarios::ParameterEntry& entry : scenarios::all_parameters()) moves[entry.path] = entry.moves;
  std::map<std::vector<std::string>, Sums> before;
  for (const Change& change : changes) {
    auto base = before.find(change.besides);
    if (base == before.end()) base = before.emplace(change.besides, run(change.besides)).first;
    std::vector<std::string> sets = change.besides;
    sets.push_back(change.set);
    const Sums after = run(sets);
    bool any = false;
    bool moved = false;
    for (const auto& [measure, values] : base->second) {
      if (!is_of(measure, moves[change.declared])) continue;
      any = true;
      const auto other = after.find(measure);
      moved = moved || other == after.end() || other->second != values;
    }
    CHECK_MESSAGE(any, change.declared << " moves " << moves[change.declared] << ", which nothing measures");
    CHECK_MESSAGE(moved, change.set << " does not move " << moves[change.declared]);
  }
}
