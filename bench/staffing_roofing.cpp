#include <benchmark/benchmark.h>

#include "app/staffing/events.hpp"
#include "app/staffing/factory.hpp"
#include "app/staffing/quick.hpp"
#include "bench/staffing_methods.hpp"
#include "scenarios/format/variants.hpp"

// What a search for the staffing plan of a shipped scenario, three roles in twelve months, reaches with 4,000
// replications from the plan that formulas give: its profit on 200 fresh replications less that of the start, and the
// share of these in which the requirement is met. No time is measured. A method takes a minute on two cores.

namespace {

using namespace bench;

constexpr std::uint64_t budget = 4'000;
constexpr std::uint32_t fresh = 200;
constexpr std::uint32_t first_fresh = 1'000'000'000;
constexpr double tolerated = 0.07;  ///< of the replications may fail a requirement of 90 %: less than a tenth, for luck

void roofing(benchmark::State& state, const Method& method) {
  const scenarios::Variants variants =
      scenarios::Variants::of_file(SALESIM_SOURCE_DIR "/scenarios/roofing_season.toml");
  const scenarios::StaffingPlan& plan = *variants.loaded().plan;
  const auto place = scenarios::place_of_role(variants.loaded().scenario, plan.decide.items.front().path);
  const app::staffing::Lattice lattice =
      app::staffing::lattice_of(variants.loaded().scenario, plan, place->department, std::nullopt);
  const models::Scenario scenario = app::staffing::prepared(variants.loaded().scenario, lattice);
  const app::staffing::StaffFactory factory(scenario, lattice, plan.require.items, 1, "conveyor");
  const app::staffing::Years quick = app::staffing::Quick(scenario, lattice, plan.require.items).plan();
  const std::optional<Plan> start = repaired(lattice.problem, lattice.plan(quick));
  for (auto _ : state) {
    analysis::Experiment experiment(factory, {"profit", app::staffing::event_name(0)}, {.threads = 2});
    Trials trials(experiment, lattice.problem, 0, {tolerated});
    Effort effort;
    effort.until = budget;
    effort.indifference = 100'000;
    const Plan found = method(trials, *start, effort);
    const auto spent = static_cast<double>(experiment.spent());
    Trials judged(experiment, lattice.problem, first_fresh, {tolerated});
    judged.run({*start, found}, fresh);
    state.counters["gained"] = judged.gap(found, *start, fresh).mean;
    state.counters["error"] = judged.gap(found, *start, fresh).error;
    state.counters["met"] = static_cast<double>(judged.met(found, 0, fresh)) / fresh;
    state.counters["replications"] = spent;
  }
}

void races(benchmark::State& state) { roofing(state, analysis::staffing::climb); }
void splines(benchmark::State& state) { roofing(state, analysis::staffing::rspline); }
void coordinates(benchmark::State& state) { roofing(state, by_coordinates); }
void lattice(benchmark::State& state) { roofing(state, at_random); }

}  // namespace

BENCHMARK(races)->Name("staffing_roofing/races")->Iterations(1);
BENCHMARK(splines)->Name("staffing_roofing/rspline")->Iterations(1);
BENCHMARK(coordinates)->Name("staffing_roofing/coordinates")->Iterations(1);
BENCHMARK(lattice)->Name("staffing_roofing/random")->Iterations(1);
