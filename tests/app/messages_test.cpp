#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>
#include <string>

#include "analysis/result/result.hpp"
#include "app/messages/measures.hpp"
#include "app/messages/notes.hpp"
#include "app/messages/phrase.hpp"
#include "models/department_system.hpp"
#include "scenarios/format/quantity.hpp"
#include "scenarios/format/read.hpp"
#include "scenarios/format/reference.hpp"
#include "scenarios/format/study.hpp"
#include "tests/app/program.hpp"

namespace {

using app::Language;

/// Texts in quotes of a C++ source, one after the other. Character literals and comments hold none.
std::vector<std::string> literals(const std::string& source) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (source.compare(i, 2, "//") == 0) {
      i = std::min(source.find('\n', i), source.size());
    } else if (source[i] == '\'' && i + 2 < source.size() &&
               !(std::isalnum(static_cast<unsigned char>(source[i - 1])))) {
      i = source.find('\'', source[i + 1] == '\\' ? i + 3 : i + 2);
    } else if (source[i] == '"') {
      std::string text;
      for (++i; i < source.size() && source[i] != '"'; ++i) {
        if (source[i] == '\\') ++i;
        text += source[i];
      }
      found.push_back(text);
    }
  }
  return found;
}

/// Whether a text speaks to people: two words in a row, or a letter beyond Latin ones. An example of a command does
/// not.
bool speaks(const std::string& text) {
  if (text.starts_with("salesim ") || text.starts_with("app/") || text.starts_with("/dev/")) return false;
  std::size_t words = 0;
  std::size_t letters = 0;
  for (const char c : text + " ") {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == 0xD0 || byte == 0xD1) return true;  // Cyrillic
    if (std::isalpha(byte) != 0) {
      ++letters;
      continue;
    }
    if (letters >= 2 && c == ' ') ++words;
    if (letters == 0 || c != ' ') words = 0;
    letters = 0;
    if (words >= 2) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a phrase without its translation does not count as complete") {
  CHECK(app::complete("{0} of {1}", "{1} из {0}"));
  CHECK_FALSE(app::complete("{0} of {1}", ""));
  CHECK_FALSE(app::complete("", "{0}"));
  CHECK_FALSE(app::complete("{0} of {1}", "{0} из"));
  CHECK_FALSE(app::complete("{0}", "{1}"));
  CHECK_FALSE(app::complete("{", "{"));
  CHECK_FALSE(app::complete("{:d}", "{:d}"));
  constexpr app::Phrase phrase{"{0} of {1}", "{1} из {0}"};
  CHECK(app::say(Language::en, phrase, 1, "two") == "1 of two");
  CHECK(app::say(Language::ru, phrase, 1, "two") == "two из 1");
}

TEST_CASE("each measure of the shipped scenarios has words in both languages") {
  std::set<std::string> seen;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::filesystem::path(SALESIM_SOURCE_DIR) / "scenarios")) {
    if (entry.path().extension() != ".toml" || scenarios::is_study(entry.path().string())) continue;
    const models::Scenario scenario = scenarios::read_file(entry.path().string()).scenario;
    for (std::size_t d = 0; d < scenario.departments.size(); ++d) {
      const models::DepartmentSystem department(scenario, d, 1, true);
      for (const sim::Measure& measure : department.catalogue().measures) {
        seen.insert(measure.name);
        CHECK_MESSAGE(app::find_measure_words(measure.name) != nullptr, measure.name);
        CHECK(app::measure_title(measure.name, Language::en) != app::measure_title(measure.name, Language::ru));
        if (measure.unit != scenario.currency)
          CHECK_MESSAGE((app::unit_title(measure.unit, Language::ru) != measure.unit), measure.unit);
      }
    }
  }
  // And nothing has words that no department measures.
  for (const app::MeasureWords& words : app::measure_words())
    CHECK_MESSAGE(
        std::any_of(seen.begin(), seen.end(), [&](const auto& name) { return app::matches(words.pattern, name); }),
        words.pattern);
}

TEST_CASE("each unit of a scenario file has words in both languages") {
  for (const scenarios::ParameterEntry& parameter : scenarios::all_parameters())
    if (!parameter.unit.empty())
      CHECK_MESSAGE((app::unit_title(parameter.unit, Language::ru) != parameter.unit), parameter.path);
  for (const std::string unit : {"s", "min", "h", "d", "w", "mo", "y", "wh", "wd"}) {
    REQUIRE_MESSAGE(scenarios::parse_duration("1 " + unit).value, unit);
    CHECK_MESSAGE((app::unit_title(unit, Language::ru) != unit), unit);
    if (unit.front() == 'w' && unit.size() > 1) continue;  // no rate counts the calendar's open time
    CHECK_MESSAGE((app::unit_title("/ " + unit, Language::ru) != "/ " + unit), unit);
    CHECK((app::unit_title(" / " + unit, Language::ru) == app::unit_title("/ " + unit, Language::ru)));
  }
}

TEST_CASE("titles of measures name what stands for a star") {
  CHECK(app::measure_title("wait.qualify.mean", Language::en) == "Mean wait for qualify");
  CHECK(app::measure_label("wait.qualify.mean", Language::en) == "qualify: mean");
  CHECK(app::measure_title("time_share.desk.qualify", Language::en) == "Time of desk on qualify");
  CHECK(app::measure_title("nobody.knows", Language::en) == "nobody.knows");
}

TEST_CASE("each note has words in both languages") {
  for (const char* code : analysis::result::note_codes) {
    REQUIRE_MESSAGE(app::find_note_words(code) != nullptr, code);
    const analysis::result::Note note{code, {"profit", "123"}};
    CHECK(app::note_text(note, Language::en) != app::note_text(note, Language::ru));
    CHECK(app::note_text(note, Language::en) != code);
  }
}

TEST_CASE("nothing in app/ but its messages speaks to people") {
  std::size_t files = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::filesystem::path(SALESIM_SOURCE_DIR) / "app")) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
    if (entry.path().parent_path().filename() == "messages") continue;
    if (entry.path().parent_path().filename() == "store") continue;  // it speaks SQL
    if (entry.path().stem() == "reference") continue;  // a page of the documentation
    if (entry.path().stem().string().starts_with("document")) continue;  // descriptions of the JSON Schema
    ++files;
    for (const std::string& text : literals(program::read(entry.path())))
      CHECK_MESSAGE((text.starts_with("SELECT ") || !speaks(text)), entry.path().filename().string(), ": ", text);
  }
  CHECK(files > 20);
  CHECK(speaks("cannot read"));
  CHECK(speaks("нельзя"));
  CHECK_FALSE(speaks("--max-replications"));
  CHECK_FALSE(speaks(" … "));
  CHECK(literals("x = \"a b\"; // \"c\"\ny = '\"'; z(\"d\\\"e\");") == std::vector<std::string>{"a b", "d\"e"});
}
