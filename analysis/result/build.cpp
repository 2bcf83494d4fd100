#include "analysis/result/build.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <span>

#include "analysis/sample.hpp"

namespace analysis::result {
namespace {

void annotate(std::vector<Note>& notes, const sim::Measure& measure, const Estimate& estimate) {
  if (!known(estimate.mean)) {
    notes.push_back({"undefined", {measure.name}});
    return;
  }
  if (estimate.skewed) {
    const double needed = std::ceil(25 * estimate.skewness * estimate.skewness);
    notes.push_back({estimate.uncorrected ? "uncorrected" : "skewed", {measure.name, fmt::format("{:.0f}", needed)}});
  }
  if (estimate.empty > 0) notes.push_back({"empty", {measure.name, fmt::format("{}", estimate.empty)}});
}

SystemResult describe(const sim::Catalogue& catalogue, std::span<const sim::Observation> rows, const SystemName& name,
                      double confidence) {
  SystemResult result;
  result.name = name.name;
  result.title = name.title;
  if (rows.size() < 2) result.notes.push_back({"no_interval", {fmt::format("{}", rows.size())}});
  for (const sim::Measure& measure : catalogue.measures) {
    const Estimate whole = estimate(Series(catalogue, measure, rows), confidence);
    annotate(result.notes, measure, whole);
    result.measures.push_back({measure.name, measure.unit, measure.definition, whole});
  }
  for (std::size_t period = 0; period < catalogue.periods.size(); ++period) {
    Month month{catalogue.periods[period], {}};
    for (const sim::Measure& measure : catalogue.measures) {
      if (!measure.monthly || measure.estimator == sim::Estimator::quantile) continue;
      const Estimate here = estimate(Series(catalogue, measure, rows, period), confidence);
      month.measures.push_back({measure.name, here.mean, here.low, here.high, here.p05, here.p95});
    }
    result.months.push_back(std::move(month));
  }
  return result;
}

/// Pairs of which one dominates the other in the sample, where the test rejects the opposite at 5 %: of each pair the
/// stronger order. Of fewer than 20 rows nothing is said: so few dominate by chance, and the bootstrap knows little.
std::vector<DominanceResult> dominance_of(const std::vector<Sample>& samples, const std::vector<SystemName>& names,
                                          bool larger_is_better) {
  constexpr double small = 0.05;
  constexpr std::size_t fewest = 20;
  std::vector<DominanceResult> result;
  for (std::size_t i = 0; i < samples.size(); ++i)
    for (std::size_t j = i + 1; j < samples.size(); ++j)
      for (const int order : {1, 2}) {
        DominanceOptions options;
        options.order = order == 1 ? DominanceOrder::first : DominanceOrder::second;
        options.larger_is_better = larger_is_better;
        const Dominance found = dominance(samples[i], samples[j], options);
        if (found.rows < fewest) break;
        if (found.holds && found.reverse_p_value < small)
          result.push_back({names[i].name, names[j].name, order, found.p_value, found.reverse_p_value});
        else if (found.reverse_holds && found.p_value < small)
          result.push_back({names[j].name, names[i].name, order, found.reverse_p_value, found.p_value});
        else
          continue;
        break;
      }
  return result;
}

Standings standings_of(const std::vector<Series>& systems, const std::vector<SystemName>& names,
                       const ComparisonOptions& options) {
  std::vector<Sample> samples;
  for (const Series& series : systems) samples.push_back(sample_of(series));
  BestOptions best;
  best.confidence = options.confidence;
  best.larger_is_better = options.larger_is_better;
  best.paired = options.paired;
  // The intervals need a confidence above one half; less is asked for by nobody who wants an answer.
  const bool sure = options.confidence > 0.5;
  const Panel panel = panel_of(samples);
  if (!sure) best.confidence = 0.95;
  ComparisonWithBest with_best = compare_with_best(panel, best);
  if (!sure) with_best.systems.clear();
  best.method = BestMethod::nelson_matejcik;
  const ComparisonWithBest spherical = sure && options.paired ? compare_with_best(panel, best) : ComparisonWithBest{};
  const std::vector<ChanceOfBest> chances = chance_of_best(samples, options.larger_is_better);
  RiskOptions risk;
  risk.confidence = options.confidence;
  risk.larger_is_better = options.larger_is_better;
  risk.target = options.target;
  Standings result;
  result.best = names[with_best.best].name;
  result.resolved = sure && with_best.resolved;
  for (std::size_t s = 0; s < systems.size(); ++s)
    result.systems.push_back({names[s].name, s < with_best.systems.size() ? with_best.systems[s] : WithBest{},
                              s < spherical.systems.size() ? spherical.systems[s] : WithBest{}, chances[s],
                              risk_of(samples[s], risk)});
  result.dominance = dominance_of(samples, names, options.larger_is_better);
  return result;
}

/// Distributions of what is earned, and of what is compared.
void add_distributions(const sim::Replications& replications, const std::string& measure, Result& result) {
  std::vector<std::string> wanted{"profit", "revenue"};
  if (std::find(wanted.begin(), wanted.end(), measure) == wanted.end()) wanted.push_back(measure);
  for (const std::string& name : wanted) {
    const auto has = [&](const sim::System* system) {
      return system->catalogue().find(name) < system->catalogue().measures.size();
    };
    if (!std::all_of(replications.systems().begin(), replications.systems().end(), has)) continue;
    std::vector<Sample> samples;
    for (const Series& series : series_of(replications, name, result.replications))
      samples.push_back(sample_of(series));
    const std::vector<Distribution> found = distributions(samples);
    const sim::Catalogue& catalogue = replications.systems().front()->catalogue();
    DistributionResult one{
        name, catalogue.measures[catalogue.find(name)].unit, found.front().from, found.front().width, {}};
    for (std::size_t s = 0; s < found.size(); ++s) one.systems.push_back({result.systems[s].name, found[s].counts});
    result.distributions.push_back(std::move(one));
  }
}

/// What every replication also tells and whose expectation is known: of the baseline, since the worlds are the same.
std::vector<Control> controls_of(const sim::Catalogue& catalogue, std::span<const sim::Observation> rows) {
  std::vector<Control> controls;
  for (const sim::KnownMean& known : catalogue.known) {
    const std::size_t slot = catalogue.measures[catalogue.find(known.measure)].numerator;
    Control control{{}, known.expectation};
    for (const sim::Observation& row : rows) control.values.push_back(row.totals[slot]);
    controls.push_back(std::move(control));
  }
  return controls;
}

/// The paired difference corrected by controls.
Controlled corrected(const Series& system, const Series& baseline, const std::vector<Control>& controls,
                     double confidence) {
  std::vector<double> values = linearise(system).values;
  const std::vector<double> others = linearise(baseline).values;
  double sum = 0;
  std::size_t count = 0;
  for (std::size_t r = 0; r < values.size(); ++r) {
    values[r] = known(values[r]) && known(others[r]) ? values[r] - others[r] : absent;
    if (!known(values[r])) continue;
    sum += values[r];
    ++count;
  }
  if (count == 0) return {};
  return control(values, sum / static_cast<double>(count), controls, confidence);
}

}  // namespace

MeasureComparison compare_by(const sim::Replications& replications, const std::vector<SystemName>& names,
                             const std::string& measure, const ComparisonOptions& options, std::uint32_t count) {
  const std::vector<Series> systems = series_of(replications, measure, count);
  const Comparison compared = compare(systems, options);
  MeasureComparison result;
  result.measure = measure;
  result.unit = systems[options.baseline].measure().unit;
  result.quantile = systems[options.baseline].measure().estimator == sim::Estimator::quantile;
  result.baseline = names[options.baseline].name;
  result.larger_is_better = options.larger_is_better;
  result.paired = options.paired;
  result.target = options.target;
  result.ranked = compared.ranked;
  const sim::Catalogue& catalogue = replications.systems()[options.baseline]->catalogue();
  const std::vector<Control> controls =
      controls_of(catalogue, std::span(replications.of(options.baseline)).first(count));
  if (options.paired)
    for (const sim::KnownMean& known : catalogue.known) result.controls.push_back(known.measure);
  const double each = shared_confidence(systems, options);
  for (std::size_t s = 0; s < systems.size(); ++s) {
    if (s != options.baseline) result.differences.push_back({names[s].name, compared.differences[s], {}});
    if (s != options.baseline && options.paired && !controls.empty())
      result.differences.back().controlled = corrected(systems[s], systems[options.baseline], controls, each);
    result.best.push_back({names[s].name, compared.best[s]});
  }
  result.standings = standings_of(systems, names, options);
  return result;
}

WaterfallResult waterfall_between(const sim::Replications& replications, const std::vector<SystemName>& names,
                                  const std::string& measure, std::size_t from, std::size_t to,
                                  const ComparisonOptions& options, std::uint32_t count) {
  const auto observed = [&](std::size_t system) {
    return Observed{replications.systems()[system]->catalogue(), std::span(replications.of(system)).first(count)};
  };
  const sim::Catalogue& catalogue = replications.systems()[from]->catalogue();
  const double whole = shared_confidence(series_of(replications, measure, count), options);
  return {names[from].name, names[to].name, measure, catalogue.measures[catalogue.find(measure)].unit,
          waterfall(observed(from), observed(to), measure, {options.confidence, whole}, options.paired)};
}

Result build(const sim::Replications& replications, const std::vector<SystemName>& names, const BuildOptions& options) {
  assert(names.size() == replications.systems().size());
  assert(options.replications <= replications.count());
  Result result;
  result.version = options.version;
  result.scenario_title = options.scenario_title;
  result.scenario_hash = options.scenario_hash;
  result.seed = options.seed;
  result.replications = options.replications == 0 ? replications.count() : options.replications;
  result.confidence = options.comparison.confidence;
  result.precision = options.precision;
  result.warnings = options.warnings;
  result.interrupted = options.interrupted;
  if (names.size() > 1 || options.comparison.target)
    result.comparison = compare_by(replications, names, options.measure, options.comparison, result.replications);
  for (std::size_t s = 0; s < names.size(); ++s)
    result.systems.push_back(describe(replications.systems()[s]->catalogue(),
                                      std::span(replications.of(s)).first(result.replications), names[s],
                                      options.comparison.confidence));
  add_distributions(replications, options.measure, result);
  return result;
}

}  // namespace analysis::result
