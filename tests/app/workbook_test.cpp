#include <doctest/doctest.h>

#include <cstdio>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>

#include "scenarios/format/variants.hpp"
#include "tests/app/program.hpp"

/// Workbooks, read by a reader of its own: unzip, and the XML as it stands.
namespace {

using Json = nlohmann::ordered_json;
using program::Arguments;
using program::contains;
using program::operator+;

Arguments book(unsigned replications, const std::string& file) {
  return program::short_run("compare", replications) + Arguments{"--format", "xlsx", "--output", file};
}

/// A part of the workbook as text; empty where it has none of this name.
std::string part(const std::string& file, const std::string& name) {
  const std::string command = "unzip -p '" + file + "' " + name;
  FILE* const pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string text;
  char buffer[4096];
  for (std::size_t got = fread(buffer, 1, sizeof buffer, pipe); got > 0; got = fread(buffer, 1, sizeof buffer, pipe))
    text.append(buffer, got);
  CHECK(pclose(pipe) == 0);
  return text;
}

std::string sheet(const std::string& file, int number) {
  return part(file, "xl/worksheets/sheet" + std::to_string(number) + ".xml");
}

/// The number in a cell.
double cell(const std::string& xml, const std::string& name) {
  std::smatch found;
  REQUIRE(std::regex_search(xml, found, std::regex("<c r=\"" + name + "\"[^>]*><v>([^<]*)</v>")));
  return std::stod(found[1]);
}

}  // namespace

TEST_CASE("a workbook has the numbers of the JSON, frozen headings and charts") {
  const program::Folder folder;
  const std::string file = folder / "answer.xlsx";
  program::good(book(6, file));
  const Json json = Json::parse(program::good(program::short_run("compare", 6) + Arguments{"--format", "json"}).out);
  const std::string names = part(file, "xl/workbook.xml");
  for (const char* name : {"Summary", "Measures", "Months", "Losses", "Assumptions", "About"})
    CHECK(contains(names, "name=\"" + std::string(name) + "\""));

  const std::string summary = sheet(file, 1);
  const std::string months = sheet(file, 3);
  int row = 2;
  for (const auto& [name, department] : json["departments"].items()) {
    const Json& profit = department["measures"]["profit"];
    const std::string at = std::to_string(row);
    CHECK(cell(summary, "C" + at) == doctest::Approx(profit["mean"].get<double>()).epsilon(1e-12));
    CHECK(cell(summary, "D" + at) == doctest::Approx(profit["low"].get<double>()).epsilon(1e-12));
    CHECK(cell(summary, "E" + at) == doctest::Approx(profit["high"].get<double>()).epsilon(1e-12));
    // Profit by month, departments side by side from the second column on.
    const std::string column(1, static_cast<char>('B' + row - 2));
    for (std::size_t m = 0; m < department["months"].size(); ++m)
      CHECK(cell(months, column + std::to_string(m + 2)) ==
            doctest::Approx(department["months"][m]["measures"]["profit"]["mean"].get<double>()).epsilon(1e-12));
    ++row;
  }
  for (int number = 1; number <= 6; ++number) {
    CHECK(contains(sheet(file, number), "state=\"frozen\""));
    CHECK_FALSE(contains(sheet(file, number), "<f>"));
  }
  for (const char* chart : {"chart1", "chart2", "chart3"})
    CHECK(contains(part(file, "xl/charts/" + std::string(chart) + ".xml"), "<c:chart>"));
  const std::string texts = part(file, "xl/sharedStrings.xml");
  const std::string assumptions = sheet(file, 5);
  row = 2;
  for (const Json& one : json["assumptions"]) {
    CHECK(contains(texts, one["path"].get<std::string>()));
    // A number is one, in the unit beside it; shares are fractions that are shown as per cent.
    const std::string value = one["value"];
    const auto quantity = scenarios::quantity_of(value);
    INFO(one["path"].get<std::string>(), " = ", value);
    const std::string at = "B" + std::to_string(row++);
    if (quantity && quantity->unit.find(':') == std::string::npos)
      CHECK(cell(assumptions, at) ==
            doctest::Approx(quantity->unit == " %" ? quantity->number / 100 : quantity->number));
    else
      CHECK(contains(assumptions, "<c r=\"" + at + "\" s="));
  }
  CHECK(row > 50);
  CHECK(contains(texts, json["scenario"]["hash"].get<std::string>()));
  CHECK(contains(texts, "salesim compare scenarios/first_steps.toml"));
}

TEST_CASE("the same answer gives the same workbook, in its language") {
  const program::Folder folder;
  program::good(book(3, folder / "a.xlsx"));
  program::good(book(3, folder / "b.xlsx") + Arguments{"--threads", "3"});
  CHECK(program::read(folder / "a.xlsx") == program::read(folder / "b.xlsx"));
  program::good(book(3, folder / "c.xlsx") + Arguments{"--lang", "ru"});
  CHECK(contains(part(folder / "c.xlsx", "xl/workbook.xml"), "name=\"Допущения\""));
}

TEST_CASE("a hostile title is a text in a workbook, never markup and never a formula") {
  const program::Folder folder;
  std::string text = program::read(std::string(SALESIM_SOURCE_DIR) + "/" + program::first_steps);
  const std::size_t begin = text.find("title = \"");
  REQUIRE(begin != std::string::npos);
  const std::size_t end = text.find('\n', begin);
  text.replace(begin, end - begin,
               "title = \"=1+1<script>alert(1)</script>\\u202E\\u0001" + std::string(10'000, 'x') + "\"");
  program::write(folder / "hostile.toml", text);
  const std::string file = folder / "hostile.xlsx";
  program::good({"compare", folder / "hostile.toml", "--set", "horizon=1 mo", "--set", "warm_up=0 d", "--replications",
                 "2", "--quiet", "--format", "xlsx", "--output", file});
  const std::string texts = part(file, "xl/sharedStrings.xml");
  CHECK(contains(texts, "=1+1&lt;script&gt;alert(1)&lt;/script&gt;"));
  CHECK_FALSE(contains(texts, "<script>"));
  CHECK_FALSE(contains(texts, std::string(1, '\x01')));
  CHECK_FALSE(contains(texts, std::string(9'000, 'x')));
  CHECK(contains(texts, "xxx…"));
  for (int number = 1; number <= 6; ++number) CHECK_FALSE(contains(sheet(file, number), "<f>"));
}
