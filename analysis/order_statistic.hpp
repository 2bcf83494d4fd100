#pragma once

#include <cstddef>
#include <span>

#include "analysis/interval.hpp"

namespace analysis {

/// Rank k = ⌈np⌉, from 1, of the value that estimates the p-quantile of n values (inverse of the empirical
/// distribution, type 1 of Hyndman & Fan 1996). A product within 1e-9 of a whole number counts as that number: 0.29 ×
/// 100 is 28.999999999999996 in binary, and its rank is 29. `n` > 0; the rank is at least 1 and at most n.
std::size_t quantile_rank(std::size_t n, double p);

/// The p-quantile X_(⌈np⌉) of ascending values; `absent` if there are none.
double order_quantile(std::span<const double> sorted, double p);

/// Interval of the p-quantile of a continuous distribution, exact without any assumption on its form: [X_(l), X_(u)]
/// with l = the α/2 quantile of Binomial(n, p) and u = 1 + its 1 − α/2 quantile, covers with P(l <= B <= u − 1) >= 1 −
/// α (David & Nagaraja, Order Statistics, 7.1). An end that n values cannot bound is `absent`: the upper end of a 95 %
/// interval of the 95 % quantile needs n >= 72.
Interval order_interval(std::span<const double> sorted, double p, double confidence);

}  // namespace analysis
