#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/app/program.hpp"

/// `salesim sensitivity`
namespace {

using Json = nlohmann::ordered_json;
using program::Arguments;
using program::contains;
using program::operator+;

/// Two months of the first steps.
Arguments short_sensitivity(const Arguments& more) {
  return Arguments{"sensitivity", program::first_steps, "--set", "horizon=2 mo", "--set", "warm_up=0 d", "--quiet"} +
         more;
}

Json json(const Arguments& more) {
  return Json::parse(program::good(short_sensitivity(more + Arguments{"--format", "json"})).out);
}

/// What is said of a wrong command; it must be refused.
std::string refusal(const Arguments& more) {
  const program::Outcome outcome = program::run(short_sensitivity(more));
  CHECK(outcome.code == 2);
  CHECK(outcome.out.empty());
  return outcome.err;
}

}  // namespace

TEST_CASE("ends of a tornado are what a run says that has these values") {
  const Json answer =
      json({"--department", "lead_desk", "--range", "pipeline.meet.pass=30%..50%", "--replications", "6"});
  const Json& tornado = answer["sensitivity"]["tornado"];
  const auto profit = [](const std::string& pass) {
    return Json::parse(program::good({"run", program::first_steps, "--set", "horizon=2 mo", "--set", "warm_up=0 d",
                                      "--set", "pipeline.meet.pass=" + pass, "--replications", "6", "--department",
                                      "lead_desk", "--format", "json", "--quiet"})
                           .out)["departments"]["lead_desk"]["measures"]["profit"]["mean"]
        .get<double>();
  };
  const Json& bar = tornado["bars"][0];
  CHECK(bar["low"]["at"] == 30);
  CHECK(bar["low"]["answer"].get<double>() == doctest::Approx(profit("30%")));
  CHECK(bar["high"]["answer"].get<double>() == doctest::Approx(profit("50%")));
  CHECK(answer["sensitivity"]["factors"][0]["unit"] == "%");
  CHECK(answer["sensitivity"]["spent"] == 18);
}

TEST_CASE("everything wrong with a sensitivity is said at once") {
  const std::string said = refusal({"--department", "lead_desk", "--measure", "profti", "--range",
                                    "pipeline.meat.pass=30%..50%", "--range", "pipeline.meet.pass=50%..30%", "--range",
                                    "pipeline.meet.pass=30%", "--range", "pipeline.qualify.pass=30%..140%"});
  CHECK(contains(said, "no measure \"profti\""));
  CHECK(contains(said, "did you mean profit"));
  CHECK(contains(said, "--range pipeline.meat.pass=30%..50%"));
  CHECK(contains(said, "did you mean \"meet\""));
  CHECK(contains(said, "the low end must be below the high one"));
  CHECK(contains(said, "--range takes path=low..high"));
  CHECK(contains(said, "\"pipeline.meet.pass\" is given twice"));
  CHECK(contains(said, "140 %"));
}
