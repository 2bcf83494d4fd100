#pragma once

namespace sim {

/// Natural logarithm, exponential and power, the same bits on every machine: only + − × ÷ of doubles and operations on
/// their bits are used, whereas the C library's functions differ in the last place between machines with and without
/// fused multiply-add.
///
/// The result is within 1 ulp of the true value everywhere. Method: a table of 128 entries brings the argument close to
/// 1 (log) or 0 (exp), a short series does the rest (Tang, ACM TOMS 15(2), 1989, and 16(4), 1990), and what a double
/// cannot hold is carried along as a second double (Dekker, Numer. Math. 18, 1971). The tables are computed by the
/// compiler. None of the functions sets errno.
///
/// log(0) = −∞, log(x < 0) = NaN, log(∞) = ∞.
double log(double x);

/// e^x; ∞ above 709.78, subnormal below −708.4, 0 below −745.1.
double exp(double x);

/// x^y. As in the C library: x^0 = 1 and 1^y = 1 even for NaN; 0^y = 0 for y > 0 and ∞ for y < 0; a negative x needs a
/// whole y, else NaN.
double pow(double x, double y);

}  // namespace sim
