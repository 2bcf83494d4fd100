#include <doctest/doctest.h>

#include <string>

#include "scenarios/format/read.hpp"
#include "tests/docs/markdown.hpp"
#include "tests/docs/shell.hpp"

/// What pages show as an example works.
namespace {

std::string told(const sim::Problems& problems) {
  std::string text;
  for (const sim::Problem& problem : problems) {
    text += "\n  line " + std::to_string(problem.place.line) + ": " + problem.code + " " + problem.path;
    for (const std::string& argument : problem.arguments) text += " [" + argument + "]";
  }
  return text;
}

}  // namespace

TEST_CASE("every complete scenario in a page can be run") {
  for (const std::string& path : docs::pages())
    for (const docs::Block& block : docs::blocks(house::lines(house::read(house::root() / path)))) {
      if (block.language != "toml" || !block.text.starts_with("format = ")) continue;
      try {
        const scenarios::Loaded loaded = scenarios::read_text(block.text, path);
        CHECK_MESSAGE(loaded.warnings.empty(), path << ", block at line " << block.first << told(loaded.warnings));
      } catch (const sim::InputError& error) {
        FAIL_CHECK(path << ", block at line " << block.first << told(error.problems()));
      }
    }
}

TEST_CASE("every command in a page that calls the program succeeds") {
  std::size_t calls = 0;
  for (const std::string& path : docs::pages())
    for (const docs::Block& block : docs::blocks(house::lines(house::read(house::root() / path)))) {
      if (block.language != "sh") continue;
      for (const std::string& command : docs::program_calls(block.text)) {
        ++calls;
        const docs::Outcome outcome = docs::run(command);
        CHECK_MESSAGE(outcome.code == 0, path << ", block at line " << block.first << ": " << command);
      }
    }
  CHECK(calls > 0);
}

TEST_CASE("shipped scenarios run, and nothing in them is likely a mistake") {
  std::size_t files = 0;
  for (const std::string& path : house::files()) {
    if (!path.starts_with("scenarios/") || !path.ends_with(".toml") || path.starts_with("scenarios/textbook/"))
      continue;
    ++files;
    try {
      sim::Problems warnings = scenarios::read_file((house::root() / path).string()).warnings;
      // The file says that it has one split of each structure, and names the file that has others.
      if (path == "scenarios/lead_desk.toml")
        std::erase_if(warnings, [](const sim::Problem& problem) { return problem.code == "one_split"; });
      CHECK_MESSAGE(warnings.empty(), path << told(warnings));
    } catch (const sim::InputError& error) {
      FAIL_CHECK(path << told(error.problems()));
    }
  }
  CHECK(files > 0);
}
