#include <doctest/doctest.h>
#include <fmt/format.h>

#include <functional>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "analysis/result/result.hpp"
#include "app/output/json.hpp"
#include "tests/app/program.hpp"

namespace {

using Json = nlohmann::ordered_json;
using program::Arguments;
using program::good;
using program::short_run;
using program::operator+;

std::vector<std::string> keys_of(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

using Keys = std::vector<std::string>;

/// Two departments; the first has a number that is not there.
analysis::result::Result small_answer() {
  analysis::result::Result answer;
  answer.version = "9.9.9";
  answer.scenario_title = "Quotes \" and\nlines";
  answer.scenario_hash = "0123456789abcdef";
  answer.seed = 18446744073709551615U;
  answer.replications = 3;
  analysis::Estimate estimate;
  estimate.mean = 0.1;
  estimate.sd = 1e300;
  estimate.p05 = 5e-324;
  estimate.p50 = -0.0;
  estimate.p95 = 1234567.0;
  answer.systems.push_back({"one", "", {}, {{"profit", "EUR", "", estimate}}, {}, {}});
  return answer;
}

}  // namespace

TEST_CASE("the JSON of a comparison is what the contract says") {
  const Json document =
      Json::parse(good(short_run("compare", 12) + program::Arguments{"--format", "json", "--seed", "5"}).out);
  CHECK(keys_of(document) == Keys{"format", "salesim", "scenario", "command", "seed", "replications", "confidence",
                                  "departments", "distributions", "comparison", "waterfalls", "titles", "assumptions",
                                  "not_modelled"});
  CHECK(document["format"] == 1);
  CHECK(document["salesim"].is_string());
  CHECK(keys_of(document["scenario"]) == Keys{"title", "hash", "currency", "first_day", "last_day"});
  CHECK(document["scenario"]["currency"] == "EUR");
  CHECK(document["scenario"]["first_day"] == "2026-01-01");
  CHECK(document["scenario"]["last_day"] == "2026-02-28");
  CHECK(document["command"] ==
        "salesim compare scenarios/first_steps.toml --set 'horizon=2 mo' --set 'warm_up=0 d' "
        "--replications 12 --seed 5");
  // Every replication lies in one bin, and the bins hold the mean.
  for (const auto& [measure, spread] : document["distributions"].items())
    for (const auto& [department, bins] : spread["departments"].items()) {
      int replications = 0;
      double lowest = 0;
      double highest = 0;
      for (std::size_t b = 0; b < bins["counts"].size(); ++b) {
        const int count = bins["counts"][b].get<int>();
        replications += count;
        lowest += count * (spread["from"].get<double>() + static_cast<double>(b) * spread["width"].get<double>());
        highest += count * (spread["from"].get<double>() + static_cast<double>(b + 1) * spread["width"].get<double>());
      }
      const double mean = document["departments"][department]["measures"][measure]["mean"].get<double>();
      CHECK(replications == 12);
      CHECK(12 * mean >= lowest);
      CHECK(12 * mean <= highest);
    }
  CHECK(document["scenario"]["hash"].get<std::string>().size() == 16);
  CHECK(document["seed"] == 5);
  CHECK(document["replications"] == 12);
  CHECK(document["confidence"] == 0.95);

  CHECK(keys_of(document["departments"]) == Keys{"one_tier", "lead_desk"});
  for (const auto& [name, department] : document["departments"].items()) {
    CHECK(department["title"].is_string());
    for (const char* measure : {"revenue", "gross_margin", "payroll", "cost", "profit", "leads", "deals", "win_rate",
                                "cycle_time", "leads_lost.abandoned", "wait.meet.mean", "wait.meet.p90"})
      CHECK_MESSAGE(department["measures"].contains(measure), measure);
    for (const auto& [key_of_measure, estimate] : department["measures"].items()) {
      const std::string measure = key_of_measure;  // clang 14 lets no lambda capture a binding
      CHECK(keys_of(estimate) == Keys{"mean", "low", "high", "sd", "p05", "p50", "p95", "unit", "empty"});
      for (const char* key : {"mean", "low", "high", "sd", "p05", "p50", "p95"})
        CHECK_MESSAGE((estimate[key].is_number() || estimate[key].is_null()), measure << " " << key);
      CHECK(estimate["unit"].is_string());
      CHECK(estimate["empty"].is_number_unsigned());
    }
    const Json& profit = department["measures"]["profit"];
    CHECK(profit["unit"] == "EUR");
    CHECK(profit["low"] < profit["mean"]);
    CHECK(profit["mean"] < profit["high"]);
    REQUIRE(department["months"].size() == 2);
    CHECK(department["months"][0]["month"] == "2026-01");
    CHECK(department["months"][1]["month"] == "2026-02");
    for (const Json& month : department["months"])
      for (const auto& [measure, estimate] : month["measures"].items())
        CHECK(keys_of(estimate) == Keys{"mean", "low", "high", "p05", "p95"});
    // Sums over months are the whole: means are linear.
    double sum = 0;
    for (const Json& month : department["months"]) sum += month["measures"]["leads"]["mean"].get<double>();
    CHECK(sum == doctest::Approx(department["measures"]["leads"]["mean"].get<double>()));
  }

  const Json& comparison = document["comparison"];
  CHECK(comparison["measure"] == "profit");
  CHECK(comparison["baseline"] == "one_tier");
  CHECK(comparison["paired"] == true);
  CHECK(keys_of(comparison["differences"]) == Keys{"lead_desk"});
  const Json& difference = comparison["differences"]["lead_desk"];
  for (const char* key : {"mean", "low", "high", "correlation"}) CHECK(difference[key].is_number());
  const Json& departments = document["departments"];
  CHECK(difference["mean"].get<double>() ==
        doctest::Approx(departments["lead_desk"]["measures"]["profit"]["mean"].get<double>() -
                        departments["one_tier"]["measures"]["profit"]["mean"].get<double>()));
  CHECK(keys_of(comparison["best"]) == Keys{"one_tier", "lead_desk"});
  double shares = 0;
  for (const auto& [name, best] : comparison["best"].items()) {
    CHECK(keys_of(best) == Keys{"share_of_replications", "low", "high"});
    shares += best["share_of_replications"].get<double>();
  }
  CHECK(shares == doctest::Approx(1));
}

namespace {

/// A plan with something in each of its lists.
analysis::result::PlanResult small_plan() {
  analysis::result::DepartmentPlanResult department;
  department.department = "one_tier";
  department.roles.push_back({"seller", "Seller", true, {1}, {0}});
  department.actions.push_back({"2026-04-01", "sign", "seller", 1, "2026-04-15", "2026-09-30", false});
  department.quick.emplace_back().role = "seller";
  department.start = {{1}};
  department.requirements.emplace_back().measure = "win_rate";
  department.prices.push_back({"seller", {3}, 1, {}, 400, true});
  department.delays.push_back({2, 1, {}});
  department.plateau.push_back({{{2}}, {}});
  department.demands.push_back({"low", {"segments.retail.inbound.web.rate"}, {}, {}, {}, true, false, {{1}}});
  analysis::result::PlanResult plan;
  plan.objective = "profit";
  plan.budget = 100;
  plan.departments.push_back(std::move(department));
  return plan;
}

/// A study with something in each of its lists.
analysis::result::StudyResult small_study() {
  analysis::result::StudyResult study;
  study.titles.emplace_back("one", "One");
  study.factors.push_back({"horizon", "d", 1, 2, {"1 d"}});
  study.spread.departments.push_back({"one", {1}, 1, 1, 1, 1});
  study.best.emplace_back("one", 1);
  study.winners.push_back({0, {{"", 1, 2, 1, {1}, {1}}}});
  study.table.push_back({0, {"1 d"}, 0, {1}, 6});
  return study;
}

}  // namespace

TEST_CASE("docs/answers.md names every key of the document, and no other") {
  analysis::result::Result answer = small_answer();
  answer.precision = analysis::result::Precision{"profit", 0.01, 0.01, true};
  answer.interrupted = analysis::result::Interruption{3, 400};
  answer.warnings.emplace_back().code = "season_mean";
  answer.systems.front().seed = 7;
  answer.systems.front().notes.push_back({"no_interval", {"1"}});
  answer.plan = small_plan();
  answer.study = small_study();
  answer.titles.push_back({"stage", "meet", "Meeting"});
  std::set<std::string> keys;
  // Names of departments, measures, causes and who is lost are the scenario's, or listed elsewhere.
  const std::set<std::string> named{"departments", "measures", "differences", "best",          "causes", "candidates",
                                    "parts",       "roles",    "demands",     "distributions", "titles"};
  const std::function<void(const Json&, bool)> collect = [&](const Json& value, bool of_names) {
    if (value.is_object())
      for (const auto& [key, item] : value.items()) {
        if (!of_names) keys.insert(key);
        collect(item, named.contains(key) && !of_names);
      }
    if (value.is_array())
      for (const Json& item : value) collect(item, false);
  };
  collect(Json::parse(app::json_of(answer, app::Language::en)), false);
  collect(Json::parse(good({"compare", "scenarios/wholesale.toml", "--set", "horizon=2 mo", "--set", "warm_up=0 d",
                            "--replications", "2", "--format", "json", "--people"})
                          .out),
          false);
  for (const Arguments& command :
       {Arguments{"map", program::first_steps, "--x", "pipeline.meet.pass=20%..60%", "--y",
                  "pipeline.meet.show=50%..90%", "--columns", "4", "--rows", "3"},
        {"breakeven", program::first_steps, "departments.lead_desk.roles.desk.pay.base=0..9000"},
        {"explain", program::first_steps, "one_tier", "lead_desk"},
        {"select", program::first_steps, "--delta", "1000", "--vary", "pipeline.meet.pass=30%,40%"},
        {"compare", program::first_steps, "--uncertainty", "2"},
        {"sensitivity", program::first_steps, "--department", "one_tier", "--against", "lead_desk"},
        {"sensitivity", program::first_steps, "--department", "one_tier", "--method", "morris", "--points", "2"},
        {"sensitivity", program::first_steps, "--department", "one_tier", "--method", "sobol", "--points", "2"},
        {"sensitivity", program::first_steps, "--department", "one_tier", "--method", "regression", "--points", "4"}})
    collect(Json::parse(good(command + Arguments{"--set", "horizon=1 mo", "--set", "warm_up=0 d", "--replications", "2",
                                                 "--format", "json"})
                            .out),
            false);
  const program::Folder folder;
  program::write(folder / "bad.toml", "format = 1\n");
  collect(Json::parse(program::run({"check", program::first_steps, folder / "bad.toml", "--format", "json"}).out),
          false);
  CHECK(keys.size() > 50);
  const std::string page = program::read(std::string(SALESIM_SOURCE_DIR) + "/docs/answers.md");
  const std::string json = page.substr(0, page.find("## CSV"));
  for (const std::string& key : keys) CHECK_MESSAGE(program::contains(json, "`" + key + "`"), key);
  // The first cell of each row of its tables is keys.
  std::size_t rows = 0;
  for (std::size_t at = json.find("\n| `"); at != std::string::npos; at = json.find("\n| `", at + 1)) {
    const std::string cell = json.substr(at + 3, json.find(" |", at + 3) - at - 3);
    for (std::size_t i = cell.find('`'); i != std::string::npos; i = cell.find('`', i + 1)) {
      const std::size_t end = cell.find('`', i + 1);
      const std::string key = cell.substr(i + 1, end - i - 1);
      CHECK_MESSAGE(keys.contains(key), key);
      i = end;
      ++rows;
    }
  }
  CHECK(rows > 15);
}

TEST_CASE("a run compares nothing, and a comparison of one department neither") {
  const Json run = Json::parse(good(short_run("run", 3) + program::Arguments{"--format", "json"}).out);
  CHECK_FALSE(run.contains("comparison"));
  CHECK(run["departments"].size() == 2);
  const Json alone = Json::parse(
      good(short_run("compare", 3) + program::Arguments{"--format", "json", "--department", "lead_desk"}).out);
  CHECK_FALSE(alone.contains("comparison"));
  CHECK(alone["departments"].size() == 1);
}

TEST_CASE("one replication has no intervals, and the document says null and why") {
  const Json document = Json::parse(good(short_run("run", 1) + program::Arguments{"--format", "json"}).out);
  const Json& department = document["departments"]["one_tier"];
  CHECK(department["measures"]["profit"]["mean"].is_number());
  CHECK(department["measures"]["profit"]["low"].is_null());
  CHECK(department["notes"][0]["code"] == "no_interval");
}

TEST_CASE("numbers in JSON read back to the same double and are as short as they can be") {
  const std::string text = app::json_of(small_answer(), app::Language::en);
  CHECK(program::contains(text,
                          "\"mean\": 0.1, \"low\": null, \"high\": null, \"sd\": 1e+300, \"p05\": 5e-324, "
                          "\"p50\": -0, \"p95\": 1234567, \"unit\": \"EUR\", \"empty\": 0 }"));
  const Json document = Json::parse(text);
  CHECK(document["seed"] == 18446744073709551615U);
  CHECK(document["scenario"]["title"] == "Quotes \" and\nlines");
  CHECK(document["departments"]["one"]["measures"]["profit"]["p05"] == 5e-324);
}

TEST_CASE("a precision, warnings, an interruption and other seeds stand in the document where they are") {
  analysis::result::Result answer = small_answer();
  answer.precision = analysis::result::Precision{"profit", 0.01, analysis::absent, false};
  answer.interrupted = analysis::result::Interruption{3, 400};
  sim::Problem& warning = answer.warnings.emplace_back();
  warning.code = "season_mean";
  warning.place = {"a.toml", 3, 4};
  warning.path = "segments.x.inbound.y.season";
  warning.arguments = {"1.2"};
  warning.warning = true;
  answer.systems.front().seed = 7;
  const Json document = Json::parse(app::json_of(answer, app::Language::en));
  CHECK(document["precision"]["wanted"] == 0.01);
  CHECK(document["precision"]["reached"].is_null());
  CHECK(document["precision"]["resolved"] == false);
  CHECK(document["interrupted"]["done"] == 3);
  CHECK(document["interrupted"]["wanted"] == 400);
  CHECK(document["warnings"][0]["code"] == "season_mean");
  CHECK(document["warnings"][0]["line"] == 3);
  CHECK(document["warnings"][0]["message"].get<std::string>().starts_with("a.toml:3:4: "));
  CHECK(document["departments"]["one"]["seed"] == 7);
}
