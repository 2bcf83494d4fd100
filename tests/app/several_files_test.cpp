#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "app/same_market.hpp"
#include "scenarios/format/read.hpp"
#include "tests/app/program.hpp"

namespace {

using Json = nlohmann::ordered_json;
using program::Arguments;
using program::contains;
using program::Folder;
using program::good;
using program::operator+;

/// Variants of the first steps in files that extend it.
std::string variant(const Folder& folder, const std::string& name, const std::string& text) {
  const std::string base = std::string(SALESIM_SOURCE_DIR) + "/" + program::first_steps;
  program::write(folder / name, "extends = \"" + base + "\"\nhorizon = \"2 mo\"\nwarm_up = \"0 d\"\n" + text);
  return folder / name;
}

Json answer(const Arguments& arguments) {
  return Json::parse(good(arguments + Arguments{"--replications", "6", "--format", "json", "--quiet"}).out);
}

models::Scenario scenario(const std::string& file, const Arguments& sets) {
  return scenarios::read_file(std::string(SALESIM_SOURCE_DIR) + "/" + file, sets).scenario;
}

}  // namespace

TEST_CASE("departments of several files are compared on the same customers") {
  const Folder folder;
  const std::string a = variant(folder, "small.toml", "title = \"Small\"\n");
  const std::string b =
      variant(folder, "large.toml", "title = \"Large\"\n[departments.one_tier.roles.seller]\nstaff = 6\n");
  const Json both = answer({"compare", a, b});
  CHECK(both["departments"].size() == 4);
  CHECK(both["scenario"]["title"] == "Small / Large");
  CHECK(both["scenario"]["hash"].get<std::string>().size() == 33);
  CHECK(both["comparison"]["baseline"] == "small:one_tier");
  // As each file alone says.
  CHECK(both["departments"]["small:one_tier"] == answer({"run", a})["departments"]["one_tier"]);
  CHECK(both["departments"]["large:one_tier"] == answer({"run", b})["departments"]["one_tier"]);
  // Same customers: as many leads in every replication.
  CHECK(both["departments"]["small:one_tier"]["measures"]["leads"] ==
        both["departments"]["large:one_tier"]["measures"]["leads"]);
  // What is the same in both files differs in nothing.
  const Json& same = both["departments"];
  CHECK(same["small:lead_desk"] == same["large:lead_desk"]);

  const Json chosen = answer({"compare", a, b, "--department", "one_tier", "--baseline", "large:one_tier"});
  CHECK(chosen["departments"].size() == 2);
  CHECK(chosen["comparison"]["baseline"] == "large:one_tier");
  const Json one = answer({"compare", a, b, "--department", "large:one_tier", "--department", "small:lead_desk"});
  CHECK(one["departments"].size() == 2);
}

TEST_CASE("files of the same name are told apart by their paths") {
  const Folder folder;
  std::filesystem::create_directory(folder / "a");
  std::filesystem::create_directory(folder / "b");
  const std::string a = variant(folder, "a/x.toml", "");
  const std::string b = variant(folder, "b/x.toml", "");
  CHECK(answer({"compare", a, b})["departments"].contains(b + ":one_tier"));
}

TEST_CASE("files whose markets differ are refused with the first difference, unless they are unpaired") {
  const Folder folder;
  const std::string a = variant(folder, "a.toml", "");
  const std::string b = variant(folder, "b.toml", "[pipeline.meet]\npass = \"40 %\"\n");
  const program::Outcome outcome = program::run({"compare", a, b});
  CHECK(outcome.code == 2);
  CHECK(outcome.out.empty());
  CHECK(contains(outcome.err, "pipeline.meet.pass is \"35 %\" in the first and \"40 %\" in the second"));
  CHECK(contains(outcome.err, "--unpaired"));

  const Json unpaired = answer({"compare", a, b, "--unpaired"});
  CHECK(unpaired["comparison"]["paired"] == false);
  CHECK(unpaired["comparison"]["differences"]["b:one_tier"]["correlation"].is_null());
  CHECK(contains(good({"compare", a, b, "--unpaired", "--replications", "3"}).out, "b:one_tier: --seed 3"));
}

TEST_CASE("unpaired departments have customers of their own, and say by which seed") {
  const Arguments shorter{"--set", "horizon=2 mo", "--set", "warm_up=0 d"};
  const Json document = answer(Arguments{"compare", program::first_steps, "--unpaired", "--seed", "9"} + shorter);
  const Json& departments = document["departments"];
  CHECK(departments["one_tier"]["measures"]["leads"] != departments["lead_desk"]["measures"]["leads"]);
  CHECK_FALSE(departments["one_tier"].contains("seed"));
  REQUIRE(departments["lead_desk"]["seed"] == 10);
  const Json own = answer(Arguments{"run", program::first_steps, "--seed", "10"} + shorter);
  CHECK(departments["lead_desk"]["measures"] == own["departments"]["lead_desk"]["measures"]);
  // Leaving others out changes no seed.
  const Json alone = answer(
      Arguments{"compare", program::first_steps, "--unpaired", "--seed", "9", "--department", "lead_desk"} + shorter);
  CHECK(alone["departments"]["lead_desk"] == departments["lead_desk"]);
}

TEST_CASE("a command without --unpaired does not advise it, but the command that has it") {
  const program::Outcome outcome =
      program::run({"select", program::first_steps, "scenarios/lead_desk.toml", "--delta", "5", "--quiet"});
  CHECK(outcome.code == 2);
  CHECK(program::contains(outcome.err, "in the second; `salesim compare --unpaired` compares them all the same"));
}

TEST_CASE("what decides who comes and what he wants is the market, and nothing else is") {
  const models::Scenario plain = scenario(program::first_steps, {});
  const auto difference = [&](const std::string& set) {
    return app::market_difference(plain, scenario(program::first_steps, {set}));
  };
  for (const char* set :
       {"horizon=11 mo", "warm_up=1 mo", "run_out=40 d", "start=2026-02-01", "currency=USD", "calendar.days=mon-sat",
        "segments.customers.fit=50%", "segments.customers.order=1000", "segments.customers.inbound.web.rate=20 / d",
        "segments.customers.inbound.web.cost=26", "pipeline.qualify.half_life=3 wh", "pipeline.meet.show=81%"}) {
    const std::string path = std::string(set).substr(0, std::string(set).find('='));
    const auto found = difference(set);
    REQUIRE_MESSAGE(found.has_value(), set);
    CHECK_MESSAGE(found->path.starts_with(path), set << " gives " << found->path);
  }
  for (const char* set : {"title=Another", "segments.customers.title=People", "pipeline.meet.title=Talk",
                          "departments.one_tier.roles.seller.staff=9", "departments.lead_desk=false",
                          "departments.one_tier.work.meet.pass=90%"})
    CHECK_MESSAGE(!difference(set), set);
}
