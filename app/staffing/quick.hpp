#pragma once

#include <vector>

#include "analysis/queues/erlang.hpp"
#include "analysis/result/plan.hpp"
#include "app/staffing/demand.hpp"

/// An answer from formulas, within a second: where the search begins, and what `--quick` tells.
namespace app::staffing {

/// A department as formulas see it.
///
/// Each role is a pool with several servers and impatient customers in each month by itself, M/M/n + M, Erlang A, of
/// all tasks that it does first; people work at effort × speed × presence; leads that ask while the company is closed
/// are there all at once when it opens. Approximations: months in equilibrium, one queue for all people of a role,
/// exponential work and patience, orders of precedence, transfers and set-up times left out.
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
    double items = 0;                ///< begun in the month
    double hours = 0;                ///< of work at speed 1 in all
    double losable = 0;              ///< hours of work on items that can be lost
    double hazard = 0;               ///< Σ items / patience
    double worth = 0;                ///< Σ items × worth
    double timed = 0;                ///< items with a time in which to answer
    double within = 0;               ///< Σ of these × that time
    double late = 0;                 ///< of these in a week, those that are late when the company opens
    std::vector<double> at_opening;  ///< of these, those that wait for each opening of a week
  };
  struct Wanted {
    double load = 0;
    double people = 0;
  };

  /// What falls to a role in a month, when so many people have each role of the department.
  Pool pool(std::size_t role, std::size_t month, const std::vector<int>& people) const;
  /// Share of the timed items that are answered in time by so many people: those that ask while the company is open as
  /// Erlang A has it; those who wait for it to open in the order in which they asked, as many as can be done in time.
  double answered(const Pool& pool, const analysis::Pool& erlang, double people) const;
  Wanted wanted(const PlannedRole& planned, std::size_t month) const;
  /// People at full speed in each month that headcounts give.
  std::vector<double> capacity(const PlannedRole& planned, const Year& year) const;
  std::vector<int> people_in(std::size_t month, const Years* years) const;

  const models::Scenario& scenario_;
  const models::Department& department_;
  const Lattice& lattice_;
  const std::vector<scenarios::Requirement>& requirements_;
  Demand demand_;
  std::vector<ByMonth> hours_;    ///< by role
  std::vector<double> presence_;  ///< by role
  std::vector<std::string> activities_;
};

}  // namespace app::staffing
