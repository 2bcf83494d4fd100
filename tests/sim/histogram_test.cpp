#include "sim/histogram.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

using sim::Histogram;
using sim::PooledHistogram;

namespace {

Histogram::Compact counted(const std::vector<sim::Time>& spans) {
  Histogram histogram;
  for (const sim::Time span : spans) histogram.add(span);
  return histogram.compact();
}

/// Spans from microseconds to decades, uniform in the logarithm.
std::vector<sim::Time> spans_of_all_sizes(std::size_t count, std::uint64_t seed) {
  std::mt19937_64 engine(seed);
  std::vector<sim::Time> result(count);
  for (sim::Time& span : result) span = static_cast<sim::Time>(engine() >> 14 >> engine() % 50);
  return result;
}

}  // namespace

TEST_CASE("buckets follow each other without gaps and grow") {
  CHECK(Histogram::lower_edge(0) == 0);
  for (int bucket = 0; bucket < Histogram::buckets; ++bucket) {
    const double low = Histogram::lower_edge(bucket);
    const double high = Histogram::lower_edge(bucket + 1);
    CHECK(high > low);
    // The first span of a bucket belongs to it, and so does the last before the next one.
    CHECK(Histogram::bucket_of(static_cast<sim::Time>(low)) == bucket);
    CHECK(Histogram::bucket_of(static_cast<sim::Time>(high) - 1) == bucket);
  }
  CHECK(Histogram::lower_edge(Histogram::buckets) > 4000.0 * 365.25 * static_cast<double>(sim::day));
}

TEST_CASE("a bucket from one second on is at most a sixteenth of its spans wide") {
  for (int bucket = 0; bucket < Histogram::buckets; ++bucket) {
    const double low = Histogram::lower_edge(bucket);
    const double width = Histogram::lower_edge(bucket + 1) - low;
    if (low < static_cast<double>(sim::second)) {
      CHECK(width == static_cast<double>(sim::second) / 16);
    } else {
      CHECK(width <= low / 16);
      CHECK(width > low / 32);
    }
  }
}

