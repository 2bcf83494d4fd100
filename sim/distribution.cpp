#include "sim/distribution.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "sim/elementary.hpp"

namespace sim {
namespace {

/// Mean of the law without its atom.
double mean_of(const Distribution& law) {
  switch (law.kind) {
    case Distribution::Kind::uniform:
      return (law.first + law.second) / 2;
    case Distribution::Kind::triangular:
      return (law.first + law.second + law.third) / 3;
    case Distribution::Kind::empirical: {
      if (law.values.empty()) return 0;
      double sum = 0;
      for (const double value : law.values) sum += value;
      return sum / static_cast<double>(law.values.size());
    }
    case Distribution::Kind::constant:
    case Distribution::Kind::exponential:
    case Distribution::Kind::lognormal:
    case Distribution::Kind::gamma:
    case Distribution::Kind::erlang:
    case Distribution::Kind::weibull:
      break;
  }
  return law.first;
}

/// Variance of the law without its atom.
double variance_of(const Distribution& law) {
  const double square = law.first * law.first;
  switch (law.kind) {
    case Distribution::Kind::constant:
      return 0;
    case Distribution::Kind::exponential:
      return square;
    case Distribution::Kind::lognormal:
    case Distribution::Kind::gamma:
      return square * law.second * law.second;
    case Distribution::Kind::erlang:
      return square / law.second;
    case Distribution::Kind::weibull: {
      const double first_moment = gamma_function(1 + 1 / law.second);
      return square * (gamma_function(1 + 2 / law.second) / (first_moment * first_moment) - 1);
    }
    case Distribution::Kind::uniform:
      return (law.second - law.first) * (law.second - law.first) / 12;
    case Distribution::Kind::triangular: {
      const double left = law.second - law.first;
      const double right = law.third - law.second;
      return (left * left + left * right + right * right) / 18;
    }
    case Distribution::Kind::empirical: {
      if (law.values.empty()) return 0;
      const double mean = mean_of(law);
      double sum = 0;
      for (const double value : law.values) sum += (value - mean) * (value - mean);
      return sum / static_cast<double>(law.values.size());
    }
  }
  return 0;
}

}  // namespace

double Distribution::mean() const { return (1 - zero) * mean_of(*this); }

double Distribution::variance() const {
  const double mean = mean_of(*this);
  return (1 - zero) * (variance_of(*this) + zero * mean * mean);
}

double gamma_function(double x) {
  if (x > 171.7) return std::numeric_limits<double>::infinity();
  double divisor = 1;
  while (x < 12) {
    divisor *= x;
    x += 1;
  }
  // log Γ(x) = (x − ½) log x − x + ½ log 2π + 1/(12 x) − 1/(360 x³) + …; the next term is below 2e-18.
  const double w = 1 / (x * x);
  const double series =
      (1.0 / 12 -
       w * (1.0 / 360 -
            w * (1.0 / 1260 - w * (1.0 / 1680 - w * (1.0 / 1188 - w * (691.0 / 360360 - w * (1.0 / 156))))))) /
      x;
  constexpr double root_of_two_pi = 2.5066282746310005024;
  const double half_power = pow(x, 0.5 * x - 0.25);  // its square may be too large for a double
  return half_power * exp(-x) * half_power * exp(series) * root_of_two_pi / divisor;
}

Sampler::Sampler(const Distribution& law) : kind_(law.kind), zero_(law.zero), scale_(law.first) {
  switch (law.kind) {
    case Distribution::Kind::constant:
    case Distribution::Kind::exponential:
      break;
    case Distribution::Kind::lognormal: {
      // cv² = e^(σ²) − 1 and mean = e^(μ + σ²/2), so e^μ = mean ÷ √(1 + cv²).
      const double ratio = 1 + law.second * law.second;
      shape_ = std::sqrt(log(ratio));
      scale_ = law.first / std::sqrt(ratio);
      if (shape_ == 0) become_constant(law.first);
      break;
    }
    case Distribution::Kind::gamma:
    case Distribution::Kind::erlang: {
      shape_ = law.kind == Distribution::Kind::erlang ? law.second : 1 / (law.second * law.second);
      scale_ = law.first / shape_;
      if (shape_ == std::numeric_limits<double>::infinity()) become_constant(law.first);
      break;
    }
    case Distribution::Kind::weibull: {
      shape_ = 1 / law.second;
      scale_ = law.first / gamma_function(1 + shape_);
      break;
    }
    case Distribution::Kind::uniform: {
      offset_ = law.first;
      scale_ = law.second - law.first;
      if (scale_ == 0) become_constant(law.first);
      break;
    }
    case Distribution::Kind::triangular: {
      offset_ = law.first;
      scale_ = law.third - law.first;
      shape_ = (law.second - law.first) / scale_;
      if (scale_ == 0) become_constant(law.first);
      break;
    }
    case Distribution::Kind::empirical: {
      values_ = law.values;
      std::sort(values_.begin(), values_.end());
      if (values_.empty()) {
        become_constant(0);
      } else if (values_.front() == values_.back()) {
        become_constant(values_.front());
      }
      break;
    }
  }
  if (zero_ >= 1) become_constant(0);
  if (is_constant() || scale_ != 0 || kind_ == Distribution::Kind::empirical || offset_ != 0) return;
  become_constant(0);  // mean 0
}

void Sampler::become_constant(double value) {
  kind_ = Distribution::Kind::constant;
  scale_ = value;
  if (value == 0) zero_ = 0;
  shape_ = 0;
  offset_ = 0;
  values_.clear();
}

double Sampler::transform(Stream& stream) const {
  switch (kind_) {
    case Distribution::Kind::constant:
      return scale_;
    case Distribution::Kind::exponential:
      return scale_ * stream.exponential();
    case Distribution::Kind::lognormal:
      return scale_ * exp(shape_ * stream.normal());
    case Distribution::Kind::gamma:
    case Distribution::Kind::erlang:
      return scale_ * stream.gamma(shape_);
    case Distribution::Kind::weibull:
      return scale_ * pow(stream.exponential(), shape_);
    case Distribution::Kind::uniform:
      return offset_ + scale_ * stream.uniform();
    case Distribution::Kind::triangular: {
      // Inversion of the law on (0, 1) with its mode at `shape_`.
      const double u = stream.uniform();
      const double place = u < shape_ ? std::sqrt(u * shape_) : 1 - std::sqrt((1 - u) * (1 - shape_));
      return offset_ + scale_ * place;
    }
    case Distribution::Kind::empirical: {
      const double count = static_cast<double>(values_.size());
      const auto index = static_cast<std::size_t>(stream.uniform() * count);
      return values_[std::min(index, values_.size() - 1)];
    }
  }
  return 0;
}

}  // namespace sim
