#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/interval.hpp"
#include "analysis/sensitivity/factor.hpp"

namespace analysis {

/// How beliefs are drawn.
struct BeliefOptions {
  std::uint32_t draws = 200;        ///< B, at least 2; 1,000 for the outer percentiles of an interval
  std::uint32_t replications = 10;  ///< r at each draw, at least 2, the same for all
  std::uint64_t seed = 1;           ///< of the draws
};

/// Draws from the beliefs: what each factor is, and the points that were run.
struct BeliefDraws {
  std::vector<std::vector<double>> values;  ///< [factor][draw]
  std::vector<std::size_t> points;          ///< by draw
  std::uint32_t replications = 0;           ///< at each
};

/// Draws every factor from its belief (`Factor::believed`), independently, and runs all systems there on the same
/// replications. Draw b of a factor is a pure function of seed, the factor's name and b: leaving a factor out changes
/// nothing in the others. Throws as `Experiment::extend`.
BeliefDraws draw_beliefs(Experiment& experiment, std::span<const Factor> factors, const BeliefOptions& options);

/// What is not known of an answer's expectation, and why. In the measure's unit.
struct Uncertainty {
  double mean = absent;                      ///< over beliefs and replications
  Interval simulation;                       ///< for want of replications: what more of them would make narrower
  Interval assumptions;                      ///< for want of knowledge: what more replications leave as it is
  Interval total;                            ///< both together
  double deviation_of_assumptions = absent;  ///< of the expectation over the beliefs
  double deviation_of_runs = absent;         ///< of a single run about its expectation: next year's chance
  std::size_t replications = 0;              ///< at each draw that could be used
};

/// Splits the uncertainty of an answer.
///
/// Two-way table Y_br = μ + A_b + R_r + E_br, replications being the same for all draws: σ_E² = MS_E,
/// σ_A² = max(0, (MS_A − MS_E)/r), and the variance that replications leave in the grand mean is MS_R/(Br).
/// - simulation: ȳ ± t(r−1) √(MS_R/(Br));
/// - assumptions: X₍l₎ … X₍B+1−l₎ with l = ⌊(B + 1)α/2⌋, absent where l = 0 (95 %: fewer than 39 draws), of
///   ȳ + c(ȳ_b − ȳ), c = √(σ_A²/(σ_A² + σ_E²/r)), so that noise does not widen them (Barton,
///   Lam & Song 2018, Winter Simulation Conference; Cheng & Holland 1997);
/// - total: the two arms on each side added as squares.
/// Replications in which some draw has no value are left out; less than two of them give no intervals.
Uncertainty uncertainty_of(const Experiment& experiment, const BeliefDraws& draws, const Question& question,
                           double confidence);

/// How knowledge is valued.
struct KnowledgeOptions {
  double confidence = 0.95;  ///< of each interval by itself
  bool larger_is_better = true;
  std::uint32_t resamples = 200;  ///< of the bootstrap, and shufflings
  std::uint64_t seed = 1;         ///< of both
};

/// What it is worth to know one factor before choosing, in the measure's unit.
struct ValueOfKnowing {
  std::size_t factor = 0;
  Figure value;           ///< expected gain of choosing the system after having learned the factor's value
  double floor = absent;  ///< what a factor without any influence would seem to be worth in 95 % of cases
  bool resolved = false;  ///< `value` is above `floor`
};

/// The value of information.
struct KnowledgeValue {
  std::size_t best = 0;  ///< the system to choose as things are: the best mean over the beliefs
  Figure everything;     ///< expected gain of knowing all factors: the most that any study can be worth
  bool moved = false;    ///< the assumptions are seen to move some difference; else σ_A is estimated as 0
  std::vector<ValueOfKnowing> factors;
  std::vector<Figure> share_best;  ///< by system: share of the beliefs in which it has the best expectation
};

/// Expected value of partial perfect information by regression (Strong, Oakley & Brennan 2014, Medical Decision Making
/// 34, 311): with D_s = Y_s − Y_best over the draws, E[D_s | θ_i] is fitted by a natural cubic spline of four degrees
/// of freedom (fewer where the factor has fewer values), and the value is the mean of max(0, max_s fitted).
/// `everything` and `share_best` take the draws' own differences, drawn together as in `Uncertainty::assumptions`;
/// `everything` is at least what any factor is resolved to be worth.
///
/// Intervals: percentiles of resamples of draws and replications together (as Owen 2007, Annals of Applied Statistics
/// 1, 386). Draws are drawn with replacement. Of replications there are few, and a plain bootstrap of them would be too
/// sure of itself; so a resample adds Σ_r w_r (D_br − D̄_b) to the mean of draw b, the same w for all draws and systems,
/// w_r = (z_r − z̄) / √(r χ²(r − 1)): a Student variable of r − 1 degrees times the mean's standard error. Where noise
/// of single draws is large they are too wide. `floor`: the larger of the 95 % quantiles of the worth with the factor's
/// values shuffled, and of nothing but what such resamples add. A system that has no value at any draw takes no part.
/// Replications in which one of the others has none at some draw are left out; less than two of them, of the draws or
/// of the systems tell nothing: everything is absent.
KnowledgeValue value_of_knowledge(const Experiment& experiment, const BeliefDraws& draws,
                                  const KnowledgeOptions& options);

}  // namespace analysis
