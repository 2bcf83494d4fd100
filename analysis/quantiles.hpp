#pragma once

#include <cstddef>

namespace analysis {

/// Quantiles of the reference distributions, by Boost.Math, rounded to 12 significant digits.
///
/// Results must be the same bytes on every machine, and libm's exp, log and pow differ in the last bits between
/// machines with and without fused multiply-add. These functions are the only place of this floor where such a function
/// is used, and rounding removes what it may have disturbed; everything after them is + − × ÷ and the square root,
/// which IEEE 754 fixes. (Boost evaluates in long double, so a disagreement, about 1e-18, survives the rounding only if
/// the exact value lies that close to a rounding boundary: a chance of about one in a million per quantile.)

/// `value` rounded to so many significant decimal digits (1 to 17), ties as decimal printing does.
double rounded(double value, int digits = 12);

/// Quantile of the standard normal distribution. `p` in (0, 1).
double normal_quantile(double p);

/// Quantile of Student's t distribution. `p` in (0, 1), `degrees` of freedom > 0, not necessarily whole.
double student_quantile(double p, double degrees);

/// P(T > t) of Student's t distribution.
double student_tail(double t, double degrees);

/// Smallest k with P(B <= k) >= `q`, where B counts the successes in `n` trials of chance `p`. `q` in [0, 1), `p` in
/// [0, 1]. Both sides of the inequality are rounded first, so that k does not depend on last bits either.
std::size_t binomial_quantile(double q, std::size_t n, double p);

/// Clopper & Pearson's lower confidence bound of a chance (1934): the p at which `successes` or more of `n` have the
/// probability `alpha`; 0 for none. `alpha` in (0, 1), n >= 1.
double clopper_pearson_lower(std::size_t successes, std::size_t n, double alpha);

/// Real cube root, by Newton's method from + − × ÷ (std::cbrt is one of the functions that differ between machines).
double cube_root(double value);

}  // namespace analysis
