#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/result/result.hpp"
#include "sim/replications.hpp"

namespace analysis::result {

/// How a system is called.
struct SystemName {
  std::string name;   ///< how it is addressed
  std::string title;  ///< for people; may be empty
};

/// What a document is made of, beside observations.
struct BuildOptions {
  std::string version;                      ///< of the program
  std::string scenario_title;               ///< for people
  std::string scenario_hash;                ///< as in `Result`
  std::uint64_t seed = 0;                   ///< as in `Result`
  std::string measure = "profit";           ///< by which systems are compared
  ComparisonOptions comparison;             ///< baseline, confidence (of all intervals), direction, pairing
  std::uint32_t replications = 0;           ///< use only the first so many; 0: all there are
  std::optional<Precision> precision;       ///< passed on
  sim::Problems warnings;                   ///< passed on
  std::optional<Interruption> interrupted;  ///< passed on
};

/// The document of these replications: every measure of every system, monthly ones by period too, and, of two systems
/// or more, their comparison by `options.measure`; of one alone with a target that comparison without differences.
///
/// `names` by system, as many as there are. Reads the observations in place. Throws sim::InputError (`unknown_measure`)
/// if there is something to compare and a system lacks the measure.
Result build(const sim::Replications& replications, const std::vector<SystemName>& names, const BuildOptions& options);

/// Only the comparison, by a measure of one's choice over the first `count` replications; for a second verdict beside
/// the document's own. Errors as above.
MeasureComparison compare_by(const sim::Replications& replications, const std::vector<SystemName>& names,
                             const std::string& measure, const ComparisonOptions& options, std::uint32_t count);

/// Where the difference in `measure`, a total that both systems break down in their catalogues, comes from, over the
/// first `count` replications: from system number `from` to system number `to`. Of `options` its confidence and pairing
/// count.
WaterfallResult waterfall_between(const sim::Replications& replications, const std::vector<SystemName>& names,
                                  const std::string& measure, std::size_t from, std::size_t to,
                                  const ComparisonOptions& options, std::uint32_t count);

}  // namespace analysis::result
