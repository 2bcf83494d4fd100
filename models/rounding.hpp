#pragma once

#include "sim/time.hpp"

namespace models {

/// The nearest whole microsecond of a non-negative span.
inline sim::Time whole(double microseconds) { return static_cast<sim::Time>(microseconds + 0.5); }

/// The nearest hundredth; halves away from zero.
inline sim::Money rounded(double hundredths) {
  return static_cast<sim::Money>(hundredths < 0 ? hundredths - 0.5 : hundredths + 0.5);
}

}  // namespace models
