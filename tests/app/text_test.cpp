#include <doctest/doctest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "app/answer.hpp"
#include "app/output/number.hpp"
#include "app/output/table.hpp"
#include "app/output/text.hpp"
#include "app/output/verdict.hpp"
#include "app/output/width.hpp"
#include "tests/app/lines.hpp"
#include "tests/app/program.hpp"

namespace {

using analysis::result::Result;
using app::Language;
using Json = nlohmann::ordered_json;
using program::Arguments;
using program::check_lines;
using program::contains;
using program::good;
using program::lines;
using program::short_run;
using program::operator+;

/// A comparison of `names` with the first of them, by `measure`.
Result compared(const std::string& measure, const std::string& unit, std::vector<std::string> names,
                std::vector<analysis::Difference> differences, std::vector<double> best) {
  Result result;
  result.replications = 400;
  analysis::result::MeasureComparison comparison;
  comparison.measure = measure;
  comparison.unit = unit;
  comparison.baseline = names.front();
  for (std::size_t i = 0; i < names.size(); ++i) {
    result.systems.push_back({names[i], "", {}, {}, {}, {}});
    if (i > 0) comparison.differences.push_back({names[i], differences[i - 1]});
    comparison.best.push_back({names[i], {best[i], best[i], best[i]}});
  }
  result.comparison = comparison;
  return result;
}

analysis::Difference difference(double mean, double low, double high) {
  analysis::Difference result;
  result.mean = mean;
  result.low = low;
  result.high = high;
  result.replications = 400;
  result.resolved = low > 0 || high < 0;
  return result;
}

constexpr app::Period year{std::chrono::sys_days{std::chrono::days{20454}},
                           std::chrono::sys_days{std::chrono::days{20818}}, 12};

std::string only(const Result& result, const app::Period& period = year, Language language = Language::en) {
  const std::vector<std::string> sentences = app::verdict(result, *result.comparison, period, language);
  REQUIRE(sentences.size() == 1);
  return sentences.front();
}

/// A text in tests/app/golden/ and the command that prints it.
struct Golden {
  std::string file;
  Arguments arguments;
};

const std::vector<Golden> goldens{
    {"first_steps.en.txt", {"compare", program::first_steps, "--replications", "40"}},
    {"first_steps.ru.txt", {"compare", program::first_steps, "--replications", "40", "--lang", "ru"}},
    {"one_tier.en.txt", {"run", program::first_steps, "--department", "one_tier", "--replications", "10", "--months"}},
    {"wholesale.en.txt",
     {"compare", "scenarios/wholesale.toml", "--department", "one_tier", "--department", "conveyor", "--replications",
      "10"}},
    {"sensitivity.en.txt",
     {"sensitivity", program::first_steps, "--department", "lead_desk", "--against", "one_tier", "--range",
      "pipeline.meet.pass=30%..50%", "--range", "departments.one_tier.roles.seller.staff=2..4", "--replications",
      "10"}},
    {"select.ru.txt",
     {"select", program::first_steps, "--delta", "1000", "--vary", "departments.lead_desk.roles.seller.staff=1,2,3",
      "--lang", "ru"}},
};

}  // namespace

TEST_CASE("numbers are written as people of each language write them") {
  CHECK(app::grouped(std::uint64_t{1234567}, Language::en) == "1,234,567");
  CHECK(app::grouped(std::uint64_t{999}, Language::en) == "999");
  CHECK(app::grouped(1234567.891, 2, Language::en) == "1,234,567.89");
  CHECK(app::grouped(1234567.891, 2, Language::ru) == "1\u202F234\u202F567,89");
  CHECK(app::grouped(-1234.5, 0, Language::en) == "-1,234");
  CHECK(app::grouped(-0.001, 1, Language::en) == "0.0");
  CHECK(app::grouped(0.0, 0, Language::en) == "0");
  CHECK(app::grouped(2.5e18, 0, Language::en) == "2.500e+18");
  CHECK(app::grouped(999.96, app::decimals_for(999.96), Language::en) == "1,000");
  CHECK(app::grouped(9.999, app::decimals_for(9.999), Language::en) == "10.0");
  CHECK(app::percent_text(0.95, Language::en) == "95 %");
  CHECK(app::percent_text(0.999, Language::en) == "99.9 %");
  CHECK(app::percent_text(0.1, Language::en) == "10 %");
}

