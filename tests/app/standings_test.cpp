#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

#include "app/command_line/values.hpp"
#include "app/output/conclusion.hpp"
#include "app/output/standings.hpp"
#include "tests/app/program.hpp"

/// Who is best, how surely, and how bad it may be, as people read it.
namespace {

using analysis::result::MeasureComparison;
using analysis::result::Result;
using app::Language;
using Json = nlohmann::ordered_json;
using program::Arguments;
using program::contains;
using program::good;
using program::short_run;
using program::operator+;

constexpr app::Period year{std::chrono::sys_days{std::chrono::days{20454}},
                           std::chrono::sys_days{std::chrono::days{20818}}, 12};

struct Entry {
  std::string name;
  double mean;
  double low;   ///< against the best of the others
  double high;  ///< the same
};

/// Departments compared with the first of them; the best is the one with the largest mean.
MeasureComparison comparison_of(const std::string& measure, const std::vector<Entry>& entries) {
  MeasureComparison comparison;
  comparison.measure = measure;
  comparison.unit = "EUR";
  comparison.baseline = entries.front().name;
  double most = -1e300;
  std::size_t possible = 0;
  for (const Entry& entry : entries) {
    if (entry.mean > most) comparison.standings.best = entry.name;
    most = std::max(most, entry.mean);
    possible += entry.high > 0 ? 1U : 0U;
  }
  comparison.standings.resolved = possible == 1;
  for (const Entry& entry : entries) {
    double other = -1e300;
    for (const Entry& one : entries)
      if (one.name != entry.name) other = std::max(other, one.mean);
    analysis::result::StandingResult standing;
    standing.system = entry.name;
    standing.against_best = {entry.mean - other, entry.low, entry.high, entry.high > 0};
    standing.chance = {0.5, 0};
    standing.risk.at_risk = entry.mean - 100;
    standing.risk.expected = entry.mean - 200;
    comparison.standings.systems.push_back(standing);
    comparison.best.push_back({entry.name, {0.5, 0.4, 0.6}});
    if (entry.name == comparison.baseline) continue;
    analysis::Difference difference;
    difference.mean = entry.mean - entries.front().mean;
    difference.low = difference.mean - 10;
    difference.high = difference.mean + 10;
    difference.resolved = difference.low > 0 || difference.high < 0;
    difference.replications = 400;
    comparison.differences.push_back({entry.name, difference});
  }
  return comparison;
}

Result result_of(const MeasureComparison& comparison, const std::vector<Entry>& entries) {
  Result result;
  result.replications = 400;
  for (const Entry& entry : entries) {
    analysis::result::SystemResult system;
    system.name = entry.name;
    analysis::result::MeasureResult measure;
    measure.name = comparison.measure;
    measure.estimate.mean = entry.mean;
    system.measures.push_back(measure);
    result.systems.push_back(system);
  }
  result.comparison = comparison;
  return result;
}

const std::vector<Entry> clear{{"a", 1000, -520, 0}, {"b", 1500, 0, 320}, {"c", 1200, -320, 0}};
const std::vector<Entry> open_race{{"a", 1000, -520, 0}, {"b", 1500, -15, 120}, {"c", 1450, -120, 15}};

std::string told(const Result& result, Language language = Language::en) {
  std::string text;
  for (const std::string& sentence : app::conclusions(result, year, language)) text += sentence + "\n";
  return text;
}

}  // namespace

TEST_CASE("of several departments the answer says first who is the best and whether that is resolved") {
  const std::string resolved = told(result_of(comparison_of("profit", clear), clear));
  CHECK(resolved.starts_with(
      "Profit: b has the best mean, 1,500 EUR, and no other department may be the best (95 % confidence).\n"
      "b earns 500.0 EUR more a year than a (95 % interval 490.0 … 510.0)"));
  CHECK_FALSE(contains(resolved, "c earns"));
  const std::string open = told(result_of(comparison_of("profit", open_race), open_race));
  CHECK(
      open.starts_with("Not resolved who is the best. Profit: b has the best mean, 1,500 EUR, but c may be as good or "
                       "better (95 % confidence); it is at most 15.0 EUR behind the best."));
  CHECK(
      told(result_of(comparison_of("profit", clear), clear), Language::ru).starts_with("Прибыль: лучшее среднее у b"));
  // Where the baseline itself is the best there is no difference to tell.
  const std::vector<Entry> first{{"a", 1500, 0, 320}, {"b", 1000, -520, 0}, {"c", 1200, -320, 0}};
  CHECK(told(result_of(comparison_of("profit", first), first)) ==
        "Profit: a has the best mean, 1,500 EUR, and no other department may be the best (95 % confidence).\n");
}

