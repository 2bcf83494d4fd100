#include <doctest/doctest.h>
#include <sys/stat.h>

#include <cmath>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <sstream>

#include "analysis/estimate.hpp"
#include "app/store/database.hpp"
#include "app/study_estimate.hpp"
#include "scenarios/format/study.hpp"
#include "tests/app/sweep.hpp"

using program::contains;
using program::good;
using sweeps::exported;
using sweeps::Folder;
using sweeps::Outcome;
using sweeps::sweep;
using sweeps::tiny_study;

namespace {

std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> all;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) all.push_back(line);
  return all;
}

std::vector<nlohmann::json> rows(const std::string& database, const std::string& table) {
  std::vector<nlohmann::json> all;
  for (const std::string& line : lines(good({"export", database, "--table", table, "--format", "jsonl"}).out))
    all.push_back(nlohmann::json::parse(line));
  return all;
}

}  // namespace

TEST_CASE("a study fills its tables: points with their values, runs, observations and summaries") {
  const Folder folder;
  const Outcome outcome = sweep(folder, tiny_study(), "a.db");
  REQUIRE_MESSAGE(outcome.code == 0, outcome.err);
  CHECK(contains(outcome.out, "12 of 12 blocks"));
  CHECK(rows(folder / "a.db", "point").size() == 4);
  CHECK(rows(folder / "a.db", "run").size() == 4 * 3 * 2);
  CHECK(rows(folder / "a.db", "observation").size() == 4 * 2 * 6 * 3);
  CHECK(rows(folder / "a.db", "summary").size() == 4 * 2 * 3);
  const auto parameters = rows(folder / "a.db", "parameter");
  REQUIRE(parameters.size() == 8);
  CHECK(parameters[2] == nlohmann::json({{"point", 1}, {"factor", 0}, {"value", "10 / h"}, {"number", 10.0}}));
  CHECK(parameters[3] == nlohmann::json({{"point", 1}, {"factor", 1}, {"value", "2 d"}, {"number", 2.0}}));
  CHECK(folder.content().size() == 2);  // no journal is left
}

TEST_CASE("what a study stores is what `run` says of the same scenario, replication by replication") {
  const Folder folder;
  REQUIRE(sweep(folder, tiny_study(), "a.db").code == 0);
  // Point 3: the second rate and the second horizon.
  const Outcome run =
      good({"run", sweeps::tiny_scenario, "--set", "segments.customers.inbound.door.rate=20 / h", "--set",
            "horizon=2 d", "--department", "decaying", "--replications", "6", "--rows", "csv", "--quiet"});
  std::size_t compared = 0;
  for (const auto& row : rows(folder / "a.db", "replication")) {
    if (row["point"] != 3 || row["department"] != "decaying") continue;
    const std::string begin =
        "decaying," + std::to_string(row["replication"].get<int>()) + "," + row["measure"].get<std::string>() + ",";
    for (const std::string& line : lines(run.out)) {
      if (!line.starts_with(begin)) continue;
      CHECK(std::stod(line.substr(line.rfind(',') + 1)) == row["value"].get<double>());
      ++compared;
    }
  }
  CHECK(compared == 6 * 3);
}

TEST_CASE("summaries are the estimates of what is stored") {
  const Folder folder;
  REQUIRE(sweep(folder, tiny_study(), "a.db").code == 0);
  analysis::Sample deals;
  analysis::Sample wait;
  wait.ratio = true;
  for (const auto& row : rows(folder / "a.db", "observation")) {
    if (row["point"] != 2 || row["department"] != 1) continue;
    if (row["measure"] == 0) deals.above.push_back(row["above"]);
    if (row["measure"] != 1) continue;
    wait.above.push_back(row["above"]);
    wait.below.push_back(row["below"]);
  }
  std::size_t compared = 0;
  for (const auto& row : rows(folder / "a.db", "summary")) {
    if (row["point"] != 2 || row["department"] != 1 || row["measure"] == 2) continue;
    const analysis::Estimate estimate = analysis::estimate(row["measure"] == 0 ? deals : wait, 0.95);
    CHECK(row["mean"] == estimate.mean);
    CHECK(row["low"] == estimate.low);
    CHECK(row["high"] == estimate.high);
    CHECK(row["sd"] == estimate.sd);
    CHECK(row["replications"] == 6);
    ++compared;
  }
  CHECK(compared == 2);
}

