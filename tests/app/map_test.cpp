#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "app/output/breakeven.hpp"
#include "app/output/json.hpp"
#include "app/output/map.hpp"
#include "tests/app/program.hpp"

/// `salesim map` and `salesim breakeven`
namespace {

using Json = nlohmann::ordered_json;
using program::Arguments;
using program::contains;
using program::operator+;
using program::shortly;

Json json(const std::string& command, const Arguments& more) {
  return Json::parse(program::good(shortly(command, more + Arguments{"--format", "json"})).out)[command];
}

std::string refusal(const std::string& command, const Arguments& more) {
  const program::Outcome outcome = program::run(shortly(command, more));
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

const std::string desk_pay = "departments.lead_desk.roles.desk.pay.base";
const std::string rate = "segments.customers.inbound.web.rate";
const Arguments axes{"--x", rate + "=20 / mo..400 / mo", "--y", "pipeline.meet.pass=20%..60%"};
const Arguments small = axes + Arguments{"--columns", "5", "--rows", "3", "--replications", "20"};

double profit(const std::string& department, const std::string& set, const std::string& replications) {
  return Json::parse(program::good(shortly("run", {"--set", set, "--replications", replications, "--department",
                                                   department, "--format", "json"}))
                         .out)["departments"][department]["measures"]["profit"]["mean"]
      .get<double>();
}

/// Three columns and two rows: A resolved, B resolved, an open cell that B leads, the same everywhere, no value at all.
analysis::result::MapResult made_by_hand() {
  analysis::result::MapResult result;
  result.measure = "profit";
  result.unit = "EUR";
  result.systems = {"old", "new"};
  result.x = {"pipeline.meet.pass", "%", 10, 30, 20};
  result.y = {"segments.s.inbound.web.rate", "/ mo", 100, 200, 200};
  result.map.x = {10, 20, 30};
  result.map.y = {100, 200};
  const double absent = analysis::absent;
  result.map.cells = {{0, true, true, 10, {2, 1}}, {1, false, true, 80, {1, 2}},
                      {1, true, false, 0, {1, 3}}, {0, false, true, 80, {2, 2}},
                      {1, true, true, 20, {1, 3}}, {0, false, true, 10, {absent, absent}}};
  result.map.simulated = 5;
  result.map.spent = 400;
  return result;
}

}  // namespace

TEST_CASE("a map shows who is best, what is open, what is the same and what has no value, the largest y first") {
  const std::string text = app::map_text(made_by_hand(), app::Language::en);
  CHECK(contains(text,
                 "  200 + = B\n"
                 "  100 │ A . B\n"
                 "      └───+──\n"
                 "        10  30\n"));
  // Of six cells.
  CHECK(contains(text, "A  old is the best in 17 % of the map\n"));
  CHECK(contains(text, "B  new is the best in 33 % of the map, and leads in 17 % of it unresolved\n"));
  CHECK(contains(text, ".  not resolved: 17 % of the map"));
  CHECK(contains(text, "=  the departments are exactly the same"));
  CHECK(contains(text, "where nothing stands, no department has a value"));
  CHECK_FALSE(contains(text, "not reached"));
  CHECK(contains(unwrapped(text), "pipeline.meet.pass is 20 % and segments.s.inbound.web.rate is 200 / mo"));
  CHECK(contains(app::map_csv(made_by_hand()), "20,100,new,EUR,2,true,false,true,80\n"));
}

TEST_CASE("cells that the replications did not reach have a sign of their own, and nobody leads there") {
  analysis::result::MapResult result = made_by_hand();
  result.map.cells[5] = {0, false, false, 0, {analysis::absent, analysis::absent}};
  const std::string text = app::map_text(result, app::Language::en);
  CHECK(contains(text, "  200 + = B ?\n"));
  CHECK(contains(text, ".  not resolved: 17 % of the map"));
  CHECK(contains(text, "?  not simulated, and not to be told from the cells around: 17 % of the map"));
  CHECK(contains(unwrapped(text), "agree or were not reached"));
  // With means told from the block around it, it is still neither led nor within chance.
  result.map.cells[5] = {1, false, false, 0, {1, 2}};
  CHECK(contains(app::map_text(result, app::Language::en),
                 "B  new is the best in 33 % of the map, and leads in 17 % of"));
  CHECK(contains(app::map_text(result, app::Language::ru), "?  не смоделировано"));
  result.map.cells[5] = {0, false, false, 0, {analysis::absent, analysis::absent}};
  CHECK(contains(text, "A  old is the best in 17 % of the map\n"));
  CHECK(contains(app::map_csv(result), "30,200,old,EUR,,,false,false,0\n"));
  analysis::result::Result document;
  document.map = result;
  const Json cells = Json::parse(app::json_of(document, app::Language::en))["map"]["cells"];
  CHECK(cells[5]["best"].is_null());
  CHECK(cells[0]["best"] == 0);
}

TEST_CASE("cells of a map are what a run says that has these values") {
  const Json map = json("map", small);
  REQUIRE(map["cells"].size() == 15);
  CHECK(map["x_values"] == Json::parse("[20, 115, 210, 305, 400]"));
  CHECK(map["y_values"] == Json::parse("[20, 40, 60]"));
  const Json& cell = map["cells"][4];  // 400 leads a month, 20 %: a corner, so it is simulated
  CHECK(cell["simulated"] == true);
  const std::string count = std::to_string(cell["replications"].get<int>());
  const Arguments with{"--set", rate + "=400 / mo", "--replications", count, "--format", "json"};
  const Json run = Json::parse(program::good(shortly("run", with + Arguments{"--set", "pipeline.meet.pass=20%"})).out);
  for (const std::size_t d : {0U, 1U})
    CHECK(
        cell["means"][d].get<double>() ==
        doctest::Approx(
            run["departments"][map["departments"][d].get<std::string>()]["measures"]["profit"]["mean"].get<double>()));
  std::uint64_t spent = 0;
  for (const Json& one : map["cells"]) spent += 2 * one["replications"].get<std::uint64_t>();
  CHECK(spent == map["spent"]);
}

TEST_CASE("a map of two departments that are the same has nothing to resolve") {
  const std::string text = program::good(shortly("map", small + Arguments{"--measure", "leads", "--lang", "ru"})).out;
  CHECK(contains(text, "=  отделы ничем не отличаются"));
  CHECK_FALSE(contains(text, "не решено:"));
}

TEST_CASE("a map is the same for any number of threads") {
  const auto with = [&](const std::string& threads) {
    return program::good(shortly("map", small + Arguments{"--threads", threads, "--format", "csv"})).out;
  };
  CHECK(with("1") == with("3"));
}

TEST_CASE("a whole number has no more values on an axis than there are") {
  const Json map = json("map", {"--x", "departments.lead_desk.roles.desk.staff=1..3", "--y",
                                "pipeline.meet.pass=20%..60%", "--rows", "2", "--replications", "2"});
  CHECK(map["x_values"] == Json::parse("[1, 2, 3]"));
}

TEST_CASE("everything wrong with a map is said at once") {
  CHECK(contains(refusal("map", {}), "--x is missing"));
  CHECK(contains(refusal("map", {}), "--y is missing"));
  CHECK(contains(refusal("map", axes + Arguments{"--department", "one_tier"}), "there is only one_tier"));
  CHECK(
      contains(refusal("map", axes + Arguments{"--max-replications", "100"}), "--max-replications 100 is not enough"));
  CHECK(contains(refusal("map", axes + Arguments{"--columns", "1"}), "--columns takes a whole number from 2"));
  CHECK(
      contains(refusal("map", axes + Arguments{"--replications", "1"}), "--replications takes a whole number from 2"));
  CHECK(
      contains(refusal("map", axes + Arguments{"--measure", "time_share.desk.qualify"}), "exists only for lead_desk"));
  CHECK(contains(refusal("map", {"--x", "pipeline.meet.pass=1%..2%", "--y", "pipeline.meet.pass=3%..4%"}),
                 "--x and --y must be different paths"));
  const std::string said =
      refusal("map", {"--x", "pipeline.meat.pass=30%..50%", "--y", "pipeline.qualify.pass=30%..140%"});
  CHECK(contains(said, "--x pipeline.meat.pass=30%..50%"));
  CHECK(contains(said, "did you mean \"meet\""));
  CHECK(contains(said, "140 %"));
}

TEST_CASE("profit falls with pay on a straight line, so that the break-even pay is where this line crosses zero") {
  const auto lead = [&](const std::string& pay) {
    return profit("lead_desk", desk_pay + "=" + pay, "20") - profit("one_tier", desk_pay + "=" + pay, "20");
  };
  const double low = lead("500");
  const double high = lead("6000");
  REQUIRE(low > 0);
  REQUIRE(high < 0);
  const Arguments asked{desk_pay + "=500..6000", "--replications", "20"};
  const Json answer = json("breakeven", asked);
  REQUIRE(answer["crossings"].size() == 1);
  const Json& crossing = answer["crossings"][0];
  CHECK(crossing["value"].get<double>() == doctest::Approx(500 + 5500 * low / (low - high)).epsilon(1e-5));
  CHECK(crossing["low"].get<double>() < crossing["value"].get<double>());
  CHECK(crossing["high"].get<double>() > crossing["value"].get<double>());
  CHECK(answer["departments"][crossing["below"].get<std::size_t>()] == "lead_desk");
  CHECK(answer["departments"][crossing["above"].get<std::size_t>()] == "one_tier");
  // The desk's pay does not concern one_tier, which is run at one point only.
  CHECK(answer["spent"] == 20 + 20 * answer["points"].size());
  const std::string text = unwrapped(program::good(shortly("breakeven", asked)).out);
  CHECK(contains(text, "one_tier takes over from lead_desk at "));
  const std::string csv = program::good(shortly("breakeven", asked + Arguments{"--format", "csv"})).out;
  CHECK(csv.starts_with("path,value,low,high,unit,below,above\n" + desk_pay + ","));
  CHECK(csv.ends_with(",,lead_desk,one_tier\n"));
}

TEST_CASE("where the best mean never changes, the nearest rival is named, and that nothing was tested") {
  const std::string text =
      unwrapped(program::good(shortly("breakeven", {desk_pay + "=6000..9000", "--replications", "20"})).out);
  CHECK(contains(text,
                 "one_tier has the best mean in these replications over the whole range; lead_desk comes nearest, "));
  CHECK(contains(text, " behind, at 6000. Whether that is more than chance is not tested here."));
  const std::string csv =
      program::good(shortly("breakeven", {desk_pay + "=6000..9000", "--replications", "20", "--format", "csv"})).out;
  CHECK(csv == "path,value,low,high,unit,below,above\n" + desk_pay + ",,,,,one_tier,one_tier\n");
  const std::string same = unwrapped(
      program::good(shortly("breakeven", {desk_pay + "=6000..9000", "--replications", "2", "--measure", "leads"})).out);
  CHECK(contains(same, "somewhere another department's is the same"));
}

TEST_CASE("ends of a break-even value's interval that lie beyond the range are told as such") {
  analysis::result::BreakevenResult result;
  result.measure = "profit";
  result.unit = "EUR";
  result.systems = {"old", "new"};
  result.factor = {"pipeline.meet.pass", "%", 10, 50, 20};
  result.breakeven.points = {{10, 0, {2, 1}}, {50, 1, {1, 2}}};
  const auto said = [&](double low, double high) {
    result.breakeven.crossings = {{30.04, {low, high}, 0, 1}};
    return unwrapped(app::breakeven_text(result, 0.95, app::Language::en));
  };
  CHECK(contains(said(28.23, 31.57), "new takes over from old at 30 % (95 % interval 28.2 % … 31.6 %)."));
  CHECK(contains(said(analysis::absent, 31.6), "(95 % interval below 10 % … 32 %)"));
  CHECK(contains(said(28.2, analysis::absent), "(95 % interval 28 % … above 50 %)"));
  CHECK(
      contains(said(analysis::absent, analysis::absent), "at about 30 %, but on both sides of it they are too close"));
  CHECK(contains(said(28.2, 31.6), "As the scenario stands, at 20 %, the best mean is old's."));
}

TEST_CASE("everything wrong with a break-even is said") {
  CHECK(contains(refusal("breakeven", {}), "say behind the file what to vary"));
  const std::string twice = refusal("breakeven", {rate + "=20 / mo..10 / mo", "--department", "one_tier"});
  CHECK(contains(twice, "the low end must be below the high one"));
  CHECK(contains(twice, "there is only one_tier"));
  CHECK(contains(refusal("breakeven", {"segments.customers.inbound.web.rat=1 / mo..2 / mo"}), "did you mean \"rate\""));
  CHECK(contains(refusal("breakeven", {"pipeline.meet.pass=20%..160%"}), "160 %"));
  CHECK(contains(refusal("breakeven", {"pipeline.meet.pass=20%..60%", "--replications", "1"}),
                 "--replications takes a whole number from 2"));
}
