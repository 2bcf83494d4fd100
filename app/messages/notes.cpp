#include "app/messages/notes.hpp"

#include <array>

namespace app {
namespace {

// clang-format off
constexpr std::array notes{
    NoteWords{"skewed",
              {"{0}: so skewed that the interval, although corrected, may cover less than it says; {1} replications would do",
               "{0}: распределение так скошено, что интервал даже с поправкой может быть уже, чем нужно; хватит {1} прогонов"}},
    NoteWords{"uncorrected",
              {"{0}: too skewed for a correction of the interval, which may cover much less than it says; {1} replications would do",
               "{0}: распределение слишком скошено для поправки, интервал может быть намного уже, чем нужно; хватит {1} прогонов"}},
    NoteWords{"empty",
              {"{0}: {1} replications have no value of their own; they count in the mean, not in the quantiles",
               "{0}: в {1} прогонах своего значения нет; они учтены в среднем, но не в квантилях"}},
    NoteWords{"undefined",
              {"{0}: no replication has a value", "{0}: значения нет ни в одном прогоне"}},
    NoteWords{"no_interval",
              {"{0} replications are too few for intervals", "прогонов ({0}) слишком мало для интервалов"}},
};
// clang-format on

}  // namespace

const NoteWords* find_note_words(std::string_view code) {
  for (const NoteWords& words : notes)
    if (words.code == code) return &words;
  return nullptr;
}

std::string note_text(const analysis::result::Note& note, Language language) {
  const NoteWords* words = find_note_words(note.code);
  if (words == nullptr) return note.code;
  const auto argument = [&](std::size_t i) { return i < note.arguments.size() ? note.arguments[i] : std::string{}; };
  return say(language, words->sentence, argument(0), argument(1));
}

}  // namespace app
