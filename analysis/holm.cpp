#include "analysis/holm.hpp"

#include <algorithm>
#include <cstddef>

#include "analysis/absent.hpp"

namespace analysis {

std::vector<double> holm_adjusted(std::span<const double> p_values) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p_values.size(); ++i)
    if (known(p_values[i])) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
  std::vector<double> result(p_values.size(), absent);
  double largest = 0;
  for (std::size_t rank = 0; rank < order.size(); ++rank) {
    const double adjusted = static_cast<double>(order.size() - rank) * p_values[order[rank]];
    largest = std::min(1.0, std::max(largest, adjusted));
    result[order[rank]] = largest;
  }
  return result;
}

}  // namespace analysis
