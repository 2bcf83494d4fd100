#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/command_line/command_line.hpp"
#include "app/command_line/help.hpp"
#include "app/command_line/values.hpp"
#include "app/output/width.hpp"
#include "app/refused.hpp"
#include "tests/app/program.hpp"

namespace {

using program::Arguments;
using program::contains;

/// Everything that the program says is wrong with these arguments.
std::vector<std::string> complaints(const Arguments& arguments) {
  try {
    app::read_command_line(arguments);
  } catch (const app::Refused& refused) {
    return refused.complaints();
  }
  return {};
}

/// The only complaint.
std::string complaint(const Arguments& arguments) {
  const std::vector<std::string> all = complaints(arguments);
  CHECK(all.size() == 1);
  return all.empty() ? "" : all.front();
}

}  // namespace

TEST_CASE("without options a run is what the help says it is") {
  const app::Request request = app::read_command_line({"run", "a.toml"});
  const auto& options = std::get<app::RunOptions>(request);
  CHECK(options.files == Arguments{"a.toml"});
  CHECK(options.replications == 400);
  CHECK_FALSE(options.precision.has_value());
  CHECK(options.max_replications == 10'000);
  CHECK(options.measure == "profit");
  CHECK(options.seed == 1);
  CHECK(options.threads == 0);
  CHECK(options.confidence == 0.95);
  CHECK(options.format == app::Format::text);
  CHECK_FALSE(options.rows);
  CHECK(options.output.empty());
  CHECK(options.language == app::Language::en);
}

TEST_CASE("every option arrives where it belongs") {
  const app::Request request = app::read_command_line({"compare",
                                                       "--set",
                                                       "a.b=[1, 2]",
                                                       "a.toml",
                                                       "--set=c=-1",
                                                       "--department",
                                                       "x",
                                                       "b.toml",
                                                       "--department",
                                                       "y",
                                                       "--precision",
                                                       "2 %",
                                                       "--max-replications",
                                                       "70",
                                                       "--measure",
                                                       "deals",
                                                       "--baseline",
                                                       "y",
                                                       "--unpaired",
                                                       "--seed",
                                                       "18446744073709551615",
                                                       "--threads",
                                                       "7",
                                                       "--confidence",
                                                       "99%",
                                                       "--format",
                                                       "json",
                                                       "--output",
                                                       "answer.json",
                                                       "--lang",
                                                       "ru",
                                                       "--quiet",
                                                       "--months"});
  const auto& options = std::get<app::CompareOptions>(request);
  CHECK(options.files == Arguments{"a.toml", "b.toml"});
  CHECK(options.sets == Arguments{"a.b=[1, 2]", "c=-1"});
  CHECK(options.departments == Arguments{"x", "y"});
  CHECK(options.precision == 0.02);
  CHECK(options.max_replications == 70);
  CHECK(options.measure == "deals");
  CHECK(options.baseline == "y");
  CHECK(options.unpaired);
  CHECK(options.seed == 18446744073709551615U);
  CHECK(options.threads == 7);
  CHECK(options.confidence == 0.99);
  CHECK(options.format == app::Format::json);
  CHECK(options.output == "answer.json");
  CHECK(options.language == app::Language::ru);
  CHECK(options.quiet);
  CHECK(options.months);
}

TEST_CASE("each mistake on the command line is named, with what is allowed") {
  CHECK(contains(complaint({}), "no command is given; there are: run, compare, check"));
  CHECK(contains(complaint({"comprae", "a.toml"}), "no command \"comprae\""));
  CHECK(contains(complaint({"comprae", "a.toml"}), "did you mean compare?"));
  CHECK(contains(complaint({"--verbose"}), "no option --verbose"));
  CHECK(contains(complaint({"run"}), "no scenario file"));
  CHECK(contains(complaint({"run", "a", "b"}), "takes one scenario file, but 2"));
  CHECK(contains(complaint({"compare", "a", "a"}), "\"a\" is given twice"));
  CHECK(contains(complaint({"run", "a", "--sede=3"}), "did you mean --seed?"));
  CHECK(contains(complaint({"run", "a", "--baseline=x"}), "no option --baseline here"));
  CHECK(contains(complaint({"run", "a", "--seed"}), "--seed needs a value"));
  CHECK(contains(complaint({"run", "a", "--quiet=1"}), "--quiet takes no value"));
  CHECK(contains(complaint({"run", "a", "--seed", "1", "--seed", "2"}), "--seed is given twice"));
  CHECK(contains(complaint({"run", "a", "--output", ""}), "--output needs a value"));
  CHECK(contains(complaint({"run", "a", "--format", "xml"}), "--format takes text, json, csv, xlsx, not \"xml\""));
  CHECK(contains(complaint({"run", "a", "--format", "jsno"}), "did you mean json?"));
  CHECK(contains(complaint({"run", "a", "--format", "xlsx"}), "--output answer.xlsx"));
  CHECK(contains(complaint({"select", "a", "--delta", "1", "--format", "xlsx"}), "--format csv"));
  CHECK(contains(complaint({"compare", "a", "--uncertainty", "3", "--format", "xlsx", "--output", "b.xlsx"}),
                 "--format csv"));
  CHECK(contains(complaint({"run", "a", "--rows", "json"}), "--rows takes csv"));
  CHECK(contains(complaint({"run", "a", "--lang", "fr"}), "--lang takes en, ru"));
  CHECK(contains(complaint({"--lang", "fr", "run", "a"}), "--lang takes en, ru"));
  CHECK(contains(complaint({"run", "a", "--set", "x"}), "path=value"));
  CHECK(contains(complaint({"run", "a", "--set", "=3"}), "path=value"));
  CHECK(contains(complaint({"run", "a", "--department", "x", "--department", "x"}), "\"x\" is given twice"));
  CHECK(contains(complaint({"run", "a", "--replications", "9", "--precision", "1%"}), "exclude each other"));
  CHECK(contains(complaint({"run", "a", "--max-replications", "9"}), "no effect without --precision"));
  CHECK(contains(complaint({"run", "a", "--measure", "deals"}), "no effect without --precision"));
  CHECK(contains(complaint({"run", "a", "--rows", "csv", "--format", "csv"}), "exclude each other"));
  CHECK(contains(complaint({"run", "a", "--rows", "csv", "--months"}), "exclude each other"));
  CHECK(contains(complaint({"run", "a", "--output", "no_such_folder/x"}), "no folder \"no_such_folder\""));
  CHECK(contains(complaint({"run", "a", "--output", "/"}), "is a folder"));
  CHECK(contains(complaint({"check", "a", "b", "--output", "x"}), "but 2 files"));
}

TEST_CASE("numbers out of range are refused with the range") {
  for (const char* number : {"0", "-1", "1000001", "1e3", "12x", "", "99999999999999999999", "1.5", " 3"})
    CHECK(contains(complaint({"run", "a", "--replications", number}), "from 1 to 1000000"));
  for (const char* number : {"0", "1025"})
    CHECK(contains(complaint({"run", "a", "--threads", number}), "from 1 to 1024"));
  for (const char* number : {"18446744073709551616", "-1", "0x10"})
    CHECK(contains(complaint({"run", "a", "--seed", number}), "from 0 to 18446744073709551615"));
  for (const char* text : {"0", "0%", "101%", "1.01", "-1%", "nan", "inf", "%", "1%%", "one"})
    CHECK(contains(complaint({"run", "a", "--precision", text}), "above 0 and at most 100%"));
  for (const char* text : {"0", "1", "100%", "95", "nan", "99.99999%"})
    CHECK(contains(complaint({"run", "a", "--confidence", text}), "above 0 and at most 99.9999%"));
  CHECK(app::share("1%", 1) == 0.01);
  CHECK(app::share("1.5 %", 1) == 0.015);
  CHECK(app::share("0.5", 1) == 0.5);
  CHECK(app::whole_number("0", 0, 9) == 0U);
}

TEST_CASE("everything wrong is said at once") {
  const std::vector<std::string> all =
      complaints({"run", "a", "--seed", "x", "--threads", "0", "--foo", "--format", "xml", "--set", "y"});
  CHECK(all.size() == 5);
}

TEST_CASE("what is wrong is said in the language that was asked for") {
  CHECK(contains(complaint({"run", "--lang", "ru"}), "не указан файл"));
  CHECK(contains(complaint({"--lang=ru", "run"}), "не указан файл"));
}

TEST_CASE("the help of each command names all of its options and fits into 100 columns") {
  for (const std::string& command : app::command_names())
    for (const char* language : {"en", "ru"}) {
      const program::Outcome outcome = program::good({command, "--help", "--lang", language});
      CHECK(outcome.err.empty());
      const bool of_studies = command == "sweep" || command == "merge" || command == "export" || command == "verify";
      for (const char* option : {"--lang", "--quiet", "--help"})
        CHECK_MESSAGE(contains(outcome.out, option), command << " " << option);
      for (const char* option : {"--set", "--output"})
        CHECK_MESSAGE((of_studies || contains(outcome.out, option)), command << " " << option);
      if (command == "sweep")
        for (const char* option : {"--output", "--dry-run", "--shard I/N", "--replications", "--fail-fast"})
          CHECK_MESSAGE(contains(outcome.out, option), command << " " << option);
      if (command == "trace")
        for (const char* option : {"--department", "--replication N", "--seed", "--lead", "--won-by", "--lost-by",
                                   "--from", "--to", "--format text|json|csv"})
          CHECK_MESSAGE(contains(outcome.out, option), command << " " << option);
      const bool document = !of_studies && command != "trace" && command != "check" && command != "report";
      CHECK_MESSAGE(contains(outcome.out, "--report PATH") == (document && std::string(language) == "en"), command);
      if (command == "run" || command == "compare")
        for (const char* option :
             {"--department", "--replications", "--precision", "--max-replications", "--measure", "--confidence",
              "--seed", "--threads", "--format text|json|csv", "--rows csv", "--months"})
          CHECK_MESSAGE(contains(outcome.out, option), command << " " << option);
      CHECK(contains(outcome.out, "--baseline") == (command == "compare" || command == "report"));
      std::size_t begin = 0;
      for (std::size_t end = outcome.out.find('\n'); end != std::string::npos; end = outcome.out.find('\n', begin)) {
        CHECK(app::display_width(outcome.out.substr(begin, end - begin)) <= 100);
        begin = end + 1;
      }
    }
  CHECK(contains(program::good({"--help"}).out, "compare FILE..."));
  CHECK(contains(program::good({"-h"}).out, "compare FILE..."));
  CHECK(program::good({"--version"}).out.starts_with("salesim 0."));
}

TEST_CASE("the examples of the help can be run") {
  // Each example is a whole line that begins with the program's name; pipes and redirections are the shell's.
  for (const std::string& command : app::command_names()) {
    const std::string help = program::good({command, "--help"}).out;
    std::size_t found = 0;
    for (std::size_t at = help.find("\n  salesim "); at != std::string::npos; at = help.find("\n  salesim ", at + 1)) {
      std::string line = help.substr(at + 11, help.find('\n', at + 1) - at - 11);
      if (contains(line, "OPTION") || contains(line, "*")) continue;
      line = line.substr(0, std::min({line.find(" |"), line.find(" >"), line.size()}));
      Arguments words;
      for (std::size_t begin = 0; begin < line.size();) {
        const std::size_t end = std::min(line.find(' ', begin), line.size());
        words.push_back(line.substr(begin, end - begin));
        begin = end + 1;
      }
      ++found;
      CHECK_MESSAGE(complaints(words).empty(), line);
    }
    CHECK(found >= 2);
  }
}

TEST_CASE("the exit code tells wrong input from success") {
  CHECK(program::run({}).code == 2);
  CHECK(program::run({"run"}).code == 2);
  CHECK(program::run({"run", "no_such_file.toml"}).code == 2);
  CHECK(program::run({"run", program::first_steps, "--seed", "x"}).code == 2);
  const program::Outcome outcome = program::run({"run", "no_such_file.toml", "--lang", "ru"});
  CHECK(outcome.out.empty());
  CHECK(contains(outcome.err, "нет файла «no_such_file.toml»"));
}
