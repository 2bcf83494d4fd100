#pragma once

namespace models {

/// Multiplies the odds of `p` by `factor`.
inline double with_odds(double p, double factor) { return factor * p / (1 - p + factor * p); }

/// ln 2
inline constexpr double log_of_two = 0x1.62e42fefa39efp-1;

}  // namespace models
