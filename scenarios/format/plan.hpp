#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/scenario/scenario.hpp"
#include "scenarios/format/collector.hpp"
#include "scenarios/format/node.hpp"
#include "scenarios/format/piece.hpp"
#include "scenarios/format/values.hpp"

/// `[plan]`: what is to be decided about people, what is wanted, and what must hold. It stands in the file of a scenario,
/// but models never see it, and it does not change the scenario's hash.
namespace scenarios {

/// Months of any year that are decided together, one after the other; a winter may go over the end of the year.
struct Period {
  int first = 0;   ///< 0 January … 11 December
  int months = 1;  ///< 1 to 12
  bool operator==(const Period&) const = default;
};

/// Written as `"all"` (each month by itself), `"year"` (one number for all of them) or a list such as `["mar-may", "jun"]`,
/// outside of which the role keeps the staff that it has.
struct Periods {
  std::vector<Period> items;
  bool operator==(const Periods&) const = default;
};

/// Each month by itself.
Periods every_month();

/// How many people of a role are to be found for each period.
struct Decision {
  std::string path;  ///< of the role's staff
  Periods months = every_month();
  std::int64_t low = 0;
  std::int64_t high = 0;
  std::int64_t step = 1;
  std::optional<models::Duration> notice;
  std::optional<models::Duration> contract;
  bool operator==(const Decision&) const = default;
};

struct Decisions {
  std::vector<Decision> items;  ///< in the order of the file
  bool operator==(const Decisions&) const = default;
};

/// A value that a measure is to reach; a share may be written in percent.
struct Level {
  double value = 0;
  bool percent = false;
  bool operator==(const Level&) const = default;
};

/// What a share is taken of.
enum class Scope : std::uint8_t { of_runs, of_months };

/// Something that must happen with a chance. What happens is an event of one replication: the measure of the whole run, or
/// of so many of its months, reaches the level.
struct Requirement {
  std::string measure;
  std::optional<Level> at_least;
  std::optional<Level> at_most;
  double in = 0.9;
  Scope of = Scope::of_runs;
  std::optional<double> chance;

  /// Share of replications in which it must happen.
  double wanted_chance() const { return of == Scope::of_months ? chance.value_or(0.9) : in; }
  bool operator==(const Requirement&) const = default;
};

struct Requirements {
  std::vector<Requirement> items;
  bool operator==(const Requirements&) const = default;
};

/// Which measure is to be as good as possible.
struct Objective {
  std::string measure = "profit";
  bool operator==(const Objective&) const = default;
};

struct StaffingPlan {
  Decisions decide;
  Objective objective;
  std::optional<models::Amount> budget;
  Requirements require;
  bool operator==(const StaffingPlan&) const = default;
};

template <class Fields>
void describe(Decision& decision, Fields& field) {
  field({.key = "months", .meaning = "What is decided by itself: each month of a year (\"all\"), one number for the whole of it (\"year\"), or periods such as [\"mar-may\", \"jun\"], outside of which the role keeps its staff."},
        decision.months);
  field({.key = "low", .unit = "people", .meaning = "Smallest number.", .low = 0, .high = 10000}, decision.low);
  field({.key = "high", .unit = "people", .meaning = "Largest number.", .low = 0, .high = 10000, .required = true}, decision.high);
  field({.key = "step", .unit = "people", .meaning = "Only low, low + step, low + 2 step … are tried.", .low = 1, .high = 10000},
        decision.step);
  field({.key = "notice", .meaning = "So long before the date, hiring and training apart, a change must be decided.", .low = 0}, decision.notice);
  field({.key = "contract", .meaning = "Whoever comes stays at least so long.", .low = 0}, decision.contract);
}

template <class Fields>
void describe(Requirement& requirement, Fields& field) {
  field({.key = "measure", .meaning = "Name of a measure.", .required = true}, requirement.measure);
  field({.key = "at_least", .meaning = "It must not be below this."}, requirement.at_least);
  field({.key = "at_most", .meaning = "It must not be above this."}, requirement.at_most);
  field({.key = "in", .unit = "share", .meaning = "Share of the months of a run, or of the runs, in which it must be so.", .low = 0,
         .high = 1, .above_low = true}, requirement.in);
  field({.key = "of", .meaning = "Of what `in` is a share: \"runs\", of which each counts as a whole, or \"months\"."},
        requirement.of);
  field({.key = "chance", .unit = "share", .meaning = "Of \"months\": the chance of a run that so many of its months are so; default: 90 %.", .low = 0,
         .high = 1, .above_low = true}, requirement.chance);
}

template <class Fields>
void describe(StaffingPlan& plan, Fields& field) {
  field({.key = "decide", .meaning = "What is decided, by path of a role's staff.", .required = true}, plan.decide);
  field({.key = "objective", .meaning = "What is to be as good as possible: \"profit\", \"profit_with_base\" or \"cost\"."},
        plan.objective);
  field({.key = "budget", .unit = "money", .meaning = "Largest fixed cost of the planned people in any month: base, hours, contributions, seats, heads.",
         .low = 0}, plan.budget);
  field({.key = "require", .meaning = "What must hold: a list of { measure, at_least or at_most, in, of, chance }."}, plan.require);
}

bool read(const Input& input, Periods& member);
bool read(const Input& input, Decisions& member);
bool read(const Input& input, Level& member);
bool read(const Input& input, Scope& member);
bool read(const Input& input, Requirements& member);
bool read(const Input& input, Objective& member);
Piece piece_of(const Periods& value, const models::Parameter& parameter);
Piece piece_of(const Decisions& value, const models::Parameter& parameter);
Piece piece_of(const Level& value, const models::Parameter& parameter);
Piece piece_of(Scope value, const models::Parameter& parameter);
Piece piece_of(const Requirements& value, const models::Parameter& parameter);
Piece piece_of(const Objective& value, const models::Parameter& parameter);

/// The plan of a file, where it has one.
std::optional<StaffingPlan> read_plan(const Node& root, Collector& problems);
/// Finds what is wrong between a plan that reads well and its scenario: staff that is not there, measures that no
/// department has, a budget below the smallest plan.
void check_plan(const StaffingPlan& plan, const models::Scenario& scenario, const Node& root, Collector& problems);

/// The section in canonical form.
Piece plan_piece(const StaffingPlan& plan);

/// Where a decision's role stands in the scenario.
struct RolePlace {
  std::size_t department = 0;
  std::size_t role = 0;
};
std::optional<RolePlace> place_of_role(const models::Scenario& scenario, const std::string& path);

/// Time for which a role is present in a month of the year (0 January), the first such after the start, without the
/// company's holidays [h].
double hours_present(const models::Scenario& scenario, const models::Role& role, int month);

/// Fixed cost of one person of a role in a month of the year (0 January), the first such after the start [hundredths]: base,
/// hours present by the calendar, contributions on both, seat, and his part of a head. No commission, bonus or hiring.
double fixed_cost(const models::Scenario& scenario, const models::Department& department, const models::Role& role, int month);

/// The number of the period that a month (0 January) belongs to; nothing where it is not decided.
std::optional<std::size_t> period_of_month(const Periods& periods, int month);
/// `mar-may`
std::string period_text(const Period& period);

}  // namespace scenarios
