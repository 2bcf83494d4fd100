#include "sim/draws.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

namespace sim {
namespace detail {
namespace {

/// Stacks the layers from where the tail begins up to the density's top. `area` is that of each layer, the lowest with
/// the tail; `inverse` finds the edge at which the density has a value. The square root is exact to half an ulp by
/// IEEE 754, so all of this has the same bits everywhere.
template <class Density, class Inverse>
Ziggurat stack(double tail, double area, Density density, Inverse inverse) {
  Ziggurat result;
  result.edge[0] = area / density(tail);
  result.edge[1] = tail;
  for (std::size_t i = 2; i < 256; ++i)
    result.edge[i] = inverse(area / result.edge[i - 1] + density(result.edge[i - 1]));
  result.edge[256] = 0;
  for (std::size_t i = 0; i <= 256; ++i) result.density[i] = density(result.edge[i]);
  for (std::size_t i = 0; i < 256; ++i) {
    result.layers[i].width = result.edge[i] * 0x1p-53;
    result.layers[i].inside = static_cast<std::int64_t>(result.edge[i + 1] / result.edge[i] * 0x1p53);
  }
  return result;
}

// The tails of both tables are those of Marsaglia & Tsang (2000) for 256 layers; with them the uppermost layer has the
// area of the others.

double exponential_density(double x) { return exp(-x); }

Ziggurat exponential_layers() {
  constexpr double tail = 7.69711747013104972;
  const double area = (tail + 1) * exponential_density(tail);
  return stack(tail, area, exponential_density, [](double density) { return -log(density); });
}

double normal_density(double x) { return exp(-0.5 * x * x); }

Ziggurat normal_layers() {
  constexpr double tail = 3.6541528853610088;
  constexpr double area = 0.00492867323397465525;  // tail × density + √(π/2) erfc(tail/√2)
  return stack(tail, area, normal_density, [](double density) { return std::sqrt(-2 * log(density)); });
}

}  // namespace

const Ziggurat exponential_ziggurat = exponential_layers();
const Ziggurat normal_ziggurat = normal_layers();

void fail_attempt(std::uint32_t attempt) {
  throw std::out_of_range("draws: attempt " + std::to_string(attempt) + " is beyond the last address, " +
                          std::to_string(Stream::attempts - 1));
}

void fail_block(std::uint32_t entity, std::uint32_t attempt) {
  throw std::out_of_range("draws: more than 1024 words at one address, entity " + std::to_string(entity) +
                          ", attempt " + std::to_string(attempt));
}

}  // namespace detail

void Stream::next_block() {
  if ((counter_[0] & 255) == 255) detail::fail_block(counter_[1], counter_[0] >> 8);
  ++counter_[0];
  block_ = philox(counter_, {key_[0], key_[1]});
  used_ = 0;
}

std::uint64_t Stream::two_words_across_blocks() {
  const std::uint64_t high = (*this)();
  return high << 32 | (*this)();
}

/// `x` lies in the layer but not under the next one: in the tail, or in the wedge that the density cuts.
double Stream::exponential_beyond(std::size_t layer, double x) {
  const detail::Ziggurat& table = detail::exponential_ziggurat;
  if (layer == 0) return table.edge[1] + exponential();
  const double height = table.density[layer] + uniform() * (table.density[layer + 1] - table.density[layer]);
  return height < detail::exponential_density(x) ? x : exponential();
}

/// As for the exponential. The tail is Marsaglia's (Technometrics 6, 1964): an exponential beyond the edge, kept with
/// the ratio of the densities.
double Stream::normal_beyond(std::size_t layer, double x) {
  const detail::Ziggurat& table = detail::normal_ziggurat;
  if (layer == 0) {
    for (;;) {
      const double beyond = exponential() / table.edge[1];
      const double room = exponential();
      if (2 * room > beyond * beyond) return x < 0 ? -(table.edge[1] + beyond) : table.edge[1] + beyond;
    }
  }
  const double height = table.density[layer] + uniform() * (table.density[layer + 1] - table.density[layer]);
  return height < detail::normal_density(x) ? x : normal();
}

double Stream::gamma(double shape) {
  if (shape < 1) {
    // Of the shape one larger, times the power of a uniform (section 6 of the paper).
    const double larger = gamma(shape + 1);
    return larger * pow(uniform(), 1 / shape);
  }
  const double d = shape - 1.0 / 3;
  const double c = 1 / std::sqrt(9 * d);
  for (;;) {
    const double x = normal();
    const double root = 1 + c * x;
    if (root <= 0) continue;
    const double v = root * root * root;
    const double u = uniform();
    const double square = x * x;
    if (u < 1 - 0.0331 * square * square) return d * v;
    if (log(u) < 0.5 * square + d * (1 - v + log(v))) return d * v;
  }
}

}  // namespace sim
