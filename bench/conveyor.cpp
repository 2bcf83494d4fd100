#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <vector>

#include "models/department.hpp"
#include "scenarios/format/read.hpp"

// The wholesaler's conveyor with clients, careers and a cold list, one year: events and simulated years per second.

namespace {

models::DepartmentPlan conveyor() {
  const models::Scenario scenario =
      scenarios::read_file(SALESIM_SOURCE_DIR "/scenarios/wholesale.toml", {"horizon = '12 mo'", "warm_up = '0 d'"})
          .scenario;
  std::size_t index = 0;
  while (scenario.departments.items[index].first != "conveyor") ++index;
  return models::DepartmentPlan(scenario, index);
}

void year(benchmark::State& state) {
  const models::DepartmentPlan plan = conveyor();
  models::DepartmentAtWork<> department(plan);
  const std::uint32_t events = plan.layout.slots() + plan.layout.single(models::LedgerLayout::events);
  std::uint32_t replication = 0;
  std::vector<double> events_rate, years_rate;
  department.run(1, replication++);  // the pools grow once
  for (auto _ : state) {
    const std::clock_t begin = std::clock();
    std::int64_t sum = 0;
    for (int year = 0; year < 10; ++year) {
      department.run(1, replication++);
      sum += department.ledger()[events];
    }
    const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    events_rate.push_back(static_cast<double>(sum) / seconds);
    years_rate.push_back(10 / seconds);
  }
  const auto median = [](std::vector<double>& values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
  };
  state.counters["best/s"] = *std::max_element(events_rate.begin(), events_rate.end());
  state.counters["events/s"] = median(events_rate);
  state.counters["years/s"] = median(years_rate);
}

}  // namespace

BENCHMARK(year)->Name("conveyor/year")->Unit(benchmark::kMillisecond)->Iterations(31);
