#include "analysis/best.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/interval.hpp"
#include "analysis/moments.hpp"
#include "analysis/multivariate_t.hpp"
#include "analysis/quantiles.hpp"

namespace analysis {
namespace {

/// Half-widths of all pairs, [i * k + j].
using Widths = std::vector<double>;

double bonferroni_width(const std::vector<double>& one, const std::vector<double>& other, double confidence,
                        bool paired) {
  const double n = static_cast<double>(one.size());
  if (paired) {
    Moments gap;
    for (std::size_t r = 0; r < one.size(); ++r) gap.add(one[r] - other[r]);
    return student_quantile(confidence, n - 1) * gap.deviation() / std::sqrt(n);
  }
  Moments first;
  Moments second;
  for (const double value : one) first.add(value);
  for (const double value : other) second.add(value);
  // A two-sided interval of confidence 2c − 1 has the one-sided ends of confidence c.
  const MeanInterval interval = welch_interval(0, first, second, 2 * confidence - 1);
  return interval.high;
}

/// √S² of Nelson & Matejcik: the deviation that the difference of any two systems has under sphericity.
double spherical_deviation(const Panel& panel) {
  const std::size_t k = panel.systems();
  std::vector<double> means(k);
  for (std::size_t i = 0; i < k; ++i) {
    Moments moments;
    for (const double value : panel.values[i]) moments.add(value);
    means[i] = moments.mean();
  }
  double all = 0;
  for (const double mean : means) all += mean / static_cast<double>(k);
  double sum = 0;
  for (std::size_t r = 0; r < panel.rows; ++r) {
    double row = 0;
    for (std::size_t i = 0; i < k; ++i) row += panel.values[i][r] / static_cast<double>(k);
    for (std::size_t i = 0; i < k; ++i) {
      const double residual = panel.values[i][r] - means[i] - row + all;
      sum += residual * residual;
    }
  }
  return std::sqrt(2 * sum / (static_cast<double>(k - 1) * static_cast<double>(panel.rows - 1)));
}

Widths widths_of(const Panel& panel, const BestOptions& options) {
  const std::size_t k = panel.systems();
  const double n = static_cast<double>(panel.rows);
  const double others = static_cast<double>(k - 1);
  if (options.method == BestMethod::nelson_matejcik) {
    const double t = largest_t_quantile(options.confidence, k - 1, others * (n - 1));
    return Widths(k * k, t * spherical_deviation(panel) / std::sqrt(n));
  }
  Widths widths(k * k, 0.0);
  const double confidence = 1 - (1 - options.confidence) / others;
  for (std::size_t i = 0; i < k; ++i)
    for (std::size_t j = i + 1; j < k; ++j)
      widths[i * k + j] = widths[j * k + i] =
          bonferroni_width(panel.values[i], panel.values[j], confidence, options.paired);
  return widths;
}

/// Those that have a value, by number.
std::vector<std::size_t> participants(const Panel& panel) {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < panel.systems(); ++i)
    if (known(panel.centers[i])) result.push_back(i);
  return result;
}

Panel panel_without_others(const Panel& panel, const std::vector<std::size_t>& systems) {
  Panel result;
  result.rows = panel.rows;
  result.dropped = panel.dropped;
  for (const std::size_t i : systems) {
    result.centers.push_back(panel.centers[i]);
    result.values.push_back(panel.values[i]);
  }
  return result;
}

bool comparable(const Panel& panel) { return panel.rows >= 2 && panel.systems() >= 2; }

/// Of systems that all have a value.
ComparisonWithBest compare_participants(const Panel& panel, const BestOptions& options) {
  const std::size_t k = panel.systems();
  ComparisonWithBest result;
  result.systems.resize(k);
  result.replications = panel.rows;
  const double sign = options.larger_is_better ? 1 : -1;
  for (std::size_t i = 1; i < k; ++i)
    if (sign * panel.centers[i] > sign * panel.centers[result.best]) result.best = i;
  if (k == 1) {
    result.systems[0].possible = panel.rows > 0;
    return result;
  }
  if (!comparable(panel)) return result;
  const Widths widths = widths_of(panel, options);
  if (options.method == BestMethod::nelson_matejcik) result.half_width = widths.front();
  const auto ahead = [&](std::size_t i, std::size_t j) { return sign * (panel.centers[i] - panel.centers[j]); };
  std::size_t possible = 0;
  for (std::size_t i = 0; i < k; ++i) {
    WithBest& system = result.systems[i];
    double least = absent;
    for (std::size_t j = 0; j < k; ++j) {
      if (j == i) continue;
      const double gap = ahead(i, j);
      if (!known(system.advantage) || gap < system.advantage) system.advantage = gap;
      if (!known(least) || gap + widths[i * k + j] < least) least = gap + widths[i * k + j];
    }
    system.high = std::max(0.0, least);
    system.possible = least > 0;
    possible += system.possible ? 1U : 0U;
  }
  if (possible == 0) {
    // Without any spread the best ones tie exactly: each of them may be the best.
    for (WithBest& system : result.systems) {
      system.possible = system.advantage == 0;
      possible += system.possible ? 1U : 0U;
    }
  }
  result.resolved = possible == 1;
  for (std::size_t i = 0; i < k; ++i) {
    WithBest& system = result.systems[i];
    double least = absent;
    for (std::size_t j = 0; j < k; ++j) {
      if (j == i || !result.systems[j].possible) continue;
      const double gap = ahead(i, j) - widths[i * k + j];
      if (!known(least) || gap < least) least = gap;
    }
    system.low = known(least) ? std::min(0.0, least) : 0;  // no other may be the best: never behind one
  }
  return result;
}

}  // namespace

ComparisonWithBest compare_with_best(const Panel& panel, const BestOptions& options) {
  const std::vector<std::size_t> present = participants(panel);
  ComparisonWithBest result;
  if (!present.empty()) result = compare_participants(panel_without_others(panel, present), options);
  if (panel.systems() == 1) result.resolved = panel.rows > 0 && !present.empty();  // there is no other at all
  std::vector<WithBest> systems(panel.systems());
  for (std::size_t i = 0; i < present.size(); ++i) systems[present[i]] = result.systems[i];
  result.systems = std::move(systems);
  result.best = present.empty() ? 0 : present[result.best];
  return result;
}

std::size_t replications_for_best(const Panel& panel, double delta, const BestOptions& options) {
  const Panel present = panel_without_others(panel, participants(panel));
  if (!comparable(present)) return panel.rows;
  const Widths widths = widths_of(present, options);
  const double widest = *std::max_element(widths.begin(), widths.end());
  const double factor = widest / delta;
  const double needed = std::ceil(static_cast<double>(panel.rows) * factor * factor);
  return std::max(panel.rows, static_cast<std::size_t>(needed));
}

Agreement agreement(const ComparisonWithBest& one, const ComparisonWithBest& other) {
  if (!one.resolved || !other.resolved) return Agreement::unresolved;
  return one.best == other.best ? Agreement::agree : Agreement::disagree;
}

}  // namespace analysis
