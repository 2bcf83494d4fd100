#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "app/output/sensitivity.hpp"
#include "app/ranges.hpp"
#include "tests/app/lines.hpp"
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

TEST_CASE("a difference is asked about as compare tells it, on the same replications") {
  const Json answer = json({"--department", "lead_desk", "--against", "one_tier", "--range",
                            "pipeline.meet.pass=30%..50%", "--replications", "6"});
  const Json compared = Json::parse(
      program::good(program::short_run("compare", 6) + Arguments{"--baseline", "one_tier", "--format", "json"}).out);
  const Json& difference = compared["comparison"]["differences"]["lead_desk"];
  const Json& base = answer["sensitivity"]["tornado"]["base"];
  CHECK(base["value"].get<double>() == doctest::Approx(difference["mean"].get<double>()));
  CHECK(base["low"].get<double>() == doctest::Approx(difference["low"].get<double>()));
  CHECK(answer["sensitivity"]["against"] == "one_tier");
  // Of two departments the other one is meant.
  const Json other = json({"--against", "one_tier", "--range", "pipeline.meet.pass=30%..50%", "--replications", "6"});
  CHECK(other["sensitivity"]["department"] == "lead_desk");
}

TEST_CASE("an assumption without influence changes nothing, and has no share of the variance") {
  const Arguments asked{"--department", "one_tier", "--range", "pipeline.qualify.answer_within=10 min..2 h"};
  const Json tornado = json(asked + Arguments{"--replications", "3"})["sensitivity"]["tornado"]["bars"][0];
  for (const std::string end : {"low", "high"}) {
    CHECK(tornado[end]["change"] == 0);
    CHECK(tornado[end]["low"] == 0);
    CHECK(tornado[end]["high"] == 0);
    CHECK(tornado[end]["resolved"] == false);
  }
  const Arguments sobol = asked + Arguments{"--method", "sobol", "--points", "8", "--replications", "3"};
  CHECK(json(sobol)["sensitivity"]["sobol"]["factors"][0]["total"]["value"].is_null());
  CHECK(contains(program::good(short_sensitivity(sobol)).out, "so there are no shares"));
  const Json effect =
      json(asked + Arguments{"--method", "morris", "--points", "3", "--replications", "2"})["sensitivity"]["morris"][0];
  CHECK(effect["absolute"]["value"] == 0);
  CHECK(effect["spread"]["value"] == 0);
}

TEST_CASE("a belief of role_defaults is one assumption, and those of other departments are none") {
  const program::Folder folder;
  program::write(folder / "x.toml",
                 "extends = \"" + std::string(SALESIM_SOURCE_DIR) + "/" + program::first_steps +
                     "\"\nhorizon = \"1 mo\"\nwarm_up = \"0 d\"\n"
                     "[role_defaults]\neffort = { value = \"80 %\", low = \"70 %\", high = \"90 %\" }\n"
                     "[departments.one_tier.roles.seller]\nspeed = { value = 1, low = 0.8, high = 1.2 }\n"
                     "[pipeline.meet]\npass = { value = \"40 %\", low = \"40 %\", high = \"40 %\" }\n");
  const Arguments asked{"sensitivity", folder / "x.toml", "--replications", "2", "--format", "json", "--quiet"};
  const std::string web = "segments.customers.inbound.web.rate";
  const auto paths = [&](const std::string& department) {
    Arguments found;
    const Json answer = Json::parse(program::good(asked + Arguments{"--department", department}).out);
    for (const Json& factor : answer["sensitivity"]["factors"]) found.push_back(factor["path"]);
    std::sort(found.begin(), found.end());
    return found;
  };
  CHECK(paths("one_tier") == Arguments{"departments.one_tier.roles.seller.speed", "role_defaults.effort", web});
  CHECK(paths("lead_desk") == Arguments{"role_defaults.effort", web});
  const Json one = Json::parse(
      program::good(asked + Arguments{"--department", "one_tier", "--range", "departments.one_tier.roles.seller.speed"})
          .out);
  CHECK(one["sensitivity"]["factors"].size() == 1);
  CHECK(one["sensitivity"]["factors"][0]["high"] == 1.2);
  const program::Outcome wrong =
      program::run(asked + Arguments{"--department", "one_tier", "--range", "role_defaults.efort"});
  CHECK(wrong.code == 2);
  CHECK(contains(wrong.err, "the range must be given"));
  CHECK(contains(wrong.err, "did you mean role_defaults.effort"));
}

