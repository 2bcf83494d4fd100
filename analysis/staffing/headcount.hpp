#pragma once

#include <cstddef>
#include <vector>

namespace analysis::staffing {

/// What becomes of people in a role, in months.
struct Career {
  double hiring = 0;     ///< mean time from advertising a place to the first day [months]
  double training = 0;   ///< paid, but not working yet [months]
  double ramp = 0;       ///< after that, speed grows in a straight line to 1 in this time [months]
  double ramp_from = 1;  ///< the speed with which it begins, in [0, 1]
  double attrition = 0;  ///< share of those present who leave in a month, in [0, 1)
};

/// Mean speed of a person in his month number `age` (0: the first) with the employer: 0 in training, then from
/// `ramp_from` to 1.
double mean_speed(const Career& career, std::size_t age);

/// How many people there are and what they can do, by month.
struct Headcount {
  std::vector<double> present;     ///< through the month, newcomers included [people]
  std::vector<double> capacity;    ///< Σ present × mean speed [fully trained people]
  std::vector<double> hired;       ///< who come at the beginning of the month [people]
  std::vector<double> released;    ///< who are sent away at the beginning of the month [people]
  std::vector<double> advertised;  ///< places that are to be advertised in the month, the hiring time before somebody
                                   ///< comes; those of a moment before the first month are counted in it [people]
};

/// The headcount that works off `wanted` [fully trained people, by month], or as near as people can come.
///
/// Month by month: of those there a share `attrition` has left; who is more than this month and the time in which a
/// newcomer becomes useful will need is sent away, the last come first, if `release`; then so many come as the capacity
/// of this month, or of the month in which somebody who comes now has become useful (his speed is at least ½ for the
/// first time), lacks. In the first months capacity can fall short: nobody comes before they begin. `start`: fully
/// trained people there at the beginning.
Headcount headcount_for(const std::vector<double>& wanted, const Career& career, double start, bool release);

}  // namespace analysis::staffing
