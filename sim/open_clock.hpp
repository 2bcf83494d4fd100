#pragma once

#include "sim/calendar.hpp"
#include "sim/time.hpp"

namespace sim {

/// Reads a calendar's open time at moments that seldom go back: it remembers the open or closed part of the calendar
/// that it read last, so that a reading costs a comparison and an addition however many parts a week has.
class OpenClock {
 public:
  explicit OpenClock(const Calendar& calendar) : calendar_(&calendar) {}

  /// The calendar's `open_before(t)`.
  Time operator()(Time t) {
    if (t < from_ || t >= to_) [[unlikely]]
      enter(t);
    return open_ ? reading_ + (t - from_) : reading_;
  }

 private:
  void enter(Time t);

  const Calendar* calendar_;
  Time from_ = 0;     ///< the first moment read in this part
  Time to_ = 0;       ///< its end; nothing is remembered yet while both are equal
  Time reading_ = 0;  ///< at `from_`
  bool open_ = false;
};

}  // namespace sim
