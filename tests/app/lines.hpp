#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "app/output/width.hpp"

/// Lines of texts that the program prints.
namespace program {

inline std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> result;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    result.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return result;
}

/// All lines fit but for the command that repeats the answer, and none has blanks at its end.
inline void check_lines(const std::string& text) {
  for (const std::string& line : lines(text)) {
    CHECK_MESSAGE((app::display_width(line) <= 100 || line.starts_with("  salesim ")), line);
    CHECK_MESSAGE(!line.ends_with(' '), line);
  }
}

}  // namespace program
