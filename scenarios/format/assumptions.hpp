#pragma once

#include <set>
#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace scenarios {

/// A figure that a scenario rests on.
struct Assumption {
  std::string path;    ///< by which it is set; `*` for the names of departments and roles that all have it alike
  std::string value;   ///< as written
  std::string unit;    ///< of a bare number, `money` for the currency; empty where the value says its own
  std::string low;     ///< between which it is believed to lie; empty where that is not said
  std::string high;    ///< the other end
  std::string source;  ///< where it is from; may be empty
  std::string basis;   ///< `measured`, `guess` or `default`; empty where that is not said
  bool said = true;    ///< the scenario says it; else it is what is taken where nothing is said
  bool operator==(const Assumption&) const = default;
};

/// The figures that the scenario says of market, work and these departments, in the order of the canonical form;
/// `false` is what is switched off. What it takes by default: `defaults_of`. How many people a role has, who does what,
/// when it is open and how long it is simulated are no assumptions but what is asked about.
std::vector<Assumption> assumptions_of(const models::Scenario& scenario, const std::set<std::string>& departments);

}  // namespace scenarios
