#pragma once

#include <cstddef>

namespace analysis {

/// Upper quantile T of the largest of `comparisons` Student variables with common correlation 1/2: P(T₁ <= T, …, Tₘ <=
/// T) = `confidence`. It is the constant of comparisons with a control or with the best (Dunnett 1955, JASA 50, 1096;
/// Hsu 1984, Annals of Statistics 12, 1136).
///
/// With S = √(χ²_ν/ν): P = ∫ f(s) ∫ Φ(z + √2 T s)^m φ(z) dz ds, both integrals by the trapezoidal rule, s by its
/// logarithm: the integrands are analytic and vanish with their derivatives at both ends, where that rule converges
/// exponentially. Right to 8 significant digits, and rounded to them, so that it is the same on every machine.
/// `confidence` in (1/2, 1), `comparisons` >= 1, `degrees` >= 1. Costs some 10⁶ evaluations of Φ.
double largest_t_quantile(double confidence, std::size_t comparisons, double degrees);

}  // namespace analysis
