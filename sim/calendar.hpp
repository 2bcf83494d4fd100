#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <vector>

#include "sim/time.hpp"

namespace sim {

/// A span of time [begin, end) [µs].
struct Interval {
  Time begin = 0;
  Time end = 0;
  bool operator==(const Interval&) const = default;
};

/// The days that a simulation touches, each with what is looked up by day: weekday, month, year.
struct Days {
  struct Day {
    std::uint8_t weekday;  ///< 0 Monday … 6 Sunday
    std::uint8_t month;    ///< 0 January … 11 December
    std::int32_t period;   ///< calendar months since the month of the start; negative before
    std::int32_t year;     ///< whole years since the start; negative before
  };

  /// Days from `start` + `first` days up to and including the one that holds `last` [µs since the start].
  Days(std::chrono::sys_days start, std::int32_t first, Time last);

  std::chrono::sys_days start;
  std::int32_t first;  ///< number of the first day, counted from the start
  std::vector<Day> days;

  /// Start of the earliest and end of the latest day [µs].
  Time begin() const { return first * day; }
  Time end() const { return (first + static_cast<std::int32_t>(days.size())) * day; }
  const Day& at(Time t) const { return days[static_cast<std::size_t>((t - begin()) / day)]; }
};

/// Open hours by weekday, closed dates, and the map between time and open time.
///
/// Open time `open_before(t)` is the open time in [0, t), negative before 0. It is constant while closed; a calendar
/// that never closes is the identity and costs one comparison. Built for a range of days; beyond its last day nothing
/// is open.
class Calendar {
 public:
  /// Open parts of each weekday, in order, without overlap [µs after midnight].
  using Week = std::array<std::vector<Interval>, 7>;

  /// Never closed.
  Calendar() = default;
  Calendar(const Days& days, Week week, const std::vector<std::chrono::sys_days>& closed);

  bool always() const { return always_; }
  Time open_before(Time t) const { return always_ ? t : look_up(t); }
  /// The earliest moment not before `t` by which `span` of open time has gone by; `never` beyond the range.
  Time after(Time t, Time span) const;
  bool is_open(Time t) const;
  /// The earliest moment not before `t` at which it is open; `never` beyond the range.
  Time next_open(Time t) const;
  /// The end of the open part that holds the open moment `t`; parts that meet at midnight are one part.
  Time close_after(Time t) const;
  /// Longest closed span between two open parts [µs]; 0 if never closed.
  Time longest_gap() const;
  /// Open time of an ordinary week [µs].
  Time open_per_week() const;
  const Week& week() const { return week_; }

 private:
  Time look_up(Time t) const;
  std::size_t index(Time t) const { return static_cast<std::size_t>((t - begin_) / day); }

  bool always_ = true;
  Week week_;
  Time begin_ = 0;
  Time zero_ = 0;                      ///< open time from `begin_` to 0
  std::vector<std::uint8_t> profile_;  ///< by day: weekday, or 7 when closed
  std::vector<Time> before_;           ///< by day: open time from `begin_` to its midnight; one more at the end
};

}  // namespace sim
