#include "sim/philox.hpp"

#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <cstdint>

using Counter = std::array<std::uint32_t, 4>;
using Key = std::array<std::uint32_t, 2>;

TEST_CASE("philox gives the published known answers") {
  // Salmon et al. 2011; kat_vectors of Random123, lines "philox4x32 10". The third counter and key are digits of π.
  const std::uint32_t ones = 0xFFFFFFFF;
  CHECK(sim::philox({0, 0, 0, 0}, {0, 0}) == Counter{0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8});
  CHECK(sim::philox({ones, ones, ones, ones}, {ones, ones}) == Counter{0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD});
  CHECK(sim::philox({0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344}, {0xA4093822, 0x299F31D0}) ==
        Counter{0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1});
}

TEST_CASE("philox gives the 10,000th number of the standard library's philox4x32") {
  // C++26, [rand.predef]: the 10,000th invocation of a default-constructed engine, key (20111115, 0), gives 1955073260.
  // Counters run from 0 and each gives four numbers, so it is the last of block 2,499.
  CHECK(sim::philox({2499, 0, 0, 0}, {20111115, 0})[3] == 1955073260);
}

TEST_CASE("a row of philox is what eight calls give") {
  for (const Counter& counter :
       {Counter{0, 0, 0, 0}, Counter{0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344},
        Counter{0xFFFFFFFF, 0xFFFFFFFC, 0xFFFFFFFF, 0xFFFFFFFF}}) {  // the second word overflows
    for (const Key& key : {Key{0, 0}, Key{0xA4093822, 0x299F31D0}, Key{0xFFFFFFFF, 0xFFFFFFFF}}) {
      const sim::PhiloxRow row = sim::philox_row(counter, key);
      for (std::uint32_t i = 0; i < 8; ++i)
        CHECK(row[i] == sim::philox({counter[0], counter[1] + i, counter[2], counter[3]}, {key[0], key[1]}));
    }
  }
}

TEST_CASE("each bit of counter and key changes about half of philox's bits") {
  // Of 128 bits, each is flipped with probability ½: mean 64, standard deviation √32. The sum over 64 starting points
  // and 192 flipped bits has mean 64 × 192 × 64 and standard deviation √(64 × 192 × 32); the worst single one of the
  // 12,288 lies within 7 standard deviations but for a probability of 12,288 × 2.6e-12.
  std::int64_t total = 0;
  for (std::uint32_t start = 0; start < 64; ++start) {
    const Counter counter{start, 1, 2, 3};
    const Key key{4, 5};
    const Counter before = sim::philox(counter, {key[0], key[1]});
    for (std::size_t bit = 0; bit < 192; ++bit) {
      Counter other_counter = counter;
      Key other_key = key;
      std::uint32_t& word = bit < 128 ? other_counter[bit / 32] : other_key[(bit - 128) / 32];
      word ^= 1U << (bit % 32);
      const Counter after = sim::philox(other_counter, {other_key[0], other_key[1]});
      int flipped = 0;
      for (std::size_t i = 0; i < 4; ++i) flipped += std::popcount(before[i] ^ after[i]);
      CHECK(flipped > 24);
      CHECK(flipped < 104);
      total += flipped;
    }
  }
  CHECK(total > 64 * 192 * 64 - 2822);  // 4.5 × √393,216 = 2,822
  CHECK(total < 64 * 192 * 64 + 2822);
}
