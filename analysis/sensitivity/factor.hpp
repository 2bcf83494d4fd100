#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analysis/experiment.hpp"
#include "analysis/moments.hpp"

namespace analysis {

/// A number whose influence is asked for, and its range.
struct Factor {
  std::string name;    ///< by which whoever binds it knows it
  double low = 0;      ///< least value, in the unit of whoever binds it
  double high = 1;     ///< largest value, above `low`
  double base = 0;     ///< value when nothing is varied, in [low, high]
  bool whole = false;  ///< only whole values

  /// The value at the share `u`, in [0, 1], of the range; the nearest whole one where only those are allowed.
  double at(double u) const;
  /// The `u`-quantile of the belief that the value is `base`, or something between `low` and `high`: the triangular law
  /// with its mode at `base`; the nearest whole value where only those are allowed.
  double believed(double u) const;

 private:
  double allowed(double value) const;
};

/// What is asked of the systems at a point: a system's measure, or how much it is above another's.
struct Question {
  std::size_t system = 0;
  std::optional<std::size_t> minus = std::nullopt;  ///< the other system
};

/// The answer at one point, by replication: linearised values, or their paired differences; `absent` where a system has
/// no value.
struct Answer {
  double center = absent;      ///< estimate of its expectation
  std::vector<double> values;  ///< by replication
};

/// The answer at a point that has been run.
Answer answer_at(const Experiment& experiment, std::size_t point, const Question& question);

/// Runs what a question needs at these points.
void run_for(Experiment& experiment, std::span<const std::size_t> points, const Question& question,
             std::uint32_t replications);

/// Systems that a question needs, 1 or 2.
inline std::size_t systems_of(const Question& question) { return question.minus ? 2 : 1; }

/// Values of all factors with nothing varied.
std::vector<double> base_of(std::span<const Factor> factors);

/// Moments of the known ones.
Moments moments_of_known(std::span<const double> values);

}  // namespace analysis
