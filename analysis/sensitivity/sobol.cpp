#include "analysis/sensitivity/sobol.hpp"

#include <cmath>

#include "analysis/quantiles.hpp"
#include "analysis/resampling.hpp"
#include "analysis/sensitivity/sobol_points.hpp"

namespace analysis {
namespace {

/// Answers at the points of all rows: A, B, then A with one coordinate from B, for each factor.
struct Grid {
  std::size_t rows = 0;
  std::size_t columns = 0;      ///< k + 2
  std::vector<double> answers;  ///< [row * columns + column]
};

/// Mean and variance over the points of A and B, and the parts of the variance: first order, then total, by factor.
std::vector<double> parts_of(const Grid& grid, const std::vector<std::uint32_t>* counts) {
  const std::size_t k = grid.columns - 2;
  double weight = 0;
  double sum = 0;
  const auto count = [&](std::size_t row) { return counts == nullptr ? 1.0 : static_cast<double>((*counts)[row]); };
  for (std::size_t i = 0; i < grid.rows; ++i) {
    const double* f = &grid.answers[i * grid.columns];
    weight += count(i);
    sum += count(i) * (f[0] + f[1]);
  }
  std::vector<double> result(2 + 2 * k, 0.0);
  result[0] = sum / (2 * weight);
  for (std::size_t i = 0; i < grid.rows; ++i) {
    const double* f = &grid.answers[i * grid.columns];
    const double a = f[0] - result[0];
    const double b = f[1] - result[0];
    const double w = count(i) / (2 * weight);
    result[1] += w * (a * a + b * b);
    for (std::size_t j = 0; j < k; ++j) {
      const double step = f[2 + j] - f[0];
      result[2 + j] += 2 * w * b * step;
      result[2 + k + j] += w * step * step;
    }
  }
  return result;
}

/// What the replications say of parts: corrected values, and their pseudo-values, by replication.
struct Jackknife {
  std::vector<double> values;
  std::vector<std::vector<double>> pseudo;

  /// Variance that the replications leave in part / variance.
  double variance(std::size_t part) const {
    const double share = values[part] / values[1];
    Moments moments;
    for (const std::vector<double>& one : pseudo) moments.add((one[part] - share * one[1]) / values[1]);
    return moments.variance() / static_cast<double>(pseudo.size());
  }
};

Jackknife jackknife(const std::vector<Grid>& replications, const Grid& all) {
  const double n = static_cast<double>(replications.size());
  const std::vector<double> whole = parts_of(all, nullptr);
  Jackknife result{std::vector<double>(whole.size(), 0.0), {}};
  Grid left = all;
  for (const Grid& one : replications) {
    for (std::size_t i = 0; i < all.answers.size(); ++i)
      left.answers[i] = (n * all.answers[i] - one.answers[i]) / (n - 1);
    std::vector<double> here = parts_of(left, nullptr);
    for (std::size_t j = 0; j < here.size(); ++j) {
      here[j] = n * whole[j] - (n - 1) * here[j];
      result.values[j] += here[j] / n;
    }
    result.pseudo.push_back(std::move(here));
  }
  return result;
}

}  // namespace

SobolIndices sobol(Experiment& experiment, std::span<const Factor> factors, const SobolOptions& options) {
  const std::size_t k = factors.size();
  const std::vector<std::vector<double>> shares = sobol_points(options.rows, 2 * k, options.seed);
  std::vector<std::size_t> points;
  for (const std::vector<double>& row : shares) {
    std::vector<double> a(k);
    std::vector<double> b(k);
    for (std::size_t f = 0; f < k; ++f) {
      a[f] = factors[f].at(row[f]);
      b[f] = factors[f].at(row[k + f]);
    }
    points.push_back(experiment.add(a));
    points.push_back(experiment.add(b));
    for (std::size_t f = 0; f < k; ++f) {
      std::vector<double> mixed = a;
      mixed[f] = b[f];
      points.push_back(experiment.add(mixed));
    }
  }
  const std::uint32_t runs = options.replications;
  experiment.expect(experiment.spent() + std::uint64_t{runs} * points.size() * systems_of(options.question));
  run_for(experiment, points, options.question, runs);

  Grid all{options.rows, k + 2, std::vector<double>(points.size())};
  std::vector<Grid> replications(runs, all);
  SobolIndices result;
  for (std::size_t f = 0; f < k; ++f) result.factors.push_back({f, {}, {}});
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Answer answer = answer_at(experiment, points[i], options.question);
    if (!known(answer.center)) return result;
    all.answers[i] = answer.center;
    for (std::size_t r = 0; r < runs; ++r)
      replications[r].answers[i] = known(answer.values[r]) ? answer.values[r] : answer.center;
  }
  const std::vector<double> whole = parts_of(all, nullptr);
  result.mean = whole[0];
  result.deviation = 0;
  // A spread that is only rounding is none.
  if (!(whole[1] > 1e-24 * whole[0] * whole[0])) return result;
  const Jackknife corrected = runs > 1 ? jackknife(replications, all) : Jackknife{whole, {}};
  if (corrected.values[1] <= 0) return result;  // nothing but noise
  result.deviation = std::sqrt(corrected.values[1]);

  std::vector<Moments> drawn(whole.size());
  const Resampling resampling(options.rows, options.seed, "sobol");
  std::vector<std::uint32_t> counts;
  for (std::uint32_t b = 0; b < options.resamples; ++b) {
    resampling.count(b, counts);
    const std::vector<double> here = parts_of(all, &counts);
    if (here[1] <= 0) continue;
    for (std::size_t j = 2; j < here.size(); ++j) drawn[j].add(here[j] / here[1]);
  }
  const double tail = 1 - (1 - options.confidence) / 2;
  const double z = normal_quantile(tail);
  const double t = runs > 1 ? student_quantile(tail, runs - 1) : 0;
  const auto index = [&](std::size_t j) {
    const double value = corrected.values[j] / corrected.values[1];
    const double chance = runs > 1 ? t * t * corrected.variance(j) : 0;
    const double half = std::sqrt(z * z * drawn[j].variance() + chance);
    return Figure{value, {value - half, value + half}};
  };
  for (std::size_t f = 0; f < k; ++f) {
    result.factors[f].first = index(2 + f);
    result.factors[f].total = index(2 + k + f);
  }
  return result;
}

}  // namespace analysis
