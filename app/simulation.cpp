#include "app/simulation.hpp"

#include <unistd.h>

#include <algorithm>
#include <new>
#include <thread>

#include "app/messages/command_line.hpp"
#include "app/messages/measures.hpp"
#include "app/output/number.hpp"
#include "app/refused.hpp"
#include "models/department_system.hpp"
#include "scenarios/format/nearest.hpp"
#include "scenarios/format/write.hpp"

namespace app {
namespace {

class NamedWorker : public sim::Worker {
 public:
  NamedWorker(std::unique_ptr<sim::Worker> worker, const std::string& name, std::uint64_t seed)
      : worker_(std::move(worker)), name_(name), seed_(seed) {}

  sim::Observation observe(std::uint32_t replication) override {
    try {
      return worker_->observe(replication);
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& error) {
      throw ReplicationFailure(name_, seed_, replication, error.what());
    }
  }

 private:
  std::unique_ptr<sim::Worker> worker_;
  const std::string& name_;
  std::uint64_t seed_;
};

unsigned thread_count(const SimulationOptions& options) {
  if (options.threads > 0) return options.threads;
  return std::clamp(std::thread::hardware_concurrency(), 1U, static_cast<unsigned>(most_threads));
}

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

bool larger_is_better(const std::string& measure) {
  const MeasureWords* words = find_measure_words(measure);
  return words == nullptr || words->better != Better::less;
}

/// Each of them once, joined by `between`.
template <class Text>
std::string joined_once(const std::vector<Source>& sources, const char* between, const Text& text) {
  std::vector<std::string> seen;
  std::string result;
  for (const Source& source : sources) {
    const std::string one = text(source);
    if (std::find(seen.begin(), seen.end(), one) != seen.end()) continue;
    seen.push_back(one);
    result += (result.empty() ? "" : between) + one;
  }
  return result;
}

}  // namespace

std::unique_ptr<sim::Worker> NamedSystem::worker() const {
  return std::make_unique<NamedWorker>(system_->worker(), name_, seed_);
}

Simulation::Simulation(std::vector<Case> cases, const SimulationOptions& options, const Comparing& comparing)
    : cases_(std::move(cases)),
      options_(options),
      comparing_(comparing),
      systems_(systems_of(cases_, options.people)),
      replications_(pointers(systems_), thread_count(options)) {
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
  std::vector<std::string> all;
  std::vector<std::string> with;
  std::vector<std::string> without;
  for (std::size_t s = 0; s < systems_.size(); ++s) {
    const sim::Catalogue& catalogue = systems_[s]->catalogue();
    (catalogue.find(options_.measure) < catalogue.measures.size() ? with : without).push_back(cases_[s].name);
    for (const sim::Measure& measure : catalogue.measures)
      if (std::find(all.begin(), all.end(), measure.name) == all.end()) all.push_back(measure.name);
  }
  if (without.empty()) return;
  if (with.empty()) {
    std::string text = say(options_.language, words::unknown_measure, options_.measure, scenarios::joined(all));
    if (const std::string meant = scenarios::nearest(options_.measure, all); !meant.empty())
      text += say(options_.language, words::did_you_mean, meant);
    throw Refused({text});
  }
  const auto lacks = [&](const std::string& name) {
    return std::any_of(systems_.begin(), systems_.end(), [&](const auto& system) {
      return system->catalogue().find(name) == system->catalogue().measures.size();
    });
  };
  all.erase(std::remove_if(all.begin(), all.end(), lacks), all.end());
  throw Refused({say(options_.language, words::measure_not_shared, options_.measure, scenarios::joined(with),
                     scenarios::joined(without), scenarios::joined(all))});
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
  rule.ahead = std::max(rule.ahead, 4 * thread_count(options_));
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
  build.scenario_title = joined_once(sources, " / ", [](const Source& s) { return s.loaded.scenario.title; });
  build.scenario_hash = joined_once(sources, "+", [](const Source& s) { return scenarios::hash(s.loaded.scenario); });
  build.seed = options_.seed;
  build.measure = options_.measure;
  build.comparison.baseline = comparing_.baseline;
  build.comparison.confidence = options_.confidence;
  build.comparison.larger_is_better = larger_is_better(options_.measure);
  build.comparison.paired = comparing_.paired;
  build.replications = used();
  if (reached_) build.precision = {options_.measure, *options_.precision, reached_->reached, reached_->resolved};
  for (const Source& source : sources)
    build.warnings.insert(build.warnings.end(), source.loaded.warnings.begin(), source.loaded.warnings.end());
  std::vector<analysis::result::SystemName> names;
  for (const Case& one : cases_) names.push_back({one.name, one.title});
  analysis::result::Result result = analysis::result::build(replications_, names, build);
  if (!comparing_.wanted) result.comparison.reset();
  if (result.comparison && options_.measure == "profit" && all_have("profit_with_base"))
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
