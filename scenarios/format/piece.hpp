#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace scenarios {

/// A value on its way into text.
struct Piece {
  enum class Kind : std::uint8_t {
    absent,  ///< a key that is not there
    value,   ///< finished TOML, or a table that is one value, such as a distribution
    table,   ///< keys of their own, written on one line
    section  ///< keys of their own, written under a heading
  };

  Kind kind = Kind::absent;
  std::string text{};                                 ///< of a plain value
  std::vector<std::pair<std::string, Piece>> keys{};  ///< of a table or section, or of a value that is a table

  static Piece of(std::string text) { return {Kind::value, std::move(text), {}}; }
  static Piece empty(Kind kind) { return {kind, {}, {}}; }

  bool is_leaf() const { return kind == Kind::absent || kind == Kind::value; }
  const Piece* find(std::string_view key) const;
  void add(std::string_view key, Piece piece) { keys.emplace_back(std::string{key}, std::move(piece)); }
  bool operator==(const Piece&) const = default;
};

/// On one line: `{ mean = 2, cv = 0.5 }`
std::string inline_text(const Piece& piece);

/// A section and all below it, each under its heading; `path` is the section's own, empty for the whole document.
std::string section_text(const Piece& section, const std::string& path);

/// A text in quotes, escaped as TOML wants.
std::string quoted(std::string_view text);

/// A plain value that is bare if it is a number, else in quotes.
std::string literal(const std::string& text);

}  // namespace scenarios
