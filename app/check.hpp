#pragma once

#include "app/exit_code.hpp"
#include "app/options.hpp"

namespace app {

struct CheckOptions : CommonOptions {
  Format format = Format::text;  ///< or JSON
};

/// Says of every file what is wrong in it, on standard error. A single file that is right is printed as the program
/// understands it: TOML that reads back to the same scenario. Of every file that is right it also says what a run of each
/// department will take. As JSON, all of this is one document in place of the text.
ExitCode check(const CheckOptions& options);

}  // namespace app
