#include "analysis/quantiles.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

using namespace analysis;

TEST_CASE("Student quantiles agree with closed forms and with the printed table") {
  // One degree of freedom is Cauchy's law, tan(π(p − ½)); two degrees give (2p − 1)/√(2p(1 − p)).
  CHECK(student_quantile(0.975, 1) == doctest::Approx(std::tan(std::acos(-1.0) * 0.475)).epsilon(1e-11));
  CHECK(student_quantile(0.975, 2) == doctest::Approx(0.95 / std::sqrt(2 * 0.975 * 0.025)).epsilon(1e-11));
  // Fisher & Yates, Statistical Tables, table III (also Law, table T.1), three decimals.
  const double table[][3] = {{0.975, 4, 2.776},  {0.95, 9, 1.833},  {0.975, 9, 2.262},  {0.995, 9, 3.250},
                             {0.975, 29, 2.045}, {0.99, 30, 2.457}, {0.975, 120, 1.980}};
  for (const auto& [p, degrees, value] : table) CHECK(std::fabs(student_quantile(p, degrees) - value) < 0.00051);
  CHECK(student_quantile(0.3, 7) == -student_quantile(0.7, 7));
}

TEST_CASE("Student's tails are what their quantiles leave above them") {
  CHECK(student_tail(0, 5) == 0.5);
  CHECK(student_tail(1, 1) == 0.25);                                           // Cauchy: ½ − atan(1)/π
  CHECK(student_tail(2, 2) == doctest::Approx((1 - 2 / std::sqrt(6.0)) / 2));  // two degrees: (1 − t/√(2 + t²))/2
  CHECK(student_tail(student_quantile(0.975, 9), 9) == doctest::Approx(0.025).epsilon(1e-10));
}

TEST_CASE("normal quantiles agree with known digits") {
  CHECK(normal_quantile(0.5) == 0);
  CHECK(normal_quantile(0.975) == 1.95996398454);   // 1.959963984540054…
  CHECK(normal_quantile(0.9995) == 3.29052673149);  // 3.290526731491894…
}

TEST_CASE("quantiles carry twelve significant digits, so that last bits cannot matter") {
  CHECK(rounded(1.0 / 3) == 0.333333333333);
  CHECK(rounded(-2e6 / 3) == -666666.666667);
  CHECK(rounded(std::nextafter(0.7, 1)) == rounded(std::nextafter(0.7, 0)));
  CHECK(rounded(0) == 0);
  CHECK(rounded(2.0 / 3, 3) == 0.667);
  for (const double degrees : {3.0, 17.25, 400.0}) {
    const double t = student_quantile(0.975, degrees);
    CHECK(rounded(t) == t);
  }
}

TEST_CASE("the binomial quantile is the smallest count whose distribution function reaches the level") {
  // Ten fair coins: P(B <= 1) = 11/1024 = .0107, P(<= 2) = 56/1024 = .0547; P(<= 7) = .9453, P(<= 8) = .9893.
  CHECK(binomial_quantile(0.025, 10, 0.5) == 2);
  CHECK(binomial_quantile(0.975, 10, 0.5) == 8);
  // Exactly at a step it is that step: P(B <= 1) = 11/1024.
  CHECK(binomial_quantile(11.0 / 1024, 10, 0.5) == 1);
  CHECK(binomial_quantile(11.0 / 1024 + 1e-9, 10, 0.5) == 2);
  // .95^71 = .0262 and .95^72 = .0249: only with 72 trials does P(B <= n − 1) reach .975.
  CHECK(binomial_quantile(0.975, 71, 0.95) == 71);
  CHECK(binomial_quantile(0.975, 72, 0.95) == 71);
  CHECK(binomial_quantile(0.5, 9, 0) == 0);
  CHECK(binomial_quantile(0.5, 9, 1) == 9);
}

TEST_CASE("cube roots of cubes are exact and others are right to the last places") {
  for (const double root : {1.0, 2.0, 3.0, -5.0, 0.5, 1024.0}) CHECK(cube_root(root * root * root) == root);
  CHECK(cube_root(0) == 0);
  for (double value = 1e-9; value < 1e9; value *= 1.37)
    CHECK(std::fabs(cube_root(value) / std::cbrt(value) - 1) < 5e-16);
}
