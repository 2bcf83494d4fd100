#pragma once

#include <cstdint>
#include <optional>

namespace analysis::staffing {

/// Most failures among `n` with which a chance of success of at least `chance` is certified with error `alpha`: the
/// lower bound of Clopper & Pearson of n − failures successes is not below `chance`. None if even no failure would do.
std::optional<std::uint32_t> failures_allowed(std::uint32_t n, double chance, double alpha);

/// The fewest replications on which `chance` can be certified at all: the first n with chance^n <= alpha, all of them
/// successes.
std::uint32_t fewest_replications(double chance, double alpha);

}  // namespace analysis::staffing
