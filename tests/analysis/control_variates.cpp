#include "analysis/control_variates.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "analysis/moments.hpp"
#include "analysis/quantiles.hpp"
#include "tests/analysis/samples.hpp"

using namespace analysis;
using doctest::Approx;
using samples::Generator;

namespace {

/// n values 5 + 2c + e with a control c about 3, deviations of 1.
struct Data {
  Data(Generator& draw, std::size_t n, double slope, std::size_t count) : controls(count) {
    for (std::size_t r = 0; r < n; ++r) {
      double value = 5 + draw.normal();
      for (std::size_t c = 0; c < count; ++c) {
        const double z = draw.normal();
        controls[c].values.push_back(3 + z);
        controls[c].expectation = 3;
        if (c == 0) value += slope * z;
      }
      values.push_back(value);
      mean += value / static_cast<double>(n);
    }
  }
  std::vector<Control> controls;
  std::vector<double> values;
  double mean = 0;
};

}  // namespace

TEST_CASE("a control that explains everything leaves no error but what is known") {
  std::vector<double> values;
  Control leads;
  leads.expectation = 10;
  for (int r = 0; r < 20; ++r) {
    leads.values.push_back(8 + r % 3);
    values.push_back(100 + 7 * (leads.values.back() - 10));
  }
  double mean = 0;
  for (const double value : values) mean += value / 20;
  const Controlled result = control(values, mean, std::vector<Control>{leads}, 0.95);
  CHECK(result.pays);
  CHECK(result.estimate.value == Approx(100));
  CHECK(result.estimate.interval.low == Approx(100));
  CHECK(result.coefficients[0] == Approx(7));
  CHECK_FALSE(known(result.variance_ratio));
}

TEST_CASE("with controls the interval covers as it says and is narrower by what theory promises") {
  // R² = 4/5: with n = 30 and one control the mean variance is (1 − R²)(n − 2)/(n − 3) of the plain one.
  std::size_t held = 0;
  double plain = 0;
  double controlled = 0;
  Generator draw(44);
  for (int experiment = 0; experiment < 2000; ++experiment) {
    const Data data(draw, 30, 2, 1);
    const Controlled result = control(data.values, data.mean, data.controls, 0.95);
    held += result.estimate.interval.low <= 5 && 5 <= result.estimate.interval.high ? 1U : 0U;
    plain += (data.mean - 5) * (data.mean - 5);
    controlled += (result.estimate.value - 5) * (result.estimate.value - 5);
  }
  CAPTURE(held);
  CHECK(held >= binomial_quantile(0.0005, 2000, 0.95));
  CHECK(held <= binomial_quantile(0.9995, 2000, 0.95));
  CHECK(controlled / plain == Approx(0.2 * 28 / 27).epsilon(0.15));
}

TEST_CASE("with controls the interval holds about as often as without them, however curved the values are in them") {
  // 2z + κ(z² − 1) + e of mean 0. Skewness leaves the plain interval of 30 replications at about 93 % for κ = 2.
  Generator draw(47);
  for (const double curve : {0.0, 1.0, 2.0, 4.0}) {
    CAPTURE(curve);
    std::size_t held = 0;
    std::size_t plain_held = 0;
    for (int experiment = 0; experiment < 2000; ++experiment) {
      std::vector<double> values;
      Control leads{{}, 0};
      Moments plain;
      for (int r = 0; r < 30; ++r) {
        const double z = draw.normal();
        leads.values.push_back(z);
        values.push_back(2 * z + curve * (z * z - 1) + draw.normal());
        plain.add(values.back());
      }
      const Interval interval = control(values, plain.mean(), std::vector<Control>{leads}, 0.95).estimate.interval;
      const MeanInterval without = mean_interval(plain, 0.95);
      held += interval.low <= 0 && 0 <= interval.high ? 1U : 0U;
      plain_held += without.low <= 0 && 0 <= without.high ? 1U : 0U;
    }
    CAPTURE(held);
    CAPTURE(plain_held);
    CHECK(held >= binomial_quantile(0.0005, 2000, 0.93));
    CHECK(held + 50 > plain_held);
  }
}

TEST_CASE("with controls the interval holds where the values are curved in the control") {
  // 5 + z + z² + e/2 of mean 6: the residuals spread more where the control is far from its mean.
  std::size_t held = 0;
  Generator draw(46);
  for (int experiment = 0; experiment < 2000; ++experiment) {
    std::vector<double> values;
    Control leads{{}, 3};
    double mean = 0;
    for (int r = 0; r < 30; ++r) {
      const double z = draw.normal();
      leads.values.push_back(3 + z);
      values.push_back(5 + z + z * z + draw.normal() / 2);
      mean += values.back() / 30;
    }
    const Interval interval = control(values, mean, std::vector<Control>{leads}, 0.95).estimate.interval;
    held += interval.low <= 6 && 6 <= interval.high ? 1U : 0U;
  }
  CAPTURE(held);
  CHECK(held >= 1820);  // errors of equal variance would hold about 1,754 times, HC3 without skewness 1,800
}

TEST_CASE("useless controls are switched off where they would cost, and the interval stays honest") {
  std::size_t off = 0;
  std::size_t held = 0;
  Generator draw(45);
  for (int experiment = 0; experiment < 1000; ++experiment) {
    const Data data(draw, 40, 0, 4);
    const Controlled result = control(data.values, data.mean, data.controls, 0.95);
    off += result.pays ? 0U : 1U;
    if (!result.pays) CHECK(result.estimate.value == data.mean);
    held += result.estimate.interval.low <= 5 && 5 <= result.estimate.interval.high ? 1U : 0U;
  }
  CAPTURE(off);
  CAPTURE(held);
  CHECK(off > 500);
  CHECK(held >= binomial_quantile(0.0005, 1000, 0.94));  // choosing by the same data costs about .5 %
}

TEST_CASE("few replications allow few controls, constant ones are no help, and absent values are left out") {
  Generator draw(46);
  const Data data(draw, 25, 2, 4);
  CHECK(control(data.values, data.mean, data.controls, 0.95).used == 2);
  const Data few(draw, 9, 2, 1);
  const Controlled none = control(few.values, few.mean, few.controls, 0.95);
  CHECK_FALSE(none.pays);
  CHECK(none.used == 0);
  Control constant;
  constant.values.assign(25, 3);
  constant.expectation = 3;
  CHECK_FALSE(control(data.values, data.mean, std::vector<Control>{constant}, 0.95).pays);
  std::vector<double> values = data.values;
  values[3] = absent;
  double mean = 0;
  for (const double value : values) mean += known(value) ? value / 24 : 0;
  CHECK(control(values, mean, data.controls, 0.95).pays);
  CHECK_FALSE(known(control(std::vector<double>{}, absent, data.controls, 0.95).estimate.value));
}
