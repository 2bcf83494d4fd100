#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sim {

/// How a measure is estimated from the replications' observations.
enum class Estimator {
  mean,      ///< mean over replications of the numerator
  ratio,     ///< sum of numerators / sum of denominators: a ratio of means, never a mean of ratios
  quantile,  ///< quantile of the pooled histogram of all replications
};

/// A named figure of a system: its definition and where a replication keeps what it is estimated from.
struct Measure {
  std::string name;        ///< e.g. `wait.qualify.mean`
  std::string unit;        ///< e.g. `RUB`, `leads`, `min`, `share`
  std::string definition;  ///< one sentence
  Estimator estimator = Estimator::mean;
  std::size_t numerator = 0;    ///< slot; for a quantile: index of the histogram
  std::size_t denominator = 0;  ///< slot, of a ratio only
  double probability = 0;       ///< of a quantile only
  bool monthly = false;         ///< also recorded by period (both slots are below `Catalogue::periodic_slots`)
  double histogram_unit = 1;    ///< of a quantile: the histogram's microseconds in one `unit`
};

/// A measure that is exactly the sum of others in every replication; all are whole multiples of 1 / `grain` unit.
struct Breakdown {
  struct Term {
    std::string measure;  ///< a mean
    int sign = 1;         ///< 1 or -1
  };
  std::string total;        ///< name of a mean
  double grain = 1;         ///< parts of a unit
  std::vector<Term> terms;  ///< in the order in which they are told
};

/// A measure, a mean, whose expectation is known without simulation.
struct KnownMean {
  std::string measure;  ///< its name
  double expectation = 0;
};

/// All measures of a system and the shape of its observations.
struct Catalogue {
  std::vector<Measure> measures;
  std::size_t slots = 0;           ///< numbers that a replication yields in total
  std::size_t periodic_slots = 0;  ///< the first so many of them are also kept by period
  std::size_t histograms = 0;
  std::vector<std::string> periods;  ///< names, e.g. `2026-02`
  std::vector<Breakdown> breakdowns;
  std::vector<KnownMean> known;

  /// Index of the measure of this name; `measures.size()` if there is none.
  std::size_t find(std::string_view name) const {
    std::size_t i = 0;
    while (i < measures.size() && measures[i].name != name) ++i;
    return i;
  }
};

}  // namespace sim
