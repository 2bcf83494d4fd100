#include "analysis/studies/design.hpp"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

#include "analysis/sensitivity/sobol_points.hpp"
#include "sim/draws.hpp"

namespace analysis {
namespace {

constexpr std::uint64_t most_combinations = 1'000'000'000'000'000'000;
constexpr std::uint32_t feistel_rounds = 4;

}  // namespace

Design::Design(DesignKind kind, std::vector<std::size_t> levels, std::uint64_t points, std::uint64_t seed)
    : kind_(kind), levels_(std::move(levels)), seed_(seed) {
  switch (kind_) {
    case DesignKind::grid:
      count_ = combinations(levels_);
      break;
    case DesignKind::paired:
      count_ = levels_.empty() ? 1 : levels_.front();
      break;
    case DesignKind::lhs:
    case DesignKind::sobol:
      count_ = points;
      break;
  }
  assert(count_ <= 0xFFFFFFFFU);
}

std::uint64_t Design::combinations(const std::vector<std::size_t>& levels) {
  std::uint64_t count = 1;
  for (const std::size_t level : levels) {
    if (level > 0 && count > most_combinations / level) return most_combinations;
    count *= level;
  }
  return count;
}

double Design::coordinate(std::size_t factor, double unit) const {
  const auto levels = static_cast<double>(levels_[factor]);
  return levels == 0 ? unit : std::min(std::floor(unit * levels), levels - 1);
}

std::uint32_t Design::permuted(std::size_t factor, std::uint32_t number) const {
  // Two halves of the same width that together hold every number below the count.
  const int width = std::max(1, (static_cast<int>(std::bit_width(count_ - 1)) + 1) / 2);
  const std::uint32_t mask = (1U << width) - 1;
  const sim::Draws draws(seed_, static_cast<std::uint32_t>(factor));
  std::uint64_t value = number;
  do {
    auto left = static_cast<std::uint32_t>(value >> width);
    auto right = static_cast<std::uint32_t>(value) & mask;
    for (std::uint32_t round = 0; round < feistel_rounds; ++round) {
      const std::uint32_t mixed = left ^ (draws.at(sim::word("study/lhs/order"), right, round)() & mask);
      left = right;
      right = mixed;
    }
    value = std::uint64_t{left} << width | right;
  } while (value >= count_);
  return static_cast<std::uint32_t>(value);
}

std::vector<double> Design::point(std::uint64_t number) const {
  assert(number < count_);
  std::vector<double> result(levels_.size());
  switch (kind_) {
    case DesignKind::grid:
      for (std::size_t f = levels_.size(); f-- > 0; number /= levels_[f])
        result[f] = static_cast<double>(number % levels_[f]);
      break;
    case DesignKind::paired:
      std::fill(result.begin(), result.end(), static_cast<double>(number));
      break;
    case DesignKind::lhs:
      for (std::size_t f = 0; f < levels_.size(); ++f) {
        const std::uint32_t part = permuted(f, static_cast<std::uint32_t>(number));
        const sim::Draws draws(seed_, static_cast<std::uint32_t>(f));
        const double inside = draws.uniform(sim::word("study/lhs/inside"), part);
        result[f] = coordinate(f, (part + inside) / static_cast<double>(count_));
      }
      break;
    case DesignKind::sobol: {
      if (levels_.empty()) break;
      const std::vector<double> unit = sobol_point(number, levels_.size(), seed_);
      for (std::size_t f = 0; f < levels_.size(); ++f) result[f] = coordinate(f, unit[f]);
      break;
    }
  }
  return result;
}

}  // namespace analysis
