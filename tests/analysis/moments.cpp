#include "analysis/moments.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/analysis/samples.hpp"

using analysis::Moments;

namespace {

Moments moments_of(const std::vector<double>& values) {
  Moments result;
  for (const double value : values) result.add(value);
  return result;
}

}  // namespace

TEST_CASE("moments of four numbers are those worked by hand") {
  // Mean 4; deviations −3, −2, 0, 5; squares 9 + 4 + 0 + 25 = 38; cubes −27 − 8 + 0 + 125 = 90.
  const Moments moments = moments_of({1, 2, 4, 9});
  CHECK(moments.count() == 4);
  CHECK(moments.mean() == 4);
  CHECK(moments.m2() == doctest::Approx(38).epsilon(1e-14));
  CHECK(moments.m3() == doctest::Approx(90).epsilon(1e-14));
  CHECK(moments.variance() == doctest::Approx(38.0 / 3).epsilon(1e-14));
  CHECK(moments.skewness() == doctest::Approx(4.0 / 6 * 90 / std::pow(38.0 / 3, 1.5)).epsilon(1e-14));
}

TEST_CASE("merged parts have the moments of the whole, wherever it is cut") {
  samples::Generator draw(1);
  std::vector<double> values(50);
  for (double& value : values) value = 100 + draw.exponential();
  const Moments whole = moments_of(values);
  for (std::size_t cut = 0; cut <= values.size(); cut += 5) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(cut);
    Moments merged = moments_of({values.begin(), middle});
    merged.merge(moments_of({middle, values.end()}));
    CHECK(merged.count() == whole.count());
    CHECK(merged.mean() == doctest::Approx(whole.mean()).epsilon(1e-14));
    CHECK(merged.m2() == doctest::Approx(whole.m2()).epsilon(1e-11));
    CHECK(merged.m3() == doctest::Approx(whole.m3()).epsilon(1e-10));
  }
}

TEST_CASE("equal values have exactly themselves as mean and no spread at all") {
  Moments moments = moments_of(std::vector<double>(1000, 0.1));
  moments.merge(moments_of(std::vector<double>(7, 0.1)));
  CHECK(moments.mean() == 0.1);
  CHECK(moments.m2() == 0);
  CHECK(moments.m3() == 0);
  CHECK(moments.skewness() == 0);
}

TEST_CASE("a large offset does not drown the spread") {
  // Three values a billion from zero: s² = 1.
  CHECK(moments_of({1e9, 1e9 + 1, 1e9 + 2}).variance() == doctest::Approx(1).epsilon(1e-9));
}

TEST_CASE("too few values have no variance and no skewness") {
  CHECK(moments_of({}).variance() == 0);
  CHECK(moments_of({5}).variance() == 0);
  CHECK(moments_of({5, 7}).skewness() == 0);
  CHECK(moments_of({5, 7}).variance() == doctest::Approx(2));
}
