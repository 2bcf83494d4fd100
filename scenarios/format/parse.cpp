#include "scenarios/format/parse.hpp"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace scenarios {
namespace {

using Source = std::shared_ptr<const std::string>;

Spot spot_of(const toml::source_position& position, const Source& source) {
  return {source, static_cast<int>(position.line), static_cast<int>(position.column)};
}

Node converted(const toml::node& from, const Source& source);

Node converted_table(const toml::table& from, const Source& source) {
  Node node;
  std::vector<std::pair<toml::source_position, const toml::key*>> keys;
  keys.reserve(from.size());
  // The parser sorts keys by name; where a key was first written gives the order of the file back.
  for (auto&& [key, value] : from) keys.emplace_back(key.source().begin, &key);
  std::stable_sort(keys.begin(), keys.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  node.entries.reserve(keys.size());
  for (const auto& [position, key] : keys) {
    const toml::node& value = *from.get(key->str());
    Entry entry{std::string{key->str()}, spot_of(position, source), converted(value, source)};
    const toml::table* table = value.as_table();
    if (table != nullptr && !table->is_inline()) entry.value.spot = entry.spot;
    node.entries.push_back(std::move(entry));
  }
  return node;
}

Node converted(const toml::node& from, const Source& source) {
  Node node;
  if (const toml::table* table = from.as_table()) {
    node = converted_table(*table, source);
  } else if (const toml::array* array = from.as_array()) {
    node.kind = Node::Kind::array;
    node.items.reserve(array->size());
    for (const toml::node& item : *array) node.items.push_back(converted(item, source));
  } else if (const auto* text = from.as_string()) {
    node.kind = Node::Kind::string;
    node.text = text->get();
  } else if (const auto* integer = from.as_integer()) {
    node.kind = Node::Kind::integer;
    node.integer = integer->get();
    node.real = static_cast<double>(node.integer);
  } else if (const auto* real = from.as_floating_point()) {
    node.kind = Node::Kind::real;
    node.real = real->get();
  } else if (const auto* boolean = from.as_boolean()) {
    node.kind = Node::Kind::boolean;
    node.boolean = boolean->get();
  } else if (const auto* date = from.as_date()) {
    node.kind = Node::Kind::date;
    node.date = std::chrono::sys_days{std::chrono::year{date->get().year} / date->get().month / date->get().day};
  } else {
    node.kind = Node::Kind::other;
  }
  node.spot = spot_of(from.source().begin, source);
  return node;
}

/// Walks over the text as the parser would, without keeping anything, to find nesting that would exhaust the stack.
class DepthGuard {
 public:
  explicit DepthGuard(std::string_view text) : text_(text) {}

  /// Where the text is nested too deeply, or nothing.
  std::optional<std::size_t> too_deep() {
    int brackets = 0;
    int dots = 0;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '#') {
        at_ = std::min(text_.find('\n', at_), text_.size());
        continue;
      }
      if (c == '"' || c == '\'') {
        skip_string(c);
        continue;
      }
      if (c == '[' || c == '{') ++brackets;
      if (c == ']' || c == '}') brackets = std::max(0, brackets - 1);
      dots = c == '.' ? dots + 1 : (c == '\n' || c == '=' || c == ',' || c == '[' || c == '{' ? 0 : dots);
      if (brackets > deepest_brackets || dots >= longest_dotted) return at_;
      ++at_;
    }
    return std::nullopt;
  }

