#include "analysis/staffing/rspline.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "sim/draws.hpp"

namespace analysis::staffing {
namespace {

class Spline {
 public:
  Spline(Trials& trials, Plan start, const Effort& effort)
      : trials_(trials), problem_(trials.problem()), effort_(effort), best_(std::move(start)) {}

  Plan run() {
    trials_.run({best_}, effort_.first);
    if (effort_.better) effort_.better(best_);
    for (double size = effort_.first; size <= effort_.most; size *= 1.2) {
      count_ = static_cast<std::uint32_t>(std::ceil(size));
      const Plan before = best_;
      while (line_search() && enumerate()) {
      }
      if (exhausted_) break;
      if (effort_.better && best_ != before) effort_.better(best_);
    }
    return best_;
  }

 private:
  /// Runs these, if replications allow.
  bool pay(const std::vector<Plan>& plans) {
    if (trials_.spent() + trials_.missing(plans, count_) > effort_.until) exhausted_ = true;
    if (!exhausted_) trials_.run(plans, count_);
    return !exhausted_;
  }

  bool better(const Plan& plan, const Plan& other) {
    return trials_.score(plan, count_).better_than(trials_.score(other, count_));
  }

  /// Gradient of the interpolation near the best plan, in steps; the best vertex becomes the best plan. Empty where a
  /// vertex is inadmissible.
  std::vector<double> gradient() {
    const std::size_t d = best_.size();
    std::vector<double> fraction(d);
    Plan vertex = best_;
    const sim::Draws draws(effort_.seed, ++perturbations_);
    for (std::size_t c = 0; c < d; ++c) {
      const Coordinate& coordinate = problem_.coordinates[c];
      // Uniform on (−0.3, 0.3) about the plan; the corner below it is the simplex's first vertex.
      const double shift = 0.6 * draws.uniform(sim::word("perturb"), static_cast<std::uint32_t>(c)) - 0.3;
      fraction[c] = shift < 0 ? 1 + shift : shift;
      if (shift < 0) vertex[c] -= coordinate.step;
    }
    std::vector<std::size_t> order(d);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return fraction[a] > fraction[b]; });
    std::vector<Plan> simplex{vertex};
    for (const std::size_t c : order) {
      vertex[c] += problem_.coordinates[c].step;
      simplex.push_back(vertex);
    }
    for (const Plan& plan : simplex)
      if (!problem_.admissible(plan)) return {};
    std::vector<Plan> all = simplex;
    all.push_back(best_);
    if (!pay(all)) return {};
    std::vector<double> slope(d, 0.0);
    for (std::size_t i = 0; i < d; ++i) {
      const Score before = trials_.score(simplex[i], count_);
      const Score after = trials_.score(simplex[i + 1], count_);
      // Where requirements are broken, less of that is the way up.
      const bool broken = before.shortfall > 0 || after.shortfall > 0;
      slope[order[i]] = broken ? before.shortfall - after.shortfall : after.objective - before.objective;
    }
    for (const Plan& plan : simplex)
      if (better(plan, best_)) best_ = plan;
    return slope;
  }

  /// Whether replications are left.
  bool line_search() {
    for (;;) {
      if (!pay({best_})) return false;
      const std::vector<double> slope = gradient();
      if (exhausted_) return false;
      double norm = 0;
      for (const double s : slope) norm += s * s;
      if (slope.empty() || norm == 0) return true;
      norm = std::sqrt(norm);
      const Plan from = best_;
      int improved = 0;
      for (double length = 2;; length *= 2) {
        Plan plan = from;
        for (std::size_t c = 0; c < plan.size(); ++c)
          plan[c] += problem_.coordinates[c].step * static_cast<int>(std::lround(length * slope[c] / norm));
        if (plan == best_ || !problem_.admissible(plan)) break;
        if (!pay({plan})) return false;
        if (!better(plan, best_)) break;
        best_ = plan;
        ++improved;
      }
      if (improved < 2) return true;
    }
  }

  /// Whether a neighbour was better.
  bool enumerate() {
    std::vector<Plan> neighbours;
    for (const Change& change : steps_about(problem_, best_)) neighbours.push_back(*changed(problem_, best_, change));
    if (!pay(neighbours)) return false;
    const Plan before = best_;
    for (const Plan& plan : neighbours)
      if (better(plan, best_)) best_ = plan;
    return best_ != before;
  }

  Trials& trials_;
  const Problem& problem_;
  const Effort& effort_;
  Plan best_;
  std::uint32_t count_ = 0;
  std::uint32_t perturbations_ = 0;
  bool exhausted_ = false;
};

}  // namespace

Plan rspline(Trials& trials, const Plan& start, const Effort& effort) { return Spline(trials, start, effort).run(); }

}  // namespace analysis::staffing
