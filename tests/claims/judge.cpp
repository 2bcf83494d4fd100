#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <stdexcept>
#include <thread>

#include "analysis/interval.hpp"
#include "analysis/series.hpp"
#include "models/department_system.hpp"
#include "scenarios/format/read.hpp"
#include "sim/replications.hpp"
#include "tests/claims/claim.hpp"

namespace claims {
namespace {

/// A department of a file with some values set, and its replications.
class Run {
 public:
  Run(const std::string& file, const std::string& department, const std::vector<std::string>& sets,
      std::uint32_t replications)
      : scenario_(scenarios::read_file(SALESIM_SOURCE_DIR "/scenarios/" + file, sets).scenario),
        system_(scenario_, index_of(department), seed),
        replications_({&system_}, std::thread::hardware_concurrency()) {
    replications_.run_to(replications);
  }
  analysis::Series series(const Side& side) const {
    const sim::Catalogue& catalogue = system_.catalogue();
    const std::size_t measure = catalogue.find(side.measure);
    if (measure == catalogue.measures.size())
      throw std::out_of_range("no measure " + side.measure + " of " + side.department);
    return {catalogue, catalogue.measures[measure], replications_.of(0), side.month.value_or(analysis::whole_run)};
  }

 private:
  std::size_t index_of(const std::string& department) const {
    for (std::size_t d = 0; d < scenario_.departments.size(); ++d)
      if (scenario_.departments.items[d].first == department) return d;
    throw std::out_of_range("no department " + department);
  }

  models::Scenario scenario_;
  models::DepartmentSystem system_;
  sim::Replications replications_;
};

/// Claims that ask the same question of a department share its run.
const Run& run(const Claim& claim, const Side& side, const std::vector<std::string>& more_sets) {
  static std::map<std::string, std::unique_ptr<Run>> runs;
  std::vector<std::string> sets = claim.sets;
  sets.insert(sets.end(), side.sets.begin(), side.sets.end());
  sets.insert(sets.end(), more_sets.begin(), more_sets.end());
  const std::string name = fmt::format("{} {} {} {}", claim.file, side.department, claim.replications, sets);
  std::unique_ptr<Run>& found = runs[name];
  if (!found) found = std::make_unique<Run>(claim.file, side.department, sets, claim.replications);
  return *found;
}

/// Interval of `sign` · (a − factor · b), by replication.
struct Gap {
  double mean = 0;
  analysis::MeanInterval interval;
  bool of_most = false;
};
Gap gap(const analysis::Linearised& a, const analysis::Linearised& b, double factor, bool of_most) {
  const double sign = of_most ? -1 : 1;
  analysis::Moments moments;
  for (std::size_t r = 0; r < a.values.size(); ++r) moments.add(sign * (a.values[r] - factor * b.values[r]));
  const double center = sign * (a.center - factor * b.center);
  return {center, analysis::interval_around(center, moments, confidence), of_most};
}

}  // namespace

std::vector<std::string> sets_of(const BreakEven& turns, const std::string& value) {
  std::vector<std::string> sets;
  for (const std::string& path : turns.paths) sets.push_back(path + "=" + value);
  return sets;
}

Range believed(const std::string& file, const std::string& path) {
  const auto beliefs = scenarios::read_file(SALESIM_SOURCE_DIR "/scenarios/" + file).scenario.beliefs;
  const auto found = beliefs.find(path);
  if (found == beliefs.end()) return {};
  return {found->second.low.value_or(""), found->second.high.value_or("")};
}

Range believed(const std::string& file, const BreakEven& turns) {
  return believed(file, turns.belief.empty() ? turns.paths.front() : turns.belief);
}

bool is_outside(const std::string& value, const Range& range) {
  if (range.low.empty()) return false;
  const double at = std::stod(value);
  return at < std::stod(range.low) || at > std::stod(range.high);
}

Finding judge(const Claim& claim, const std::vector<std::string>& more_sets) {
  const analysis::Series series = run(claim, claim.a, more_sets).series(claim.a);
  const analysis::Linearised a = analysis::linearise(series);
  analysis::Linearised b;
  if (claim.b.department.empty()) {
    b.center = claim.constant;
    b.values.assign(a.values.size(), claim.constant);
  } else {
    b = analysis::linearise(run(claim, claim.b, more_sets).series(claim.b));
  }
  if (!analysis::known(a.center) || !analysis::known(b.center)) throw std::out_of_range("no values: " + claim.says);

  std::vector<Gap> gaps;
  if (std::isfinite(claim.size.least)) gaps.push_back(gap(a, b, claim.size.least, false));
  if (std::isfinite(claim.size.most)) gaps.push_back(gap(a, b, claim.size.most, true));
  Finding finding;
  finding.unit = series.measure().unit;
  finding.a = a.center;
  finding.b = b.center;
  const auto is_nearer = [](const Gap& one, const Gap& other) { return one.mean < other.mean; };
  const Gap& binding = *std::min_element(gaps.begin(), gaps.end(), is_nearer);
  finding.gap = binding.mean;
  finding.low = binding.interval.low;
  finding.high = binding.interval.high;
  finding.of_most = binding.of_most;
  finding.skewed = std::any_of(gaps.begin(), gaps.end(), [](const Gap& g) { return g.interval.uncorrected; });
  const auto all_hold = [](const Gap& g) { return g.interval.low > 0; };
  const auto one_fails = [](const Gap& g) { return g.interval.high < 0; };
  if (std::all_of(gaps.begin(), gaps.end(), all_hold)) finding.outcome = Outcome::holds;
  if (std::any_of(gaps.begin(), gaps.end(), one_fails)) finding.outcome = Outcome::fails;
  return finding;
}

}  // namespace claims
