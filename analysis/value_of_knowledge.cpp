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

double mean_of(const Column& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

/// A system against the chosen one: what is known of its advantage at each draw.
struct Advantage {
  Column means;                ///< by draw, over the replications
  std::vector<Column> beside;  ///< [draw][replication]: what each is above its draw's mean
  double error = 0;            ///< σ_E² of a single replication at a draw
};

/// Draws and how much the replications may be off: one look at the same table by other chance.
struct Look {
  std::vector<std::uint32_t> items;  ///< draws, with repetitions
  Column weights;                    ///< by replication, of what it is above the mean
  double weight = 0;                 ///< sum of their squares
};

/// All replications as they are.
Look plain_look(std::size_t draws, std::size_t replications) {
  Look look{{}, Column(replications, 0.0)};
  for (std::size_t b = 0; b < draws; ++b) look.items.push_back(static_cast<std::uint32_t>(b));
  return look;
}

/// Draws with replacement, and weights (z_r − z̄) √((r − 1)/χ²(r − 1)) / √(r (r − 1)): what is added to a mean is then
/// a Student variable times the mean's standard error, the same one for all draws and systems.
Look other_look(const Resampling& resampling, std::uint64_t seed, std::uint32_t number, std::size_t replications) {
  Look look{{}, Column(replications, 0.0)};
  resampling.draw(number, look.items);
  const sim::Draws draws(seed, number);
  const sim::Word purpose = sim::word("replications of a belief");
  Moments normals;
  for (std::size_t r = 0; r < replications; ++r) {
    look.weights[r] = draws.normal(purpose, static_cast<std::uint32_t>(r));
    normals.add(look.weights[r]);
  }
  sim::Stream spread = draws.at(sim::word("their deviation"), 0);
  const double chi = 2 * spread.gamma(static_cast<double>(replications - 1) / 2);
  for (double& z : look.weights) {
    z = (z - normals.mean()) / std::sqrt(chi * static_cast<double>(replications));
    look.weight += z * z;
  }
  return look;
}

/// What the replications of draw `b` add to its mean in this look.
double added(const Advantage& advantage, std::size_t b, const Look& look) {
  double sum = 0;
  for (std::size_t r = 0; r < look.weights.size(); ++r) sum += look.weights[r] * advantage.beside[b][r];
  return sum;
}

Column seen(const Advantage& advantage, const Look& look) {
  Column result;
  for (const std::uint32_t b : look.items) result.push_back(advantage.means[b] + added(advantage, b, look));
  return result;
}

/// Nothing but what replications may add, about the advantages' own mean: what is seen where no factor matters.
Column seen_of_nothing(const Advantage& advantage, const Look& look) {
  Column noise;
  for (std::size_t b = 0; b < advantage.means.size(); ++b) noise.push_back(added(advantage, b, look));
  const double shift = mean_of(advantage.means) - mean_of(noise);
  for (double& value : noise) value += shift;
  return noise;
}

/// Drawn together to what noise leaves, as in `Uncertainty::assumptions`.
Column shrunk(const Advantage& advantage, const Look& look) {
  Column values = seen(advantage, look);
  Moments moments;
  for (const double value : values) moments.add(value);
  const double noise = advantage.error * (1 / static_cast<double>(look.weights.size()) + look.weight);
  const double between = std::max(0.0, moments.variance() - noise);
  const double kept = between > 0 ? std::sqrt(between / moments.variance()) : 0;
  for (double& value : values) value = moments.mean() + kept * (value - moments.mean());
  return values;
}

/// How often each system is the best, the chosen one first, and what knowing everything gains.
struct Choice {
  std::vector<double> shares;
  double gain = 0;
};

Choice choice_in(const std::vector<Advantage>& advantages, const Look& look) {
  std::vector<Column> values{Column(look.items.size(), 0.0)};
  for (const Advantage& advantage : advantages) values.push_back(shrunk(advantage, look));
  Choice result{std::vector<double>(values.size(), 0.0)};
  const double count = static_cast<double>(look.items.size());
  Column means(values.size(), 0.0);
  for (std::size_t b = 0; b < look.items.size(); ++b) {
    double most = 0;
    for (const Column& system : values) most = std::max(most, system[b]);
    double ties = 0;
    for (const Column& system : values) ties += system[b] == most ? 1 : 0;
    for (std::size_t s = 0; s < values.size(); ++s) {
      if (values[s][b] == most) result.shares[s] += 1 / ties;
      means[s] += values[s][b] / count;
    }
    result.gain += most / count;
  }
  for (double& share : result.shares) share = std::min(1.0, share / count);
  result.gain = std::max(0.0, result.gain - *std::max_element(means.begin(), means.end()));
  return result;
}

ValueOfKnowing value_of(std::size_t number, const Column& factor, const std::vector<Advantage>& advantages,
                        const std::vector<Look>& looks, const KnowledgeOptions& options) {
  const auto worth_by = [&](const Column& values, const auto& column_of) {
    std::vector<Column> columns;
    for (const Advantage& advantage : advantages) columns.push_back(column_of(advantage));
    return worth(values, columns);
  };
  const auto means_of = [](const Advantage& advantage) { return advantage.means; };
  ValueOfKnowing result;
  result.factor = number;
  result.value.value = worth_by(factor, means_of);
  if (!known(result.value.value)) return result;
  std::vector<double> drawn;
  std::vector<double> shuffled;
  std::vector<double> of_nothing;
  for (std::uint32_t k = 0; k < looks.size(); ++k) {
    const Look& look = looks[k];
    drawn.push_back(worth_by(chosen(factor, look.items), [&](const Advantage& one) { return seen(one, look); }));
    of_nothing.push_back(worth_by(factor, [&](const Advantage& one) { return seen_of_nothing(one, look); }));
    Column mixed = factor;
    const sim::Draws draws(options.seed, k);
    for (std::size_t i = mixed.size(); i > 1; --i) {
      const std::uint32_t word = draws.at(sim::word("shuffle of a belief"), static_cast<std::uint32_t>(i))();
      std::swap(mixed[i - 1], mixed[static_cast<std::size_t>((std::uint64_t{word} * i) >> 32)]);
    }
    shuffled.push_back(worth_by(mixed, means_of));
  }
  result.value.interval = percentile_interval(drawn, options.confidence);
  std::sort(shuffled.begin(), shuffled.end());
  std::sort(of_nothing.begin(), of_nothing.end());
  result.floor = std::max(order_quantile(shuffled, 0.95), order_quantile(of_nothing, 0.95));
  result.resolved = result.value.value > result.floor;
  return result;
}

/// Systems that have a value at some draw.
std::vector<std::size_t> present_in(const Experiment& experiment, const BeliefDraws& draws) {
  std::vector<std::size_t> present;
  for (std::size_t s = 0; s < experiment.systems(); ++s)
    if (std::any_of(draws.points.begin(), draws.points.end(),
                    [&](std::size_t point) { return known(linearise(experiment.of(point, s)).center); }))
      present.push_back(s);
  return present;
}

/// Values of these systems at all draws, [draw][system][replication], those replications only in which all have one.
std::vector<std::vector<Column>> complete_table(const Experiment& experiment, const BeliefDraws& draws,
                                                const std::vector<std::size_t>& systems, double sign) {
  std::vector<std::vector<Linearised>> all;
  for (const std::size_t point : draws.points) {
    std::vector<Linearised>& row = all.emplace_back();
    for (const std::size_t s : systems) row.push_back(linearise(experiment.of(point, s)));
  }
  std::vector<std::vector<Column>> table(all.size(), std::vector<Column>(systems.size()));
  for (std::size_t r = 0; r < draws.replications; ++r) {
    bool complete = true;
    for (const auto& row : all)
      for (const Linearised& one : row) complete = complete && known(one.values[r]);
    if (!complete) continue;
    for (std::size_t b = 0; b < all.size(); ++b)
      for (std::size_t s = 0; s < systems.size(); ++s) table[b][s].push_back(sign * all[b][s].values[r]);
  }
  return table;
}

Advantage advantage_of(const std::vector<std::vector<Column>>& table, std::size_t system, std::size_t best) {
  Advantage result;
  const std::size_t replications = table.front().front().size();
  Column of_replication(replications, 0.0);  // means over the draws of what it is above its draw's mean
  const double count = static_cast<double>(table.size());
  for (const std::vector<Column>& row : table) {
    Column values;
    for (std::size_t r = 0; r < replications; ++r) values.push_back(row[system][r] - row[best][r]);
    result.means.push_back(mean_of(values));
    for (std::size_t r = 0; r < replications; ++r) {
      values[r] -= result.means.back();
      of_replication[r] += values[r] / count;
    }
    result.beside.push_back(std::move(values));
  }
  double squares = 0;
  for (const Column& row : result.beside)
    for (std::size_t r = 0; r < replications; ++r)
      squares += (row[r] - of_replication[r]) * (row[r] - of_replication[r]);
  result.error = squares / ((count - 1) * (static_cast<double>(replications) - 1));
  return result;
}

}  // namespace

