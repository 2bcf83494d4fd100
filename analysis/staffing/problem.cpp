#include "analysis/staffing/problem.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <set>

namespace analysis::staffing {
namespace {

double weighed(const Row& row, const Plan& plan) {
  double sum = 0;
  for (std::size_t i = 0; i < plan.size(); ++i) sum += row.weights[i] * plan[i];
  return sum;
}

/// Rounding of sums of money does not make a plan too dear.
bool within(const Row& row, double sum) { return sum <= row.limit + 1e-9 * std::fabs(row.limit); }

/// A period in which a place falls empty that was filled less than a contract ago, if there is one.
std::optional<std::size_t> ends_early(const Line& line, const Plan& plan) {
  const std::size_t periods = line.coordinates.size();
  const auto number = [&](std::size_t p) { return plan[line.coordinates[p % periods]]; };
  const auto empty_after = [&](std::size_t begin, double ago) -> std::optional<std::size_t> {
    for (std::size_t p = begin + 1; ago < line.contract && (line.cyclic || p < periods); ++p) {
      if (number(p) < number(begin)) return p % periods;
      ago += line.months[p % periods];
    }
    return std::nullopt;
  };
  if (line.start && number(*line.start) > line.before)
    if (const auto early = empty_after(*line.start, line.months[*line.start] - line.begun)) return early;
  for (std::size_t begin = line.cyclic ? 0 : 1; begin < periods; ++begin) {
    if (number(begin) <= number(begin + periods - 1)) continue;  // no place is filled now
    if (const auto early = empty_after(begin, line.months[begin])) return early;
  }
  return std::nullopt;
}

/// Keeps people as long as their contracts bind them, as far as the bounds let it.
void prolong(const Problem& problem, Plan& plan) {
  for (const Line& line : problem.lines) {
    if (line.contract <= 0) continue;
    while (const std::optional<std::size_t> early = ends_early(line, plan)) {
      const std::size_t c = line.coordinates[*early];
      if (plan[c] + problem.coordinates[c].step > problem.coordinates[c].high) break;
      plan[c] += problem.coordinates[c].step;
    }
  }
}

/// Enumerates admissible plans coordinate by coordinate; a branch that every plan of which breaks a row is cut.
class Enumeration {
 public:
  Enumeration(const Problem& problem, std::size_t limit) : problem_(problem), limit_(limit) {
    for (const Row& row : problem.rows) {
      std::vector<double> rest(problem.coordinates.size() + 1, 0.0);
      for (std::size_t c = problem.coordinates.size(); c-- > 0;)
        rest[c] = rest[c + 1] +
                  std::min(row.weights[c] * problem.coordinates[c].low, row.weights[c] * problem.coordinates[c].high);
      rest_.push_back(std::move(rest));
    }
  }
  std::optional<std::vector<Plan>> run() {
    go(std::vector<double>(problem_.rows.size(), 0.0));
    if (looked_ > 100 * limit_ || plans_.size() > limit_) return std::nullopt;
    return std::move(plans_);
  }

 private:
  void go(const std::vector<double>& sums) {
    if (plans_.size() > limit_ || looked_ > 100 * limit_) return;
    const std::size_t c = plan_.size();
    if (c == problem_.coordinates.size()) {
      ++looked_;
      if (problem_.admissible(plan_)) plans_.push_back(plan_);
      return;
    }
    const Coordinate& coordinate = problem_.coordinates[c];
    for (int value = coordinate.low; value <= coordinate.high; value += coordinate.step) {
      std::vector<double> next = sums;
      bool possible = true;
      for (std::size_t r = 0; r < next.size(); ++r) {
        next[r] += problem_.rows[r].weights[c] * value;
        possible = possible && within(problem_.rows[r], next[r] + rest_[r][c + 1]);
      }
      if (!possible) continue;
      plan_.push_back(value);
      go(next);
      plan_.pop_back();
    }
  }

  const Problem& problem_;
  std::size_t limit_;
  std::vector<std::vector<double>> rest_;  ///< [row][coordinate]: the least that this and all later ones add
  Plan plan_;
  std::vector<Plan> plans_;
  std::size_t looked_ = 0;
};

}  // namespace

bool Problem::admissible(const Plan& plan) const {
  for (std::size_t c = 0; c < coordinates.size(); ++c) {
    const Coordinate& coordinate = coordinates[c];
    if (plan[c] < coordinate.low || plan[c] > coordinate.high || (plan[c] - coordinate.low) % coordinate.step != 0)
      return false;
  }
  return std::all_of(rows.begin(), rows.end(), [&](const Row& row) { return within(row, weighed(row, plan)); }) &&
         std::all_of(lines.begin(), lines.end(), [&](const Line& line) { return keeps_contract(line, plan); }) &&
         (!allowed || allowed(plan));
}

bool keeps_contract(const Line& line, const Plan& plan) { return line.contract <= 0 || !ends_early(line, plan); }

double least(const Problem& problem, const Row& row) {
  double sum = 0;
  for (std::size_t c = 0; c < problem.coordinates.size(); ++c)
    sum += std::min(row.weights[c] * problem.coordinates[c].low, row.weights[c] * problem.coordinates[c].high);
  return sum;
}

std::optional<Plan> repaired(const Problem& problem, Plan wanted) {
  for (int part = 20; part >= 0; --part) {
    Plan plan = wanted;
    for (std::size_t c = 0; c < plan.size(); ++c) {
      const Coordinate& coordinate = problem.coordinates[c];
      const int above = std::clamp(plan[c], coordinate.low, coordinate.high) - coordinate.low;
      plan[c] = coordinate.low + above * part / 20 / coordinate.step * coordinate.step;
    }
    prolong(problem, plan);
    if (problem.admissible(plan)) return plan;
  }
  return std::nullopt;
}

std::optional<std::vector<Plan>> all_plans(const Problem& problem, std::size_t limit) {
  return Enumeration(problem, limit).run();
}

std::optional<Plan> changed(const Problem& problem, const Plan& plan, const Change& change, bool only_admissible) {
  const Line& line = problem.lines[change.line];
  Plan next = plan;
  for (std::size_t k = 0; k < change.count; ++k) {
    const std::size_t place = change.from + k;
    if (place >= line.coordinates.size() && !line.cyclic) return std::nullopt;
    const std::size_t c = line.coordinates[place % line.coordinates.size()];
    next[c] += change.direction * problem.coordinates[c].step;
  }
  if (only_admissible && !problem.admissible(next)) return std::nullopt;
  return next;
}

std::vector<Change> steps_about(const Problem& problem, const Plan& plan) {
  std::vector<Change> changes;
  std::set<Plan> named;
  for (std::size_t l = 0; l < problem.lines.size(); ++l) {
    const Line& line = problem.lines[l];
    const std::size_t periods = line.coordinates.size();
    for (std::size_t place = 0; place < periods; ++place)
      for (const int direction : {1, -1}) {
        std::optional<Change> found;
        for (const bool onwards : {true, false})
          for (std::size_t count = 1; count <= periods && !found; ++count) {
            if (!onwards && !line.cyclic && count > place + 1) break;
            const std::size_t from = onwards ? place : (place + 1 + periods - count) % periods;
            const Change change{l, from, count, direction};
            if (changed(problem, plan, change)) found = change;
          }
        if (found && named.insert(*changed(problem, plan, *found)).second) changes.push_back(*found);
      }
  }
  return changes;
}

}  // namespace analysis::staffing
