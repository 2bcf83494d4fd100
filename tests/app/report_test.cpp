#include <signal.h>

#include <array>
#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "app/output/page.hpp"
#include "app/store/database.hpp"
#include "tests/app/program.hpp"
#include "tests/app/sweep.hpp"

/// The page of results: what the program puts into it, and what it refuses.
namespace {

using Json = nlohmann::ordered_json;
using program::contains;
using program::operator+;

const std::string holder = R"(<script type="application/json" id="salesim-data">)";

/// What stands in the page between the tags of its data, as text.
std::string data_of(const std::string& page) {
  const std::size_t begin = page.find(holder);
  REQUIRE(begin != std::string::npos);
  const std::size_t from = begin + holder.size();
  return page.substr(from, page.find("</script>", from) - from);
}

/// An answer of two months with two replications, in a file.
Json answer(const std::string& command, const program::Arguments& more, const std::string& file) {
  program::good(program::shortly(command, more) +
                program::Arguments{"--replications", "2", "--format", "json", "--output", file});
  return Json::parse(program::read(file));
}

Json a_map(const std::string& file) {
  return answer(
      "map",
      {"--x", "pipeline.meet.pass=20%..60%", "--y", "pipeline.meet.show=50%..90%", "--columns", "2", "--rows", "2"},
      file);
}

program::Outcome report(const program::Arguments& inputs, const std::string& page) {
  return program::run(program::Arguments{"report"} + inputs + program::Arguments{"--output", page});
}

}  // namespace

TEST_CASE("a page holds the document to the last digit, with the words for it") {
  const program::Folder folder;
  const Json document = answer("compare", {}, folder / "a.json");
  REQUIRE(report({folder / "a.json", "--lang", "ru"}, folder / "a.html").code == 0);
  const std::string page = program::read(folder / "a.html");
  const Json data = Json::parse(data_of(page));
  CHECK(data["language"] == "ru");
  for (const char* part : {"distributions", "comparison", "waterfalls", "assumptions", "scenario", "command"}) {
    const bool same = data["document"][part] == document[part];
    CHECK_MESSAGE(same, part);
  }
  for (const auto& [name, department] : document["departments"].items())
    for (const char* part : {"measures", "months", "losses"}) {
      const bool same = data["document"]["departments"][name][part] == department[part];
      CHECK_MESSAGE(same, part);
    }
  CHECK(data["words"]["decision"] == "Решение");
  CHECK(data["words"]["measure.profit"] == "Прибыль");
  CHECK(data["words"]["cause.refused"] == "отказались");
  CHECK(data["words"]["unit.h"] == "ч");
  // Notes are said in the language of the page, not in that of the answer.
  CHECK(document["not_modelled"][0]["message"].get<std::string>().starts_with("Competitors"));
  CHECK(data["document"]["not_modelled"][0]["message"].get<std::string>().starts_with("Конкуренты"));
  // Nothing else of the page depends on the document.
  const std::size_t begin = page.find(holder) + holder.size();
  const std::string empty = page.substr(0, begin) + page.substr(begin + data_of(page).size());
  CHECK(empty.find("</script>", begin) == begin);
  CHECK(app::has_page());
  CHECK(page.size() < 2'000'000);
}

TEST_CASE("a page of a scenario is the one of its comparison, and a shortcut of compare writes the same") {
  const program::Folder folder;
  const Json document = answer("compare", {"--report", folder / "b.html"}, folder / "a.json");
  REQUIRE(
      report({program::first_steps, "--replications", "2", "--set", "horizon=2 mo", "--set", "warm_up=0 d", "--quiet"},
             folder / "a.html")
          .code == 0);
  const bool same = program::read(folder / "a.html") == program::read(folder / "b.html");
  CHECK(same);
  const bool whole = Json::parse(data_of(program::read(folder / "a.html")))["document"] == document;
  CHECK(whole);
}

