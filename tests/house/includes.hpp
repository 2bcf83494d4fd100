#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/house/tree.hpp"

/// What may include what: the table of floors (docs/architecture.md), held by a test.
namespace house {

/// What a file in one place may include besides the standard library.
struct Floor {
  std::set<std::string> folders;                  ///< top-level folders of the project
  std::set<std::string> libraries;                ///< names from `library_of`
  std::set<std::string> forbidden_standard = {};  ///< standard headers that this floor does without
};

inline const std::set<std::string>& every_library() {
  static const std::set<std::string> all = {"Boost",         "fmt",    "Eigen",         "toml++", "CLI11",
                                            "nlohmann-json", "SQLite", "libxlsxwriter", "POSIX",  "glibc"};
  return all;
}

/// The rule for a folder, or for a folder of tests such as "tests/models". Unknown folders have none.
inline std::optional<Floor> floor_of(const std::string& place) {
  static const std::set<std::string> printing = {"iostream", "fstream", "ostream",    "istream",
                                                 "cstdio",   "print",   "syncstream", "filesystem"};
  static const std::map<std::string, Floor> floors = {
      {"sim", {{"sim"}, {"Boost", "fmt", "SSE2"}}},
      {"models", {{"sim", "models"}, {}, printing}},
      {"analysis", {{"sim", "analysis"}, {"Boost", "Eigen", "fmt"}}},
      {"scenarios", {{"sim", "models", "analysis", "scenarios"}, {"toml++", "fmt"}}},
      {"app", {{"sim", "models", "analysis", "scenarios", "app"}, every_library()}},
  };
  if (const auto floor = floors.find(place); floor != floors.end()) return floor->second;

  // Tests include what their floor may, and doctest; the rest of the house stands beside the program.
  Floor outside = floors.at("app");
  if (place == "bench") {
    outside.folders.insert("bench");
    outside.libraries.insert("benchmark");
    return outside;
  }
  if (place.starts_with("tests")) {
    const std::string mirrored = place.size() > 6 ? place.substr(6) : "";
    const auto floor = floors.find(mirrored);
    Floor tests = floor != floors.end() ? floor->second : outside;
    tests.folders.insert("tests");
    tests.libraries.insert({"doctest", "fmt", "POSIX"});
    tests.forbidden_standard.clear();
    return tests;
  }
  return std::nullopt;
}

/// The library that an angle include belongs to; "standard" for C++20's own, empty for none that the project knows.
inline std::string library_of(std::string_view header) {
  static const std::set<std::string_view> standard = {"algorithm",
                                                      "any",
                                                      "array",
                                                      "atomic",
                                                      "barrier",
                                                      "bit",
                                                      "bitset",
                                                      "cassert",
                                                      "cctype",
                                                      "cerrno",
                                                      "cfenv",
                                                      "cfloat",
                                                      "charconv",
                                                      "chrono",
                                                      "cinttypes",
                                                      "climits",
                                                      "clocale",
                                                      "cmath",
                                                      "codecvt",
                                                      "compare",
                                                      "complex",
                                                      "concepts",
                                                      "condition_variable",
                                                      "coroutine",
                                                      "csetjmp",
                                                      "csignal",
                                                      "cstdarg",
                                                      "cstddef",
                                                      "cstdint",
                                                      "cstdio",
                                                      "cstdlib",
                                                      "cstring",
                                                      "ctime",
                                                      "cuchar",
                                                      "cwchar",
                                                      "cwctype",
                                                      "deque",
                                                      "exception",
                                                      "execution",
                                                      "filesystem",
                                                      "format",
                                                      "forward_list",
                                                      "fstream",
                                                      "functional",
                                                      "future",
                                                      "initializer_list",
                                                      "iomanip",
                                                      "ios",
                                                      "iosfwd",
                                                      "iostream",
                                                      "istream",
                                                      "iterator",
                                                      "latch",
                                                      "limits",
                                                      "list",
                                                      "locale",
                                                      "map",
                                                      "memory",
                                                      "memory_resource",
                                                      "mutex",
                                                      "new",
                                                      "numbers",
                                                      "numeric",
                                                      "optional",
                                                      "ostream",
                                                      "queue",
                                                      "random",
                                                      "ranges",
                                                      "ratio",
                                                      "regex",
                                                      "scoped_allocator",
                                                      "semaphore",
                                                      "set",
                                                      "shared_mutex",
                                                      "source_location",
                                                      "span",
                                                      "sstream",
                                                      "stack",
                                                      "stdexcept",
                                                      "stop_token",
                                                      "streambuf",
                                                      "string",
                                                      "string_view",
                                                      "syncstream",
                                                      "system_error",
                                                      "thread",
                                                      "tuple",
                                                      "type_traits",
                                                      "typeindex",
                                                      "typeinfo",
                                                      "unordered_map",
                                                      "unordered_set",
                                                      "utility",
                                                      "valarray",
                                                      "variant",
                                                      "vector",
                                                      "version"};
  static const std::map<std::string_view, std::string> libraries = {
      {"boost/", "Boost"},         {"fmt/", "fmt"},         {"Eigen/", "Eigen"},     {"unsupported/Eigen/", "Eigen"},
      {"toml++/", "toml++"},       {"CLI/", "CLI11"},       {"doctest/", "doctest"}, {"nlohmann/", "nlohmann-json"},
      {"benchmark/", "benchmark"}, {"sqlite3.h", "SQLite"}, {"sys/", "POSIX"},       {"xlsxwriter.h", "libxlsxwriter"},
      {"unistd.h", "POSIX"},       {"malloc.h", "glibc"},       {"fcntl.h", "POSIX"},     {"glob.h", "POSIX"},  {"sys/resource.h", "POSIX"},    {"poll.h", "POSIX"},     {"signal.h", "POSIX"},      {"emmintrin.h", "SSE2"}};
  if (standard.contains(header)) return "standard";
  for (const auto& [prefix, library] : libraries)
    if (header.starts_with(prefix)) return library;
  return "";
}

/// The rule's place for a file: "models" for models/department/leads.hpp, "tests/models" for tests/models/x_test.cpp.
inline std::string place_of(const std::string& path) {
  const std::string folder = folder_of(path);
  if (folder != "tests") return folder;
  const std::string inner = folder_of(path.substr(6));
  return inner.empty() ? "tests" : "tests/" + inner;
}

/// Everything wrong with the includes of one file, as "path:line: what". `exists` tells whether the project has a
/// file of that path from its root.
inline std::vector<std::string> wrong_includes(const std::string& path, const std::string& text,
                                               const std::function<bool(const std::string&)>& exists) {
  const std::string place = place_of(path);
  const std::optional<Floor> floor = floor_of(place);
  if (!floor) return {path + ": no rule says what " + place + "/ may include"};

  std::vector<std::string> wrong;
  std::size_t number = 0;
  for (const std::string& line : lines(text)) {
    ++number;
    const auto report = [&](const std::string& what) {
      wrong.push_back(path + ":" + std::to_string(number) + ": " + what);
    };
    std::size_t at = line.find_first_not_of(" \t");
    if (at == std::string::npos || line[at] != '#') continue;
    at = line.find_first_not_of(" \t", at + 1);
    if (at == std::string::npos || line.compare(at, 7, "include") != 0) continue;
    const std::size_t open = line.find_first_not_of(" \t", at + 7);
    const char closing = open == std::string::npos ? '\0' : line[open] == '<' ? '>' : line[open] == '"' ? '"' : '\0';
    const std::size_t close = closing == '\0' ? std::string::npos : line.find(closing, open + 1);
    if (close == std::string::npos) {
      report("an include names neither <header> nor \"file\"");
      continue;
    }
    const std::string header = line.substr(open + 1, close - open - 1);
    if (closing == '"') {
      if (!exists(header))
        report("there is no " + header + "; includes of the project are paths from its root");
      else if (!floor->folders.contains(folder_of(header)))
        report(place + "/ may not include " + header);
      continue;
    }
    const std::string library = library_of(header);
    if (library.empty())
      report("<" + header + "> is neither a standard header nor of a library that the project uses");
    else if (library == "standard" ? floor->forbidden_standard.contains(header) : !floor->libraries.contains(library))
      report(place + "/ may not include <" + header + ">");
  }
  return wrong;
}

}  // namespace house
