#pragma once

#include <string>
#include <vector>

#include "app/options.hpp"
#include "scenarios/format/read.hpp"

namespace app {

/// A scenario with the file that it came from.
struct Source {
  std::string file;  ///< as given
  std::string
      name;  ///< that tells it from the others: the file's name without folder and ending, or `file` if two share it
  scenarios::Loaded loaded;
};

/// Reads one file, or standard input for `-`. Throws sim::InputError.
scenarios::Loaded load(const std::string& file, const std::vector<std::string>& sets);

/// Reads all files. Throws sim::InputError with the problems of all of them.
std::vector<Source> load_all(const CommonOptions& options);

}  // namespace app