TEST_CASE("threads, shards that are merged, and more replications later give the same bytes") {
  const Folder folder;
  REQUIRE(sweep(folder, tiny_study(), "one.db", {"--threads", "1"}).code == 0);
  const std::string expected = exported(folder / "one.db");
  REQUIRE(sweep(folder, tiny_study(), "two.db", {"--threads", "3"}).code == 0);
  CHECK(exported(folder / "two.db") == expected);

  for (const char* shard : {"1/3", "2/3", "3/3"})
    REQUIRE(sweep(folder, tiny_study(), std::string("part") + shard[0] + ".db", {"--shard", shard}).code == 0);
  const Outcome half = good({"merge", folder / "merged.db", folder / "part3.db", folder / "part1.db"});
  CHECK(contains(half.out, "8 blocks taken, 8 of 12 are there"));
  CHECK(contains(half.out, "missing: point 0, replications 2 to 3"));
  const Outcome whole = good({"merge", folder / "merged.db", folder / "part1.db", folder / "part2.db"});
  CHECK(contains(whole.out, "4 blocks taken, 12 of 12 are there"));
  CHECK_FALSE(contains(whole.out, "missing"));
  CHECK(exported(folder / "merged.db") == expected);
  CHECK(contains(good({"merge", folder / "merged.db", folder / "part2.db"}).out, "0 blocks taken"));
  CHECK(exported(folder / "merged.db") == expected);

  REQUIRE(sweep(folder, tiny_study(), "grown.db", {"--replications", "2"}).code == 0);
  CHECK(rows(folder / "grown.db", "run").size() == 8);
  const Outcome more = sweep(folder, tiny_study(), "grown.db", {"--replications", "6"});
  CHECK(contains(more.out, "8 of them computed now"));
  CHECK(exported(folder / "grown.db") == expected);
}

TEST_CASE("a study that is done is not computed again") {
  const Folder folder;
  REQUIRE(sweep(folder, tiny_study(), "a.db").code == 0);
  const std::string expected = exported(folder / "a.db");
  CHECK(contains(sweep(folder, tiny_study(), "a.db").out, "0 of them computed now"));
  CHECK(exported(folder / "a.db") == expected);
}

TEST_CASE("a point that fails is a row with its reason and stops nothing, unless that is asked for") {
  const Folder folder;
  // A season that sells nothing cannot be: the value is taken, and the scenario is not.
  const std::string study = tiny_study("", "[\"10 / h\", \"20 / h\"]") +
                            "\"departments.one_server.roles.server.does\" = [[\"serve\"], [\"order\"]]\n";
  const Outcome outcome = sweep(folder, study, "a.db");
  REQUIRE(outcome.code == 2);  // a value that never works is wrong in the study itself
  CHECK(contains(outcome.err, "study.toml"));
}

TEST_CASE("scenarios of a folder are points; one that cannot be read fails and the others run") {
  const Folder folder;
  std::filesystem::create_directory(folder / "files");
  const std::string tiny = program::read(sweeps::tiny_scenario);
  program::write(folder / "files/a.toml", tiny);
  program::write(folder / "files/b.toml", "format = 1\nhorizon = 3\n");
  program::write(folder / "files/c.toml", tiny + "\n# the same\n");
  const std::vector<std::string> command{"sweep", folder / "files", "--output",   folder / "a.db",  "--measure",
                                         "deals", "--department",   "one_server", "--replications", "3"};
  const Outcome outcome = program::run(command);
  REQUIRE_MESSAGE(outcome.code == 0, outcome.err);
  CHECK(contains(outcome.out, "1 failed"));
  const auto points = rows(folder / "a.db", "point");
  REQUIRE(points.size() == 3);
  CHECK(points[0]["status"] == "ok");
  CHECK(points[1]["status"] == "failed");
  CHECK(contains(points[1]["reason"], "b.toml:2:11: horizon"));
  CHECK(points[0]["hash"] == points[2]["hash"]);
  CHECK(rows(folder / "a.db", "failure").size() == 1);
  CHECK(contains(program::run(command).out, "0 of them computed now"));

  std::vector<std::string> fast = command;
  fast[3] = folder / "b.db";
  fast.emplace_back("--fail-fast");
  fast.insert(fast.end(), {"--threads", "1"});
  const Outcome stopped = program::run(fast);
  CHECK(stopped.code == 1);
  CHECK(contains(stopped.err, "stopped at point 1"));
  CHECK(rows(folder / "b.db", "point").size() == 2);
}

