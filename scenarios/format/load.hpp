#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/format/collector.hpp"
#include "scenarios/format/node.hpp"

/// From files to one tree: what a scenario extends, its defaults and the values set on the command line laid over it.
namespace scenarios {

inline constexpr int longest_chain = 8;  ///< steps from file to file by `extends`

/// The tree of a file (or of `text`, named `name`) with everything that it extends merged under it. Nothing if a file
/// cannot be read as TOML.
std::optional<Node> load_file(const std::string& path, Collector& problems);
std::optional<Node> load_text(std::string_view text, const std::string& name, Collector& problems);

/// Lays `over` over `base`: tables merge, other values replace. A table that changes its shape (another distribution, a
/// belief, values by segment, dated steps) replaces too.
void merge(Node& base, const Node& over);

/// Where `over` has values by segment for a key of a stage and `base` has one value for all, makes the latter values by
/// segment too, so that segments that `over` does not name keep it.
void spread_by_segment(Node& base, const Node& over);

/// Reports names that are set to `false` in `over` although `base` does not have them.
void check_removals(const Node& base, const Node& over, Collector& problems);

/// Takes out what is set to `false` where names stand: departments, segments, channels, roles and stages; with a
/// segment also its part of values by segment.
void remove_false(Node& root);

/// Merges `role_defaults` under every role, those of a department before those of the scenario.
void apply_role_defaults(Node& root, Collector& problems);

/// Applies one `path=value`. Names on the path must exist; other keys are checked when the tree is read.
void assign(Node& root, const std::string& text, Collector& problems);

}  // namespace scenarios
