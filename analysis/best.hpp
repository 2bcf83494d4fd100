#pragma once

#include <cstddef>
#include <vector>

#include "analysis/sample.hpp"

namespace analysis {

/// What the intervals with the best assume.
enum class BestMethod {
  bonferroni,       ///< each pair has a variance of its own
  nelson_matejcik,  ///< all pairs of systems have differences of the same variance (sphericity)
};

/// How systems are compared with the best of the others.
struct BestOptions {
  double confidence = 0.95;      ///< of all intervals together, in (1/2, 1)
  bool larger_is_better = true;  ///< otherwise the smallest mean is the best
  bool paired = true;            ///< same worlds for all; Nelson & Matejcik need it
  BestMethod method = BestMethod::bonferroni;
};

/// A system against the best of all others, in the measure's unit; positive is better, whichever direction that is.
struct WithBest {
  double advantage = absent;  ///< mean − the best other mean
  double low = absent;        ///< at most 0; 0: known not to be worse than any other
  double high = absent;       ///< at least 0; 0: known not to be the best
  bool possible = false;      ///< high > 0: it may be the best
};

/// All systems against the best.
struct ComparisonWithBest {
  std::vector<WithBest> systems;
  std::size_t best = 0;   ///< the system with the best mean; the first of those that tie, or of all if none has any
  bool resolved = false;  ///< no other system may be the best
  double half_width = absent;    ///< of Nelson & Matejcik: the w common to all
  std::size_t replications = 0;  ///< that it rests on
};

/// Multiple comparisons with the best (Hsu 1984; Hsu, Multiple Comparisons, 1996, ch. 4): simultaneous intervals for
/// θ_i − max_{j≠i} θ_j. With w_ij such that for each i by itself all θ_i − θ_j <= ȳ_i − ȳ_j + w_ij, j ≠ i, hold
/// together with `confidence` (it is needed of the true best only, whichever it is):
///
///   high_i = max(0, min_{j≠i}(ȳ_i − ȳ_j + w_ij)),   G = {i: high_i > 0},
///   low_i  = 0 if G = {i}, else min(0, min_{j∈G, j≠i}(ȳ_i − ȳ_j − w_ij))       (Edwards & Hsu 1983, JASA 78, 965).
///
/// Bonferroni: w_ij = t(1 − α/(k−1), n−1) S_ij/√n with S_ij² the variance of the paired differences, or Welch's for
/// independent samples. Nelson & Matejcik (1995, Management Science 41, 1935): w = T S/√n with
/// S² = 2 Σ(y_ir − ȳ_i. − ȳ_.r + ȳ_..)²/((k−1)(n−1)) and T = `largest_t_quantile` of k−1 comparisons with (k−1)(n−1)
/// degrees; narrower, but right only under sphericity. No correction for skewness. Whoever has no value (`Panel`) is
/// left out of k and has no intervals. Less than two rows give nothing; one system alone is the best, without
/// intervals.
ComparisonWithBest compare_with_best(const Panel& panel, const BestOptions& options);

/// How many replications would let every w_ij fall to `delta`, from what the panel shows: max over pairs of
/// ⌈(w_ij √n / delta)²⌉ with the same quantile, at least the rows that there are (Banks, Carson, Nelson & Nicol,
/// Discrete-Event System Simulation, 12.2.2; Nelson & Matejcik's second stage). `delta` > 0.
std::size_t replications_for_best(const Panel& panel, double delta, const BestOptions& options);

/// Whether two verdicts on the same systems, by different measures, are the same.
enum class Agreement {
  agree,       ///< the same system has the best mean, and both verdicts are resolved
  disagree,    ///< each verdict is resolved, for another system
  unresolved,  ///< one of them is not resolved, so nothing contradicts
};
Agreement agreement(const ComparisonWithBest& one, const ComparisonWithBest& other);

}  // namespace analysis
