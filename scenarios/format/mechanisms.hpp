#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/scenario.hpp"

namespace scenarios {

/// Numbers of the mechanisms (`M4`) that can be switched off, in their order. The others are the facts of market and
/// work (who asks, what a sale takes, who does what and how many), without which there would be nothing left to
/// compare.
const std::vector<std::string>& switchable_mechanisms();

/// The scenario with these mechanisms neutral in market, work and departments: every parameter that is declared with
/// one of them has its neutral default again, but those that say what must be done or who does it. A handover goes on
/// without work and without loss.
models::Scenario without(const models::Scenario& scenario, const std::set<std::string>& mechanisms);

/// The switchable mechanisms that are on in the market, or in one of these departments.
std::vector<std::string> mechanisms_in(const models::Scenario& scenario, const std::vector<std::string>& departments);

}  // namespace scenarios
