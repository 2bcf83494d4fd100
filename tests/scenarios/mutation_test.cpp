#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "scenarios/format/codes.hpp"
#include "scenarios/format/study.hpp"
#include "tests/fuzz/promise.hpp"
#include "tests/scenarios/office.hpp"

/// Whatever is typed into a file, reading ends: with a scenario that can be written and read again, or with problems
/// that all have their code and their number of arguments. Under the sanitizers this also finds what does not crash.
namespace {

/// Checks that reading keeps its promises; tells whether the text was a scenario.
bool ends_well(const std::string& text, const office::Sets& sets = {}) {
  const promise::Outcome outcome = promise::of(text, sets);
  CHECK_MESSAGE(outcome.broken.empty(), outcome.broken, "\n---- of the text:\n", text);
  return outcome.valid;
}

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// The office and all shipped scenarios.
std::vector<std::string> valid_files() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(SALESIM_SOURCE_DIR "/scenarios"))
    if (entry.path().extension() == ".toml" && !scenarios::is_study(entry.path().string()))
      paths.push_back(entry.path().string());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts{office::text};
  for (const std::string& path : paths) texts.push_back(content(path));
  return texts;
}

class Editor {
 public:
  explicit Editor(std::uint64_t seed) : engine_(seed) {}

  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : static_cast<std::size_t>(engine_() % limit); }

  /// One to four random bytes changed, put in or taken out.
  std::string bytes(std::string text) {
    for (std::size_t edits = 1 + below(4); edits > 0 && !text.empty(); --edits) {
      const std::size_t at = below(text.size());
      const char byte = below(3) == 0 ? static_cast<char>(below(256)) : typical();
      switch (below(3)) {
        case 0:
          text[at] = byte;
          break;
        case 1:
          text.insert(at, 1, byte);
          break;
        default:
          text.erase(at, 1 + below(3));
          break;
      }
    }
    return text;
  }

  /// A line moved, doubled, dropped, or joined from the halves of two.
  std::string lines(const std::string& text) {
    std::vector<std::string> all;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      all.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
    const std::size_t at = below(all.size());
    const std::size_t other = below(all.size());
    switch (below(4)) {
      case 0:
        std::swap(all[at], all[other]);
        break;
      case 1:
        all.insert(all.begin() + static_cast<std::ptrdiff_t>(at), all[other]);
        break;
      case 2:
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(at));
        break;
      default:
        all[at] = all[at].substr(0, below(all[at].size())) + all[other].substr(below(all[other].size()));
        break;
    }
    std::string result;
    for (const std::string& line : all) result += line + "\n";
    return result;
  }

  /// The value of a key replaced by one of another kind.
  std::string value(const std::string& text) {
    const std::size_t at = text.find(" = ", below(text.size()));
    if (at == std::string::npos) return text;
    const std::size_t end = std::min(text.find_first_of(",}\n", at), text.size());
    return text.substr(0, at + 3) + values_[below(values_.size())] + text.substr(end);
  }

  const std::string& any_value() { return values_[below(values_.size())]; }

 private:
  char typical() {
    constexpr std::string_view characters = "\"'[]{}=,.#\n\t -_%/0123456789eabmowdhy";
    return characters[below(characters.size())];
  }

  std::mt19937_64 engine_;
  const std::vector<std::string> values_{"0",
                                         "-1",
                                         "1e308",
                                         "-1e-320",
                                         "inf",
                                         "nan",
                                         "9223372036854775807",
                                         "0.1",
                                         "true",
                                         "false",
                                         "\"\"",
                                         "\"5 min\"",
                                         "\"4 wh\"",
                                         "\"1000 y\"",
                                         "\"-3 d\"",
                                         "\"900 / mo\"",
                                         "\"18 %\"",
                                         "\"always\"",
                                         "\"mon-fri\"",
                                         "\"22:00-06:00\"",
                                         "2026-02-28",
                                         "07:30:00",
                                         "2026-02-28T07:30:00Z",
                                         "[]",
                                         "{}",
                                         "[[]]",
                                         "[1, 2, 3]",
                                         "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]",
                                         "{ value = 1 }",
                                         "{ value = \"1 d\", low = \"1 h\", high = \"2 d\" }",
                                         "{ exponential = \"5 min\" }",
                                         "{ exponential = 5, zero = 0.1 }",
                                         "{ lognormal = { mean = \"1 h\", cv = 1 } }",
                                         "{ uniform = [1, 2] }",
                                         "{ retail = 0.5 }",
                                         "{ retail = { exponential = \"1 h\" } }",
                                         "{ customers = { finds = 0.5 } }",
                                         "{ finds = { retail = 0.5 } }",
                                         "{ chance = 0.5, after = \"1 d\" }",
                                         "[\"meet\", \"qualify\"]",
                                         "[{ activity = \"meet\", fallback = true, overflow = 2 }]",
                                         "{ 2026-01-01 = 3 }",
                                         "{ hours = [1] }"};
};

}  // namespace

