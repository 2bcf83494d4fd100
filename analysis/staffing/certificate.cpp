#include "analysis/staffing/certificate.hpp"

#include <algorithm>

#include "analysis/quantiles.hpp"

namespace analysis::staffing {

std::optional<std::uint32_t> failures_allowed(std::uint32_t n, double chance, double alpha) {
  if (n == 0 || clopper_pearson_lower(n, n, alpha) < chance) return std::nullopt;
  std::uint32_t low = 0;  // allowed
  std::uint32_t high = n;
  while (high - low > 1) {
    const std::uint32_t middle = low + (high - low) / 2;
    (clopper_pearson_lower(n - middle, n, alpha) >= chance ? low : high) = middle;
  }
  return low;
}

std::uint32_t fewest_replications(double chance, double alpha) {
  std::uint32_t high = 1;
  while (!failures_allowed(high, chance, alpha)) high *= 2;
  std::uint32_t low = high / 2;  // too few
  while (high - low > 1) {
    const std::uint32_t middle = low + (high - low) / 2;
    (failures_allowed(middle, chance, alpha) ? high : low) = middle;
  }
  return high;
}

}  // namespace analysis::staffing