 private:
  void skip_string(char quote) {
    const std::string three(3, quote);
    const bool multiline = text_.substr(at_, 3) == three;
    at_ += multiline ? 3 : 1;
    while (at_ < text_.size()) {
      if (text_[at_] == '\\' && quote == '"') {
        at_ += 2;
        continue;
      }
      if (!multiline && text_[at_] == '\n') return;  // the parser stops here with an error
      if (multiline ? text_.substr(at_, 3) == three : text_[at_] == quote) {
        at_ += multiline ? 3 : 1;
        // Up to two quotes may belong to the text before the closing three.
        for (int i = 0; multiline && i < 2 && at_ < text_.size() && text_[at_] == quote; ++i) ++at_;
        return;
      }
      ++at_;
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

sim::Place place_at(std::string_view text, std::size_t offset, const std::string& name) {
  const std::string_view before = text.substr(0, offset);
  const auto line = std::count(before.begin(), before.end(), '\n');
  const std::size_t start = before.rfind('\n') + 1;  // npos + 1 is 0
  const std::string_view tail = before.substr(start);
  const auto column =
      std::count_if(tail.begin(), tail.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
  return {name, static_cast<int>(line) + 1, static_cast<int>(column) + 1};
}

/// A table with more keys than any scenario has, or null.
const Node* crowded(const Node& node) {
  if (node.entries.size() > most_keys) return &node;
  for (const Entry& entry : node.entries)
    if (const Node* found = crowded(entry.value)) return found;
  for (const Node& item : node.items)
    if (const Node* found = crowded(item)) return found;
  return nullptr;
}

}  // namespace

std::optional<Node> parse(std::string_view text, const std::string& name, Collector& problems) {
  if (text.size() > largest_file) {
    problems.add("file_too_large", sim::Place{name, 0, 0}, "", {std::to_string(largest_file >> 20U)});
    return std::nullopt;
  }
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    problems.add("file_binary", place_at(text, nul, name), "");
    return std::nullopt;
  }
  if (const auto deep = DepthGuard{text}.too_deep()) {
    problems.add("too_deep", place_at(text, *deep, name), "",
                 {std::to_string(deepest_brackets), std::to_string(longest_dotted)});
    return std::nullopt;
  }
  const toml::parse_result result = toml::parse(text);
  if (!result) {
    const std::string description{result.error().description()};
    const sim::Place place = spot_of(result.error().source().begin, std::make_shared<const std::string>(name)).place();
    if (description.starts_with("Encountered invalid utf-8"))
      problems.add("file_binary", place, "");
    else
      problems.add("syntax", place, "", {shortened(description)});
    return std::nullopt;
  }
  if (result.table().empty()) {
    problems.add("file_empty", sim::Place{name, 0, 0}, "");
    return std::nullopt;
  }
  Node root = converted(result.table(), std::make_shared<const std::string>(name));
  root.spot.line = 1;
  root.spot.column = 1;
  if (const Node* table = crowded(root)) {
    problems.add("too_many", table->spot, "", {std::to_string(table->entries.size()), std::to_string(most_keys)});
    return std::nullopt;
  }
  return root;
}

std::optional<std::string> read_text_file(const std::string& path, const sim::Place& from, const std::string& key,
                                          Collector& problems) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) {
    problems.add("file_missing", from, key, {shortened(path)});
    return std::nullopt;
  }
  if (std::filesystem::is_directory(status)) {
    problems.add("file_directory", from, key, {shortened(path)});
    return std::nullopt;
  }
  std::ifstream file(path, std::ios::binary);
  std::string text;
  text.resize(largest_file + 1);
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (!file.is_open() || file.bad()) {
    problems.add("file_unreadable", from, key, {shortened(path)});
    return std::nullopt;
  }
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.size() > largest_file) {
    problems.add("file_too_large", sim::Place{path, 0, 0}, key, {std::to_string(largest_file >> 20U)});
    return std::nullopt;
  }
  return text;
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto byte = [&](std::size_t i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
    const unsigned first = byte(at);
    const std::size_t length = first < 0x80U                      ? 1
                               : first >= 0xC2U && first < 0xE0U  ? 2
                               : first >= 0xE0U && first < 0xF0U  ? 3
                               : first >= 0xF0U && first <= 0xF4U ? 4
                                                                  : 0;
    if (length == 0) return false;
    // The second byte excludes overlong forms, surrogates and what lies beyond U+10FFFF.
    const unsigned low = first == 0xE0U ? 0xA0U : first == 0xF0U ? 0x90U : 0x80U;
    const unsigned high = first == 0xEDU ? 0x9FU : first == 0xF4U ? 0x8FU : 0xBFU;
    if (length > 1 && (byte(at + 1) < low || byte(at + 1) > high)) return false;
    for (std::size_t i = 2; i < length; ++i)
      if ((byte(at + i) & 0xC0U) != 0x80U) return false;
    at += length;
  }
  return true;
}

Node parse_value(std::string_view text, const Spot& spot) {
  const std::string line = "value = " + std::string{text};
  const bool safe = text.find('\0') == std::string_view::npos && !DepthGuard{line}.too_deep();
  Node node;
  if (const toml::parse_result result = safe ? toml::parse(line) : toml::parse("=");
      result && result.table().size() == 1) {
    node = converted(*result.table().get("value"), spot.source);
  } else {
    const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
    const std::size_t end = text.find_last_not_of(" \t") + 1;
    node.kind = Node::Kind::string;
    node.text = begin < end ? text.substr(begin, end - begin) : "";
  }
  move_to(node, spot);
  return node;
}

}  // namespace scenarios
