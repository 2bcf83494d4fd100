#pragma once

#include <memory>
#include <mutex>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "analysis/experiment.hpp"
#include "app/subject.hpp"

namespace app {

/// How a factor's number is put into a scenario.
struct Binding {
  enum class Kind {
    quantity,  ///< the number with the unit at the path; not a number: the scenario as it is
    choice,    ///< the text of this number at the path
    mechanism  ///< 0: the mechanism is off
  };
  Kind kind = Kind::quantity;
  std::string path = {};                  ///< or the mechanism's number, `M4`
  std::string unit = {};                  ///< of a quantity, with the blanks before it
  double grain = 0;                       ///< of a quantity: only multiples of it; 0: any number
  std::vector<std::string> choices = {};  ///< of a choice

  /// The `path=value` that sets it. Not of mechanisms.
  std::string set(double value) const;
};

/// Departments as systems that procedures of `analysis` make with values of factors.
///
/// Failures of replications say where they happened, values that are not the scenario's own among it. What cannot be
/// read or run with some values is sim::InputError.
class ScenarioFactory : public analysis::Factory {
 public:
  /// `subject` must outlive the factory.
  ScenarioFactory(const Subject& subject, std::vector<Binding> bindings)
      : subject_(subject), bindings_(std::move(bindings)) {}

  std::size_t systems() const override { return subject_.cases().size(); }
  std::unique_ptr<sim::System> make(std::size_t system, std::span<const double> values) const override;
  bool concerns(std::size_t system, std::size_t factor) const override;

 private:
  /// What makes a scenario another one.
  struct Change {
    std::size_t source = 0;
    std::vector<std::string> sets = {};
    std::set<std::string> off = {};
    bool operator==(const Change&) const = default;
  };
  using Shared = std::shared_ptr<const models::Scenario>;

  Change change_of(std::size_t system, std::span<const double> values) const;
  Shared scenario_of(const Change& change) const;

  const Subject& subject_;
  std::vector<Binding> bindings_;
  mutable std::mutex access_;
  mutable std::vector<std::pair<Change, Shared>>
      recent_;  ///< scenarios made last: neighbouring pieces of work share them
};

}  // namespace app
