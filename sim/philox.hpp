#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace sim {

/// The keys of Philox's ten rounds. Who draws often keeps them: adding them up anew is a sixth of a draw.
struct PhiloxKeys {
  constexpr PhiloxKeys(std::uint32_t key_0, std::uint32_t key_1) {
    constexpr std::uint32_t golden_ratio = 0x9E3779B9;  // what each round adds to the key
    constexpr std::uint32_t root_of_three = 0xBB67AE85;
    for (std::uint32_t round = 0; round < 10; ++round) {
      first[round] = key_0 + round * golden_ratio;
      second[round] = key_1 + round * root_of_three;
    }
  }
  /// The key whose words are the halves of a seed, the lower one first.
  constexpr PhiloxKeys(std::uint64_t seed)
      : PhiloxKeys(static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)) {}

  std::array<std::uint32_t, 2> key() const { return {first[0], second[0]}; }

  std::array<std::uint32_t, 10> first{};
  std::array<std::uint32_t, 10> second{};
};

/// Philox4x32-10: a counter-based generator. For each counter and key four words that pass every known battery of tests
/// for randomness, without any state, so that a number has an address instead of a place in a sequence
/// (Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11, section 3.3).
///
/// For one key the 2^128 counters map one to one onto the results. Cost: ten rounds of two 32 × 32 bit multiplications.
inline std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, const PhiloxKeys& keys) {
  constexpr std::uint64_t multiplier_0 = 0xD2511F53;
  constexpr std::uint64_t multiplier_1 = 0xCD9E8D57;
  std::uint32_t c0 = counter[0];
  std::uint32_t c1 = counter[1];
  std::uint32_t c2 = counter[2];
  std::uint32_t c3 = counter[3];
#pragma GCC unroll 10  // half the time of the loop
  for (std::size_t round = 0; round < 10; ++round) {
    const std::uint64_t product_0 = multiplier_0 * c0;
    const std::uint64_t product_1 = multiplier_1 * c2;
    c0 = static_cast<std::uint32_t>(product_1 >> 32) ^ c1 ^ keys.first[round];
    c1 = static_cast<std::uint32_t>(product_1);
    c2 = static_cast<std::uint32_t>(product_0 >> 32) ^ c3 ^ keys.second[round];
    c3 = static_cast<std::uint32_t>(product_0);
  }
  return {c0, c1, c2, c3};
}

/// Results for eight counters.
using PhiloxRow = std::array<std::array<std::uint32_t, 4>, 8>;

/// `philox` for the counters {c0, c1 + i, c2, c3}, i = 0 … 7. In vectors of two 64-bit lanes, which every x86-64 has,
/// that takes little more than half the time of eight calls; the words are the same with and without them.
inline PhiloxRow philox_row(const std::array<std::uint32_t, 4>& counter, const std::array<std::uint32_t, 2>& key) {
  PhiloxRow result;
#ifdef __SSE2__
  const auto both = [](std::uint32_t word) { return _mm_set1_epi64x(word); };
  // A word of two neighbours' counters, in the lower half of each lane; what is above it does not matter.
  struct Pair {
    __m128i c0, c1, c2, c3;
  };
  std::array<Pair, 4> pairs;
  for (std::uint32_t i = 0; i < 4; ++i)
    pairs[i] = {both(counter[0]), _mm_set_epi64x(counter[1] + 2 * i + 1, counter[1] + 2 * i), both(counter[2]),
                both(counter[3])};
  __m128i k0 = both(key[0]);
  __m128i k1 = both(key[1]);
#pragma GCC unroll 10
  for (int round = 0; round < 10; ++round) {
#pragma GCC unroll 4
    for (Pair& p : pairs) {
      const __m128i product_0 = _mm_mul_epu32(both(0xD2511F53), p.c0);
      const __m128i product_1 = _mm_mul_epu32(both(0xCD9E8D57), p.c2);
      p = {_mm_xor_si128(_mm_xor_si128(_mm_srli_epi64(product_1, 32), p.c1), k0), product_1,
           _mm_xor_si128(_mm_xor_si128(_mm_srli_epi64(product_0, 32), p.c3), k1), product_0};
    }
    k0 = _mm_add_epi32(k0, both(0x9E3779B9));
    k1 = _mm_add_epi32(k1, both(0xBB67AE85));
  }
  for (std::size_t i = 0; i < 4; ++i) {
    const Pair& p = pairs[i];
    const auto store = [](std::array<std::uint32_t, 4>& to, __m128i low, __m128i high) {
      _mm_storeu_si128(reinterpret_cast<__m128i*>(to.data()), _mm_unpacklo_epi64(low, high));
    };
    store(result[2 * i], _mm_unpacklo_epi32(p.c0, p.c1), _mm_unpacklo_epi32(p.c2, p.c3));
    store(result[2 * i + 1], _mm_unpackhi_epi32(p.c0, p.c1), _mm_unpackhi_epi32(p.c2, p.c3));
  }
#else
  for (std::uint32_t i = 0; i < 8; ++i) result[i] = philox({counter[0], counter[1] + i, counter[2], counter[3]}, {key[0], key[1]});
#endif
  return result;
}

}  // namespace sim
