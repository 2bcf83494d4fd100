#pragma once

#include <string>
#include <vector>

#include "analysis/result/result.hpp"
#include "app/messages/phrase.hpp"

namespace app {

/// A note about the numbers as a sentence.
std::string note_text(const analysis::result::Note& note, Language language);

/// A kind of note about several measures as one sentence: `{0}` are the measures, `{1}` the largest number of
/// replications that one of them names.
struct NoteWords {
  std::string_view code;
  Phrase one;      ///< places as the code's arguments
  Phrase several;  ///< for the text, where many notes say the same of many measures
};

/// The words for a code, or null.
const NoteWords* find_note_words(std::string_view code);

}  // namespace app
