#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/studies/design.hpp"
#include "models/scenario/parameter.hpp"
#include "scenarios/format/node.hpp"

namespace scenarios {

inline constexpr std::uint64_t most_study_points = 10'000'000;
inline constexpr std::size_t most_study_values = 100'000;  ///< of all factors; a study is kept as a text that is read again
inline constexpr std::int64_t most_of_a_point = 1'000'000;  ///< replications
inline constexpr std::int64_t largest_block = 100;          ///< replications, where nobody says

/// A path of the scenarios that a study varies: between two ends, or over values.
struct StudyFactor {
  std::string path;
  Spot spot;
  std::vector<std::string> values;  ///< as they stand behind `path=`; empty: any value between the ends
  double low = 0;
  double high = 0;
  std::string unit;  ///< of both ends, with the blanks before it
};

/// Many scenarios that differ in some values, and what is wanted of them.
struct Study {
  std::int64_t format = 1;
  std::string title;
  std::vector<std::string> scenarios;  ///< files, as a path from the current folder
  std::vector<std::string> departments;
  std::vector<StudyFactor> factors;
  analysis::DesignKind design = analysis::DesignKind::grid;
  std::int64_t points = 0;  ///< of lhs and sobol
  std::int64_t seed = 1;
  std::int64_t replications = 100;
  std::int64_t block = 0;  ///< replications that are computed and stored together; 0: not stated
  std::vector<std::string> measures{"profit", "revenue", "deals"};

  /// The design of its factors.
  analysis::Design points_of_factors() const;
};

template <class Fields>
void describe(Study& study, Fields& field) {
  field({.key = "format", .unit = "number", .meaning = "Version of the format of studies: 1.", .low = 1, .high = 1}, study.format);
  field({.key = "title", .meaning = "What people call it."}, study.title);
  field({.key = "scenarios", .meaning = "Scenario files, relative to the study; each of them meets all values of the factors.", .required = true},
        study.scenarios);
  field({.key = "departments", .meaning = "Departments that are simulated; default: all."}, study.departments);
  field({.key = "factors", .meaning = "What varies: for each path a list of values, or { low, high } and, where only some values between are meant, step."},
        study.factors);
  field({.key = "design", .meaning = "\"grid\": all combinations; \"paired\": the first values together, then the second ones …; \"lhs\", \"sobol\": points that fill the space evenly."},
        study.design);
  field({.key = "points", .unit = "number", .meaning = "How many points \"lhs\" and \"sobol\" have.", .low = 1, .high = most_study_points}, study.points);
  field({.key = "seed", .unit = "number", .meaning = "Of all draws, and of the points of \"lhs\" and \"sobol\".", .low = 0}, study.seed);
  field({.key = "replications", .unit = "number", .meaning = "Of each point; the same customers everywhere. More of them later only add blocks.",
         .low = 1, .high = most_of_a_point}, study.replications);
  field({.key = "block", .unit = "number", .meaning = "Replications that are computed and stored together; default: all of a point, or the largest part of them up to 100.",
         .low = 1, .high = most_of_a_point}, study.block);
  field({.key = "measures", .meaning = "Measures that are stored; default: profit, revenue, deals."}, study.measures);
}

/// A study as TOML, which reads back to an equal one.
std::string study_text(const Study& study);

/// Whether the file is a study: it names `scenarios`. Whatever cannot be read is none.
bool is_study(const std::string& path);

/// Reads a study; what is wrong is sim::InputError with all problems found. The scenarios themselves are not read.
Study read_study(const std::string& path);
/// The same for a text, called `name`; its scenarios are relative to the folder of that name.
Study read_study_text(std::string_view text, const std::string& name);

}  // namespace scenarios
