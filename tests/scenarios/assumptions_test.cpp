#include "scenarios/format/assumptions.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "scenarios/format/defaults.hpp"
#include "scenarios/format/read.hpp"
#include "scenarios/format/variants.hpp"
#include "scenarios/format/write.hpp"

using scenarios::Assumption;

namespace {

const std::string company = R"(
format = 1
title = "What it rests on"
currency = "EUR"
start = 2026-01-01
horizon = "1 mo"
[segments.all]
order = { lognormal = { mean = { value = 500, low = 300, high = 900, source = "books", basis = "measured" }, cv = 0.5 } }
margin = "20 %"
[segments.all.inbound.web]
rate = { value = "10 / d", basis = "guess" }
season = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
[pipeline]
stages = ["call"]
[pipeline.call]
work = "10 min"
pass = "50 %"
[role_defaults]
switch = "5 min"
[departments.a.roles.seller]
staff = 2
does = ["call"]
pay = { base = 1000 }
[departments.b.roles.seller]
staff = 3
does = ["call"]
pay = { base = 2000 }
)";

std::vector<std::filesystem::path> shipped() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(SALESIM_SOURCE_DIR) / "scenarios"))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  return files;
}

std::set<std::string> departments_of(const models::Scenario& scenario) {
  std::set<std::string> names;
  for (const auto& [name, department] : scenario.departments.items) names.insert(name);
  return names;
}

std::map<std::string, Assumption> defaults_by_path(const std::string& text, const std::set<std::string>& departments) {
  std::map<std::string, Assumption> result;
  for (const Assumption& one : scenarios::defaults_of(scenarios::read_text(text, "company").scenario, departments)) {
    CHECK_MESSAGE(!result.contains(one.path), one.path);
    CHECK(one.basis == "default");
    CHECK_FALSE(one.said);
    result.emplace(one.path, one);
  }
  return result;
}

}  // namespace

TEST_CASE("assumptions are the figures of market, work and departments, with units and what is believed of them") {
  const models::Scenario scenario = scenarios::read_text(company, "company").scenario;
  const std::vector<Assumption> all = scenarios::assumptions_of(scenario, {"a", "b"});
  const std::vector<Assumption> expected{
      {"segments.all.order.lognormal.mean", "500", "money", "300", "900", "books", "measured"},
      {"segments.all.order.lognormal.cv", "0.5", "number", "", "", "", ""},
      {"segments.all.margin", "20 %", "", "", "", "", ""},
      {"segments.all.inbound.web.rate", "10 / d", "", "", "", "", "guess"},
      {"pipeline.call.work", "10 min", "", "", "", "", ""},
      {"pipeline.call.pass", "50 %", "", "", "", "", ""},
      {"departments.*.roles.*.switch", "5 min", "", "", "", "", ""},
      {"departments.a.roles.seller.pay.base", "1000", "money", "", "", "", ""},
      {"departments.b.roles.seller.pay.base", "2000", "money", "", "", "", ""},
  };
  REQUIRE(all.size() == expected.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    INFO(all[i].path, " ", all[i].value, " ", all[i].unit);
    CHECK(all[i] == expected[i]);
  }
}

TEST_CASE("departments that are not asked about assume nothing") {
  const models::Scenario scenario = scenarios::read_text(company, "company").scenario;
  for (const Assumption& one : scenarios::assumptions_of(scenario, {"a"}))
    CHECK(one.path.find(".b.") == std::string::npos);
}

TEST_CASE("every belief of every shipped scenario is among its assumptions") {
  for (const std::filesystem::path& file : shipped()) {
    const models::Scenario scenario = scenarios::read_file(file.string()).scenario;
    const std::vector<Assumption> all = scenarios::assumptions_of(scenario, departments_of(scenario));
    std::size_t sourced = 0;
    for (const auto& known : scenario.beliefs) {
      const std::string& path = known.first;
      const models::Belief& belief = known.second;
      const bool there = std::any_of(all.begin(), all.end(), [&](const Assumption& one) {
        const std::size_t last = one.path.find_last_of("*");
        const bool named = last == std::string::npos ? one.path == path : path.ends_with(one.path.substr(last + 1));
        return named && one.source == belief.source;
      });
      CHECK_MESSAGE(there, file.filename().string(), ": ", path);
      if (!belief.source.empty()) ++sourced;
    }
    CHECK_MESSAGE((scenario.beliefs.empty() || sourced > 0), file.filename().string());
    // A bare number has its unit.
    for (const Assumption& one : all)
      if (one.value.find_first_not_of("0123456789.-") == std::string::npos)
        CHECK_MESSAGE(!one.unit.empty(), file.filename().string(), ": ", one.path);
  }
}

