#include "analysis/precision.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/comparison.hpp"
#include "analysis/estimate.hpp"

namespace analysis {
namespace {

/// Longer arm of an interval over |scale|.
double relative(double mean, double low, double high, double scale) {
  const double half = std::max(high - mean, mean - low);
  if (!known(low) || !known(high) || !known(scale)) return absent;
  return half == 0 ? 0 : half / std::fabs(scale);
}

/// The look after `count` replications.
std::uint32_t next_look(std::uint32_t count, const PrecisionRule& rule) {
  if (count < rule.first) return std::min(rule.first, rule.cap);
  const std::uint32_t looks = (count - rule.first) / rule.step + 1;
  const std::uint64_t next = std::uint64_t{rule.first} + std::uint64_t{looks} * rule.step;
  return next < rule.cap ? static_cast<std::uint32_t>(next) : rule.cap;
}

/// How many replications will do, if `count` gave `reached`.
std::uint32_t expected(std::uint32_t count, double reached, const PrecisionRule& rule) {
  const double factor = reached / rule.precision;
  const double wanted = static_cast<double>(count) * factor * factor;
  if (!(wanted < static_cast<double>(rule.cap))) return rule.cap;
  return std::clamp(static_cast<std::uint32_t>(wanted), next_look(count, rule), rule.cap);
}

}  // namespace

double relative_half_width(std::span<const Series> systems, const PrecisionRule& rule) {
  double largest = 0;
  const auto include = [&largest](double width) { largest = known(width) ? std::max(largest, width) : absent; };
  if (rule.target == PrecisionRule::Target::means || systems.size() == 1) {
    for (const Series& series : systems) {
      const Estimate here = estimate(series, rule.confidence);
      include(relative(here.mean, here.low, here.high, here.mean));
      if (!known(largest)) return absent;
    }
    return largest;
  }
  const double scale = linearise(systems[rule.baseline]).center;
  const double share = (1 - rule.confidence) / static_cast<double>(systems.size() - 1);
  for (std::size_t s = 0; s < systems.size(); ++s) {
    if (s == rule.baseline) continue;
    const Difference here = difference(systems[s], systems[rule.baseline], 1 - share, rule.paired);
    include(relative(here.mean, here.low, here.high, scale));
    if (!known(largest)) return absent;
  }
  return largest;
}

PrecisionReached run_until_precise(sim::Replications& replications, const PrecisionRule& rule,
                                   const std::stop_token& stop, const sim::Replications::Progress& progress) {
  PrecisionReached result;
  std::uint32_t hoped = rule.cap;
  sim::Replications::Progress tell;
  if (progress) tell = [&](std::uint32_t done, std::uint32_t) { progress(done, std::max(done, hoped)); };
  series_of(replications, rule.measure, 0);  // an unknown measure must not cost a run
  for (;;) {
    const std::uint32_t look = next_look(result.replications, rule);
    if (replications.count() < look) {
      const std::uint64_t batch = std::uint64_t{replications.count()} + rule.ahead;
      const std::uint64_t target = std::clamp<std::uint64_t>(batch, look, rule.cap);
      replications.run_to(static_cast<std::uint32_t>(target), stop, tell);
    }
    result.stopped = replications.count() < look;
    result.replications = std::min(look, replications.count());
    result.reached = relative_half_width(series_of(replications, rule.measure, result.replications), rule);
    if (result.stopped) return result;
    result.resolved = look >= rule.first && result.reached <= rule.precision;
    if (result.resolved || look >= rule.cap) return result;
    if (known(result.reached)) hoped = expected(look, result.reached, rule);
  }
}

}  // namespace analysis
