#include "scenarios/format/assumptions.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "scenarios/format/read.hpp"

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
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(SALESIM_SOURCE_DIR) / "scenarios")) {
    if (entry.path().extension() != ".toml") continue;
    const models::Scenario scenario = scenarios::read_file(entry.path().string()).scenario;
    std::set<std::string> names;
    for (const auto& [name, department] : scenario.departments.items) names.insert(name);
    const std::vector<Assumption> all = scenarios::assumptions_of(scenario, names);
    std::size_t sourced = 0;
    for (const auto& known : scenario.beliefs) {
      const std::string& path = known.first;
      const models::Belief& belief = known.second;
      const bool there = std::any_of(all.begin(), all.end(), [&](const Assumption& one) {
        const std::size_t last = one.path.find_last_of("*");
        const bool named = last == std::string::npos ? one.path == path : path.ends_with(one.path.substr(last + 1));
        return named && one.source == belief.source;
      });
      CHECK_MESSAGE(there, entry.path().filename().string(), ": ", path);
      if (!belief.source.empty()) ++sourced;
    }
    CHECK_MESSAGE((scenario.beliefs.empty() || sourced > 0), entry.path().filename().string());
    // A bare number has its unit.
    for (const Assumption& one : all)
      if (one.value.find_first_not_of("0123456789.-") == std::string::npos)
        CHECK_MESSAGE(!one.unit.empty(), entry.path().filename().string(), ": ", one.path);
  }
}
