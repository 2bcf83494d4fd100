#include "scenarios/format/piece.hpp"

#include <charconv>

namespace scenarios {

const Piece* Piece::find(std::string_view key) const {
  for (const auto& [name, piece] : keys)
    if (name == key) return &piece;
  return nullptr;
}

std::string inline_text(const Piece& piece) {
  if (!piece.text.empty()) return piece.text;
  std::string text;
  for (const auto& [key, value] : piece.keys) text += (text.empty() ? " " : ", ") + key + " = " + inline_text(value);
  return text.empty() ? "{}" : "{" + text + " }";
}

std::string section_text(const Piece& section, const std::string& path) {
  std::string lines;
  std::string sections;
  for (const auto& [key, value] : section.keys) {
    if (value.kind == Piece::Kind::section)
      sections += section_text(value, path.empty() ? key : path + "." + key);
    else
      lines += key + " = " + inline_text(value) + "\n";
  }
  const bool heading = !path.empty() && (!lines.empty() || sections.empty());
  return (heading ? "\n[" + path + "]\n" : "") + lines + sections;
}

std::string quoted(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (c == '\n') {
      result += "\\n";
    } else if (c == '\t') {
      result += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      result += "\\u00";
      result += digits[byte >> 4U];
      result += digits[byte & 15U];
    } else {
      result += c;
    }
  }
  return result + '"';
}

std::string literal(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool bare = error == std::errc{} && end == text.data() + text.size();
  return bare ? text : quoted(text);
}

}  // namespace scenarios
