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
  // Of each of two departments seven figures, and four of the difference.
  CHECK(rows.size() == expected + 2 * 7 + 4);
  for (std::size_t i = expected; i < rows.size(); ++i) CHECK(rows[i][2].starts_with("profit"));
  for (std::size_t i = 1; i < expected; ++i) {
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

TEST_CASE("the CSV of a comparison ends with what it says of each department") {
  const Json document = Json::parse(good(short_run("compare", 6) + Arguments{"--format", "json"}).out);
  const std::vector<Row> rows = parse(good(short_run("compare", 6) + Arguments{"--format", "csv"}).out);
  const auto row = [&](const std::string& department, const std::string& measure) {
    for (const Row& one : rows)
      if (one[0] == department && one[2] == measure) return one;
    FAIL("there is no " << measure);
    return Row{};
  };
  const Json& comparison = document["comparison"];
  const Json& difference = comparison["differences"]["lead_desk"];
  const Row told = row("lead_desk", "profit.difference");
  CHECK(told[1].empty());
  CHECK(told[3] == "EUR");
  CHECK(same(told[4], difference["mean"]));
  CHECK(same(told[5], difference["low"]));
  CHECK(same(told[6], difference["high"]));
  CHECK(same(told[7], difference["sd"]));
  CHECK(same(row("lead_desk", "profit.p_adjusted")[4], difference["p_adjusted"]));
  CHECK(same(row("lead_desk", "profit.correlation")[4], difference["correlation"]));
  CHECK(same(row("lead_desk", "profit.variance_ratio")[4], difference["variance_ratio"]));
  for (const char* name : {"one_tier", "lead_desk"}) {
    const Json& standing = comparison["standings"]["departments"][name];
    CHECK(same(row(name, "profit.best_run")[4], comparison["best"][name]["share_of_replications"]));
    CHECK(same(row(name, "profit.against_best")[4], standing["against_best"]["advantage"]));
    CHECK(same(row(name, "profit.against_best")[6], standing["against_best"]["high"]));
    CHECK(same(row(name, "profit.best_mean")[4], standing["best_mean"]["share"]));
    CHECK(same(row(name, "profit.regret")[4], standing["best_mean"]["regret"]));
    CHECK(same(row(name, "profit.worst")[4], standing["risk"]["worst"]["value"]));
    CHECK(same(row(name, "profit.mean_of_worst")[5], standing["risk"]["mean_of_worst"]["low"]));
    CHECK(same(row(name, "profit.loss")[6], standing["risk"]["loss"]["high"]));
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
