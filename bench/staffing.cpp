#include "analysis/staffing/search.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "bench/staffing_methods.hpp"
#include "sim/draws.hpp"

// What a search for a staffing plan reaches with 15,000 replications: three roles in twelve months, of which the
// optimum is known. A customer needs all three roles; what is reached is the expectation of the plan found, as a share
// of the best plan's, over ten seeds. No time is measured.

namespace {

using namespace analysis;
using namespace analysis::staffing;
using namespace bench;

constexpr std::size_t months = 12;
constexpr std::uint64_t budget = 15'000;
constexpr std::array<double, months> demand{3, 4, 8, 14, 18, 20, 20, 17, 12, 8, 5, 3};
constexpr std::array<double, 3> wage{4, 6, 7};
constexpr std::array<int, 3> reach{4, 2, 3};  // customers of a person and month
constexpr double margin = 12;

int capacity(const std::vector<double>& plan, std::size_t month) {
  int least = 1'000'000;
  for (std::size_t role = 0; role < 3; ++role)
    least = std::min(least, reach[role] * static_cast<int>(plan[role * months + month]));
  return least;
}

double wages(const std::vector<double>& plan) {
  double sum = 0;
  for (std::size_t i = 0; i < plan.size(); ++i) sum += wage[i / months] * plan[i];
  return sum;
}

/// Expected profit of a month whose capacity is `c`, wages apart: Σ P(D = d) margin min(d, c), D Poisson.
double expected_margin(std::size_t month, int c) {
  double chance = std::exp(-demand[month]);
  double sum = 0;
  for (int d = 0; d < 100; ++d) {
    sum += chance * margin * std::min(d, c);
    chance *= demand[month] / (d + 1);
  }
  return sum;
}

double expected(const Plan& plan) {
  const std::vector<double> values(plan.begin(), plan.end());
  double sum = -wages(values);
  for (std::size_t m = 0; m < months; ++m) sum += expected_margin(m, capacity(values, m));
  return sum;
}

/// Months do not depend on each other: the best capacity of each, with the fewest people for it.
double best_expected() {
  double sum = 0;
  for (std::size_t m = 0; m < months; ++m) {
    double best = 0;
    for (int c = 0; c < 60; ++c) {
      double profit = expected_margin(m, c);
      for (std::size_t role = 0; role < 3; ++role) profit -= wage[role] * ((c + reach[role] - 1) / reach[role]);
      best = std::max(best, profit);
    }
    sum += best;
  }
  return sum;
}

/// The season as systems: demand common to all plans, and noise of each plan's own (deviation 15, as if paths
/// diverged).
class Season : public Factory {
 public:
  explicit Season(std::uint64_t seed) : seed_(seed) {}
  std::size_t systems() const override { return 1; }
  std::unique_ptr<sim::System> make(std::size_t, std::span<const double> values) const override {
    return std::make_unique<AtPlan>(seed_, std::vector<double>(values.begin(), values.end()));
  }

 private:
  class AtPlan : public sim::System {
   public:
    AtPlan(std::uint64_t seed, std::vector<double> plan) : seed_(seed), plan_(std::move(plan)) {
      sim::Measure profit;
      profit.name = "profit";
      catalogue_.measures.push_back(profit);
      catalogue_.slots = 1;
      std::string name;
      for (const double people : plan_) (name += std::to_string(static_cast<int>(people))) += ',';
      word_ = sim::word(name);
    }
    const sim::Catalogue& catalogue() const override { return catalogue_; }
    std::unique_ptr<sim::Worker> worker() const override { return std::make_unique<Month>(*this); }

   private:
    struct Month : sim::Worker {
      explicit Month(const AtPlan& at) : system(at) {}
      sim::Observation observe(std::uint32_t replication) override {
        const sim::Draws draws(system.seed_, replication);
        double profit = 15 * draws.normal(system.word_, 0) - wages(system.plan_);
        for (std::size_t m = 0; m < months; ++m) {
          int asked = 0;
          double chance = std::exp(-demand[m]);
          double sum = chance;
          for (const double u = draws.uniform(sim::word("demand"), static_cast<std::uint32_t>(m));
               sum < u && asked < 100; sum += chance)
            chance *= demand[m] / ++asked;
          profit += margin * std::min(asked, capacity(system.plan_, m));
        }
        return {{profit}, {}, {}};
      }
      const AtPlan& system;
    };
    std::uint64_t seed_;
    std::vector<double> plan_;
    sim::Word word_ = 0;
    sim::Catalogue catalogue_;
  };
  std::uint64_t seed_;
};

Problem season_problem() {
  Problem problem;
  for (std::size_t role = 0; role < 3; ++role) {
    Line line;
    for (std::size_t m = 0; m < months; ++m) {
      line.coordinates.push_back(problem.coordinates.size());
      line.months.push_back(1);
      problem.coordinates.push_back({0, 14, 1});
    }
    problem.lines.push_back(std::move(line));
  }
  return problem;
}

void season(benchmark::State& state, const Method& method) {
  constexpr std::uint64_t seeds = 10;
  const Problem problem = season_problem();
  for (auto _ : state) {
    double reached = 0;
    double least = 1;
    double spent = 0;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
      const Season systems(seed);
      Experiment experiment(systems, {"profit"}, {.threads = 2});
      Trials trials(experiment, problem, 0, {});
      Effort effort;
      effort.until = budget;
      effort.indifference = 1;
      effort.seed = seed;
      const double share = expected(method(trials, Plan(3 * months, 7), effort)) / best_expected();
      reached += share / seeds;
      least = std::min(least, share);
      spent += static_cast<double>(experiment.spent()) / seeds;
    }
    state.counters["reached"] = reached;
    state.counters["least"] = least;
    state.counters["replications"] = spent;
  }
}

void races(benchmark::State& state) { season(state, analysis::staffing::climb); }
void splines(benchmark::State& state) { season(state, analysis::staffing::rspline); }
void coordinates(benchmark::State& state) { season(state, by_coordinates); }
void lattice(benchmark::State& state) { season(state, at_random); }

}  // namespace

BENCHMARK(races)->Name("staffing/races")->Iterations(1);
BENCHMARK(splines)->Name("staffing/rspline")->Iterations(1);
BENCHMARK(coordinates)->Name("staffing/coordinates")->Iterations(1);
BENCHMARK(lattice)->Name("staffing/random")->Iterations(1);
