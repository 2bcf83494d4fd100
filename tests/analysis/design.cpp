#include "analysis/studies/design.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "analysis/sensitivity/sobol_points.hpp"

using analysis::Design;
using analysis::DesignKind;

TEST_CASE("a grid has every combination once, and its last factor changes fastest") {
  const Design design(DesignKind::grid, {2, 3}, 0, 1);
  REQUIRE(design.count() == 6);
  std::vector<std::vector<double>> points;
  for (std::uint64_t i = 0; i < 6; ++i) points.push_back(design.point(i));
  CHECK(points == std::vector<std::vector<double>>{{0, 0}, {0, 1}, {0, 2}, {1, 0}, {1, 1}, {1, 2}});
}

TEST_CASE("a design without factors is one point") {
  CHECK(Design(DesignKind::grid, {}, 0, 1).count() == 1);
  CHECK(Design(DesignKind::paired, {}, 0, 1).count() == 1);
  CHECK(Design(DesignKind::grid, {}, 0, 1).point(0).empty());
}

TEST_CASE("more combinations than a number holds are told as very many") {
  CHECK(Design::combinations(std::vector<std::size_t>(70, 2)) == 1'000'000'000'000'000'000U);
  CHECK(Design::combinations({3, 0, 5}) == 0);
}

TEST_CASE("a paired design takes the levels side by side") {
  const Design design(DesignKind::paired, {3, 3}, 0, 1);
  REQUIRE(design.count() == 3);
  CHECK(design.point(2) == std::vector<double>{2, 2});
}

TEST_CASE("a Latin hypercube has one point in each part of every factor, whatever its size") {
  for (const std::uint64_t count : {1U, 2U, 3U, 7U, 64U, 1000U}) {
    const Design design(DesignKind::lhs, {0, 0, 0}, count, 11);
    REQUIRE(design.count() == count);
    for (std::size_t f = 0; f < 3; ++f) {
      std::set<double> parts;
      for (std::uint64_t i = 0; i < count; ++i)
        parts.insert(std::floor(design.point(i)[f] * static_cast<double>(count)));
      CHECK(parts.size() == count);
      CHECK(*parts.begin() == 0);
      CHECK(*parts.rbegin() == static_cast<double>(count - 1));
    }
  }
}

TEST_CASE("the factors of a Latin hypercube are hardly correlated, and another seed gives another one") {
  constexpr std::uint64_t count = 4096;
  const Design design(DesignKind::lhs, {0, 0}, count, 5);
  const Design other(DesignKind::lhs, {0, 0}, count, 6);
  double product = 0;
  std::size_t same = 0;
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::vector<double> point = design.point(i);
    product += (point[0] - 0.5) * (point[1] - 0.5);
    same += other.point(i) == point ? 1 : 0;
  }
  // The correlation of two independent random permutations has standard deviation 1/√(n − 1); six of them are exceeded
  // with a chance of 2e-9.
  const double correlation = product / static_cast<double>(count) * 12;
  CHECK(std::fabs(correlation) < 6 / std::sqrt(count - 1.0));
  CHECK(same == 0);
}

TEST_CASE("levels share a Latin hypercube and Sobol' points evenly") {
  for (const DesignKind kind : {DesignKind::lhs, DesignKind::sobol}) {
    const Design design(kind, {4, 0}, 64, 3);
    std::vector<int> seen(4, 0);
    for (std::uint64_t i = 0; i < 64; ++i) ++seen.at(static_cast<std::size_t>(design.point(i)[0]));
    CHECK(seen == std::vector<int>{16, 16, 16, 16});
  }
}

TEST_CASE("a Sobol' point computed alone is the one in the sequence") {
  const auto sequence = analysis::sobol_points(300, 5, 42);
  const Design design(DesignKind::sobol, std::vector<std::size_t>(5, 0), 300, 42);
  for (const std::size_t i : {0U, 1U, 2U, 3U, 4U, 7U, 8U, 100U, 255U, 256U, 299U}) CHECK(design.point(i) == sequence[i]);
}
