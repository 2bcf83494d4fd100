#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Text in columns of a terminal, whatever its script.
namespace app {

/// Columns that a text in UTF-8 takes: none for combining marks and other marks without width, two for East Asian wide
/// characters and emoji (Unicode Standard Annex 11), one for everything else. A byte that is no UTF-8 takes one.
std::size_t display_width(std::string_view text);

/// The text with blanks behind it (before it), to be `width` columns wide; a wider text stays as it is.
std::string padded_right(std::string_view text, std::size_t width);
std::string padded_left(std::string_view text, std::size_t width);

/// Lines of at most `width` columns, broken at blanks and, where one word is too long, inside it. At least one line.
std::vector<std::string> wrap(std::string_view text, std::size_t width);

/// The text with a blank for every character that moves the cursor or speaks to the terminal.
std::string one_line(std::string_view text);

}  // namespace app
