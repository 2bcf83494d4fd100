#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/distribution.hpp"
#include "sim/time.hpp"

namespace models {

/// Things with names, in the order of the file.
template <class T>
struct Named {
  std::vector<std::pair<std::string, T>> items;

  const T* find(std::string_view name) const {
    for (const auto& [key, item] : items)
      if (key == name) return &item;
    return nullptr;
  }
  std::size_t size() const { return items.size(); }
  bool operator==(const Named&) const = default;
};

/// An amount of money; written as a number in the scenario's currency.
struct Amount {
  sim::Money hundredths = 0;
  bool operator==(const Amount&) const = default;
};

/// What a duration counts.
enum class Clock : std::uint8_t {
  calendar,    ///< all time: `s min h d w mo y`
  open_hours,  ///< only the calendar's open hours: `wh`
  open_days    ///< only the calendar's open days, each of 24 h: `wd`
};

struct Duration {
  sim::Time length = 0;  ///< [µs of its clock]
  Clock clock = Clock::calendar;
  bool operator==(const Duration&) const = default;
};

/// A law of durations [µs of its clock]; all parameters are whole microseconds.
struct DurationLaw {
  sim::Distribution law;
  Clock clock = Clock::calendar;
  bool operator==(const DurationLaw&) const = default;
};

/// A law of amounts [hundredths].
struct AmountLaw {
  sim::Distribution law;
  bool operator==(const AmountLaw&) const = default;
};

/// So many per span of time, e.g. `"900 / mo"`.
struct Rate {
  double count = 0;
  sim::Time per = sim::mean_month;
  double per_microsecond() const { return count / static_cast<double>(per); }
  bool operator==(const Rate&) const = default;
};

/// A span that ends at a calendar date when it is given in whole months or years; else a plain length.
struct Span {
  std::int64_t months = 0;
  sim::Time length = 0;
  bool operator==(const Span&) const = default;
};

/// A share for the first, second, third … time; the last value repeats. Written as one share or a list of them.
struct Shares {
  std::vector<double> values;

  double at(std::size_t time) const { return values[time < values.size() ? time : values.size() - 1]; }
  bool operator==(const Shares&) const = default;
};

/// A share per span of time, e.g. `"20 % / y"`.
struct ShareRate {
  double share = 0;
  sim::Time per = sim::mean_year;
  bool operator==(const ShareRate&) const = default;
};

using Date = std::chrono::sys_days;

/// Part of a day that is open [µs after midnight], begin < end ≤ 24 h.
struct OpenPart {
  sim::Time begin = 0;
  sim::Time end = sim::day;
  bool operator==(const OpenPart&) const = default;
};

/// Open parts of a day, in order, without overlap. The whole day is `"always"`.
struct Hours {
  std::vector<OpenPart> parts{OpenPart{}};
  bool operator==(const Hours&) const = default;
};

/// Open days of the week, Monday first.
struct Days {
  std::array<bool, 7> open{true, true, true, true, true, true, true};
  bool operator==(const Days&) const = default;
};

/// A list of relative weights of fixed length (12 months, 7 weekdays, 24 hours); empty means even.
template <std::size_t N>
struct Profile {
  std::vector<double> weights;
  bool operator==(const Profile&) const = default;
};

/// How many people hold a role, by time.
struct Staff {
  enum class Kind : std::uint8_t { constant, months, dates, hours };
  Kind kind = Kind::constant;
  std::vector<std::int64_t> counts{0};  ///< one, twelve (from January), one per date, or twenty-four
  std::vector<Date> dates;              ///< of Kind::dates, ascending; the first count also holds before the first date

  std::int64_t most() const {
    std::int64_t result = 0;
    for (const std::int64_t count : counts) result = count > result ? count : result;
    return result;
  }
  bool operator==(const Staff&) const = default;
};

/// One line of what a role does, in the order in which people take it up.
struct Duty {
  std::string activity;
  std::vector<std::string> segments;        ///< empty: all
  bool fallback = false;                    ///< acts only while nobody of another role with this activity is employed …
  std::optional<std::int64_t> overflow;     ///< … or while more than so many wait for it
  bool operator==(const Duty&) const = default;
};

/// Who gets leads that belong to nobody yet.
enum class Assign : std::uint8_t {
  shared,       ///< one queue
  round_robin,  ///< dealt to the people of the role in turn
  owner         ///< none: only what already belongs to somebody
};

/// What a commission is a share of.
enum class Base : std::uint8_t { revenue, margin };

}  // namespace models
