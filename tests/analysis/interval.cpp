#include "analysis/interval.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "analysis/quantiles.hpp"

using namespace analysis;
using doctest::Approx;

namespace {

Moments moments_of(const std::vector<double>& values) {
  Moments result;
  for (const double value : values) result.add(value);
  return result;
}

}  // namespace

TEST_CASE("the t interval of five numbers is the one worked by hand") {
  // Mean 3, s² = 2.5, √(2.5/5) = .70711, t(4; .975) = 2.77645: 3 ± 1.96324. Two-sided: α/2 in each tail.
  const MeanInterval interval = mean_interval(moments_of({1, 2, 3, 4, 5}), 0.95);
  CHECK(interval.low == Approx(3 - 1.963243161).epsilon(1e-9));
  CHECK(interval.high == Approx(3 + 1.963243161).epsilon(1e-9));
  CHECK_FALSE(interval.skewed);
}

TEST_CASE("ten days of the bank have the published 90 % interval 2.03 ± 0.32") {
  // Law, Simulation Modeling and Analysis, example 9.14: average delays of ten replications, X̄ = 2.03, S² = .31.
  const MeanInterval interval =
      mean_interval(moments_of({1.53, 1.66, 1.24, 2.34, 2.00, 1.69, 2.69, 2.86, 1.70, 2.60}), 0.90);
  CHECK(std::fabs(interval.low - (2.03 - 0.32)) < 0.005);
  CHECK(std::fabs(interval.high - (2.03 + 0.32)) < 0.005);
}

TEST_CASE("a skewed sample gets Willink's interval") {
  // Mean 3.2, s² = 3.5111, m3 = 5.1333, skewness .78025: n = 10 < 25 × .609. a = .0411227, t = 2.262157,
  // 1 + 6a(t − a) = 1.548009, 1 + 6a(−t − a) = .431698; cube roots 1.156797 and .755778. Worked to 25 digits.
  const Moments moments = moments_of({1, 1, 2, 2, 3, 3, 4, 4, 5, 7});
  const MeanInterval interval = mean_interval(moments, 0.95);
  CHECK(interval.skewed);
  CHECK_FALSE(interval.uncorrected);
  CHECK(interval.low == Approx(2.070324157139569849).epsilon(1e-11));
  CHECK(interval.high == Approx(4.959538111699815161).epsilon(1e-11));
  // G inverts Hall's polynomial: G + 2a G² + (4/3) a² G³ + a = ±t.
  const double error = std::sqrt(moments.variance() / 10);
  const double a = moments.skewness() / (6 * std::sqrt(10.0));
  for (const double end : {interval.low, interval.high}) {
    const double g = (moments.mean() - end) / error;
    CHECK(std::fabs(g + 2 * a * g * g + 4.0 / 3 * a * a * g * g * g + a) ==
          Approx(student_quantile(0.975, 9)).epsilon(1e-11));
  }
}

TEST_CASE("a mirrored sample has the mirrored interval") {
  const MeanInterval interval = mean_interval(moments_of({1, 1, 2, 2, 3, 3, 4, 4, 5, 7}), 0.95);
  const MeanInterval mirror = mean_interval(moments_of({-1, -1, -2, -2, -3, -3, -4, -4, -5, -7}), 0.95);
  CHECK(mirror.low == -interval.high);
  CHECK(mirror.high == -interval.low);
}

TEST_CASE("a sample too skewed for the correction keeps the t interval and says so") {
  // Skewness 1.539: a = .0811, 1 + 6a(−t − a) = −.1407, so there is no correction; t interval 3.4 ± 1.69284.
  const MeanInterval interval = mean_interval(moments_of({1, 1, 2, 2, 3, 3, 4, 4, 5, 9}), 0.95);
  CHECK(interval.skewed);
  CHECK(interval.uncorrected);
  CHECK(interval.low == Approx(1.707156588354502551).epsilon(1e-11));
  CHECK(interval.high == Approx(5.092843411645497449).epsilon(1e-11));
}

TEST_CASE("Cochran's rule draws the line at n = 25 times the squared skewness") {
  // Skewness .8012 at n = 14 asks for 16.05 values, .7979 at n = 16 for 15.92.
  std::vector<double> values{1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 2, 4, 2, 4};
  CHECK(mean_interval(moments_of(values), 0.95).skewed);
  values.insert(values.end(), {2, 4});
  CHECK_FALSE(mean_interval(moments_of(values), 0.95).skewed);
}

TEST_CASE("equal values give an interval of width zero, and fewer than two none") {
  const MeanInterval constant = mean_interval(moments_of({0.1, 0.1, 0.1}), 0.95);
  CHECK(constant.low == 0.1);
  CHECK(constant.high == 0.1);
  CHECK_FALSE(constant.skewed);
  for (const std::vector<double>& few : {std::vector<double>{}, std::vector<double>{7}}) {
    const MeanInterval none = mean_interval(moments_of(few), 0.95);
    CHECK_FALSE(known(none.low));
    CHECK_FALSE(known(none.high));
  }
}

