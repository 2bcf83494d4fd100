#include "analysis/uncertainty.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "analysis/quantiles.hpp"
#include "sim/draws.hpp"

namespace analysis {
namespace {

/// Answers by draw and replication, those replications only in which every draw has one.
struct Table {
  std::vector<std::vector<double>> rows;  ///< [draw][replication]
  std::size_t replications = 0;
};

Table table_of(const Experiment& experiment, const BeliefDraws& draws, const Question& question) {
  std::vector<Answer> answers;
  for (const std::size_t point : draws.points) answers.push_back(answer_at(experiment, point, question));
  Table table;
  table.rows.resize(answers.size());
  for (std::size_t r = 0; r < draws.replications; ++r) {
    if (!std::all_of(answers.begin(), answers.end(), [&](const Answer& a) { return known(a.values[r]); })) continue;
    ++table.replications;
    for (std::size_t b = 0; b < answers.size(); ++b) table.rows[b].push_back(answers[b].values[r]);
  }
  return table;
}

}  // namespace

BeliefDraws draw_beliefs(Experiment& experiment, std::span<const Factor> factors, const BeliefOptions& options) {
  assert(options.draws >= 2 && options.replications >= 2);
  BeliefDraws result;
  result.replications = options.replications;
  result.values.resize(factors.size());
  for (std::uint32_t b = 0; b < options.draws; ++b) {
    const sim::Draws draws(options.seed, b);
    std::vector<double> values;
    for (std::size_t f = 0; f < factors.size(); ++f) {
      values.push_back(factors[f].believed(draws.uniform(sim::word("belief/" + factors[f].name), 0)));
      result.values[f].push_back(values.back());
    }
    result.points.push_back(experiment.add(std::move(values)));
  }
  experiment.expect(experiment.spent() + std::uint64_t{options.draws} * options.replications * experiment.systems());
  experiment.extend(result.points, options.replications);
  return result;
}

Uncertainty uncertainty_of(const Experiment& experiment, const BeliefDraws& draws, const Question& question,
                           double confidence) {
  const Table table = table_of(experiment, draws, question);
  Uncertainty result;
  result.replications = table.replications;
  const std::size_t r = table.replications;
  const std::size_t draws_count = table.rows.size();
  if (r == 0) return result;
  Moments by_draw;
  std::vector<Moments> by_replication(r);
  std::vector<double> means;
  for (const std::vector<double>& row : table.rows) {
    Moments moments;
    for (std::size_t i = 0; i < r; ++i) {
      moments.add(row[i]);
      by_replication[i].add(row[i]);
    }
    means.push_back(moments.mean());
    by_draw.add(moments.mean());
  }
  result.mean = by_draw.mean();
  if (r < 2) return result;
  Moments columns;
  for (const Moments& moments : by_replication) columns.add(moments.mean());
  double squares = 0;
  for (std::size_t b = 0; b < draws_count; ++b)
    for (std::size_t i = 0; i < r; ++i) {
      const double residual = table.rows[b][i] - means[b] - by_replication[i].mean() + result.mean;
      squares += residual * residual;
    }
  const double n = static_cast<double>(r);
  const double count = static_cast<double>(draws_count);
  const double error = squares / ((n - 1) * (count - 1));
  const double between = std::max(0.0, by_draw.variance() - error / n);
  const double of_runs = std::max(0.0, columns.variance() - error / count);
  result.deviation_of_assumptions = std::sqrt(between);
  result.deviation_of_runs = std::sqrt(of_runs + error);

  const double half = student_quantile(1 - (1 - confidence) / 2, n - 1) * std::sqrt(columns.variance() / n);
  result.simulation = {result.mean - half, result.mean + half};
  const double shrink = by_draw.variance() > 0 ? std::sqrt(between / by_draw.variance()) : 0;
  std::vector<double> drawn;
  for (const double mean : means) drawn.push_back(result.mean + shrink * (mean - result.mean));
  std::sort(drawn.begin(), drawn.end());
  // Ranks l and n + 1 − l, as far from either end: a new draw lies outside with the chance 2l/(n + 1) <= α.
  const double rank = std::floor((count + 1) * (1 - confidence) / 2 + 1e-9);
  if (rank < 1) return result;
  const auto outside = static_cast<std::size_t>(rank);
  result.assumptions = {drawn[outside - 1], drawn[draws_count - outside]};
  const auto arm = [&](double end) { return std::sqrt((end - result.mean) * (end - result.mean) + half * half); };
  result.total = {result.mean - arm(std::min(result.mean, result.assumptions.low)),
                  result.mean + arm(std::max(result.mean, result.assumptions.high))};
  return result;
}

}  // namespace analysis
