#pragma once

#include <sys/wait.h>

#include <cstdio>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "tests/house/tree.hpp"

/// Runs the commands that documents show.
namespace docs {

inline constexpr std::string_view program_in_pages = "build/salesim";

/// Commands of a block of shell that call the program; a backslash at the end of a line joins the next one to it.
inline std::vector<std::string> program_calls(const std::string& block) {
  std::vector<std::string> calls;
  std::string joined;
  for (const std::string& line : house::lines(block)) {
    joined += line;
    if (joined.ends_with('\\')) {
      joined.pop_back();
      continue;
    }
    if (joined.starts_with(program_in_pages)) calls.push_back(joined);
    joined.clear();
  }
  return calls;
}

struct Outcome {
  int code = 0;
  std::string output;  ///< of standard output
};

/// Runs a command in the root of the project, with the program under test in place of `build/salesim`.
inline Outcome run(std::string command) {
  for (std::size_t at = command.find(program_in_pages); at != std::string::npos;
       at = command.find(program_in_pages, at + std::string_view(SALESIM_PROGRAM).size()))
    command.replace(at, program_in_pages.size(), SALESIM_PROGRAM);
  const std::string whole = "cd '" + house::root().string() + "' && { " + command + "\n} 2>/dev/null";
  FILE* const pipe = popen(whole.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("cannot start a shell");
  Outcome outcome;
  char buffer[4096];
  for (std::size_t got = fread(buffer, 1, sizeof buffer, pipe); got > 0; got = fread(buffer, 1, sizeof buffer, pipe))
    outcome.output.append(buffer, got);
  const int status = pclose(pipe);
  outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return outcome;
}

}  // namespace docs
