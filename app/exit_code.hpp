#pragma once

namespace app {

/// What the program tells whoever started it.
enum class ExitCode {
  done = 0,
  failed = 1,         ///< the run failed, or its answer could not be written
  wrong_input = 2,    ///< the scenario or the command line
  interrupted = 130,  ///< as a shell says of a program that SIGINT has ended
  unread = 141,       ///< whoever read the answer has gone away: as a shell says of a program that SIGPIPE has ended
};

}  // namespace app
