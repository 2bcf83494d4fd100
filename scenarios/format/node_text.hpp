#pragma once

#include <string>

#include "scenarios/format/node.hpp"

namespace scenarios {

/// A node as a value of TOML on one line, which reads back to an equal node.
std::string toml_text(const Node& node);

/// A table as a document of TOML, a line for each of its keys.
std::string toml_document(const Node& table);

/// A value as it can stand behind `path=`, as short as possible: a text without quotes where it reads back without
/// them.
std::string value_text(const Node& node);

}  // namespace scenarios
