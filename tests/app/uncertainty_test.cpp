#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "app/output/uncertainty.hpp"
#include "tests/app/program.hpp"

/// `salesim compare --uncertainty`
namespace {

using analysis::result::UncertaintyResult;
using app::Language;
using Json = nlohmann::ordered_json;
using program::Arguments;
using program::contains;
using program::good;
using program::operator+;

/// Two weeks of the first steps, whose pass of `meet` is believed to lie between two ends.
class Believing {
 public:
  explicit Believing(const std::string& belief = "{ value = \"40 %\", low = \"20 %\", high = \"60 %\" }") {
    const std::string base = std::string(SALESIM_SOURCE_DIR) + "/" + program::first_steps;
    program::write(
        folder_ / "x.toml",
        "extends = \"" + base + "\"\nhorizon = \"14 d\"\nwarm_up = \"0 d\"\n[pipeline.meet]\npass = " + belief + "\n");
  }
  Arguments arguments(const Arguments& more) const {
    return Arguments{"compare", folder_ / "x.toml", "--quiet"} + more;
  }

 private:
  program::Folder folder_;
};

/// A difference of `b` to `a`, known by replications to ± 1 and by assumptions to ± `arm`.
UncertaintyResult difference(double mean, double arm) {
  UncertaintyResult result;
  result.measure = "profit";
  result.unit = "EUR";
  result.draws = 200;
  result.replications = 10;
  result.factors = {{"pipeline.meet.pass", "%", 20, 60, 40}};
  analysis::Uncertainty split;
  split.mean = mean;
  split.simulation = {mean - 1, mean + 1};
  split.assumptions = {mean - arm, mean + arm};
  split.total = {mean - arm - 1, mean + arm + 1};
  result.answers = {{"a", "", split}, {"b", "", split}, {"b", "a", split}};
  result.best = "b";
  result.everything = {12, {3, 21}};
  result.moved = true;
  result.share_best = {{0.25, {0.1, 0.404}}, {0.75, {0.596, 0.9}}};
  result.worth = {{0, {9, {5, 13}}, 2, true}};
  return result;
}

/// Without the ends of lines, wherever they are.
std::string text(const UncertaintyResult& result, Language language = Language::en) {
  std::string text = app::uncertainty_text(result, 0.95, language);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace

TEST_CASE("what replications and what assumptions leave open of a difference is told apart") {
  CHECK(
      contains(text(difference(50, 20)), "b is above a by 50.0 EUR in the mean (total interval of 95 %: 29.0 … 71.0)"));
  CHECK(contains(text(difference(-50, 20)), "b is below a by 50.0 EUR in the mean"));
  CHECK(contains(text(difference(50, 80)), "the replications tell who is ahead, the assumptions do not"));
  // Neither alone leaves it open: 10 ± 1 and 10 ± 9.5, but 10 ± 10.5.
  CHECK(
      contains(text(difference(10, 9.5)), "neither chance nor the assumptions alone leave it open, both together do"));
  CHECK_FALSE(contains(text(difference(50, 20)), "Whatever the assumptions"));
  UncertaintyResult few = difference(50, 20);
  CHECK_FALSE(contains(text(few), "are rough"));
  few.draws = 100;
  CHECK(contains(text(few), "With fewer than 200 draws the ends of what the assumptions leave are rough."));
  few.draws = 38;
  CHECK(contains(text(few), "For an interval of 95 % of what the assumptions leave at least 39 draws are needed."));
  CHECK(contains(text(difference(0.5, 80)), "b against a: not resolved"));
  const std::string said = text(difference(50, 20));
  CHECK(contains(said, "b is to be chosen; of the draws it is the best in 75 % (59 … 90). Knowing every assumption"));
  CHECK(contains(said, "would be worth 12.0 EUR (3.0 … 21.0). In brackets: 95 % intervals, of draws and replications"));
  CHECK(contains(said, "5.00 … 13.00"));
  CHECK_FALSE(contains(said, "The draws differ by no more"));
  CHECK(contains(said, "pipeline.meet.pass"));
  CHECK(contains(text(difference(50, 20), Language::ru), "он лучший: 75"));
  UncertaintyResult still = difference(50, 20);
  still.moved = false;
  CHECK(contains(text(still), "The draws differ by no more than the replications do"));
  UncertaintyResult nothing = difference(50, 20);
  nothing.worth[0].resolved = false;
  CHECK(contains(text(nothing), "No single assumption is known to be worth measuring"));
}

TEST_CASE("beliefs are drawn around the replications, in every form and with any number of threads") {
  const Believing scenario;
  const Arguments arguments = scenario.arguments({"--uncertainty", "40", "--replications", "3"});
  const std::string json = good(arguments + Arguments{"--format", "json", "--threads", "1"}).out;
  CHECK(json == good(arguments + Arguments{"--format", "json", "--threads", "3"}).out);
  const Json answer = Json::parse(json)["uncertainty"];
  CHECK(answer["draws"] == 40);
  CHECK(answer["replications"] == 3);
  bool believed = false;
  for (const Json& factor : answer["factors"])
    if (factor["path"] == "pipeline.meet.pass") {
      believed = true;
      CHECK(factor["low"] == 20);
      CHECK(factor["high"] == 60);
    }
  CHECK(believed);
  REQUIRE(answer["answers"].size() == 3);
  // Means of a difference are the differences of means; both parts are within the total.
  const auto mean = [&](std::size_t i) { return answer["answers"][i]["mean"].get<double>(); };
  CHECK(mean(2) == doctest::Approx(mean(1) - mean(0)));
  for (const Json& one : answer["answers"]) {
    CHECK(one["total"]["low"] <= one["assumptions"]["low"]);
    CHECK(one["total"]["high"] >= one["simulation"]["high"]);
  }
  CHECK(answer["share_best"][0].get<double>() + answer["share_best"][1].get<double>() == doctest::Approx(1));
  const std::string told = good(arguments).out;
  CHECK(contains(told, "is to be chosen"));
  CHECK(contains(told, " --uncertainty 40 --replications 3 --seed 1\n"));
  CHECK(contains(good(arguments + Arguments{"--lang", "ru"}).out, "следует выбрать"));
  const std::string csv = good(arguments + Arguments{"--format", "csv"}).out;
  CHECK(csv.starts_with("department,against,assumption,unit,figure,value,low,high\n"));
  CHECK(contains(csv, "\nlead_desk,one_tier,,EUR,total,"));
  CHECK(contains(csv, "\n,,pipeline.meet.pass,EUR,worth,"));
  // One department alone has its own intervals and nothing to choose.
  const Json alone =
      Json::parse(good(arguments + Arguments{"--department", "one_tier", "--format", "json"}).out)["uncertainty"];
  CHECK(alone["answers"].size() == 1);
  CHECK(alone["answers"][0]["mean"] == answer["answers"][0]["mean"]);
  CHECK(alone["worth"].empty());
}

TEST_CASE("an uncertainty that cannot be is refused") {
  const Believing scenario;
  const auto error = [&](const Arguments& more) {
    const program::Outcome outcome = program::run(scenario.arguments(more));
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    return outcome.err;
  };
  CHECK(contains(error({"--uncertainty", "1"}), "--uncertainty takes a whole number from 2 to 100000, not \"1\""));
  CHECK(contains(error({"--uncertainty", "5", "--replications", "1"}), "--replications takes a whole number from 2"));
  CHECK(contains(error({"--uncertainty", "5", "--target", "1"}), "exclude each other"));
  CHECK(contains(error({"--uncertainty", "5", "--unpaired"}), "exclude each other"));
  CHECK(contains(error({"--uncertainty", "5", "--baseline", "onetier"}), "did you mean one_tier?"));
  CHECK(contains(error({"--uncertainty", "5", "--measure", "proft"}), "did you mean profit?"));
  CHECK(contains(error({"--uncertainty", "5", program::first_steps}), "takes one scenario file, but 2 are given"));
}

TEST_CASE("without beliefs there is nothing to draw") {
  const program::Outcome outcome =
      program::run({"compare", "scenarios/textbook/mm1.toml", "--uncertainty", "5", "--quiet"});
  CHECK(outcome.code == 2);
  CHECK(contains(outcome.err, "says of no value how sure it is"));
}
