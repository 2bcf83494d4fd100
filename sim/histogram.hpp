#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "sim/time.hpp"

namespace sim {

/// Counts of non-negative spans of time in log-linear buckets: sixteen to each doubling, so a bucket is at most 6 %
/// wide; a quantile is interpolated inside its bucket. Spans below 1 s share the first sixteen buckets linearly.
///
/// Within one replication counts are dense; a finished replication hands on the used range only (`Compact`).
/// Compacts merge by adding counts, so the order of merging does not matter.
class Histogram {
 public:
  static constexpr int sub_buckets = 16;
  static constexpr Time resolution = second / sub_buckets;  ///< width of the first buckets [µs]
  static constexpr int buckets = sub_buckets * 38;          ///< reaches beyond 4,000 years

  struct Compact {
    std::uint32_t first = 0;            ///< bucket of counts[0]
    std::vector<std::uint32_t> counts;  ///< from the first used bucket to the last
  };

  void add(Time span) {
    ++counts_[static_cast<std::size_t>(bucket_of(span))];
    empty_ = false;
  }
  void clear() {
    if (!empty_) counts_.fill(0);
    empty_ = true;
  }
  Compact compact() const;

  /// Which bucket a span belongs to.
  static int bucket_of(Time span) {
    const auto units = static_cast<std::uint64_t>(span < 0 ? 0 : span) / static_cast<std::uint64_t>(resolution);
    if (units < sub_buckets) return static_cast<int>(units);
    const int shift = static_cast<int>(std::bit_width(units)) - 5;  // leaves five bits: 16 … 31
    const int bucket = sub_buckets * shift + static_cast<int>(units >> shift);
    return bucket < buckets ? bucket : buckets - 1;
  }
  /// Smallest span of a bucket [µs]; the bucket reaches to the next one's.
  static double lower_edge(int bucket);

 private:
  std::array<std::uint32_t, buckets> counts_{};
  bool empty_ = true;
};

/// The histogram of several replications together.
class PooledHistogram {
 public:
  void add(const Histogram::Compact& compact);
  std::uint64_t total() const { return total_; }
  /// The span below which a share `p` of all counts lies [µs], linear inside the bucket; 0 when empty.
  double quantile(double p) const;
  /// How many of `compact`'s counts lie below `span`, its bucket counted in proportion.
  static double count_below(const Histogram::Compact& compact, double span);

 private:
  std::array<std::uint64_t, Histogram::buckets> counts_{};
  std::uint64_t total_ = 0;
};

}  // namespace sim
