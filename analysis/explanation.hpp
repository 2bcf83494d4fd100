#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/interval.hpp"
#include "analysis/sensitivity/factor.hpp"

namespace analysis {

/// How a difference between two systems is taken apart.
struct ExplanationOptions {
  Question question;                ///< the system, minus the other one
  std::size_t mechanisms = 0;       ///< k: the factory's factors are k switches, 1 on and 0 off, in all systems alike
  std::uint32_t replications = 50;  ///< of every coalition, or in all where coalitions are drawn; at least 2
  std::size_t exact_up_to = 8;      ///< more mechanisms are explained by permutations
  double confidence = 0.95;         ///< of each interval by itself
  std::uint64_t seed = 1;           ///< of the permutations
};

/// What makes the difference. In the measure's unit.
struct Explanation {
  Figure whole;               ///< v(all): the difference as it is
  Figure rest;                ///< v(none): the difference that is left with every mechanism off
  std::vector<Figure> parts;  ///< by mechanism; `rest` and they add up to `whole`
  bool exact = false;         ///< over all coalitions; otherwise over random permutations
  std::size_t units = 0;      ///< independent ones that the intervals rest on
};

/// Shapley's shares (1953) of v(S) = difference of the two systems with the mechanisms of S on and the others off in
/// both.
///
/// φ_i = Σ_S |S|!(k−|S|−1)!/k! (v(S ∪ i) − v(S)) over the S without i: what i adds, averaged over all orders in which
/// mechanisms can be switched on. Σφ_i = v(all) − v(none), whatever the interactions.
///
/// Exact: 2^k coalitions, all on the same replications. φ_i is linear in v, so every replication has its own φ_i, and
/// the interval is Student's over replications (`interval_around`).
///
/// By permutations (Castro, Gómez & Tejada 2009, Computers & Operations Research 36, 1726): every replication has a
/// random order of its own and that order's reverse (antithetic; Mitchell et al. 2022, JMLR 23, 43), so that
/// replications stay independent and the interval holds what chance and choice of orders leave alike; 2k coalitions a
/// replication. Ratios and quantiles are formed within blocks of ten replications, which share an order. Replications
/// in which some coalition has no value are left out. Throws as `Experiment::extend`.
Explanation explain(Experiment& experiment, const ExplanationOptions& options);

}  // namespace analysis
