#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "analysis/result/build.hpp"
#include "models/department_system.hpp"
#include "tests/app/program.hpp"
#include "tests/models/any_company.hpp"

/// Where the difference between two departments comes from, as people and programs read it.
namespace {

using Json = nlohmann::ordered_json;
using program::Arguments;
using program::contains;
using program::good;
using program::short_run;
using program::operator+;

/// Four departments of the maker of roofing sheets, in six months.
Arguments roofing(const std::string& command) {
  return {command,          "scenarios/roofing_season.toml",
          "--set",          "horizon=6 mo",
          "--set",          "warm_up=1 mo",
          "--replications", "3",
          "--quiet"};
}

std::int64_t hundredths(double money) { return std::llround(money * 100); }
bool whole(double money) { return std::fabs(money * 100 - std::round(money * 100)) < 1e-4; }

/// The hundredths of a printed sum such as `-1,234.50`.
std::int64_t read_hundredths(const std::string& text) {
  std::string digits;
  for (const char c : text)
    if (c == '-' || (c >= '0' && c <= '9')) digits += c;
  return std::stoll(digits);
}

/// The mean of each row of the waterfall in a text, from the line of `before` to that of `difference`.
std::vector<std::int64_t> printed(const std::string& text) {
  std::vector<std::int64_t> rows;
  std::istringstream lines(text.substr(text.find("Profit: where the difference comes from")));
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line) && line.starts_with("  ")) {
    const std::string left = line.substr(0, line.find(" … "));
    const std::size_t point = left.find('.');
    const std::size_t begin = left.find_last_of(" +", point);
    rows.push_back(read_hundredths(left.substr(begin + 1, point + 2 - begin)));
  }
  return rows;
}

}  // namespace

TEST_CASE("the waterfall of the JSON adds up to the hundredth, from the baseline to each other department") {
  const Json document = Json::parse(good(roofing("compare") + Arguments{"--format", "json"}).out);
  const Json& waterfalls = document["waterfalls"];
  REQUIRE(waterfalls.size() == 3);
  std::size_t i = 0;
  for (const char* to : {"apart", "more_hunters", "conveyor"}) {
    const Json& waterfall = waterfalls[i++];
    CHECK(waterfall["measure"] == "profit");
    CHECK(waterfall["unit"] == "RUB");
    CHECK(waterfall["from"] == "one_tier");
    CHECK(waterfall["to"] == to);
    std::int64_t sum = hundredths(waterfall["before"].get<double>());
    std::vector<std::string> names;
    for (const Json& step : waterfall["steps"]) {
      CHECK(whole(step["mean"].get<double>()));
      CHECK(step["low"] <= step["high"]);
      sum += hundredths(step["mean"].get<double>());
      names.push_back(step["measure"].get<std::string>());
      // The step is what the measures of the two departments say, and its interval contains it.
      const auto mean = [&](const std::string& department) {
        const Json& measures = document["departments"][department]["measures"];
        return measures.contains(names.back()) ? measures[names.back()]["mean"].get<double>() : 0.0;
      };
      CHECK(step["mean"].get<double>() ==
            doctest::Approx(step["sign"].get<int>() * (mean(to) - mean("one_tier"))).epsilon(1e-9).scale(1e7));
    }
    CHECK(sum == hundredths(waterfall["after"].get<double>()));
    CHECK(hundredths(waterfall["difference"]["mean"].get<double>()) ==
          sum - hundredths(waterfall["before"].get<double>()));
    // One difference has one interval, wherever it stands.
    for (const char* end : {"low", "high"})
      CHECK(waterfall["difference"][end].get<double>() ==
            doctest::Approx(document["comparison"]["differences"][to][end].get<double>()).epsilon(1e-9));
    for (const char* name : {"gross_margin.first", "gross_margin.repeat", "gross_margin.upsell", "payroll.manager",
                             "payroll.farmer", "cost.leads", "cost.hiring", "cost.seats", "cost.heads"})
      CHECK_MESSAGE(std::find(names.begin(), names.end(), name) != names.end(), name);
  }
  CHECK_FALSE(Json::parse(good(short_run("run", 3) + Arguments{"--format", "json"}).out).contains("waterfalls"));
}

