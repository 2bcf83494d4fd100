#pragma once

#include <string>
#include <vector>

/// All parameters of a scenario, listed from the same declarations that the reader reads.
namespace scenarios {

/// A parameter as it is declared. Texts are as in a scenario file; an empty one says that there is none.
struct ParameterEntry {
  std::string path;     ///< names that users give stand as `<segment>`, `<stage>` …
  std::string form;     ///< one of `forms` in codes.hpp
  std::string unit;     ///< of a bare number
  std::string neutral;  ///< value that switches the mechanism off, in force where the key is left out
  std::string low;
  std::string high;
  bool above_low = false;  ///< `low` itself is not allowed
  bool required = false;
  std::string meaning;
  std::string mechanism;
  std::string moves;  ///< the measure, or family of measures, that changes with it
  std::string source;
};

/// In the order of the documentation.
std::vector<ParameterEntry> all_parameters();

/// The page on the format: docs/scenario-format.md.
std::string reference_page();

}  // namespace scenarios
