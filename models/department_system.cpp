#include "models/department_system.hpp"

#include "models/catalogue.hpp"
#include "models/department.hpp"
#include "models/people_measures.hpp"

namespace models {
namespace {

class DepartmentWorker : public sim::Worker {
 public:
  DepartmentWorker(const DepartmentPlan& plan, const sim::Catalogue& catalogue, const std::vector<double>& divisors,
                   std::uint64_t seed, bool people)
      : plan_(plan), department_(plan), catalogue_(catalogue), divisors_(divisors), seed_(seed), people_(people) {}

  sim::Observation observe(std::uint32_t replication) override {
    department_.run(seed_, replication);
    const std::span<const std::int64_t> ledger = department_.ledger();
    const std::size_t slots = plan_.layout.slots();
    const std::size_t periods = catalogue_.periods.size();
    sim::Observation row;
    row.totals.reserve(catalogue_.slots);
    row.totals.resize(slots);
    row.by_period.resize(periods * catalogue_.periodic_slots);
    for (std::size_t slot = 0; slot < slots; ++slot) {
      std::int64_t sum = 0;
      for (std::size_t period = 0; period < periods; ++period) {
        const std::int64_t value = ledger[(period + 1) * slots + slot];
        sum += value;
        if (slot < catalogue_.periodic_slots)
          row.by_period[period * catalogue_.periodic_slots + slot] = static_cast<double>(value) / divisors_[slot];
      }
      row.totals[slot] = static_cast<double>(sum) / divisors_[slot];
    }
    if (people_) append_people(plan_, department_.seats(), department_.seat_activities(), row.totals);
    for (const sim::Histogram& histogram : department_.waits()) row.histograms.push_back(histogram.compact());
    return row;
  }

 private:
  const DepartmentPlan& plan_;
  DepartmentAtWork<NoRecorder> department_;
  const sim::Catalogue& catalogue_;
  const std::vector<double>& divisors_;
  std::uint64_t seed_;
  bool people_;
};

}  // namespace

DepartmentSystem::DepartmentSystem(const Scenario& scenario, std::size_t department, std::uint64_t seed, bool people)
    : plan_(scenario, department),
      catalogue_(models::catalogue(plan_)),
      divisors_(divisors(plan_)),
      seed_(seed),
      people_(people) {
  if (people_) add_people_measures(plan_, catalogue_);
}

std::unique_ptr<sim::Worker> DepartmentSystem::worker() const {
  return std::make_unique<DepartmentWorker>(plan_, catalogue_, divisors_, seed_, people_);
}

}  // namespace models
