#pragma once

#include <cmath>
#include <cstddef>

namespace analysis {

/// Mean and central moments of a sample, in one pass, to the third.
///
/// Keeps n, the mean, M2 = Σ(x − x̄)² and M3 = Σ(x − x̄)³. Update and merge after Chan, Golub & LeVeque (1979) and
/// Pébay (2008, Sandia report 6212, eqs. 2.1 and 3.1). Mergeable; the result of a merge depends, in the last bits, on
/// the order, so merge in a fixed order. Equal values give that value as the mean and exactly zero M2 and M3.
class Moments {
 public:
  void add(double x) {
    const double before = static_cast<double>(count_);
    ++count_;
    const double n = static_cast<double>(count_);
    const double delta = x - mean_;
    const double step = delta / n;
    const double square = delta * step * before;
    mean_ += step;
    m3_ += square * step * (n - 2) - 3 * step * m2_;
    m2_ += square;
  }

  void merge(const Moments& other) {
    if (other.count_ == 0) return;
    if (count_ == 0) {
      *this = other;
      return;
    }
    const double a = static_cast<double>(count_);
    const double b = static_cast<double>(other.count_);
    const double n = a + b;
    const double delta = other.mean_ - mean_;
    const double step = delta / n;
    m3_ += other.m3_ + delta * step * step * a * b * (a - b) + 3 * step * (a * other.m2_ - b * m2_);
    m2_ += other.m2_ + delta * step * a * b;
    mean_ += step * b;
    count_ += other.count_;
  }

  std::size_t count() const { return count_; }
  double mean() const { return mean_; }
  double m2() const { return m2_; }
  double m3() const { return m3_; }
  /// Σ(x − x̄)² / (n − 1); 0 for less than two values.
  double variance() const { return count_ < 2 ? 0 : m2_ / static_cast<double>(count_ - 1); }
  double deviation() const { return std::sqrt(variance()); }
  /// Adjusted Fisher–Pearson skewness: n Σ(x − x̄)³ / ((n − 1)(n − 2)) / s³; 0 for less than three values or none
  /// spread.
  double skewness() const {
    if (count_ < 3 || m2_ <= 0) return 0;
    const double n = static_cast<double>(count_);
    const double s = deviation();
    return n / (n - 1) * (m3_ / (n - 2)) / (s * s * s);
  }

 private:
  std::size_t count_ = 0;
  double mean_ = 0;
  double m2_ = 0;
  double m3_ = 0;
};

}  // namespace analysis
