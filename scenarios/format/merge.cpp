#include <algorithm>

#include "scenarios/format/load.hpp"
#include "scenarios/format/quantity.hpp"
#include "scenarios/format/values.hpp"
#include "scenarios/format/words.hpp"

/// How tables are laid over each other.
namespace scenarios {
namespace {

/// What a table says, so far as its words tell: only tables of the same shape merge.
std::string shape_of(const Node& table) {
  if (is_belief(table)) return "belief";
  std::string kinds;
  for (const Entry& entry : table.entries) {
    if (is_one_of(entry.key, distribution_kinds)) kinds += entry.key + " ";
    if (is_one_of(entry.key, stage_tables)) kinds = "stage ";
    if (parse_date(entry.key)) return "dates";
  }
  if (kinds.empty() && table.has("zero")) return "zero";
  return kinds;
}

bool merges(const Node& base, const Node& over) {
  if (!base.is_table() || !over.is_table()) return false;
  const std::string below = shape_of(base);
  const std::string above = shape_of(over);
  if (below == "belief" || below == "dates" || above == "belief" || above == "dates") return false;
  if (above == "zero" && below != "stage " && !below.empty()) return true;
  return below == above || base.entries.empty() || over.entries.empty();
}

using Names = std::vector<std::string>;

/// Calls `visit(table, path)` for every table whose keys are names: departments, segments, channels, roles, stages.
template <class Root, class Visit>
void visit_names(Root& root, const Visit& visit) {
  const auto inner = [&](std::string_view outer, std::string_view key) {
    auto* table = root.find(outer);
    if (table == nullptr) return;
    visit(*table, std::string{outer});
    for (auto& entry : table->entries)
      if (auto* names = key.empty() ? nullptr : entry.value.find(key))
        visit(*names, std::string{outer} + "." + entry.key + "." + std::string{key});
  };
  inner("departments", "roles");
  inner("segments", "inbound");
  inner("pipeline", "");
}

/// Takes values by segment out of a stage where their segment is gone.
void forget_segments(Node& stage, const Names& segments) {
  std::erase_if(stage.entries, [&](Entry& entry) {
    Node& value = entry.value;
    if (!value.is_table() || value.entries.empty()) return false;
    std::erase_if(value.entries, [&](const Entry& item) { return is_one_of(item.key, segments); });
    forget_segments(value, segments);
    return value.entries.empty();
  });
}

void forget_segments_in(Node* stages, const Names& segments) {
  if (stages == nullptr) return;
  for (Entry& stage : stages->entries) forget_segments(stage.value, segments);
}

}  // namespace

void merge(Node& base, const Node& over) {
  for (const Entry& entry : over.entries) {
    Entry* below = base.entry(entry.key);
    if (below == nullptr) {
      base.entries.push_back(entry);
    } else if (merges(below->value, entry.value)) {
      below->spot = entry.spot;
      below->value.spot = entry.value.spot;
      merge(below->value, entry.value);
    } else {
      *below = entry;
    }
  }
}

void check_removals(const Node& base, const Node& over, Collector& problems) {
  visit_names(over, [&](const Node& table, const std::string& path) {
    const Node* below = &base;
    for (std::size_t begin = 0; below != nullptr && begin < path.size();) {
      const std::size_t end = std::min(path.find('.', begin), path.size());
      below = below->find(path.substr(begin, end - begin));
      begin = end + 1;
    }
    for (const Entry& entry : table.entries) {
      if (!entry.value.is_false() || (below != nullptr && below->has(entry.key))) continue;
      Names known;
      if (below != nullptr)
        for (const Entry& item : below->entries) known.push_back(item.key);
      problems.unknown("nothing_to_remove", entry.spot, path + "." + shortened(entry.key), entry.key, known);
    }
  });
}

void remove_false(Node& root) {
  Names segments;
  visit_names(root, [&](Node& table, const std::string& path) {
    if (path == "segments")
      for (const Entry& entry : table.entries)
        if (entry.value.is_false()) segments.push_back(entry.key);
    std::erase_if(table.entries, [](const Entry& entry) { return entry.value.is_false(); });
  });
  if (segments.empty()) return;
  forget_segments_in(root.find("pipeline"), segments);
  if (Node* departments = root.find("departments"))
    for (Entry& department : departments->entries) forget_segments_in(department.value.find("work"), segments);
}

void apply_role_defaults(Node& root, Collector& problems) {
  const auto usable = [&](const Entry* defaults, const std::string& path) {
    if (defaults == nullptr || defaults->value.is_table()) return defaults;
    problems.add("wrong_type", defaults->value.spot, path, {std::string{kind_name(defaults->value)}, "table"});
    return static_cast<const Entry*>(nullptr);
  };
  const Entry* common = usable(root.entry("role_defaults"), "role_defaults");
  Node none;
  Node* found = root.find("departments");
  for (Entry& department : (found != nullptr ? *found : none).entries) {
    const Entry* own = usable(department.value.entry("role_defaults"), "departments." + department.key + ".role_defaults");
    if (Node* roles = department.value.find("roles")) {
      for (Entry& role : roles->entries) {
        if (!role.value.is_table()) continue;
        Node merged;
        merged.spot = role.value.spot;
        for (const Entry* defaults : {common, own})
          if (defaults != nullptr) merge(merged, defaults->value);
        merge(merged, role.value);
        role.value = std::move(merged);
      }
    }
    department.value.erase("role_defaults");
  }
  root.erase("role_defaults");
}

}  // namespace scenarios
