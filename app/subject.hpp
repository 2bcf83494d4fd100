#pragma once

#include <string>
#include <vector>

#include "app/cases.hpp"
#include "app/loading.hpp"
#include "app/options.hpp"

namespace app {

/// What a procedure works on: departments that can be made again with other values, and the measure that it asks about.
class Subject {
 public:
  /// Reads the files of the options and chooses departments as `choose_cases` does. A sentence for each thing that is
  /// wrong with the options goes to `complaints`: an unknown department, a measure that not every department has, files
  /// with different markets. Throws sim::InputError where a scenario cannot be read or run.
  Subject(const ModelOptions& options, std::vector<std::string>& complaints);
  Subject(const Subject&) = delete;
  Subject& operator=(const Subject&) = delete;

  const std::vector<scenarios::Variants>& variants() const { return variants_; }  ///< by file
  const std::vector<Source>& sources() const { return sources_; }                 ///< by file
  const std::vector<Case>& cases() const { return cases_; }                       ///< the departments
  std::vector<std::string> names() const;                                         ///< of the departments
  const std::string& measure() const { return measure_; }
  const std::string& unit() const { return unit_; }  ///< of the measure
  bool larger_is_better() const;                     ///< of the measure

 private:
  std::vector<scenarios::Variants> variants_;
  std::vector<Source> sources_;
  std::vector<Case> cases_;
  std::string measure_;
  std::string unit_;
};

}  // namespace app
