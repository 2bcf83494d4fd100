#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/plan.hpp"
#include "sim/problem.hpp"

/// Steps of making a department's plan, in this order; each fills its part and may use those before it.
namespace models {

/// Collects the names behind all addresses, to find two that share a hash.
class Words {
 public:
  sim::Word operator()(const std::string& name);
  const sim::Problems& collisions() const { return collisions_; }

 private:
  std::map<sim::Word, std::string> names_;
  sim::Problems collisions_;
};

void plan_time(DepartmentPlan& plan, const Scenario& scenario, const Work& work);
void plan_sources(DepartmentPlan& plan, const Scenario& scenario, Words& words);
void plan_stages(DepartmentPlan& plan, const Scenario& scenario, const Work& work);
void plan_people(DepartmentPlan& plan, const Scenario& scenario, const Department& department);
void plan_doers(DepartmentPlan& plan);
void plan_service(DepartmentPlan& plan, const Scenario& scenario, const Department& department);

/// Open hours of a week.
sim::Calendar::Week week_of(const Hours& hours, const Days& days);
/// A date as a moment [µs since the start].
sim::Time moment(Date date, Date start);
TimedSampler timed(const std::optional<DurationLaw>& law);
sim::Problem plan_problem(const char* code, const char* path, std::vector<std::string> arguments);

}  // namespace models
