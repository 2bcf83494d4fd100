#include "scenarios/format/node_text.hpp"

#include <algorithm>

#include "scenarios/format/parse.hpp"
#include "scenarios/format/piece.hpp"
#include "scenarios/format/quantity.hpp"

namespace scenarios {
namespace {

std::string key_text(const std::string& key) {
  const auto bare = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  return !key.empty() && std::all_of(key.begin(), key.end(), bare) ? key : quoted(key);
}

/// Each of them between brackets, commas between them.
template <class Each, class Text>
std::string list_text(const Each& each, const char* open, const char* close, const Text& text) {
  std::string result = open;
  for (std::size_t i = 0; i < each.size(); ++i) result += (i > 0 ? ", " : "") + text(each[i]);
  return result + close;
}

}  // namespace

std::string toml_text(const Node& node) {
  switch (node.kind) {
    case Node::Kind::table:
      if (node.entries.empty()) return "{}";
      return list_text(node.entries, "{ ", " }",
                       [](const Entry& entry) { return key_text(entry.key) + " = " + toml_text(entry.value); });
    case Node::Kind::array:
      return list_text(node.items, "[", "]", [](const Node& item) { return toml_text(item); });
    case Node::Kind::string:
      return quoted(node.text);
    case Node::Kind::integer:
      return std::to_string(node.integer);
    case Node::Kind::real:
      return print_number(node.real);
    case Node::Kind::boolean:
      return node.boolean ? "true" : "false";
    case Node::Kind::date:
      return print_date(node.date);
    case Node::Kind::other:
      break;
  }
  return "00:00:00";  // times, which no key takes
}

std::string toml_document(const Node& table) {
  std::string text;
  for (const Entry& entry : table.entries) text += key_text(entry.key) + " = " + toml_text(entry.value) + "\n";
  return text;
}

std::string value_text(const Node& node) {
  if (!node.is_string()) return toml_text(node);
  const Node bare = parse_value(node.text, {});
  return bare.is_string() && bare.text == node.text ? node.text : quoted(node.text);
}

}  // namespace scenarios
