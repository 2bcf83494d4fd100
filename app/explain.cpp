#include "app/explain.hpp"

#include <algorithm>

#include "app/messages/command_line.hpp"
#include "app/messages/explanation.hpp"
#include "app/procedure.hpp"
#include "app/refused.hpp"
#include "scenarios/format/mechanisms.hpp"
#include "scenarios/format/nearest.hpp"

namespace app {
namespace {

/// The options with the departments that are asked about.
ExplainOptions with_pair(const ExplainOptions& options) {
  ExplainOptions chosen = options;
  chosen.departments = options.pair;
  return chosen;
}

/// The second department minus the first one.
analysis::Question question_of(const Subject& subject, const ExplainOptions& options,
                               std::vector<std::string>& complaints) {
  const std::vector<Case>& cases = subject.cases();
  if (options.pair.empty()) {
    if (cases.size() != 2)
      complaints.push_back(say(options.language, words::two_names, scenarios::joined(subject.names())));
    return {1, 0};
  }
  const auto number = [&](const std::string& name) {
    return number_of(name, words::unknown_department, cases, options.language, complaints);
  };
  const std::size_t from = number(options.pair.front());
  return {number(options.pair.back()), from};
}

/// The mechanisms that are on for one of the two, in their order.
std::vector<std::string> mechanisms_of(const Subject& subject, const analysis::Question& question) {
  std::vector<std::string> all;
  for (const std::size_t number : {question.system, *question.minus}) {
    const Case& one = subject.cases()[number];
    const std::string& department = one.scenario->departments.items[one.department].first;
    for (const std::string& mechanism : scenarios::mechanisms_in(*one.scenario, {department})) all.push_back(mechanism);
  }
  std::vector<std::string> result;
  for (const std::string& mechanism : scenarios::switchable_mechanisms())
    if (std::find(all.begin(), all.end(), mechanism) != all.end()) result.push_back(mechanism);
  return result;
}

std::string command_text(const ExplainOptions& options) {
  ExplainOptions typed = options;
  typed.files.insert(typed.files.end(), options.pair.begin(), options.pair.end());
  return command_of("explain", typed, {});
}

}  // namespace

ExitCode explain(const ExplainOptions& options) {
  std::vector<std::string> complaints;
  if (!options.pair.empty() && options.pair.front() == options.pair.back())
    complaints.push_back(say(options.language, words::explained_itself, options.pair.front()));
  const Subject subject(with_pair(options), complaints);
  analysis::ExplanationOptions wanted;
  if (complaints.empty()) wanted.question = question_of(subject, options, complaints);
  if (!complaints.empty()) throw Refused(std::move(complaints));

  const std::vector<std::string> mechanisms = mechanisms_of(subject, wanted.question);
  std::vector<Binding> bindings;
  for (const std::string& mechanism : mechanisms) bindings.push_back({Binding::Kind::mechanism, mechanism});
  wanted.mechanisms = mechanisms.size();
  wanted.replications = options.replications.value_or(replications_of_explanation);
  wanted.confidence = options.confidence;
  wanted.seed = options.seed;
  return answer(subject, bindings, options, command_text(options),
                [&](analysis::Experiment& experiment, analysis::result::Result& document) {
                  analysis::result::ExplanationResult result;
                  result.measure = subject.measure();
                  result.unit = subject.unit();
                  result.system = subject.names()[wanted.question.system];
                  result.against = subject.names()[*wanted.question.minus];
                  result.mechanisms = mechanisms;
                  result.explanation = analysis::explain(experiment, wanted);
                  result.spent = experiment.spent();
                  document.explanation = std::move(result);
                });
}

}  // namespace app