TEST_CASE("where nothing can be read, nothing is run and no database is made") {
  const Folder folder;
  const auto refused = [&](const std::string& file) {
    const Outcome outcome = program::run({"sweep", folder / file, "--output", folder / "a.db"});
    CHECK(outcome.code == 2);
    CHECK_FALSE(std::filesystem::exists(folder / "a.db"));
    return outcome.err;
  };
  CHECK(contains(refused("nowhere.toml"), "nowhere.toml: there is no file"));
  CHECK(contains(refused("none*.toml"), "none*.toml: there is no file"));
  program::write(folder / "b.toml", "format = 1\nhorizon = 3\n");
  CHECK(contains(refused("b.toml"), "b.toml:2:11: horizon"));
  std::filesystem::create_directory(folder / "files");
  program::write(folder / "files/c.toml", "format = 1\nhorizon = 3\n");
  CHECK(contains(refused("files"), "c.toml:2:11: horizon"));
  // A pipe into which nobody writes would be waited for, as a study, as its scenario, and in a folder.
  REQUIRE(mkfifo((folder / "pipe.toml").c_str(), 0600) == 0);
  program::write(folder / "study.toml", "scenarios = [\"pipe.toml\"]\n");
  REQUIRE(mkfifo((folder / "files/pipe.toml").c_str(), 0600) == 0);
  for (const char* file : {"pipe.toml", "study.toml", "files"}) CHECK(contains(refused(file), "is a pipe or a device"));
}

TEST_CASE("verify computes again and finds a single bit that was changed") {
  const Folder folder;
  REQUIRE(sweep(folder, tiny_study(), "a.db").code == 0);
  CHECK(contains(good({"verify", folder / "a.db"}).out, "12 of 12 stored blocks"));
  CHECK(contains(good({"verify", folder / "a.db", "--sample", "1%", "--seed", "5"}).out, "of 12 stored blocks"));
  {
    app::Database database(folder / "a.db", app::Database::Access::write);
    database.execute(
        "UPDATE observation SET above = above + 1 WHERE point = 2 AND department = 1 AND replication = 3 "
        "AND measure = 0");
  }
  const Outcome outcome = program::run({"verify", folder / "a.db"});
  CHECK(outcome.code == 1);
  CHECK(contains(outcome.out, "point 2, replications 2 to 3"));
  CHECK(contains(outcome.out, "1 of 12 blocks"));
}

TEST_CASE("a database takes the blocks of its own study and version only") {
  const Folder folder;
  REQUIRE(sweep(folder, tiny_study(), "a.db").code == 0);
  const Outcome other = sweep(folder, tiny_study("seed = 2\n"), "a.db");
  CHECK(other.code == 2);
  CHECK(contains(other.err, "another study"));
  REQUIRE(sweep(folder, tiny_study("seed = 2\n"), "b.db").code == 0);
  CHECK(program::run({"merge", folder / "a.db", folder / "b.db"}).code == 2);
  {
    app::Database database(folder / "a.db", app::Database::Access::write);
    database.execute("UPDATE study SET value = '0.0.1' WHERE key = 'version'");
  }
  for (const program::Arguments& arguments :
       {program::Arguments{"verify", folder / "a.db"}, {"merge", folder / "c.db", folder / "b.db", folder / "a.db"}}) {
    const Outcome outcome = program::run(arguments);
    CHECK(outcome.code == 2);
    CHECK(contains(outcome.err, "0.0.1"));
  }
  CHECK(sweep(folder, tiny_study(), "a.db").code == 2);
  program::write(folder / "text.db", "no database at all, but a text that is long enough to be one by its size\n");
  const Outcome strange = program::run({"export", folder / "text.db"});
  CHECK(strange.code == 1);
  CHECK(contains(strange.err, "text.db"));
  CHECK(program::run({"export", folder / "nowhere.db"}).code == 1);
}