TEST_CASE("intervals scale with the data to the bit and grow with the confidence") {
  const std::vector<double> values{1, 1, 2, 2, 3, 3, 4, 4, 5, 7};
  std::vector<double> doubled = values;
  for (double& value : doubled) value *= 1024;
  const MeanInterval one = mean_interval(moments_of(values), 0.95);
  const MeanInterval other = mean_interval(moments_of(doubled), 0.95);
  CHECK(other.low == 1024 * one.low);
  CHECK(other.high == 1024 * one.high);
  const MeanInterval wider = mean_interval(moments_of(values), 0.97);
  CHECK(wider.low < one.low);
  CHECK(wider.high > one.high);
}

TEST_CASE("Welch's interval of two small samples is the one worked by hand") {
  // {1…5}: mean 3, s²/n = .5. {2, 4, 6, 8}: mean 5, s²/n = 5/3. v = 13/6, degrees v²/(.25/4 + (25/9)/3) = 4.749415,
  // t = 2.611900, half-width 3.844636.
  const MeanInterval interval = welch_interval(-2, moments_of({1, 2, 3, 4, 5}), moments_of({2, 4, 6, 8}), 0.95);
  CHECK(interval.low == Approx(-2 - 3.844636383940091647).epsilon(1e-10));
  CHECK(interval.high == Approx(-2 + 3.844636383940091647).epsilon(1e-10));
  CHECK_FALSE(interval.skewed);
}

TEST_CASE("Welch's interval flags skewness that does not cancel, and none for constants") {
  const Moments skewed = moments_of({1, 1, 1, 1, 1, 1, 1, 1, 1, 9});
  const Moments even = moments_of({1, 2, 3, 4, 5});
  CHECK(welch_interval(0, skewed, even, 0.95).skewed);
  CHECK(welch_interval(0, even, skewed, 0.95).uncorrected);
  CHECK_FALSE(welch_interval(0, skewed, skewed, 0.95).skewed);
  const MeanInterval constant = welch_interval(3, moments_of({5, 5}), moments_of({2, 2, 2}), 0.95);
  CHECK(constant.low == 3);
  CHECK(constant.high == 3);
  CHECK_FALSE(known(welch_interval(0, moments_of({5}), even, 0.95).low));
}

TEST_CASE("Wilson's interval is the one worked by hand, and stays within 0 and 1") {
  // 8 of 10: z² = 3.841459; middle (.8 + .192073)/1.384146 = .716741, half-width z √(.016 + .0096036)/1.384146 =
  // .226577.
  const Interval interval = wilson_interval(8, 10, 0.95);
  CHECK(interval.low == Approx(0.490162).epsilon(1e-6));
  CHECK(interval.high == Approx(0.943318).epsilon(1e-6));
  // None of n: from 0 to z²/(n + z²).
  const Interval none = wilson_interval(0, 10, 0.95);
  CHECK(none.low == 0);
  CHECK(none.high == Approx(3.841458821 / 13.841458821).epsilon(1e-9));
  const Interval all = wilson_interval(10, 10, 0.95);
  CHECK(all.low == Approx(1 - none.high).epsilon(1e-12));
  CHECK(all.high == 1);
  CHECK_FALSE(known(wilson_interval(0, 0, 0.95).low));
}

TEST_CASE("a p-value is what is left of the confidence at which the interval just excludes zero") {
  const std::vector<std::vector<double>> samples{{1, 2, 3, 4, 5},           // symmetric
                                                 {-1, 0, 0.5, 1, 1, 2, 9},  // skewed, corrected
                                                 {1, 0, 0.5, -1, -1, -2, -9},
                                                 {0.1, 0.1, 0.1, 0.1, 40}};  // skewed beyond correction at small p
  for (const std::vector<double>& values : samples) {
    const Moments moments = moments_of(values);
    const double p = p_value_around(moments.mean(), moments);
    CAPTURE(p);
    const MeanInterval wide = mean_interval(moments, 1 - 0.99 * p);
    CHECK(wide.low <= 0);
    CHECK(wide.high >= 0);
    const MeanInterval narrow = mean_interval(moments, 1 - 1.01 * p);
    CHECK((narrow.low > 0 || narrow.high < 0));
  }
  // D = 1 … 5: t = 3/.70711 = 4.2426 with 4 degrees, p = .0132.
  CHECK(p_value_around(3, moments_of({1, 2, 3, 4, 5})) == Approx(0.01324).epsilon(1e-3));
  CHECK(p_value_around(7, moments_of({7, 7})) == 0);
  CHECK(p_value_around(0, moments_of({0, 0})) == 1);
  CHECK_FALSE(known(p_value_around(1, moments_of({1}))));
}

TEST_CASE("Welch's p-value belongs to Welch's interval") {
  const Moments one = moments_of({1, 2, 3, 4, 5});
  const Moments other = moments_of({2, 4, 6, 8});
  const double p = welch_p_value(-2, one, other);
  CHECK(welch_interval(-2, one, other, 1 - 1.001 * p).high < 0);
  CHECK(welch_interval(-2, one, other, 1 - 0.999 * p).high > 0);
  CHECK(welch_p_value(0, moments_of({1, 1}), moments_of({1, 1})) == 1);
  CHECK(welch_p_value(1, moments_of({2, 2}), moments_of({1, 1})) == 0);
  CHECK_FALSE(known(welch_p_value(1, moments_of({2}), moments_of({1, 1}))));
}