TEST_CASE("what does not fit together in a sensitivity is said") {
  const Arguments meet{"--range", "pipeline.meet.pass=30%..50%"};
  CHECK(contains(refusal(meet), "name the one department"));
  CHECK(contains(refusal(meet + Arguments{"--department", "one_tier", "--department", "lead_desk"}),
                 "name the one department"));
  CHECK(contains(refusal(meet + Arguments{"--department", "one_tier", "--against", "one_tier"}),
                 "needs another department"));
  CHECK(contains(refusal(meet + Arguments{"--department", "one_tier", "--against", "lead_dsk"}),
                 "did you mean lead_desk"));
  CHECK(contains(refusal(meet + Arguments{"--department", "one_tier", "--replications", "1"}),
                 "--replications takes a whole number from 2"));
  CHECK(contains(refusal(meet + Arguments{"--department", "one_tier", "--points", "5"}),
                 "no effect on --method tornado"));
  CHECK(
      contains(refusal(meet + Arguments{"--department", "one_tier", "--method", "tornadoes"}), "did you mean tornado"));
  CHECK(contains(refusal(meet + Arguments{"--department", "one_tier", "--method", "regression", "--points", "2"}),
                 "at least 3, not 2"));
  CHECK(contains(refusal({"--department", "one_tier", "--set", "segments.customers.inbound.web.rate=250 / mo"}),
                 "states no ends for any value"));
  CHECK(contains(refusal({"--department", "one_tier", "--range", "title=a..b"}), "must be two numbers"));
  CHECK(contains(refusal({"--department", "one_tier", "--range", "pipeline.meet.pass=5 d..40%"}),
                 "--range pipeline.meet.pass=5 d..40%"));
  CHECK(contains(refusal({"--department", "one_tier", "--range", "departments.lead_desk.roles.desk.staff=1..2"}),
                 "concerns a department that is not asked about"));
  CHECK(contains(refusal({"--department", "one_tier", "--measure", "time_share.desk.qualify", "--against", "lead_desk",
                          "--range", "pipeline.meet.pass=30%..50%"}),
                 "exists only for lead_desk"));
}

TEST_CASE("numbers that must be whole, or whole hundredths, are asked for as such") {
  const auto bound = [](const std::string& text) {
    app::AnalysisOptions options;
    options.files = {std::string(SALESIM_SOURCE_DIR) + "/" + program::first_steps};
    std::vector<std::string> complaints;
    const app::Subject subject(options, complaints);
    auto range = app::read_range("--range", text, subject, app::Language::en, complaints);
    REQUIRE(complaints.empty());
    return *range;
  };
  const app::VariedFactor staff = bound("departments.lead_desk.roles.desk.staff=1..4");
  CHECK(staff.factor.whole);
  CHECK(staff.binding.set(2.4) == "departments.lead_desk.roles.desk.staff=2");
  const app::VariedFactor cost = bound("segments.customers.inbound.web.cost=1..2");
  CHECK_FALSE(cost.factor.whole);
  CHECK(cost.binding.set(1.23456) == "segments.customers.inbound.web.cost=1.23");
  const app::VariedFactor rate = bound("segments.customers.inbound.web.rate=60 / mo..24 / d");
  CHECK(rate.binding.set(66.5) == "segments.customers.inbound.web.rate=66.5 / mo");
  CHECK(rate.factor.high == doctest::Approx(24 * 30.4375));
  CHECK(rate.told().unit == "/ mo");
  // The scenario as it is where it says nothing of the value.
  CHECK(std::isnan(bound("departments.lead_desk.roles.desk.effort=70%..90%").factor.base));
}

