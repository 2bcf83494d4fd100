#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/absent.hpp"
#include "analysis/experiment.hpp"

namespace analysis {

/// A system that may be selected.
struct Candidate {
  std::vector<double> values;  ///< of the factors
  std::size_t system = 0;      ///< its number in the factory
};

/// How the best candidate is found.
struct SelectionOptions {
  double indifference = 0;   ///< δ > 0: a difference too small to matter, in the measure's unit
  double confidence = 0.95;  ///< wanted chance of a correct selection, in (1/k, 1)
  bool larger_is_better = true;
  std::uint32_t first = 20;       ///< replications before anybody is dropped, at least 2
  std::uint32_t round = 10;       ///< replications between looks, at least 1
  std::uint32_t cap = 100'000;    ///< replications of a candidate after which nothing more is run
  std::size_t screen_above = 50;  ///< more candidates than that are screened first
};

/// Why a candidate is no longer in the running.
struct Dropped {
  std::size_t candidate = 0;
  std::size_t by = 0;              ///< the candidate that it lost to: the one furthest ahead of what was tolerated
  std::uint32_t replications = 0;  ///< of each of the two, in this stage
  double behind = absent;          ///< by how much its mean was worse, in the measure's unit
  bool screened = false;           ///< in the screening, on replications that later stages do not use
};

/// What was selected.
struct Selection {
  std::size_t best = 0;                ///< the candidate
  bool decided = false;                ///< the guarantee holds; otherwise the cap was reached: `best` only leads
  std::vector<std::size_t> remaining;  ///< all that were not dropped, `best` among them; more than one: they tie, or
                                       ///< nothing was decided
  std::vector<Dropped> dropped;        ///< in the order in which they were
  std::vector<double> means;           ///< by candidate: estimate at its last look
  std::vector<std::uint32_t> replications;  ///< by candidate: that it cost in all
  std::uint64_t spent = 0;                  ///< sum of them
  std::size_t screened = 0;                 ///< candidates dropped in the screening
};

/// Selects the candidate with the best mean: fully sequential selection with common random numbers, procedure KN (Kim &
/// Nelson 2001, ACM TOMACS 11, 251).
///
/// Guarantee: if the best mean is at least δ ahead of every other, it is selected with a chance of at least
/// `confidence`; in any case, what is selected is practically never more than δ worse than the best. It is exact for
/// means of normal values, whatever their variances and correlation, and holds approximately for ratios and other
/// values.
///
/// With k candidates, α = 1 − confidence, n₀ = `first`: η = ½((2α/(k−1))^(−2/(n₀−1)) − 1), h² = 2η(n₀−1), S_il² the
/// variance of the paired differences over the first n₀ replications. At r = n₀, then after each `round`, i is dropped
/// if for some l still in the running at the look before: ȳ_i(r) < ȳ_l(r) − W_il(r), W_il(r) = max(0, (δ/2r)(h²S_il²/δ²
/// − r)). Looking at some r only lowers the chance of error (Jennison, Johnstone & Turnbull 1982). Without anybody
/// dropped before, at r > max h²S_il²/δ² all W are 0 and the largest mean remains; candidates that tie exactly remain
/// together, the first of them as `best`.
///
/// More than `screen_above` candidates are screened first, half of α each: after n₀ replications i stays if
/// ȳ_i >= ȳ_j − t(1 − α/2/(k−1), n₀−1) S_ij/√n₀ for all j (Nelson, Swann, Goldsman & Song 2001, Operations Research 49,
/// 950, with paired variances). KN then runs the others on replications of their own.
///
/// A candidate whose measure has no estimate is dropped at the first look. If nobody has one, or of a pair less than
/// two replications have a value of both, nothing is decided and nothing more is run. Throws as `Experiment::extend`.
Selection select_best(Experiment& experiment, const std::vector<Candidate>& candidates,
                      const SelectionOptions& options);

}  // namespace analysis
