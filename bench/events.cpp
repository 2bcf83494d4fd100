#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <vector>

#include "bench/plain_loop.hpp"
#include "bench/textbook.hpp"
#include "models/department.hpp"

// Events per second: the M/M/20 of scenarios/textbook through the model, against a plain loop with as many customers.

namespace {

using models::LedgerLayout;

/// The model's side. An event is what the measure `events` counts; here an arrival or the end of a service.
class Model {
 public:
  std::int64_t run() {
    department_.run(1, replication_++);
    return department_.ledger()[plan_.layout.slots() + plan_.layout.single(LedgerLayout::events)];
  }
  /// Of the latest replication, warm-up included.
  std::int64_t customers() const {
    std::int64_t sum = 0;
    for (std::size_t row = 0; row <= plan_.month_names.size(); ++row)
      sum += department_.ledger()[row * plan_.layout.slots() + LedgerLayout::leads];
    return sum;
  }

 private:
  models::DepartmentPlan plan_ = bench::textbook("mm20");
  models::DepartmentAtWork<> department_{plan_};
  std::uint32_t replication_ = 0;
};

/// The plain loop's side, with the rates of the scenario.
class Plain {
 public:
  std::int64_t run(std::int64_t customers) {
    const bench::PlainSums sums = bench::plain_loop(++seed_, customers, 20, 60.0 / 270, 4);
    benchmark::DoNotOptimize(sums);
    return customers + sums.served;
  }

 private:
  std::uint64_t seed_ = 0;
};

void model(benchmark::State& state) {
  Model model;
  std::int64_t events = 0;
  for (auto _ : state) events += model.run();
  state.SetItemsProcessed(events);
}

void plain(benchmark::State& state) {
  Plain plain;
  std::int64_t events = 0;
  for (auto _ : state) events += plain.run(466'560);  // what the scenario expects in its 72 days
  state.SetItemsProcessed(events);
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Both in turns, so that whatever disturbs the machine disturbs both.
void against_plain(benchmark::State& state) {
  Model model;
  Plain plain;
  std::vector<double> model_rate, plain_rate, ratio;
  const auto rate_of = [](auto&& run) {
    const std::clock_t begin = std::clock();  // time of this process, so that others on the machine matter less
    const auto events = static_cast<double>(run());
    return events * CLOCKS_PER_SEC / static_cast<double>(std::clock() - begin);
  };
  model.run();  // the pools grow once
  for (auto _ : state) {
    model_rate.push_back(rate_of([&] { return model.run(); }));
    plain_rate.push_back(rate_of([&] { return plain.run(model.customers()); }));
    ratio.push_back(model_rate.back() / plain_rate.back());
  }
  state.counters["model/s"] = median(model_rate);
  state.counters["plain/s"] = median(plain_rate);
  state.counters["ratio"] = median(ratio);
}

}  // namespace

BENCHMARK(model)->Name("mm20/model")->Unit(benchmark::kMillisecond);
BENCHMARK(plain)->Name("mm20/plain")->Unit(benchmark::kMillisecond);
BENCHMARK(against_plain)->Name("mm20/ratio")->Unit(benchmark::kMillisecond)->Iterations(31);
