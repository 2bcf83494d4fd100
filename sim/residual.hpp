#pragma once

#include <vector>

#include "sim/distribution.hpp"

namespace sim {

/// Mean time from a random moment to the next renewal, when the gaps X between renewals follow this law: E[X²] ÷
/// (2 E[X]), which is (variance ÷ mean + mean) ÷ 2. More than half a gap, because a random moment falls into long gaps
/// more often than into short ones. 0 if the law's mean is. Unit: that of the gaps.
double mean_residual(const Distribution& gaps);

/// Draws the time from a random moment to the next renewal of a process that has run for ever, its gaps following a
/// law: a client's next need, the rest of a tenure. A process whose first renewal is such a draw, and whose further
/// gaps are draws from the law, is stationary: any span of time holds (span ÷ mean gap) renewals on average.
///
/// The density is (1 − F(x)) ÷ mean (Cox, Renewal Theory, 5.2). The moment falls into a gap with a chance proportional
/// to the gap's length, and lies uniformly in it: so the draw is U × L, where L has the length-biased density x f(x) ÷
/// mean. U is the address's first uniform whatever the law. L is
///
/// | law                | L                                                                              |
/// |--------------------|--------------------------------------------------------------------------------|
/// | constant           | the constant                                                                   |
/// | exponential        | gamma of shape 2, same scale                                                   |
/// | gamma, erlang      | gamma of shape + 1, same scale                                                 |
/// | lognormal(μ, σ)    | lognormal(μ + σ², σ)                                                           |
/// | weibull(scale, k)  | scale × G^(1/k), G gamma of shape 1 + 1/k                                      |
/// | uniform, empirical | inverse of its distribution function at one uniform, in closed form            |
/// | triangular         | the same, by halving: on either side of the mode the function is a cubic       |
///
/// Gaps of length zero take up no time: an atom at zero changes nothing, not even the draw. A draw is positive, unless
/// the mean is 0: then it is 0. Monotone in the parameters of scale at the same address, as `Sampler` is.
class ResidualSampler {
 public:
  /// Always 0.
  ResidualSampler() = default;
  explicit ResidualSampler(const Distribution& gaps);

  double operator()(Stream& stream) const {
    const double place = stream.uniform();
    return place * length_biased(stream);
  }

 private:
  double length_biased(Stream& stream) const;
  double triangular_at(double probability) const;

  Distribution::Kind kind_ = Distribution::Kind::constant;
  double scale_ = 0;  ///< what multiplies the base variate; uniform and triangular: high
  double shape_ = 0;  ///< lognormal: σ; exponential, gamma, erlang, weibull: of the gamma variate; triangular: mode
  double power_ = 0;  ///< weibull: 1/k
  double low_ = 0;    ///< uniform: low ÷ high; triangular: low
  std::vector<double> values_;  ///< empirical: sorted
  std::vector<double> sums_;    ///< empirical: of the values up to and with this one
};

}  // namespace sim
