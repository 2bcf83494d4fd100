#include "analysis/chance_of_best.hpp"

#include <algorithm>
#include <cstddef>

#include "analysis/resampling.hpp"

namespace analysis {
namespace {

/// Numerators and denominators of all systems, replication by replication: [(row * systems + system) * 2 + part].
std::vector<double> table_of(std::span<const Sample> samples) {
  std::size_t count = samples.front().size();
  for (const Sample& sample : samples) count = std::min(count, sample.size());
  std::vector<double> table;
  for (std::size_t r = 0; r < count; ++r) {
    const bool there = std::all_of(samples.begin(), samples.end(), [&](const Sample& s) { return known(s.above[r]); });
    if (!there) continue;
    for (const Sample& sample : samples) {
      table.push_back(sample.above[r]);
      table.push_back(sample.ratio ? sample.below[r] : 1);
    }
  }
  return table;
}

}  // namespace

std::vector<ChanceOfBest> chance_of_best(std::span<const Sample> all, bool larger_is_better,
                                         const BootstrapOptions& options) {
  std::vector<ChanceOfBest> result(all.size());
  std::vector<std::size_t> present;
  std::vector<Sample> samples;
  const Panel panel = panel_of(all);
  for (std::size_t s = 0; s < all.size(); ++s) {
    if (!known(panel.centers[s])) continue;
    present.push_back(s);
    samples.push_back(all[s]);
  }
  if (samples.empty()) return result;
  const std::size_t k = samples.size();
  const std::vector<double> table = table_of(samples);
  const std::size_t rows = table.size() / (2 * k);
  if (rows < 2) return result;
  const double sign = larger_is_better ? 1 : -1;
  const Resampling resampling(rows, options.seed, "chance of best");
  std::vector<double> wins(k, 0.0);
  std::vector<double> regret(k, 0.0);
  std::vector<double> sums(2 * k);
  std::vector<double> means(k);
  std::vector<std::uint32_t> items;
  double counted = 0;
  for (std::uint32_t b = 0; b < options.resamples; ++b) {
    resampling.draw(b, items);
    std::fill(sums.begin(), sums.end(), 0.0);
    for (const std::uint32_t item : items)
      for (std::size_t c = 0; c < 2 * k; ++c) sums[c] += table[item * 2 * k + c];
    bool defined = true;
    for (std::size_t s = 0; s < k; ++s) {
      defined = defined && sums[2 * s + 1] != 0;
      means[s] = sign * sums[2 * s] / sums[2 * s + 1];
    }
    if (!defined) continue;  // a ratio of a resample without any denominator
    ++counted;
    const double top = *std::max_element(means.begin(), means.end());
    const double ties = static_cast<double>(std::count(means.begin(), means.end(), top));
    for (std::size_t s = 0; s < k; ++s) {
      if (means[s] == top) wins[s] += 1 / ties;
      regret[s] += top - means[s];
    }
  }
  if (counted == 0) return result;
  for (std::size_t s = 0; s < k; ++s) result[present[s]] = {wins[s] / counted, regret[s] / counted};
  return result;
}

}  // namespace analysis
