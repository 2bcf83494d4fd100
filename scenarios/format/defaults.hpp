#pragma once

#include <set>
#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "scenarios/format/assumptions.hpp"

namespace scenarios {

/// The figures that market, work and these departments have by default, in the order of their declaration: whatever has
/// its neutral value, whether because the scenario leaves it out or because it says just that, and says nothing more of
/// it. `false` stands for what is not there at all, as in a scenario file. Left out are keys that move only measures
/// which these departments do not have (nobody calls cold, there are no clients), and those of things that are not
/// there: of a handover, say, where clients are not handed over.
///
/// A default is told once. If several things have it, stars stand for the names of segments, channels, stages,
/// departments and roles: all of them that do not say otherwise.
std::vector<Assumption> defaults_of(const models::Scenario& scenario, const std::set<std::string>& departments);

}  // namespace scenarios