TEST_CASE("what a scenario leaves out is among its defaults, with the value that then counts") {
  const auto all = defaults_by_path(company, {"a", "b"});
  const auto value = [&](const std::string& path) {
    return all.contains(path) ? all.at(path).value + " " + all.at(path).unit : "none such";
  };
  CHECK(value("segments.all.fit") == "100 % ");
  CHECK(value("segments.all.repeat") == "false ");
  CHECK(value("segments.all.inbound.web.dispersion") == "1 factor");
  CHECK(value("segments.all.inbound.web.cost") == "0 money");
  CHECK(value("pipeline.call.attempts") == "1 attempts");
  CHECK(value("pipeline.call.patience") == "false ");
  CHECK(value("pipeline.call.interruptible") == "false ");
  CHECK(value("departments.*.transfer.loss") == "0 % ");
  CHECK(value("departments.*.roles.*.speed") == "1 factor");
  CHECK(value("departments.*.roles.*.ramp") == "false ");
  CHECK(value("departments.*.roles.*.pay.on_top") == "0 % ");
  for (const char* said : {"segments.all.margin", "segments.all.order", "pipeline.call.pass", "pipeline.call.work",
                           "departments.*.roles.*.switch", "departments.*.roles.*.pay.base"})
    CHECK_MESSAGE(!all.contains(said), said);
  // What there is none of: cold calls, clients, a ramp. What is asked about: how long, and who is there when.
  for (const char* absent :
       {"cold_call", "departments.*.roles.*.pause", "segments.all.repeat.initiative", "service.contact",
        "departments.*.roles.*.ramp.from", "horizon", "departments.*.roles.*.staff", "departments.*.roles.*.rented",
        "departments.*.roles.*.head"})
    CHECK_MESSAGE(!all.contains(absent), absent);
}

TEST_CASE("a default that one of two roles says is that of the other alone") {
  std::string text = company;
  const std::string other = "pay = { base = 2000 }";
  text.replace(text.find(other), other.size(), "speed = 1.2\n" + other);
  const auto all = defaults_by_path(text, {"a", "b"});
  CHECK_FALSE(all.contains("departments.*.roles.*.speed"));
  CHECK(all.contains("departments.a.roles.seller.speed"));
  CHECK_FALSE(all.contains("departments.b.roles.seller.speed"));
  CHECK(defaults_by_path(text, {"b"}).count("departments.a.roles.seller.speed") == 0);
}

TEST_CASE("a default of one segment alone stands under its name") {
  std::string text = company;
  text.replace(text.find("pass = \"50 %\""), 13, "pass = { all = \"50 %\" }");
  text += "[segments.more.inbound.web]\nrate = \"1 / d\"\n";
  const auto all = defaults_by_path(text, {"a"});
  CHECK(all.contains("pipeline.call.pass.more"));
  CHECK_FALSE(all.contains("pipeline.call.pass.all"));
  CHECK_FALSE(all.contains("pipeline.call.pass"));
  CHECK(all.contains("pipeline.call.show"));
  CHECK(all.contains("segments.*.fit"));
}

TEST_CASE("saying the defaults of shipped scenarios changes nothing") {
  std::size_t said = 0;
  for (const std::filesystem::path& file : shipped()) {
    const scenarios::Variants variants = scenarios::Variants::of_file(file.string());
    const models::Scenario& scenario = variants.loaded().scenario;
    for (const Assumption& one : scenarios::defaults_of(scenario, departments_of(scenario))) {
      if (one.path.find('*') != std::string::npos) continue;
      INFO(file.filename().string(), ": ", one.path, "=", one.value);
      CHECK(scenarios::hash(variants.with({one.path + "=" + one.value})) == scenarios::hash(scenario));
      ++said;
    }
  }
  CHECK(said > 100);
}
