#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

#include "sim/elementary.hpp"
#include "sim/philox.hpp"

namespace sim {

/// The purpose of a draw, as the hash of its name, e.g. word("work/retail/web/meet"). Names, not numbers in a list:
/// adding a department or filtering one out shifts no one else's draws. Whoever makes words checks that no two names
/// share one.
using Word = std::uint32_t;

/// The word of a name: FNV-1a (Fowler, Noll & Vo), whose last letters reach the upper bits only weakly, hence mixed
/// once more by the finaliser of MurmurHash3 (Appleby), in which each bit changes each other with a chance near one
/// half.
constexpr Word word(std::string_view name) {
  std::uint32_t hash = 2166136261U;
  for (const char letter : name) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
  hash = (hash ^ (hash >> 16)) * 0x85EBCA6BU;
  hash = (hash ^ (hash >> 13)) * 0xC2B2AE35U;
  return hash ^ (hash >> 16);
}

namespace detail {

/// A decreasing density as 256 layers of equal area, lying on each other (Marsaglia & Tsang, "The ziggurat method for
/// generating random variables", J. Stat. Software 5(8), 2000). Layer 0 is the lowest and holds the tail.
struct Ziggurat {
  struct Layer {
    double width = 0;         ///< edge of the layer × 2^−53, so that 53 random bits times this lie in the layer
    std::int64_t inside = 0;  ///< bits below this lie under the next layer's edge, hence under the density
  };
  std::array<Layer, 256> layers;
  std::array<double, 257>
      edge;  ///< right end of the layer; 0: area ÷ density(edge 1); 1: where the tail begins; 256: 0
  std::array<double, 257> density;  ///< at the edge, in units of the density at 0
};

/// Computed before main begins; no draw may be made by the initialiser of another global object.
extern const Ziggurat exponential_ziggurat;
extern const Ziggurat normal_ziggurat;

[[noreturn]] void fail_attempt(std::uint32_t attempt);
[[noreturn]] void fail_block(std::uint32_t entity, std::uint32_t attempt);

}  // namespace detail

/// The random numbers of one address (seed, replication, purpose, entity, attempt): a pure function of the address, so
/// whoever asks, whenever and in whatever order, gets the same ones.
///
/// The seed is the key of a Philox generator and the address its counter: replication, purpose, entity, and in the last
/// word 24 bits of attempt and 8 bits of block. One block gives four words, enough for most draws; when a draw needs
/// more (rejection), the address's next block is computed. So an address has 1,024 words, and no two addresses share
/// one. An attempt of 2^24 or more, or a 1,025th word, throws std::out_of_range instead of running into another
/// address.
///
/// Models UniformRandomBitGenerator. Never write two draws in one argument list: their order would be the compiler's.
class Stream {
 public:
  using result_type = std::uint32_t;
  static constexpr std::uint32_t attempts = 1U << 24;  ///< of one entity and purpose, from 0

  Stream(const PhiloxKeys& seed, std::uint32_t replication, Word what, std::uint32_t entity, std::uint32_t attempt)
      : key_(seed.key()),
        counter_{attempt << 8, entity, what, replication},
        block_(philox({attempt << 8, entity, what, replication}, seed)) {
    if (attempt >= attempts) [[unlikely]]
      detail::fail_attempt(attempt);
  }

  /// The same address with its first block already computed.
  Stream(const PhiloxKeys& seed, std::uint32_t replication, Word what, std::uint32_t entity,
         const std::array<std::uint32_t, 4>& block)
      : key_(seed.key()), counter_{0, entity, what, replication}, block_(block) {}

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return std::numeric_limits<result_type>::max(); }
  /// The next word.
  std::uint32_t operator()() {
    if (used_ == block_.size()) [[unlikely]]
      next_block();
    return block_[used_++];
  }

  /// Uniform in the open interval (0, 1), from two words: an odd multiple of 2^−54, rounded to a double.
  double uniform() {
    const double u = (static_cast<double>(static_cast<std::int64_t>(two_words() >> 11)) + 0.5) * 0x1p-53;
    return u < 1 ? u : 1 - 0x1p-53;  // all bits set would round to 1
  }

