#include "sim/residual.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "sim/elementary.hpp"

namespace sim {
namespace {

/// The t in (0, width] at which t² (square + cube × t) is `value`; the cubic rises in between.
double root_of_cubic(double square, double cube, double width, double value) {
  double low = 0;
  double high = width;
  for (int halvings = 0; halvings < std::numeric_limits<double>::digits; ++halvings) {
    const double middle = (low + high) / 2;
    (middle * middle * (square + cube * middle) < value ? low : high) = middle;
  }
  return high;
}

}  // namespace

double mean_residual(const Distribution& gaps) {
  const double mean = gaps.mean();
  return mean > 0 ? (gaps.variance() / mean + mean) / 2 : 0;
}

ResidualSampler::ResidualSampler(const Distribution& gaps) {
  if (!(gaps.mean() > 0)) return;
  kind_ = gaps.kind;
  scale_ = gaps.first;
  switch (gaps.kind) {
    case Distribution::Kind::constant:
      break;
    case Distribution::Kind::exponential:
      shape_ = 2;
      break;
    case Distribution::Kind::lognormal: {
      // mean = e^(μ + σ²/2) and 1 + cv² = e^(σ²), so e^(μ + σ²) = mean × √(1 + cv²).
      const double ratio = 1 + gaps.second * gaps.second;
      scale_ = gaps.first * std::sqrt(ratio);
      shape_ = std::sqrt(log(ratio));
      break;
    }
    case Distribution::Kind::gamma:
    case Distribution::Kind::erlang: {
      const double shape = gaps.kind == Distribution::Kind::erlang ? gaps.second : 1 / (gaps.second * gaps.second);
      if (shape == std::numeric_limits<double>::infinity()) {
        kind_ = Distribution::Kind::constant;
        break;
      }
      scale_ = gaps.first / shape;
      shape_ = shape + 1;
      break;
    }
    case Distribution::Kind::weibull:
      power_ = 1 / gaps.second;
      shape_ = 1 + power_;
      scale_ = gaps.first / gamma_function(shape_);
      break;
    case Distribution::Kind::uniform:
      scale_ = gaps.second;
      low_ = gaps.first / gaps.second;
      break;
    case Distribution::Kind::triangular:
      low_ = gaps.first;
      shape_ = gaps.second;
      scale_ = gaps.third;
      if (low_ == scale_) kind_ = Distribution::Kind::constant;
      break;
    case Distribution::Kind::empirical: {
      values_ = gaps.values;
      std::sort(values_.begin(), values_.end());
      double sum = 0;
      for (const double value : values_) sums_.push_back(sum += value);
      break;
    }
  }
}

double ResidualSampler::length_biased(Stream& stream) const {
  switch (kind_) {
    case Distribution::Kind::constant:
      return scale_;
    case Distribution::Kind::exponential:
    case Distribution::Kind::gamma:
    case Distribution::Kind::erlang:
      return scale_ * stream.gamma(shape_);
    case Distribution::Kind::lognormal:
      return scale_ * exp(shape_ * stream.normal());
    case Distribution::Kind::weibull:
      return scale_ * pow(stream.gamma(shape_), power_);
    case Distribution::Kind::uniform: {
      // The squares are uniform: √(low² + U (high² − low²)).
      const double square = low_ * low_;
      return scale_ * std::sqrt(square + stream.uniform() * (1 - square));
    }
    case Distribution::Kind::triangular:
      return triangular_at(stream.uniform());
    case Distribution::Kind::empirical: {
      const auto found = std::upper_bound(sums_.begin(), sums_.end(), stream.uniform() * sums_.back());
      const auto index = static_cast<std::size_t>(found - sums_.begin());
      return values_[std::min(index, values_.size() - 1)];
    }
  }
  return 0;
}

/// With y = x − low, the integral of x f(x) from low to x ≤ mode is y² (low + ⅔ y) ÷ (width × left); with z = high − x,
/// that from x ≥ mode to high is z² (high − ⅔ z) ÷ (width × right). Together they are the mean.
double ResidualSampler::triangular_at(double probability) const {
  const double high = scale_;
  const double width = high - low_;
  const double left = shape_ - low_;
  const double right = high - shape_;
  const double mean = (low_ + shape_ + high) / 3;
  const double below = probability * mean * width;
  if (below < left * (low_ + 2.0 / 3 * left)) return low_ + root_of_cubic(low_, 2.0 / 3, left, below * left);
  return high - root_of_cubic(high, -2.0 / 3, right, (1 - probability) * mean * width * right);
}

}  // namespace sim
