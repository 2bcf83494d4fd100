#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "analysis/series.hpp"

namespace analysis {

/// How systems are compared.
struct ComparisonOptions {
  std::size_t baseline = 0;      ///< number of the system that the others are compared with
  double confidence = 0.95;      ///< of all differences together, and of each share of best runs
  bool larger_is_better = true;  ///< concerns `best` only; differences are always system − baseline
  bool paired = true;            ///< replication i is the same world for every system; if not, samples are independent
  std::optional<double> target = std::nullopt;  ///< that a run is to reach; concerns the chance to miss it only
};

/// A system's measure minus the baseline's, in the measure's unit.
struct Difference {
  double mean = absent;         ///< estimate of the difference of the two expectations
  double low = absent;          ///< simultaneous interval over all comparisons with the baseline
  double high = absent;         ///< its other end
  double sd = absent;           ///< deviation of the linearised differences; not of independent samples
  double correlation = absent;  ///< of the linearised values; absent where one is constant or samples are independent
  double variance_ratio = absent;  ///< (s₁² + s₂²) / s_D²: how many times as many independent replications would be
                                   ///< needed for the same interval; absent where s_D is 0 or samples are independent
  double p_value = absent;       ///< two-sided, of "no difference", by itself; as `interval_around` sees it
  double adjusted = absent;      ///< the same for all comparisons with the baseline together (Holm); of `compare` only
  std::size_t replications = 0;  ///< on which it rests (the smaller number for independent samples)
  std::size_t empty = 0;         ///< left out, because one of the two has no value there; of quantile measures only
  double skewness = 0;           ///< of the linearised differences
  bool skewed = false;           ///< as in `Estimate`
  bool uncorrected = false;      ///< as in `Estimate`
  bool resolved = false;         ///< the interval excludes zero
};

/// The difference between one system and one other at its own `confidence` (not shared among comparisons).
///
/// Paired: D_i = v_i − w_i over the linearised values of both (see `Linearised`); for ratios that is the joint
/// linearisation (y₁ − R₁x₁)/x̄₁ − (y₂ − R₂x₂)/x̄₂ about R₁ − R₂. Interval: paired t (Law, 10.2.1), corrected for
/// skewness where needed. Quantile measures are compared by the replications' own quantiles, so `mean` is the mean
/// difference of these and not that of the pooled ones. Series of unequal length are paired over the shorter.
/// Independent: Welch's interval on the same linearised values.
Difference difference(const Series& system, const Series& baseline, double confidence, bool paired = true);

/// Confidence of each difference to the baseline by itself, with which all of them hold together at `confidence`
/// (Bonferroni): 1 − α/c for the c systems beside the baseline that have a value. With no other than one, `confidence`.
double shared_confidence(std::span<const Series> systems, const ComparisonOptions& options);

/// In which share of the replications a system was the best of all.
struct Best {
  double share = absent;  ///< shares of all systems add up to 1
  double low = absent;    ///< Wilson interval of this share alone
  double high = absent;   ///< its other end
};

/// All systems against the baseline.
struct Comparison {
  std::vector<Difference> differences;  ///< by system; the baseline's own is left as it is made: all absent
  std::vector<Best> best;               ///< by system
  std::size_t ranked = 0;               ///< replications in which some system has a value [replications]
};

/// Compares systems: differences to the baseline, each at `shared_confidence`, hold together.
///
/// `best` ranks the replications' own values: a system without a value (empty denominator) cannot be best there, a
/// replication where none has one is not counted, and k systems that tie count 1/k each, which makes the Wilson
/// interval, meant for whole successes, slightly too wide. It is the chance to win a single run, not the chance to have
/// the largest expectation. With independent samples row i of one is as good a partner for row i of another as any.
Comparison compare(std::span<const Series> systems, const ComparisonOptions& options);

}  // namespace analysis
