#pragma once

#include "models/scenario/scenario.hpp"
#include "scenarios/format/collector.hpp"
#include "scenarios/format/node.hpp"

namespace scenarios {

/// Fills a scenario from the tree of its file; everything wrong in single values and tables goes to `problems`.
models::Scenario read_scenario(const Node& root, Collector& problems);

/// Finds what is wrong between values that are right by themselves.
void check(const models::Scenario& scenario, const Node& root, Collector& problems);

/// Finds what can run but was probably not meant.
void warn(const models::Scenario& scenario, const Node& root, Collector& problems);

}  // namespace scenarios
