#pragma once

#include <algorithm>

#include "sim/time.hpp"

namespace models {

/// The nearest whole microsecond of a non-negative span; no draw lasts longer than 3,000 years, so that no sum of times
/// overflows, however long the tail of a law.
inline sim::Time whole(double microseconds) {
  return static_cast<sim::Time>(std::min(microseconds, 3000.0 * static_cast<double>(sim::mean_year)) + 0.5);
}

/// The nearest hundredth; halves away from zero. No single amount is above 10^15 hundredths.
inline sim::Money rounded(double hundredths) {
  const double amount = std::clamp(hundredths, -1e15, 1e15);
  return static_cast<sim::Money>(amount < 0 ? amount - 0.5 : amount + 0.5);
}

}  // namespace models
