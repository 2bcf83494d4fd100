#pragma once

#include <string>
#include <vector>

#include "models/plan.hpp"
#include "scenarios/format/read.hpp"

namespace bench {

/// The department of a textbook scenario, read as every scenario is, with the values of `sets` in place of its own.
inline models::DepartmentPlan textbook(const std::string& name, const std::vector<std::string>& sets = {}) {
  const std::string path = SALESIM_SOURCE_DIR "/scenarios/textbook/" + name + ".toml";
  return models::DepartmentPlan(scenarios::read_file(path, sets).scenario, 0);
}

}  // namespace bench
