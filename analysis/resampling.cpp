#include "analysis/resampling.hpp"

#include <algorithm>

#include "analysis/order_statistic.hpp"
#include "sim/draws.hpp"

namespace analysis {
namespace {

constexpr std::size_t words_of_address = 1024;

}  // namespace

Resampling::Resampling(std::size_t size, std::uint64_t seed, const char* purpose)
    : size_(size), seed_(seed), purpose_(sim::word(purpose)) {}

void Resampling::draw(std::uint32_t number, std::vector<std::uint32_t>& items) const {
  items.resize(size_);
  const sim::Draws draws(seed_, number);
  for (std::size_t first = 0; first < size_; first += words_of_address) {
    sim::Stream stream = draws.at(purpose_, static_cast<std::uint32_t>(first / words_of_address));
    const std::size_t last = std::min(size_, first + words_of_address);
    for (std::size_t i = first; i < last; ++i)
      items[i] = static_cast<std::uint32_t>((std::uint64_t{stream()} * size_) >> 32);
  }
}

void Resampling::count(std::uint32_t number, std::vector<std::uint32_t>& counts) const {
  std::vector<std::uint32_t> items;
  draw(number, items);
  counts.assign(size_, 0);
  for (const std::uint32_t item : items) ++counts[item];
}

Interval percentile_interval(std::vector<double>& values, double confidence) {
  std::sort(values.begin(), values.end());
  const double tail = (1 - confidence) / 2;
  return {order_quantile(values, tail), order_quantile(values, 1 - tail)};
}

}  // namespace analysis
