#include <doctest/doctest.h>

#include <string>

#include "tests/app/program.hpp"

using program::contains;
using program::good;

namespace {

/// The hash in a line `FILE: ok, hash …`.
std::string hash_in(const std::string& text) {
  const std::string before = "ok, hash ";
  const std::size_t at = text.find(before);
  REQUIRE(at != std::string::npos);
  return text.substr(at + before.size(), 16);
}

}  // namespace

TEST_CASE("check prints a scenario that reads back to the same hash") {
  for (const std::filesystem::path folder : {"scenarios", "scenarios/textbook"}) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(SALESIM_SOURCE_DIR / folder)) {
      if (entry.path().extension() != ".toml") continue;
      ++files;
      const std::string file = (folder / entry.path().filename()).string();
      const program::Outcome first = good({"check", file});
      const program::Outcome second = good({"check", "-"}, first.out);
      CHECK(hash_in(first.err) == hash_in(second.err));
      CHECK(first.out == second.out);
    }
    CHECK(files > 0);
  }
}

TEST_CASE("check of several files says a line of each and prints none") {
  const program::Outcome outcome = good({"check", program::first_steps, "scenarios/textbook/mmcm.toml"});
  CHECK(outcome.out.empty());
  CHECK(contains(outcome.err, "scenarios/first_steps.toml: ok, hash "));
  CHECK(contains(outcome.err, "scenarios/textbook/mmcm.toml: ok, hash "));
}

TEST_CASE("check reports the bad files among the good ones") {
  const program::Folder folder;
  program::write(folder / "bad.toml", "format = 1\nstrat = 2026-01-01\n");
  const program::Outcome outcome = program::run({"check", program::first_steps, folder / "bad.toml", "missing.toml"});
  CHECK(outcome.code == 2);
  CHECK(contains(outcome.err, "first_steps.toml: ok"));
  CHECK(contains(outcome.err, "bad.toml:2:1: strat: "));
  CHECK(contains(outcome.err, "did you mean \"start\"?"));
  CHECK(contains(outcome.err, "missing.toml"));
  CHECK_FALSE(contains(outcome.err, "bad.toml: ok"));
}

TEST_CASE("check applies --set, and what is set changes the hash") {
  const program::Outcome plain = good({"check", program::first_steps});
  const program::Outcome changed = good({"check", program::first_steps, "--set", "pipeline.meet.pass=40%"});
  CHECK(hash_in(plain.err) != hash_in(changed.err));
  CHECK(contains(changed.out, "pass = \"40 %\""));
  CHECK(program::run({"check", program::first_steps, "--set", "pipeline.meet.psas=40%"}).code == 2);
}

TEST_CASE("check warns of what was probably not meant, and says nothing when it is to be quiet") {
  CHECK(contains(good({"check", "scenarios/textbook/mm1.toml"}).err, "warning: "));
  CHECK(contains(good({"check", "scenarios/textbook/mm1.toml", "--lang", "ru"}).err, "предупреждение: "));
  CHECK(good({"check", "scenarios/textbook/mm1.toml", "--quiet"}).err.empty());
}

TEST_CASE("standard input that is no scenario is refused, and everything wrong in it is said") {
  const program::Outcome empty = program::run({"check", "-"}, "");
  CHECK(empty.code == 2);
  CHECK(contains(empty.err, "stdin: "));
  const program::Outcome binary = program::run({"check", "-"}, std::string("\0\1\2", 3));
  CHECK(binary.code == 2);
  const program::Outcome large = program::run({"run", "-"}, std::string(5 << 20, '#'));
  CHECK(large.code == 2);
  CHECK(contains(large.err, "MB"));
}
