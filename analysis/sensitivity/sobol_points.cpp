#include "analysis/sensitivity/sobol_points.hpp"

#include <boost/random/sobol.hpp>
#include <cassert>

#include "sim/draws.hpp"

namespace analysis {
namespace {

constexpr std::uint32_t reversed(std::uint32_t bits) {
  bits = (bits >> 16) | (bits << 16);
  bits = ((bits & 0xFF00FF00U) >> 8) | ((bits & 0x00FF00FFU) << 8);
  bits = ((bits & 0xF0F0F0F0U) >> 4) | ((bits & 0x0F0F0F0FU) << 4);
  bits = ((bits & 0xCCCCCCCCU) >> 2) | ((bits & 0x33333333U) << 2);
  return ((bits & 0xAAAAAAAAU) >> 1) | ((bits & 0x55555555U) << 1);
}

/// Each bit is turned or not depending on the bits above it.
constexpr std::uint32_t scrambled(std::uint32_t bits, std::uint32_t seed) {
  bits = reversed(bits) + seed;
  bits ^= bits * 0x6C50B47CU;
  bits ^= bits * 0xB82F1E52U;
  bits ^= bits * 0xC7AFE638U;
  bits ^= bits * 0x8D22F6E6U;
  return reversed(bits);
}

using Engine = boost::random::sobol_engine<std::uint32_t, 32>;

std::vector<std::uint32_t> seeds_of(std::size_t dimensions, std::uint64_t seed) {
  assert(dimensions > 0 && dimensions <= most_dimensions);
  std::vector<std::uint32_t> seeds(dimensions);
  for (std::size_t d = 0; d < dimensions; ++d)
    seeds[d] = sim::Draws(seed, 0).at(sim::word("sobol"), static_cast<std::uint32_t>(d))();
  return seeds;
}

/// The point that the engine stands before; the zero point, which it leaves out, where `zero` says so.
std::vector<double> next_of(Engine& engine, const std::vector<std::uint32_t>& seeds, bool zero) {
  std::vector<double> point(seeds.size());
  for (std::size_t d = 0; d < seeds.size(); ++d) {
    const std::uint32_t bits = zero ? 0 : static_cast<std::uint32_t>(engine());
    point[d] = (scrambled(bits, seeds[d]) + 0.5) * 0x1p-32;
  }
  return point;
}

}  // namespace

std::vector<std::vector<double>> sobol_points(std::size_t count, std::size_t dimensions, std::uint64_t seed) {
  const std::vector<std::uint32_t> seeds = seeds_of(dimensions, seed);
  Engine engine(dimensions);
  std::vector<std::vector<double>> points;
  points.reserve(count);
  for (std::size_t i = 0; i < count; ++i) points.push_back(next_of(engine, seeds, i == 0));
  return points;
}

std::vector<double> sobol_point(std::uint64_t number, std::size_t dimensions, std::uint64_t seed) {
  Engine engine(dimensions);
  if (number > 0) engine.seed(static_cast<std::uint32_t>(number - 1));
  return next_of(engine, seeds_of(dimensions, seed), number == 0);
}

}  // namespace analysis
