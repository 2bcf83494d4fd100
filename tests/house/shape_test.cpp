#include <doctest/doctest.h>

#include <filesystem>
#include <set>
#include <string>

#include "tests/house/tree.hpp"

TEST_CASE("each folder at top level has its place in the design") {
  const std::set<std::string> known = {".ci",    ".github",   "analysis", "app",   "bench", "docs",
                                       "models", "scenarios", "sim",      "tests", "tools", "web"};
  for (const auto& entry : std::filesystem::directory_iterator(house::root())) {
    const std::string name = entry.path().filename().string();
    if (!entry.is_directory() || house::is_foreign(name)) continue;
    CHECK_MESSAGE(known.contains(name), name << "/ is not one of the folders in docs/architecture.md");
  }
}

TEST_CASE("nine source files of ten are under 600 lines and none is over 1,000") {
  const std::set<std::string> floors = {"sim", "models", "analysis", "scenarios", "app"};
  std::size_t sources = 0;
  std::size_t long_ones = 0;
  for (const std::string& path : house::files()) {
    if (!house::is_cpp(path) || !floors.contains(house::folder_of(path))) continue;
    const std::size_t length = house::lines(house::read(house::root() / path)).size();
    ++sources;
    if (length >= 600) ++long_ones;
    CHECK_MESSAGE(length <= 1000, path << " has " << length << " lines");
  }
  CHECK_MESSAGE(10 * long_ones <= sources, long_ones << " of " << sources << " files have 600 lines or more");
}
