#include "analysis/distribution.hpp"

#include <algorithm>
#include <cmath>

namespace analysis {

std::vector<Distribution> distributions(std::span<const Sample> samples) {
  constexpr double most_bins = 60;
  double low = absent;
  double high = absent;
  std::size_t largest = 0;
  for (const Sample& sample : samples) {
    largest = std::max(largest, sample.size());
    for (std::size_t r = 0; r < sample.size(); ++r) {
      const double value = sample.value(r);
      if (!known(value)) continue;
      low = known(low) ? std::min(low, value) : value;
      high = known(high) ? std::max(high, value) : value;
    }
  }
  std::vector<Distribution> result(samples.size());
  if (!known(low)) return result;
  const double wanted = std::ceil(4 * std::cbrt(static_cast<double>(largest)));
  const auto bins = high > low ? static_cast<std::size_t>(std::min(wanted, most_bins)) : 1;
  const double width = (high - low) / static_cast<double>(bins);
  for (std::size_t s = 0; s < samples.size(); ++s) {
    result[s] = {low, width, std::vector<std::uint32_t>(bins)};
    for (std::size_t r = 0; r < samples[s].size(); ++r) {
      const double value = samples[s].value(r);
      if (!known(value)) continue;
      const double bin = width > 0 ? std::floor((value - low) / width) : 0;
      ++result[s].counts[std::min(bins - 1, static_cast<std::size_t>(bin))];
    }
  }
  return result;
}

}  // namespace analysis
