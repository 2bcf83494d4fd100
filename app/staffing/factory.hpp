#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "analysis/experiment.hpp"
#include "app/staffing/lattice.hpp"

namespace app::staffing {

/// A department with other people: the factors are the coordinates of its lattice.
///
/// Staff goes by date, and every role has as many seats as it can ever get, so that seats, and with them the persons
/// who hold them, are the same in all plans.
class StaffFactory : public analysis::Factory {
 public:
  /// `scenario` as `prepared` gives it. What is passed by reference must outlive the factory.
  StaffFactory(const models::Scenario& scenario, const Lattice& lattice,
               const std::vector<scenarios::Requirement>& requirements, std::uint64_t seed, std::string name)
      : scenario_(scenario), lattice_(lattice), requirements_(requirements), seed_(seed), name_(std::move(name)) {}

  std::size_t systems() const override { return 1; }
  std::unique_ptr<sim::System> make(std::size_t system, std::span<const double> values) const override;

  /// The department with these people, decided late if so; its replications are counted from `first`.
  std::unique_ptr<sim::System> with(const Years& years, const std::optional<Delay>& delay, std::uint32_t first) const;
  /// The scenario with these people.
  models::Scenario scenario_with(const Years& years, const std::optional<Delay>& delay) const;

 private:
  const models::Scenario& scenario_;
  const Lattice& lattice_;
  const std::vector<scenarios::Requirement>& requirements_;
  std::uint64_t seed_;
  std::string name_;
};

/// Plans that differ in how late they are decided: factor 0 is a number of days, 0 the plan in time.
class LateFactory : public analysis::Factory {
 public:
  LateFactory(const StaffFactory& plans, Years years, models::Date first)
      : plans_(plans), years_(std::move(years)), first_(first) {}
  std::size_t systems() const override { return 1; }
  std::unique_ptr<sim::System> make(std::size_t system, std::span<const double> values) const override;

 private:
  const StaffFactory& plans_;
  Years years_;
  models::Date first_;
};

}  // namespace app::staffing
