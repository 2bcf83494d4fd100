#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/docs/fresh.hpp"
#include "tests/docs/markdown.hpp"

/// Pages say what the program says.
namespace {

std::vector<std::string> all_pages() {
  std::vector<std::string> pages = docs::pages();
  for (const char* written : {"docs/measures.md", "docs/scenario-format.md", "docs/mechanisms.md"})
    if (std::find(pages.begin(), pages.end(), written) == pages.end()) pages.emplace_back(written);
  return pages;
}

std::string content_of(const std::string& path) {
  const std::filesystem::path file = house::root() / path;
  return std::filesystem::exists(file) ? house::read(file) : "";
}

/// The first line in which two texts differ, for people.
std::string first_difference(const std::string& is, const std::string& should) {
  const std::vector<std::string> old_lines = house::lines(is);
  const std::vector<std::string> new_lines = house::lines(should);
  std::size_t i = 0;
  while (i < old_lines.size() && i < new_lines.size() && old_lines[i] == new_lines[i]) ++i;
  const auto line = [&](const std::vector<std::string>& lines) { return i < lines.size() ? lines[i] : "(end)"; };
  return "line " + std::to_string(i + 1) + "\n  is:     " + line(old_lines) + "\n  should: " + line(new_lines);
}

}  // namespace

// With SALESIM_UPDATE in the environment it writes the pages instead; see tools/docs.
TEST_CASE("what pages show of the program is what it says now") {
  const bool update = std::getenv("SALESIM_UPDATE") != nullptr;
  for (const std::string& path : all_pages()) {
    const std::string is = content_of(path);
    const std::string should = docs::fresh(path, is);
    if (is == should) continue;
    if (update) {
      std::ofstream(house::root() / path, std::ios::binary) << should;
      MESSAGE("wrote " << path);
    } else {
      FAIL_CHECK(path << ", " << first_difference(is, should) << "\n  tools/docs writes it anew");
    }
  }
}

TEST_CASE("links between pages lead to files") {
  for (const std::string& path : all_pages()) {
    const std::string text = content_of(path);
    const std::filesystem::path folder = (house::root() / path).parent_path();
    for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 1)) {
      const std::size_t end = text.find_first_of(")#", at + 2);
      const std::string target = text.substr(at + 2, end - at - 2);
      if (target.empty() || target.find("://") != std::string::npos) continue;
      CHECK_MESSAGE(std::filesystem::exists(folder / target), path << ": nothing at " << target);
    }
  }
}
