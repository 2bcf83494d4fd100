#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

/// The source tree as the tests of the house see it.
namespace house {

/// Folders and files at top level that are not the project's: what builds, version control and editors leave behind.
inline bool is_foreign(const std::string& name) {
  return name == ".git" || name == ".cache" || name == ".vscode" || name == ".idea" || name == "build" ||
         name.starts_with("build-");
}

/// The libraries of the page and what is built of it.
inline bool is_fetched(const std::string& path) { return path == "web/node_modules" || path == "web/dist"; }

inline std::string read(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(stream), {}};
}

/// The lines of a text, without their ends.
inline std::vector<std::string> lines(const std::string& text) {
  std::vector<std::string> found;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    found.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return found;
}

inline std::filesystem::path root() { return SALESIM_SOURCE_DIR; }

/// Every file of the project, as paths from its root, in order.
inline std::vector<std::string> files() {
  std::vector<std::string> found;
  for (const auto& top : std::filesystem::directory_iterator(root())) {
    if (is_foreign(top.path().filename().string())) continue;
    if (top.is_regular_file()) found.push_back(top.path().filename().string());
    if (!top.is_directory()) continue;
    for (std::filesystem::recursive_directory_iterator entry(top.path()), end; entry != end; ++entry) {
      if (is_fetched(entry->path().lexically_relative(root()).generic_string())) {
        entry.disable_recursion_pending();
        continue;
      }
      if (entry->is_regular_file()) found.push_back(entry->path().lexically_relative(root()).generic_string());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// The floor or other top-level folder that a path from the root lies in; empty for a file at top level.
inline std::string folder_of(const std::string& path) {
  const std::size_t slash = path.find('/');
  return slash == std::string::npos ? "" : path.substr(0, slash);
}

inline bool is_cpp(const std::string& path) { return path.ends_with(".hpp") || path.ends_with(".cpp"); }

}  // namespace house
