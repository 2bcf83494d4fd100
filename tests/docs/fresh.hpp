#pragma once

#include <optional>
#include <string>

/// Pages of which some or all is made by the program.
namespace docs {

/// What a page (a path from the root) should hold now, given what it holds. Written pages come from the declarations,
/// the table of floors from the rules of its test, and a `text` block behind a `sh` block is what its last command
/// prints, if that calls the program.
std::string fresh(const std::string& path, const std::string& content);

/// Whole pages that the declarations make.
std::optional<std::string> written(const std::string& path);

}  // namespace docs
