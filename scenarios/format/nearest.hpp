#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace scenarios {

/// Edits between two words: insertions, deletions, substitutions and swaps of neighbours, each letter moved at most
/// once (optimal string alignment; Damerau 1964, Levenshtein 1966).
std::size_t edits(std::string_view a, std::string_view b);

/// The candidate that was probably meant, or an empty string: at most a third of the letters differ, the first of the
/// nearest wins.
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// `a, b, c`
std::string joined(const std::vector<std::string>& words);

}  // namespace scenarios
