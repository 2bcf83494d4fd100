#include "analysis/least_squares.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "analysis/quantiles.hpp"
#include "tests/analysis/samples.hpp"

using namespace analysis;
using doctest::Approx;

TEST_CASE("a straight line through five points is the one worked by hand") {
  // x = 1 … 5, y = 2, 4, 5, 4, 5: x̄ = 3, ȳ = 4, S_xx = 10, S_xy = 6: slope .6, value at 3: 4; residuals −.8, .6, 1,
  // −.6, −.2: Σ² = 2.4, s² = .8; s(slope) = √(.8/10), s(value at 3) = √(.8/5); r² = 1 − 2.4/6.
  const Fit fit = least_squares({{1, 2, 3, 4, 5}}, {2, 4, 5, 4, 5}, {3});
  CHECK(fit.coefficients[0] == Approx(0.6));
  CHECK(fit.intercept == Approx(4));
  CHECK(fit.variance == Approx(0.8));
  CHECK(fit.degrees == 3);
  CHECK(fit.errors[0] == Approx(std::sqrt(0.08)));
  CHECK(fit.intercept_error == Approx(0.4));
  CHECK(fit.r_squared == Approx(0.6));
  CHECK(fit.fitted[0] == Approx(2.8));
  CHECK(least_squares({{1, 2, 3, 4, 5}}, {2, 4, 5, 4, 5}, {0}).intercept == Approx(2.2));
}

TEST_CASE("Longley's data, hard for normal equations, give the certified coefficients") {
  // National Institute of Standards and Technology, Statistical Reference Datasets, Longley (1967).
  const std::vector<double> y{60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761,
                              66019, 67857, 68169, 66513, 68655, 69564, 69331, 70551};
  const std::vector<std::vector<double>> x{
      {83.0, 88.5, 88.2, 89.5, 96.2, 98.1, 99.0, 100.0, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9},
      {234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704, 502601,
       518173, 554894},
      {2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007},
      {1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827},
      {107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366, 125368,
       127852, 130081},
      {1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957, 1958, 1959, 1960, 1961, 1962}};
  const Fit fit = least_squares(x, y, std::vector<double>(6, 0.0));
  CHECK(fit.intercept == Approx(-3482258.63459582).epsilon(1e-9));
  CHECK(fit.intercept_error == Approx(890420.383607373).epsilon(1e-9));
  const double certified[] = {15.0618722713733,  -0.358191792925910e-1, -2.02022980381683,
                              -1.03322686717359, -0.511041056535807e-1, 1829.15146461355};
  for (std::size_t j = 0; j < 6; ++j) CHECK(fit.coefficients[j] == Approx(certified[j]).epsilon(1e-8));
  CHECK(fit.errors[5] == Approx(455.478499142212).epsilon(1e-9));
  CHECK(std::sqrt(fit.variance) == Approx(304.854073561965).epsilon(1e-9));
  CHECK(fit.r_squared == Approx(0.995479004577296).epsilon(1e-9));
}

TEST_CASE("columns that are no help have no coefficient and cost no degree of freedom") {
  const Fit fit = least_squares({{1, 2, 3, 4}, {7, 7, 7, 7}, {2, 4, 6, 8}}, {1, 3, 2, 5}, {0, 0, 0});
  CHECK_FALSE(known(fit.coefficients[1]));
  CHECK(known(fit.coefficients[0]) != known(fit.coefficients[2]));
  CHECK(fit.degrees == 2);
  const Fit only = least_squares({{1, 2, 3, 4}}, {1, 3, 2, 5}, {0});
  CHECK(fit.variance == Approx(only.variance));
}

TEST_CASE("too few rows give no errors, fewer than unknowns no fit, and an exact line no spread") {
  const Fit exact = least_squares({{1, 2}}, {3, 5}, {0});
  CHECK(exact.intercept == Approx(1));
  CHECK(exact.degrees == 0);
  CHECK_FALSE(known(exact.intercept_error));
  CHECK_FALSE(known(least_squares({{1}}, {3}, {0}).coefficients[0]));
  CHECK_FALSE(known(least_squares({{1, 2}, {5, 3}}, {3, 5}, {0, 0}).intercept));
  const Fit line = least_squares({{1, 2, 3, 4}}, {1.1, 2.2, 3.3, 4.4}, {0});
  CHECK(line.variance == 0);
  CHECK_FALSE(known(least_squares({{1, 2, 3}}, {4, 4, 4}, {0}).r_squared));
  const Fit none = least_squares({}, {1, 2, 3}, {});
  CHECK(none.intercept == Approx(2));
  CHECK(none.intercept_error == Approx(1 / std::sqrt(3.0)));
}
