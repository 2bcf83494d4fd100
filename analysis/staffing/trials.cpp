#include "analysis/staffing/trials.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "analysis/moments.hpp"

namespace analysis::staffing {

bool Score::better_than(const Score& other) const {
  constexpr double rounding = 1e-12;
  if (std::fabs(shortfall - other.shortfall) > rounding) return shortfall < other.shortfall;
  return objective > other.objective;
}

std::size_t Trials::point(const Plan& plan) {
  const auto it = points_.find(plan);
  if (it != points_.end()) return it->second;
  const std::size_t point = experiment_.add(std::vector<double>(plan.begin(), plan.end()), first_);
  points_.emplace(plan, point);
  return point;
}

void Trials::run(const std::vector<Plan>& plans, std::uint32_t count) {
  std::vector<Experiment::Wanted> wanted;
  for (const Plan& plan : plans) wanted.push_back({point(plan), problem_.system, count});
  experiment_.extend(wanted);
}

std::uint64_t Trials::missing(const std::vector<Plan>& plans, std::uint32_t count) {
  std::uint64_t sum = 0;
  for (const Plan& plan : plans) sum += count - std::min(count, this->count(plan));
  return sum;
}

std::uint32_t Trials::count(const Plan& plan) const {
  const auto it = points_.find(plan);
  if (it == points_.end()) return 0;
  return static_cast<std::uint32_t>(experiment_.of(it->second, problem_.system).size());
}

std::vector<double> Trials::values(const Plan& plan, std::uint32_t count) const {
  const Sample& sample = experiment_.of(points_.at(plan), problem_.system);
  if (sample.ratio) return linearise(sample.first(count)).values;
  return {sample.above.begin(), sample.above.begin() + count};
}

Score Trials::score(const Plan& plan, std::uint32_t count) const {
  Score score;
  Moments moments;
  for (const double value : values(plan, count))
    if (known(value)) moments.add(value);
  // A plan of whose objective nothing is known is the worst of all.
  score.objective = moments.count() == 0 ? -std::numeric_limits<double>::infinity() : sign() * moments.mean();
  for (std::size_t q = 0; q < problem_.requirements.size(); ++q) {
    const double failed = static_cast<double>(count - met(plan, q, count)) / static_cast<double>(count);
    score.shortfall += std::max(0.0, failed - tolerated_[q]);
  }
  return score;
}

std::vector<double> Trials::differences(const Plan& plan, const Plan& other, std::uint32_t count) const {
  const std::vector<double> one = values(plan, count);
  const std::vector<double> two = values(other, count);
  std::vector<double> differences;
  for (std::size_t r = 0; r < one.size(); ++r)
    if (known(one[r]) && known(two[r])) differences.push_back(one[r] - two[r]);
  return differences;
}

Gap Trials::gap(const Plan& plan, const Plan& other, std::uint32_t count) const {
  Moments moments;
  for (const double difference : differences(plan, other, count)) moments.add(sign() * difference);
  if (moments.count() < 2) return {moments.mean(), std::numeric_limits<double>::infinity()};
  return {moments.mean(), moments.deviation() / std::sqrt(static_cast<double>(moments.count()))};
}

std::uint32_t Trials::met(const Plan& plan, std::size_t requirement, std::uint32_t count) const {
  const Sample& sample = experiment_.of(points_.at(plan), problem_.system, problem_.requirements[requirement].measure);
  std::uint32_t met = 0;
  for (std::uint32_t r = 0; r < count; ++r) met += sample.value(r) >= 0.5 ? 1U : 0U;
  return met;
}

}  // namespace analysis::staffing
