#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "app/messages/mechanisms.hpp"
#include "scenarios/format/reference.hpp"
#include "tests/docs/mechanisms.hpp"
#include "tests/house/tree.hpp"

/// The table of mechanisms speaks of what is there.
namespace {

std::string label(const docs::Mechanism& mechanism) { return "M" + std::to_string(mechanism.number); }

constexpr const char* neutral_file = "mechanisms_test.cpp";
constexpr const char* neutral_title = "any company: a mechanism at its neutral value is exactly the run without it";

std::string source_of(const std::string& file) { return house::read(house::root() / "tests/models" / file); }

/// A character of a title as it stands between quotes in the source.
std::string quoted(const std::string& title) {
  std::string result;
  for (const char c : title) result += c == '"' ? "\\\"" : std::string{c};
  return result;
}

}  // namespace

TEST_CASE("M1 to M34 are all there, once each and in order") {
  REQUIRE(docs::mechanisms().size() == 34);
  for (int number = 1; number <= 34; ++number) {
    const docs::Mechanism& mechanism = docs::mechanisms()[static_cast<std::size_t>(number - 1)];
    CAPTURE(number);
    CHECK(mechanism.number == number);
    CHECK_FALSE(mechanism.name.empty());
    CHECK(app::mechanism_title(label(mechanism), app::Language::en) == mechanism.name);
    CHECK(app::mechanism_title(label(mechanism), app::Language::ru) != mechanism.name);
    CHECK_FALSE(mechanism.does.empty());
    CHECK_FALSE(mechanism.source.empty());
    CHECK_FALSE(mechanism.on.empty());
    CHECK_FALSE(mechanism.off.empty());
  }
}

TEST_CASE("every mechanism has a key, and every key's mechanism is one of them") {
  std::set<std::string> carried;
  std::set<std::string> paths;
  std::set<std::string> labels;
  for (const docs::Mechanism& mechanism : docs::mechanisms()) labels.insert(label(mechanism));
  for (const scenarios::ParameterEntry& entry : scenarios::all_parameters()) {
    paths.insert(entry.path);
    if (entry.mechanism.empty()) continue;
    CHECK_MESSAGE(labels.contains(entry.mechanism), entry.path << ": no mechanism " << entry.mechanism);
    carried.insert(entry.mechanism);
  }
  for (const docs::Mechanism& mechanism : docs::mechanisms()) {
    CHECK_MESSAGE((carried.contains(label(mechanism)) || !mechanism.beside.empty()), label(mechanism) << " has no key");
    for (const docs::BesideKey& beside : mechanism.beside)
      CHECK_MESSAGE(paths.contains(beside.path), label(mechanism) << ": no key " << beside.path);
  }
}

TEST_CASE("every test case that the table names is in the file that it names") {
  for (const docs::Mechanism& mechanism : docs::mechanisms())
    for (const auto* cases : {&mechanism.on, &mechanism.off})
      for (const docs::TestCase& test : *cases) {
        CAPTURE(label(mechanism));
        CHECK_MESSAGE(source_of(test.file).find("TEST_CASE(\"" + quoted(test.title) + "\")") != std::string::npos,
                      test.file << " has no test case \"" << test.title << "\"");
      }
}

TEST_CASE("the test of neutral values goes through every mechanism that the table leaves to it") {
  const std::string source = source_of(neutral_file);
  for (const docs::Mechanism& mechanism : docs::mechanisms())
    if (std::ranges::any_of(mechanism.off, [](const docs::TestCase& test) { return test.title == neutral_title; }))
      CHECK_MESSAGE(source.find("{\"" + label(mechanism) + " ") != std::string::npos,
                    "nothing of " << label(mechanism));
}
