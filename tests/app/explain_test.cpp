#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "app/output/explanation.hpp"
#include "tests/app/program.hpp"

/// `salesim explain`
namespace {

using Json = nlohmann::ordered_json;
using program::Arguments;
using program::contains;
using program::operator+;
using program::shortly;

Json explanation(const Arguments& more) {
  return Json::parse(program::good(shortly("explain", more + Arguments{"--format", "json"})).out)["explanation"];
}

std::string refusal(const Arguments& more) {
  const program::Outcome outcome = program::run(shortly("explain", more));
  CHECK(outcome.code == 2);
  CHECK(outcome.out.empty());
  return outcome.err;
}

double profit(const std::string& department, const Arguments& sets) {
  return Json::parse(program::good(shortly("run", sets + Arguments{"--replications", "6", "--department", department,
                                                                   "--format", "json"}))
                         .out)["departments"][department]["measures"]["profit"]["mean"]
      .get<double>();
}

/// A text as if it were one long line.
std::string unwrapped(std::string text) {
  for (char& c : text)
    if (c == '\n') c = ' ';
  return text;
}

}  // namespace

TEST_CASE("the whole of an explanation is what a comparison says, and its parts add up to it") {
  const Json answer = explanation({"one_tier", "lead_desk", "--replications", "6"});
  CHECK(answer["exact"] == true);
  CHECK(answer["department"] == "lead_desk");
  CHECK(answer["against"] == "one_tier");
  const double whole = answer["whole"]["value"].get<double>();
  CHECK(whole == doctest::Approx(profit("lead_desk", {}) - profit("one_tier", {})));
  double sum = answer["rest"]["value"].get<double>();
  for (const auto& [name, part] : answer["parts"].items()) sum += part["value"].get<double>();
  CHECK(sum == doctest::Approx(whole).epsilon(1e-9));
  // Two departments, every combination of the mechanisms, six times.
  CHECK(answer["spent"] == 12 * (1 << answer["parts"].size()));
}

TEST_CASE("the other way round every part has the other sign") {
  const Json there = explanation({"one_tier", "lead_desk", "--replications", "3"});
  const Json back = explanation({"lead_desk", "one_tier", "--replications", "3"});
  CHECK(there["whole"]["value"].get<double>() == doctest::Approx(-back["whole"]["value"].get<double>()));
  for (const auto& [name, part] : there["parts"].items())
    CHECK(part["value"].get<double>() == doctest::Approx(-back["parts"][name]["value"].get<double>()));
}

TEST_CASE("with two departments in the scenario their names may be left out") {
  const Json answer = explanation({"--replications", "2"});
  CHECK(answer["against"] == "one_tier");
  CHECK(answer["department"] == "lead_desk");
}

TEST_CASE("parts as printed add up to the last digit, largest first, and what is within chance is marked") {
  analysis::result::ExplanationResult result;
  result.measure = "profit";
  result.unit = "EUR";
  result.system = "new";
  result.against = "old";
  result.mechanisms = {"M4", "M12", "M19"};
  // 1001.25 = 300.45 + 200.4 + 500.4: each rounded by itself they are 300 + 200 + 500, but the whole is 1001, so that
  // the one with the largest remainder is rounded up.
  result.explanation.whole = {1001.25, {900, 1100}};
  result.explanation.rest = {300.45, {200, 400}};
  result.explanation.parts = {{200.4, {-10, 410}}, {500.4, {400, 600}}, {0, {0, 0}}};
  const std::string text = app::explanation_text(result, 0.95, app::Language::en);
  const auto at = [&](const std::string& part) {
    const std::size_t place = text.find(part);
    CHECK_MESSAGE(place != std::string::npos, part, "\n", text);
    return place;
  };
  CHECK(at("Who does what and how many") < at("M12 Impatience and overload"));
  CHECK(at("M12 Impatience and overload") < at("M4 Neglect"));
  CHECK(at("M4 Neglect") < at("All together"));
  CHECK_FALSE(contains(text, "M19"));
  CHECK(contains(text, "+301"));
  CHECK(contains(text, "+500"));
  CHECK(contains(text, "+200"));
  CHECK(contains(text, "+1,001"));
  CHECK(contains(text, "-10 … +410  "));
  CHECK(contains(unwrapped(text), "What counts most for new: M12 Impatience and overload (+500); Who does what"));
  const std::string csv = app::explanation_csv(result);
  CHECK(csv.starts_with("part,unit,value,low,high\nwhole,EUR,1001.25,900,1100\nrest,EUR,300.45,200,400\n"));
}

TEST_CASE("two departments that do the same differ by nothing") {
  const std::string text = program::good(shortly("explain", {"--measure", "leads", "--replications", "2"})).out;
  CHECK(contains(text, "lead_desk and one_tier are the same."));
}

TEST_CASE("everything wrong with an explanation is said") {
  CHECK(contains(refusal({"one_tier", "one_tier"}), "two different departments"));
  CHECK(contains(refusal({"one_tier"}), "not \"one_tier\" alone"));
  CHECK(contains(refusal({"one_tire", "lead_desk"}), "did you mean one_tier"));
  CHECK(contains(refusal({"one_tier", "lead_desk", "--replications", "1"}),
                 "--replications takes a whole number from 2"));
  CHECK(contains(refusal({"--measure", "time_share.desk.qualify"}), "exists only for lead_desk"));
  CHECK(contains(refusal({"--measure", "profti"}), "did you mean profit"));
  const program::Outcome many = program::run({"explain", "scenarios/wholesale.toml", "--quiet"});
  CHECK(many.code == 2);
  CHECK(contains(many.err, "name the two departments behind the file"));
}
