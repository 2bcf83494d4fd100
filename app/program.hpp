#pragma once

namespace app {

/// Runs the program with its command line; returns its exit code.
int run_program(int argc, const char* const* argv);

}  // namespace app
