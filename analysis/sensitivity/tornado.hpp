#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/interval.hpp"
#include "analysis/sensitivity/factor.hpp"

namespace analysis {

/// How factors are varied one at a time.
struct TornadoOptions {
  Question question;
  std::uint32_t replications = 100;  ///< at each point, at least 2
  double confidence = 0.95;          ///< of all changes together (Bonferroni)
};

/// What becomes of the answer at one end of a factor's range, the others unchanged.
struct TornadoEnd {
  double value = 0;        ///< of the factor
  double answer = absent;  ///< estimate there
  double change = absent;  ///< answer − the base's, in the measure's unit
  Interval interval;       ///< of `change`
  bool resolved = false;   ///< the interval excludes zero
  bool turns = false;      ///< the answer has the other sign than the base's, and its own interval excludes zero
};

/// One factor.
struct TornadoBar {
  std::size_t factor = 0;  ///< its number
  TornadoEnd low;
  TornadoEnd high;
  double swing = absent;  ///< larger of the two |change|: bars are sorted by it
};

/// All factors, the one with the largest swing first; ties by number.
struct Tornado {
  double base = absent;    ///< answer with nothing varied
  Interval base_interval;  ///< its interval, at `confidence` by itself
  std::vector<TornadoBar> bars;
};

/// One-at-a-time sensitivity: 2k + 1 points on the same replications, so that a change is a paired difference and its
/// interval as narrow as the factor's own effect allows (Law 10.2.1; `interval_around`). With k factors each of the 2k
/// changes has confidence 1 − α/2k, and so has the answer at the point when it is asked whether it turns. An end that
/// equals the base is not run, and its change is 0.
Tornado tornado(Experiment& experiment, std::span<const Factor> factors, const TornadoOptions& options);

}  // namespace analysis