TEST_CASE("every span falls between its bucket's edges") {
  for (const sim::Time span : spans_of_all_sizes(100'000, 1)) {
    const int bucket = Histogram::bucket_of(span);
    CHECK(Histogram::lower_edge(bucket) <= static_cast<double>(span));
    CHECK(Histogram::lower_edge(bucket + 1) > static_cast<double>(span));
  }
  CHECK(Histogram::bucket_of(-5) == 0);
  CHECK(Histogram::bucket_of(sim::never) == Histogram::buckets - 1);
}

TEST_CASE("a compact histogram begins and ends with a used bucket and holds all counts") {
  const Histogram::Compact compact = counted({sim::minute, 3 * sim::second, sim::minute, sim::hour});
  CHECK(compact.first == static_cast<std::uint32_t>(Histogram::bucket_of(3 * sim::second)));
  CHECK(compact.counts.size() == static_cast<std::size_t>(Histogram::bucket_of(sim::hour)) - compact.first + 1);
  CHECK(compact.counts.front() == 1);
  CHECK(compact.counts.back() == 1);
  CHECK(compact.counts[static_cast<std::size_t>(Histogram::bucket_of(sim::minute)) - compact.first] == 2);
  PooledHistogram pooled;
  pooled.add(compact);
  CHECK(pooled.total() == 4);
}

TEST_CASE("an empty histogram has no counts and the quantile zero") {
  const Histogram::Compact compact = counted({});
  CHECK(compact.counts.empty());
  PooledHistogram pooled;
  pooled.add(compact);
  CHECK(pooled.total() == 0);
  CHECK(pooled.quantile(0.5) == 0);
  CHECK(PooledHistogram::count_below(compact, 1e9) == 0);
}

TEST_CASE("a cleared histogram counts anew") {
  Histogram histogram;
  histogram.add(sim::hour);
  histogram.clear();
  histogram.add(sim::second);
  const Histogram::Compact compact = histogram.compact();
  CHECK(compact.first == 16);
  CHECK(compact.counts == std::vector<std::uint32_t>{1});
}

TEST_CASE("a quantile is linear inside its bucket, as worked by hand") {
  // Bucket 16 is [1 s, 1 s + 1/16 s) with 4 counts; bucket 32 is [2 s, 2 s + 1/8 s) with 6.
  std::vector<sim::Time> spans(4, sim::second);
  spans.insert(spans.end(), 6, 2 * sim::second);
  PooledHistogram pooled;
  pooled.add(counted(spans));
  CHECK(pooled.quantile(0) == 1'000'000);
  CHECK(pooled.quantile(0.1) == 1'000'000 + 62'500.0 * 1 / 4);
  CHECK(pooled.quantile(0.2) == 1'000'000 + 62'500.0 * 2 / 4);
  CHECK(pooled.quantile(0.4) == 1'062'500);
  CHECK(pooled.quantile(0.7) == doctest::Approx(2'000'000 + 125'000.0 * 3 / 6).epsilon(1e-15));
  CHECK(pooled.quantile(1) == 2'125'000);
}

TEST_CASE("a quantile is within a bucket's width of the exact one") {
  std::vector<sim::Time> spans = spans_of_all_sizes(9'999, 2);
  PooledHistogram pooled;
  pooled.add(counted(spans));
  std::sort(spans.begin(), spans.end());
  for (const double p : {0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99}) {
    // The p n-th smallest of n lies in the bucket in which the quantile was found.
    const auto exact = static_cast<double>(spans[static_cast<std::size_t>(std::ceil(p * 9'999)) - 1]);
    const double width = std::max(exact / 16, static_cast<double>(Histogram::resolution));
    CHECK(std::abs(pooled.quantile(p) - exact) <= width);
  }
}

TEST_CASE("merging in another order gives the same histogram") {
  std::vector<Histogram::Compact> parts;
  for (std::uint64_t seed = 0; seed < 20; ++seed) parts.push_back(counted(spans_of_all_sizes(50 * seed, seed)));
  PooledHistogram forward;
  for (const Histogram::Compact& part : parts) forward.add(part);
  PooledHistogram backward;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) backward.add(*part);
  CHECK(forward.total() == 50 * 190);
  CHECK(forward.total() == backward.total());
  for (int percent = 0; percent <= 100; ++percent)
    CHECK(forward.quantile(percent / 100.0) == backward.quantile(percent / 100.0));
}

TEST_CASE("merged parts have the quantiles of the whole") {
  const std::vector<sim::Time> spans = spans_of_all_sizes(5'000, 3);
  PooledHistogram whole;
  whole.add(counted(spans));
  PooledHistogram merged;
  for (std::size_t begin = 0; begin < spans.size(); begin += 1'250) {
    const auto from = spans.begin() + static_cast<std::ptrdiff_t>(begin);
    merged.add(counted({from, from + 1'250}));
  }
  for (int percent = 0; percent <= 100; ++percent)
    CHECK(merged.quantile(percent / 100.0) == whole.quantile(percent / 100.0));
}

TEST_CASE("as many counts lie below a quantile as its share says") {
  const std::vector<sim::Time> spans = spans_of_all_sizes(5'000, 4);
  const Histogram::Compact compact = counted(spans);
  PooledHistogram pooled;
  pooled.add(compact);
  for (double p = 0; p <= 1; p += 1.0 / 64)
    CHECK(PooledHistogram::count_below(compact, pooled.quantile(p)) == doctest::Approx(5'000 * p).epsilon(1e-12));
}

TEST_CASE("counts below a span grow with it, from none to all") {
  const Histogram::Compact compact = counted(spans_of_all_sizes(2'000, 5));
  CHECK(PooledHistogram::count_below(compact, 0) == 0);
  double before = 0;
  for (double span = 1; span < 2e15; span *= 1.01) {
    const double below = PooledHistogram::count_below(compact, span);
    CHECK(below >= before);
    before = below;
  }
  CHECK(before == 2'000);
}
