#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "scenarios/format/collector.hpp"
#include "scenarios/format/node.hpp"

namespace scenarios {

inline constexpr std::size_t largest_file = 4U << 20U;  ///< [bytes]
inline constexpr int deepest_brackets = 32;             ///< of lists and tables inside each other
inline constexpr int longest_dotted = 16;               ///< parts of a dotted key
inline constexpr std::size_t most_keys = 20'000;        ///< of one table

/// Reads TOML. Text that is none (too large, empty, binary, too deep, wrong syntax) is one problem and gives nothing.
std::optional<Node> parse(std::string_view text, const std::string& name, Collector& problems);

/// The content of a file of at most `largest_file` bytes; a file that cannot be read is one problem, at `from` where
/// another file names it. Such a file must be an ordinary one: a pipe could keep the reader waiting for ever. One that the
/// command line names may be a pipe.
std::optional<std::string> read_text_file(const std::string& path, const sim::Place& from, const std::string& key,
                                          Collector& problems);

/// Whether bytes are well-formed UTF-8 (RFC 3629, section 4).
bool is_utf8(std::string_view bytes);

/// A value as on the command line: TOML if it parses as such, else the text itself.
Node parse_value(std::string_view text, const Spot& spot);

}  // namespace scenarios
