#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "analysis/experiment.hpp"
#include "analysis/staffing/problem.hpp"

namespace analysis::staffing {

/// How a plan did.
struct Score {
  double shortfall = 0;  ///< Σ over requirements of the share of replications that failed beyond the tolerated one
  double objective = 0;  ///< mean, larger is better (its sign is turned where smaller is better)

  /// Plans are ordered by shortfall first: among those that break requirements, by how much; among others by objective.
  bool better_than(const Score& other) const;
};

/// A mean and its standard error.
struct Gap {
  double mean = 0;
  double error = 0;
};

/// Plans, tried on one block of replications that all of them share.
class Trials {
 public:
  /// Replications `first`, `first` + 1 … `tolerated` by requirement: share of replications that may fail.
  Trials(Experiment& experiment, const Problem& problem, std::uint32_t first, std::vector<double> tolerated)
      : experiment_(experiment), problem_(problem), first_(first), tolerated_(std::move(tolerated)) {}

  /// Runs every plan to `count` replications. Throws as `Experiment::extend`.
  void run(const std::vector<Plan>& plans, std::uint32_t count);
  /// Replications that `run` would have to make.
  std::uint64_t missing(const std::vector<Plan>& plans, std::uint32_t count);
  std::uint32_t count(const Plan& plan) const;
  /// Over the first `count` replications, which have been run.
  Score score(const Plan& plan, std::uint32_t count) const;
  /// Objective of `plan` less that of `other`, paired over the first `count` replications, larger is better.
  Gap gap(const Plan& plan, const Plan& other, std::uint32_t count) const;
  /// The paired differences themselves, in the objective's own direction.
  std::vector<double> differences(const Plan& plan, const Plan& other, std::uint32_t count) const;
  /// Replications among the first `count` in which a requirement was met.
  std::uint32_t met(const Plan& plan, std::size_t requirement, std::uint32_t count) const;
  /// Values of the objective whose mean is the estimate.
  std::vector<double> values(const Plan& plan, std::uint32_t count) const;

  void tolerate(std::vector<double> tolerated) { tolerated_ = std::move(tolerated); }
  const std::map<Plan, std::size_t>& plans() const { return points_; }
  const Problem& problem() const { return problem_; }
  std::uint64_t spent() const { return experiment_.spent(); }

 private:
  std::size_t point(const Plan& plan);
  double sign() const { return problem_.larger_is_better ? 1 : -1; }

  Experiment& experiment_;
  const Problem& problem_;
  std::uint32_t first_;
  std::vector<double> tolerated_;
  std::map<Plan, std::size_t> points_;
};

}  // namespace analysis::staffing
