#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "app/output/table.hpp"
#include "app/output/width.hpp"
#include "tests/app/program.hpp"

/// Single persons, as people and programs read of them.
namespace {

using Json = nlohmann::ordered_json;
using program::Arguments;
using program::contains;
using program::good;
using program::short_run;
using program::operator+;

const Arguments wholesale{"run",
                          "scenarios/wholesale.toml",
                          "--department",
                          "assistants",
                          "--set",
                          "horizon=6 mo",
                          "--set",
                          "warm_up=2 mo",
                          "--replications",
                          "3",
                          "--quiet"};

Json department(const Arguments& arguments, const char* name) {
  return Json::parse(good(arguments + Arguments{"--format", "json"}).out)["departments"][name];
}

}  // namespace

TEST_CASE("single persons are measured where they are asked for, and nothing else changes") {
  Json plain = department(short_run("run", 4), "one_tier");
  Json with = department(short_run("run", 4) + Arguments{"--people"}, "one_tier");
  CHECK_FALSE(plain["measures"].contains("earnings.seller.1"));
  for (const char* name : {"earnings.seller.1", "earnings.seller.2", "idle_share.seller.1", "time_share.seller.2.meet",
                           "employed.seller.1", "holders.seller.1", "tenure_left.seller.1", "tenure_there.seller.1",
                           "earnings_spread.seller", "idle_share_spread.seller"})
    CHECK_MESSAGE(with["measures"].contains(name), name);
  for (const auto& [name, estimate] : plain["measures"].items()) CHECK(with["measures"][name] == estimate);
  CHECK(plain["months"] == with["months"]);
}

TEST_CASE("persons add up to their role in the answer") {
  const Json measures = department(wholesale + Arguments{"--people"}, "assistants")["measures"];
  const auto mean = [&](const std::string& name) { return measures[name]["mean"].get<double>(); };
  for (const std::string role : {"manager", "assistant"}) {
    double months = 0;
    double pay = 0;
    for (int seat = 1; measures.contains("holders." + role + "." + std::to_string(seat)); ++seat) {
      const std::string who = role + "." + std::to_string(seat);
      months += mean("employed." + who);
      pay += mean("earnings." + who) * mean("employed." + who);
      double shares = mean("idle_share." + who);
      for (const auto& [name, estimate] : measures.items())
        if (name.starts_with("time_share." + who + ".")) shares += estimate["mean"].get<double>();
      CHECK(shares == doctest::Approx(1).epsilon(1e-9));
    }
    CHECK(months > 5);
    CHECK(pay / months == doctest::Approx(mean("earnings." + role)).epsilon(1e-9));
    CHECK(mean("earnings_spread." + role) > 0);
  }
}

TEST_CASE("the text shows persons seat by seat, with their spread") {
  CHECK_FALSE(contains(good(wholesale).out, "person by person"));
  const std::string text = good(wholesale + Arguments{"--people"}).out;
  CHECK(contains(text, "assistants person by person"));
  for (const char* label : {"\n  manager 1 ", "\n  manager 6 ", "\n  assistant 2 ", "\n    spread "})
    CHECK_MESSAGE(contains(text, label), label);
  CHECK_FALSE(contains(text, "manager 7"));
  CHECK(contains(text, "Persons are seats"));
  CHECK(contains(text, " --people "));
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    const std::string line = text.substr(begin, end - begin);
    CHECK_MESSAGE((app::display_width(line) <= app::report_width || line.starts_with("  salesim ")), line);
    CHECK_MESSAGE(!line.ends_with(' '), line);
    begin = end + 1;
  }
  const std::string csv = good(wholesale + Arguments{"--people", "--format", "csv"}).out;
  CHECK(contains(csv, "\nassistants,,earnings.manager.1,RUB,"));
  CHECK(contains(good(wholesale + Arguments{"--people", "--rows", "csv"}).out, ",holders.assistant.2,people,"));
}

TEST_CASE("a folded table breaks its headings, leaves out what is empty, and goes on below") {
  CHECK(
      app::folded_table({{"", "earns a month", "nothing", "idle"}, {"one", "1,234", "", "5"}, {"two", "8", "", ""}}) ==
      "        earns\n"
      "            a\n"
      "        month   idle\n"
      "  one   1,234      5\n"
      "  two       8\n");
  const std::string wide(60, 'x');
  CHECK(app::folded_table({{"", wide, wide}, {"one", "1", "2"}, {"two", "3", ""}}) ==
        "        " + wide + "\n  one   " + std::string(59, ' ') + "1\n  two   " + std::string(59, ' ') +
            "3\n\n        " + wide + "\n  one   " + std::string(59, ' ') + "2\n");
}
