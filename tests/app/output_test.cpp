#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string>

#include "app/output/output.hpp"
#include "app/progress.hpp"
#include "tests/app/program.hpp"

using program::Arguments;
using program::contains;
using program::Folder;
using program::short_run;
using program::operator+;

TEST_CASE("an answer in a file is the answer on standard output") {
  const Folder folder;
  const Arguments arguments = short_run("compare", 3) + Arguments{"--format", "json"};
  const program::Outcome outcome = program::good(arguments + Arguments{"--output", folder / "answer.json"});
  CHECK(outcome.out.empty());
  CHECK(program::read(folder / "answer.json") == program::good(arguments).out);
  CHECK(folder.content() == std::vector<std::string>{"answer.json"});
}

TEST_CASE("a file that cannot be completed is not begun, and the old one stays") {
  const Folder folder;
  const std::string path = folder / "answer.txt";
  program::write(path, "old");
  {
    app::Output output(path);
    output.write("half of it");
  }
  CHECK(program::read(path) == "old");
  CHECK(folder.content().size() == 1);
  app::Output output(path);
  output.write("all of it");
  output.finish();
  CHECK(program::read(path) == "all of it");
  CHECK(folder.content().size() == 1);
}

TEST_CASE("a link is followed, and permissions stay what they were") {
  const Folder folder;
  program::write(folder / "real.txt", "old");
  chmod((folder / "real.txt").c_str(), 0640);
  REQUIRE(symlink("real.txt", (folder / "link.txt").c_str()) == 0);
  app::Output output(folder / "link.txt");
  output.write("new");
  output.finish();
  CHECK(std::filesystem::is_symlink(folder / "link.txt"));
  CHECK(program::read(folder / "real.txt") == "new");
  struct stat status {};
  stat((folder / "real.txt").c_str(), &status);
  CHECK((status.st_mode & 0777U) == 0640);
}

TEST_CASE("what is no file is written to as it is") {
  app::Output output("/dev/null");
  output.write("gone");
  output.finish();
  CHECK_FALSE(std::filesystem::is_regular_file("/dev/null"));
}

TEST_CASE("an answer that cannot be written is a failure, never silence") {
  for (const Arguments& arguments :
       {short_run("run", 2), Arguments{"check", program::first_steps}, Arguments{"--help"}, Arguments{"--version"}}) {
    const program::Outcome full = program::run(arguments, "", "/dev/full");
    CHECK(full.code == 1);
    CHECK(contains(full.err, "cannot write to standard output: "));
    const program::Outcome closed = program::run(arguments, "", "-");
    CHECK(closed.code == 1);
    CHECK(contains(closed.err, "cannot write to standard output: "));
  }
  const program::Outcome to_full = program::run(short_run("run", 2) + Arguments{"--output", "/dev/full"});
  CHECK(to_full.code == 1);
  CHECK(contains(to_full.err, "/dev/full"));
}

TEST_CASE("a reader who goes away ends it without a word, with the code that a shell gives for SIGPIPE") {
  // The rows are more than a pipe holds, and head reads one line.
  const Folder folder;
  const std::string command = std::string("cd '") + SALESIM_SOURCE_DIR + "'; { '" + SALESIM_PROGRAM +
                              "' run scenarios/first_steps.toml --set 'horizon=1 mo' --set 'warm_up=0 d' "
                              "--replications 40 --rows csv --quiet 2>'" +
                              (folder / "err") + "'; echo $? >'" + (folder / "code") + "'; } | head -1 >/dev/null";
  REQUIRE(std::system(command.c_str()) == 0);
  CHECK(program::read(folder / "code") == "141\n");
  CHECK(program::read(folder / "err").empty());
}

TEST_CASE("progress tells what is left, and wipes itself out") {
  using app::Language;
  using std::chrono::duration;
  CHECK(app::progress_text(0, 400, duration<double>(3), Language::en) == "0 of 400 replications");
  CHECK(app::progress_text(100, 400, duration<double>(10), Language::en) == "100 of 400 replications, 00:30 left");
  CHECK(app::progress_text(1000, 100000, duration<double>(60), Language::en) ==
        "1,000 of 100,000 replications, 1:39:00 left");
  CHECK(app::progress_text(100, 400, duration<double>(10), Language::ru) == "прогонов: 100 из 400, осталось 00:30");
  // Nobody knows how many there will be.
  CHECK(app::progress_text(1500, 0, duration<double>(10), Language::en) == "1,500 replications");
  std::string written;
  {
    app::Progress progress(Language::en, [&](const std::string& text) { written += text; });
    progress.show(1, 2);
  }
  CHECK(written.starts_with("\r1 of 2 replications"));
  CHECK(written.ends_with("\r\x1b[K"));
}

TEST_CASE("standard error is silent where it is no terminal and nothing is wrong") {
  CHECK(program::good({"run", program::first_steps, "--set", "horizon=1 mo", "--replications", "3"}).err.empty());
}
