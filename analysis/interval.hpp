#pragma once

#include "analysis/absent.hpp"
#include "analysis/moments.hpp"

namespace analysis {

/// A confidence interval; an end that there is not is `absent`.
struct Interval {
  double low = absent;
  double high = absent;
};

/// A figure and its interval.
struct Figure {
  double value = absent;
  Interval interval;
};

/// A confidence interval of an expectation, and how far it can be trusted.
struct MeanInterval {
  double low = absent;
  double high = absent;
  /// The sample is too skewed for Student's t: n < 25 × skewness² (Cochran, Sampling Techniques, 2.15), that is, the
  /// mean itself has a skewness above 1/5. The interval may then cover less than it says.
  bool skewed = false;
  /// Skewed beyond what the correction can mend: this is the plain t interval, and more replications are needed.
  bool uncorrected = false;
};

/// Interval of an expectation from independent, identically distributed values.
///
/// Student's t, x̄ ± t(n−1, 1−α/2) s/√n (Law, 4.5). If skewed, Willink's correction (2005, Communications in Statistics:
/// Simulation and Computation 34, 655): [x̄ − G(t) s/√n, x̄ − G(−t) s/√n] with a = skewness/(6√n) and
/// G(r) = ((1 + 6a(r − a))^(1/3) − 1)/(2a), G(r) = r for |a| < 1e-6. Where 1 + 6a(±t − a) <= 0 the correction does not
/// exist and the t interval stands, flagged. Values without spread give an interval of width zero; less than two values
/// give none. `confidence` in (0, 1).
MeanInterval mean_interval(const Moments& values, double confidence);

/// The same about another point than the values' mean: an estimate that is a function of several means, whose
/// linearised values `values` are (their own mean is the estimate up to rounding, or zero).
MeanInterval interval_around(double center, const Moments& values, double confidence);

/// Two-sided p-value of the hypothesis that the expectation is zero: 1 − the largest confidence at which
/// `interval_around` excludes zero, with q = center / (s/√n): P(|T| > |q|), or, where skewed, P(|T| > |r|) with G(r) =
/// q, that is r = a + ((1 + 2aq)³ − 1)/(6a); where the correction does not exist at this r, the plain one. Without
/// spread 0, or 1 if the center is 0; `absent` where there is no interval.
double p_value_around(double center, const Moments& values);

/// Interval of the difference of two expectations from independent samples, about `center`: Welch's t with
/// v = s₁²/n₁ + s₂²/n₂ and v²/(s₁⁴/(n₁²(n₁−1)) + s₂⁴/(n₂²(n₂−1))) degrees of freedom (Law, 10.2.2). There is no
/// correction for skewness here: the flags `skewed` and `uncorrected` rise together, when the difference of the means
/// has a skewness above 1/5. Each sample needs two values.
MeanInterval welch_interval(double center, const Moments& first, const Moments& second, double confidence);

/// Two-sided p-value that belongs to `welch_interval`.
double welch_p_value(double center, const Moments& first, const Moments& second);

/// Wilson's score interval (1927) of a proportion: (p̂ + z²/2n ± z √(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n), p̂ = successes/n.
/// `successes` may be fractional, where a tie is split. None for n = 0.
Interval wilson_interval(double successes, double n, double confidence);

}  // namespace analysis
