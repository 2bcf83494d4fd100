#pragma once

#include <string>
#include <vector>

#include "app/exit_code.hpp"

namespace app {

/// Does what the arguments (without the program's name) ask for. Whatever fails is said on standard error.
ExitCode run_program(const std::vector<std::string>& arguments);

}  // namespace app
