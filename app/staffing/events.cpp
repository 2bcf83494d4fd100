#include "app/staffing/events.hpp"

#include <fmt/format.h>

#include "analysis/series.hpp"

namespace app::staffing {
namespace {

bool reaches(const scenarios::Requirement& requirement, double value) {
  return requirement.at_least ? value >= requirement.at_least->value : value <= requirement.at_most->value;
}

class EventWorker : public sim::Worker {
 public:
  EventWorker(std::unique_ptr<sim::Worker> worker, const sim::Catalogue& catalogue,
              const std::vector<scenarios::Requirement>& requirements, std::uint32_t first)
      : worker_(std::move(worker)), catalogue_(catalogue), requirements_(requirements), first_(first) {}

  sim::Observation observe(std::uint32_t replication) override {
    sim::Observation row = worker_->observe(first_ + replication);
    for (const scenarios::Requirement& requirement : requirements_) {
      const sim::Measure& measure = catalogue_.measures[catalogue_.find(requirement.measure)];
      row.totals.push_back(keeps(requirement, catalogue_, measure, row) ? 1 : 0);
    }
    return row;
  }

 private:
  std::unique_ptr<sim::Worker> worker_;
  const sim::Catalogue& catalogue_;
  const std::vector<scenarios::Requirement>& requirements_;
  std::uint32_t first_;
};

}  // namespace

std::string event_name(std::size_t i) { return fmt::format("requirement.{}", i + 1); }

bool keeps(const scenarios::Requirement& requirement, const sim::Catalogue& catalogue, const sim::Measure& measure,
           const sim::Observation& row) {
  const std::span<const sim::Observation> rows(&row, 1);
  const auto value = [&](std::size_t period) { return analysis::Series(catalogue, measure, rows, period).value(0); };
  if (requirement.of == scenarios::Scope::of_runs) {
    const double whole = value(analysis::whole_run);
    return !analysis::known(whole) || reaches(requirement, whole);
  }
  std::size_t with_value = 0;
  std::size_t good = 0;
  for (std::size_t period = 0; period < catalogue.periods.size(); ++period) {
    const double month = value(period);
    if (!analysis::known(month)) continue;
    ++with_value;
    if (reaches(requirement, month)) ++good;
  }
  // Compared as 9 of 10 with "90 %", which is no double.
  return static_cast<double>(good) >= requirement.in * static_cast<double>(with_value) - 1e-9;
}

EventSystem::EventSystem(std::unique_ptr<sim::System> system, const std::vector<scenarios::Requirement>& requirements,
                         std::uint32_t first)
    : system_(std::move(system)), requirements_(requirements), first_(first), catalogue_(system_->catalogue()) {
  for (std::size_t i = 0; i < requirements_.size(); ++i) {
    sim::Measure event;
    event.name = event_name(i);
    event.unit = "share";
    event.numerator = catalogue_.slots++;
    catalogue_.measures.push_back(std::move(event));
  }
}

std::unique_ptr<sim::Worker> EventSystem::worker() const {
  return std::make_unique<EventWorker>(system_->worker(), catalogue_, requirements_, first_);
}

}  // namespace app::staffing
