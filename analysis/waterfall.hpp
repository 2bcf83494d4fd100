#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/absent.hpp"
#include "sim/system.hpp"

namespace analysis {

/// A difference as a waterfall shows it, in the unit of the total.
struct Step {
  std::string measure;       ///< name of the measure that differs; one system may not have it, which counts as 0
  int sign = 1;              ///< of the measure in the total
  double mean = absent;      ///< what it adds to the total, a whole multiple of 1 / grain: see `waterfall`
  double low = absent;       ///< interval of its expectation
  double high = absent;      ///< its other end
  double skewness = 0;       ///< of what the interval rests on
  bool skewed = false;       ///< as in `Estimate`
  bool uncorrected = false;  ///< as in `Estimate`
};

/// The way from one system's total to another's.
struct Waterfall {
  double grain = 1;         ///< parts of a unit in which everything is counted
  double start = absent;    ///< the first system's mean, rounded to the nearest 1 / grain
  double end = absent;      ///< the other's
  Step whole;               ///< end − start
  std::vector<Step> steps;  ///< terms of both systems' breakdowns, in their order
};

/// Observations of a system and what they mean.
struct Observed {
  const sim::Catalogue& catalogue;
  std::span<const sim::Observation> rows;
};

/// Confidences of a waterfall's intervals.
struct WaterfallConfidence {
  double step = 0.95;   ///< of each step by itself
  double whole = 0.95;  ///< of the whole difference: higher where it is to hold together with other differences
};

/// From `from` to `to` by the breakdown of `total`, which both catalogues must have; as many rows of both, at least
/// one.
///
/// In every replication the values are whole multiples of 1 / grain, so their sums Sₜ over the n replications are
/// integers, and Σ Sₜ over the steps is exactly the sum of the differences of the totals. (A breach is a defect of the
/// system and throws std::logic_error.) Means are printed in parts of 1 / grain so that start + steps = end to the last
/// one: each step is ⌊Sₜ/n⌋ parts, and what is then missing to end − start, never more than there are steps with a
/// remainder, goes one part each to those with the largest remainders, the earlier one if two are equal (largest
/// remainder method; Balinski and Young, Fair Representation, 1982). So a step differs from its mean by less than one
/// part. Exact as long as a value has at most 2^51 parts.
///
/// Intervals are those of the unrounded means: paired t, or Welch's where the systems are independent; see
/// `mean_interval`.
Waterfall waterfall(const Observed& from, const Observed& to, std::string_view total,
                    const WaterfallConfidence& confidence, bool paired);

}  // namespace analysis
