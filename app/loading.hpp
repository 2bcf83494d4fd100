#pragma once

#include <string>
#include <vector>

#include "app/options.hpp"
#include "scenarios/format/read.hpp"
#include "scenarios/format/variants.hpp"

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

/// The same, ready to be made again with other values.
std::vector<scenarios::Variants> load_variants(const CommonOptions& options);
/// The scenarios of these as they are; of the files that the options name.
std::vector<Source> sources_of(const std::vector<scenarios::Variants>& variants, const CommonOptions& options);

/// Titles and hashes, each of them once, and all warnings.
std::string title_of(const std::vector<Source>& sources);
std::string hash_of(const std::vector<Source>& sources);
sim::Problems warnings_of(const std::vector<Source>& sources);

}  // namespace app
