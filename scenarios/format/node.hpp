#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/problem.hpp"

namespace scenarios {

/// Where a key or a value stands. The name of the source is shared by all nodes of one file.
struct Spot {
  std::shared_ptr<const std::string> source;
  int line = 0;
  int column = 0;

  sim::Place place() const { return {source ? *source : std::string{}, line, column}; }
};

struct Entry;

/// A value of a scenario file with its place; tables keep the order of the file.
struct Node {
  enum class Kind : std::uint8_t { table, array, string, integer, real, boolean, date, other };

  Kind kind = Kind::table;
  bool boolean = false;
  Spot spot;
  std::int64_t integer = 0;
  double real = 0;
  std::chrono::sys_days date{};
  std::string text;            ///< of a string
  std::vector<Entry> entries;  ///< of a table
  std::vector<Node> items;     ///< of an array

  bool is_table() const { return kind == Kind::table; }
  bool is_array() const { return kind == Kind::array; }
  bool is_string() const { return kind == Kind::string; }
  bool is_number() const { return kind == Kind::integer || kind == Kind::real; }
  bool is_false() const { return kind == Kind::boolean && !boolean; }

  const Entry* entry(std::string_view key) const;
  Entry* entry(std::string_view key);
  /// The value of a key, or null.
  const Node* find(std::string_view key) const;
  Node* find(std::string_view key);
  bool has(std::string_view key) const { return entry(key) != nullptr; }
  void erase(std::string_view key);
  /// The value of a key; a new one comes last, as an empty table.
  Node& at_or_new(std::string_view key, const Spot& where);
};

/// A key of a table with its value.
struct Entry {
  std::string key;
  Spot spot;
  Node value;
};

/// Puts this place into a node and everything below it.
void move_to(Node& node, const Spot& spot);

/// The place of the deepest key of `path` that exists below `root`.
sim::Place place_of(const Node& root, const std::vector<std::string>& path);

}  // namespace scenarios
