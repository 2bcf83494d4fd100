#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "app/staffing/lattice.hpp"

/// What a department is asked to do, in expectation and without simulation.
namespace app::staffing {

using ByMonth = std::array<double, months_of_year>;

inline constexpr double longest_wait = 1e4;  ///< [h]: patience of whoever does not give up

/// Work of one kind for one segment, by month of the year.
struct Task {
  std::size_t activity = 0;  ///< number of the activity in the department's plan: stages, then services
  std::size_t segment = 0;
  ByMonth items{};                    ///< begun in a month
  double work = 0;                    ///< at speed 1 [h]
  double patience = 0;                ///< mean, in open time [h]; 0: nobody gives up
  std::optional<double> within;       ///< in which an answer is in time, in open time [h]
  std::vector<double> at_opening;     ///< shares of a week's items that wait for each opening of the company
  std::vector<double> late;           ///< of these, those whose answer is late by then
  std::vector<double> gone;           ///< of a week's items, those that are given up before each opening
  std::vector<double> while_open;     ///< by quarter of an hour of open time; empty: evenly
  double worth = 0;                   ///< of an item that is not lost [money]
  std::vector<std::size_t> primary;   ///< roles that do it
  std::vector<std::size_t> fallback;  ///< roles that do it while nobody of those is there
};

/// What a department is asked to do.
struct Demand {
  std::vector<Task> tasks;
  std::vector<ByMonth> clients;  ///< mean number by segment, then month of the year, over the reported period
};

/// Demand of a department with its delays: a stream of leads that asks at a rate goes through each delay as through a
/// station with infinitely many servers, m' = λ − m/D, so that it comes later and flatter (the modified offered load of
/// Jennings, Mandelbaum, Massey & Whitt 1996, Management Science 42, 1383); exact for exponential delays, in
/// expectation. Stages thin it out by their chances at neutral skill; clients come and go with the market and ask as
/// often as they need. An item is worth the margin that is lost with it: of the first order, and of what whoever
/// becomes a client brings, which is little where the portfolios of those who look after clients are full: then one
/// more is one more who is neglected. Left out: leads lost for waiting, what cold calls and waking bring (they fill
/// idle time), takeaways.
Demand demand_of(const models::Scenario& scenario, const Lattice& lattice);

/// Hours of a month in which the role is there, by month of the year; and the share of them in which a person works,
/// who is away and slack at times.
ByMonth hours_of(const models::Scenario& scenario, const models::Role& role);
double presence_of(const models::Role& role);

}  // namespace app::staffing
