#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "app/messages/language.hpp"
#include "sim/system.hpp"

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

/// What is wrong with a measure that all of these systems should have, as a sentence; empty if nothing is. `names` by
/// system.
std::string wrong_with_measure(const std::string& measure, const std::vector<const sim::System*>& systems,
                               const std::vector<std::string>& names, Language language);

/// Which end of a measure is the good one; the large one, where neither is.
bool larger_is_better(const std::string& measure);

}  // namespace app
