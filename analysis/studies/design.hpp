#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace analysis {

/// How the points of a study are laid into the space of its factors.
enum class DesignKind : std::uint8_t {
  grid,    ///< all combinations of the factors' levels; the last factor changes fastest
  paired,  ///< the i-th level of every factor
  lhs,     ///< Latin hypercube (McKay, Beckman & Conover 1979, Technometrics 21, 239)
  sobol    ///< Sobol' points, scrambled (`sobol_points.hpp`)
};

/// The points of a study. Each is computed from its number alone, so that nothing grows with how many there are, and
/// whoever computes point i, in whatever order, gets the same one.
///
/// A coordinate is a level of a factor (0, 1 …), or a number in (0, 1) of a factor without levels, which only lhs and
/// sobol know. A Latin hypercube of n points has one of them in each of the n equal parts of every factor: point i lies
/// in part π(i), at a uniform place inside it. π is a pseudorandom permutation, a different one for each factor: a
/// Feistel network of four rounds over the next power of four, walked until it is below n (Black & Rogaway 2002,
/// "Ciphers with arbitrary finite domains"), whose round function is a draw by address.
class Design {
 public:
  /// `levels` by factor, 0 for one without levels (lhs and sobol only); those of a paired design are all the same.
  /// `points`: how many there are to be, of lhs and sobol only. At most 2^32 − 1 points.
  Design(DesignKind kind, std::vector<std::size_t> levels, std::uint64_t points, std::uint64_t seed);

  std::uint64_t count() const { return count_; }
  std::size_t factors() const { return levels_.size(); }
  /// The coordinates of point `number` < count().
  std::vector<double> point(std::uint64_t number) const;

  /// How many combinations these levels have; anything above 10^18 is told as that.
  static std::uint64_t combinations(const std::vector<std::size_t>& levels);

 private:
  /// A number in (0, 1) as a coordinate of a factor.
  double coordinate(std::size_t factor, double unit) const;
  std::uint32_t permuted(std::size_t factor, std::uint32_t number) const;

  DesignKind kind_;
  std::vector<std::size_t> levels_;
  std::uint64_t count_ = 0;
  std::uint64_t seed_;
};

}  // namespace analysis
