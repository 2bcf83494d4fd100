#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/house/tree.hpp"

/// Markdown as far as the tests of documents need it.
namespace docs {

/// A fenced block of a page; lines count from 0.
struct Block {
  std::string language;   ///< the word behind the fence, e.g. `sh`
  std::size_t first = 0;  ///< line behind the opening fence
  std::size_t last = 0;   ///< line of the closing fence
  std::string text;       ///< the lines between, each with its end
};

inline std::vector<Block> blocks(const std::vector<std::string>& lines) {
  constexpr std::string_view fence = "```";
  std::vector<Block> found;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].starts_with(fence)) continue;
    Block block;
    block.language = lines[i].substr(fence.size());
    block.first = ++i;
    for (; i < lines.size() && lines[i] != fence; ++i) block.text += lines[i] + "\n";
    block.last = i;
    found.push_back(block);
  }
  return found;
}

/// Pages of the project, as paths from its root.
inline std::vector<std::string> pages() {
  std::vector<std::string> found;
  for (const std::string& path : house::files())
    if (path.ends_with(".md")) found.push_back(path);
  return found;
}

}  // namespace docs
