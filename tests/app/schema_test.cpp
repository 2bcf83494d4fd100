#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "app/output/json.hpp"
#include "tests/app/program.hpp"

/// The answer's JSON Schema, and answers against it.
namespace {

using Json = nlohmann::ordered_json;
using program::operator+;

bool is_of_type(const Json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  return type == "null" && value.is_null();
}

/// What is wrong with a value, by the words of JSON Schema that the program uses.
void validate(const Json& value, const Json& schema, const std::string& path, std::vector<std::string>& wrong) {
  if (schema.contains("anyOf")) {
    for (const Json& one : schema["anyOf"]) {
      std::vector<std::string> inner;
      validate(value, one, path, inner);
      if (inner.empty()) return;
    }
    wrong.push_back(path + ": is none of what is allowed");
    return;
  }
  const Json types = schema["type"].is_array() ? schema["type"] : Json::array({schema["type"]});
  bool fits = false;
  for (const Json& type : types) fits = fits || is_of_type(value, type.get<std::string>());
  if (!fits) {
    wrong.push_back(path + ": is no " + types.dump());
    return;
  }
  if (schema.contains("enum") && std::find(schema["enum"].begin(), schema["enum"].end(), value) == schema["enum"].end())
    wrong.push_back(path + ": is no word that is allowed");
  if (value.is_array())
    for (std::size_t i = 0; i < value.size(); ++i)
      validate(value[i], schema["items"], path + "/" + std::to_string(i), wrong);
  if (!value.is_object()) return;
  const Json properties = schema.value("properties", Json::object());
  for (const Json& key : schema.value("required", Json::array()))
    if (!value.contains(key.get<std::string>())) wrong.push_back(path + ": lacks " + key.get<std::string>());
  for (const auto& [key, item] : value.items()) {
    if (properties.contains(key))
      validate(item, properties[key], path + "/" + key, wrong);
    else if (schema["additionalProperties"].is_object())
      validate(item, schema["additionalProperties"], path + "/" + key, wrong);
    else
      wrong.push_back(path + ": has " + key);
  }
}

std::vector<std::string> wrong_with(const Json& document, const std::string& schema = app::json_schema()) {
  std::vector<std::string> wrong;
  validate(document, Json::parse(schema), "", wrong);
  return wrong;
}

void is_written(const std::string& schema, const std::string& name) {
  const std::string path = std::string(SALESIM_SOURCE_DIR) + "/docs/" + name;
  if (std::getenv("SALESIM_UPDATE") != nullptr) program::write(path, schema);
  CHECK_MESSAGE((program::read(path) == schema), "SALESIM_UPDATE=1 build/tests/test_app writes it anew");
}

}  // namespace

TEST_CASE("answers of the program have the form that the schema says") {
  for (const std::string command : {"run", "compare"}) {
    const Json document =
        Json::parse(program::good(program::short_run(command, 5) + program::Arguments{"--format", "json"}).out);
    for (const std::string& wrong : wrong_with(document)) FAIL_CHECK(command << wrong);
  }
  const Json wholesale =
      Json::parse(program::good({"compare", "scenarios/wholesale.toml", "--set", "horizon=2 mo", "--set", "warm_up=0 d",
                                 "--replications", "2", "--format", "json", "--quiet", "--target", "1e6"})
                      .out);
  for (const std::string& wrong : wrong_with(wholesale)) FAIL_CHECK("wholesale" << wrong);
}

TEST_CASE("answers of procedures have the form that the schema says") {
  const program::Arguments asked{"--set", "horizon=1 mo", "--set", "warm_up=0 d", "--format", "json", "--quiet"};
  const program::Arguments range{"--department",   "lead_desk", "--range", "pipeline.meet.pass=30%..50%",
                                 "--replications", "2"};
  std::vector<program::Arguments> commands{
      {"select", program::first_steps, "--delta", "1000", "--vary", "pipeline.meet.pass=30%,40%"}};
  for (const program::Arguments& method : {program::Arguments{"--method", "tornado"},
                                           {"--method", "morris", "--points", "2"},
                                           {"--method", "sobol", "--points", "2"},
                                           {"--method", "regression", "--points", "4"}})
    commands.push_back(program::Arguments{"sensitivity", program::first_steps} + range + method);
  for (const program::Arguments& command : commands) {
    const Json document = Json::parse(program::good(command + asked).out);
    for (const std::string& wrong : wrong_with(document)) FAIL_CHECK(command.front() << wrong);
  }
}

