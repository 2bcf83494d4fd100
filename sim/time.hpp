#pragma once

#include <cstdint>

namespace sim {

/// A moment or a span of simulated time [µs]. Moments count from the start of the scenario's first day, 00:00;
/// the warm-up lies before it and is negative.
using Time = std::int64_t;

inline constexpr Time microsecond = 1;
inline constexpr Time second = 1'000'000;
inline constexpr Time minute = 60 * second;
inline constexpr Time hour = 60 * minute;
inline constexpr Time day = 24 * hour;
inline constexpr Time week = 7 * day;
inline constexpr Time mean_month = 2'629'800 * second;  ///< 30.4375 d
inline constexpr Time mean_year = 12 * mean_month;      ///< 365.25 d

/// Later than anything that happens: four thousand years, so that sums of a few of them still fit.
inline constexpr Time never = std::int64_t{1} << 57;

/// Money [hundredths of the scenario's currency].
using Money = std::int64_t;

}  // namespace sim
