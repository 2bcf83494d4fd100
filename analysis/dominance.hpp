#pragma once

#include <cstddef>
#include <cstdint>

#include "analysis/sample.hpp"

namespace analysis {

/// Order of dominance: how much is assumed of who chooses.
enum class DominanceOrder {
  first,   ///< whoever prefers more: F₁ <= F₂ everywhere
  second,  ///< whoever also dislikes risk: ∫F₁ <= ∫F₂ up to every point
};

/// One system's chances against another's, of one order.
struct Dominance {
  bool holds = false;               ///< in the sample the first dominates the second, and they are not the same
  bool reverse_holds = false;       ///< in the sample the second dominates the first, and they are not the same
  std::size_t rows = 0;             ///< replications in which both have a value
  double p_value = absent;          ///< of "the first dominates": small says that it does not
  double reverse_p_value = absent;  ///< of "the second dominates": small says that it does not
};

/// How dominance is tested.
struct DominanceOptions {
  DominanceOrder order = DominanceOrder::first;
  bool larger_is_better = true;
  std::uint32_t resamples = 1000;  ///< of the bootstrap
  std::uint64_t seed = 1;          ///< of the bootstrap
};

/// Stochastic dominance between two systems' single runs (replications' own values; those where one of them has none
/// are left out), with the test of Barrett & Donald (2003, Econometrica 71, 71).
///
/// Of "1 dominates 2": S = √(n/2) sup_x (D₁(x) − D₂(x))⁺ with D = F̂, or its integral, over all values seen, and
/// p = share of resamples with S* >= S, where S* is the same of (D₁* − D₂*) − (D₁ − D₂) and whole replications are
/// drawn, so that pairing is kept. A p-value that is not small never proves dominance, and neither does a small
/// one of the opposite: where "2 dominates 1" is rejected and `holds` is true, 1 dominates 2 in this sample, no more.
/// Costs O(resamples × n).
Dominance dominance(const Sample& first, const Sample& second, const DominanceOptions& options);

}  // namespace analysis