TEST_CASE("what the text prints adds up to the hundredth") {
  const std::vector<std::int64_t> rows = printed(good(short_run("compare", 7)).out);
  REQUIRE(rows.size() == 6);  // before, margin, two payrolls, after, difference
  CHECK(rows[0] + rows[1] + rows[2] + rows[3] == rows[4]);
  CHECK(rows[4] - rows[0] == rows[5]);
  CHECK(rows[5] != 0);
}

TEST_CASE("any two departments of any company have a waterfall that adds up, and back again") {
  std::size_t steps = 0;
  for (std::uint32_t number = 0; number < 60; ++number) {
    CAPTURE(number);
    models::Scenario scenario = any_company::company(number);
    any_company::Chooser choose(1000 + number);
    scenario.departments.items.push_back({"other", any_company::some_department(choose, scenario)});
    const models::DepartmentSystem one(scenario, 0, 7);
    const models::DepartmentSystem other(scenario, 1, 7);
    sim::Replications replications({&one, &other}, 2);
    replications.run_to(5);
    for (const auto& [from, to] : {std::pair{0U, 1U}, {1U, 0U}, {0U, 0U}}) {
      const analysis::Waterfall waterfall =
          analysis::result::waterfall_between(replications, {{"one", ""}, {"other", ""}}, "profit", from, to, {}, 5)
              .waterfall;
      std::int64_t sum = hundredths(waterfall.start);
      for (const analysis::Step& step : waterfall.steps) {
        sum += hundredths(step.mean);
        steps += step.mean != 0 ? 1 : 0;
      }
      CHECK(sum == hundredths(waterfall.end));
      if (from == to)
        for (const analysis::Step& step : waterfall.steps) CHECK(step.mean == 0);
    }
  }
  CHECK(steps > 500);
}

TEST_CASE("waterfalls between any two departments can be asked for, in every form") {
  const Arguments asked = roofing("compare") + Arguments{"--waterfall", "apart", "conveyor"};
  const Json one = Json::parse(good(asked + Arguments{"--format", "json"}).out);
  REQUIRE(one["waterfalls"].size() == 1);
  const Json& waterfall = one["waterfalls"][0];
  CHECK(waterfall["from"] == "apart");
  CHECK(waterfall["to"] == "conveyor");
  const Json two = Json::parse(good(asked + Arguments{"--waterfall", "conveyor", "apart", "--format", "json"}).out);
  REQUIRE(two["waterfalls"].size() == 2);
  CHECK(two["waterfalls"][0] == waterfall);
  CHECK(two["waterfalls"][1]["before"] == waterfall["after"]);
  CHECK(two["waterfalls"][1]["difference"]["low"].get<double>() ==
        doctest::Approx(-waterfall["difference"]["high"].get<double>()));
  const std::string text = good(asked).out;
  CHECK(contains(text, "apart → conveyor"));
  CHECK_FALSE(contains(text, "one_tier → "));
  CHECK(contains(text, " --waterfall apart conveyor\n"));
  // The table for other programs: a line for the difference and one for each step.
  std::istringstream csv(good(asked + Arguments{"--format", "csv"}).out);
  std::string line;
  std::getline(csv, line);
  CHECK(line == "from,to,step,sign,unit,mean,low,high");
  std::size_t lines = 0;
  for (; std::getline(csv, line); ++lines) CHECK(line.starts_with("apart,conveyor,"));
  CHECK(lines == waterfall["steps"].size() + 1);
}

TEST_CASE("waterfalls that cannot be are refused") {
  const auto error = [](const Arguments& arguments) {
    const program::Outcome outcome = program::run(Arguments{"compare", program::first_steps} + arguments);
    CHECK(outcome.code == 2);
    return outcome.err;
  };
  CHECK(contains(error({"--waterfall", "one_teir", "lead_desk"}), "did you mean one_tier?"));
  CHECK(contains(error({"--waterfall", "one_tier", "one_tier"}), "two different departments"));
  CHECK(contains(error({"--waterfall", "one_tier"}), "--waterfall needs two values"));
  CHECK(contains(error({"--waterfall", "one_tier", "lead_desk", "--rows", "csv"}), "exclude each other"));
  CHECK(program::run({"run", program::first_steps, "--waterfall", "one_tier", "lead_desk"}).code == 2);
}
