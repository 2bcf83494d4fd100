#include "models/plan.hpp"

#include "models/plan/parts.hpp"
#include "sim/agenda.hpp"

namespace models {

sim::Problem plan_problem(const char* code, const char* path, std::vector<std::string> arguments) {
  sim::Problem result;
  result.code = code;
  result.path = path;
  result.arguments = std::move(arguments);
  return result;
}

DepartmentPlan::DepartmentPlan(const Scenario& scenario, std::size_t index) {
  const auto& [department_name, department] = scenario.departments.items[index];
  name = department_name;
  currency = scenario.currency;
  stage_names = scenario.work.stages;
  stage_count = static_cast<std::uint32_t>(stage_names.size());
  stage_names.insert(stage_names.end(), std::begin(service_names), std::end(service_names));
  segments.resize(scenario.segments.size());

  Words words;
  plan_time(*this, scenario, department.work);
  plan_sources(*this, scenario, words);
  plan_stages(*this, scenario, department.work);
  plan_people(*this, scenario, department);
  plan_doers(*this);
  plan_service(*this, scenario, department);

  if (department.transfer.work) transfer_work = sim::Sampler(department.transfer.work->law);
  transfer_loss = department.transfer.loss;
  transfer_chill = department.transfer.chill;
  transfers = department.transfer.work.has_value() || transfer_loss > 0 || transfer_chill != 1;

  layout = {static_cast<std::uint32_t>(stage_names.size()), static_cast<std::uint32_t>(roles.size()), stage_count};
  ranks.assign(seats.size(), work_ends);
  ranks.insert(ranks.end(), channels, lead_asks);

  sim::Problems problems = words.collisions();
  if (end - begin >= sim::WinnerTree::span(static_cast<std::uint32_t>(ranks.size())))
    problems.push_back(plan_problem("too_long_for_seats", "horizon", {std::to_string(ranks.size())}));
  if (!problems.empty()) throw sim::InputError(problems);
}

}  // namespace models
