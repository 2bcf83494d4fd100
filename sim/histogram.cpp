#include "sim/histogram.hpp"

#include <cmath>

namespace sim {

double Histogram::lower_edge(int bucket) {
  if (bucket < sub_buckets) return static_cast<double>(bucket) * static_cast<double>(resolution);
  const int shift = bucket / sub_buckets - 1;
  const int units = bucket - sub_buckets * shift;
  return std::ldexp(static_cast<double>(units), shift) * static_cast<double>(resolution);
}

Histogram::Compact Histogram::compact() const {
  std::size_t first = 0;
  std::size_t last = counts_.size();
  while (first < last && counts_[first] == 0) ++first;
  while (last > first && counts_[last - 1] == 0) --last;
  Compact result;
  result.first = static_cast<std::uint32_t>(first);
  result.counts.assign(counts_.begin() + static_cast<std::ptrdiff_t>(first),
                       counts_.begin() + static_cast<std::ptrdiff_t>(last));
  return result;
}

void PooledHistogram::add(const Histogram::Compact& compact) {
  std::size_t bucket = compact.first;
  for (const std::uint32_t count : compact.counts) {
    counts_[bucket++] += count;
    total_ += count;
  }
}

double PooledHistogram::quantile(double p) const {
  if (total_ == 0) return 0;
  const double target = p * static_cast<double>(total_);
  double below = 0;
  int bucket = 0;
  for (; bucket + 1 < Histogram::buckets; ++bucket) {
    const double here = static_cast<double>(counts_[static_cast<std::size_t>(bucket)]);
    if (here > 0 && below + here >= target) break;
    below += here;
  }
  const double here = static_cast<double>(counts_[static_cast<std::size_t>(bucket)]);
  const double low = Histogram::lower_edge(bucket);
  const double width = Histogram::lower_edge(bucket + 1) - low;
  const double inside = here > 0 ? (target - below) / here : 0;
  return low + width * (inside < 0 ? 0 : inside > 1 ? 1 : inside);
}

double PooledHistogram::count_below(const Histogram::Compact& compact, double span) {
  double below = 0;
  int bucket = static_cast<int>(compact.first);
  for (const std::uint32_t count : compact.counts) {
    const double low = Histogram::lower_edge(bucket);
    const double high = Histogram::lower_edge(++bucket);
    if (span >= high) {
      below += count;
    } else {
      if (span > low) below += count * (span - low) / (high - low);
      break;
    }
  }
  return below;
}

}  // namespace sim
