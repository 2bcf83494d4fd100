#include "tests/theory/coverage.hpp"

#include <fmt/format.h>

#include <atomic>
#include <cstdlib>
#include <exception>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>

#include "analysis/comparison.hpp"
#include "analysis/estimate.hpp"
#include "analysis/quantiles.hpp"
#include "models/department_system.hpp"
#include "scenarios/format/read.hpp"
#include "sim/replications.hpp"
#include "tests/theory/chapter.hpp"

namespace theory {
namespace {

/// The departments that an experiment needs.
std::vector<std::string> departments_of(const Experiment& experiment) {
  std::vector<std::string> names;
  const auto need = [&](const std::string& name) {
    for (const std::string& known : names)
      if (known == name) return;
    if (!name.empty()) names.push_back(name);
  };
  for (const Target& target : experiment.targets) {
    need(target.department);
    need(target.minus);
  }
  return names;
}

std::size_t number_of(const std::string& name, const std::vector<std::string>& names) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return i;
  throw std::out_of_range("no department " + name);
}

struct Outcome {
  bool covered = false;
  bool skewed = false;
};

template <class Interval>
Outcome outcome(const Interval& interval, double truth) {
  return {interval.low <= truth && truth <= interval.high, interval.skewed};
}

/// One seed: by target.
std::vector<Outcome> run(const models::Scenario& scenario, const Experiment& experiment, std::uint64_t seed) {
  const std::vector<std::string> names = departments_of(experiment);
  std::vector<std::string> all;
  for (const auto& [name, department] : scenario.departments.items) all.push_back(name);
  std::vector<std::unique_ptr<models::DepartmentSystem>> owned;
  std::vector<const sim::System*> systems;
  for (const std::string& name : names) {
    owned.push_back(std::make_unique<models::DepartmentSystem>(scenario, number_of(name, all), seed));
    systems.push_back(owned.back().get());
  }
  sim::Replications replications(systems, 1);
  replications.run_to(experiment.replications);
  std::vector<Outcome> outcomes;
  for (const Target& target : experiment.targets) {
    const std::vector<analysis::Series> series =
        analysis::series_of(replications, target.measure, experiment.replications);
    const analysis::Series& own = series[number_of(target.department, names)];
    outcomes.push_back(
        target.minus.empty()
            ? outcome(analysis::estimate(own, confidence), target.truth)
            : outcome(analysis::difference(own, series[number_of(target.minus, names)], confidence), target.truth));
  }
  return outcomes;
}

}  // namespace

std::size_t coverage_seeds() {
  const char* number = std::getenv("SALESIM_SEEDS");
  return number == nullptr ? 1000 : std::stoul(number);
}

const std::vector<Coverage>& measure(const Experiment& experiment) {
  static std::map<std::string, std::vector<Coverage>> known;
  const std::string name = command(experiment, 0);
  if (const auto done = known.find(name); done != known.end()) return done->second;

  const models::Scenario scenario =
      scenarios::read_file(SALESIM_SOURCE_DIR "/" + experiment.file, experiment.sets).scenario;
  std::vector<std::vector<Outcome>> outcomes(coverage_seeds());
  std::vector<std::exception_ptr> failures(coverage_seeds());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < outcomes.size(); i = next++) {
      try {
        outcomes[i] = run(scenario, experiment, i + 1 + fresh());
      } catch (...) {
        failures[i] = std::current_exception();
      }
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (unsigned t = 1; t < std::thread::hardware_concurrency(); ++t) helpers.emplace_back(work);
    work();
  }
  for (const std::exception_ptr& failure : failures)
    if (failure) std::rethrow_exception(failure);
  std::vector<Coverage> result(experiment.targets.size());
  for (const std::vector<Outcome>& by_target : outcomes)
    for (std::size_t t = 0; t < result.size(); ++t) {
      if (by_target[t].covered) ++result[t].covered;
      if (by_target[t].skewed) ++result[t].skewed;
    }
  return known.emplace(name, std::move(result)).first->second;
}

std::string command(const Experiment& experiment, std::uint64_t seed) {
  std::string sets;
  for (const std::string& set : experiment.sets) sets += fmt::format(" --set '{}'", set);
  return fmt::format("build/salesim run {}{} --replications {} --seed {}", experiment.file, sets,
                     experiment.replications, seed);
}

Band band(double coverage) {
  return {analysis::binomial_quantile(0.0005, coverage_seeds(), coverage),
          analysis::binomial_quantile(0.9995, coverage_seeds(), coverage)};
}

}  // namespace theory
