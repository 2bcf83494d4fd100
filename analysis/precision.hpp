#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <string>

#include "analysis/series.hpp"
#include "sim/replications.hpp"

namespace analysis {

/// When there are enough replications.
struct PrecisionRule {
  /// Of what the intervals must be narrow.
  enum class Target {
    differences,  ///< every difference to the baseline, relative to the baseline's mean; one system: its mean
    means,        ///< every system's mean, relative to this mean
  };
  std::string measure;      ///< name in every system's catalogue
  double precision = 0.01;  ///< wanted half-width, as a share of |mean|; at least 0
  Target target = Target::differences;
  std::size_t baseline = 0;    ///< number of the system
  double confidence = 0.95;    ///< of all differences together, or of each mean
  bool paired = true;          ///< as in `ComparisonOptions`
  std::uint32_t first = 30;    ///< replications at the first look
  std::uint32_t step = 10;     ///< replications between looks, at least 1
  std::uint32_t cap = 10'000;  ///< replications at the last look
  std::uint32_t ahead = 10;    ///< replications run at a time; more keep more threads busy and may run in vain
};

/// What became of it.
struct PrecisionReached {
  bool resolved = false;           ///< precise enough; otherwise "not resolved within `replications`"
  bool stopped = false;            ///< interrupted from outside before it was decided
  std::uint32_t replications = 0;  ///< at the deciding look (or all there are): results must use this prefix
  double reached = absent;         ///< largest half-width as a share of |mean| there; absent if it cannot be told
};

/// Largest half-width of the intervals that the rule's target asks for, as a share of the mean it is compared with: the
/// longer arm of an interval that is not symmetric. 0 where every width is 0; infinite where a mean is 0 and its width
/// is not; `absent` where there is an interval missing.
double relative_half_width(std::span<const Series> systems, const PrecisionRule& rule);

/// Adds replications until they are precise enough: sequential stopping with relative precision (Law, 9.4.1).
///
/// Looks at the first 30 replications, then at 40, 50 … and finally at the cap, and only at these prefixes, so neither
/// the number of threads, nor `ahead`, nor replications that were there before change where it stops; it never looks at
/// fewer than `first`. Whether zero is excluded plays no part: stopping on that would make intervals lie. Looking again
/// and again costs a little coverage, which vanishes as precision is tightened (Chow & Robbins 1965). With a mean of 0
/// it is never resolved unless the half-width is 0 too. `progress` hears the replications done and how many the last
/// look makes us expect (half-width falls with 1/√n). Throws sim::InputError (`unknown_measure`) as `series_of` does. A
/// look costs O(n) per system.
PrecisionReached run_until_precise(sim::Replications& replications, const PrecisionRule& rule,
                                   const std::stop_token& stop = {}, const sim::Replications::Progress& progress = {});

}  // namespace analysis
