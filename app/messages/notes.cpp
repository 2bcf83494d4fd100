#include "app/messages/notes.hpp"

#include <array>

namespace app {
namespace {

// clang-format off
constexpr std::array notes{
    NoteWords{"skewed",
              {"{0}: so skewed that the interval, although corrected, may cover less than it says; {1} replications would do",
               "{0}: распределение так скошено, что интервал даже с поправкой может быть уже, чем нужно; хватит {1} повторений"},
              {"So skewed that intervals, although corrected, may cover less than they say ({1} replications would do): {0}.",
               "Распределение так скошено, что интервалы даже с поправкой могут быть уже, чем нужно (хватит {1} повторений): {0}."}},
    NoteWords{"uncorrected",
              {"{0}: too skewed for a correction of the interval, which may cover much less than it says; {1} replications would do",
               "{0}: распределение слишком скошено для поправки, интервал может быть намного уже, чем нужно; хватит {1} повторений"},
              {"Too skewed for a correction of the intervals, which may cover much less than they say ({1} replications would do): {0}.",
               "Распределение слишком скошено для поправки, интервалы могут быть намного уже, чем нужно (хватит {1} повторений): {0}."}},
    NoteWords{"empty",
              {"{0}: {1} replications have no value of their own; they count in the mean, not in the quantiles",
               "{0}: в {1} повторениях своего значения нет; они учтены в среднем, но не в квантилях"},
              {"Without a value of their own in up to {1} replications, which count in the mean only: {0}.",
               "Без своего значения в части повторений (до {1}), которые учтены только в среднем: {0}."}},
    NoteWords{"undefined",
              {"{0}: no replication has a value", "{0}: значения нет ни в одном повторении"},
              {"Without a value in any replication: {0}.", "Без значения во всех повторениях: {0}."}},
    NoteWords{"no_interval",
              {"{0} replications are too few for intervals", "{0} повторений мало для интервалов"},
              {"{0} replications are too few for intervals.", "{0} повторений мало для интервалов."}},
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
  return say(language, words->one, argument(0), argument(1));
}

}  // namespace app
