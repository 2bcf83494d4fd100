#include "app/study_runner.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <new>
#include <span>

#include "analysis/sample.hpp"
#include "app/messages/problems.hpp"
#include "app/ranges.hpp"
#include "models/department_system.hpp"
#include "scenarios/format/write.hpp"

namespace app {
namespace {

constexpr std::size_t most_recent = 8;
constexpr std::size_t longest_reason = 2000;  ///< [bytes]

/// The first scenario that can be read.
std::optional<scenarios::Variants> first_of(StudyStore& store) {
  for (std::size_t s = 0; s < store.scenarios(); ++s) {
    const StoredScenario stored = store.scenario(s);
    if (!stored.hash.empty()) return variants_of(store, stored);
  }
  return std::nullopt;
}

/// Runs replications of a department and keeps the measures that are wanted.
void observe(const models::Scenario& scenario, std::size_t number, const StoredScenario& stored, const Block& block,
             const std::stop_token& stop, DepartmentRun& run) {
  const models::DepartmentSystem system(scenario, number, block.seed);
  const sim::Catalogue& catalogue = system.catalogue();
  std::vector<std::pair<std::uint32_t, const sim::Measure*>> measures;
  for (const StoredMeasure& wanted : stored.measures)
    if (const std::size_t found = catalogue.find(wanted.name); found < catalogue.measures.size())
      measures.emplace_back(wanted.number, &catalogue.measures[found]);
  run.rows.reserve(measures.size() * block.count);
  const std::unique_ptr<sim::Worker> worker = system.worker();
  for (std::uint32_t r = block.first; r < block.first + block.count && !stop.stop_requested(); ++r) {
    try {
      const sim::Observation row = worker->observe(r);
      for (const auto& [index, measure] : measures) {
        const analysis::Sample one = analysis::sample_of(analysis::Series(catalogue, *measure, std::span(&row, 1)));
        // Zero has no sign in the database.
        run.rows.push_back({r, index, one.above.front() + 0.0,
                            one.ratio ? one.below.front() + 0.0 : std::numeric_limits<double>::quiet_NaN()});
      }
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& error) {
      run.rows.clear();
      run.failure = fmt::format("replication {}: {}", r, error.what());
      return;
    }
  }
}

}  // namespace

std::string reason_of(const sim::InputError& error) {
  std::string text = text_of(error.problems(), Language::en);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  if (text.size() <= longest_reason) return text;
  std::size_t end = longest_reason;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

scenarios::Study study_of(StudyStore& store) {
  try {
    return scenarios::read_study_text(store.head().text, "study");
  } catch (const sim::InputError&) {
    throw StoreError(store.database().path(), "text", StoreError::Kind::damaged);
  }
}

scenarios::Variants variants_of(StudyStore& store, const StoredScenario& scenario) {
  try {
    return scenarios::Variants::of_text(scenario.text, scenario.file);
  } catch (const sim::InputError&) {
    // Another version may have read what this one does not.
    const bool own = store.head().version == SALESIM_VERSION;
    throw StoreError(store.database().path(), scenario.file,
                     own ? StoreError::Kind::broken : StoreError::Kind::not_results);
  }
}

StudyPoints::StudyPoints(const scenarios::Study& study, std::size_t scenarios,
                         const std::optional<scenarios::Variants>& first)
    : design_(study.points_of_factors()), scenarios_(scenarios), factors_(study.factors) {
  for (const scenarios::StudyFactor& factor : factors_) {
    Binding binding{Binding::Kind::choice, factor.path};
    if (factor.values.empty()) {
      binding.kind = Binding::Kind::quantity;
      binding.unit = factor.unit;
      if (first) binding.grain = grain_of(std::span(&*first, 1), binding, factor.low, factor.high);
    } else {
      binding.choices = factor.values;
    }
    bindings_.push_back(std::move(binding));
  }
}

std::vector<std::string> StudyPoints::sets(std::uint64_t point) const {
  const std::vector<double> coordinates = design_.point(point % design_.count());
  std::vector<std::string> sets;
  for (std::size_t f = 0; f < bindings_.size(); ++f) {
    const scenarios::StudyFactor& factor = factors_[f];
    const double value =
        factor.values.empty() ? factor.low + coordinates[f] * (factor.high - factor.low) : coordinates[f];
    sets.push_back(bindings_[f].set(value));
  }
  return sets;
}

std::pair<std::string, double> StudyPoints::parameter(const std::string& set) {
  std::string value = set.substr(set.find('=') + 1);
  const auto quantity = scenarios::quantity_of(value);
  const double number = quantity ? quantity->number : std::numeric_limits<double>::quiet_NaN();
  return {std::move(value), number};
}

StudyRunner::StudyRunner(StudyStore& store)
    : store_(store), study_(study_of(store)), points_(study_, store.scenarios(), first_of(store)) {}

std::shared_ptr<const StudyRunner::Base> StudyRunner::base_of(std::uint32_t scenario, std::mutex& store) {
  const std::scoped_lock lock(store);
  for (const auto& [number, base] : recent_)
    if (number == scenario) return base;
  auto base = std::make_shared<Base>();
  base->stored = store_.scenario(scenario);
  if (base->stored.hash.empty())
    base->failure = base->stored.text;
  else
    base->variants = variants_of(store_, base->stored);
  if (recent_.size() == most_recent) recent_.erase(recent_.begin());
  recent_.emplace_back(scenario, base);
  return base;
}

std::optional<Block> StudyRunner::compute(std::uint64_t point, std::uint32_t block, const std::stop_token& stop,
                                          std::mutex& store) {
  const std::uint32_t size = store_.head().block;
  std::optional<Block> result = compute(point, block * size, size, stop, store);
  if (result) result->number = block;
  return result;
}

std::optional<Block> StudyRunner::compute(std::uint64_t point, std::uint32_t first, std::uint32_t count,
                                          const std::stop_token& stop, std::mutex& store) {
  Block block;
  block.point = point;
  block.first = first;
  block.count = count;
  block.scenario = points_.scenario_of(point);
  block.seed = static_cast<std::uint64_t>(study_.seed);
  const std::vector<std::string> sets = points_.sets(point);
  for (const std::string& set : sets) block.parameters.push_back(StudyPoints::parameter(set));
  const std::shared_ptr<const Base> base = base_of(block.scenario, store);
  if (!base->variants) {
    block.failure = base->failure;
    return block;
  }
  try {
    std::optional<models::Scenario> made;
    if (!sets.empty()) made = base->variants->with(sets);
    const models::Scenario& scenario = made ? *made : base->variants->loaded().scenario;
    block.hash = scenarios::hash(scenario);
    const auto& departments = scenario.departments.items;
    for (const StoredDepartment& wanted : base->stored.departments) {
      const auto found = std::find_if(departments.begin(), departments.end(),
                                      [&](const auto& one) { return one.first == wanted.name; });
      if (found == departments.end()) continue;
      DepartmentRun run;
      run.department = wanted.number;
      observe(scenario, static_cast<std::size_t>(found - departments.begin()), base->stored, block, stop, run);
      block.departments.push_back(std::move(run));
      if (stop.stop_requested()) return std::nullopt;
    }
  } catch (const sim::InputError& error) {
    block.failure = reason_of(error);
    block.departments.clear();
  }
  return block;
}

}  // namespace app
