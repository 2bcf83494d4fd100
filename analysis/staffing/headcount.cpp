#include "analysis/staffing/headcount.hpp"

#include <algorithm>
#include <cmath>

namespace analysis::staffing {
namespace {

/// ∫ of the speed from 0 to an age [months].
double worked_by(const Career& career, double age) {
  const double at = age - career.training;
  if (at <= 0) return 0;
  const double ramp = std::min(at, career.ramp);
  const double slope = career.ramp > 0 ? (1 - career.ramp_from) / career.ramp : 0;
  return career.ramp_from * ramp + slope * ramp * ramp / 2 + (at - ramp);
}

/// The first month of a newcomer in which his speed is at least ½.
std::size_t useful_from(const Career& career) {
  std::size_t age = 0;
  while (mean_speed(career, age) < 0.5) ++age;
  return age;
}

/// People by how many months they have been there; those of the start are fully trained.
class Present {
 public:
  Present(const Career& career, double start) : career_(career), trained_(start) {}

  void leave() {
    trained_ *= 1 - career_.attrition;
    for (double& people : by_age_) people *= 1 - career_.attrition;
    by_age_.insert(by_age_.begin(), 0);
  }
  void come(double people) { by_age_.front() += people; }
  /// Sends away the last who came first.
  void release(double people) {
    for (double& cohort : by_age_) people -= taken(cohort, people);
    taken(trained_, people);
  }
  double people() const {
    double sum = trained_;
    for (const double people : by_age_) sum += people;
    return sum;
  }
  /// What they can do so many months later, if only those who leave by themselves go.
  double capacity(std::size_t later) const {
    double sum = trained_;
    for (std::size_t age = 0; age < by_age_.size(); ++age) sum += by_age_[age] * mean_speed(career_, age + later);
    return sum * std::pow(1 - career_.attrition, static_cast<double>(later));
  }

 private:
  static double taken(double& from, double people) {
    const double gone = std::clamp(people, 0.0, from);
    from -= gone;
    return gone;
  }

  const Career& career_;
  double trained_;
  std::vector<double> by_age_{0};
};

}  // namespace

double mean_speed(const Career& career, std::size_t age) {
  const auto begin = static_cast<double>(age);
  return worked_by(career, begin + 1) - worked_by(career, begin);
}

Headcount headcount_for(const std::vector<double>& wanted, const Career& career, double start, bool release) {
  const std::size_t months = wanted.size();
  const std::size_t ahead = useful_from(career);
  Headcount result{std::vector<double>(months, 0), std::vector<double>(months, 0), std::vector<double>(months, 0),
                   std::vector<double>(months, 0), std::vector<double>(months, 0)};
  Present present(career, start);
  for (std::size_t m = 0; m < months; ++m) {
    if (m > 0) present.leave();
    const std::size_t last = std::min(m + ahead, months - 1);
    // Too many in every month until somebody who came now would be useful.
    double idle = present.people();
    for (std::size_t later = m; later <= last; ++later)
      idle = std::min(idle, present.capacity(later - m) - wanted[later]);
    if (release && idle > 0) {
      present.release(idle);
      result.released[m] = idle;
    }
    const auto lacking = [&](std::size_t month) {
      const double speed =
          mean_speed(career, month - m) * std::pow(1 - career.attrition, static_cast<double>(month - m));
      return speed > 0 ? std::max(0.0, (wanted[month] - present.capacity(month - m)) / speed) : 0.0;
    };
    const double come = ahead == 0 ? lacking(m) : lacking(last);
    present.come(come);
    result.hired[m] = come;
    result.present[m] = present.people();
    result.capacity[m] = present.capacity(0);
    const auto hiring = static_cast<std::size_t>(std::lround(career.hiring));
    result.advertised[m > hiring ? m - hiring : 0] += come;
  }
  return result;
}

}  // namespace analysis::staffing
