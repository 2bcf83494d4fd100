#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "analysis/interval.hpp"
#include "analysis/sample.hpp"

namespace analysis {

/// What is asked of a single run's chances.
struct RiskOptions {
  double confidence = 0.95;                     ///< of each interval by itself
  double tail = 0.05;                           ///< share of runs that count as the bad ones, in (0, 1/2]
  bool larger_is_better = true;                 ///< bad runs are the low ones
  std::optional<double> target = std::nullopt;  ///< value that a run is to reach
  std::uint32_t resamples = 2000;               ///< of the bootstrap, where there are few bad runs
  std::uint64_t seed = 1;                       ///< of the bootstrap
};

/// A share of replications, and its interval (Wilson).
struct Chance {
  double share = absent;
  Interval interval;
};

/// How bad a single run may be: of the replications' own values, which are what differs from one year to another, not
/// of the mean. In the measure's unit.
struct Risk {
  double at_risk = absent;  ///< value at risk: a share `tail` of the runs is at least as bad; X_(⌈np⌉) from the bad end
  Interval at_risk_interval;   ///< of order statistics; an end that n runs cannot bound is absent
  double expected = absent;    ///< conditional value at risk: mean of the worst `tail` of the runs
  Interval expected_interval;  ///< its interval
  bool bootstrapped = false;   ///< that interval is a bootstrap's, as there are less than 50 bad runs
  bool few = false;            ///< less than 20 bad runs: both figures are rough
  Chance loss;                 ///< of a value below 0, whatever is better
  std::optional<Chance> miss;  ///< of a value that does not reach the target
  std::size_t runs = 0;        ///< replications with a value of their own
};

/// Risk of one system.
///
/// With losses L = −value (value where smaller is better), sorted, p = 1 − tail: v = L_(⌈np⌉),
/// CVaR = v + Σ(L_i − v)⁺/(n(1−p)) (Rockafellar & Uryasev 2000, J. of Risk 2, 21), which for whole n(1−p) is the mean
/// of the n(1−p) worst. Its interval rests on Var[v + (L − v)⁺/(1−p)]/n (Trindade, Uryasev, Shapiro & Zrazhevsky 2007;
/// Hong & Liu 2009, Management Science 55, 281), a normal one, or on percentiles of a bootstrap where n(1−p) < 50.
Risk risk_of(const Sample& sample, const RiskOptions& options);

}  // namespace analysis
