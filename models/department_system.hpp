#pragma once

#include "models/plan.hpp"
#include "sim/system.hpp"

namespace models {

/// A department of a scenario as a system: a row of observations for each replication.
class DepartmentSystem : public sim::System {
 public:
  /// `department` is the index in the scenario; with `people` single seats are measured, too. Throws sim::InputError where the scenario cannot be run.
  DepartmentSystem(const Scenario& scenario, std::size_t department, std::uint64_t seed, bool people = false);

  const sim::Catalogue& catalogue() const override { return catalogue_; }
  std::unique_ptr<sim::Worker> worker() const override;
  const DepartmentPlan& plan() const { return plan_; }

 private:
  DepartmentPlan plan_;
  sim::Catalogue catalogue_;
  std::vector<double> divisors_;
  std::uint64_t seed_;
  bool people_;
};

}  // namespace models
