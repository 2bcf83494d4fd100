#include "app/messages/problems.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "scenarios/format/codes.hpp"

namespace {

using app::Language;

/// A problem of that code whose arguments can be told apart.
sim::Problem example(const scenarios::Code& code) {
  sim::Problem problem{std::string{code.name}, {"roofing.toml", 12, 3}, "segments.retail.fit", {}, code.warning};
  for (std::size_t i = 0; i < code.count(); ++i) {
    const scenarios::ArgumentKind kind = code.arguments[i].kind;
    problem.arguments.push_back(kind == scenarios::ArgumentKind::form   ? "share"
                                : kind == scenarios::ArgumentKind::type ? "list"
                                                                        : "argument " + std::to_string(i));
  }
  return problem;
}

bool holds_cyrillic(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i)
    if ((text[i] == '\xD0' || text[i] == '\xD1') && (static_cast<unsigned char>(text[i + 1]) & 0xC0U) == 0x80U)
      return true;
  return false;
}

template <class Names>
void check_catalogue(std::span<const app::ProblemWords> words, const Names& names) {
  CHECK(words.size() == names.size());
  std::set<std::string_view> said;
  for (const app::ProblemWords& entry : words) {
    said.insert(entry.code);
    CHECK_MESSAGE(!entry.english.empty(), entry.code);
    CHECK_MESSAGE(!holds_cyrillic(entry.english), entry.code);
    CHECK_MESSAGE(!entry.russian.empty(), entry.code);
  }
  for (const std::string_view name : names) CHECK_MESSAGE(said.contains(name), name << " has no words");
}

}  // namespace

TEST_CASE("every code, form and type has words in both languages, once") {
  std::vector<std::string_view> names;
  for (const scenarios::Code& code : scenarios::codes) names.push_back(code.name);
  check_catalogue(app::problem_words(), names);
  check_catalogue(app::form_words(), scenarios::forms);
  check_catalogue(app::type_words(), scenarios::types);
  for (const app::ProblemWords& words : app::problem_words()) CHECK_MESSAGE(holds_cyrillic(words.russian), words.code);
}

TEST_CASE("a message in either language shows the same arguments, and every one that people need") {
  for (const scenarios::Code& code : scenarios::codes)
    for (std::size_t i = 0; i < code.count(); ++i) {
      const std::string place = "{" + std::to_string(i) + "}";
      const auto holds = [&](const app::ProblemWords& words) {
        return std::pair{words.english.find(place) != std::string_view::npos,
                         words.russian.find(place) != std::string_view::npos};
      };
      for (const app::ProblemWords& words : app::problem_words()) {
        if (words.code != code.name) continue;
        const auto [english, russian] = holds(words);
        CHECK_MESSAGE(english == russian, code.name);
        // The path already shows an unknown key, suggestions are added behind, and people do not count departments from
        // 0.
        const bool elsewhere = code.arguments[i].kind == scenarios::ArgumentKind::suggestion ||
                               (code.name == "unknown_key" && i == 0) || (code.name == "unknown_measure" && i == 1);
        CHECK_MESSAGE(english != elsewhere, code.name << " " << place);
      }
    }
}

TEST_CASE("every message can be put together") {
  for (const scenarios::Code& code : scenarios::codes)
    for (const Language language : {Language::en, Language::ru}) {
      const std::string text = app::text_of(example(code), language);
      CHECK(text.starts_with("roofing.toml:12:3: "));
      CHECK(text.find("segments.retail.fit: ") != std::string::npos);
      CHECK(text.find('\n') == std::string::npos);
    }
}

TEST_CASE("a message names the place as far as it is known, and says what was probably meant") {
  sim::Problem problem{"unknown_key", {"roofing.toml", 3, 7}, "calendar.hous", {"hous", "hours", "hours, days"}, false};
  CHECK(app::text_of(problem, Language::en) ==
        "roofing.toml:3:7: calendar.hous: unknown key; allowed here: hours, days; did you mean \"hours\"?");
  CHECK(app::text_of(problem, Language::ru) ==
        "roofing.toml:3:7: calendar.hous: неизвестный ключ; здесь допустимы: hours, days; возможно, имелось в виду "
        "«hours»");
  problem.place = {"--set calendar.hous=always", 0, 0};
  problem.arguments[1] = "";
  CHECK(app::text_of(problem, Language::en) ==
        "--set calendar.hous=always: calendar.hous: unknown key; allowed here: hours, days");
  problem.place = {};
  problem.path = "";
  problem.arguments[2] = "";
  CHECK(app::text_of(problem, Language::en) == "unknown key; there is nothing to choose from");
  CHECK(app::text_of(problem, Language::ru) == "неизвестный ключ; выбирать здесь не из чего");
  CHECK(app::text_of({{"season_mean", {"a.toml", 1, 2}, "x", {"1.5"}, true}}, Language::ru)
            .starts_with("a.toml:1:2: предупреждение: x: "));
}
