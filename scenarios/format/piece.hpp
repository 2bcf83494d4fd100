#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace scenarios {

/// A value on its way into text: finished TOML, or a table of such.
struct Piece {
  bool table = false;
  bool absent = false;    ///< a table that is not there; its keys have their neutral defaults
  bool required = false;  ///< stays even where it is neutral
  std::string text;
  std::vector<std::pair<std::string, Piece>> keys;

  static Piece of(std::string text) { return {false, false, false, std::move(text), {}}; }
  static Piece empty_table() { return {true, false, false, {}, {}}; }

  const Piece* find(std::string_view key) const;
  void add(std::string_view key, Piece piece) { keys.emplace_back(std::string{key}, std::move(piece)); }
  bool operator==(const Piece&) const = default;
};

/// What of `piece` differs from `other`, which has the same keys where it has any. Tables that differ in nothing are left out.
Piece difference(const Piece& piece, const Piece& other);

/// On one line: `{ mean = 2, cv = 0.5 }`
std::string inline_text(const Piece& piece);

/// A text in quotes, escaped as TOML wants.
std::string quoted(std::string_view text);

/// A plain value that is bare if it is a number, else in quotes.
std::string literal(const std::string& text);

}  // namespace scenarios
