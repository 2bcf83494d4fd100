#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "tests/app/program.hpp"

/// `salesim select`
namespace {

using Json = nlohmann::ordered_json;
using program::Arguments;
using program::contains;
using program::operator+;

/// Two months of the first steps.
Arguments short_select(const Arguments& more) {
  return Arguments{"select", program::first_steps, "--set", "horizon=2 mo", "--set", "warm_up=0 d", "--quiet"} + more;
}

Json selection(const Arguments& more) {
  return Json::parse(program::good(short_select(more + Arguments{"--format", "json"})).out)["selection"];
}

std::string refusal(const Arguments& more) {
  const program::Outcome outcome = program::run(short_select(more));
  CHECK(outcome.code == 2);
  CHECK(outcome.out.empty());
  return outcome.err;
}

/// A text as if it were one long line.
std::string unwrapped(std::string text) {
  for (char& c : text)
    if (c == '\n') c = ' ';
  return text;
}

const std::string desk = "departments.lead_desk.roles.desk.staff";

}  // namespace

TEST_CASE(
    "every department with every combination of the values is a candidate, and one that cannot matter is not tried") {
  const Json answer = selection({"--delta", "1000", "--vary", desk + "=1,2", "--vary", "pipeline.meet.pass=30%,40%"});
  // Two values of pass for one_tier; two times two for lead_desk.
  CHECK(answer["candidates"].size() == 6);
  CHECK(answer["candidates"].contains("one_tier pipeline.meet.pass=30%"));
  const Json& two = answer["candidates"]["lead_desk " + desk + "=2 pipeline.meet.pass=40%"];
  CHECK(two["department"] == "lead_desk");
  CHECK(two["settings"] ==
        Json::parse(R"([{"path": ")" + desk + R"(", "value": "2"}, {"path": "pipeline.meet.pass", "value": "40%"}])"));
}

TEST_CASE("more deals from the same leads earn more: the obvious best is selected with its guarantee") {
  const Json answer =
      selection({"--delta", "10", "--department", "one_tier", "--vary", "pipeline.meet.pass=20%,40%,60%,80%"});
  CHECK(answer["decided"] == true);
  CHECK(answer["best"] == "one_tier pipeline.meet.pass=80%");
  std::uint64_t spent = 0;
  for (const auto& [name, candidate] : answer["candidates"].items()) {
    spent += candidate["replications"].get<std::uint64_t>();
    CHECK(candidate["remaining"] == (name == answer["best"]));
    CHECK(candidate.contains("dropped_by") == (name != answer["best"]));
  }
  CHECK(spent == answer["spent"]);
  // Where there is one department, rows do not repeat its name.
  const std::string text = program::good(short_select({"--delta", "10", "--department", "one_tier", "--vary",
                                                       "pipeline.meet.pass=20%,40%,60%,80%"}))
                               .out;
  CHECK(contains(text, "Profit: the best of 4 candidates is one_tier A=80%;"));
  CHECK(contains(text, "\n  A=80% "));
  CHECK(contains(text, "\n  A is pipeline.meet.pass\n"));
  const std::string csv = program::good(short_select({"--delta", "10", "--department", "one_tier", "--vary",
                                                      "pipeline.meet.pass=20%,40%,60%,80%", "--format", "csv"}))
                              .out;
  CHECK(contains(csv, ",screened,best,decided\n"));
  CHECK(csv.ends_with(",true,true\n"));
  CHECK(contains(csv, ",false,true\n"));
}

TEST_CASE("candidates that are the same in every replication remain together") {
  const Arguments twins{"--delta", "100", "--department", "one_tier", "--vary", "departments.one_tier.title=one,other"};
  const Json answer = selection(twins);
  CHECK(answer["decided"] == true);
  for (const Json& candidate : answer["candidates"]) CHECK(candidate["remaining"] == true);
  CHECK(contains(unwrapped(program::good(short_select(twins)).out), "The means of those that remain are the same."));
}

TEST_CASE("what cannot be decided within the replications allowed is said to be undecided") {
  const Arguments close{"--delta", "0.01", "--max-replications", "20", "--vary", "pipeline.meet.pass=40%,40.1%"};
  CHECK(selection(close)["decided"] == false);
  const std::string text = unwrapped(program::good(short_select(close)).out);
  CHECK(contains(text, "not decided which of 4 candidates is the best"));
  CHECK(contains(text, "--max-replications allows more"));
}

TEST_CASE("where no replication has a value of the measure there is nothing to select by") {
  // Nobody passes, so no cycle ends with a deal.
  const Arguments asked{"--delta", "1", "--measure", "cycle_time", "--set", "pipeline.meet.pass=0%"};
  const Json answer = selection(asked);
  CHECK(answer["decided"] == false);
  CHECK(answer["spent"] == 40);
  for (const Json& candidate : answer["candidates"]) CHECK(candidate["mean"].is_null());
  CHECK(
      contains(unwrapped(program::good(short_select(asked)).out), "no candidate has a value of it in 40 replications"));
}

TEST_CASE("everything wrong with a selection is said") {
  CHECK(contains(refusal({"--delta", "0"}), "--delta takes an amount above 0"));
  CHECK(contains(refusal({"--delta", "-5"}), "--delta takes an amount above 0"));
  CHECK(contains(refusal({}), "--delta is missing"));
  CHECK(contains(refusal({"--delta", "1%"}), "profit is no share"));
  CHECK(contains(refusal({"--delta", "50", "--measure", "win_rate"}), "win_rate is a share, from 0 to 100 %"));
  CHECK(contains(refusal({"--delta", "1", "--replications", "1"}), "--replications takes a whole number from 2"));
  CHECK(contains(refusal({"--delta", "1", "--department", "one_tier"}), "one_tier is the only candidate"));
  CHECK(contains(refusal({"--delta", "1", "--confidence", "50%"}), "a blind choice is right with 50"));
  CHECK(contains(refusal({"--delta", "1", "--measure", "time_share.desk.qualify"}), "exists only for lead_desk"));
  const std::string said = refusal({"--delta", "1", "--vary", "pipeline.meet.pass=40%", "--vary",
                                    "pipeline.meat.pass=40%,50%", "--vary", "pipeline.qualify.pass=40%,140%,40%",
                                    "--vary", "pipeline.meet.pass=1%,2%", "--vary", "pipeline.meet.pass=3%,4%"});
  CHECK(contains(said, "--vary takes path=value,value"));
  CHECK(contains(said, "did you mean \"meet\""));
  CHECK(contains(said, "40% is there twice"));
  CHECK(contains(said, "140 %"));
  CHECK(contains(said, "\"pipeline.meet.pass\" is given twice"));
  CHECK(contains(refusal({"--delta", "1", "--department", "one_tier", "--vary", desk + "=1,2"}),
                 "concerns a department that is no candidate"));
}

TEST_CASE("commas inside of brackets do not part the values that are tried") {
  const Json answer =
      selection({"--delta", "1000", "--department", "one_tier", "--vary",
                 "segments.customers.inbound.web.season=[1,1,1,1,1,1,1,1,1,1,1,1],[2,2,1,1,1,1,1,1,1,1,1,1]"});
  CHECK(answer["candidates"].size() == 2);
  CHECK(contains(answer["best"].get<std::string>(), "[2,2,1"));
}
