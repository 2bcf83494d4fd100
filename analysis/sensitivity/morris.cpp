#include "analysis/sensitivity/morris.hpp"

#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>

#include "analysis/resampling.hpp"
#include "sim/draws.hpp"

namespace analysis {
namespace {

/// A number below `count`, from one word.
std::size_t below(sim::Stream& stream, std::size_t count) {
  return static_cast<std::size_t>((std::uint64_t{stream()} * count) >> 32);
}

/// One way through the grid.
struct Trajectory {
  std::vector<std::vector<double>> points;  ///< k + 1 of them, values of the factors
  std::vector<std::size_t> order;           ///< factor that changes at each step
  std::vector<double> steps;                ///< by factor: its change as a share of its range, with its sign
};

Trajectory trajectory(std::span<const Factor> factors, const MorrisOptions& options, std::uint32_t number) {
  const std::size_t k = factors.size();
  const double delta = options.levels / (2.0 * (options.levels - 1));
  sim::Stream shuffle = sim::Draws(options.seed, number).at(sim::word("morris order"), 0);
  Trajectory result;
  result.order.resize(k);
  std::iota(result.order.begin(), result.order.end(), std::size_t{0});
  for (std::size_t i = k; i > 1; --i) std::swap(result.order[i - 1], result.order[below(shuffle, i)]);
  std::vector<double> shares(k);
  std::vector<double> ends(k);
  std::vector<double> values(k);
  for (std::size_t f = 0; f < k; ++f) {
    sim::Stream stream = sim::Draws(options.seed, number).at(sim::word("morris start"), static_cast<std::uint32_t>(f));
    const double low = static_cast<double>(below(stream, options.levels / 2)) / (options.levels - 1);
    const bool up = below(stream, 2) == 0;
    shares[f] = up ? low : low + delta;
    ends[f] = up ? low + delta : low;
    values[f] = factors[f].at(shares[f]);
  }
  result.points.push_back(values);
  result.steps.resize(k);
  for (const std::size_t f : result.order) {
    const double before = values[f];
    values[f] = factors[f].at(ends[f]);
    result.steps[f] = (values[f] - before) / (factors[f].high - factors[f].low);
    result.points.push_back(values);
  }
  return result;
}

Figure summarise(const std::vector<double>& effects, const MorrisOptions& options,
                 double (*statistic)(const std::vector<double>&)) {
  Figure index{statistic(effects), {}};
  const Resampling resampling(effects.size(), options.seed, "morris");
  std::vector<std::uint32_t> items;
  std::vector<double> sample(effects.size());
  std::vector<double> seen;
  for (std::uint32_t b = 0; b < options.resamples; ++b) {
    resampling.draw(b, items);
    for (std::size_t i = 0; i < items.size(); ++i) sample[i] = effects[items[i]];
    seen.push_back(statistic(sample));
  }
  index.interval = percentile_interval(seen, options.confidence);
  return index;
}

double mean_of(const std::vector<double>& values) {
  Moments moments;
  for (const double value : values) moments.add(value);
  return moments.mean();
}

double mean_absolute(const std::vector<double>& values) {
  Moments moments;
  for (const double value : values) moments.add(std::fabs(value));
  return moments.mean();
}

double deviation_of(const std::vector<double>& values) {
  Moments moments;
  for (const double value : values) moments.add(value);
  return moments.deviation();
}

}  // namespace

std::vector<MorrisEffect> morris(Experiment& experiment, std::span<const Factor> factors,
                                 const MorrisOptions& options) {
  assert(options.trajectories >= 2 && options.levels % 2 == 0);
  const std::size_t k = factors.size();
  std::vector<Trajectory> ways;
  std::vector<std::size_t> points;
  for (std::uint32_t t = 0; t < options.trajectories; ++t) {
    ways.push_back(trajectory(factors, options, t));
    for (const std::vector<double>& values : ways.back().points)
      points.push_back(experiment.add(values, t * options.replications));
  }
  experiment.expect(experiment.spent() +
                    std::uint64_t{options.replications} * points.size() * systems_of(options.question));
  run_for(experiment, points, options.question, options.replications);

  std::vector<std::vector<double>> effects(k);
  std::vector<Moments> errors(k);  // squared standard errors of effects
  for (std::size_t t = 0; t < ways.size(); ++t)
    for (std::size_t step = 0; step < k; ++step) {
      const std::size_t f = ways[t].order[step];
      const double change = ways[t].steps[f];
      const std::size_t from = t * (k + 1) + step;
      const Answer before = answer_at(experiment, points[from], options.question);
      const Answer after = answer_at(experiment, points[from + 1], options.question);
      if (!known(before.center) || !known(after.center)) continue;
      effects[f].push_back(change == 0 ? 0 : (after.center - before.center) / change);
      Moments single;
      for (std::size_t r = 0; r < after.values.size(); ++r)
        if (change != 0 && known(after.values[r]) && known(before.values[r]))
          single.add((after.values[r] - before.values[r]) / change);
      if (single.count() > 1) errors[f].add(single.variance() / static_cast<double>(single.count()));
    }
  std::vector<MorrisEffect> result;
  for (std::size_t f = 0; f < k; ++f) {
    MorrisEffect& effect = result.emplace_back();
    effect.factor = f;
    if (effects[f].size() < 2) continue;
    effect.mean = summarise(effects[f], options, mean_of);
    effect.absolute = summarise(effects[f], options, mean_absolute);
    effect.spread = summarise(effects[f], options, deviation_of);
    if (errors[f].count() > 0) effect.noise = std::sqrt(errors[f].mean());
  }
  return result;
}

}  // namespace analysis
