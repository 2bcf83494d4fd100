#include "analysis/staffing/standard.hpp"

#include <algorithm>
#include <cmath>

#include "sim/elementary.hpp"

namespace analysis::staffing {

StandardOutcome compare_with_standard(Trials& trials, const Plan& standard, const std::vector<Plan>& challengers,
                                      const std::vector<Plan>& excluded, const StandardTest& test) {
  StandardOutcome outcome;
  for (std::size_t i = 0; i < challengers.size(); ++i)
    if (std::find(excluded.begin(), excluded.end(), challengers[i]) == excluded.end()) outcome.open.push_back(i);
  const double degrees = test.first - 1;
  const double half = test.indifference / 2;
  const double eta = (sim::pow(2 * test.alpha / static_cast<double>(challengers.size()), -2 / degrees) - 1) / 2;
  const double h2 = 2 * eta * degrees;
  std::vector<double> variances(challengers.size(), 0.0);
  for (std::uint32_t count = test.first; !outcome.open.empty() && outcome.better.empty(); count += test.round) {
    std::vector<Plan> running{standard};
    for (const std::size_t i : outcome.open) running.push_back(challengers[i]);
    if (trials.spent() + trials.missing(running, count) > test.until) return outcome;
    trials.run(running, count);
    const double r = count;
    std::vector<std::size_t> open;
    std::vector<std::pair<double, std::size_t>> won;
    for (const std::size_t i : outcome.open) {
      const Gap gap = trials.gap(challengers[i], standard, count);
      if (count == test.first) variances[i] = gap.error * gap.error * r;
      const double ahead = gap.mean - half;
      const double wide = std::max(0.0, half / (2 * r) * (h2 * variances[i] / (half * half) - r));
      if (ahead > wide)
        won.emplace_back(-ahead, i);
      else if (ahead >= -wide && wide > 0)
        open.push_back(i);
    }
    std::sort(won.begin(), won.end());
    for (const auto& [behind, i] : won) outcome.better.push_back(i);
    outcome.open = std::move(open);
  }
  outcome.decided = outcome.open.empty() && outcome.better.empty();
  return outcome;
}

}  // namespace analysis::staffing
