#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/interval.hpp"
#include "analysis/sensitivity/factor.hpp"

namespace analysis {

/// How the value is looked for at which the best system changes.
struct BreakevenOptions {
  std::size_t factor = 0;            ///< its number; the others stay at their base
  std::uint32_t replications = 200;  ///< at each point, at least 2
  std::size_t scan = 9;              ///< points over the factor's range, at least 2
  double tolerance = 1e-3;           ///< of a value, as a share of the range
  double confidence = 0.95;          ///< of each interval
  bool larger_is_better = true;
};

/// Where one system takes over from another.
struct Crossing {
  double value = absent;  ///< of the factor; of a whole one the first value at which `above` is the best
  Interval interval;      ///< of the value; an end that lies beyond the range is absent
  std::size_t below = 0;  ///< the best system below the value
  std::size_t above = 0;  ///< the best above it
};

/// What was seen at one value.
struct BreakevenPoint {
  double value = 0;
  std::size_t best = 0;
  std::vector<double> means;  ///< by system
};

struct Breakeven {
  std::vector<Crossing> crossings;     ///< by value; none: the same system is the best over the whole range
  std::vector<BreakevenPoint> points;  ///< all that were run, by value
};

/// Break-even values of one factor: where the system with the best estimate changes.
///
/// All points run the same n replications, so the estimates are fixed functions of the factor and nearly as smooth as
/// what they estimate. The range is scanned; between neighbours with different best systems the change is found by
/// halving (a third system between them is found on the way), and the value is where the two estimates' difference
/// crosses zero on a straight line through the last bracket. Changes that begin and end between two points of the scan
/// are missed.
///
/// Interval: the values at which the interval of the paired difference contains zero, so that it holds the true value
/// whenever the difference's interval at that value holds 0 (inversion of a test; Fieller's idea): its ends are where
/// the interval's own ends cross zero, found from the nearest points that are resolved.
Breakeven breakeven(Experiment& experiment, std::span<const Factor> factors, const BreakevenOptions& options);

}  // namespace analysis
