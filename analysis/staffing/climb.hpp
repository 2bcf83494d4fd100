#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "analysis/staffing/trials.hpp"

namespace analysis::staffing {

/// How far a search may go.
struct Effort {
  std::uint64_t until = 0;                       ///< it ends when the experiment has spent so many replications in all
  std::uint32_t first = 8;                       ///< replications at which plans are first compared, at least 2
  std::uint32_t most = 256;                      ///< and the most for any plan
  double indifference = 0;                       ///< it ends when nothing that is left can be expected to gain so much
  std::uint64_t seed = 1;                        ///< of choices that are drawn
  std::function<void(const Plan&)> better = {};  ///< told of every plan that takes over
};

/// Looks for a better plan on common replications, and returns the best known; `start` is admissible.
///
/// First a sweep: one step more or fewer in whole lines, then in halves and quarters of them, then in as few periods as
/// are admissible, as long as that helps, on 20 replications a plan (left
/// out where `effort.first` is 64 or more: then the start is near). Then races about the plan that leads. A field is
/// drawn up: one step in a period, in a quarter, a half and the whole of a line; where none of these wins, one step
/// carried from a period to the next, stretches of two and of a third, and steps of two lines at once (people who need
/// each other). All run few replications; then, again and again, the better half goes on with twice as many, until four
/// are left (successive halving; Karnin, Koren & Somekh 2013, ICML). After the first cut the moves that seem to gain
/// are also tried together, the best 2, 3, 5, 8 … of them at once, so that one race can change many periods. The winner
/// takes over if its paired gain is beyond one standard error, and its move is repeated as long as that helps. Where
/// nobody wins, races begin with twice the replications, with requirements at least to 256.
///
/// Requirements: `Score::better_than` orders plans, so that from a plan that breaks requirements the search goes where
/// least is broken. Where the budget ends in the middle of a race, the plan that leads is returned.
Plan climb(Trials& trials, const Plan& start, const Effort& effort);

}  // namespace analysis::staffing