TEST_CASE("a department without any value is left out, and the others are told of") {
  std::vector<Entry> entries{{"a", 1000, -520, 0}, {"b", 1500, 0, 320}, {"c", 1200, -320, 0}};
  MeasureComparison comparison = comparison_of("cycle_time", entries);
  entries.push_back({"d", analysis::absent, analysis::absent, analysis::absent});
  comparison.best.push_back({"d", {}});
  comparison.differences.push_back({"d", {}});
  const std::string text = told(result_of(comparison, entries));
  CHECK(contains(text, "b has the best mean"));
  CHECK(contains(text, "fewer than two values in these replications, and so not compared: d."));
  CHECK_FALSE(contains(text, "too few replications"));
  CHECK(contains(told(result_of(comparison, entries), Language::ru), "поэтому не сравниваются: d."));

  const program::Folder folder;
  const std::string base = std::string(SALESIM_SOURCE_DIR) + "/" + program::first_steps;
  program::write(folder / "x.toml",
                 "extends = \"" + base +
                     "\"\nhorizon = \"2 mo\"\nwarm_up = \"0 d\"\n[departments.nobody.roles.seller]\nstaff = 0\n"
                     "does = [\"meet\", \"qualify\"]\nowns = [\"leads\"]\n");
  const std::string answer =
      good({"compare", folder / "x.toml", "--measure", "cycle_time", "--replications", "30", "--quiet"}).out;
  CHECK(contains(answer, "and so not compared: nobody"));
  CHECK_FALSE(contains(answer, "too few replications"));
  const Json json = Json::parse(good({"compare", folder / "x.toml", "--measure", "cycle_time", "--replications", "30",
                                      "--quiet", "--format", "json"})
                                    .out);
  CHECK(json["comparison"]["standings"]["best"] != "nobody");
  CHECK(json["comparison"]["differences"]["lead_desk"]["p_value"].is_number());
}

TEST_CASE("whether the client base changes who of several is the best is said") {
  Result result = result_of(comparison_of("profit", clear), clear);
  const auto with = [&](const std::vector<Entry>& entries) {
    result.further = {comparison_of("profit_with_base", entries)};
    return told(result);
  };
  CHECK(contains(with(clear), "the verdict stays the same: b is the best."));
  const std::vector<Entry> other{{"a", 1000, -520, 0}, {"b", 1200, -320, 0}, {"c", 1500, 0, 320}};
  CHECK(contains(with(other), "the verdict is another one: c is the best, and b is 300.0 EUR behind."));
  CHECK(contains(with(open_race), "it is not resolved who is the best: b has the best mean, but c may be as good."));
  result = result_of(comparison_of("profit", open_race), open_race);
  CHECK(contains(with(clear), "it is resolved: b is the best."));
}

TEST_CASE("preference whatever one thinks of risk, and what pairing has brought, are said of the best") {
  MeasureComparison comparison = comparison_of("profit", clear);
  comparison.standings.dominance = {{"b", "a", 1, 0.9, 0.01}, {"b", "c", 2, 0.8, 0.02}, {"c", "a", 1, 0.9, 0.01}};
  comparison.differences[0].difference.variance_ratio = 2;
  comparison.differences[1].difference.variance_ratio = 7.25;
  const std::string text = told(result_of(comparison, clear));
  CHECK(contains(
      text,
      "In these 400 runs whoever prefers more prefers b to a, whatever he thinks of risk (the opposite is rejected, "
      "p = 0.010)."));
  CHECK(contains(text, "whoever prefers more and dislikes risk prefers b to c (the opposite is rejected, p = 0.020)."));
  CHECK_FALSE(contains(text, "prefers c"));
  comparison.larger_is_better = false;
  comparison.standings.dominance[0].reverse_p_value = 0;
  const std::string less = told(result_of(comparison, clear));
  CHECK(contains(less,
                 "whoever prefers less prefers b to a, whatever he thinks of risk (the opposite is rejected, "
                 "p < 0.001)."));
  CHECK_FALSE(contains(less, "prefers more"));
  CHECK(contains(text, "would need 2.0 … 7.2 times as many replications"));
}

