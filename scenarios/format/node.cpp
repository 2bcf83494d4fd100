#include "scenarios/format/node.hpp"

#include <algorithm>

namespace scenarios {

const Entry* Node::entry(std::string_view key) const {
  for (const Entry& item : entries)
    if (item.key == key) return &item;
  return nullptr;
}

Entry* Node::entry(std::string_view key) {
  for (Entry& item : entries)
    if (item.key == key) return &item;
  return nullptr;
}

const Node* Node::find(std::string_view key) const {
  const Entry* item = entry(key);
  return item != nullptr ? &item->value : nullptr;
}

Node* Node::find(std::string_view key) {
  Entry* item = entry(key);
  return item != nullptr ? &item->value : nullptr;
}

void Node::erase(std::string_view key) {
  std::erase_if(entries, [&](const Entry& item) { return item.key == key; });
}

Node& Node::at_or_new(std::string_view key, const Spot& where) {
  if (Node* found = find(key)) return *found;
  Node table;
  table.spot = where;
  entries.push_back({std::string{key}, where, std::move(table)});
  return entries.back().value;
}

void move_to(Node& node, const Spot& spot) {
  node.spot = spot;
  for (Entry& item : node.entries) {
    item.spot = spot;
    move_to(item.value, spot);
  }
  for (Node& item : node.items) move_to(item, spot);
}

sim::Place place_of(const Node& root, const std::vector<std::string>& path) {
  const Node* node = &root;
  Spot spot = root.spot;
  for (const std::string& key : path) {
    const Entry* item = node->entry(key);
    if (item == nullptr) break;
    spot = item->spot;
    node = &item->value;
  }
  return spot.place();
}

}  // namespace scenarios
