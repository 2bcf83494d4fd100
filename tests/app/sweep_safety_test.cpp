#include <doctest/doctest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <random>
#include <thread>

#include "app/store/study_store.hpp"
#include "tests/app/sweep.hpp"

/// What a study survives.

using program::contains;
using program::good;
using sweeps::exported;
using sweeps::Folder;
using sweeps::Outcome;
using sweeps::sweep;
using sweeps::tiny_study;

namespace {

/// While it lives, files of this process and of those that it starts cannot grow beyond so many bytes.
class SmallFiles {
 public:
  explicit SmallFiles(rlim_t bytes) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~SmallFiles() { setrlimit(RLIMIT_FSIZE, &before_); }
  SmallFiles(const SmallFiles&) = delete;
  SmallFiles& operator=(const SmallFiles&) = delete;

 private:
  rlimit before_{};
};

bool intact(const std::string& path) {
  app::Database database(path, app::Database::Access::write);
  app::Statement check = database.prepare("PRAGMA integrity_check");
  return check.row() && check.text(0) == "ok";
}

/// Longer than the others, so that there is something to kill: 154 points of three blocks, in some ten transactions.
const std::string longer = tiny_study("", "{ low = \"5 / h\", high = \"24 / h\", step = \"0.25 / h\" }");
constexpr std::uint64_t points_of_longer = 154;

}  // namespace