TEST_CASE("random edits of a valid file end in a scenario that reads back, or in problems") {
  const std::vector<std::string> files = valid_files();
  Editor editor{4711};
  std::size_t valid = 0;
  for (int i = 0; i < 4000; ++i) {
    const std::string& file = files[editor.below(3) == 0 ? editor.below(files.size()) : 0];
    std::string text = i % 3 == 0 ? editor.bytes(file) : i % 3 == 1 ? editor.lines(file) : editor.value(file);
    if (editor.below(4) == 0) text = editor.value(text);
    valid += ends_well(text) ? 1U : 0U;
  }
  // Edits that keep the file valid must occur, else the test would say nothing of scenarios.
  CHECK(valid > 200);
  CHECK(valid < 3800);
}

TEST_CASE("random paths set to random values end in a scenario that reads back, or in problems") {
  const std::vector<std::string> words{
      "segments", "retail",        "wholesale",   "inbound",  "web",       "rate",        "season",   "may",
      "order",    "lognormal",     "mean",        "cv",       "zero",      "exponential", "pipeline", "stages",
      "meet",     "qualify",       "pass",        "sieve",    "finds",     "later",       "after",    "chance",
      "work",     "patience",      "departments", "one_tier", "lead_desk", "roles",       "seller",   "staff",
      "skill",    "pay",           "base",        "does",     "value",     "low",         "high",     "source",
      "basis",    "role_defaults", "calendar",    "hours",    "title",     "extends",     "transfer"};
  const std::vector<std::pair<std::string, std::string>> paths{
      {"segments.retail.inbound.web.rate", "5 / d"},
      {"segments.retail.inbound.web.rate.low", "5 / d"},
      {"segments.wholesale.order.lognormal.mean", "5000"},
      {"segments.wholesale.order.lognormal.cv.high", "2"},
      {"segments.wholesale.order.zero", "10%"},
      {"segments.retail.inbound.web.season.may", "2"},
      {"pipeline.meet.pass", "0.5"},
      {"pipeline.meet.pass.retail", "0.5"},
      {"pipeline.meet.pass.retail.low", "0.1"},
      {"pipeline.meet.work", "1 h"},
      {"pipeline.meet.work.wholesale.exponential", "1 h"},
      {"pipeline.qualify.sieve", "{ retail = { finds = 0.5 }, wholesale = { lets_through = 0.1 } }"},
      {"pipeline.qualify.sieve.finds", "{ retail = 0.5 }"},
      {"pipeline.qualify.sieve.finds.wholesale", "0.5"},
      {"pipeline.qualify.sieve.retail", "{ finds = { value = 0.5, low = 0.1 } }"},
      {"pipeline.qualify.later", "{ chance = 0.5, after = { retail = \"1 d\", wholesale = \"1 w\" } }"},
      {"pipeline.qualify.later.after", "1 d"},
      {"departments.lead_desk.work.meet.pass", "0.3"},
      {"departments.lead_desk.work.meet.pass.wholesale", "0.3"},
      {"departments.lead_desk.work.qualify.sieve.finds.wholesale", "0.3"},
      {"departments.one_tier.roles.seller.staff", "5"},
      {"departments.one_tier.roles.seller.staff.may", "6"},
      {"departments.one_tier.roles.seller.staff.low", "1"},
      {"departments.one_tier.roles.seller.pay.base", "500"},
      {"departments.one_tier.roles.seller.skill.meet", "2"},
      {"role_defaults.speed", "2"},
      {"calendar.hours", "09:00-24:00"}};
  Editor editor{815};
  std::size_t valid = 0;
  for (int i = 0; i < 6000; ++i) {
    office::Sets sets;
    for (std::size_t count = 1 + editor.below(2); count > 0; --count) {
      // A path that exists with a value that fits, or cut or lengthened and with any value.
      auto [path, value] = paths[editor.below(paths.size())];
      if (editor.below(3) == 0) path = path.substr(0, path.rfind('.'));
      if (editor.below(3) == 0) path += "." + words[editor.below(words.size())];
      if (editor.below(3) == 0) value = editor.any_value();
      sets.push_back(path + "=" + value);
    }
    valid += ends_well(office::text, sets) ? 1U : 0U;
  }
  CHECK(valid > 600);
  CHECK(valid < 5400);
}

TEST_CASE("texts that once broke a promise of reading keep it") {
  std::size_t texts = 0;
  for (const auto& entry : std::filesystem::directory_iterator(SALESIM_SOURCE_DIR "/tests/data/fuzz")) {
    const promise::Outcome outcome = promise::of(content(entry.path().string()));
    CHECK_MESSAGE(outcome.broken.empty(), entry.path(), ": ", outcome.broken);
    if (outcome.valid) CHECK_MESSAGE(promise::made_ready(outcome.scenario).empty(), entry.path());
    ++texts;
  }
  CHECK(texts > 0);
}
