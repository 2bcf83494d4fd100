#pragma once

#include "app/exit_code.hpp"
#include "app/options.hpp"

namespace app {

/// `files`: the database to merge into, then those to merge from.
struct MergeOptions : CommonOptions {};

/// Puts databases of one study together.
ExitCode merge(const MergeOptions& options);

}  // namespace app
