#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "scenarios/format/plan.hpp"
#include "sim/problem.hpp"

namespace scenarios {

/// A scenario that can run, and what in it was probably not meant.
struct Loaded {
  models::Scenario scenario;
  std::optional<StaffingPlan> plan;  ///< what is to be decided about its people, where the file says so
  sim::Problems warnings;
};

/// Reads a scenario file with the values of `sets` (each `path=value`) in place of its own.
/// Throws sim::InputError with all problems found.
Loaded read_file(const std::string& path, const std::vector<std::string>& sets = {});

/// The same for a text; `name` stands for it in messages, and `extends` is relative to the current folder.
Loaded read_text(std::string_view text, const std::string& name, const std::vector<std::string>& sets = {});

}  // namespace scenarios