TEST_CASE("the width of a text is what a terminal gives it") {
  CHECK(app::display_width("abc") == 3);
  CHECK(app::display_width("отдел") == 5);
  CHECK(app::display_width("営業") == 4);
  CHECK(app::display_width("e\u0301") == 1);
  CHECK(app::display_width("📞!") == 3);
  CHECK(app::display_width("\xFF\xC0") == 2);
  CHECK(app::padded_left("営", 4) == "  営");
  CHECK(app::padded_right("é", 3) == "é  ");
  CHECK(app::wrap("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(app::wrap("abcdefgh ij", 3) == std::vector<std::string>{"abc", "def", "gh", "ij"});
  CHECK(app::wrap("", 5) == std::vector<std::string>{""});
  CHECK(app::one_line("a\nb\x1b[31mc\u0085d") == "a b [31mc d");
}

TEST_CASE("the verdict is about the better one of two departments") {
  const Result wins = compared("profit", "EUR", {"old", "new"}, {difference(12345, 9812, 14878)}, {0.17, 0.83});
  CHECK(only(wins) ==
        "new earns 12,345 EUR more a year than old (95 % interval 9,812 … 14,878); it was the better one in 83 % of "
        "the replications.");
  const Result loses = compared("profit", "EUR", {"old", "new"}, {difference(-500, -800, -200)}, {0.7, 0.3});
  CHECK(contains(only(loses), "old earns 500.0 EUR more a year than new (95 % interval 200.0 … 800.0)"));
  CHECK(contains(only(loses), "in 70 %"));
  // Less of a cost is better, and a sum over another period is called that.
  const app::Period days{year.first, year.first + std::chrono::days{59}, 0};
  const Result cost = compared("cost", "EUR", {"old", "new"}, {difference(-500, -800, -200)}, {0.3, 0.7});
  CHECK(contains(only(cost, days), "Cost: new is 500.0 EUR below old"));
  CHECK(contains(only(loses, days), "more in 60 d than"));
  CHECK(contains(only(loses, {year.first, year.last, 24}), "more in 24 months than"));
  const Result rate = compared("win_rate", "share", {"old", "new"}, {difference(0.0312, 0.02, 0.04)}, {0.1, 0.9});
  CHECK(contains(only(rate), "new is 3.1 pp above old (95 % interval 2.0 … 4.0)"));
  CHECK(contains(only(wins, year, Language::ru), "new зарабатывает на 12\u202F345\u00A0EUR больше в год, чем old"));
}

TEST_CASE("of several departments each is compared with the baseline") {
  const Result three = compared("profit", "EUR", {"a", "b", "c"},
                                {difference(-5000, -6000, -4000), difference(7000, 6000, 8000)}, {0.2, 0.1, 0.7});
  const std::vector<std::string> sentences = app::verdict(three, *three.comparison, year, Language::en);
  REQUIRE(sentences.size() == 2);
  CHECK(contains(sentences[0], "b earns 5,000 EUR less a year than a (95 % interval 4,000 … 6,000)"));
  CHECK(contains(sentences[0], "best of all in 10 %"));
  CHECK(contains(sentences[1], "c earns 7,000 EUR more a year than a"));
}

TEST_CASE("what is not resolved is not called a difference") {
  // 400 replications leave an arm of 2,000 about 1,000: 4 × 400 would leave one of 1,000.
  const Result open = compared("profit", "EUR", {"old", "new"}, {difference(1000, -1000, 3000)}, {0.4, 0.6});
  CHECK(contains(only(open), "Not resolved: new against old is 1,000 EUR, but anything from -1,000 EUR to 3,000 EUR"));
  CHECK(contains(only(open), "about 1,600 replications"));
  const Result none = compared("profit", "EUR", {"old", "new"}, {analysis::Difference{}}, {0.4, 0.6});
  CHECK(contains(only(none), "too few replications"));
  const Result same = compared("profit", "EUR", {"old", "new"}, {difference(0, 0, 0)}, {0.5, 0.5});
  CHECK(contains(only(same), "the same in every replication"));
}

TEST_CASE("the corrected difference has the sign of the sentence before it") {
  Result result = compared("profit", "EUR", {"old", "new"}, {difference(-900, -1000, -800)}, {0.9, 0.1});
  analysis::Controlled controlled;
  controlled.pays = true;
  controlled.variance_ratio = 2;
  controlled.estimate = {-880, {-950, -810}};
  result.comparison->differences[0].controlled = controlled;
  CHECK(contains(only(result), "old earns 900"));
  CHECK(contains(only(result), "880.0 (810.0 … 950.0)"));
  result.comparison->differences[0].difference = difference(-900, -1900, 100);  // not resolved: told as it is
  CHECK(contains(only(result), "-880.0 (-950.0 … -810.0)"));
}

TEST_CASE("a second verdict that counts the client base is told where it is another one") {
  Result result = compared("profit", "EUR", {"old", "new"}, {difference(500, 200, 800)}, {0.3, 0.7});
  const Result same = compared("profit_with_base", "EUR", {"old", "new"}, {difference(900, 100, 1700)}, {0.3, 0.7});
  const Result turned =
      compared("profit_with_base", "EUR", {"old", "new"}, {difference(-900, -1700, -100)}, {0.7, 0.3});
  const Result open = compared("profit_with_base", "EUR", {"old", "new"}, {difference(10, -100, 120)}, {0.5, 0.5});
  CHECK(app::agree(*result.comparison, *same.comparison));
  CHECK_FALSE(app::agree(*result.comparison, *turned.comparison));
  CHECK_FALSE(app::agree(*result.comparison, *open.comparison));
  // Both are resolved to the same side of the baseline, but the best one is another.
  const Result b = compared("profit", "EUR", {"a", "b", "c"}, {difference(9, 8, 10), difference(5, 4, 6)}, {0, 1, 0});
  const Result c = compared("profit", "EUR", {"a", "b", "c"}, {difference(5, 4, 6), difference(9, 8, 10)}, {0, 0, 1});
  CHECK_FALSE(app::agree(*b.comparison, *c.comparison));

  result.further = {*same.comparison};
  CHECK(app::further_verdicts(result, year, Language::en) ==
        std::vector<std::string>{"With the client base counted (profit_with_base) the verdict stays the same."});
  result.further = {*turned.comparison};
  const std::vector<std::string> told = app::further_verdicts(result, year, Language::en);
  REQUIRE(told.size() == 1);
  CHECK(contains(told.front(), "the verdict is another one: old earns 900.0 EUR more a year than new"));
}

TEST_CASE("intervals that may cover less than they say are marked, and the marks are explained") {
  const std::string text = good({"run", program::first_steps, "--set", "horizon=2 mo", "--set", "warm_up=0 d",
                                 "--replications", "20", "--set",
                                 "segments.customers.order={ lognormal = { mean = "
                                 "2400, cv = 20 } }"})
                               .out;
  CHECK(contains(text, "!\n"));
  CHECK(contains(text, "  - ! too skewed for a correction"));
}

TEST_CASE("the text says everything that the answer needs, within 100 columns") {
  for (const char* language : {"en", "ru"}) {
    const std::string text = good(short_run("compare", 5) + Arguments{"--lang", language, "--months"}).out;
    check_lines(text);
    for (const std::string part : {"one_tier", "lead_desk", "2026-01-01", "2026-02-28", "EUR", "qualify", "seller",
                                   "--replications 5", "--seed 1", "'horizon=2 mo'"})
      CHECK_MESSAGE(contains(text, part), part);
  }
  CHECK(contains(good(short_run("compare", 2) + Arguments{"--department", "lead_desk"}).out, "nothing to compare"));
  CHECK_FALSE(contains(good(short_run("run", 2)).out, "earns more"));
}

TEST_CASE("the command at the end repeats the answer") {
  const Arguments arguments{"compare",        program::first_steps,
                            "--set",          "horizon=1 mo",
                            "--set",          "warm_up=0 d",
                            "--replications", "3",
                            "--seed",         "77",
                            "--confidence",   "90%",
                            "--baseline",     "lead_desk",
                            "--measure",      "deals",
                            "--quiet"};
  const std::string text = good(arguments).out;
  const std::string before = "To repeat it:\n  salesim ";
  const std::size_t at = text.find(before) + before.size();
  const std::string command = "cd '" + std::string(SALESIM_SOURCE_DIR) + "'; '" + SALESIM_PROGRAM + "' " +
                              text.substr(at, text.find('\n', at) - at) + " >'";
  const program::Folder folder;
  REQUIRE(std::system((command + (folder / "again") + "'").c_str()) == 0);
  CHECK(program::read(folder / "again") == text);
  CHECK(app::shell_word("it's") == "'it'\\''s'");
  CHECK(app::shell_word("plain/file.toml") == "plain/file.toml");
}

TEST_CASE("titles in any script and with anything in them keep the table straight") {
  const program::Folder folder;
  const std::string base = std::string(SALESIM_SOURCE_DIR) + "/" + program::first_steps;
  program::write(folder / "x.toml",
                 "extends = \"" + base +
                     "\"\nhorizon = \"1 mo\"\nwarm_up = \"0 d\"\ntitle = \"a\\nb\\u001b[2J\"\n"
                     "[departments.one_tier]\ntitle = \"営業部は三人で全部やる、電話も訪問も契約も\"\n"
                     "[departments.lead_desk]\ntitle = \"Отдел с диспетчером\"\n");
  const std::string text = good({"compare", folder / "x.toml", "--replications", "3"}).out;
  CHECK_FALSE(contains(text, "\x1b"));
  CHECK(lines(text).front() == "a b [2J");
  check_lines(text);
}

TEST_CASE("more departments than fit side by side follow below") {
  Arguments arguments = short_run("run", 2);
  const program::Folder folder;
  const std::string base = std::string(SALESIM_SOURCE_DIR) + "/" + program::first_steps;
  std::string text = "extends = \"" + base + "\"\n";
  for (const char* name : {"third", "fourth"})
    text += std::string("[departments.") + name + ".roles.seller]\nstaff = 4\ndoes = [\"qualify\", \"meet\"]\n";
  program::write(folder / "x.toml", text);
  arguments[1] = folder / "x.toml";
  const std::string out = good(arguments).out;
  for (const char* name : {"one_tier", "lead_desk", "third", "fourth"}) CHECK(contains(out, name));
  std::size_t tables = 0;
  for (const std::string& line : lines(out)) tables += line.starts_with("Money") ? 1U : 0U;
  check_lines(out);
  CHECK(tables >= 2);
}

TEST_CASE("golden texts are what the program prints; tools/golden writes them anew") {
  for (const Golden& golden : goldens) {
    const std::string file = std::string(SALESIM_SOURCE_DIR) + "/tests/app/golden/" + golden.file;
    const std::string text = good(golden.arguments).out;
    if (std::getenv("SALESIM_UPDATE") != nullptr) program::write(file, text);
    CHECK_MESSAGE(text == program::read(file), golden.file);
  }
}

TEST_CASE("a role that nobody holds has no rows, no steps and no note") {
  const Arguments departments{"--department", "managers", "--department",   "without_student",
                              "--waterfall",  "managers", "without_student"};
  const Arguments all{"compare",     "scenarios/cosmetics.toml", "--set", "horizon=3 mo", "--set",
                      "warm_up=0 d", "--replications",           "3",     "--quiet"};
  const program::Outcome alone = program::run(all + departments);
  CHECK(alone.code == 0);
  CHECK(alone.out.find("student: ") == std::string::npos);
  CHECK(alone.out.find("Payroll of student") == std::string::npos);
  CHECK(alone.out.find("utilisation.student") == std::string::npos);
  CHECK(contains(alone.out, "qualifier: people"));

  const program::Outcome beside = program::run(all + departments + Arguments{"--department", "specialists"} +
                                               Arguments{"--waterfall", "managers", "specialists"});
  CHECK(beside.code == 0);
  // What the one has stands in the same rows, where there is room for both, or in a table below.
  bool without = false;
  for (const std::string& line : lines(beside.out)) {
    const bool is_of_student = contains(line, "student: people") || contains(line, "Payroll of student");
    CHECK_MESSAGE(!(is_of_student && line.ends_with(" 0")), line);
    without = without || (contains(line, "Payroll of student") && line.ends_with(" –"));
  }
  CHECK(without);
  CHECK(beside.out.find("utilisation.student") == std::string::npos);
}

TEST_CASE("beside the month of break-even stands in which share of the replications there is one") {
  // With a margin of 21 % three months are just long enough for half of them.
  const auto output = [](const std::string& margin, const std::string& format) {
    return good(Arguments{"run", "scenarios/first_steps.toml", "--set", "horizon=3 mo", "--set", "warm_up=0 d", "--set",
                          "segments.customers.margin=" + margin, "--replications", "8", "--department", "one_tier",
                          "--quiet", "--format", format})
        .out;
  };
  const Json some = Json::parse(output("21 %", "json"));
  CHECK(some["departments"]["one_tier"]["measures"]["break_even_month"]["empty"] == 4);
  CHECK(contains(output("21 %", "text"), "Replications that break even, %        50\n"));
  CHECK(contains(output("15 %", "text"), "Replications that break even, %         0\n"));
  CHECK_FALSE(contains(output("15 %", "text"), "Month of break-even"));
}
