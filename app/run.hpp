#pragma once

#include "app/exit_code.hpp"
#include "app/options.hpp"

namespace app {

struct RunOptions : SimulationOptions {};

/// Simulates the departments of one scenario; each answer stands for itself.
ExitCode run(const RunOptions& options);

}  // namespace app