TEST_CASE("tables say what the document says, and a dash where nothing is known") {
  MeasureComparison comparison = comparison_of("profit", clear);
  comparison.differences[0].difference.adjusted = 0.0004;
  comparison.differences[1].difference.adjusted = 0.0125;
  const Result result = result_of(comparison, clear);
  const std::string table = app::comparison_table(comparison, result.systems, 0.95, Language::en);
  CHECK(contains(table, "Profit against a, EUR\n"));
  CHECK(contains(table, "  b   1,500.0       +500.0   490.0 … 510.0   < 0.001   50 %   50 % (40 … 60)\n"));
  CHECK(contains(table, "0.013"));
  comparison.target = 1250;
  for (auto& standing : comparison.standings.systems) standing.risk.miss = analysis::Chance{0.004, {0, 0.013}};
  const std::string risk = app::risk_table(comparison, Language::en);
  INFO(risk);
  CHECK(contains(risk, "1,250"));
  CHECK(contains(risk, "  b    0 … 320   1,400   1,300   0 % (0 … 2)\n"));
  CHECK_FALSE(contains(risk, "loss in"));
  for (auto& standing : comparison.standings.systems) standing.risk.loss = {0.25, {0.2, 0.3}};
  CHECK(contains(app::risk_table(comparison, Language::en), "25 % (20 … 30)"));
  // Smaller is better: bad runs lie above.
  MeasureComparison cost = comparison_of("cost", clear);
  cost.larger_is_better = false;
  CHECK(contains(app::risk_table(cost, Language::en), "above"));
  MeasureComparison nothing = comparison_of("profit", clear);
  for (auto& standing : nothing.standings.systems) standing = {standing.system, {}, {}, {}, {}};
  CHECK(app::risk_table(nothing, Language::en).empty());
}

TEST_CASE("the chance of missing a target is that of single replications, in every form") {
  const Arguments arguments = short_run("compare", 12) + Arguments{"--target", "9000"};
  const Json document = Json::parse(good(arguments + Arguments{"--format", "json"}).out);
  CHECK(document["comparison"]["target"] == 9000);
  std::istringstream rows(good(short_run("compare", 12) + Arguments{"--rows", "csv"}).out);
  double below = 0;
  for (std::string line; std::getline(rows, line);)
    if (line.starts_with("lead_desk,") && contains(line, ",profit,"))
      below += std::stod(line.substr(line.rfind(',') + 1)) < 9000 ? 1 : 0;
  const Json& risk = document["comparison"]["standings"]["departments"]["lead_desk"]["risk"];
  CHECK(risk["miss"]["share"].get<double>() == doctest::Approx(below / 12));
  CHECK(below > 0);
  CHECK(below < 12);
  const std::string text = good(arguments).out;
  CHECK(contains(text, "below"));
  CHECK(contains(text, " --target 9000\n"));
  CHECK(contains(good(arguments + Arguments{"--format", "csv"}).out, "lead_desk,,profit.miss,share,"));
  // One department has no differences, but its risk can be asked for.
  const Arguments alone = arguments + Arguments{"--department", "lead_desk"};
  const Json one = Json::parse(good(alone + Arguments{"--format", "json"}).out);
  CHECK(one["comparison"]["standings"]["departments"]["lead_desk"]["risk"]["miss"] == risk["miss"]);
  CHECK(one["comparison"]["differences"].empty());
  CHECK(contains(good(alone).out, "nothing to compare"));
  CHECK(contains(good(alone).out, "9,000"));
}

TEST_CASE("differences of shares are told in percentage points, shares in per cents") {
  const Arguments arguments = short_run("compare", 12) + Arguments{"--measure", "win_rate", "--target", "20%"};
  const std::string text = good(arguments).out;
  CHECK(contains(text, " pp "));
  CHECK(contains(text, "%, differences in pp"));
  CHECK(contains(text, " --target 20%\n"));
  CHECK(contains(good(arguments + Arguments{"--lang", "ru"}).out, "п.\u00A0п."));
  MeasureComparison comparison =
      comparison_of("win_rate", {{"a", 0.3, -0.2, 0}, {"b", 0.35, -0.01, 0.1}, {"c", 0.34, -0.1, 0.01}});
  comparison.unit = "share";
  const std::vector<Entry> entries{{"a", 0.3, 0, 0}, {"b", 0.35, 0, 0}, {"c", 0.34, 0, 0}};
  CHECK(contains(told(result_of(comparison, entries)), "it is at most 1.0 pp behind the best."));
  CHECK(contains(told(result_of(comparison, entries)), "b has the best mean, 35.0 %"));
}