  /// Exponential with mean 1; positive. Ziggurat: 98.9 % of the draws take one table entry and one multiplication.
  /// Exact: the rest is decided by the density itself, and the tail beyond 7.7 is an exponential again.
  double exponential() {
    const std::uint64_t random = two_words();
    const detail::Ziggurat::Layer& layer = detail::exponential_ziggurat.layers[random & 255];
    const std::int64_t place = mantissa(random);
    const double x = static_cast<double>(place) * layer.width;
    return place < layer.inside ? x : exponential_beyond(random & 255, x);
  }

  /// Normal with mean 0 and variance 1. Ziggurat like `exponential`; beyond 3.65 by Marsaglia's tail.
  double normal() {
    const std::uint64_t random = two_words();
    const detail::Ziggurat::Layer& layer = detail::normal_ziggurat.layers[random & 255];
    const std::int64_t place = mantissa(random);
    const std::int64_t sign = -static_cast<std::int64_t>(random >> 8 & 1);  // 0 or all bits set
    const double x = static_cast<double>((place ^ sign) - sign) * layer.width;
    return place < layer.inside ? x : normal_beyond(random & 255, x);
  }

  /// Gamma with this shape (> 0) and scale 1, so its mean and variance are the shape: Marsaglia & Tsang, "A simple
  /// method for generating gamma variables", ACM TOMS 26(3), 2000. Not monotone in the shape. A shape far below 1 gives
  /// 0 where the true value is too small for a double.
  double gamma(double shape);

 private:
  std::uint64_t two_words() {
    if (used_ > block_.size() - 2) [[unlikely]]
      return two_words_across_blocks();
    const std::uint64_t high = block_[used_];
    const std::uint64_t low = block_[used_ + 1];
    used_ += 2;
    return high << 32 | low;
  }
  std::uint64_t two_words_across_blocks();
  /// 53 bits that the layer (bits 0 to 7) and the sign (bit 8) do not use. The last is set, so the place is in the
  /// middle of its cell and never 0.
  static std::int64_t mantissa(std::uint64_t random) { return static_cast<std::int64_t>(random >> 11 | 1); }
  double exponential_beyond(std::size_t layer, double x);
  double normal_beyond(std::size_t layer, double x);
  void next_block();

  std::array<std::uint32_t, 2> key_;
  std::array<std::uint32_t, 4> counter_;
  std::array<std::uint32_t, 4> block_;
  std::uint32_t used_ = 0;  ///< words of the block
};

/// All random numbers of one replication, by address.
class Draws {
 public:
  Draws(std::uint64_t seed, std::uint32_t replication) : keys_(seed), replication_(replication) {}

  Stream at(Word what, std::uint32_t entity, std::uint32_t attempt = 0) const {
    return {keys_, replication_, what, entity, attempt};
  }
  /// Calls `use(i, stream)` with the stream at (what, first + i) for i = 0 … `row` - 1, in order: the same streams as
  /// `at` gives, for little more than half the time each.
  static constexpr std::uint32_t row = std::tuple_size_v<PhiloxRow>;
  template <class Use>
  void for_row(Word what, std::uint32_t first, Use use) const {
    const PhiloxRow blocks = philox_row({0, first, what, replication_}, keys_.key());
    for (std::uint32_t i = 0; i < row; ++i) {
      Stream stream(keys_, replication_, what, first + i, blocks[i]);
      use(i, stream);
    }
  }

  /// The first such number of the address.
  double uniform(Word what, std::uint32_t entity, std::uint32_t attempt = 0) const {
    return at(what, entity, attempt).uniform();
  }
  double exponential(Word what, std::uint32_t entity, std::uint32_t attempt = 0) const {
    return at(what, entity, attempt).exponential();
  }
  double normal(Word what, std::uint32_t entity, std::uint32_t attempt = 0) const {
    return at(what, entity, attempt).normal();
  }

  std::uint64_t seed() const { return std::uint64_t{keys_.second[0]} << 32 | keys_.first[0]; }
  std::uint32_t replication() const { return replication_; }

 private:
  PhiloxKeys keys_;
  std::uint32_t replication_;
};

}  // namespace sim
