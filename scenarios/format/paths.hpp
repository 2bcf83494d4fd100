#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "scenarios/format/node.hpp"
#include "scenarios/format/words.hpp"

/// Paths of values in a scenario, as keys from the top.
namespace scenarios {

using Keys = std::vector<std::string>;

inline std::string path_of(const Keys& keys) {
  std::string path;
  for (const std::string& key : keys) path += (path.empty() ? "" : ".") + key;
  return path;
}

inline Keys with(Keys keys, std::string_view key) {
  keys.emplace_back(key);
  return keys;
}

/// The value at a path, or null.
inline const Node* node_at(const Node& root, const Keys& keys) {
  const Node* node = &root;
  for (const std::string& key : keys)
    if (node != nullptr) node = node->find(key);
  return node;
}

/// The path of a value of a stage or part for one segment: values by segment have its name at the end.
inline Keys value_path(const Node& root, Keys keys, const std::string& segment) {
  const Node* node = node_at(root, keys);
  if (node != nullptr && node->has(segment)) keys.push_back(segment);
  return keys;
}

/// Whether a role has an activity among its duties; for one segment if that is named.
inline bool does(const models::Role& role, std::string_view activity, std::string_view segment = {}) {
  for (const models::Duty& duty : role.does)
    if (duty.activity == activity && (segment.empty() || duty.segments.empty() || is_one_of(segment, duty.segments)))
      return true;
  return false;
}

/// Whether the number of people changes with time, hours of the day apart.
inline bool changes(const models::Staff& staff) {
  if (staff.kind == models::Staff::Kind::constant || staff.kind == models::Staff::Kind::hours) return false;
  for (const std::int64_t count : staff.counts)
    if (count != staff.counts.front()) return true;
  return false;
}

/// Whether people of a role ever quit.
inline bool quits(const models::Role& role) { return role.tenure || role.refusal_quit > 0; }

}  // namespace scenarios
