#include "analysis/multivariate_t.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "analysis/quantiles.hpp"

using namespace analysis;

TEST_CASE("the largest of several Student variables has the quantiles of Dunnett's table") {
  // One-sided comparisons with a control, joint confidence 95 % (Dunnett 1955, table 1a), two decimals.
  const double table[][3] = {{1, 5, 2.02},  {2, 5, 2.44},  {3, 5, 2.68},  {4, 5, 2.85},  {1, 20, 1.72},
                             {2, 20, 2.03}, {3, 20, 2.19}, {4, 20, 2.30}, {5, 20, 2.39}, {2, 60, 1.95}};
  for (const auto& row : table) {
    const double comparisons = row[0];
    const double degrees = row[1];
    const double value = row[2];
    const double found = largest_t_quantile(0.95, static_cast<std::size_t>(comparisons), degrees);
    CAPTURE(comparisons);
    CAPTURE(degrees);
    CHECK(std::fabs(found - value) < 0.0051);
  }
}

TEST_CASE("with very many degrees the largest of two is the normal one, whose chance has a closed form at zero") {
  // P(Z₁ <= 0, Z₂ <= 0) = ¼ + asin(½)/(2π) = ⅓ says nothing above ½; at the quantile for .95 the table says 1.92.
  CHECK(std::fabs(largest_t_quantile(0.95, 2, 1e6) - 1.92) < 0.0051);
  CHECK(largest_t_quantile(0.95, 1, 12) == rounded(student_quantile(0.95, 12), 8));
}

TEST_CASE("the quantile lies between one comparison's and Bonferroni's and grows with their number") {
  double before = student_quantile(0.99, 12);
  for (const std::size_t m : {2UL, 3UL, 8UL, 30UL}) {
    const double here = largest_t_quantile(0.99, m, 12);
    CHECK(here > before);
    CHECK(here < student_quantile(1 - 0.01 / static_cast<double>(m), 12));
    before = here;
  }
}
