#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/absent.hpp"

namespace analysis::result {

/// What varies from point to point.
struct StudyFactor {
  std::string path;                 ///< by which it is set
  std::string unit;                 ///< of `low` and `high`; empty where it is not known
  std::optional<double> low;        ///< smallest of its values; nothing where not all of them are numbers
  std::optional<double> high;       ///< and the largest
  std::vector<std::string> values;  ///< instead: its values, the first ones where there are many
};

/// How a department's means are spread over the points.
struct StudySpread {
  std::string department;             ///< its name
  std::vector<std::uint32_t> counts;  ///< points in each bin
  double mean = absent;               ///< of the points
  double p05 = absent;                ///< 5 % quantile of them, X_(⌈np⌉)
  double p50 = absent;                ///< their median
  double p95 = absent;                ///< their 95 % quantile
};

/// The spreads of all departments in bins that they share; see `Distribution`.
struct StudySpreads {
  std::string unit;
  double from = absent;  ///< lower end of the first bin
  double width = 0;      ///< of each bin
  std::vector<StudySpread> departments;
};

/// Points with neighbouring values of a factor, the other factors being what they are there.
struct StudyBin {
  std::optional<std::string> label;  ///< of values that are no numbers; empty: all that have no bin of their own
  std::optional<double> from;        ///< smallest value otherwise …
  std::optional<double> to;          ///< … and the largest: the next bin begins beyond it
  std::uint64_t points = 0;          ///< with a result
  std::vector<std::uint64_t> best;   ///< by department: points in which it has the best mean
  std::vector<double> means;         ///< by department: mean of its points
};

struct StudyWinners {
  std::size_t factor = 0;  ///< its number
  std::vector<StudyBin> bins;
};

struct StudyPoint {
  std::uint64_t point = 0;  ///< its number
  std::vector<std::string> values;
  std::optional<std::uint64_t> best;  ///< number of the department with the best mean; nothing where none has one
  std::vector<double> means;          ///< by department
  std::uint64_t replications = 0;
};

/// Departments over all points of a study. Sums and shares are of points: each counts the same.
struct StudyResult {
  std::string measure;  ///< that departments are compared by
  std::string unit;
  bool larger_is_better = true;
  std::uint64_t points = 0;        ///< of the design
  std::uint64_t done = 0;          ///< of them with a result
  std::uint64_t replications = 0;  ///< of a department, over all points
  std::vector<std::string> departments;
  std::vector<std::pair<std::string, std::string>> titles;  ///< by department
  std::vector<StudyFactor> factors;
  StudySpreads spread;
  std::vector<std::pair<std::string, double>>
      best;                           ///< by department: share of the points in which it has the best mean
  std::vector<StudyWinners> winners;  ///< by factor
  std::vector<StudyPoint> table;      ///< points evenly taken from all with a result
  std::uint64_t table_of = 0;         ///< how many there are with a result
};

}  // namespace analysis::result
