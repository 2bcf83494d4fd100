#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "scenarios/format/read.hpp"
#include "tests/house/tree.hpp"

namespace {

/// Cells of a row of a table.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  for (std::size_t begin = 1; begin < line.size();) {
    const std::size_t end = std::min(line.find('|', begin), line.size());
    cells.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return cells;
}

/// Words between backticks.
std::vector<std::string> code_in(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t at = text.find('`'); at != std::string::npos; at = text.find('`', at + 1)) {
    const std::size_t end = text.find('`', at + 1);
    words.push_back(text.substr(at + 1, end - at - 1));
    at = end;
  }
  return words;
}

}  // namespace

TEST_CASE("scenarios/README.md names each of the fourteen departments, and files that have what it says they have") {
  std::set<std::string> told;
  for (const std::string& line : house::lines(house::read(house::root() / "scenarios/README.md"))) {
    if (!line.starts_with("| D")) continue;
    const std::vector<std::string> cells = cells_of(line);
    REQUIRE_MESSAGE(cells.size() == 5, line);
    told.insert(cells[0]);
    const std::string file = code_in(cells[2]).at(0);
    const auto scenario = scenarios::read_file((house::root() / "scenarios" / file).string()).scenario;
    std::set<std::string> there;
    for (const auto& [name, department] : scenario.departments.items) there.insert(name);
    const std::vector<std::string> named = code_in(cells[3] + cells[4]);
    CHECK_MESSAGE(named.size() > 1, line);
    for (const std::string& name : named) CHECK_MESSAGE(there.count(name) == 1, file << " has no " << name);
  }
  CHECK(told.size() == 14);
}
