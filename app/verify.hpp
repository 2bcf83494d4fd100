#pragma once

#include "app/exit_code.hpp"
#include "app/options.hpp"

namespace app {

/// `files`: the database.
struct VerifyOptions : ModelOptions {
  double sample = 1;  ///< share of the blocks, above 0
};

/// Computes stored blocks again and compares them.
ExitCode verify(const VerifyOptions& options);

}  // namespace app
