#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "app/messages/language.hpp"

namespace app {

/// Which places `{0}` … `{9}` a text has, as bits; -1 if a brace stands for anything else.
constexpr int places_of(std::string_view text) {
  int places = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '}') return -1;
    if (text[i] != '{') continue;
    if (i + 2 >= text.size() || text[i + 1] < '0' || text[i + 1] > '9' || text[i + 2] != '}') return -1;
    places |= 1 << (text[i + 1] - '0');
    i += 2;
  }
  return places;
}

/// Whether a phrase is there in both languages and says the same things in both.
constexpr bool complete(std::string_view english, std::string_view russian) {
  return !english.empty() && !russian.empty() && places_of(english) >= 0 && places_of(english) == places_of(russian);
}

/// Something to say, in every language. A phrase without a translation, or whose translation leaves out a place, does
/// not compile.
struct Phrase {
  std::string_view english;
  std::string_view russian;

  consteval Phrase(std::string_view in_english, std::string_view in_russian)
      : english(in_english), russian(in_russian) {
    if (!complete(in_english, in_russian)) throw "a phrase lacks its translation";
  }

  constexpr std::string_view in(Language language) const { return language == Language::ru ? russian : english; }
};

/// The phrase with its places filled.
template <class... Arguments>
std::string say(Language language, const Phrase& phrase, const Arguments&... arguments) {
  return fmt::vformat(phrase.in(language), fmt::make_format_args(arguments...));
}

}  // namespace app
