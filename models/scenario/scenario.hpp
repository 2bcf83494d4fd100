#pragma once

#include <limits>
#include <map>

#include "models/scenario/department.hpp"
#include "models/scenario/market.hpp"

namespace models {

/// What is known of a figure beyond its value. Models never see it.
struct Belief {
  enum class Basis : std::uint8_t { unstated, measured, guess, defaulted };
  std::optional<std::string> low;   ///< as written, in the parameter's unit
  std::optional<std::string> high;  ///< as written, in the parameter's unit
  std::string source;
  Basis basis = Basis::unstated;
  bool operator==(const Belief&) const = default;
};

/// One company: its market, the work that a sale takes, and the departments that could do this work.
struct Scenario {
  std::int64_t format = 1;
  std::string title;
  std::string currency = "money";
  Date start{};
  Span horizon;
  Span warm_up;
  std::optional<Span> run_out;
  std::optional<ShareRate> discount;
  CalendarRule calendar;
  Named<Segment> segments;
  Work work;
  Named<Department> departments;
  std::map<std::string, Belief> beliefs;  ///< by path
  bool operator==(const Scenario&) const = default;
};

template <class Fields>
void describe(Scenario& scenario, Fields& field) {
  field({.key = "format", .unit = "number", .meaning = "Version of the scenario format: 1.", .low = 1, .high = 1}, scenario.format);
  field({.key = "title", .meaning = "What people call it."}, scenario.title);
  field({.key = "currency", .meaning = "Unit of all money, e.g. \"RUB\"."}, scenario.currency);
  field({.key = "start", .meaning = "First day of the period that is reported.", .required = true, .moves = "leads"}, scenario.start);
  field({.key = "horizon", .meaning = "Length of the period that is reported; months and years end at a calendar date.",
         .low = 0, .above_low = true, .required = true, .moves = "leads"}, scenario.horizon);
  field({.key = "warm_up", .meaning = "Runs before the start, so that the pipeline is filled.", .low = 0, .moves = "deals"},
        scenario.warm_up);
  field({.key = "run_out", .meaning = "After the horizon nobody asks any more and open leads are followed so long; default: three mean cycles, at least 30 d.",
         .low = 0, .moves = "censored"}, scenario.run_out);
  field({.key = "discount", .meaning = "What money loses with time, in the value of a client; default: nothing.", .low = 0, .high = 10,
         .moves = "base_value_end"}, scenario.discount);
  field({.key = "calendar", .meaning = "When the company is open."}, scenario.calendar);
  field({.key = "segments", .meaning = "Kinds of customers by name.", .required = true}, scenario.segments);
}

/// Names that activities may not take, because they will always mean the same.
inline constexpr std::array reserved_activities{"cold_call", "order", "contact", "wake", "reception"};

}  // namespace models
