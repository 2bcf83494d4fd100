#include "analysis/distribution.hpp"

#include <doctest/doctest.h>

#include <array>
#include <numeric>

using analysis::absent;
using analysis::Distribution;
using analysis::Sample;

TEST_CASE("distributions share their bins, and the upper end belongs to the last one") {
  // Eight replications: 4 ∛8 = 8 bins over 0 … 16, each 2 wide. 16 is in the last, 2 begins the second.
  const std::array<Sample, 2> samples{Sample{false, {0, 1, 2, 3, 4, 16, 16, 15.9}, {}},
                                      Sample{false, {8, 8, 8, absent, 8, 8, 8, 8}, {}}};
  const std::vector<Distribution> found = analysis::distributions(samples);
  REQUIRE(found.size() == 2);
  for (const Distribution& one : found) {
    CHECK(one.from == 0);
    CHECK(one.width == 2);
  }
  CHECK(found[0].counts == std::vector<std::uint32_t>{2, 2, 1, 0, 0, 0, 0, 3});
  CHECK(found[1].counts == std::vector<std::uint32_t>{0, 0, 0, 0, 7, 0, 0, 0});
}

TEST_CASE("a distribution counts ratios by replication, and those without a denominator nowhere") {
  const std::array<Sample, 1> samples{Sample{true, {1, 3, 5}, {2, 0, 2}}};
  const std::vector<Distribution> found = analysis::distributions(samples);
  CHECK(found[0].from == 0.5);
  CHECK(std::accumulate(found[0].counts.begin(), found[0].counts.end(), 0U) == 2);
}

TEST_CASE("values that are all the same are one bin without a width, and no values none") {
  const std::array<Sample, 1> same{Sample{false, {7, 7, 7}, {}}};
  CHECK(analysis::distributions(same)[0].counts == std::vector<std::uint32_t>{3});
  CHECK(analysis::distributions(same)[0].width == 0);
  const std::array<Sample, 1> none{Sample{false, {absent, absent}, {}}};
  CHECK(analysis::distributions(none)[0].counts.empty());
  CHECK_FALSE(analysis::known(analysis::distributions(none)[0].from));
}
