#include <doctest/doctest.h>

#include <charconv>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/output/csv.hpp"
#include "tests/app/program.hpp"

namespace {

using Json = nlohmann::ordered_json;
using Row = std::vector<std::string>;
using program::Arguments;
using program::good;
using program::short_run;
using program::operator+;

/// Reads what RFC 4180 allows.
std::vector<Row> parse(const std::string& text) {
  std::vector<Row> rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string& field = rows.back().back();
    if (quoted) {
      if (text[i] != '"')
        field += text[i];
      else if (i + 1 < text.size() && text[i + 1] == '"')
        field += text[++i];
      else
        quoted = false;
    } else if (text[i] == '"') {
      quoted = true;
    } else if (text[i] == ',') {
      rows.back().emplace_back();
    } else if (text[i] == '\n') {
      rows.push_back({""});
    } else {
      field += text[i];
    }
  }
  rows.pop_back();  // behind the last line end
  return rows;
}

bool same(const std::string& field, const Json& value) {
  if (field.empty()) return value.is_null();
  double number = 0;
  std::from_chars(field.data(), field.data() + field.size(), number);
  return value.is_number() && value.get<double>() == number;
}

}  // namespace

TEST_CASE("fields are quoted where they must be") {
  CHECK(app::csv_field("plain") == "plain");
  CHECK(app::csv_field("a,b") == "\"a,b\"");
  CHECK(app::csv_field("say \"hi\"") == "\"say \"\"hi\"\"\"");
  CHECK(app::csv_field("two\nlines") == "\"two\nlines\"");
  CHECK(parse(app::csv_field("a\"\n,b") + ",c\n") == std::vector<Row>{{"a\"\n,b", "c"}});
}

TEST_CASE("the CSV holds the numbers of the JSON, a line for each department, month and measure") {
  const Json document = Json::parse(good(short_run("compare", 6) + Arguments{"--format", "json"}).out);
  const std::vector<Row> rows = parse(good(short_run("compare", 6) + Arguments{"--format", "csv"}).out);
  REQUIRE(rows.size() > 1);
  CHECK(rows.front() ==
        Row{"department", "month", "measure", "unit", "mean", "low", "high", "sd", "p05", "p50", "p95"});
  std::size_t expected = 1;
  for (const auto& [name, department] : document["departments"].items()) {
    expected += department["measures"].size();
    for (const Json& month : department["months"]) expected += month["measures"].size();
  }
  CHECK(rows.size() == expected);
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const Row& row = rows[i];
    REQUIRE(row.size() == 11);
    const Json& department = document["departments"][row[0]];
    const Json& whole = department["measures"][row[2]];
    CHECK(row[3] == whole["unit"].get<std::string>());
    const Json* estimate = &whole;
    for (const Json& month : department["months"])
      if (month["month"] == row[1]) estimate = &month["measures"][row[2]];
    CHECK((estimate == &whole) == row[1].empty());
    const std::vector<std::pair<std::size_t, const char*>> columns{
        {4, "mean"}, {5, "low"}, {6, "high"}, {8, "p05"}, {10, "p95"}};
    for (const auto& [column, key] : columns) CHECK(same(row[column], (*estimate)[key]));
  }
}

TEST_CASE("single replications average to the answer, and fewer are the beginning of more") {
  const std::string twenty = good(short_run("run", 20) + Arguments{"--rows", "csv"}).out;
  const std::string ten = good(short_run("run", 10) + Arguments{"--rows", "csv"}).out;
  CHECK(ten.size() < twenty.size());
  CHECK(twenty.starts_with(ten));

  const Json document = Json::parse(good(short_run("run", 10) + Arguments{"--format", "json"}).out);
  const std::vector<Row> rows = parse(ten);
  CHECK(rows.front() == Row{"department", "replication", "measure", "unit", "value"});
  std::map<std::pair<std::string, std::string>, double> sums;
  std::size_t values = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    CHECK(std::stoul(rows[i][1]) < 10);
    if (rows[i][2] != "profit" && rows[i][2] != "deals") continue;
    sums[{rows[i][0], rows[i][2]}] += std::stod(rows[i][4]);
    ++values;
  }
  CHECK(values == 2 * 2 * 10);
  for (const auto& [key, sum] : sums)
    CHECK(document["departments"][key.first]["measures"][key.second]["mean"].get<double>() ==
          doctest::Approx(sum / 10));
}

TEST_CASE("warnings of a table go to standard error, where they are not in the way") {
  const Arguments arguments{
      "run", "scenarios/textbook/mm1.toml", "--set", "horizon=1 d", "--set", "warm_up=0 d", "--replications", "2"};
  const program::Outcome outcome = good(arguments + Arguments{"--format", "csv"});
  CHECK(program::contains(outcome.err, "warning: "));
  CHECK(good(arguments + Arguments{"--rows", "csv", "--quiet"}).err.empty());
  CHECK(good(arguments + Arguments{"--format", "json"}).err.empty());
}
