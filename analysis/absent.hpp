#pragma once

#include <cmath>
#include <limits>

namespace analysis {

/// Stands where there is no such number: an interval from one replication, a ratio without a denominator, an unbounded
/// end. Every struct of this floor uses it, and documents hand it on as null; it is never a computed value that went
/// wrong.
inline constexpr double absent = std::numeric_limits<double>::quiet_NaN();

/// Whether there is a number.
inline bool known(double value) { return !std::isnan(value); }

}  // namespace analysis
