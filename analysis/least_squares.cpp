#include "analysis/least_squares.hpp"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

#include "analysis/moments.hpp"

namespace analysis {
namespace {

using Index = Eigen::Index;

Index whole(std::size_t n) { return static_cast<Index>(n); }

}  // namespace

Fit least_squares(const std::vector<std::vector<double>>& columns, const std::vector<double>& y,
                  const std::vector<double>& at) {
  const std::size_t n = y.size();
  const std::size_t q = columns.size();
  Fit fit;
  fit.coefficients.assign(q, absent);
  fit.errors.assign(q, absent);
  fit.robust_errors.assign(q, absent);

  // Columns that vary, with deviations as their unit.
  std::vector<std::size_t> used;
  std::vector<double> scales(q, 0.0);
  for (std::size_t j = 0; j < q; ++j) {
    Moments moments;
    for (const double x : columns[j]) moments.add(x);
    scales[j] = moments.deviation();
    if (scales[j] > 1e-12 * std::fabs(moments.mean())) used.push_back(j);
  }
  if (n < used.size() + 1) return fit;
  Eigen::MatrixXd design(whole(n), whole(used.size() + 1));
  Eigen::VectorXd target(whole(n));
  for (std::size_t i = 0; i < n; ++i) {
    target(whole(i)) = y[i];
    design(whole(i), 0) = 1;
    for (std::size_t c = 0; c < used.size(); ++c)
      design(whole(i), whole(c + 1)) = (columns[used[c]][i] - at[used[c]]) / scales[used[c]];
  }
  Eigen::ColPivHouseholderQR<Eigen::MatrixXd> qr;
  qr.setThreshold(1e-10);
  qr.compute(design);
  const Index rank = qr.rank();
  const Eigen::VectorXd rotated = (qr.householderQ().transpose() * target).eval();
  const auto triangle = qr.matrixR().topLeftCorner(rank, rank).template triangularView<Eigen::Upper>();
  const Eigen::VectorXd solution = triangle.solve(rotated.head(rank));
  const Eigen::MatrixXd inverse = triangle.solve(Eigen::MatrixXd::Identity(rank, rank));

  Eigen::VectorXd full = Eigen::VectorXd::Zero(design.cols());
  Eigen::VectorXd error = Eigen::VectorXd::Constant(design.cols(), absent);
  const auto& order = qr.colsPermutation().indices();
  for (Index r = 0; r < rank; ++r) {
    full(order(r)) = solution(r);
    error(order(r)) = inverse.row(r).norm();  // of unit variance
  }
  Moments moments;
  for (const double value : y) moments.add(value);
  const Eigen::VectorXd fitted = design * full;
  double squares = 0;
  for (std::size_t i = 0; i < n; ++i) {
    fit.fitted.push_back(fitted(whole(i)));
    const double residual = y[i] - fitted(whole(i));
    squares += residual * residual;
  }
  // What rounding leaves of an exact fit is nothing.
  double size = 0;
  for (const double value : y) size += value * value;
  if (squares <= 1e-26 * size) squares = 0;
  // HC3: of row i the share of coefficient r that its error moves is (R⁻¹ Qᵀ)_ri, its leverage |Q_i|².
  const Eigen::MatrixXd thin = qr.householderQ() * Eigen::MatrixXd::Identity(whole(n), rank);
  Eigen::VectorXd jackknifed(whole(n));
  for (std::size_t i = 0; i < n; ++i) {
    const double left = std::max(1e-9, 1 - thin.row(whole(i)).squaredNorm());
    jackknifed(whole(i)) = squares == 0 ? 0 : (y[i] - fitted(whole(i))) / left;
  }
  Eigen::VectorXd robust = Eigen::VectorXd::Constant(design.cols(), absent);
  for (Index r = 0; r < rank; ++r)
    robust(order(r)) = (thin * inverse.row(r).transpose()).cwiseProduct(jackknifed).norm();
  fit.degrees = static_cast<double>(n) - static_cast<double>(rank);
  if (moments.m2() > 0) fit.r_squared = 1 - squares / moments.m2();
  if (fit.degrees > 0) fit.variance = squares / fit.degrees;
  const double deviation = known(fit.variance) ? std::sqrt(fit.variance) : absent;
  if (known(error(0))) {
    fit.intercept = full(0);
    fit.intercept_error = error(0) * deviation;
    if (fit.degrees > 0) fit.robust_intercept_error = robust(0);
    for (Index r = 0; r < rank; ++r) {
      if (order(r) != 0) continue;
      const Eigen::VectorXd parts =
          (thin * inverse.row(r).transpose()).cwiseProduct(jackknifed) * static_cast<double>(n);
      fit.intercept_parts.assign(parts.begin(), parts.end());
    }
  }
  for (std::size_t c = 0; c < used.size(); ++c) {
    if (!known(error(whole(c + 1)))) continue;
    fit.coefficients[used[c]] = full(whole(c + 1)) / scales[used[c]];
    fit.errors[used[c]] = error(whole(c + 1)) * deviation / scales[used[c]];
    if (fit.degrees > 0) fit.robust_errors[used[c]] = robust(whole(c + 1)) / scales[used[c]];
  }
  return fit;
}

}  // namespace analysis
