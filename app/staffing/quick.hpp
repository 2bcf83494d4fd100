#pragma once

#include <vector>

#include "analysis/queues/erlang.hpp"
#include "analysis/result/plan.hpp"
#include "app/staffing/course.hpp"
#include "app/staffing/demand.hpp"

/// An answer from formulas, within a second: where the search begins, and what `--quick` tells.
namespace app::staffing {

/// A department as formulas see it.
///
/// Each role is a pool with several servers and impatient customers, M/M/n + M, of all tasks that it does first, hour
/// by hour through the weeks (RoleCourse); people work at effort × speed × presence. Approximations: one queue for all
/// people of a role, exponential work and patience, orders of precedence, transfers and set-up times left out. Beside
/// it is told what Erlang A says of months in equilibrium, in which leads come evenly while the company is open.
class Quick {
 public:
  Quick(const models::Scenario& scenario, const Lattice& lattice,
        const std::vector<scenarios::Requirement>& requirements);

  /// Headcounts by planned role and month: as many people at full speed as pay for themselves by what is not lost for
  /// waiting, at least load + β √load of them for what cannot be lost and as many as a requirement `answered_within` of
  /// a role's activity and its clients' portfolios call for; then as many more as hiring time, training, ramp and those
  /// who leave take.
  Years plan() const;

  /// What comes of these people, in each month of the first year of the period.
  std::vector<analysis::result::QuickMonth> predictions(const Years& years) const;

 private:
  struct Pool {
    double items = 0;      ///< begun in the month
    double hours = 0;      ///< of work at speed 1 in all
    double impatient = 0;  ///< items that can be lost
    double losable = 0;    ///< hours of work on items that can be lost
    double hazard = 0;     ///< Σ items / patience
    double worth = 0;      ///< Σ items × worth
    double timed = 0;      ///< items with a time in which to answer
    double within = 0;     ///< Σ of these × that time
  };
  struct Wanted {
    double load = 0;
    double people = 0;
  };

  /// Share of a task that falls to a role, when so many people have each role of the department.
  static double share(const Task& task, std::size_t role, const std::vector<int>& people);
  /// What falls to a role in a month with these people.
  Pool pool(std::size_t role, std::size_t month, const std::vector<int>& people) const;
  Wanted wanted(const PlannedRole& planned, std::size_t month, const RoleCourse& course) const;
  /// People at full speed in each month that headcounts give.
  ByMonth capacity(const PlannedRole& planned, const Year& year) const;
  /// A role's demand hour by hour beside the other roles' people, of planned roles one each without `years`.
  RoleCourse course_of(std::size_t role, const Years* years) const;
  std::vector<int> people_in(std::size_t month, const Years* years) const;

  const models::Scenario& scenario_;
  const models::Department& department_;
  const Lattice& lattice_;
  const std::vector<scenarios::Requirement>& requirements_;
  Demand demand_;
  std::vector<ByMonth> hours_;    ///< by role
  std::vector<double> presence_;  ///< by role
  std::vector<std::string> activities_;
  std::vector<std::array<Wanted, months_of_year>> wanted_;  ///< by planned role
};

}  // namespace app::staffing
