#pragma once

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <string>

#include "models/catalogue.hpp"
#include "models/department.hpp"

/// Whether many replications agree with a closed form, at a declared chance of a false alarm.
namespace agreement {

/// Chance that a true closed form is refused, for each comparison: the standardised error is beyond the normal
/// quantile.
inline constexpr double false_alarm = 1e-5;
/// The x that a standard normal variate exceeds in absolute value with this chance, by halving.
inline double quantile() {
  double low = 0;
  double high = 40;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    (std::erfc(middle / std::sqrt(2.0)) > false_alarm ? low : high) = middle;
  }
  return high;
}

/// A sample, one value a replication, kept as sums of powers around a first guess of its mean.
class Sample {
 public:
  explicit Sample(double guess = 0) : guess_(guess) {}
  void add(double value) {
    double power = 1;
    for (double& sum : sums_) {
      sum += power;
      power *= value - guess_;
    }
  }
  double count() const { return sums_[0]; }
  double mean() const { return guess_ + sums_[1] / count(); }
  double variance() const { return moment(2) * count() / (count() - 1); }
  double error_of_mean() const { return std::sqrt(variance() / count()); }
  /// Of the variance: √((fourth central moment − variance²) ÷ n).
  double error_of_variance() const { return std::sqrt((moment(4) - moment(2) * moment(2)) / count()); }

 private:
  /// Central moment about the sample's mean.
  double moment(int order) const {
    const double shift = sums_[1] / count();
    double result = 0;
    double binomial = 1;
    double power = 1;
    for (int k = order; k >= 0; --k) {
      result += binomial * power * sums_[k] / count();
      power *= -shift;
      binomial *= static_cast<double>(k) / (order - k + 1);
    }
    return result;
  }

  double guess_;
  double sums_[5] = {};
};

inline void agrees(const std::string& what, double observed, double expected, double error) {
  const double tolerance = quantile() * error;
  INFO(what, ": expected ", expected, ", observed ", observed, ", error ", observed - expected, ", tolerance ",
       tolerance);
  CHECK(std::abs(observed - expected) <= tolerance);
}
inline void mean_agrees(const std::string& what, const Sample& sample, double expected) {
  agrees("mean of " + what, sample.mean(), expected, sample.error_of_mean());
}
inline void variance_agrees(const std::string& what, const Sample& sample, double expected) {
  agrees("variance of " + what, sample.variance(), expected, sample.error_of_variance());
}

/// Replications of the first department of a scenario, one after the other, seed 1.
class Replications {
 public:
  explicit Replications(const models::Scenario& scenario)
      : plan_(scenario, 0), catalogue_(models::catalogue(plan_)), divisors_(models::divisors(plan_)), at_work_(plan_) {}

  void run(std::uint32_t replication) { at_work_.run(1, replication); }
  /// A measure over the whole period.
  double operator[](const std::string& name) const {
    double sum = 0;
    for (std::uint32_t month = 0; month < months(); ++month) sum += value(name, month, false);
    const sim::Measure& measure = of(name);
    if (measure.estimator != sim::Estimator::ratio) return sum;
    double divisor = 0;
    for (std::uint32_t month = 0; month < months(); ++month) divisor += value(name, month, true);
    return sum / divisor;
  }
  /// The numerator of a measure in one month, counted from 0.
  double month(const std::string& name, std::uint32_t month) const { return value(name, month, false); }
  std::uint32_t months() const { return static_cast<std::uint32_t>(plan_.month_names.size()); }
  const models::DepartmentPlan& plan() const { return plan_; }

 private:
  const sim::Measure& of(const std::string& name) const { return catalogue_.measures.at(catalogue_.find(name)); }
  double value(const std::string& name, std::uint32_t month, bool divisor) const {
    const std::size_t slot = divisor ? of(name).denominator : of(name).numerator;
    return static_cast<double>(at_work_.ledger()[(month + 1) * catalogue_.slots + slot]) / divisors_[slot];
  }

  models::DepartmentPlan plan_;
  sim::Catalogue catalogue_;
  std::vector<double> divisors_;
  models::DepartmentAtWork<> at_work_;
};

/// A measure's values in so many replications.
inline Sample sample(Replications& replications, std::uint32_t count, const std::string& name, double guess = 0) {
  Sample result(guess);
  for (std::uint32_t replication = 0; replication < count; ++replication) {
    replications.run(replication);
    result.add(replications[name]);
  }
  return result;
}

}  // namespace agreement
