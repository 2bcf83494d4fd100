#pragma once

#include <array>
#include <cstdint>

namespace sim {

/// Philox4x32-10: a counter-based generator. For each counter and key four words that pass every known battery of tests
/// for randomness, without any state, so that a number has an address instead of a place in a sequence
/// (Salmon, Moraes, Dror & Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11, section 3.3).
///
/// For one key the 2^128 counters map one to one onto the results. Cost: ten rounds of two 32 × 32 bit multiplications.
inline std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter, std::array<std::uint32_t, 2> key) {
  constexpr std::uint64_t multiplier_0 = 0xD2511F53;
  constexpr std::uint64_t multiplier_1 = 0xCD9E8D57;
  constexpr std::uint32_t golden_ratio = 0x9E3779B9;  // what each round adds to the key
  constexpr std::uint32_t root_of_three = 0xBB67AE85;
  std::uint32_t c0 = counter[0];
  std::uint32_t c1 = counter[1];
  std::uint32_t c2 = counter[2];
  std::uint32_t c3 = counter[3];
  std::uint32_t k0 = key[0];
  std::uint32_t k1 = key[1];
#pragma GCC unroll 10  // half the time of the loop
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t product_0 = multiplier_0 * c0;
    const std::uint64_t product_1 = multiplier_1 * c2;
    c0 = static_cast<std::uint32_t>(product_1 >> 32) ^ c1 ^ k0;
    c1 = static_cast<std::uint32_t>(product_1);
    c2 = static_cast<std::uint32_t>(product_0 >> 32) ^ c3 ^ k1;
    c3 = static_cast<std::uint32_t>(product_0);
    k0 += golden_ratio;
    k1 += root_of_three;
  }
  return {c0, c1, c2, c3};
}

}  // namespace sim
