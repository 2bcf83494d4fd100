#pragma once

#include "models/scenario/scenario.hpp"
#include "scenarios/format/collector.hpp"
#include "scenarios/format/node.hpp"

/// Limits of what a scenario may ask of the machine. Those of text and single values stand where they are read.
namespace scenarios {

inline constexpr double most_events = 1e10;  ///< expected of a replication; an hour on one core
inline constexpr double most_lines = 2e7;   ///< people × activities × segments of a department

/// Events of a replication as rates, shares and working time alone let expect: it tells what is out of all bounds from
/// what is not. Nobody waits, gives up, or has anything else to do in it, and nobody comes off a list but by his refusals, so
/// that departments as they are have between a fifteenth of it and ten times as many.
double expected_events(const models::Scenario& scenario, std::size_t department);

/// Finds what is too large to be simulated, in a scenario in which nothing else is wrong.
void check_limits(const models::Scenario& scenario, const Node& root, Collector& problems);

}  // namespace scenarios
