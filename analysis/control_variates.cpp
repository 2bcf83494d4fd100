#include "analysis/control_variates.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/least_squares.hpp"
#include "analysis/moments.hpp"

namespace analysis {

Controlled control(std::span<const double> values, double center, std::span<const Control> controls,
                   double confidence) {
  Controlled result;
  result.coefficients.assign(controls.size(), absent);
  std::vector<double> y;
  std::vector<std::size_t> rows;
  Moments plain;
  for (std::size_t r = 0; r < values.size(); ++r) {
    if (!known(values[r])) continue;
    rows.push_back(r);
    y.push_back(values[r]);
    plain.add(values[r]);
  }
  if (y.empty() || !known(center)) return result;
  const MeanInterval interval = interval_around(center, plain, confidence);
  result.estimate = {center, {interval.low, interval.high}};
  const std::size_t most = std::min(controls.size(), y.size() / 10);
  if (most == 0 || plain.m2() == 0) return result;
  std::vector<std::vector<double>> columns;
  std::vector<double> at;
  for (std::size_t c = 0; c < most; ++c) {
    std::vector<double>& column = columns.emplace_back();
    for (const std::size_t r : rows) column.push_back(controls[c].values[r]);
    at.push_back(controls[c].expectation);
  }
  const Fit fit = least_squares(columns, y, at);
  if (!known(fit.robust_intercept_error)) return result;
  const double before = plain.variance() / static_cast<double>(plain.count());
  const double after = fit.robust_intercept_error * fit.robust_intercept_error;
  result.variance_ratio = after > 0 ? before / after : absent;
  result.used = static_cast<std::size_t>(
      std::count_if(fit.coefficients.begin(), fit.coefficients.end(), [](double b) { return known(b); }));
  const double n = static_cast<double>(y.size());
  const double q = static_cast<double>(result.used);
  result.pays = result.used > 0 && (1 - fit.r_squared) * (n - 2) < n - q - 2;
  if (!result.pays) return result;
  std::copy(fit.coefficients.begin(), fit.coefficients.end(), result.coefficients.begin());
  const double value = center + (fit.intercept - plain.mean());
  Moments parts;
  for (const double part : fit.intercept_parts) parts.add(part);
  const MeanInterval corrected = interval_around(value, parts, confidence);
  result.estimate = {value, {corrected.low, corrected.high}};
  return result;
}

}  // namespace analysis
