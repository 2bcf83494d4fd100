#include "scenarios/format/by_segment.hpp"

#include <algorithm>

namespace scenarios {
namespace {

using Names = std::vector<std::string>;

/// The value for a segment, or null where the table does not name it.
const Node* chosen(const Input& input, const Names& segments, const std::string& segment) {
  static_cast<void>(only(input, segments));
  return input.node.find(segment);
}

}  // namespace

bool is_by_segment(const Node& node, const Names& segments) {
  return node.is_table() && std::any_of(node.entries.begin(), node.entries.end(),
                                        [&](const Entry& entry) { return is_one_of(entry.key, segments); });
}

Node for_segment(const Input& stage, const Names& segments, Varied& varied) {
  Node result;
  result.spot = stage.node.spot;
  for (const Entry& entry : stage.node.entries) {
    const Input input = stage.inside(entry.value, entry.key);
    if (is_by_segment(entry.value, segments)) {
      varied.keys.push_back(entry.key);
      if (const Node* value = chosen(input, segments, varied.segment))
        result.entries.push_back({entry.key, entry.spot, *value});
      continue;
    }
    const bool inner = entry.value.is_table() && !is_belief(entry.value) && !is_distribution(entry.value) &&
                       std::any_of(entry.value.entries.begin(), entry.value.entries.end(),
                                   [&](const Entry& item) { return is_by_segment(item.value, segments); });
    if (!inner) {
      result.entries.push_back(entry);
      continue;
    }
    varied.keys.push_back(entry.key);
    Node table = for_segment(input, segments, varied);
    const bool says_nothing = table.entries.empty();
    if (!says_nothing) result.entries.push_back({entry.key, entry.spot, std::move(table)});
  }
  return result;
}

}  // namespace scenarios
