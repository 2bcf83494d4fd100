#pragma once

#include <cmath>
#include <cstdint>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "sim/system.hpp"

namespace samples {

/// Random numbers for tests, the same with every standard library: a Mersenne twister and own transformations.
class Generator {
 public:
  explicit Generator(std::uint64_t seed) : engine_(seed) {}
  /// In the open interval (0, 1).
  double uniform() { return (static_cast<double>(engine_() >> 11) + 0.5) * 0x1p-53; }
  double exponential() { return -std::log(uniform()); }
  /// Standard normal by Box and Muller's polar form.
  double normal() {
    if (spare_) {
      spare_ = false;
      return second_;
    }
    for (;;) {
      const double x = 2 * uniform() - 1;
      const double y = 2 * uniform() - 1;
      const double square = x * x + y * y;
      if (square >= 1 || square == 0) continue;
      const double scale = std::sqrt(-2 * std::log(square) / square);
      second_ = y * scale;
      spare_ = true;
      return x * scale;
    }
  }
  /// Poisson by counting exponential gaps.
  int poisson(double mean) {
    int count = -1;
    for (double left = mean; left >= 0; left -= exponential()) ++count;
    return count;
  }

 private:
  std::mt19937_64 engine_;
  double second_ = 0;
  bool spare_ = false;
};

/// A catalogue with one measure, called `value`: of a mean in slot 0, of a ratio of slot 0 to slot 1, or of a quantile
/// of histogram 0 in seconds.
inline sim::Catalogue catalogue_of(sim::Estimator estimator, double probability = 0) {
  sim::Catalogue catalogue;
  sim::Measure measure;
  measure.name = "value";
  measure.unit = estimator == sim::Estimator::quantile ? "s" : "RUB";
  measure.definition = "A number.";
  measure.estimator = estimator;
  measure.denominator = estimator == sim::Estimator::ratio ? 1 : 0;
  measure.probability = probability;
  measure.histogram_unit = estimator == sim::Estimator::quantile ? static_cast<double>(sim::second) : 1.0;
  catalogue.measures.push_back(measure);
  catalogue.slots = 2;
  catalogue.histograms = estimator == sim::Estimator::quantile ? 1 : 0;
  return catalogue;
}

/// Observations whose slot 0 holds these values.
inline sim::Observations rows_of(const std::vector<double>& values) {
  sim::Observations rows;
  for (const double value : values) rows.push_back({{value, 0}, {}, {}});
  return rows;
}

/// Observations whose slots 0 and 1 hold these pairs.
inline sim::Observations rows_of(const std::vector<std::pair<double, double>>& pairs) {
  sim::Observations rows;
  for (const auto& [numerator, denominator] : pairs) rows.push_back({{numerator, denominator}, {}, {}});
  return rows;
}

/// Observations with one histogram each, of these spans [s].
inline sim::Observations rows_of(const std::vector<std::vector<double>>& spans) {
  sim::Observations rows;
  for (const std::vector<double>& row : spans) {
    sim::Histogram histogram;
    for (const double span : row) histogram.add(static_cast<sim::Time>(span * static_cast<double>(sim::second)));
    rows.push_back({{0, 0}, {}, {histogram.compact()}});
  }
  return rows;
}

/// A system whose observation of replication r is a function of r.
class FunctionSystem : public sim::System {
 public:
  using Function = std::function<sim::Observation(std::uint32_t replication)>;
  FunctionSystem(sim::Catalogue catalogue, Function function)
      : catalogue_(std::move(catalogue)), function_(std::move(function)) {}
  const sim::Catalogue& catalogue() const override { return catalogue_; }
  std::unique_ptr<sim::Worker> worker() const override {
    struct Calling : sim::Worker {
      explicit Calling(const Function& called) : function(called) {}
      sim::Observation observe(std::uint32_t replication) override { return function(replication); }
      const Function& function;
    };
    return std::make_unique<Calling>(function_);
  }

 private:
  sim::Catalogue catalogue_;
  Function function_;
};

}  // namespace samples
