#pragma once

#include <string>
#include <vector>

#include "analysis/result/result.hpp"
#include "app/messages/phrase.hpp"

namespace app {

/// A note about the numbers as a sentence.
std::string note_text(const analysis::result::Note& note, Language language);

/// The words for one kind of note; the places are the code's arguments.
struct NoteWords {
  std::string_view code;
  Phrase sentence;
};

/// The words for a code, or null.
const NoteWords* find_note_words(std::string_view code);

}  // namespace app