KnowledgeValue value_of_knowledge(const Experiment& experiment, const BeliefDraws& draws,
                                  const KnowledgeOptions& options) {
  KnowledgeValue result;
  result.share_best.resize(experiment.systems());
  const std::vector<std::size_t> present = present_in(experiment, draws);
  const std::size_t systems = present.size();
  if (systems < 2 || draws.points.size() < 2) return result;
  const std::vector<std::vector<Column>> table =
      complete_table(experiment, draws, present, options.larger_is_better ? 1 : -1);
  const std::size_t replications = table.front().front().size();
  if (replications < 2) return result;
  std::size_t best = 0;
  std::vector<Moments> means(systems);
  for (const std::vector<Column>& row : table)
    for (std::size_t s = 0; s < systems; ++s) means[s].add(mean_of(row[s]));
  for (std::size_t s = 1; s < systems; ++s)
    if (means[s].mean() > means[best].mean()) best = s;
  result.best = present[best];

  std::vector<std::size_t> order{result.best};  // of the choices' systems
  std::vector<Advantage> advantages;
  for (std::size_t s = 0; s < systems; ++s) {
    if (s == best) continue;
    order.push_back(present[s]);
    advantages.push_back(advantage_of(table, s, best));
  }
  const Look as_it_is = plain_look(table.size(), replications);
  const Choice choice = choice_in(advantages, as_it_is);
  for (const Advantage& one : advantages) {
    const Column values = shrunk(one, as_it_is);
    result.moved = result.moved || *std::max_element(values.begin(), values.end()) > values.front() ||
                   *std::min_element(values.begin(), values.end()) < values.front();
  }
  std::vector<Look> looks;
  const Resampling resampling(table.size(), options.seed, "value of knowing");
  std::vector<double> gains;
  std::vector<std::vector<double>> shares(experiment.systems());
  for (std::uint32_t k = 0; k < options.resamples; ++k) {
    looks.push_back(other_look(resampling, options.seed, k, replications));
    const Choice other = choice_in(advantages, looks.back());
    gains.push_back(other.gain);
    for (std::size_t i = 0; i < systems; ++i) shares[order[i]].push_back(other.shares[i]);
  }
  for (std::size_t i = 0; i < systems; ++i)
    result.share_best[order[i]] = {choice.shares[i], percentile_interval(shares[order[i]], options.confidence)};
  result.everything = {choice.gain, percentile_interval(gains, options.confidence)};
  for (std::size_t f = 0; f < draws.values.size(); ++f)
    result.factors.push_back(value_of(f, draws.values[f], advantages, looks, options));
  for (const ValueOfKnowing& one : result.factors)
    if (one.resolved) {
      result.everything.value = std::max(result.everything.value, one.value.value);
      result.everything.interval.high = std::max(result.everything.interval.high, one.value.interval.high);
    }
  return result;
}

}  // namespace analysis
