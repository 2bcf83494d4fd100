#include "analysis/staffing/headcount.hpp"

#include <doctest/doctest.h>

using analysis::staffing::Career;
using analysis::staffing::Headcount;
using analysis::staffing::headcount_for;
using analysis::staffing::mean_speed;

TEST_CASE("a newcomer does nothing in training, then grows in a straight line") {
  // Half a month of training, then from 40 % to 100 % in two months. First month: half of it at speeds 40 to 55 %, mean
  // 47.5 %, so 23.75 %. Second: from 55 to 85 %, mean 70 %. Third: half from 85 to 100 %, then 1: (92.5 + 100) / 2.
  const Career career{0, 0.5, 2, 0.4, 0};
  CHECK(mean_speed(career, 0) == doctest::Approx(0.2375));
  CHECK(mean_speed(career, 1) == doctest::Approx(0.70));
  CHECK(mean_speed(career, 2) == doctest::Approx(0.9625));
  CHECK(mean_speed(career, 3) == doctest::Approx(1));
}

TEST_CASE("without ramp and attrition people are what is wanted, looked for one hiring time before") {
  const Headcount found = headcount_for({2, 2, 5, 5, 1}, Career{2, 0, 0, 1, 0}, 2, true);
  CHECK(found.present == std::vector<double>{2, 2, 5, 5, 1});
  CHECK(found.capacity == found.present);
  CHECK(found.hired == std::vector<double>{0, 0, 3, 0, 0});
  CHECK(found.released == std::vector<double>{0, 0, 0, 0, 4});
  // Wanted in the third month and looked for two months before.
  CHECK(found.advertised == std::vector<double>{3, 0, 0, 0, 0});
  CHECK(headcount_for({2, 1}, Career{}, 2, false).present == std::vector<double>{2, 2});
}

TEST_CASE("those who leave are replaced") {
  // A tenth of ten leaves each month, and one comes.
  const Headcount found = headcount_for({10, 10, 10}, Career{0, 0, 0, 1, 0.1}, 10, true);
  CHECK(found.hired[0] == 0);
  CHECK(found.hired[1] == doctest::Approx(1));
  CHECK(found.hired[2] == doctest::Approx(1));
}

TEST_CASE("who is slow at first comes as much earlier as it takes") {
  // A whole month of training: nobody helps in the month in which he comes, so for the third month he comes in the
  // second.
  const Headcount found = headcount_for({1, 1, 3}, Career{0, 1, 0, 1, 0}, 1, true);
  CHECK(found.hired == std::vector<double>{0, 2, 0});
  CHECK(found.capacity == std::vector<double>{1, 1, 3});
}
