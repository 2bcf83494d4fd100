#include "scenarios/format/reference.hpp"
#include "tests/docs/mechanisms.hpp"

/// The page on mechanisms.
namespace docs {
namespace {

constexpr const char* introduction = R"(# Mechanisms

Written by `tools/docs` from the declarations in `models/scenario/` and the table in `tests/docs/mechanisms.cpp`; a test fails
when this page is stale, or when a key or a test case that it names does not exist. These are the reasons for which one
department does better than another. Each is carried by keys of [the scenario](scenario-format.md) and moves
[measures](measures.md). A key that is left out has its neutral value, and *required* keys belong to a table that is left out
as a whole: then the mechanism is off. Under *on* stands the test that computes by hand what it does, under *off* the one that
finds the run with the neutral value, or where the mechanism has nothing to act on, the same as the run without it.

Texts 0 to 4 are those five on sales departments whose [claims](claims.md) are put to the test.

)";

std::string code(const std::string& text) { return text.empty() ? "" : "`" + text + "`"; }

std::string neutral(const scenarios::ParameterEntry& entry) {
  if (entry.required) return "required";
  return entry.neutral.empty() ? "left out" : code(entry.neutral);
}

std::string row(const scenarios::ParameterEntry& entry, const std::string& what) {
  return "| " + code(entry.path) + " | " + neutral(entry) + " | " + code(entry.moves) + " | " + what + " |\n";
}

constexpr const char* head = "| key | neutral | moves | what it says |\n|---|---|---|---|\n";

std::string tests(const std::vector<TestCase>& cases) {
  std::string text;
  for (const TestCase& test : cases)
    text += (text.empty() ? "" : "; ") +
            ("*" + test.title + "* ([`" + test.file + "`](../tests/models/" + test.file + "))");
  return text;
}

bool is_value(const scenarios::ParameterEntry& entry) { return entry.form != "table"; }

std::string meaning(const scenarios::ParameterEntry& entry) {
  return entry.meaning + (entry.source.empty() ? "" : " (" + entry.source + ")");
}

}  // namespace

std::string mechanisms_page() {
  const std::vector<scenarios::ParameterEntry> keys = scenarios::all_parameters();
  std::string page{introduction};
  for (const Mechanism& mechanism : mechanisms()) {
    const std::string number = "M" + std::to_string(mechanism.number);
    page += "## " + number + " " + mechanism.name + "\n\n" + mechanism.does + "\n\n" + head;
    for (const scenarios::ParameterEntry& entry : keys)
      if (is_value(entry) && entry.mechanism == number) page += row(entry, meaning(entry));
    for (const BesideKey& beside : mechanism.beside)
      for (const scenarios::ParameterEntry& entry : keys)
        if (entry.path == beside.path) page += row(entry, beside.how);
    page += "\n- **on**: " + tests(mechanism.on) + "\n- **off**: " + tests(mechanism.off) +
            "\n- **source**: " + mechanism.source + "\n\n";
  }
  page += "## Keys of no mechanism\n\nWhat a company is, whatever its department.\n\n";
  page += head;
  for (const scenarios::ParameterEntry& entry : keys)
    if (is_value(entry) && entry.mechanism.empty() && !entry.moves.empty()) page += row(entry, meaning(entry));
  return page;
}

}  // namespace docs
