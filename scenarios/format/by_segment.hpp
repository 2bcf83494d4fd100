#pragma once

#include <string>
#include <vector>

#include "scenarios/format/fields.hpp"
#include "scenarios/format/node.hpp"

namespace scenarios {

/// Whether a value is a table by segment: one of its keys is the name of a segment.
bool is_by_segment(const Node& node, const std::vector<std::string>& segments);

/// The table of a stage as it is for the segment of `varied`. Tables by segment, of a key or of a key inside a table such as
/// `sieve`, give way to this segment's value, or to nothing if it is not named there. `varied` gets the paths of the keys
/// that had such tables.
Node for_segment(const Input& stage, const std::vector<std::string>& segments, Varied& varied);

/// Reports keys that are no segments in the tables by segment of a stage.
void check_segments(const Input& stage, const std::vector<std::string>& segments);

}  // namespace scenarios
