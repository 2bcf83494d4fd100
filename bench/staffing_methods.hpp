#pragma once

#include <functional>
#include <optional>
#include <utility>
#include <vector>

#include "analysis/staffing/climb.hpp"
#include "analysis/staffing/rspline.hpp"
#include "analysis/staffing/trials.hpp"
#include "sim/draws.hpp"

/// Ways to look for a staffing plan, to be compared with each other.
namespace bench {

using namespace analysis::staffing;

using Method = std::function<Plan(Trials&, const Plan&, const Effort&)>;

/// A step in as few periods from a place of a line on as is admissible.
inline std::optional<Plan> shortest(const Problem& problem, const Plan& plan, std::pair<std::size_t, std::size_t> place,
                                    int direction) {
  for (std::size_t count = 1; count <= problem.lines[place.first].coordinates.size(); ++count)
    if (auto next = changed(problem, plan, {place.first, place.second, count, direction})) return next;
  return std::nullopt;
}

/// One coordinate after the other, a step up or down, in as few periods as is admissible, as long as that is better on
/// 20 common replications.
inline Plan by_coordinates(Trials& trials, const Plan& start, const Effort& effort) {
  constexpr std::uint32_t count = 20;
  Plan plan = start;
  trials.run({plan}, count);
  std::vector<std::pair<std::size_t, std::size_t>> places;
  for (std::size_t line = 0; line < trials.problem().lines.size(); ++line)
    for (std::size_t place = 0; place < trials.problem().lines[line].coordinates.size(); ++place)
      places.emplace_back(line, place);
  for (std::size_t idle = 0, c = 0; idle < places.size(); c = (c + 1) % places.size()) {
    ++idle;
    for (const int direction : {1, -1})
      while (const std::optional<Plan> next = shortest(trials.problem(), plan, places[c], direction)) {
        if (trials.spent() + trials.missing({*next}, count) > effort.until) return plan;
        trials.run({*next}, count);
        if (!trials.score(*next, count).better_than(trials.score(plan, count))) break;
        plan = *next;
        idle = 0;
      }
  }
  return plan;
}

/// Plans drawn from the whole lattice, 20 replications each.
inline Plan at_random(Trials& trials, const Plan& start, const Effort& effort) {
  constexpr std::uint32_t count = 20;
  Plan best = start;
  trials.run({best}, count);
  for (std::uint32_t number = 1; trials.spent() + count <= effort.until; ++number) {
    Plan plan = start;
    const sim::Draws draws(effort.seed, number);
    for (std::size_t c = 0; c < plan.size(); ++c) {
      const Coordinate& coordinate = trials.problem().coordinates[c];
      const auto values = static_cast<double>(coordinate.values());
      const auto place = static_cast<int>(values * draws.uniform(sim::word("lattice"), static_cast<std::uint32_t>(c)));
      plan[c] = coordinate.low + place * coordinate.step;
    }
    const std::optional<Plan> admissible = repaired(trials.problem(), plan);
    if (!admissible) continue;
    plan = *admissible;
    trials.run({plan}, count);
    if (trials.score(plan, count).better_than(trials.score(best, count))) best = plan;
  }
  return best;
}

}  // namespace bench
