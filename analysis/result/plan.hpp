#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/absent.hpp"
#include "analysis/interval.hpp"

/// The answer to "how many people, in which role, in which month": a part of the one document.
namespace analysis::result {

/// How many people a role has by month of the year, January first.
struct PlannedRole {
  std::string role;          ///< its name
  std::string title;         ///< for people; may be empty
  bool rented = false;       ///< there on the date, gone on the date
  std::vector<int> months;   ///< twelve
  std::vector<int> decided;  ///< by month: number of the period that it belongs to, or -1 where it was not decided
};

/// Something that must be done on a date.
struct PlannedAction {
  std::string date;      ///< `2026-04-01`: at the latest
  std::string kind;      ///< `sign` (rent), `look` (hire), `release` (send away)
  std::string role;      ///< its name
  int people = 0;        ///< how many
  std::string from;      ///< first day on which they are wanted; of `release` the first without them
  std::string until;     ///< last day on which they are wanted; empty: with no end in the period
  bool already = false;  ///< the date lies before the period begins
};

/// A requirement, and how the plan stands to it.
struct PlannedRequirement {
  std::string measure;         ///< its name
  std::string unit;            ///< of the level
  bool at_least = true;        ///< otherwise at most
  double level = 0;            ///< that it must reach
  bool of_months = false;      ///< in a share of the months of a run; otherwise in the run as a whole
  double in = absent;          ///< that share
  double chance = 0;           ///< wanted chance of a run in which it is so
  std::uint32_t met = 0;       ///< runs in which it was so …
  std::uint32_t of_runs = 0;   ///< … of so many
  double bound = absent;       ///< the chance is at least this
  double confidence = absent;  ///< of the bound
  bool certified = false;      ///< the bound is not below the wanted chance
  bool binding = false;  ///< no plan that keeps all requirements was found, and this one is furthest from being kept
};

/// What one step more or fewer of a role in some months is worth.
struct PlannedPrice {
  std::string role;         ///< its name
  std::vector<int> months;  ///< of the year, 0 January
  int change = 1;           ///< people more, or fewer if negative
  Figure gain;              ///< of the objective, paired; positive: it would be better
  std::uint32_t replications = 0;
  bool keeps = true;  ///< the requirements hold with it, in these replications
};

/// What it costs to decide so much later.
struct PlannedDelay {
  int weeks = 0;
  int late = 0;  ///< places that are filled later than planned, or never
  Figure loss;   ///< of the objective, paired; positive: it costs
};

/// A plan that is no worse than the one found by more than the indifference.
struct PlannedAlike {
  std::vector<std::vector<int>> months;  ///< by role, then month
  Figure difference;                     ///< of the objective, less that of the plan found, paired
};

/// The plan under another demand.
struct PlannedDemand {
  std::string demand;                    ///< `low` or `high`: all inbound rates at this end of what is believed
  std::vector<std::string> paths;        ///< of these rates
  Figure held;                           ///< the objective with the plan as it is
  Figure replanned;                      ///< with the plan that would have been made for this demand
  Figure regret;                         ///< what the second is better by, paired
  bool held_keeps = true;                ///< each requirement holds as often as wanted in these replications
  bool replanned_keeps = true;
  std::vector<std::vector<int>> months;  ///< of the second, by role, then month
};

/// What becomes of those who ask in a month, by some formula.
struct Service {
  double answered = absent;     ///< share of those who must be answered in time that are
  double abandoned = absent;    ///< share of all who give up
  double utilisation = absent;  ///< share of its time that the role works
};

/// A role in a month of the period as formulas see it: an approximation, without simulation.
struct QuickMonth {
  std::string month;            ///< `2026-04`
  std::string role;             ///< its name
  double load = 0;              ///< people who would be busy all the time
  double wanted = 0;            ///< people at full speed that the load and the safety margin call for
  double capacity = 0;          ///< people at full speed that the plan gives
  int people = 0;               ///< headcount of the plan
  double advertised = 0;        ///< places to be advertised this month
  double answered = absent;     ///< share of those who begin to wait who are answered in time, by Erlang A
  double abandoned = absent;    ///< share of them who give up
  double utilisation = absent;  ///< share of its time that the role works
  Service course;               ///< the same hour by hour, by uniformisation
  Service closure;              ///< the same by the Gaussian closure, which tells no times
};

/// A department's plan.
struct DepartmentPlanResult {
  std::string department;
  std::vector<PlannedRole> roles;
  std::vector<PlannedAction> actions;   ///< by date
  std::vector<QuickMonth> quick;        ///< by month, then role, of this plan
  std::vector<std::vector<int>> start;  ///< months by role of the quick plan, from which the search began
  Figure start_difference;              ///< of the objective, less that of the plan found, paired

  // What was found by simulation; absent where only formulas were asked.
  Figure objective;                ///< on fresh replications
  std::uint32_t replications = 0;  ///< that `objective` rests on
  bool fresh = false;              ///< they are such as the search has not seen
  std::vector<PlannedRequirement> requirements;
  bool keeps = true;  ///< all requirements, so far as is known
  bool requirements_certified = false;
  double neighbours_within = absent;   ///< no one-step change is better by more than this
  bool neighbours_certified = false;   ///< it is no more than the indifference
  bool enumerated = false;             ///< nor any other admissible plan
  bool stopped = false;                ///< by the user or a time limit, before it was finished
  bool exhausted = false;              ///< the replications allowed were spent before all was certified
  double alpha_requirements = absent;  ///< chance of error of these statements
  double alpha_neighbours = absent;
  std::size_t neighbours = 0;  ///< plans compared in the last test
  std::size_t excluded = 0;    ///< better ones that did not pass the requirements' test: the statement is not of them
  std::size_t visited = 0;     ///< plans simulated
  std::uint64_t spent = 0;     ///< replications
  std::vector<PlannedPrice> prices;
  std::string decide_by;  ///< `2026-01-12`: when the first decision on more people falls due; empty: nothing told
  std::vector<PlannedDelay> delays;
  std::vector<PlannedAlike> plateau;
  std::vector<PlannedDemand> demands;
};

struct PlanResult {
  std::string objective;  ///< measure
  std::string unit;       ///< of it
  bool larger_is_better = true;
  bool quick = false;            ///< formulas only
  std::optional<double> budget;  ///< largest fixed cost of planned people in a month
  double indifference = absent;  ///< difference too small to matter
  double confidence = 0.95;      ///< of each department's statement
  std::vector<DepartmentPlanResult> departments;
};

}  // namespace analysis::result
