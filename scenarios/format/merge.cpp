#include <algorithm>

#include "scenarios/format/by_segment.hpp"
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
  if (above == "zero" && !below.empty()) return true;
  return below == above || base.entries.empty() || over.entries.empty();
}

using Names = std::vector<std::string>;

/// Parts of the work that stand at the top of a scenario.
constexpr std::array<std::string_view, 2> top_parts{"cold_call", "service"};

/// Calls `visit(table, path)` for every table whose keys are names: departments, segments, channels, roles, stages,
/// parts of the work. Of the whole scenario only `top_parts` are.
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
  visit(root, "");
  inner("departments", "roles");
  inner("departments", "work");
  inner("segments", "inbound");
  inner("pipeline", "");
  inner("service", "");
}

/// Whether a key that `visit_names` came to is false, and so removes what has that name.
bool removes(const Entry& entry, const std::string& path) {
  return entry.value.is_false() && (!path.empty() || is_one_of(entry.key, top_parts));
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

/// Takes the drops of segments that are gone out of a role.
void forget_drops(Node* role, const Names& segments) {
  Node* drops = role != nullptr ? role->find("drops") : nullptr;
  if (drops == nullptr) return;
  std::erase_if(drops->entries, [&](const Entry& entry) { return is_one_of(entry.key, segments); });
}

/// The same for one stage.
void spread_stage(Node& base, const Node& over, const Names& segments) {
  for (const Entry& entry : over.entries) {
    Node* below = base.find(entry.key);
    if (below == nullptr) continue;
    if (is_by_segment(entry.value, segments)) {
      if (!is_by_segment(*below, segments)) *below = segments_outside(*below, segments);
    } else if (holds_keys(entry.value) && holds_keys(*below)) {
      if (is_by_segment(*below, segments)) *below = segments_inside(*below);
      spread_stage(*below, entry.value, segments);
    }
  }
}

void spread_stages(Node* base, const Node* over, const Names& segments) {
  if (base == nullptr || over == nullptr) return;
  for (const Entry& stage : over->entries)
    if (Node* below = base->find(stage.key)) spread_stage(*below, stage.value, segments);
}

}  // namespace

void spread_by_segment(Node& base, const Node& over) {
  Names segments;
  const auto gather = [&](const Node& root) {
    if (const Node* table = root.find("segments"))
      for (const Entry& entry : table->entries)
        if (!is_one_of(entry.key, segments)) segments.push_back(entry.key);
  };
  gather(base);
  gather(over);
  spread_stages(base.find("pipeline"), over.find("pipeline"), segments);
  spread_stages(base.find("service"), over.find("service"), segments);
  if (Node* cold_call = base.find("cold_call"))
    if (const Node* same = over.find("cold_call")) spread_stage(*cold_call, *same, segments);
  Node* below = base.find("departments");
  const Node* departments = over.find("departments");
  if (below == nullptr || departments == nullptr) return;
  for (const Entry& department : departments->entries)
    if (Node* same = below->find(department.key))
      spread_stages(same->find("work"), department.value.find("work"), segments);
}

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
      if (!removes(entry, path) || (below != nullptr && below->has(entry.key))) continue;
      Names known;
      if (below != nullptr)
        for (const Entry& item : below->entries) known.push_back(item.key);
      const std::string own = (path.empty() ? "" : path + ".") + shortened(entry.key);
      problems.unknown("nothing_to_remove", entry.spot, own, entry.key, known);
    }
  });
}

void remove_false(Node& root) {
  Names segments;
  visit_names(root, [&](Node& table, const std::string& path) {
    if (path == "segments")
      for (const Entry& entry : table.entries)
        if (entry.value.is_false()) segments.push_back(entry.key);
    std::erase_if(table.entries, [&](const Entry& entry) { return removes(entry, path); });
  });
  if (segments.empty()) return;
  forget_segments_in(root.find("pipeline"), segments);
  forget_segments_in(root.find("service"), segments);
  if (Node* cold_call = root.find("cold_call")) forget_segments(*cold_call, segments);
  Node* departments = root.find("departments");
  if (departments == nullptr) return;
  for (Entry& department : departments->entries) {
    forget_segments_in(department.value.find("work"), segments);
    if (Node* roles = department.value.find("roles"))
      for (Entry& role : roles->entries) forget_drops(&role.value, segments);
  }
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
    const Entry* own =
        usable(department.value.entry("role_defaults"), "departments." + department.key + ".role_defaults");
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
