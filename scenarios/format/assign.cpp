#include <algorithm>

#include "scenarios/format/by_segment.hpp"
#include "scenarios/format/load.hpp"
#include "scenarios/format/parse.hpp"

/// `--set path=value`
namespace scenarios {
namespace {

using Names = std::vector<std::string>;

Names split(std::string_view path) {
  Names keys;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    keys.emplace_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return keys;
}

std::string trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return std::string{text.substr(begin, text.find_last_not_of(" \t") - begin + 1)};
}

Names keys_of(const Node* table) {
  Names keys;
  if (table != nullptr)
    for (const Entry& entry : table->entries) keys.push_back(entry.key);
  return keys;
}

/// One assignment on its way down the tree.
class Assignment {
 public:
  Assignment(Node& root, Names keys, const Spot& spot, Collector& problems)
      : root_(root),
        keys_(std::move(keys)),
        segments_(keys_of(root.find("segments"))),
        spot_(spot),
        problems_(problems) {}

  void apply(Node value) {
    for (std::size_t depth = 0; depth < keys_.size(); ++depth)
      if (is_named(depth) && !known(depth)) return;
    Node* node = &root_;
    for (std::size_t depth = 0; depth < keys_.size(); ++depth) {
      if (depth + 1 == keys_.size() && has_months(*node, depth)) return set_month(*node, std::move(value));
      prepare(*node, depth);
      Node& below = node->at_or_new(keys_[depth], spot_);
      if (depth + 1 == keys_.size()) {
        node->entry(keys_[depth])->spot = spot_;
        below = std::move(value);
      }
      node = &below;
    }
  }

 private:
  /// Whether a key is a name that the file gives: a path cannot make new ones.
  bool is_named(std::size_t depth) const {
    const std::string& top = keys_[0];
    if (depth == 1) return top == "segments" || top == "departments" || (top == "pipeline" && keys_[1] != "stages");
    if (depth != 3) return false;
    return (top == "segments" && keys_[2] == "inbound") || (top == "departments" && keys_[2] == "roles");
  }

  bool known(std::size_t depth) const {
    const Node* node = &root_;
    std::string path;
    for (std::size_t i = 0; i < depth && node != nullptr; ++i) {
      node = node->find(keys_[i]);
      path += keys_[i] + ".";
    }
    if (node != nullptr && node->has(keys_[depth])) return true;
    problems_.unknown("unknown_path", spot_, path + shortened(keys_[depth]), keys_[depth], keys_of(node));
    return false;
  }

  /// Whether the last key is a month of the value at `node`. A single number is first spread over the year.
  bool has_months(Node& node, std::size_t depth) const {
    if (depth == 0) return false;
    const bool season = keys_[depth - 1] == "season";
    if (!season && keys_[depth - 1] != "staff") return false;
    const bool month = is_one_of(keys_[depth], months);
    if (month && is_belief(node))
      if (const Node* value = node.find("value")) node = Node{*value};
    if (month && season && node.is_table() && node.entries.empty()) {
      node.kind = Node::Kind::integer;
      node.integer = 1;
      node.real = 1;
    }
    if (month && node.is_number()) {
      Node all;
      all.kind = Node::Kind::array;
      all.spot = spot_;
      all.items.assign(12, node);
      node = std::move(all);
    }
    return node.is_array() && node.items.size() == months.size();
  }

  void set_month(Node& year, Node value) {
    const auto month = std::find(months.begin(), months.end(), keys_.back());
    if (month != months.end())
      year.items[static_cast<std::size_t>(month - months.begin())] = std::move(value);
    else
      problems_.unknown("unknown_word", spot_, joined_keys(), keys_.back(), list(months));
  }

  std::string joined_keys() const {
    std::string path;
    for (const std::string& key : keys_) path += (path.empty() ? "" : ".") + shortened(key);
    return path;
  }

  bool in_stage(std::size_t depth) const {
    if (keys_[0] == "cold_call") return depth >= 2;
    if (keys_[0] == "pipeline" || keys_[0] == "service") return depth >= 3;
    return keys_[0] == "departments" && depth >= 5 && keys_[2] == "work";
  }

  /// Makes a node fit to take the key at `depth`.
  void prepare(Node& node, std::size_t depth) {
    const std::string& key = keys_[depth];
    if (keys_[0] == "plan") {
      if (!node.is_table()) node = table();
      return;
    }
    const bool varied = in_stage(depth) && is_by_segment(node, segments_);
    if (in_stage(depth) && is_one_of(key, segments_)) {
      if (!varied && (!node.is_table() || !node.entries.empty())) node = segments_outside(node, segments_);
    } else if (varied && !is_one_of(key, distribution_kinds)) {
      node = segments_inside(node);
    } else if (is_one_of(key, belief_words) && depth > 0 && !is_named(depth - 1)) {
      if (is_belief(node)) return;
      Node belief;
      belief.spot = spot_;
      if (!node.is_table()) belief.entries.push_back({"value", spot_, node});
      node = std::move(belief);
    } else if (is_one_of(key, distribution_kinds)) {
      std::erase_if(node.entries, [&](const Entry& entry) { return entry.key != key && entry.key != "zero"; });
      if (!node.is_table()) node = table();
    } else if (!node.is_table() || is_belief(node)) {
      node = table();
    }
  }

  Node table() const {
    Node node;
    node.spot = spot_;
    return node;
  }

  Node& root_;
  Names keys_;
  Names segments_;
  Spot spot_;
  Collector& problems_;
};

}  // namespace

void assign(Node& root, const std::string& text, Collector& problems) {
  if (!is_utf8(text)) return problems.add("file_binary", sim::Place{"--set", 0, 0}, "");
  const Spot spot{std::make_shared<const std::string>("--set " + shortened(text)), 0, 0};
  const std::size_t equals = text.find('=');
  const std::string path = trimmed(text.substr(0, equals));
  Names keys = split(path);
  const bool empty = std::any_of(keys.begin(), keys.end(), [](const std::string& key) { return key.empty(); });
  if (equals == std::string::npos || empty || keys.size() > static_cast<std::size_t>(longest_dotted)) {
    problems.add("set_syntax", spot, "", {shortened(text)});
    return;
  }
  Assignment{root, std::move(keys), spot, problems}.apply(parse_value(text.substr(equals + 1), spot));
}

}  // namespace scenarios
