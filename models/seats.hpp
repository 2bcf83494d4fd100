#pragma once

#include <cstdint>

#include "sim/time.hpp"

namespace models {

/// Where somebody's time went [µs].
struct TimeUse {
  sim::Time worked = 0;    ///< paid time at work, without slack
  sim::Time slack = 0;     ///< paid time at work that effort leaves unused
  sim::Time idle = 0;      ///< paid time present without work
  sim::Time absent = 0;    ///< paid time away
  sim::Time overtime = 0;  ///< work beyond paid hours

  sim::Time present() const { return worked + slack + idle; }
  void add(const TimeUse& other) {
    worked += other.worked;
    slack += other.slack;
    idle += other.idle;
    absent += other.absent;
    overtime += other.overtime;
  }
};

/// What a replication knows of a seat over the whole reported period, whoever held it. Time on each activity is kept
/// beside it.
struct SeatBooks {
  TimeUse hours;
  sim::Time paid = 0;         ///< open time in which somebody held the seat [µs]
  sim::Time employed = 0;     ///< calendar time in which somebody did [µs]
  sim::Time owned = 0;        ///< clients of the holder × time [µs]
  sim::Money earnings = 0;    ///< pay without contributions on top [hundredths]
  std::int64_t holders = 0;   ///< people who held it for any time [people]
  std::int64_t left = 0;      ///< of them who left the seat within the period [people]
  std::int64_t there = 0;     ///< who hold it at the horizon [people]
  sim::Time tenure_left = 0;  ///< time on the seat of those who left; from the beginning of the run for the first [µs]
  sim::Time tenure_there = 0;  ///< the same up to the horizon of those who are there [µs]
};

}  // namespace models
