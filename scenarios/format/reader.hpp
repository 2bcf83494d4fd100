#pragma once

#include "models/scenario/scenario.hpp"
#include "scenarios/format/collector.hpp"
#include "scenarios/format/node.hpp"
#include "scenarios/format/read.hpp"

namespace scenarios {

/// Fills a scenario from the tree of its file; everything wrong in single values and tables goes to `problems`.
models::Scenario read_scenario(const Node& root, Collector& problems);

/// A scenario from the tree of its file, with the values of `sets` in place of its own. Throws sim::InputError with all
/// problems, those that are collected already among them. Warnings only where they are wanted.
Loaded read_tree(Node root, const std::vector<std::string>& sets, Collector& problems, bool warned);

/// Finds what is wrong between values that are right by themselves.
void check(const models::Scenario& scenario, const Node& root, Collector& problems);
/// The part of it that concerns cold calls, service and careers.
void check_service(const models::Scenario& scenario, const Node& root, Collector& problems);

/// Finds what can run but was probably not meant.
void warn(const models::Scenario& scenario, const Node& root, Collector& problems);
/// The parts of it that concern keys without effect on service and people, and how much people have to do.
void warn_of_dead_keys(const models::Scenario& scenario, const Node& root, Collector& problems);
void warn_of_workload(const models::Scenario& scenario, const Node& root, Collector& problems);

}  // namespace scenarios
