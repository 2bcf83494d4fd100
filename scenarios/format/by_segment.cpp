#include "scenarios/format/by_segment.hpp"

#include <algorithm>

namespace scenarios {
namespace {

using Names = std::vector<std::string>;

/// Whether a node is a table of further keys, some of which vary by segment.
bool has_inner(const Node& node, const Names& segments) {
  return holds_keys(node) && std::any_of(node.entries.begin(), node.entries.end(),
                                         [&](const Entry& item) { return is_by_segment(item.value, segments); });
}

/// Notes that a key varies: the key itself, or all keys of the table that it is.
void note(const Node& value, const std::string& path, Varied& varied) {
  if (!holds_keys(value)) varied.paths.insert(path);
  if (holds_keys(value))
    for (const Entry& entry : value.entries) varied.paths.insert(path + "." + entry.key);
}

}  // namespace

bool is_by_segment(const Node& node, const Names& segments) {
  return node.is_table() && std::any_of(node.entries.begin(), node.entries.end(),
                                        [&](const Entry& entry) { return is_one_of(entry.key, segments); });
}

bool holds_keys(const Node& node) { return node.is_table() && !is_belief(node) && !is_distribution(node); }

Node segments_outside(const Node& node, const Names& segments) {
  Node result;
  result.spot = node.spot;
  for (const std::string& segment : segments) {
    Node own = node;
    if (has_inner(node, segments)) {
      own.entries.clear();
      for (const Entry& entry : node.entries) {
        const bool varies = is_by_segment(entry.value, segments);
        if (const Node* value = varies ? entry.value.find(segment) : &entry.value)
          own.entries.push_back({entry.key, entry.spot, *value});
      }
      if (own.entries.empty()) continue;
    }
    result.entries.push_back({segment, node.spot, std::move(own)});
  }
  return result;
}

Node segments_inside(const Node& node) {
  if (!std::all_of(node.entries.begin(), node.entries.end(), [](const Entry& e) { return holds_keys(e.value); }))
    return node;
  Node result;
  result.spot = node.spot;
  for (const Entry& segment : node.entries)
    for (const Entry& entry : segment.value.entries)
      result.at_or_new(entry.key, entry.spot).entries.push_back({segment.key, segment.spot, entry.value});
  return result;
}

Node for_segment(const Input& stage, const Names& segments, Varied& varied) {
  Node result;
  result.spot = stage.node.spot;
  for (const Entry& entry : stage.node.entries) {
    const Input input = stage.inside(entry.value, entry.key);
    if (is_by_segment(entry.value, segments)) {
      const Node* value = entry.value.find(varied.segment);
      if (value == nullptr) continue;
      note(*value, input.path, varied);
      result.entries.push_back({entry.key, entry.spot, *value});
    } else if (has_inner(entry.value, segments)) {
      Node table = for_segment(input, segments, varied);
      const bool says_nothing = table.entries.empty();
      if (!says_nothing) result.entries.push_back({entry.key, entry.spot, std::move(table)});
    } else {
      result.entries.push_back(entry);
    }
  }
  return result;
}

void check_segments(const Input& stage, const Names& segments) {
  for (const Entry& entry : stage.node.entries) {
    const Input input = stage.inside(entry.value, entry.key);
    if (is_by_segment(entry.value, segments))
      static_cast<void>(only(input, segments));
    else if (has_inner(entry.value, segments))
      check_segments(input, segments);
  }
}

}  // namespace scenarios
