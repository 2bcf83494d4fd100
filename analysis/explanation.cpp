#include "analysis/explanation.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <numeric>
#include <utility>

#include "sim/draws.hpp"

namespace analysis {
namespace {

Figure figure_of(const std::vector<double>& values, double confidence) {
  const Moments moments = moments_of_known(values);
  if (moments.count() == 0) return {};
  const MeanInterval interval = mean_interval(moments, confidence);
  return {moments.mean(), {interval.low, interval.high}};
}

/// Figures from v(all), v(none) and the parts, by independent unit.
struct Units {
  std::vector<double> whole;
  std::vector<double> rest;
  std::vector<std::vector<double>> parts;  ///< [mechanism][unit]
};

Explanation explanation_of(const Units& units, bool exact, double confidence) {
  Explanation result;
  result.exact = exact;
  result.units = units.whole.size();
  result.whole = figure_of(units.whole, confidence);
  result.rest = figure_of(units.rest, confidence);
  for (const std::vector<double>& part : units.parts) result.parts.push_back(figure_of(part, confidence));
  return result;
}

/// |S|!(k − |S| − 1)!/k! by |S|.
std::vector<double> weights_of(std::size_t k) {
  std::vector<double> weights;
  double weight = 1 / static_cast<double>(k);
  for (std::size_t s = 0; s < k; ++s) {
    weights.push_back(weight);
    // w(s + 1)/w(s) = (s + 1)/(k − s − 1)
    if (s + 1 < k) weight *= static_cast<double>(s + 1) / static_cast<double>(k - s - 1);
  }
  return weights;
}

Units all_coalitions(Experiment& experiment, const ExplanationOptions& options) {
  const std::size_t k = options.mechanisms;
  const std::size_t coalitions = std::size_t{1} << k;
  std::vector<std::size_t> points;
  for (std::size_t s = 0; s < coalitions; ++s) {
    std::vector<double> switches;
    for (std::size_t i = 0; i < k; ++i) switches.push_back((s >> i & 1) != 0 ? 1 : 0);
    points.push_back(experiment.add(std::move(switches)));
  }
  experiment.expect(experiment.spent() + 2 * std::uint64_t{options.replications} * coalitions);
  run_for(experiment, points, options.question, options.replications);
  std::vector<Answer> answers;
  for (const std::size_t point : points) answers.push_back(answer_at(experiment, point, options.question));
  const std::vector<double> weights = weights_of(k);
  Units units;
  units.parts.resize(k);
  for (std::size_t r = 0; r < options.replications; ++r) {
    if (!std::all_of(answers.begin(), answers.end(), [&](const Answer& a) { return known(a.values[r]); })) continue;
    units.whole.push_back(answers.back().values[r]);
    units.rest.push_back(answers.front().values[r]);
    for (std::size_t i = 0; i < k; ++i) {
      const std::size_t bit = std::size_t{1} << i;
      double part = 0;
      for (std::size_t s = 0; s < coalitions; ++s)
        if ((s & bit) == 0)
          part +=
              weights[static_cast<std::size_t>(std::popcount(s))] * (answers[s | bit].values[r] - answers[s].values[r]);
      units.parts[i].push_back(part);
    }
  }
  return units;
}

std::vector<std::size_t> order_of(std::size_t k, std::uint64_t seed, std::uint32_t number) {
  std::vector<std::size_t> order(k);
  std::iota(order.begin(), order.end(), std::size_t{0});
  sim::Stream stream = sim::Draws(seed, number).at(sim::word("explanation order"), 0);
  for (std::size_t i = k; i > 1; --i) {
    const auto other = static_cast<std::size_t>((std::uint64_t{stream()} * i) >> 32);
    std::swap(order[i - 1], order[other]);
  }
  return order;
}

/// Whether a replication's own value is what the estimate is the mean of.
bool is_mean(Experiment& experiment, const ExplanationOptions& options) {
  const std::vector<std::size_t> point{experiment.add(std::vector<double>(options.mechanisms, 0.0))};
  run_for(experiment, point, options.question, 1);
  const Sample& sample = experiment.of(point.front(), options.question.system);
  return !sample.ratio && known(sample.above.front());
}

Units random_orders(Experiment& experiment, const ExplanationOptions& options) {
  constexpr std::uint32_t block_of_ratios = 10;
  const std::size_t k = options.mechanisms;
  const std::uint32_t block = is_mean(experiment, options) ? 1 : block_of_ratios;
  const std::uint32_t blocks = std::max<std::uint32_t>(2, options.replications / block);
  std::vector<std::size_t> points;  // [(block * 2 + direction) * (k + 1) + mechanisms on]
  std::vector<std::vector<std::size_t>> orders;
  for (std::uint32_t b = 0; b < blocks; ++b) {
    std::vector<std::size_t> order = order_of(k, options.seed, b);
    for (int direction = 0; direction < 2; ++direction) {
      std::vector<double> switches(k, 0.0);
      for (std::size_t on = 0; on <= k; ++on) {
        if (on > 0) switches[order[on - 1]] = 1;
        // Both directions begin and end alike.
        const bool shared = direction == 1 && (on == 0 || on == k);
        points.push_back(shared ? points[points.size() - (k + 1)] : experiment.add(switches, b * block));
      }
      orders.push_back(order);
      std::reverse(order.begin(), order.end());
    }
  }
  experiment.expect(experiment.spent() + 2 * std::uint64_t{blocks} * block * (2 * k));
  run_for(experiment, points, options.question, block);
  Units units;
  units.parts.resize(k);
  for (std::uint32_t b = 0; b < blocks; ++b) {
    std::vector<double> parts(k, 0.0);
    double whole = absent;
    double rest = absent;
    bool there = true;
    for (std::size_t direction = 0; direction < 2; ++direction) {
      const std::size_t way = 2 * b + direction;
      double before = absent;
      for (std::size_t on = 0; on <= k; ++on) {
        const double here = answer_at(experiment, points[way * (k + 1) + on], options.question).center;
        there = there && known(here);
        if (on == 0) rest = here;
        if (on == k) whole = here;
        if (on > 0) parts[orders[way][on - 1]] += (here - before) / 2;
        before = here;
      }
    }
    if (!there) continue;
    units.whole.push_back(whole);
    units.rest.push_back(rest);
    for (std::size_t i = 0; i < k; ++i) units.parts[i].push_back(parts[i]);
  }
  return units;
}

}  // namespace

Explanation explain(Experiment& experiment, const ExplanationOptions& options) {
  assert(options.question.minus && options.replications >= 2);
  const bool exact = options.mechanisms <= options.exact_up_to;
  const Units units = exact ? all_coalitions(experiment, options) : random_orders(experiment, options);
  return explanation_of(units, exact, options.confidence);
}

}  // namespace analysis