TEST_CASE("means of a quantile and its differences are told apart") {
  const Arguments arguments = short_run("compare", 12) + Arguments{"--measure", "wait.qualify.p90"};
  std::string text;
  for (const char c : good(arguments).out)
    if (c != '\n' && !(c == ' ' && text.ends_with(' ')))
      text += c;
    else if (!text.ends_with(' '))
      text += ' ';
  CHECK(contains(text, "the differences are of each run's own figure"));
  CHECK(Json::parse(good(arguments + Arguments{"--format", "json"}).out)["comparison"]["quantile"] == true);
  CHECK_FALSE(contains(good(short_run("compare", 12)).out, "each run's own figure"));
}

TEST_CASE("a target is a number, and has no effect on single replications") {
  const auto error = [](const Arguments& arguments) {
    const program::Outcome outcome = program::run(Arguments{"compare", program::first_steps} + arguments);
    CHECK(outcome.code == 2);
    return outcome.err;
  };
  CHECK(contains(error({"--target", "much"}), "--target takes a number, e.g. 100000000, 1.5e6 or 40%, not \"much\""));
  CHECK(contains(error({"--target", "nan"}), "--target takes a number"));
  CHECK(contains(error({"--target", "1", "--rows", "csv"}), "exclude each other"));
  CHECK(contains(error({"--target", "5%"}), "--target \"5%\": profit is no share, so it is told in EUR"));
  CHECK(contains(error({"--measure", "win_rate", "--target", "50000"}),
                 "--target \"50000\": win_rate is a share, from 0 to 100 %, e.g. 40% (or 0.4)"));
  CHECK(
      contains(error({"--measure", "win_rate", "--target", "140%", "--lang", "ru"}), "win_rate — доля от 0 до 100 %"));
  CHECK(program::run({"run", program::first_steps, "--target", "1"}).code == 2);
  CHECK(app::amount("-1.5e6") == -1.5e6);
  CHECK(app::amount("40 %") == 0.4);
  CHECK_FALSE(app::amount("1,000"));
  CHECK_FALSE(app::amount(""));
}

TEST_CASE("departments that are the same, and a single replication, have answers") {
  const program::Folder folder;
  const std::string base = std::string(SALESIM_SOURCE_DIR) + "/" + program::first_steps;
  program::write(folder / "x.toml",
                 "extends = \"" + base +
                     "\"\nhorizon = \"1 mo\"\nwarm_up = \"0 d\"\n"
                     "[departments.twin.roles.seller]\nstaff = 2\ndoes = [\"meet\", \"qualify\"]\n"
                     "[departments.other.roles.seller]\nstaff = 2\ndoes = [\"meet\", \"qualify\"]\n");
  const auto compared = [&](const char* replications, const Arguments& more) {
    return good(Arguments{"compare", folder / "x.toml", "--replications", replications, "--quiet"} + more).out;
  };
  const Arguments both{"--department", "twin", "--department", "other"};
  CHECK(contains(compared("5", both), "other and twin are the same in every replication."));
  const Json same = Json::parse(compared("5", both + Arguments{"--format", "json"}));
  const Json& standings = same["comparison"]["standings"];
  CHECK(standings["resolved"] == false);
  for (const char* name : {"twin", "other"}) {
    CHECK(standings["departments"][name]["best_mean"]["share"] == 0.5);
    CHECK(standings["departments"][name]["against_best"]["possible"] == true);
  }
  CHECK(standings["dominance"].empty());
  CHECK(contains(compared("1", {}), "too few replications"));
  const Json once = Json::parse(compared("1", {"--format", "json"}));
  CHECK(once["comparison"]["standings"]["departments"]["twin"]["best_mean"]["share"].is_null());
  CHECK(once["comparison"]["standings"]["departments"]["twin"]["against_best"]["high"].is_null());
}

TEST_CASE("many departments stand side by side with their means, and in all detail when asked for") {
  const Arguments arguments{"compare",     "scenarios/wholesale.toml", "--set", "horizon=1 mo", "--set",
                            "warm_up=0 d", "--replications",           "3",     "--quiet"};
  const auto count = [](const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
  };
  const std::string brief = good(arguments).out;
  CHECK(count(brief, "\nMoney") == 1);
  CHECK(count(brief, "\n") < 170);
  CHECK(contains(brief, "--details shows"));
  CHECK_FALSE(contains(brief, "vacancies"));
  const std::string all = good(arguments + Arguments{"--details"}).out;
  CHECK(count(all, "\nMoney") > 1);
  CHECK(contains(all, "vacancies"));
  CHECK_FALSE(contains(all, "--details"));
}