TEST_CASE("answers of map, breakeven and explain have the form that the schema says") {
  const program::Arguments shortly{program::first_steps, "--set", "horizon=2 mo", "--set", "warm_up=0 d",
                                   "--replications",     "4",     "--format",     "json",  "--quiet"};
  const std::string pass = "pipeline.meet.pass=20%..60%";
  for (const program::Arguments& command :
       {program::Arguments{"map"} + shortly +
            program::Arguments{"--x", pass, "--y", "pipeline.meet.show=50%..90%", "--columns", "4", "--rows", "3"},
        program::Arguments{"breakeven"} + shortly + program::Arguments{pass},
        program::Arguments{"explain"} + shortly + program::Arguments{"one_tier", "lead_desk"}}) {
    const Json document = Json::parse(program::good(command).out);
    REQUIRE(document.contains(command.front() == "explain" ? "explanation" : command.front()));
    for (const std::string& wrong : wrong_with(document)) FAIL_CHECK(command.front() << wrong);
  }
}

TEST_CASE("an uncertainty has the form that the schema says") {
  const Json document =
      Json::parse(program::good({"compare", program::first_steps, "--set", "horizon=14 d", "--set", "warm_up=0 d",
                                 "--uncertainty", "5", "--replications", "2", "--format", "json", "--quiet"})
                      .out);
  CHECK(document.contains("uncertainty"));
  for (const std::string& wrong : wrong_with(document)) FAIL_CHECK("uncertainty" << wrong);
}

TEST_CASE("an answer of another form is told where it is wrong") {
  Json document =
      Json::parse(program::good(program::short_run("compare", 3) + program::Arguments{"--format", "json"}).out);
  document["seed"] = "one";
  document["surprise"] = 1;
  document["departments"]["one_tier"]["measures"]["profit"].erase("mean");
  document["comparison"]["standings"]["resolved"] = nullptr;
  CHECK(wrong_with(document).size() == 4);
}

TEST_CASE("what check says has the form that its schema says, of good files and bad ones") {
  const program::Folder folder;
  program::write(folder / "bad.toml", "format = 1\nstrat = 2026-01-01\n");
  const program::Outcome outcome = program::run(
      {"check", program::first_steps, folder / "bad.toml", "scenarios/textbook/mm1.toml", "--format", "json"});
  CHECK(outcome.code == 2);
  CHECK(outcome.err.empty());
  const Json document = Json::parse(outcome.out);
  for (const std::string& wrong : wrong_with(document, app::json_schema_of_checks())) FAIL_CHECK(wrong);
  REQUIRE(document["files"].size() == 3);
  const Json& good = document["files"][0];
  CHECK(good["hash"].get<std::string>().size() == 16);
  CHECK(good["departments"]["one_tier"]["events"] > 100);
  CHECK(good["run"]["replications"] == 400);
  CHECK_FALSE(good.contains("problems"));
  const Json& bad = document["files"][1];
  CHECK_FALSE(bad.contains("hash"));
  CHECK_FALSE(bad.contains("run"));
  CHECK(bad["problems"][0]["line"].is_number());
  CHECK(document["files"][2]["warnings"].size() > 0);
}

TEST_CASE("docs/answers.schema.json is what the program declares") {
  is_written(app::json_schema(), "answers.schema.json");
}

TEST_CASE("docs/checks.schema.json is what the program declares") {
  is_written(app::json_schema_of_checks(), "checks.schema.json");
}
