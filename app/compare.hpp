#pragma once

#include <string>

#include "app/exit_code.hpp"
#include "app/options.hpp"

namespace app {

struct CompareOptions : SimulationOptions {
  std::string baseline;   ///< name of a department; empty: the first
  bool unpaired = false;  ///< every department has customers of its own
};

/// Simulates departments on the same customers and compares them with one of them.
ExitCode compare(const CompareOptions& options);

}  // namespace app
