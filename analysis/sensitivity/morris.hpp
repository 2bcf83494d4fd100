#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "analysis/interval.hpp"
#include "analysis/sensitivity/factor.hpp"

namespace analysis {

/// How factors are screened.
struct MorrisOptions {
  Question question;
  std::uint32_t trajectories = 20;  ///< at least 2; 20 to 50 are usual
  std::uint32_t levels = 4;         ///< of each factor, even
  std::uint32_t replications = 5;   ///< at each point of a trajectory
  double confidence = 0.95;         ///< of each interval by itself
  std::uint32_t resamples = 1000;   ///< of the bootstrap
  std::uint64_t seed = 1;           ///< of trajectories and bootstrap
};

/// A factor's elementary effects: changes of the answer, in the measure's unit, per whole range of the factor.
struct MorrisEffect {
  std::size_t factor = 0;
  Figure mean;      ///< μ: mean effect; small beside μ* where effects differ in sign
  Figure absolute;  ///< μ*: mean of |effect|: how much the factor matters
  Figure spread;    ///< σ: deviation of the effects: how far the factor's effect depends on others or is curved
  double noise =
      absent;  ///< standard error that simulation alone leaves in one effect; σ and μ* of this size mean nothing
};

/// Screening by elementary effects (Morris 1991, Technometrics 33, 161; μ*: Campolongo, Cariboni & Saltelli 2007).
///
/// A trajectory starts at a random point of a grid of p levels and changes one factor after the other by
/// Δ = p/(2(p−1)) of its range, in random order and direction: k + 1 points, an effect of each factor. Every point of a
/// trajectory runs the same replications, and every trajectory its own, so that effects of different trajectories are
/// independent in design and chance alike, and a bootstrap over trajectories gives honest intervals. Where a factor has
/// whole values only, the effect is divided by the change that was really made, and is 0 where none was possible. Cost:
/// trajectories × (k + 1) points. In the order of the factors.
std::vector<MorrisEffect> morris(Experiment& experiment, std::span<const Factor> factors, const MorrisOptions& options);

}  // namespace analysis