TEST_CASE("a database that says impossible things of itself is damaged, and nothing is made of it") {
  const Folder folder;
  REQUIRE(sweep(folder, tiny_study(), "whole.db").code == 0);
  for (const char* change : {"'0' WHERE key = 'block'", "'4' WHERE key = 'block'", "'-1' WHERE key = 'replications'",
                             "'x' WHERE key = 'points'", "'99999999999999999999' WHERE key = 'points'"}) {
    std::filesystem::copy_file(folder / "whole.db", folder / "a.db", std::filesystem::copy_options::overwrite_existing);
    {
      app::Database database(folder / "a.db", app::Database::Access::write);
      database.execute(std::string{"UPDATE study SET value = "} + change);
    }
    for (const program::Arguments& arguments :
         {program::Arguments{"verify", folder / "a.db"}, {"merge", folder / "b.db", folder / "a.db"}}) {
      const Outcome outcome = program::run(arguments);
      CHECK(outcome.code == 1);
      CHECK_MESSAGE(contains(outcome.err, "a.db is damaged"), change);
    }
    CHECK_FALSE(std::filesystem::exists(folder / "b.db"));
  }
}

TEST_CASE("what the command line of studies refuses") {
  const Folder folder;
  program::write(folder / "study.toml", tiny_study());
  const auto refused = [&](program::Arguments arguments) {
    const Outcome outcome = program::run(arguments);
    CHECK(outcome.code == 2);
    return outcome.err;
  };
  CHECK(contains(refused({"sweep", folder / "study.toml", "--shard", "4/3"}), "--shard"));
  CHECK(contains(refused({"sweep", folder / "study.toml", "--seed", "4"}), "stands in the study"));
  CHECK(contains(refused({"sweep", folder / "study.toml", "--replications", "5"}), "multiple"));
  CHECK(contains(refused({"sweep", folder / "study.toml", sweeps::tiny_scenario}), "run alone"));
  CHECK(contains(refused({"export", folder / "a.db", "--table", "sumary"}), "did you mean summary"));
  CHECK(contains(refused({"merge", folder / "a.db"}), "at least one"));
  CHECK(contains(refused({"verify", folder / "a.db", "--sample", "0%"}), "--sample"));
  std::string wrong = tiny_study();
  wrong.replace(wrong.find("deals"), 5, "daels");
  program::write(folder / "study.toml", wrong);
  CHECK(contains(refused({"sweep", folder / "study.toml"}), "did you mean deals"));
  wrong = tiny_study();
  wrong.replace(wrong.find("decaying"), 8, "decayng");
  program::write(folder / "study.toml", wrong);
  CHECK(contains(refused({"sweep", folder / "study.toml"}), "did you mean decaying"));
  CHECK(folder.content().size() == 1);
}

TEST_CASE("a dry run lists the points with their values, tells what they take and writes nothing") {
  const Folder folder;
  const Outcome outcome = sweep(folder, tiny_study(), "a.db", {"--dry-run"});
  REQUIRE_MESSAGE(outcome.code == 0, outcome.err);
  CHECK(contains(outcome.out, "3 "));
  CHECK(contains(outcome.out, " segments.customers.inbound.door.rate=20 / h horizon=2 d\n"));
  CHECK(contains(outcome.out, "4 points, 6 replications of each in blocks of 2; 2 departments, 3 measures"));
  CHECK(contains(outcome.out, "MB on disk"));
  CHECK(folder.content().size() == 1);
}

TEST_CASE("the dry run of a shard tells what the shard takes, and the shard's database holds just that") {
  // 4 points of 3 blocks are 12 blocks. Of 5 shards the first two have 3 of them; blocks 0, 5 and 10 are of points 0, 1
  // and 3.
  const Folder folder;
  const Outcome listed = sweep(folder, tiny_study(), "a.db", {"--dry-run", "--shard", "1/5"});
  REQUIRE_MESSAGE(listed.code == 0, listed.err);
  CHECK(contains(listed.out, "shard 1 of 5: 3 of 12 blocks, of 3 points\n"));
  std::vector<std::string> points;
  for (const std::string& line : lines(listed.out))
    if (contains(line, " horizon=")) points.push_back(line.substr(0, line.find(' ')));
  CHECK(points == std::vector<std::string>{"0", "1", "3"});
  CHECK(contains(sweep(folder, tiny_study(), "a.db", {"--dry-run", "--shard", "1/5", "--lang", "ru"}).out,
                 "часть 1 из 5: блоков 3 из 12, точек 3\n"));
  REQUIRE(sweep(folder, tiny_study(), "a.db", {"--shard", "1/5"}).code == 0);
  std::vector<std::string> stored;
  for (const nlohmann::json& point : rows(folder / "a.db", "point"))
    stored.push_back(std::to_string(point["point"].get<int>()));
  CHECK(stored == points);
  app::StudyHead head;
  head.points = 1000;
  head.replications = 6;
  head.block = 2;
  std::uint64_t blocks = 0;
  double bytes = 0;
  for (std::uint64_t number = 1; number <= 7; ++number) {
    const app::StoredPart part = app::part_of(head, {number, 7});
    blocks += part.blocks;
    bytes += app::size_of_store(head, part, 2, 2, 3);
    CHECK(part.points <= part.blocks);
  }
  CHECK(blocks == head.blocks());
  CHECK(bytes > app::size_of_store(head, app::part_of(head, {}), 2, 2, 3));
  CHECK(bytes < 3 * app::size_of_store(head, app::part_of(head, {}), 2, 2, 3));
  CHECK_FALSE(contains(sweep(folder, tiny_study(), "b.db", {"--dry-run"}).out, "shard"));
}

