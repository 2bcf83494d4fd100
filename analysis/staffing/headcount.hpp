#pragma once

#include <cstddef>
#include <vector>

namespace analysis::staffing {

/// What becomes of people in a role, month by month.
struct Career {
  double hiring = 0;     ///< mean time from advertising to the first day [months]
  double training = 0;   ///< paid, but not working yet [months]
  double ramp = 0;       ///< from then, speed grows in a straight line to 1 in this time [months]
  double ramp_from = 1;  ///< the speed with which it begins, in [0, 1]
  double attrition = 0;  ///< share of those present who leave in a month, in [0, 1)
};

/// Mean speed of a person who came `age` months ago (at the end of that month so far: the mean over the month before),
/// training included.
double mean_speed(const Career& career, std::size_t age);

/// How many people there are and what they can do, by month.
struct Headcount {
  std::vector<double> present;   ///< at the beginning of the month, newcomers included
  std::vector<double> capacity;  ///< worked by fully trained people: Σ present × speed
  std::vector<double> hired;     ///< newcomers at the beginning of the month
  std::vector<double>
      advertised;                ///< places that must be advertised by the beginning of the month: newcomers of the
                                 ///< month that lies the hiring time later; what falls before the first month is in it
  std::vector<double> released;  ///< sent away at the beginning of the month
};

/// The smallest headcount whose capacity is at least `wanted` in each month, month by month: those present at the end
/// of the month before, less attrition, plus as many newcomers as the capacity lacks, of whom each does only
/// `mean_speed(0)`; where that is nothing, they come as many months earlier as it takes. Whoever is more than `wanted`
/// needs is sent away, the newest first, if `release`. `start`: fully trained people at the beginning.
Headcount headcount_for(const std::vector<double>& wanted, const Career& career, double start, bool release);

}  // namespace analysis::staffing