TEST_CASE("a study that is killed at any moment, fifty times and more, ends with the same bytes") {
  const Folder folder;
  REQUIRE(sweep(folder, longer, "whole.db").code == 0);
  const std::string expected = exported(folder / "whole.db");
  std::mt19937 engine{2026};
  int kills = 0;
  int databases = 0;
  while (kills < 50) {
    const std::string name = "killed" + std::to_string(databases++) + ".db";
    for (;;) {
      program::Running running({"sweep", folder / "study.toml", "--output", folder / name, "--threads", "2"});
      std::this_thread::sleep_for(std::chrono::microseconds(engine() % 250'000));
      kill(running.id(), SIGKILL);
      const Outcome outcome = running.wait();
      if (outcome.code == 0) break;
      REQUIRE(outcome.code == -SIGKILL);
      ++kills;
      if (std::filesystem::exists(folder / name)) CHECK(intact(folder / name));
      if (kills % 10 == 0) break;
    }
    REQUIRE(sweep(folder, longer, name).code == 0);
    CHECK(intact(folder / name));
    CHECK(exported(folder / name) == expected);
  }
  MESSAGE("killed " << kills << " times, " << databases << " databases");
}

TEST_CASE("an interrupted study says how far it is and goes on from there") {
  const Folder folder;
  const std::string many = tiny_study("", "{ low = \"5 / h\", high = \"24 / h\", step = \"0.01 / h\" }");
  program::write(folder / "study.toml", many);
  program::Running running({"sweep", folder / "study.toml", "--output", folder / "a.db"});
  running.wait_until_interruptible();
  std::this_thread::sleep_for(std::chrono::milliseconds(100));
  kill(running.id(), SIGINT);
  const Outcome outcome = running.wait();
  CHECK(outcome.code == 130);
  CHECK(contains(outcome.err, "the same command goes on from there"));
  CHECK(intact(folder / "a.db"));
}

TEST_CASE("a full disk is a clear failure; the database stays whole and the study goes on when there is room") {
  const Folder folder;
  REQUIRE(sweep(folder, longer, "whole.db").code == 0);
  const std::string expected = exported(folder / "whole.db");
  program::write(folder / "study.toml", longer);
  for (const rlim_t bytes : {4096U, 70'000U, 100'000U, 150'000U, 250'000U}) {
    const std::string name = "full" + std::to_string(bytes) + ".db";
    {
      const SmallFiles limit(bytes);
      const Outcome outcome = program::run({"sweep", folder / "study.toml", "--output", folder / name});
      INFO(bytes, " ", outcome.err);
      CHECK(outcome.code == 1);
      CHECK(contains(outcome.err, name));
    }
    CHECK(intact(folder / name));
    CHECK(sweep(folder, longer, name).code == 0);
    CHECK(exported(folder / name) == expected);
  }
}

TEST_CASE("what cannot be written is a clear failure") {
  const Folder folder;
  program::write(folder / "study.toml", longer);
  const Outcome outcome = program::run({"sweep", folder / "study.toml", "--output", "/proc/salesim.db"});
  CHECK(outcome.code != 0);
  CHECK(contains(outcome.err, "/proc"));
}

TEST_CASE("a database that is no more what was written is a clear failure that names it and says what to do") {
  const Folder folder;
  REQUIRE(sweep(folder, longer, "whole.db").code == 0);
  const std::string whole = program::read(folder / "whole.db");
  const std::string path = folder / "a.db";
  const auto overwritten = [&](std::size_t from, std::size_t count) {
    std::string bytes = whole;
    for (std::size_t i = from; i < std::min(from + count, bytes.size()); ++i) bytes[i] = 'Z';
    return bytes;
  };
  const std::string merged = folder / "b.db";
  for (const std::string& bytes : {whole.substr(0, whole.size() / 2), whole.substr(0, 100), overwritten(100, 200),
                                   overwritten(4096, whole.size())}) {
    program::write(path, bytes);
    for (const program::Arguments& arguments : {program::Arguments{"export", path, "--table", "observation"},
                                                {"verify", path},
                                                {"merge", merged, path},
                                                {"report", path, "--output", folder / "a.html"},
                                                {"sweep", folder / "study.toml", "--output", path}}) {
      CAPTURE(arguments.front());
      CAPTURE(bytes.size());
      const Outcome outcome = program::run(arguments);
      CHECK(outcome.code == 1);
      CHECK(contains(outcome.err, "a.db is damaged: bytes of it are missing or have changed"));
      CHECK(contains(outcome.err, "delete it and run the study again"));
      CHECK_FALSE(std::filesystem::exists(folder / "a.html"));
      CHECK_FALSE(std::filesystem::exists(merged));
    }
    CHECK(program::read(path) == bytes);
  }
  const Outcome russian = program::run({"verify", path, "--lang", "ru"});
  CHECK(contains(russian.err, "удалите её и выполните план заново"));
  program::write(path, overwritten(0, 16));
  CHECK(contains(program::run({"verify", path}).err, "a.db is no database of results"));
  for (const char* command : {"export", "verify"}) {
    const Outcome outcome = program::run({command, folder / ""});
    CHECK(outcome.code == 1);
    CHECK(contains(outcome.err, "is a folder; name a database in it (*.db)"));
  }
  CHECK(contains(program::run({"export", folder / "nowhere.db"}).err, "nowhere.db: there is no such file"));
}

TEST_CASE("a database with any bytes changed ends no command but by its own words") {
  const Folder folder;
  REQUIRE(sweep(folder, tiny_study(), "whole.db").code == 0);
  const std::string whole = program::read(folder / "whole.db");
  std::mt19937 engine{7};
  std::size_t broken = 0;
  for (int trial = 0; trial < 60; ++trial) {
    std::string bytes = whole;
    for (int change = 0; change < 1 << trial % 8; ++change)
      bytes[engine() % bytes.size()] = static_cast<char>(engine() % 256);
    program::write(folder / "a.db", bytes);
    std::filesystem::remove(folder / "b.db");
    for (const program::Arguments& arguments : {program::Arguments{"export", folder / "a.db", "--table", "answer"},
                                                {"verify", folder / "a.db"},
                                                {"merge", folder / "b.db", folder / "a.db"},
                                                {"report", folder / "a.db", "--output", folder / "a.html"}}) {
      const Outcome outcome = program::run(arguments);
      CAPTURE(trial);
      CAPTURE(arguments.front());
      CAPTURE(outcome.err);
      CHECK((outcome.code == 0 || outcome.code == 1 || outcome.code == 2));
      const bool told = outcome.code == 0 || contains(outcome.out, "a.db") || contains(outcome.err, "a.db") ||
                        contains(outcome.err, "b.db");
      CHECK(told);
      broken += contains(outcome.err, "is damaged") ? 1U : 0U;
    }
  }
  CHECK(broken > 20);
}

TEST_CASE("a database that can only be read is a clear failure, is read all the same, and stays as it is") {
  const Folder folder;
  REQUIRE(sweep(folder, longer, "a.db", {"--replications", "2"}).code == 0);
  const std::string before = program::read(folder / "a.db");
  std::filesystem::permissions(folder.path(), std::filesystem::perms::all);
  for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
    std::filesystem::permissions(entry.path(), std::filesystem::perms::owner_read | std::filesystem::perms::group_read |
                                                   std::filesystem::perms::others_read);
  const pid_t child = fork();
  if (child == 0) {
    // Root may write everything.
    if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0)) _exit(3);
    bool told = false;
    try {
      const app::StudyStore store(folder / "a.db", app::Database::Access::write);
    } catch (const app::StoreError& error) {
      told = error.path() == folder / "a.db" && error.kind() == app::StoreError::Kind::read_only;
    }
    app::StudyStore readable(folder / "a.db", app::Database::Access::read);
    _exit(told && readable.done() == points_of_longer ? 0 : 1);
  }
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  CHECK(program::read(folder / "a.db") == before);
}
