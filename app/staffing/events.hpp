#pragma once

#include <memory>
#include <vector>

#include "scenarios/format/plan.hpp"
#include "sim/system.hpp"

namespace app::staffing {

/// Name of the measure that says whether requirement number `i` was kept in a replication.
std::string event_name(std::size_t i);

/// Whether a requirement is kept in a replication: of the whole run if its measure has a value that reaches the level;
/// of months if those months that have a value reach it in the share that is asked for. Without any value nothing fell
/// short, so it is kept.
bool keeps(const scenarios::Requirement& requirement, const sim::Catalogue& catalogue, const sim::Measure& measure,
           const sim::Observation& row);

/// A system that also measures which requirements it keeps, 1 or 0, and whose replications are counted from another
/// one.
class EventSystem : public sim::System {
 public:
  /// The measures must be in the system's catalogue. What is passed by reference must outlive this object.
  EventSystem(std::unique_ptr<sim::System> system, const std::vector<scenarios::Requirement>& requirements,
              std::uint32_t first = 0);

  const sim::Catalogue& catalogue() const override { return catalogue_; }
  std::unique_ptr<sim::Worker> worker() const override;

 private:
  std::unique_ptr<sim::System> system_;
  const std::vector<scenarios::Requirement>& requirements_;
  std::uint32_t first_;
  sim::Catalogue catalogue_;
};

}  // namespace app::staffing
