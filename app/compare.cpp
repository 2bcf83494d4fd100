#include "app/compare.hpp"

#include <fmt/format.h>

#include <cmath>

#include "analysis/uncertainty.hpp"
#include "app/answer.hpp"
#include "app/messages/command_line.hpp"
#include "app/messages/uncertainty.hpp"
#include "app/procedure.hpp"
#include "app/ranges.hpp"
#include "app/refused.hpp"
#include "app/same_market.hpp"
#include "app/subject.hpp"

namespace app {
namespace {

Comparing comparing_of(const std::vector<Case>& cases, const CompareOptions& options,
                       std::vector<std::string>& complaints) {
  Comparing comparing;
  comparing.paired = !options.unpaired;
  comparing.target = options.target;
  if (!complaints.empty()) return comparing;
  const auto number = [&](const std::string& name, const Phrase& unknown) {
    return number_of(name, unknown, cases, options.language, complaints);
  };
  if (!options.baseline.empty()) comparing.baseline = number(options.baseline, words::unknown_baseline);
  for (const auto& [from, to] : options.waterfalls) {
    const std::size_t begin = number(from, words::unknown_in_waterfall);
    comparing.waterfalls.emplace_back(begin, number(to, words::unknown_in_waterfall));
  }
  return comparing;
}

/// What the draws say of each department, of its difference to the baseline, and of the choice between them.
analysis::result::UncertaintyResult uncertainty_result(const analysis::Experiment& experiment,
                                                       const analysis::BeliefDraws& draws, const Subject& subject,
                                                       std::size_t baseline, const CompareOptions& options) {
  const std::vector<std::string> names = subject.names();
  analysis::result::UncertaintyResult result;
  result.measure = subject.measure();
  result.unit = subject.unit();
  result.draws = *options.uncertainty;
  result.replications = options.replications;
  for (std::size_t s = 0; s < names.size(); ++s)
    result.answers.push_back({names[s], "", analysis::uncertainty_of(experiment, draws, {s}, options.confidence)});
  for (std::size_t s = 0; s < names.size(); ++s)
    if (s != baseline)
      result.answers.push_back(
          {names[s], names[baseline], analysis::uncertainty_of(experiment, draws, {s, baseline}, options.confidence)});
  if (names.size() < 2) return result;
  analysis::KnowledgeOptions knowledge;
  knowledge.confidence = options.confidence;
  knowledge.larger_is_better = subject.larger_is_better();
  knowledge.seed = options.seed;
  const analysis::KnowledgeValue value = analysis::value_of_knowledge(experiment, draws, knowledge);
  if (!analysis::known(value.everything.value)) return result;  // the others have no value at some draw
  result.best = names[value.best];
  result.everything = value.everything;
  result.moved = value.moved;
  result.worth = value.factors;
  result.share_best = value.share_best;
  return result;
}

/// Draws from the beliefs instead of taking the values as they stand.
ExitCode uncertain(const CompareOptions& options) {
  std::vector<std::string> complaints;
  const Subject subject(options, complaints);
  const Comparing comparing = comparing_of(subject.cases(), options, complaints);
  std::vector<VariedFactor> varied = believed_factors(subject);
  if (varied.empty()) complaints.emplace_back(words::nothing_believed.in(options.language));
  if (!complaints.empty()) throw Refused(std::move(complaints));
  for (VariedFactor& one : varied)
    if (std::isnan(one.factor.base)) one.factor.base = (one.factor.low + one.factor.high) / 2;

  AnalysisOptions running;
  static_cast<ModelOptions&>(running) = options;
  running.replications = options.replications;
  OwnOptions own{{"--uncertainty", fmt::format("{}", *options.uncertainty)}};
  if (!options.baseline.empty()) own.emplace_back("--baseline", options.baseline);
  return answer(subject, bindings_of(varied), running, command_of("compare", running, own),
                [&](analysis::Experiment& experiment, analysis::result::Result& result) {
                  const analysis::BeliefDraws draws = analysis::draw_beliefs(
                      experiment, factors_of(varied), {*options.uncertainty, options.replications, options.seed});
                  result.uncertainty = uncertainty_result(experiment, draws, subject, comparing.baseline, options);
                  result.uncertainty->factors = told(varied);
                });
}

}  // namespace

ExitCode compare(const CompareOptions& options) {
  if (options.uncertainty) return uncertain(options);
  const std::vector<Source> sources = load_all(options);
  std::vector<std::string> complaints;
  std::vector<Case> cases = choose_cases(sources, options, options.unpaired, complaints);
  const Comparing comparing = comparing_of(cases, options, complaints);
  if (!complaints.empty()) throw Refused(std::move(complaints));
  if (!options.unpaired) refuse_different_markets(sources, words::unpaired_here, options.language);
  Simulation simulation(std::move(cases), options, comparing);
  Presentation presentation;
  presentation.language = options.language;
  presentation.period = period_of(sources.front().loaded.scenario);
  presentation.months = options.months;
  presentation.alone = simulation.cases().size() == 1;
  presentation.command = command_of("compare", options);
  if (!options.baseline.empty()) presentation.command += " --baseline " + shell_word(options.baseline);
  for (const auto& [from, to] : options.waterfalls)
    presentation.command += " --waterfall " + shell_word(from) + " " + shell_word(to);
  presentation.details = options.details;
  if (options.target) presentation.command += " --target " + shell_word(options.target->text);
  if (options.unpaired) presentation.command += " --unpaired";
  return answer(simulation, sources, options, std::move(presentation));
}

}  // namespace app