TEST_CASE("every command whose answer is a document writes its page, too") {
  const std::string range = "pipeline.meet.pass=20%..60%";
  for (const program::Arguments& asked : {program::Arguments{"run"},
                                          {"select", "--delta", "1000", "--vary", "pipeline.meet.pass=30%,40%"},
                                          {"sensitivity", "--department", "lead_desk", "--range", range},
                                          {"breakeven", range},
                                          {"explain", "one_tier", "lead_desk"}}) {
    const program::Folder folder;
    const program::Arguments more(asked.begin() + 1, asked.end());
    const Json document =
        answer(asked.front(), more + program::Arguments{"--report", folder / "a.html"}, folder / "a.json");
    const bool whole = Json::parse(data_of(program::read(folder / "a.html")))["document"] == document;
    CHECK_MESSAGE(whole, asked.front());
  }
}

TEST_CASE("answers on the same scenario become one page, whatever their order") {
  const program::Folder folder;
  const Json compared = answer("compare", {}, folder / "a.json");
  const Json map = a_map(folder / "b.json");
  for (const program::Arguments& order : {program::Arguments{folder / "a.json", folder / "b.json"},
                                          program::Arguments{folder / "b.json", folder / "a.json"}}) {
    REQUIRE(report(order, folder / "a.html").code == 0);
    const Json document = Json::parse(data_of(program::read(folder / "a.html")))["document"];
    const bool both = document["comparison"] == compared["comparison"] && document["map"] == map["map"];
    CHECK(both);
    CHECK(document["command"] == compared["command"].get<std::string>() + " && " + map["command"].get<std::string>());
  }
}

TEST_CASE("answers that do not belong together are refused") {
  const program::Folder folder;
  const Json document = answer("compare", {}, folder / "a.json");
  const auto refuses = [&](const Json& other, const std::string& why) {
    program::write(folder / "b.json", other.dump());
    const program::Outcome outcome = report({folder / "a.json", folder / "b.json"}, folder / "a.html");
    CHECK(outcome.code == 2);
    CHECK_MESSAGE(contains(outcome.err, why), outcome.err);
    CHECK(folder.content().size() == 2);
  };
  refuses(document, "both \"" + folder / "a.json\" and \"" + folder / "b.json\" have \"departments\"");
  Json other = document;
  other["scenario"]["hash"] = "0123";
  refuses(other, "are of different scenarios");
  other = document;
  other["confidence"] = 0.5;
  refuses(other, "different confidence (0.95 and 0.5)");
  const program::Outcome mixed = report({folder / "a.json", program::first_steps}, folder / "a.html");
  CHECK(mixed.code == 2);
  CHECK(contains(mixed.err, "not of both"));
  const program::Outcome idle = report({folder / "a.json", "--seed", "2"}, folder / "a.html");
  CHECK(idle.code == 2);
  CHECK(contains(idle.err, "--seed has no effect"));
}

