#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/exit_code.hpp"
#include "app/options.hpp"

namespace app {

struct CompareOptions : SimulationOptions {
  std::string baseline;                                         ///< name of a department; empty: the first
  std::vector<std::pair<std::string, std::string>> waterfalls;  ///< names of departments, from which to which
  std::optional<double> target;  ///< that a replication's measure is to reach, in its unit
  bool details = false;          ///< every interval in the text, too
  bool unpaired = false;         ///< every department has customers of its own
};

/// Simulates departments on the same customers and compares them with one of them.
ExitCode compare(const CompareOptions& options);

}  // namespace app
