#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

/// Search for a staffing plan: whole numbers of people by role and period. Nothing here knows what a role is.
namespace analysis::staffing {

/// A point of the lattice: a whole number for each coordinate. It is also the point of the factors' space at which the
/// factory makes the system: factor i has the value of coordinate i.
using Plan = std::vector<int>;

/// A number to be decided: people of a role in a period.
struct Coordinate {
  int low = 0;   ///< smallest number
  int high = 0;  ///< largest number, at least `low`; only low, low + step, low + 2 step … up to it
  int step = 1;  ///< at least 1

  /// How many numbers it can be.
  std::size_t values() const { return static_cast<std::size_t>((high - low) / step) + 1; }
};

/// Coordinates that follow each other in time: the periods of one role.
struct Line {
  std::vector<std::size_t> coordinates;  ///< in the order of time
  std::vector<double> months;            ///< length of each period [months], as many
  bool cyclic = true;                    ///< after the last period the first comes again (twelve months of any year)
  /// A place that is filled stays filled for so long [months]: where fewer are wanted the newest go, as in the
  /// department, and until then nobody goes whose contract is not over. 0: people can be sent away in any period. Those
  /// there in the first period of a line that is not cyclic are bound to nothing.
  double contract = 0;
  /// Where the period that is planned begins, if it does so within the line, and with how many people: whoever comes on
  /// its first day is bound, too, so that a stretch which began before in a later year is not cut to its end.
  std::optional<std::size_t> start = std::nullopt;
  double begun = 0;  ///< part of that period which lies before it [months]
  int before = 0;    ///< people until then
};

/// Whether no place falls empty before its contract is over.
bool keeps_contract(const Line& line, const Plan& plan);

/// What may not be exceeded: Σ weights × plan <= limit. Money of a month, people on a floor.
struct Row {
  std::vector<double> weights;  ///< by coordinate
  double limit = 0;
};

/// An event that shall happen with a chance. In the experiment it is a measure whose value in a replication is 1 (it
/// happened) or 0.
struct Requirement {
  std::size_t measure = 1;  ///< number among the experiment's measures
  double chance = 0.9;      ///< in (0, 1)
};

/// The lattice, what is admissible in it, and what is wanted: the most (or least) of the experiment's first measure.
struct Problem {
  std::vector<Coordinate> coordinates;
  std::vector<Line> lines;                   ///< every coordinate is in exactly one
  std::vector<Row> rows;                     ///< may be empty
  std::function<bool(const Plan&)> allowed;  ///< any further rule; may be empty; called from one thread
  std::size_t system = 0;                    ///< number in the factory
  bool larger_is_better = true;
  std::vector<Requirement> requirements;  ///< may be empty

  /// Whether a plan is within bounds, on the lattice, within all rows, keeps contracts, and is `allowed`.
  bool admissible(const Plan& plan) const;
};

/// Least that Σ weights × plan can be within the bounds: a limit below it admits no plan at all.
double least(const Problem& problem, const Row& row);

/// An admissible plan near `wanted`: numbers are brought within bounds and onto the lattice; where contracts bind
/// people longer, they stay; then people are taken away, or where that does not help the smallest plan is tried. None
/// if no admissible plan was found in this way.
std::optional<Plan> repaired(const Problem& problem, Plan wanted);

/// All admissible plans in lexicographic order, or none if there are more than `limit` of them or more than 100 × limit
/// points would have to be looked at.
std::optional<std::vector<Plan>> all_plans(const Problem& problem, std::size_t limit);

/// A change of a plan by one step.
struct Change {
  std::size_t line = 0;
  std::size_t from = 0;   ///< place in the line of the first period that is changed
  std::size_t count = 1;  ///< periods changed; onwards from the first, around the end of a cyclic line
  int direction = 1;      ///< 1: one step more in each of them, -1: one step fewer

  bool operator==(const Change&) const = default;
};

/// The plan after a change; none if it does not fit into the line, or, if `only_admissible`, leads to a plan that is
/// not.
std::optional<Plan> changed(const Problem& problem, const Plan& plan, const Change& change,
                            bool only_admissible = true);

/// The one-step changes about a plan: for each coordinate and direction, the shortest stretch of periods that begins
/// with this one, and, where none that begins with it is admissible, the shortest one that ends with it. Without
/// contracts and rows that is one period, and there are two for each coordinate less those beyond the bounds. Changes
/// that lead to the same plan are named once.
std::vector<Change> steps_about(const Problem& problem, const Plan& plan);

}  // namespace analysis::staffing