TEST_CASE("the size that a dry run tells is that of the file within a factor of 1.5") {
  const Folder folder;
  REQUIRE(sweep(folder, tiny_study("", "{ low = \"5 / h\", high = \"24 / h\", step = \"0.1 / h\" }"), "a.db").code ==
          0);
  app::StudyHead head;
  head.points = 191 * 2;
  head.replications = 6;
  head.block = 2;
  const double told = app::size_of_store(head, app::part_of(head, {}), 2, 2, 3);
  const auto is = static_cast<double>(std::filesystem::file_size(folder / "a.db"));
  INFO(told, " bytes told, ", is, " there");
  CHECK(told < 1.5 * is);
  CHECK(is < 1.5 * told);
}

TEST_CASE("each shipped study lists its points, and a small version of it runs") {
  std::size_t studies = 0;
  for (const auto& entry : std::filesystem::directory_iterator(SALESIM_SOURCE_DIR "/scenarios/studies")) {
    CAPTURE(entry.path().string());
    const Outcome listed = good({"sweep", entry.path().string(), "--dry-run"});
    scenarios::Study study = scenarios::read_study(entry.path().string());
    CHECK(contains(listed.out, std::to_string(study.points_of_factors().count()) + " points"));
    const Folder folder;
    study.replications = 1;
    study.block = 1;
    study.points = std::min<std::int64_t>(study.points, 2);
    for (scenarios::StudyFactor& factor : study.factors)
      if (factor.values.size() > 1) factor.values.resize(1);
    const Outcome outcome = sweep(folder, scenarios::study_text(study), "a.db");
    CHECK_MESSAGE(outcome.code == 0, outcome.err);
    CHECK(contains(outcome.out, "; 0 failed"));
    CHECK(rows(folder / "a.db", "summary").size() > 0);
    ++studies;
  }
  CHECK(studies >= 3);
}

TEST_CASE("merging tells where two databases have different results") {
  const Folder folder;
  REQUIRE(sweep(folder, tiny_study(), "a.db").code == 0);
  std::filesystem::copy(folder / "a.db", folder / "b.db");
  {
    app::Database database(folder / "b.db", app::Database::Access::write);
    database.execute(
        "UPDATE observation SET above = above + 1 WHERE point = 1 AND department = 0 AND replication = 5 "
        "AND measure = 0");
  }
  const Outcome outcome = program::run({"merge", folder / "a.db", folder / "b.db"});
  CHECK(outcome.code == 1);
  CHECK(contains(outcome.err, "point/block 1/2"));
}

TEST_CASE("paired values need to be possible together only, and one pair that is not is told with its place") {
  const Folder folder;
  const auto study = [](const std::string& uniform) {
    return "scenarios = [\"" + sweeps::tiny_scenario +
           "\"]\ndesign = \"paired\"\ndepartments = [\"one_server\"]\nreplications = 2\nmeasures = "
           "[\"deals\"]\n[factors]\nhorizon = [\"1 d\", \"2 d\"]\n\"segments.customers.order\" = [2, " +
           uniform + "]\n";
  };
  CHECK(contains(sweep(folder, study("{ uniform = [1, 3] }"), "a.db").out, "2 of 2 blocks"));
  const Outcome wrong = sweep(folder, study("{ unifrom = [1, 3] }"), "b.db");
  CHECK(wrong.code == 2);
  CHECK(contains(wrong.err, "study.toml:7:1"));
}
