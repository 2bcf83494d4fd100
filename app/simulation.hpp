#pragma once

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "analysis/precision.hpp"
#include "analysis/result/build.hpp"
#include "app/amount.hpp"
#include "app/cases.hpp"
#include "app/named_system.hpp"
#include "app/options.hpp"
#include "sim/replications.hpp"

namespace app {

/// How the departments are compared with each other.
struct Comparing {
  std::size_t baseline = 0;
  bool paired = true;
  bool wanted = true;              ///< if not, each department stands for itself
  std::optional<Amount> target{};  ///< that a replication's measure is to reach
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
