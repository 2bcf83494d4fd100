#pragma once

#include <cmath>
#include <functional>
#include <numbers>
#include <vector>

#include "analysis/experiment.hpp"
#include "analysis/sensitivity/factor.hpp"
#include "sim/draws.hpp"
#include "tests/analysis/samples.hpp"

/// Systems whose measure is a known function of factors, with noise of several kinds.
namespace functions {

using Function = std::function<double(std::span<const double>)>;

/// What chance adds to the function.
struct Noise {
  double common = 0;  ///< deviation of a part that all points and systems share in a replication
  double own = 0;     ///< deviation of a part that every point has for itself
  std::uint64_t seed = 1;
};

/// A system for each function.
class Systems : public analysis::Factory {
 public:
  explicit Systems(std::vector<Function> functions, Noise noise = {})
      : functions_(std::move(functions)), noise_(noise) {}
  std::size_t systems() const override { return functions_.size(); }
  std::unique_ptr<sim::System> make(std::size_t system, std::span<const double> values) const override {
    const double center = functions_[system](values);
    sim::Word address = static_cast<sim::Word>(system) * 2654435761U + 1;
    for (const double value : values) address = sim::word(std::to_string(value) + "/" + std::to_string(address));
    const Noise noise = noise_;
    return std::make_unique<samples::FunctionSystem>(
        samples::catalogue_of(sim::Estimator::mean), [center, address, noise](std::uint32_t replication) {
          const sim::Draws draws(noise.seed, replication);
          const double common = noise.common == 0 ? 0 : noise.common * draws.normal(0, 0);
          const double own = noise.own == 0 ? 0 : noise.own * draws.normal(address, 1);
          return sim::Observation{{center + common + own, 0}, {}, {}};
        });
  }

 private:
  std::vector<Function> functions_;
  Noise noise_;
};

/// Factors with these ranges, their middle as base.
inline std::vector<analysis::Factor> factors_of(std::size_t count, double low, double high) {
  std::vector<analysis::Factor> factors;
  for (std::size_t f = 0; f < count; ++f)
    factors.push_back({std::string("x") += std::to_string(f), low, high, (low + high) / 2, false});
  return factors;
}

/// Ishigami & Homma (1990): sin x₁ + 7 sin² x₂ + .1 x₃⁴ sin x₁ on (−π, π)³.
inline double ishigami(std::span<const double> x) {
  const double two = std::sin(x[1]);
  return std::sin(x[0]) + 7 * two * two + 0.1 * std::pow(x[2], 4) * std::sin(x[0]);
}
inline std::vector<analysis::Factor> ishigami_factors() { return factors_of(3, -std::numbers::pi, std::numbers::pi); }

/// Sobol's g: Π (|4x_i − 2| + a_i)/(1 + a_i) on (0, 1)^k.
inline Function sobol_g(std::vector<double> a) {
  return [a](std::span<const double> x) {
    double product = 1;
    for (std::size_t i = 0; i < a.size(); ++i) product *= (std::fabs(4 * x[i] - 2) + a[i]) / (1 + a[i]);
    return product;
  };
}

}  // namespace functions
