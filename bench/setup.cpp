#include <benchmark/benchmark.h>

#include "bench/textbook.hpp"
#include "models/department.hpp"

// What a replication costs before its first event: 20 people, nobody asks.

namespace {

void setup(benchmark::State& state) {
  const models::DepartmentPlan plan =
      bench::textbook("mm20", {"segments.customers.inbound.door.rate = '0 / h'", "horizon = '1 d'", "warm_up = '0 d'"});
  models::DepartmentAtWork<> department(plan);
  std::uint32_t replication = 0;
  for (auto _ : state) department.run(1, replication++);
}

}  // namespace

BENCHMARK(setup)->Name("setup/20_people")->Unit(benchmark::kMicrosecond);
