#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "tests/house/tree.hpp"

/// docs/methods.md names the tests that its figures come from, and all procedures.
namespace {

/// Every run of blanks and line ends as one blank.
std::string one_line(const std::string& text) {
  std::string result;
  for (const char letter : text) {
    const bool blank = letter == ' ' || letter == '\n';
    if (!blank) result += letter;
    if (blank && !result.empty() && result.back() != ' ') result += ' ';
  }
  return result;
}

/// The sources of the statistics' tests, literals in pieces joined.
std::string tests_of_analysis() {
  std::string all;
  for (const std::string& path : house::files())
    if (path.starts_with("tests/analysis/")) all += one_line(house::read(house::root() / path));
  constexpr std::string_view seam = "\" \"";
  for (std::size_t at = all.find(seam); at != std::string::npos; at = all.find(seam, at)) all.erase(at, seam.size());
  return all;
}

}  // namespace

TEST_CASE("every test that the page of methods names is there") {
  const std::string page = one_line(house::read(house::root() / "docs/methods.md"));
  const std::string tests = tests_of_analysis();
  std::size_t named = 0;
  for (std::size_t begin = page.find('"'); begin != std::string::npos;) {
    const std::size_t end = page.find('"', begin + 1);
    REQUIRE(end != std::string::npos);
    const std::string title = page.substr(begin, end - begin + 1);
    CHECK_MESSAGE(tests.find(title + ")") != std::string::npos, "no test " << title);
    ++named;
    begin = page.find('"', end + 1);
  }
  CHECK(named >= 30);
}

TEST_CASE("every procedure of the statistics is on the page of methods") {
  // What other procedures are made of, and what hands answers on.
  constexpr std::array parts{"absent", "experiment", "moments", "quantiles", "resampling", "sample", "series", "factor"};
  const std::string page = house::read(house::root() / "docs/methods.md");
  for (const std::string& path : house::files()) {
    if (!path.starts_with("analysis/") || !path.ends_with(".hpp") || path.starts_with("analysis/result/")) continue;
    const std::string name = path.substr(path.rfind('/') + 1, path.rfind('.') - path.rfind('/') - 1);
    if (std::find(parts.begin(), parts.end(), name) != parts.end()) continue;
    CHECK_MESSAGE(page.find("../" + path + ")") != std::string::npos, path);
  }
}
