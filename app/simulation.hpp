#pragma once

#include <memory>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "analysis/precision.hpp"
#include "analysis/result/build.hpp"
#include "app/cases.hpp"
#include "app/options.hpp"
#include "sim/replications.hpp"

namespace app {

/// Thrown where a replication fails: what is needed to repeat it, and what the failure says.
struct ReplicationFailure : std::runtime_error {
  ReplicationFailure(std::string in_department, std::uint64_t with_seed, std::uint32_t number, const std::string& what)
      : std::runtime_error(what), department(std::move(in_department)), seed(with_seed), replication(number) {}
  std::string department;
  std::uint64_t seed = 0;
  std::uint32_t replication = 0;
};

/// A system whose failures say where they happened. Lack of memory is passed on as it is.
class NamedSystem : public sim::System {
 public:
  NamedSystem(std::unique_ptr<sim::System> system, std::string name, std::uint64_t seed)
      : system_(std::move(system)), name_(std::move(name)), seed_(seed) {}

  const sim::Catalogue& catalogue() const override { return system_->catalogue(); }
  std::unique_ptr<sim::Worker> worker() const override;

 private:
  std::unique_ptr<sim::System> system_;
  std::string name_;
  std::uint64_t seed_;
};

/// How the departments are compared with each other.
struct Comparing {
  std::size_t baseline = 0;
  bool paired = true;
  bool wanted = true;  ///< if not, each department stands for itself
  std::vector<std::pair<std::size_t, std::size_t>>
      waterfalls{};  ///< from which to which; none: from the baseline to each
};

/// Departments made ready to run, and what has come of them.
class Simulation {
 public:
  /// Throws sim::InputError where a scenario cannot be run, and Refused for a measure that not every department has or
  /// for more replications than the machine can hold.
  Simulation(std::vector<Case> cases, const SimulationOptions& options, const Comparing& comparing);

  /// Runs as many replications as the options ask for. Returns false if it was stopped before that.
  bool run(std::stop_token stop, const sim::Replications::Progress& progress);

  /// How many replications are done and how many were wanted.
  std::uint32_t done() const { return replications_.count(); }
  std::uint32_t wanted() const;

  /// The answer: estimates and, if wanted, the comparison. Only after a run that was not stopped.
  analysis::result::Result result(const std::vector<Source>& sources) const;

  /// Whether waterfalls between certain departments were asked for.
  bool asked_for_waterfalls() const { return !comparing_.waterfalls.empty(); }

  const std::vector<Case>& cases() const { return cases_; }
  const sim::Replications& replications() const { return replications_; }
  /// How many of them the answer rests on.
  std::uint32_t used() const;

 private:
  void check_measure() const;
  void check_memory() const;
  std::vector<std::pair<std::size_t, std::size_t>> waterfalls() const;
  bool all_have(std::string_view measure) const;

  std::vector<Case> cases_;
  const SimulationOptions& options_;
  Comparing comparing_;
  std::vector<std::unique_ptr<sim::System>> systems_;
  sim::Replications replications_;
  std::optional<analysis::PrecisionReached> reached_;
};

}  // namespace app
