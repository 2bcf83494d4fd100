#include "app/program.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <string_view>

#include "scenarios/format/read.hpp"

namespace app {
namespace {

void print(const sim::Problems& problems) {
  for (const sim::Problem& problem : problems)
    fmt::print(stderr, "{}:{}:{}: {} {}: {}\n", problem.place.source, problem.place.line, problem.place.column,
               problem.code, problem.path, fmt::join(problem.arguments, "; "));
}

}  // namespace

int run_program(int argc, const char* const* argv) {
  if (argc < 3 || std::string_view(argv[1]) != "check") {
    fmt::print(stderr, "usage: salesim check FILE...\n");
    return 2;
  }
  int code = 0;
  for (int i = 2; i < argc; ++i) {
    try {
      print(scenarios::read_file(argv[i]).warnings);
      fmt::print(stderr, "{}: ok\n", argv[i]);
    } catch (const sim::InputError& error) {
      print(error.problems());
      code = 2;
    }
  }
  return code;
}

}  // namespace app
