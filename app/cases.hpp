#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/loading.hpp"
#include "app/messages/phrase.hpp"
#include "app/options.hpp"

namespace app {

/// A department that is to be simulated.
struct Case {
  std::string name;   ///< `department`, or `file:department` where there are several files
  std::string title;  ///< for people; may be empty
  const models::Scenario* scenario = nullptr;
  std::size_t department = 0;  ///< its number there
  std::uint64_t seed = 0;
  std::size_t source = 0;  ///< number of its file
};

/// The departments of all sources that the options name, all of them where none is named, in the order of the files.
/// With several files a name stands for this department in every file that has it, and `file:department` for one.
///
/// All have the seed of the options; `independent` ones have a seed each: the first the options', every further
/// department of the files, chosen or not, one more. A sentence for each name that stands for nothing goes to
/// `complaints`.
std::vector<Case> choose_cases(const std::vector<Source>& sources, const ModelOptions& options, bool independent,
                               std::vector<std::string>& complaints);

/// The number of the case of this name. If there is none, `unknown` says so, with the name and those that there are, in
/// `complaints`, and the number is 0.
std::size_t number_of(const std::string& name, const Phrase& unknown, const std::vector<Case>& cases, Language language,
                      std::vector<std::string>& complaints);

}  // namespace app
