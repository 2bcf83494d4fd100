#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "sim/draws.hpp"

namespace sim {

/// A law of a non-negative quantity, as plain parameters. Its unit is that of the parameters (µs, hundredths of money
/// …).
///
/// | kind        | first | second                          | third | values                              |
/// |-------------|-------|---------------------------------|-------|-------------------------------------|
/// | constant    | value |                                 |       |                                     |
/// | exponential | mean  |                                 |       |                                     |
/// | lognormal   | mean  | cv, of the quantity             |       |                                     |
/// | gamma       | mean  | cv; the shape is 1/cv²          |       |                                     |
/// | erlang      | mean  | k ≥ 1: the gamma law of shape k |       |                                     |
/// | weibull     | mean  | shape                           |       |                                     |
/// | uniform     | low   | high                            |       |                                     |
/// | triangular  | low   | mode                            | high  |                                     |
/// | empirical   |       |                                 |       | observations, all with equal chance |
///
/// cv is the coefficient of variation: standard deviation ÷ mean. A cv of 0, or low = high, means a constant.
/// Parameters are taken as they are: whoever reads them from a user checks that none is negative, shapes are
/// positive, low ≤ mode ≤ high and values are not empty.
struct Distribution {
  enum class Kind : std::uint8_t {
    constant,
    exponential,
    lognormal,
    gamma,
    erlang,
    weibull,
    uniform,
    triangular,
    empirical
  };

  Kind kind = Kind::constant;
  double first = 0;
  double second = 0;
  double third = 0;
  std::vector<double> values;
  double zero = 0;  ///< probability of an atom at zero: with it the quantity is 0, else it follows the law above

  static Distribution constant(double value) { return {Kind::constant, value, 0, 0, {}, 0}; }
  static Distribution exponential(double mean) { return {Kind::exponential, mean, 0, 0, {}, 0}; }
  static Distribution lognormal(double mean, double cv) { return {Kind::lognormal, mean, cv, 0, {}, 0}; }
  static Distribution gamma(double mean, double cv) { return {Kind::gamma, mean, cv, 0, {}, 0}; }
  static Distribution erlang(double mean, double k) { return {Kind::erlang, mean, k, 0, {}, 0}; }
  static Distribution weibull(double mean, double shape) { return {Kind::weibull, mean, shape, 0, {}, 0}; }
  static Distribution uniform(double low, double high) { return {Kind::uniform, low, high, 0, {}, 0}; }
  static Distribution triangular(double low, double mode, double high) {
    return {Kind::triangular, low, mode, high, {}, 0};
  }
  static Distribution empirical(std::vector<double> values) { return {Kind::empirical, 0, 0, 0, std::move(values), 0}; }
  /// The same law with an atom at zero.
  Distribution with_zero(double probability) const {
    Distribution result = *this;
    result.zero = probability;
    return result;
  }

  /// Atom included: (1 − zero) × mean of the law.
  double mean() const;
  /// Atom included: (1 − zero) × (variance of the law + zero × its mean²). That of `empirical` divides by the number of
  /// values, since these are the whole law and not a sample of it.
  double variance() const;
  bool operator==(const Distribution&) const = default;
};

/// Γ(x) for x > 0, relative error below 1e-14, the same bits on every machine: Stirling's series (Abramowitz & Stegun
/// 6.1.40) at an argument raised to 12 or more, led back by Γ(x + 1) = x Γ(x).
double gamma_function(double x);

/// Draws from a distribution; what can be computed beforehand is.
///
/// At the same address the draw is monotone in the parameters of scale, because it is a base variate transformed: mean
/// × E, e^μ × e^(σZ), scale × E^(1/shape), low + (high − low) × U, scale × a gamma variate; empirical values are those
/// of the sorted list at U. The atom at zero takes one uniform, before anything else and only when its probability is
/// positive: so changing the law does not change who draws a zero, but adding an atom to a law without one changes its
/// draws.
class Sampler {
 public:
  /// Always 0.
  Sampler() = default;
  explicit Sampler(const Distribution& law);

  double operator()(Stream& stream) const {
    if (zero_ > 0 && stream.uniform() < zero_) return 0;
    if (kind_ == Distribution::Kind::exponential) return scale_ * stream.exponential();
    if (kind_ == Distribution::Kind::constant) return scale_;
    return transform(stream);
  }
  /// Whether every draw is the same, so that none need be made.
  bool is_constant() const { return kind_ == Distribution::Kind::constant && !(zero_ > 0); }
  /// What the law gives apart from the atom, if that is a constant.
  double constant_value() const { return scale_; }

 private:
  double transform(Stream& stream) const;
  void become_constant(double value);

  Distribution::Kind kind_ = Distribution::Kind::constant;
  double zero_ = 0;
  double scale_ = 0;  ///< mean, e^μ, or whatever else multiplies the base variate
  double shape_ = 0;  ///< lognormal: σ; gamma, erlang: shape; weibull: 1/shape; triangular: place of the mode in (0, 1)
  double offset_ = 0;           ///< uniform, triangular: low
  std::vector<double> values_;  ///< sorted
};

}  // namespace sim