TEST_CASE("whatever is no answer of this format is refused, with its place") {
  const program::Folder folder;
  const Json document = answer("run", {}, folder / "good.json");
  const std::string text = program::read(folder / "good.json");
  const auto refuses = [&](const std::string& content, const std::string& why) {
    program::write(folder / "bad.json", content);
    const program::Outcome outcome = report({folder / "bad.json"}, folder / "bad.html");
    CHECK(outcome.code == 2);
    CHECK_MESSAGE(contains(outcome.err, why), outcome.err);
    CHECK(folder.content().size() == 2);
  };
  refuses("", "bad.json is empty");
  refuses(" \n", "bad.json is empty");
  refuses("{\n\"format\": 1,\n\"salesim", "bad.json:3:9: the file ends here");
  refuses(text.substr(0, text.size() / 2), ": the file ends here");
  refuses("{\n  oops }", "bad.json:2:3: this is no JSON");
  refuses("{} \xff", "bad.json:1:4: this is no JSON");
  refuses("[1, 2]", "no answer of salesim");
  refuses(R"({"name": "page"})", "no answer of salesim");
  Json other = document;
  other["format"] = 2;
  other["salesim"] = "9.0";
  refuses(other.dump(),
          "/format is 2, and this program reads answers of format 1; another version of salesim (\"9.0\")");
  other = document;
  other["seed"] = "one";
  other["departments"]["one_tier"]["measures"]["profit"]["mean"] = true;
  other["departments"]["one_tier"].erase("months");
  other["more"] = 1;
  refuses(other.dump(), "/seed is no integer");
  refuses(other.dump(), "/departments/one_tier/measures/profit/mean is no number, null");
  refuses(other.dump(), "/departments/one_tier lacks \"months\"");
  refuses(std::string(100'000, '['), ": the file ends here");
  const program::Outcome directory = report({folder.path().string()}, folder / "bad.html");
  CHECK(directory.code == 2);
  CHECK(contains(directory.err, "is a folder"));
  const program::Outcome missing = report({folder / "none.json"}, folder / "bad.html");
  CHECK(missing.code == 2);
  CHECK(contains(missing.err, "there is no such file"));
}

TEST_CASE("keys that a later program of the same format has added do not keep a document from its page") {
  const program::Folder folder;
  Json document = answer("run", {}, folder / "a.json");
  document["later"] = {{"more", 1}};
  document["departments"]["one_tier"]["later"] = 2;
  program::write(folder / "a.json", document.dump());
  CHECK(report({folder / "a.json"}, folder / "a.html").code == 0);
}

TEST_CASE("what a document says stays text in its page") {
  const program::Folder folder;
  const std::string hostile = "</script><script>alert(1)</script><!-- &amp; \u2028\u2029 \u202e\u2066 ' \" \\";
  for (const std::string& title :
       {hostile, std::string(10'000, 'x'), std::string("\xd0\x94\xf0\x9f\x99\x82\x01\x7f")}) {
    Json document = answer("run", {}, folder / "a.json");
    document["scenario"]["title"] = title;
    document["departments"][title] = document["departments"]["one_tier"];
    program::write(folder / "a.json", document.dump());
    REQUIRE(report({folder / "a.json"}, folder / "a.html").code == 0);
    const std::string data = data_of(program::read(folder / "a.html"));
    CHECK(data.find_first_of("<>&") == std::string::npos);
    CHECK(data.find("\u2028") == std::string::npos);
    CHECK(data.find("\u2029") == std::string::npos);
    const Json read = Json::parse(data);
    CHECK(read["document"]["scenario"]["title"] == title);
    CHECK(read["document"]["departments"].contains(title));
  }
}

TEST_CASE("stages, roles and departments are called on the page what the scenario calls them") {
  const program::Folder folder;
  program::good({"run", "scenarios/roofing_season.toml", "--replications", "1", "--set", "horizon=1 mo", "--set",
                 "warm_up=0 d", "--department", "apart", "--quiet", "--output", folder / "a.txt", "--report",
                 folder / "a.html"});
  const Json words = Json::parse(data_of(program::read(folder / "a.html")))["words"];
  CHECK(words["stage.qualify"] == "Answer and sort");
  CHECK(words["role.retail_hunter"] == "Retail hunter");
}

TEST_CASE("a study's page says of its departments what its database says") {
  const program::Folder folder;
  REQUIRE(sweeps::sweep(folder, sweeps::tiny_study(), "a.db", {"--quiet"}).code == 0);
  REQUIRE(report({folder / "a.db"}, folder / "a.html").code == 0);
  const Json document = Json::parse(data_of(program::read(folder / "a.html")))["document"];
  const Json& study = document["study"];
  CHECK(study["measure"] == "deals");
  CHECK(study["points"] == 4);
  CHECK(study["done"] == 4);
  CHECK(study["replications"] == 24);
  CHECK(study["departments"] == Json{"one_server", "decaying"});
  CHECK(study["factors"][0]["path"] == "segments.customers.inbound.door.rate");
  CHECK(study["factors"][0]["low"] == 10);
  CHECK(study["factors"][0]["high"] == 20);
  CHECK(study["factors"][0]["unit"] == "/ h");
  // The means by point and department, as `export` tells them.
  std::map<std::pair<int, std::string>, double> means;
  const std::string csv = program::good({"export", folder / "a.db", "--table", "answer"}).out;
  const std::regex line(R"(\n(\d+),[^,]*,(\w+),deals,[^,]*,[^,]*,([^,]*),)");
  for (std::sregex_iterator it(csv.begin(), csv.end(), line), end; it != end; ++it)
    means[{std::stoi((*it)[1]), (*it)[2]}] = std::stod((*it)[3]);
  REQUIRE(means.size() == 8);
  REQUIRE(study["table"].size() == 4);
  std::array<int, 2> won{};
  for (int point = 0; point < 4; ++point) {
    const Json& row = study["table"][static_cast<std::size_t>(point)];
    const double first = means[{point, "one_server"}];
    const double second = means[{point, "decaying"}];
    CHECK(row["means"] == Json{first, second});
    const int best = first >= second ? 0 : 1;
    CHECK(row["best"] == best);
    ++won[static_cast<std::size_t>(best)];
  }
  CHECK(study["best"]["one_server"] == won[0] / 4.0);
  CHECK(study["best"]["decaying"] == won[1] / 4.0);
  REQUIRE(study["winners"].size() == 2);
  for (const Json& winners : study["winners"]) {
    std::array<int, 2> counted{};
    for (const Json& bin : winners["bins"]) {
      CHECK(bin["points"] == 2);
      for (std::size_t d = 0; d < 2; ++d) counted[d] += bin["best"][d].get<int>();
    }
    CHECK(counted == won);
  }
  const Json& spread = study["spread"]["departments"]["one_server"];
  int counted = 0;
  for (const Json& count : spread["counts"]) counted += count.get<int>();
  CHECK(counted == 4);

  // What repeats it, from when to when it goes, and what its scenario rests on: at a factor all that it goes through.
  CHECK(document["command"] == "salesim verify " + (folder / "a.db") + "\nsalesim report " + (folder / "a.db"));
  program::good({"verify", folder / "a.db", "--quiet"});
  CHECK(document["scenario"]["first_day"] == "2026-01-01");
  CHECK_FALSE(document["scenario"].contains("last_day"));  // the study varies the horizon
  std::map<std::string, Json> assumptions;
  for (const Json& one : document["assumptions"]) assumptions.emplace(one["path"], one);
  CHECK(assumptions.size() == document["assumptions"].size());
  CHECK(assumptions["segments.customers.inbound.door.rate"]["value"] == "10 / h, 20 / h");
  CHECK(assumptions["departments.*.roles.*.speed"]["basis"] == "default");
  CHECK(assumptions["departments.*.roles.*.speed"]["said"] == false);

  // Another measure, of which less is better; and one that is not stored.
  REQUIRE(report({folder / "a.db", "--measure", "wait.serve.mean"}, folder / "a.html").code == 0);
  const Json waits = Json::parse(data_of(program::read(folder / "a.html")))["document"]["study"];
  CHECK(waits["larger_is_better"] == false);
  for (const Json& row : waits["table"]) {
    const int best = row["means"][0].get<double>() <= row["means"][1].get<double>() ? 0 : 1;
    CHECK(row["best"] == best);
  }
  const program::Outcome unknown = report({folder / "a.db", "--measure", "revenue"}, folder / "b.html");
  CHECK(unknown.code == 2);
  CHECK(contains(unknown.err, "there is no measure \"revenue\"; there are: deals, wait.serve.mean, wait.serve.p90"));
  program::write(folder / "c.db", "SQLite format 3\nnothing else");
  CHECK(report({folder / "c.db"}, folder / "c.html").code == 1);
  CHECK(!std::filesystem::exists(folder / "c.html"));
}

TEST_CASE("a study of ten thousand points makes a page of no more than its table") {
  const program::Folder folder;
  const std::string database = folder / "large.db";
  {
    REQUIRE(sweeps::sweep(folder, sweeps::tiny_study(), "large.db", {"--quiet"}).code == 0);
    app::Database results(database, app::Database::Access::write);
    app::Transaction all(results);
    // Points 4 … 9999 made of the first four: other rates, means a little apart.
    results.execute(
        "CREATE TEMP TABLE n AS WITH RECURSIVE c(i) AS (SELECT 4 UNION ALL SELECT i + 1 FROM c WHERE i < 9999) SELECT "
        "i FROM c;"
        "INSERT INTO point SELECT i, scenario, hash, status, reason FROM n JOIN point ON point = i % 4;"
        "INSERT INTO parameter SELECT i, factor, value, number + i FROM n JOIN parameter ON point = i % 4;"
        "INSERT INTO summary SELECT i, department, measure, replications, mean + i, low, high, sd, p05, p50, p95, "
        "empty "
        "FROM n JOIN summary ON point = i % 4;");
    all.commit();
  }
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(report({database}, folder / "a.html").code == 0);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  const std::string page = program::read(folder / "a.html");
  const Json study = Json::parse(data_of(page))["document"]["study"];
  CHECK(study["done"] == 10'000);
  CHECK(study["table_of"] == 10'000);
  CHECK(study["table"].size() == 1000);
  CHECK(study["winners"][0]["bins"].size() <= 20);
  std::uint64_t points = 0;
  for (const Json& bin : study["winners"][0]["bins"]) points += bin["points"].get<std::uint64_t>();
  CHECK(points == 10'000);
  CHECK(page.size() < 2'000'000);
  CHECK(data_of(page).size() < 400'000);
  MESSAGE("10,000 points: " << page.size() / 1000 << " kB in " << took.count() << " s");
}

TEST_CASE("an interrupted report leaves nothing, and what cannot be written is said before") {
  const program::Folder folder;
  program::Running running(
      {"report", program::first_steps, "--replications", "900000", "--threads", "2", "-o", folder / "a.html"});
  running.wait_until_interruptible();
  kill(running.id(), SIGINT);
  const program::Outcome outcome = running.wait();
  CHECK(outcome.code == 130);
  CHECK(contains(outcome.err, "interrupted after "));
  CHECK(folder.content().empty());
  const program::Outcome nowhere =
      program::run({"compare", program::first_steps, "--report", folder / "none/a.html", "--output", folder / "a.txt"});
  CHECK(nowhere.code == 2);
  CHECK(contains(nowhere.err, "--report \"" + folder / "none/a.html" + "\": there is no folder"));
  const program::Outcome same =
      program::run({"compare", program::first_steps, "--report", folder / "a", "--output", folder / "a"});
  CHECK(same.code == 2);
  CHECK(contains(same.err, "exclude each other"));
}

TEST_CASE("the page asks for the words that the program holds, all of them") {
  std::set<std::string> held;
  const std::regex entry(R"re(PageWords\{"([^"]+)")re");
  const std::filesystem::path root = SALESIM_SOURCE_DIR;
  const std::string catalogue = program::read(root / "app/messages/page.hpp");
  for (std::sregex_iterator it(catalogue.begin(), catalogue.end(), entry), end; it != end; ++it) held.insert((*it)[1]);
  REQUIRE(held.size() > 40);
  std::string sources;
  for (const auto& file : std::filesystem::recursive_directory_iterator(root / "web/src"))
    if (file.path().extension() == ".ts") sources += program::read(file.path());
  const std::regex asked(R"(\bsay\(([^,()]*))");
  const std::regex word(R"re("([a-z0-9_]+)")re");
  std::size_t found = 0;
  for (std::sregex_iterator call(sources.begin(), sources.end(), asked), end; call != end; ++call) {
    const std::string first = (*call)[1];
    for (std::sregex_iterator it(first.begin(), first.end(), word), last; it != last; ++it, ++found)
      CHECK_MESSAGE(held.contains((*it)[1]),
                    "the page asks for \"" << (*it)[1].str() << "\", which app/messages/page.hpp lacks");
  }
  CHECK(found > 40);
  for (const std::string& key : held)
    CHECK_MESSAGE(contains(sources, "\"" + key + "\""), "the page never asks for \"" << key << "\"");
}

TEST_CASE("nothing is written over what is read") {
  const std::string file = (std::filesystem::temp_directory_path() / "salesim_report_input.toml").string();
  std::filesystem::copy_file(std::filesystem::path(SALESIM_SOURCE_DIR) / program::first_steps, file, std::filesystem::copy_options::overwrite_existing);
  const std::string before = program::read(file);
  for (const program::Arguments& arguments :
       {program::Arguments{"report", file, "--output", file}, program::Arguments{"compare", file, "--report", file},
        program::Arguments{"compare", file, "--output", file}}) {
    const program::Outcome outcome = program::run(arguments);
    CHECK(outcome.code == 2);
    CHECK(program::contains(outcome.err, "would be overwritten by"));
    CHECK((program::read(file) == before));
  }
}
