#pragma once

#include <cmath>

/// The algebra of a customer's ways through a pipeline in which nobody waits.
namespace theory {

/// A set of ways: their chance, and chance × time, E[time; it is one of these ways] [min]. One after the other
/// multiplies, one or the other adds, any number of times over is a geometric series: the first two coefficients of
/// generating functions E[e^{−sT}] = chance − s × time + …
///
/// With a rate of decay s > 0 the expansion is about that s, so `chance` is E[e^{−sT}]: what a chance that decays while
/// the time goes by keeps.
struct Path {
  double chance = 1;
  double time = 0;

  double mean_time() const { return time / chance; }  ///< given that it is one of these ways
};

inline Path operator*(const Path& a, const Path& b) {
  return {a.chance * b.chance, a.chance * b.time + a.time * b.chance};
}
inline Path operator*(double chance, const Path& path) { return {chance * path.chance, chance * path.time}; }
inline Path operator+(const Path& a, const Path& b) { return {a.chance + b.chance, a.time + b.time}; }
/// Σ path^k, k = 0, 1, …
inline Path repeated(const Path& path) {
  const double rest = 1 - path.chance;
  return {1 / rest, path.time / (rest * rest)};
}
/// Σ path^k, k = 0, …, times − 1
inline Path repeated(const Path& path, int times) {
  Path sum{0, 0};
  Path power{1, 0};
  for (int k = 0; k < times; ++k) {
    sum = sum + power;
    power = power * path;
  }
  return sum;
}

/// Time that passes, of mean `m`: of which nothing but the mean matters where there is no decay.
inline Path passing(double m) { return {1, m}; }
/// A constant time, and an exponential one, under decay at rate `s`.
inline Path constant(double m, double s) { return {std::exp(-s * m), m * std::exp(-s * m)}; }
inline Path exponential(double m, double s) { return {1 / (1 + m * s), m / ((1 + m * s) * (1 + m * s))}; }

}  // namespace theory
