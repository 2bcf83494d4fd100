#include "app/select.hpp"

#include <fmt/format.h>

#include "app/candidates.hpp"
#include "app/messages/measures.hpp"
#include "app/messages/selection.hpp"
#include "app/output/number.hpp"
#include "app/output/table.hpp"
#include "app/procedure.hpp"
#include "app/refused.hpp"

namespace app {
namespace {

void check_delta(const Subject& subject, const SelectOptions& options, std::vector<std::string>& complaints) {
  if (!options.delta) {
    const char* example = subject.unit() == "share" ? "1%" : "100000";
    complaints.push_back(say(options.language, words::delta_missing, options.measure, example));
    return;
  }
  std::string wrong = wrong_with_amount("--delta", *options.delta, options.measure, subject.unit(), options.language);
  if (!wrong.empty()) complaints.push_back(std::move(wrong));
}

void check_number(const Candidates& candidates, const SelectOptions& options, std::vector<std::string>& complaints) {
  const std::size_t count = candidates.candidates.size();
  if (count == 0) return;
  if (count == 1) {
    complaints.push_back(say(options.language, words::one_candidate, candidates.names.front()));
    return;
  }
  const double blind = 1 / static_cast<double>(count);
  if (options.confidence <= blind)
    complaints.push_back(say(options.language, words::confidence_below_chance,
                             percent_text(options.confidence, options.language),
                             grouped(std::uint64_t{count}, options.language), percent_text(blind, options.language)));
}

/// The scenarios of all candidates are made once, so that what cannot be is said before anything runs.
void check_scenarios(const Subject& subject, const Candidates& candidates) {
  const ScenarioFactory factory(subject, candidates.bindings);
  for (const analysis::Candidate& candidate : candidates.candidates)
    (void)factory.make(candidate.system, candidate.values);
}

void tell(const analysis::Selection& selection, const Candidates& candidates, const Subject& subject,
          analysis::result::SelectionResult& result) {
  result.decided = selection.decided;
  result.best = candidates.names[selection.best];
  result.spent = selection.spent;
  for (std::size_t c = 0; c < candidates.names.size(); ++c) {
    analysis::result::CandidateResult one;
    one.name = candidates.names[c];
    one.system = subject.cases()[candidates.candidates[c].system].name;
    one.settings = candidates.settings[c];
    one.mean = selection.means[c];
    one.replications = selection.replications[c];
    result.candidates.push_back(std::move(one));
  }
  for (const analysis::Dropped& dropped : selection.dropped) {
    analysis::result::CandidateResult& one = result.candidates[dropped.candidate];
    one.remaining = false;
    if (dropped.by != dropped.candidate) one.dropped_by = candidates.names[dropped.by];
    one.dropped_after = dropped.replications;
    one.behind = dropped.behind;
    one.screened = dropped.screened;
  }
}

std::string command_text(const SelectOptions& options) {
  OwnOptions own{{"--delta", options.delta->text}};
  for (const std::string& varied : options.varied) own.emplace_back("--vary", varied);
  if (options.max_replications != SelectOptions{}.max_replications)
    own.emplace_back("--max-replications", fmt::format("{}", options.max_replications));
  return command_of("select", options, own);
}

}  // namespace

ExitCode select(const SelectOptions& options) {
  std::vector<std::string> complaints;
  const Subject subject(options, complaints);
  if (!subject.unit().empty()) check_delta(subject, options, complaints);
  const Candidates candidates = candidates_of(subject, options.varied, options.language, complaints);
  if (complaints.empty()) check_number(candidates, options, complaints);
  if (!complaints.empty()) throw Refused(std::move(complaints));
  check_scenarios(subject, candidates);

  analysis::SelectionOptions wanted;
  wanted.indifference = options.delta->value;
  wanted.confidence = options.confidence;
  wanted.larger_is_better = subject.larger_is_better();
  wanted.first = options.replications.value_or(first_of_selection);
  wanted.cap = options.max_replications;
  return answer(subject, candidates.bindings, options, command_text(options),
                [&](analysis::Experiment& experiment, analysis::result::Result& document) {
                  analysis::result::SelectionResult result;
                  result.measure = subject.measure();
                  result.unit = subject.unit();
                  result.larger_is_better = wanted.larger_is_better;
                  result.indifference = wanted.indifference;
                  result.confidence = wanted.confidence;
                  tell(analysis::select_best(experiment, candidates.candidates, wanted), candidates, subject, result);
                  document.selection = std::move(result);
                });
}

}  // namespace app
