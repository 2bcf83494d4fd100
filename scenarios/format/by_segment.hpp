#pragma once

#include <string>
#include <vector>

#include "scenarios/format/fields.hpp"
#include "scenarios/format/node.hpp"

namespace scenarios {

/// Whether a value is a table by segment: one of its keys is the name of a segment.
bool is_by_segment(const Node& node, const std::vector<std::string>& segments);

/// Whether a value is a table of further keys: neither a distribution nor a belief.
bool holds_keys(const Node& node);

/// `{ finds = { a = 1, b = 2 } }` as `{ a = { finds = 1 }, b = { finds = 2 } }`; any other value once for each segment.
Node segments_outside(const Node& node, const std::vector<std::string>& segments);
/// `{ a = { finds = 1 }, b = { finds = 2 } }` as `{ finds = { a = 1, b = 2 } }`; values that hold no keys stay as they
/// are.
Node segments_inside(const Node& node);

/// The table of a stage as it is for the segment of `varied`. Tables by segment, of a key or of a key inside a table
/// such as `sieve`, give way to this segment's value, or to nothing if it is not named there. `varied` gets the paths
/// of the keys that had such tables.
Node for_segment(const Input& stage, const std::vector<std::string>& segments, Varied& varied);

/// Reports keys that are no segments in the tables by segment of a stage.
void check_segments(const Input& stage, const std::vector<std::string>& segments);

}  // namespace scenarios
