#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "analysis/staffing/problem.hpp"
#include "scenarios/format/plan.hpp"

/// Between a plan's section of a file and the lattice that is searched.
namespace app::staffing {

inline constexpr int months_of_year = 12;

/// People by month of the year, January first.
using Year = std::vector<int>;
/// By planned role.
using Years = std::vector<Year>;

/// A length in days, those begun as whole ones.
std::chrono::days whole_days(sim::Time time);

/// A role that is planned.
struct PlannedRole {
  std::size_t role = 0;  ///< its number in the department
  scenarios::Decision decision;
  models::Staff staff;                   ///< that the scenario has: it stays so until the start
  Year present;                          ///< of it, where nothing is decided
  std::vector<std::size_t> coordinates;  ///< by period
  std::vector<double> cost;              ///< fixed cost of one person by month [money]
  sim::Time lead = 0;    ///< from advertising until a newcomer works, on average: hire and training [µs]
  sim::Time notice = 0;  ///< before that the decision must be taken [µs]
  bool rented = false;
};

/// What counts of the money that a customer brings.
enum class Worth {
  nothing,    ///< the objective is cost
  in_period,  ///< what comes before the period ends
  for_life    ///< also what a client brings after it
};

/// What is decided in one department, and the lattice that it makes.
struct Lattice {
  std::size_t department = 0;
  Worth worth = Worth::in_period;  ///< by the plan's objective
  std::vector<PlannedRole> roles;
  analysis::staffing::Problem problem;  ///< its requirements are measures 1, 2 … of the experiment

  /// People by role and month that a plan stands for.
  Years years(const analysis::staffing::Plan& plan) const;
  /// The plan whose periods have the mean of these months, rounded up; it may be inadmissible.
  analysis::staffing::Plan plan(const Years& years) const;
  /// The plan that the scenario has itself; it may be inadmissible.
  Years present() const;
};

/// The lattice of a department; without roles if nothing is decided there. `budget` in place of the plan's own, if
/// given [money].
Lattice lattice_of(const models::Scenario& scenario, const scenarios::StaffingPlan& plan, std::size_t department,
                   std::optional<double> budget);

/// The scenario in which people of planned roles who are hired are looked for so early that on average they work on the
/// date: `ahead` is the mean of `hire` and the training, where the role does not say another.
models::Scenario prepared(models::Scenario scenario, const Lattice& lattice);

/// A department that begins to act so much later than the plan needs. Every rise whose decision would fall before that
/// day is decided on it, and its people come so much later.
struct Delay {
  models::Date first{};  ///< when the earliest decision of the plan falls due
  int days = 0;          ///< how much later it is taken
};

/// A step of a role's staff.
struct Step {
  models::Date date{};
  int people = 0;
};

/// The role's people by date over the whole run of the scenario: before the period those whom the scenario has, then
/// the year's, run-out included. The first step lies before the start and holds before its date too.
std::vector<Step> steps_of(const models::Scenario& scenario, const PlannedRole& role, const Year& year);

/// The same if deciding is late; and how many places are filled later than planned, or never.
struct Late {
  std::vector<Step> steps;
  int late = 0;
};
Late delayed(const std::vector<Step>& steps, const PlannedRole& role, const models::Scenario& scenario,
             const Delay& delay);

/// When the earliest decision on a rise at or after the start falls due, if there is one.
std::optional<models::Date> first_decision(const models::Scenario& scenario, const Lattice& lattice,
                                           const Years& years);

}  // namespace app::staffing
