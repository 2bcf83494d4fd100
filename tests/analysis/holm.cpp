#include "analysis/holm.hpp"

#include <doctest/doctest.h>

#include "analysis/absent.hpp"

using namespace analysis;
using doctest::Approx;

TEST_CASE("Holm's adjusted p-values are stepped down by hand") {
  // Sorted .005 × 4, .01 × 3, .03 × 2, .04 × 1 = .02, .03, .06, .04, and never less than the one before: .06.
  const std::vector<double> adjusted = holm_adjusted(std::vector<double>{0.01, 0.04, 0.03, 0.005});
  CHECK(adjusted[0] == Approx(0.03));
  CHECK(adjusted[1] == Approx(0.06));
  CHECK(adjusted[2] == Approx(0.06));
  CHECK(adjusted[3] == Approx(0.02));
}

TEST_CASE("adjusted p-values never pass one, and what is absent does not count") {
  const std::vector<double> adjusted = holm_adjusted(std::vector<double>{0.7, absent, 0.4});
  CHECK(adjusted[0] == Approx(0.8));
  CHECK_FALSE(known(adjusted[1]));
  CHECK(adjusted[2] == Approx(0.8));
  CHECK(holm_adjusted(std::vector<double>{0.9, 0.8})[0] == 1);
  CHECK(holm_adjusted(std::vector<double>{}).empty());
}
