#pragma once

#include <cstddef>
#include <vector>

#include "analysis/absent.hpp"

namespace analysis {

/// A straight-line fit y = b₀ + Σ b_j x_j + error.
struct Fit {
  double intercept = absent;               ///< b₀ + Σ b_j `at`_j: the value at the point asked for
  double intercept_error = absent;         ///< its standard error
  std::vector<double> coefficients;        ///< b_j; absent where the column is no help: constant, or a sum of others
  std::vector<double> errors;              ///< their standard errors
  double robust_intercept_error = absent;  ///< HC3: right where the errors' variance is not the same everywhere
  std::vector<double> robust_errors;       ///< HC3, by column
  std::vector<double> fitted;              ///< by row
  std::vector<double> intercept_parts;     ///< by row: what its error adds to the intercept, times the rows; their mean
                                           ///< has the HC3 error of the intercept
  double variance = absent;                ///< of the errors, over `degrees`
  double degrees = 0;                      ///< rows − columns that help − 1
  double r_squared = absent;               ///< share of y's variance that the columns explain
};

/// Ordinary least squares by Householder QR with column pivoting (Golub & Van Loan, Matrix Computations, 5.4), never by
/// normal equations; columns are centered at `at` and scaled first. `columns` by factor, each as long as `y`; `at` by
/// factor, the point at which the intercept is wanted. Without degrees of freedom there are no errors; with fewer rows
/// than unknowns there is no fit at all (everything absent). A constant y has r² absent.
///
/// HC3 (MacKinnon & White 1985, J. Econometrics 29, 305): each residual stands for the error of its own row, divided by
/// 1 − h, where h is the row's leverage.
Fit least_squares(const std::vector<std::vector<double>>& columns, const std::vector<double>& y,
                  const std::vector<double>& at);

}  // namespace analysis
