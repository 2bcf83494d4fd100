#include <algorithm>
#include <cmath>
#include <utility>

#include "analysis/least_squares.hpp"
#include "analysis/order_statistic.hpp"
#include "analysis/resampling.hpp"
#include "analysis/uncertainty.hpp"
#include "sim/draws.hpp"

namespace analysis {
namespace {

using Column = std::vector<double>;

/// Columns of a natural cubic spline of x with up to five knots at its quantiles, straight beyond the outer two
/// (Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, 5.2.1).
std::vector<Column> spline_of(const Column& x) {
  Column sorted = x;
  std::sort(sorted.begin(), sorted.end());
  std::vector<double> knots;
  for (const double p : {0.05, 0.275, 0.5, 0.725, 0.95}) knots.push_back(order_quantile(sorted, p));
  knots.erase(std::unique(knots.begin(), knots.end()), knots.end());
  std::vector<Column> columns{x};
  if (knots.size() < 3) return columns;
  const double scale = knots.back() - knots.front();
  const auto cube = [&](double value, double knot) {
    const double over = std::max(0.0, (value - knot) / scale);
    return over * over * over;
  };
  const auto term = [&](double value, std::size_t k) {
    return (cube(value, knots[k]) - cube(value, knots.back())) / ((knots.back() - knots[k]) / scale);
  };
  for (std::size_t k = 0; k + 2 < knots.size(); ++k) {
    Column column;
    for (const double value : x) column.push_back(term(value, k) - term(value, knots.size() - 2));
    columns.push_back(std::move(column));
  }
  return columns;
}

/// Mean over draws of how much the best system is above the chosen one, by what the factor tells.
double worth(const Column& factor, const std::vector<Column>& advantages) {
  const std::vector<Column> columns = spline_of(factor);
  const std::vector<double> origin(columns.size(), 0.0);
  Column gain(factor.size(), 0.0);
  double most = 0;  // mean advantage of a system that in these draws is better even without knowing more
  for (const Column& advantage : advantages) {
    const Fit fit = least_squares(columns, advantage, origin);
    if (fit.fitted.empty()) return absent;
    double mean = 0;
    for (std::size_t b = 0; b < gain.size(); ++b) {
      gain[b] = std::max(gain[b], fit.fitted[b]);
      mean += fit.fitted[b] / static_cast<double>(gain.size());
    }
    most = std::max(most, mean);
  }
  double sum = 0;
  for (const double one : gain) sum += one;
  return std::max(0.0, sum / static_cast<double>(gain.size()) - most);
}

Column chosen(const Column& from, const std::vector<std::uint32_t>& items) {
  Column result;
  for (const std::uint32_t item : items) result.push_back(from[item]);
  return result;
}

ValueOfKnowing value_of(std::size_t number, const Column& factor, const std::vector<Column>& advantages,
                        const KnowledgeOptions& options) {
  ValueOfKnowing result;
  result.factor = number;
  result.value.value = worth(factor, advantages);
  if (!known(result.value.value)) return result;
  const Resampling resampling(factor.size(), options.seed, "value of knowing");
  std::vector<std::uint32_t> items;
  std::vector<double> drawn;
  std::vector<double> shuffled;
  for (std::uint32_t b = 0; b < options.resamples; ++b) {
    resampling.draw(b, items);
    std::vector<Column> again;
    for (const Column& advantage : advantages) again.push_back(chosen(advantage, items));
    drawn.push_back(worth(chosen(factor, items), again));
    Column mixed = factor;
    const sim::Draws draws(options.seed, b);
    for (std::size_t i = mixed.size(); i > 1; --i) {
      const std::uint32_t word = draws.at(sim::word("shuffle of a belief"), static_cast<std::uint32_t>(i))();
      std::swap(mixed[i - 1], mixed[static_cast<std::size_t>((std::uint64_t{word} * i) >> 32)]);
    }
    shuffled.push_back(worth(mixed, advantages));
  }
  result.value.interval = percentile_interval(drawn, options.confidence);
  std::sort(shuffled.begin(), shuffled.end());
  result.floor = order_quantile(shuffled, 0.95);
  result.resolved = result.value.value > result.floor;
  return result;
}

}  // namespace

KnowledgeValue value_of_knowledge(const Experiment& experiment, const BeliefDraws& draws,
                                  const KnowledgeOptions& options) {
  const std::size_t systems = experiment.systems();
  const double sign = options.larger_is_better ? 1 : -1;
  KnowledgeValue result;
  std::vector<Moments> means(systems);
  for (const std::size_t point : draws.points)
    for (std::size_t s = 0; s < systems; ++s) {
      const double center = linearise(experiment.of(point, s)).center;
      if (!known(center)) return result;
      means[s].add(sign * center);
    }
  for (std::size_t s = 1; s < systems; ++s)
    if (means[s].mean() > means[result.best].mean()) result.best = s;

  // Advantages over the best; those drawn together to what noise leaves serve for everything that is not regressed.
  std::vector<Column> advantages;
  std::vector<Column> shrunk(systems, Column(draws.points.size(), 0.0));
  for (std::size_t s = 0; s < systems; ++s) {
    if (s == result.best) continue;
    const Question question{s, result.best};
    Column& advantage = advantages.emplace_back();
    Moments moments;
    for (const std::size_t point : draws.points) {
      advantage.push_back(sign * answer_at(experiment, point, question).center);
      moments.add(advantage.back());
    }
    const Uncertainty split = uncertainty_of(experiment, draws, question, options.confidence);
    const double kept = known(split.deviation_of_assumptions) && moments.variance() > 0
                            ? std::min(1.0, split.deviation_of_assumptions / moments.deviation())
                            : 0;
    for (std::size_t b = 0; b < advantage.size(); ++b)
      shrunk[s][b] = moments.mean() + kept * (advantage[b] - moments.mean());
  }
  result.share_best.assign(systems, 0.0);
  const double count = static_cast<double>(draws.points.size());
  result.everything = 0;
  for (std::size_t b = 0; b < draws.points.size(); ++b) {
    double most = shrunk[0][b];
    for (std::size_t s = 1; s < systems; ++s) most = std::max(most, shrunk[s][b]);
    double ties = 0;
    for (std::size_t s = 0; s < systems; ++s) ties += shrunk[s][b] == most ? 1 : 0;
    for (std::size_t s = 0; s < systems; ++s)
      if (shrunk[s][b] == most) result.share_best[s] += 1 / ties / count;
    result.everything += most / count;
  }
  for (std::size_t f = 0; f < draws.values.size(); ++f)
    result.factors.push_back(value_of(f, draws.values[f], advantages, options));
  for (const ValueOfKnowing& one : result.factors)
    if (one.resolved) result.everything = std::max(result.everything, one.value.value);
  return result;
}

}  // namespace analysis
