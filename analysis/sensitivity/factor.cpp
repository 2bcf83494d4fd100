#include "analysis/sensitivity/factor.hpp"

#include <algorithm>
#include <cmath>

namespace analysis {

double Factor::allowed(double value) const {
  return whole ? std::clamp(std::floor(value + 0.5), std::ceil(low), std::floor(high)) : std::clamp(value, low, high);
}

double Factor::at(double u) const { return allowed(u <= 0 ? low : u >= 1 ? high : low + u * (high - low)); }

double Factor::believed(double u) const {
  const double range = high - low;
  const double rising = base - low;
  // P(value <= base) = rising / range
  if (u * range < rising) return allowed(low + std::sqrt(u * range * rising));
  return allowed(high - std::sqrt((1 - u) * range * (range - rising)));
}

Answer answer_at(const Experiment& experiment, std::size_t point, const Question& question) {
  const Linearised one = linearise(experiment.of(point, question.system));
  if (!question.minus) return {one.center, one.values};
  const Linearised other = linearise(experiment.of(point, *question.minus));
  Answer answer;
  for (std::size_t r = 0; r < one.values.size(); ++r) {
    const bool both = known(one.values[r]) && known(other.values[r]);
    answer.values.push_back(both ? one.values[r] - other.values[r] : absent);
  }
  const Moments gap = moments_of_known(answer.values);
  if (gap.count() > 0) answer.center = gap.count() == one.values.size() ? one.center - other.center : gap.mean();
  return answer;
}

void run_for(Experiment& experiment, std::span<const std::size_t> points, const Question& question,
             std::uint32_t replications) {
  std::vector<Experiment::Wanted> wanted;
  for (const std::size_t point : points) {
    wanted.push_back({point, question.system, replications});
    if (question.minus) wanted.push_back({point, *question.minus, replications});
  }
  experiment.extend(wanted);
}

std::vector<double> base_of(std::span<const Factor> factors) {
  std::vector<double> base;
  for (const Factor& factor : factors) base.push_back(factor.base);
  return base;
}

Moments moments_of_known(std::span<const double> values) {
  Moments result;
  for (const double value : values)
    if (known(value)) result.add(value);
  return result;
}

}  // namespace analysis
