#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

#include "models/department.hpp"
#include "scenarios/format/read.hpp"

// What each mechanism costs: the wholesaler's conveyor, one year, with it and without it, in turns within one run.

namespace {

using Sets = std::vector<std::string>;

const std::string conveyor = "departments.conveyor.";
const std::string roles = conveyor + "roles.";

/// A mechanism and what switches it on in a conveyor that does without it, or off in one that has it.
struct Mechanism {
  const char* name;
  Sets without;
  Sets with;
};

const std::vector<Mechanism>& mechanisms() {
  static const std::vector<Mechanism> all{
      {"reception", {}, {"service.reception={ work = \"2 min\", patience = \"30 min\", simple = \"20 %\" }",
                         roles + "hunter.does=[\"reception\", \"paperwork\", \"meet\"]"}},
      {"protected_hours", {}, {roles + "hunter.blocks={ papers = { does = [\"paperwork\"], hours = \"09:00-11:00\" } }"}},
      {"assistants", {}, {roles + "caller.does=[\"paperwork\", \"qualify\", \"wake\", \"cold_call\"]", roles + "caller.assists=hunter",
                          roles + "hunter.does=[\"meet\"]"}},
      {"minimum", {}, {conveyor + "minimum={ caller = 2 }"}},
      {"two_heads", {}, {conveyor + "two_heads=10 %"}},
      {"heads", {}, {conveyor + "head={ span = 5, effort = \"95 %\", without = \"85 %\" }"}},
      {"rotation", {}, {conveyor + "rotation={ after = \"60 d\", boost = 2 }"}},
      {"discount", {}, {roles + "hunter.discount={ share = \"5 %\", odds = 1.2 }"}},
      {"paid_after", {}, {"segments.salon.paid_after=45 d"}},
      {"stock", {}, {"segments.salon.stock=1000000", "segments.salon.holding=1"}},
      {"fade", {"cold_call.fade=1"}, {"cold_call.fade=0.8"}},
      {"pause", {roles + "caller.pause=false"}, {}},
      {"learning", {}, {roles + "caller.learning={ limit = 1.2, half = \"6 mo\" }"}},
      {"refusal_quit", {}, {roles + "caller.refusal_quit=0.01 %"}},
      {"portfolio", {roles + "farmer.portfolio=false"}, {}},
      {"off_crm", {}, {roles + "farmer.off_crm=20 %"}},
      {"neglect", {"service.neglect=false"}, {}},
      {"talent", {"departments.conveyor.role_defaults.talent=false", "role_defaults.talent=false"}, {"role_defaults.talent={ cv = 0.3 }"}},
      {"absence", {"role_defaults.absence={ holiday = \"0 d\" }"}, {"role_defaults.absence={ holiday = \"28 d\", sick = \"8 d\" }"}},
      {"takes", {roles + "farmer.takes=false"}, {}},
      {"handover", {conveyor + "handover=false"}, {}},
      {"transfer", {conveyor + "transfer.work=0 min", conveyor + "transfer.loss=0 %", conveyor + "transfer.chill=1"}, {}},
      {"sieve", {"pipeline.qualify.sieve=false"}, {}},
      {"pay_by_result", {roles + "farmer.pay.penalty=false", roles + "farmer.pay.bonus=false", roles + "caller.pay.bonus=false"}, {}},
      {"promotion", {roles + "caller.promotes_to=false"}, {}},
      {"tenure", {roles + "caller.tenure=false", roles + "hunter.tenure=false", roles + "farmer.tenure=false"}, {}},
      {"ramp", {roles + "caller.ramp={ time = \"0 d\", from = 1 }"}, {roles + "caller.ramp={ time = \"3 mo\", from = 0.5 }"}},
      {"fallback", {}, {roles + "hunter.does=[\"paperwork\", \"meet\", { activity = \"qualify\", fallback = true, overflow = 5 }]"}},
      {"half_life", {"pipeline.qualify.half_life=false"}, {}},
      {"patience", {"pipeline.qualify.patience=false"}, {}},
      {"later", {"pipeline.qualify.later=false"}, {}},
      {"travel", {"pipeline.meet.travel=false"}, {}},
      {"switching", {"role_defaults.switch=0 min"}, {"role_defaults.switch=6 min"}},
  };
  return all;
}

class Department {
 public:
  explicit Department(Sets sets) {
    sets.insert(sets.end(), {"horizon=12 mo", "warm_up=0 d"});
    const models::Scenario scenario =
        scenarios::read_file(SALESIM_SOURCE_DIR "/scenarios/wholesale.toml", sets).scenario;
    std::size_t index = 0;
    while (scenario.departments.items[index].first != "conveyor") ++index;
    plan_ = std::make_unique<models::DepartmentPlan>(scenario, index);
    department_ = std::make_unique<models::DepartmentAtWork<>>(*plan_);
    department_->run(1, 0);  // the pools grow once
  }

  /// Nanoseconds of an event over some years.
  double per_event() {
    constexpr int years = 4;
    const std::size_t slot = plan_->layout.slots() + plan_->layout.single(models::LedgerLayout::events);
    std::int64_t events = 0;
    const std::clock_t begin = std::clock();
    for (int year = 0; year < years; ++year) {
      department_->run(1, ++replication_);
      events += department_->ledger()[slot];
    }
    return 1e9 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC / static_cast<double>(events);
  }

 private:
  std::unique_ptr<models::DepartmentPlan> plan_;
  std::unique_ptr<models::DepartmentAtWork<>> department_;
  std::uint32_t replication_ = 0;
};

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

void cost(benchmark::State& state, const Mechanism& mechanism) {
  Department without(mechanism.without);
  Department with(mechanism.with);
  std::vector<double> before, after, ratio;
  for (auto _ : state) {
    before.push_back(without.per_event());
    after.push_back(with.per_event());
    ratio.push_back(after.back() / before.back());
  }
  state.counters["without_ns"] = median(before);
  state.counters["with_ns"] = median(after);
  state.counters["ratio"] = median(ratio);
}

const bool registered = [] {
  for (const Mechanism& mechanism : mechanisms())
    benchmark::RegisterBenchmark(("mechanism/" + std::string(mechanism.name)).c_str(), cost, mechanism)
        ->Unit(benchmark::kMillisecond)
        ->Iterations(15);
  return true;
}();

}  // namespace