TEST_CASE("an answer does not depend on threads, and the command that it names repeats it") {
  for (const Arguments& asked :
       {short_sensitivity({"--department", "one_tier", "--range", "pipeline.meet.pass=30%..50%", "--method", "sobol",
                           "--points", "4", "--replications", "3", "--confidence", "0.9", "--seed", "7"}),
        Arguments{"select", program::first_steps, "--set", "horizon=2 mo", "--delta", "500", "--vary",
                  "pipeline.meet.pass=40%,45%", "--quiet"}}) {
    const std::string text = program::good(asked + Arguments{"--threads", "1"}).out;
    CHECK(text == program::good(asked + Arguments{"--threads", "3"}).out);
    const std::string begin = "  salesim ";
    const std::size_t at = text.find(begin) + begin.size();
    const std::string command = "cd '" + std::string(SALESIM_SOURCE_DIR) + "'; '" + SALESIM_PROGRAM + "' " +
                                text.substr(at, text.find('\n', at) - at) + " >'";
    const program::Folder folder;
    REQUIRE(std::system((command + (folder / "again") + "'").c_str()) == 0);
    CHECK(program::read(folder / "again") == text);
  }
}

TEST_CASE("texts of every method fit into 100 columns in both languages, and CSV has a line for each figure") {
  const Arguments asked{"--department",   "lead_desk",
                        "--range",        "pipeline.meet.pass=30%..50%",
                        "--range",        "departments.lead_desk.roles.desk.staff=1..2",
                        "--replications", "2"};
  const std::vector<std::pair<Arguments, std::size_t>> methods{
      {{"--method", "tornado"}, 1 + 1 + 2 * 2},
      {{"--method", "morris", "--points", "2"}, 1 + 2 * 3},
      {{"--method", "sobol", "--points", "4"}, 1 + 2 + 2 * 2},
      {{"--method", "regression", "--points", "8"}, 1 + 2 + 2 * 3}};
  for (const auto& [method, count] : methods) {
    for (const std::string language : {"en", "ru"})
      program::check_lines(program::good(short_sensitivity(asked + method + Arguments{"--lang", language})).out);
    const std::string csv = program::good(short_sensitivity(asked + method + Arguments{"--format", "csv"})).out;
    CHECK(static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')) == count);
  }
}

TEST_CASE("an interrupted procedure says how far it came and leaves no file") {
  for (const Arguments& asked : {Arguments{"sensitivity", program::first_steps, "--department", "one_tier", "--range",
                                           "pipeline.meet.pass=30%..50%", "--replications", "300000"},
                                 Arguments{"select", program::first_steps, "--delta", "0.000001"}}) {
    const program::Folder folder;
    program::Running running(asked + Arguments{"--threads", "2", "--output", folder / "answer.txt"});
    running.wait_until_interruptible();
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    kill(running.id(), SIGINT);
    const program::Outcome outcome = running.wait();
    CHECK(outcome.code == 130);
    CHECK(outcome.out.empty());
    CHECK(contains(outcome.err, "interrupted after about "));
    CHECK(folder.content().empty());
  }
}

TEST_CASE("what is not resolved, does not vary or has no value is said to be so") {
  analysis::result::SensitivityResult result;
  result.measure = "profit";
  result.unit = "EUR";
  result.system = "new";
  result.against = "old";
  result.factors = {{"pipeline.meet.pass", "%", 10, 50, 20}};
  const auto told = [&] {
    std::string text = app::sensitivity_text(result, 0.95, app::Language::en);
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
  };
  analysis::Tornado tornado;
  tornado.base = 10;
  tornado.base_interval = {5, 15};
  tornado.bars = {{0, {10, -2, -12, {-30, 6}, false, false}, {50, 20, 10, {1, 19}, true, false}, 12}};
  result.tornado = tornado;
  CHECK(contains(told(), "Not proven, but possible: the answer turns with pipeline.meet.pass at 10 %."));
  CHECK_FALSE(contains(told(), "At no end of a single assumption"));
  result.tornado->bars[0].low.answer = 2;
  CHECK(contains(told(), "At no end of a single assumption does the answer have the other sign."));
  result.tornado->base_interval = {-5, 25};
  CHECK(contains(told(), "not resolved even as the scenario stands"));
  CHECK_FALSE(contains(told(), "At no end of a single assumption"));

  result.tornado.reset();
  result.regression.emplace();
  result.regression->factors = {{0, {}, {}, {}}};
  CHECK(contains(told(), "no value at some of the points"));
  result.regression->factors[0].effect = {0, {0, 0}};
  CHECK(contains(told(), "The answer does not vary over the ranges"));
  CHECK_FALSE(contains(told(), "nan"));
  result.regression.reset();
  result.sobol.emplace();
  CHECK(contains(told(), "no value at some of the points"));
  CHECK_FALSE(contains(told(), "nan"));
}
