#include "scenarios/format/parse.hpp"

#include <doctest/doctest.h>

#include <cstdio>

#include "tests/scenarios/files.hpp"
#include "tests/scenarios/office.hpp"

/// Files that are no scenarios, and where problems are said to be.
namespace {

using office::Lines;

/// The only problem of a file, as `line:column code`.
std::string only_problem(const std::string& path) {
  try {
    scenarios::read_file(path);
  } catch (const sim::InputError& error) {
    REQUIRE(error.problems().size() == 1);
    const sim::Problem& problem = error.problems().front();
    CHECK(problem.place.source == path);
    return std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + " " + problem.code;
  }
  return "fine";
}

std::string repeated(const std::string& text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

/// The places of all problems of a text, as `line:column code`.
Lines places(const std::string& text) {
  Lines result;
  for (const sim::Problem& problem : office::problems_of(text))
    result.push_back(std::to_string(problem.place.line) + ":" + std::to_string(problem.place.column) + " " +
                     problem.code);
  return result;
}

}  // namespace

TEST_CASE("a file that is no scenario is one clear problem") {
  const Folder folder;
  CHECK(only_problem(folder.path("none.toml")) == "0:0 file_missing");
  CHECK(only_problem(folder.path("")) == "0:0 file_directory");
  CHECK(only_problem(folder.file("empty.toml", "")) == "0:0 file_empty");
  CHECK(only_problem(folder.file("blank.toml", "\n  \n# nothing but words\n")) == "0:0 file_empty");
  CHECK(only_problem(folder.file("nul.toml", std::string("title = \"x\"\ny = \0z", 18))) == "2:5 file_binary");
  CHECK(only_problem(folder.file("latin.toml", "title = \"\xe9t\xe9\"\n")) == "1:10 file_binary");
  CHECK(only_problem(folder.file("zip.toml", "PK\x03\x04\x14")).ends_with("syntax"));
  CHECK(only_problem(folder.file("prose.toml", "Dear colleagues,\n")).starts_with("1:"));
  CHECK(only_problem(folder.file("twice.toml", "a = 1\na = 2\n")).starts_with("2:"));
  CHECK(only_problem(folder.file("date.toml", "start = 2026-02-30\n")).starts_with("1:"));
}

TEST_CASE("a file of 100 MB is refused after the first 4 MB") {
  const Folder folder;
  const std::string path = folder.file("large.toml", "title = \"");
  std::filesystem::resize_file(path, 100U << 20U);  // a hole: zeros that take no space
  CHECK(only_problem(path) == "0:0 file_too_large");
  const std::string just = folder.file("just.toml", "# " + std::string(scenarios::largest_file - 3, 'x') + "\n");
  CHECK(only_problem(just) == "0:0 file_empty");
  CHECK(only_problem(folder.file("over.toml", "# " + std::string(scenarios::largest_file - 2, 'x') + "\n")) ==
        "0:0 file_too_large");
  CHECK(only_problem("/dev/zero") == "0:0 file_too_large");
}

TEST_CASE("what is nested too deeply is refused before it exhausts the stack") {
  const Folder folder;
  CHECK(only_problem(folder.file("lists.toml", "a = " + repeated("[", 1'000'000))) == "1:37 too_deep");
  CHECK(only_problem(folder.file("tables.toml", "a = " + repeated("{ a = ", 500'000))) == "1:197 too_deep");
  CHECK(only_problem(folder.file("dots.toml", "a" + repeated(".a", 1'000'000) + " = 1\n")) == "1:32 too_deep");
  CHECK(only_problem(folder.file("heads.toml", "[a" + repeated(".a", 1'000'000) + "]\n")) == "1:33 too_deep");
  CHECK(only_problem(folder.file("quoted.toml", repeated("\"a\".", 100'000) + "b = 1\n")).ends_with("too_deep"));
  // Brackets in texts and comments count for nothing.
  const std::string brackets = repeated("[", 1000);
  CHECK(office::problems_of("# " + brackets + "\n" + office::text).empty());
  for (const std::string quote : {"\"", "'", "\"\"\"", "'''"})
    CHECK(office::problems_of(office::text + "[x]\na = " + quote + brackets + quote + "\n").front().code ==
          "unknown_key");
  CHECK(office::problems_of(office::text + "[x]\na = \"\"\"\"" + brackets + "\"\"\"\"\"\n").front().code ==
        "unknown_key");
}

TEST_CASE("letters of other scripts outside of quotes are a mistake like any other") {
  for (const std::string letters : {"é", "о", "название", "\u0499", "中", "🙂", "\u00a0", "\u2003"})
    for (const std::string& text :
         {letters + " = 1\n", "a " + letters + " = 1\n", "a = " + letters + "\n", "[" + letters + "]\n",
          "a = 1 " + letters + "\n", "a = [1 " + letters + "]\n", "a = \"\"\"x\\\n" + letters + "\"\"\"\n"})
      CHECK_MESSAGE(!office::problems_of(text + office::text).empty(), text);
}

TEST_CASE("tables with more names than any company has are refused") {
  std::string many;
  for (int i = 0; i < 25'000; ++i) many += "k" + std::to_string(i) + " = 1\n";
  CHECK(office::lines(office::problems_of(many)) == Lines{"too_many (25000; 20000)"});
  std::string segments = office::text;
  for (int i = 0; i < 1001; ++i) segments += "[segments.s" + std::to_string(i) + "]\n";
  CHECK(office::lines(office::problems_of(segments)).front() == "too_many segments (1003; 1000)");
  std::string duties = "[";
  for (int i = 0; i < 1001; ++i) duties += "\"meet\", ";
  CHECK(office::wrong({"departments.one_tier.roles.seller.does=" + duties + "]"}).front() ==
        "too_many departments.one_tier.roles.seller.does (1001; 1000)");
  // 700 stages for 2 segments fit; for 100 departments they do not.
  std::string stages = "stages = [";
  for (int i = 0; i < 700; ++i) stages += "\"s" + std::to_string(i) + "\", ";
  std::string departments;
  for (int i = 0; i < 100; ++i) departments += "[departments.d" + std::to_string(i) + "]\n";
  const auto problems =
      office::problems_of(office::replaced("stages = [\"qualify\", \"meet\"]", stages + "]") + departments);
  CHECK(office::lines(problems).front() == "too_many_stages pipeline (700; 2; 102; 100000)");
}

TEST_CASE("the 200 first problems are shown, and how many more there are") {
  std::string text = office::text;
  for (int i = 0; i < 300; ++i) text += "[departments.x" + std::to_string(i) + "]\nfoo = 1\n";
  const sim::Problems problems = office::problems_of(text);
  REQUIRE(problems.size() == 201);
  CHECK(problems.back().code == "more_problems");
  CHECK(problems.back().arguments.at(0) == "100");
}

TEST_CASE("a problem is where its value or its key begins, in characters") {
  CHECK(places(office::replaced("order = 1000", "order = -1")) == Lines{"10:9 too_low"});
  CHECK(places(office::replaced("inbound.web = {", "inbound.web = { \"cöst\" = 1,")) == Lines{"11:17 unknown_key"});
  CHECK(places(office::replaced("order = 1000", "title = \"Жесть 🙂\"\nfit = 2 # «x»\norder = 5")) ==
        Lines{"11:7 too_high"});
  CHECK(places(office::replaced("pass = { retail = \"45 %\"", "pass = { \"retail\" = \"145 %\"")) ==
        Lines{"24:21 too_high"});
  CHECK(places(office::replaced("[segments.retail]\norder = 1000", "[segments.retail]\r\norder = -1\r")) ==
        Lines{"10:9 too_low"});
  CHECK(places(office::replaced("format = 1",
                                "\xEF\xBB\xBF"
                                "format = 2")) == Lines{"1:10 too_high"});
  // A missing key: where its table begins.
  CHECK(places(office::replaced("inbound.web = { rate = \"300 / mo\" }", "inbound.web = {}")) ==
        Lines{"11:15 missing_key"});
  CHECK(places(office::replaced("start = 2026-01-05\n", "")) == Lines{"1:1 missing_key"});
  CHECK(places(office::replaced("staff = 1\n", "")) == Lines{"32:30 missing_key"});
}

TEST_CASE("problems come in the order of the file") {
  const std::string text =
      office::replaced("staff = 4", "staff = -4",
                       office::replaced("order = 1000", "order = -1", office::replaced("format = 1", "format = 3")));
  CHECK(places(text) == Lines{"1:10 too_high", "10:9 too_low", "28:9 too_low"});
}
