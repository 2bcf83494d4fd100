#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace analysis {

/// Points that fill the unit cube evenly: Sobol' sequence (Joe & Kuo 2008) from its zero point, scrambled as Owen
/// (1995) does it by a hash of nested bits (Laine & Karras 2011; Burley 2020, J. of Computer Graphics Techniques 9, 4).
/// Each coordinate is uniform in (0, 1); different seeds give independent scramblings of the same net. A power of two
/// as `count` keeps the net whole. `dimensions` at most `most_dimensions`. [point][coordinate].
std::vector<std::vector<double>> sobol_points(std::size_t count, std::size_t dimensions, std::uint64_t seed);
/// The point of this number alone, below 2^32.
std::vector<double> sobol_point(std::uint64_t number, std::size_t dimensions, std::uint64_t seed);

inline constexpr std::size_t most_dimensions = 3667;

}  // namespace analysis
