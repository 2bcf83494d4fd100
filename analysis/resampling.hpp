#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "analysis/interval.hpp"

namespace analysis {

/// Bootstrap: samples of replications, drawn with replacement (Efron & Tibshirani, An Introduction to the Bootstrap,
/// 1993). Whole replications are drawn, the same for all systems, so that what pairing brought is kept.
///
/// Resample b is a pure function of (seed, `purpose`, b): it does not matter who asks for it, in which order.
class Resampling {
 public:
  /// `size` items; different purposes have different resamples.
  Resampling(std::size_t size, std::uint64_t seed, const char* purpose);

  /// Items drawn in resample `number`: `size` numbers below `size`. Overwrites `items`.
  void draw(std::uint32_t number, std::vector<std::uint32_t>& items) const;
  /// The same as how often each item was drawn.
  void count(std::uint32_t number, std::vector<std::uint32_t>& counts) const;

 private:
  std::size_t size_;
  std::uint64_t seed_;
  std::uint32_t purpose_;
};

/// Percentile interval of values from resamples, sorted in place: the α/2 and 1 − α/2 quantiles (type 1).
Interval percentile_interval(std::vector<double>& values, double confidence);

}  // namespace analysis
