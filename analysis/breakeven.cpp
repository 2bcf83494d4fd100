#include "analysis/breakeven.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>

namespace analysis {
namespace {

class Search {
 public:
  Search(Experiment& experiment, std::span<const Factor> factors, const BreakevenOptions& options)
      : experiment_(experiment), factor_(factors[options.factor]), options_(options), base_(base_of(factors)) {}

  Breakeven run() {
    std::vector<double> values;
    for (std::size_t i = 0; i < options_.scan; ++i)
      values.push_back(factor_.at(static_cast<double>(i) / static_cast<double>(options_.scan - 1)));
    values.erase(std::unique(values.begin(), values.end()), values.end());
    see(values);
    Breakeven result;
    for (std::size_t i = 0; i + 1 < values.size(); ++i) find(values[i], values[i + 1], result);
    for (Crossing& crossing : result.crossings) {
      crossing.interval.low = end_of(crossing, values, -1);
      crossing.interval.high = end_of(crossing, values, +1);
    }
    for (const auto& [value, point] : points_) result.points.push_back({value, best_at(value), means_at(value)});
    return result;
  }

 private:
  /// Runs what is not there yet.
  void see(const std::vector<double>& values) {
    std::vector<std::size_t> fresh;
    for (const double value : values) {
      const auto [at, added] = points_.try_emplace(value, 0);
      if (!added) continue;
      std::vector<double> all = base_;
      all[options_.factor] = value;
      fresh.push_back(at->second = experiment_.add(std::move(all)));
    }
    experiment_.extend(fresh, options_.replications);
  }

  std::vector<double> means_at(double value) {
    see({value});
    std::vector<double> means;
    for (std::size_t s = 0; s < experiment_.systems(); ++s)
      means.push_back(linearise(experiment_.of(points_.at(value), s)).center);
    return means;
  }

  std::size_t best_at(double value) {
    const std::vector<double> means = means_at(value);
    const double sign = options_.larger_is_better ? 1 : -1;
    std::size_t best = 0;
    for (std::size_t s = 1; s < means.size(); ++s)
      if (known(means[s]) && !(sign * means[s] <= sign * means[best])) best = s;
    return best;
  }

  /// Whether there is a value between the two worth looking at.
  bool divisible(double low, double high) const {
    if (factor_.whole) return high - low > 1;
    return high - low > options_.tolerance * (factor_.high - factor_.low);
  }

  double middle(double low, double high) const {
    const double value = low + (high - low) / 2;
    return factor_.whole ? std::floor(value) : value;
  }

  /// Adds all changes between two values that were seen.
  void find(double low, double high, Breakeven& result) {
    const std::size_t below = best_at(low);
    const std::size_t above = best_at(high);
    if (below == above) return;
    if (divisible(low, high)) {
      const double between = middle(low, high);
      find(low, between, result);
      find(between, high, result);
      return;
    }
    Crossing crossing{high, {}, below, above};
    if (!factor_.whole) {
      const std::vector<double> left = means_at(low);
      const std::vector<double> right = means_at(high);
      const double from = left[above] - left[below];
      const double to = right[above] - right[below];
      crossing.value = from == to ? high : low + (high - low) * (0 - from) / (to - from);
    }
    result.crossings.push_back(crossing);
  }

  /// Whether at this value the system of that side is better than the other beyond doubt.
  bool sure(const Crossing& crossing, double value, int side) {
    see({value});
    const Question question{crossing.above, crossing.below};
    const Answer answer = answer_at(experiment_, points_.at(value), question);
    const MeanInterval interval = interval_around(answer.center, moments_of_known(answer.values), options_.confidence);
    const bool above_wins = options_.larger_is_better ? interval.low > 0 : interval.high < 0;
    const bool below_wins = options_.larger_is_better ? interval.high < 0 : interval.low > 0;
    return side > 0 ? above_wins : below_wins;
  }

  double end_of(const Crossing& crossing, const std::vector<double>& scan, int side) {
    if (factor_.whole && side > 0 && sure(crossing, crossing.value, side)) return crossing.value;
    // The nearest point of the scan on this side where it is sure who wins.
    double outer = absent;
    double inner = crossing.value;
    for (std::size_t i = 0; i < scan.size() && !known(outer); ++i) {
      const double value = side > 0 ? scan[i] : scan[scan.size() - 1 - i];
      if (side > 0 ? value < crossing.value : value > crossing.value) continue;
      if (sure(crossing, value, side))
        outer = value;
      else
        inner = value;
    }
    if (!known(outer)) return absent;
    while (divisible(std::min(inner, outer), std::max(inner, outer))) {
      const double between = middle(std::min(inner, outer), std::max(inner, outer));
      (sure(crossing, between, side) ? outer : inner) = between;
    }
    // Of whole values below, the last that is sure is not one of the values sought, the next one is.
    if (factor_.whole) return side > 0 ? outer : std::min(outer + 1, crossing.value);
    return outer;
  }

  Experiment& experiment_;
  const Factor& factor_;
  const BreakevenOptions& options_;
  std::vector<double> base_;
  std::map<double, std::size_t> points_;  ///< by value
};

}  // namespace

Breakeven breakeven(Experiment& experiment, std::span<const Factor> factors, const BreakevenOptions& options) {
  assert(options.scan >= 2);
  return Search(experiment, factors, options).run();
}

}  // namespace analysis
