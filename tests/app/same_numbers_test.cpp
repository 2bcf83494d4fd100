#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/app/program.hpp"

namespace {

using Json = nlohmann::ordered_json;
using program::Arguments;
using program::good;
using program::short_run;
using program::operator+;

Json answer(const Arguments& arguments) { return Json::parse(good(arguments + Arguments{"--format", "json"}).out); }

}  // namespace

TEST_CASE("any number of threads gives the same bytes") {
  for (const char* format : {"json", "text", "csv"}) {
    const Arguments arguments = short_run("compare", 15) + Arguments{"--format", format, "--threads"};
    const std::string one = good(arguments + Arguments{"1"}).out;
    CHECK(one.size() > 1000);
    CHECK(one == good(arguments + Arguments{"2"}).out);
    CHECK(one == good(arguments + Arguments{"7"}).out);
  }
}

TEST_CASE("any number of threads stops at the same replication when a precision is wanted") {
  Arguments arguments{"compare", program::first_steps, "--set", "horizon=1 mo", "--set", "warm_up=0 d",
                      "--quiet", "--precision",        "12%",   "--format",     "json",  "--threads"};
  const std::string one = good(arguments + Arguments{"1"}).out;
  CHECK(Json::parse(one)["replications"].get<int>() > 30);
  CHECK(one == good(arguments + Arguments{"7"}).out);
}

TEST_CASE("a department alone has the numbers that it has among others") {
  const Json all = answer(short_run("compare", 8));
  const Json alone = answer(short_run("compare", 8) + Arguments{"--department", "lead_desk"});
  CHECK(alone["departments"]["lead_desk"] == all["departments"]["lead_desk"]);
  const Json run = answer(short_run("run", 8) + Arguments{"--department", "lead_desk"});
  CHECK(run["departments"]["lead_desk"] == all["departments"]["lead_desk"]);
}

TEST_CASE("another seed gives other numbers, the same seed the same") {
  const std::string one = good(short_run("run", 4) + Arguments{"--format", "json", "--seed", "1"}).out;
  CHECK(one == good(short_run("run", 4) + Arguments{"--format", "json"}).out);
  const Json other = answer(short_run("run", 4) + Arguments{"--seed", "2"});
  CHECK(other["departments"]["one_tier"]["measures"]["revenue"]["mean"] !=
        Json::parse(one)["departments"]["one_tier"]["measures"]["revenue"]["mean"]);
}

TEST_CASE("a value that is set changes the answer, and only where it matters") {
  const Json plain = answer(short_run("run", 6));
  const Json changed =
      answer(short_run("run", 6) + Arguments{"--set", "departments.lead_desk.roles.desk.pay.base=9000"});
  CHECK(plain["departments"]["one_tier"] == changed["departments"]["one_tier"]);
  const auto measure = [](const Json& document, const char* name) {
    return document["departments"]["lead_desk"]["measures"][name]["mean"].get<double>();
  };
  CHECK(measure(plain, "revenue") == measure(changed, "revenue"));
  // Two months of (9000 - 2200) and 25 % on top.
  CHECK(measure(changed, "payroll") - measure(plain, "payroll") == doctest::Approx(2 * 6800 * 1.25));
  CHECK(plain["scenario"]["hash"] != changed["scenario"]["hash"]);
}

TEST_CASE("a narrower confidence gives narrower intervals about the same means") {
  const Json wide = answer(short_run("run", 10) + Arguments{"--confidence", "99%"});
  const Json narrow = answer(short_run("run", 10) + Arguments{"--confidence", "0.5"});
  CHECK(wide["confidence"] == 0.99);
  const Json& a = wide["departments"]["one_tier"]["measures"]["profit"];
  const Json& b = narrow["departments"]["one_tier"]["measures"]["profit"];
  CHECK(a["mean"] == b["mean"]);
  CHECK(a["low"] < b["low"]);
  CHECK(a["high"] > b["high"]);
}

TEST_CASE("the baseline and the measure of a comparison can be chosen") {
  const Json document =
      answer(short_run("compare", 6) + Arguments{"--baseline", "lead_desk", "--measure", "wait.qualify.mean"});
  CHECK(document["comparison"]["baseline"] == "lead_desk");
  CHECK(document["comparison"]["measure"] == "wait.qualify.mean");
  CHECK(document["comparison"]["unit"] == "min");
  CHECK(document["comparison"]["larger_is_better"] == false);
  CHECK(document["comparison"]["differences"].contains("one_tier"));
}

TEST_CASE("names that the scenario does not have are refused with those that it has") {
  const program::Outcome department = program::run({"run", program::first_steps, "--department", "lead_deks"});
  CHECK(department.code == 2);
  CHECK(program::contains(department.err, "there are: one_tier, lead_desk; did you mean lead_desk?"));
  const program::Outcome baseline = program::run({"compare", program::first_steps, "--baseline", "onetier"});
  CHECK(baseline.code == 2);
  CHECK(program::contains(baseline.err, "did you mean one_tier?"));
  const program::Outcome left_out =
      program::run({"compare", program::first_steps, "--baseline", "one_tier", "--department", "lead_desk"});
  CHECK(left_out.code == 2);
  const program::Outcome measure = program::run({"compare", program::first_steps, "--measure", "proft"});
  CHECK(measure.code == 2);
  CHECK(program::contains(measure.err, "did you mean profit?"));
  const program::Outcome one_sided = program::run({"compare", program::first_steps, "--measure", "headcount.desk"});
  CHECK(one_sided.code == 2);
  CHECK(program::contains(one_sided.err, "exists only for lead_desk, not for one_tier"));
}
