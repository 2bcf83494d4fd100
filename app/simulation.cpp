#include "app/simulation.hpp"

#include <unistd.h>

#include <algorithm>

#include "app/about.hpp"
#include "app/messages/command_line.hpp"
#include "app/output/number.hpp"
#include "app/progress.hpp"
#include "app/refused.hpp"
#include "models/department_system.hpp"

namespace app {
namespace {

std::vector<std::unique_ptr<sim::System>> systems_of(const std::vector<Case>& cases, bool people) {
  std::vector<std::unique_ptr<sim::System>> systems;
  for (const Case& one : cases) {
    auto department = std::make_unique<models::DepartmentSystem>(*one.scenario, one.department, one.seed, people);
    systems.push_back(std::make_unique<NamedSystem>(std::move(department), one.name, one.seed));
  }
  return systems;
}

std::vector<const sim::System*> pointers(const std::vector<std::unique_ptr<sim::System>>& systems) {
  std::vector<const sim::System*> result;
  for (const auto& system : systems) result.push_back(system.get());
  return result;
}

}  // namespace

Simulation::Simulation(std::vector<Case> cases, const SimulationOptions& options, const Comparing& comparing)
    : cases_(std::move(cases)),
      options_(options),
      comparing_(comparing),
      systems_(systems_of(cases_, options.people)),
      replications_(pointers(systems_), threads_of(options)) {
  check_measure();
  check_memory();
}

bool Simulation::all_have(std::string_view measure) const {
  return std::all_of(systems_.begin(), systems_.end(), [&](const auto& system) {
    return system->catalogue().find(measure) < system->catalogue().measures.size();
  });
}

void Simulation::check_memory() const {
  constexpr double gigabyte = 1e9;
  double row = 0;  // bytes of a replication, histograms aside
  for (const auto& system : systems_) {
    const sim::Catalogue& catalogue = system->catalogue();
    row +=
        static_cast<double>(sizeof(double) * (catalogue.slots + catalogue.periods.size() * catalogue.periodic_slots));
  }
  const double needed = row * (options_.precision ? 0 : options_.replications);
  const double there = static_cast<double>(sysconf(_SC_PHYS_PAGES)) * static_cast<double>(sysconf(_SC_PAGESIZE));
  if (needed <= there || there <= 0) return;
  const auto gigabytes = [&](double bytes) { return grouped(bytes / gigabyte, 1, options_.language); };
  throw Refused(
      {say(options_.language, words::too_much_memory, grouped(std::uint64_t{options_.replications}, options_.language),
           gigabytes(needed), gigabytes(there))});
}

void Simulation::check_measure() const {
  std::vector<std::string> names;
  for (const Case& one : cases_) names.push_back(one.name);
  const std::string wrong = wrong_with_measure(options_.measure, pointers(systems_), names, options_.language);
  if (!wrong.empty()) throw Refused({wrong});
  if (!comparing_.target) return;
  const sim::Catalogue& catalogue = systems_.front()->catalogue();
  const std::string& unit = catalogue.measures[catalogue.find(options_.measure)].unit;
  const std::string amiss =
      wrong_with_amount("--target", *comparing_.target, options_.measure, unit, options_.language);
  if (!amiss.empty()) throw Refused({amiss});
}

bool Simulation::run(std::stop_token stop, const sim::Replications::Progress& progress) {
  if (!options_.precision) return replications_.run_to(options_.replications, stop, progress);
  analysis::PrecisionRule rule;
  rule.measure = options_.measure;
  rule.precision = *options_.precision;
  rule.target =
      comparing_.wanted ? analysis::PrecisionRule::Target::differences : analysis::PrecisionRule::Target::means;
  rule.baseline = comparing_.baseline;
  rule.confidence = options_.confidence;
  rule.paired = comparing_.paired;
  rule.cap = options_.max_replications;
  rule.ahead = std::max(rule.ahead, 4 * threads_of(options_));
  reached_ = analysis::run_until_precise(replications_, rule, stop, progress);
  return !reached_->stopped;
}

std::uint32_t Simulation::wanted() const {
  return options_.precision ? options_.max_replications : options_.replications;
}

std::uint32_t Simulation::used() const { return reached_ ? reached_->replications : replications_.count(); }

std::vector<std::pair<std::size_t, std::size_t>> Simulation::waterfalls() const {
  if (!comparing_.waterfalls.empty()) return comparing_.waterfalls;
  std::vector<std::pair<std::size_t, std::size_t>> all;
  for (std::size_t s = 0; s < cases_.size(); ++s)
    if (s != comparing_.baseline) all.emplace_back(comparing_.baseline, s);
  return all;
}

analysis::result::Result Simulation::result(const std::vector<Source>& sources) const {
  analysis::result::BuildOptions build;
  build.version = SALESIM_VERSION;
  build.seed = options_.seed;
  build.measure = options_.measure;
  build.comparison.baseline = comparing_.baseline;
  build.comparison.confidence = options_.confidence;
  build.comparison.larger_is_better = larger_is_better(options_.measure);
  build.comparison.paired = comparing_.paired;
  if (comparing_.target) build.comparison.target = comparing_.target->value;
  build.replications = used();
  if (reached_) build.precision = {options_.measure, *options_.precision, reached_->reached, reached_->resolved};
  build.warnings = warnings_of(sources);
  std::vector<analysis::result::SystemName> names;
  for (const Case& one : cases_) names.push_back({one.name, one.title});
  analysis::result::Result result = analysis::result::build(replications_, names, build);
  describe_scenarios(sources, cases_, result);
  if (!comparing_.wanted) result.comparison.reset();
  build.comparison.target.reset();  // it is one of the measure that was asked about
  if (result.comparison && cases_.size() > 1 && options_.measure == "profit" && all_have("profit_with_base"))
    result.further.push_back(
        analysis::result::compare_by(replications_, names, "profit_with_base", build.comparison, result.replications));
  if (comparing_.wanted)
    for (const auto& [from, to] : waterfalls())
      result.waterfalls.push_back(analysis::result::waterfall_between(replications_, names, "profit", from, to,
                                                                      build.comparison, result.replications));
  for (std::size_t s = 0; s < cases_.size(); ++s)
    if (cases_[s].seed != options_.seed) result.systems[s].seed = cases_[s].seed;
  return result;
}

}  // namespace app
