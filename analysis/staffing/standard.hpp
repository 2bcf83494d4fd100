#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "analysis/staffing/trials.hpp"

namespace analysis::staffing {

/// How a plan is compared with others.
struct StandardTest {
  double indifference = 0;   ///< δ > 0
  double alpha = 0.05;       ///< error of the whole test
  std::uint32_t first = 20;  ///< replications before the first look, at least 2
  std::uint32_t round = 10;  ///< replications between looks
  std::uint64_t until = 0;   ///< no look is paid for beyond so many replications in all
};

/// What came out.
struct StandardOutcome {
  std::vector<std::size_t> better;  ///< challengers that won at the last look, the one furthest ahead first
  std::vector<std::size_t> open;    ///< challengers of which nothing was decided yet
  bool decided = false;             ///< nobody won and nobody is open
};

/// Compares a plan, the standard, with each challenger, and ends as soon as one of these has won or all are dismissed.
///
/// The pairs' continuation regions are those of procedure KN (Kim & Nelson 2001, ACM TOMACS 11, 251), for the
/// difference D = challenger − standard − δ/2 with δ' = δ/2: S² its sample variance over the first n₀ replications, η =
/// ½((2α/m)^(−2/(n₀−1)) − 1) for m challengers, h² = 2η(n₀−1); after r replications the challenger is dismissed if
/// D̄ < −W(r) and has won if D̄ > W(r), W(r) = max(0, (δ'/2r)(h²S²/δ'² − r)). So, with normal values, any challenger
/// that is better by δ or more is dismissed with a chance of at most α/m, and one that is not better at all wins with
/// at most as much (the standard's advantage of δ/2 as in Kim 2005, Comparison with a standard via fully sequential
/// procedures, ACM TOMACS 15, 155). With probability 1 − α nobody who is better by δ is dismissed. Challengers listed
/// in `excluded` do not count as winners; they still count in m. Throws as `Experiment::extend`.
StandardOutcome compare_with_standard(Trials& trials, const Plan& standard, const std::vector<Plan>& challengers,
                                      const std::vector<Plan>& excluded, const StandardTest& test);

}  // namespace analysis::staffing
