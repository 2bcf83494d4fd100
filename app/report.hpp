#pragma once

#include "app/compare.hpp"

namespace app {

struct ReportOptions : CompareOptions {
  /// Options that were given although they only go with a scenario.
  std::vector<std::string> of_simulation;
};

/// Makes a page of answers, of scenarios, which are compared first, or of the database of a study.
ExitCode report(const ReportOptions& options);

}  // namespace app
