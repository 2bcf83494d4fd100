#include <benchmark/benchmark.h>

#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "analysis/result/build.hpp"
#include "models/department_system.hpp"
#include "scenarios/format/read.hpp"
#include "sim/replications.hpp"

// How many replications a difference in profit needs until its 95 % interval is ± 1 % of the first department's profit: on
// customers of each department's own, on the same customers, and with controls as well. No time is measured.

namespace {

constexpr std::uint32_t replications = 400;
constexpr double wanted = 0.01;

void needed(benchmark::State& state, const std::string& file, const std::string& one, const std::string& other) {
  const models::Scenario scenario = scenarios::read_file(SALESIM_SOURCE_DIR "/scenarios/" + file).scenario;
  std::vector<std::unique_ptr<models::DepartmentSystem>> departments;
  std::vector<const sim::System*> systems;
  for (const std::string& name : {one, other})
    for (std::size_t d = 0; d < scenario.departments.size(); ++d)
      if (scenario.departments.items[d].first == name) {
        departments.push_back(std::make_unique<models::DepartmentSystem>(scenario, d, 1));
        systems.push_back(departments.back().get());
      }
  for (auto _ : state) {
    sim::Replications runs(systems, 2);
    runs.run_to(replications);
    const analysis::result::MeasureComparison comparison =
        analysis::result::compare_by(runs, {{one, ""}, {other, ""}}, "profit", {}, replications);
    const auto& [system, difference, controlled] = comparison.differences.front();
    const std::vector<analysis::Series> profits = analysis::series_of(runs, "profit", replications);
    const double half = wanted * std::fabs(analysis::estimate(profits[0], 0.95).mean);
    const double paired = std::pow(1.96 * difference.sd / half, 2);
    state.counters["own_customers"] = std::ceil(paired * difference.variance_ratio);
    state.counters["paired"] = std::ceil(paired);
    state.counters["with_controls"] = std::ceil(
        controlled && controlled->pays ? paired / controlled->variance_ratio : paired);
    state.counters["correlation"] = difference.correlation;
  }
}

void wholesale(benchmark::State& state) { needed(state, "wholesale.toml", "one_tier", "conveyor"); }
void roofing(benchmark::State& state) { needed(state, "roofing_season.toml", "one_tier", "conveyor"); }
void lead_desk(benchmark::State& state) { needed(state, "lead_desk.toml", "one_tier", "conveyor"); }

}  // namespace

BENCHMARK(wholesale)->Name("replications/wholesale")->Iterations(1);
BENCHMARK(roofing)->Name("replications/roofing_season")->Iterations(1);
BENCHMARK(lead_desk)->Name("replications/lead_desk")->Iterations(1);
