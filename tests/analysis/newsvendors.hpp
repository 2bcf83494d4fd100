#pragma once

#include <cmath>
#include <vector>

#include "analysis/experiment.hpp"
#include "analysis/staffing/problem.hpp"
#include "sim/draws.hpp"
#include "tests/analysis/samples.hpp"

/// Staffing problems whose answers are known in closed form: in each period as many customers ask as a Poisson law
/// says, whoever was taken on before is paid, and each customer served brings a margin.
namespace newsvendors {

/// Poisson probabilities 0 … far into the tail.
inline std::vector<double> poisson(double mean) {
  std::vector<double> chances{std::exp(-mean)};
  while (chances.size() < 20 || chances.back() > 1e-16)
    chances.push_back(chances.back() * mean / static_cast<double>(chances.size()));
  return chances;
}

/// The number that a uniform number stands for.
inline int inverse(const std::vector<double>& chances, double u) {
  int count = 0;
  for (double sum = chances[0]; sum < u && count + 1 < static_cast<int>(chances.size());)
    sum += chances[static_cast<std::size_t>(++count)];
  return count;
}

/// Lines of people through periods. A customer needs one person of each line, line l's serving `reach[l]` customers a
/// period: served = min(demand, reach[0] × people, …). Measures: `profit`, and `served`, 1 if in at least `periods`
/// periods all who asked were served.
struct Market {
  std::vector<double> demand;  ///< mean, by period
  double margin = 10;          ///< of a customer
  std::vector<double> wage;    ///< of a person and period, by line
  std::vector<int> reach;      ///< by line
  std::size_t periods = 0;     ///< in which all shall be served
  double noise = 0;            ///< deviation of what else comes in, independent between plans

  std::size_t people(const std::vector<double>& plan, std::size_t line, std::size_t period) const {
    return static_cast<std::size_t>(plan[line * demand.size() + period]);
  }
  int capacity(const std::vector<double>& plan, std::size_t period) const {
    int capacity = 1'000'000;
    for (std::size_t l = 0; l < wage.size(); ++l)
      capacity = std::min(capacity, reach[l] * static_cast<int>(people(plan, l, period)));
    return capacity;
  }
  double wages(const std::vector<double>& plan) const {
    double sum = 0;
    for (std::size_t l = 0; l < wage.size(); ++l)
      for (std::size_t t = 0; t < demand.size(); ++t) sum += wage[l] * static_cast<double>(people(plan, l, t));
    return sum;
  }
  static std::vector<double> numbers(const analysis::staffing::Plan& plan) { return {plan.begin(), plan.end()}; }

  /// E[profit] = Σ margin E[min(D, capacity)] − wages.
  double expected(const analysis::staffing::Plan& plan) const {
    const std::vector<double> values = numbers(plan);
    double sum = -wages(values);
    for (std::size_t t = 0; t < demand.size(); ++t) {
      const std::vector<double> chances = poisson(demand[t]);
      for (std::size_t d = 0; d < chances.size(); ++d)
        sum += margin * chances[d] * std::min(static_cast<int>(d), capacity(values, t));
    }
    return sum;
  }
  /// P(all served in at least `periods` periods), periods being independent.
  double chance(const analysis::staffing::Plan& plan) const {
    const std::vector<double> values = numbers(plan);
    std::vector<double> count{1};
    for (std::size_t t = 0; t < demand.size(); ++t) {
      const std::vector<double> chances = poisson(demand[t]);
      double enough = 0;
      for (std::size_t d = 0; d < chances.size(); ++d)
        if (static_cast<int>(d) <= capacity(values, t)) enough += chances[d];
      std::vector<double> next(count.size() + 1, 0.0);
      for (std::size_t k = 0; k < count.size(); ++k) {
        next[k] += count[k] * (1 - enough);
        next[k + 1] += count[k] * enough;
      }
      count = next;
    }
    double sum = 0;
    for (std::size_t k = periods; k < count.size(); ++k) sum += count[k];
    return sum;
  }

  /// Every line has the periods of the market, 0 … high people in each.
  analysis::staffing::Problem problem(int high, double wanted_chance = 0, bool cyclic = true) const {
    analysis::staffing::Problem problem;
    for (std::size_t l = 0; l < wage.size(); ++l) {
      analysis::staffing::Line line;
      line.cyclic = cyclic;
      for (std::size_t t = 0; t < demand.size(); ++t) {
        line.coordinates.push_back(problem.coordinates.size());
        line.months.push_back(1);
        problem.coordinates.push_back({0, high, 1});
      }
      problem.lines.push_back(line);
    }
    if (wanted_chance > 0) problem.requirements.push_back({1, wanted_chance});
    return problem;
  }

  /// The admissible plan with the highest expectation among those that have the wanted chance.
  analysis::staffing::Plan best(const analysis::staffing::Problem& problem) const {
    analysis::staffing::Plan best;
    const auto plans = analysis::staffing::all_plans(problem, 200'000);
    for (const analysis::staffing::Plan& plan : plans.value()) {
      if (!problem.requirements.empty() && chance(plan) < problem.requirements[0].chance) continue;
      if (best.empty() || expected(plan) > expected(best)) best = plan;
    }
    return best;
  }
};

inline const std::vector<std::string>& measures() {
  static const std::vector<std::string> names{"profit", "served"};
  return names;
}

/// The market as systems; a point is a plan.
class Markets : public analysis::Factory {
 public:
  Markets(Market market, std::uint64_t seed) : market_(std::move(market)), seed_(seed) {
    for (const double mean : market_.demand) chances_.push_back(poisson(mean));
  }
  std::size_t systems() const override { return 1; }
  std::unique_ptr<sim::System> make(std::size_t, std::span<const double> values) const override {
    sim::Catalogue catalogue = samples::catalogue_of(sim::Estimator::mean);
    catalogue.measures[0].name = "profit";
    catalogue.measures.push_back(catalogue.measures[0]);
    catalogue.measures[1].name = "served";
    catalogue.measures[1].numerator = 1;
    std::vector<double> plan(values.begin(), values.end());
    std::string text;
    for (const double value : plan) (text += std::to_string(static_cast<int>(value))) += ",";
    return std::make_unique<samples::FunctionSystem>(
        catalogue, [this, plan = std::move(plan), own = sim::word(text)](std::uint32_t replication) {
          const sim::Draws draws(seed_, replication);
          double profit = -market_.wages(plan);
          std::size_t full = 0;
          for (std::size_t t = 0; t < market_.demand.size(); ++t) {
            const int asked = inverse(chances_[t], draws.uniform(sim::word("demand"), static_cast<std::uint32_t>(t)));
            const int served = std::min(asked, market_.capacity(plan, t));
            profit += market_.margin * served;
            full += served == asked ? 1U : 0U;
          }
          if (market_.noise > 0) profit += market_.noise * draws.normal(own, 0);
          return sim::Observation{{profit, full >= market_.periods ? 1.0 : 0.0}, {}, {}};
        });
  }

 private:
  Market market_;
  std::uint64_t seed_;
  std::vector<std::vector<double>> chances_;
};

}  // namespace newsvendors
