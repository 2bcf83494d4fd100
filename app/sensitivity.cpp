#include "app/sensitivity.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "app/messages/command_line.hpp"
#include "app/messages/sensitivity.hpp"
#include "app/procedure.hpp"
#include "app/ranges.hpp"
#include "app/refused.hpp"
#include "scenarios/format/nearest.hpp"

namespace app {
namespace {

constexpr const char* method_names[] = {"tornado", "morris", "sobol", "regression"};

/// The options with the departments that are needed: the one that is asked about and the other one.
SensitivityOptions with_both(const SensitivityOptions& options) {
  SensitivityOptions both = options;
  if (!options.against.empty() && !options.departments.empty()) both.departments.push_back(options.against);
  return both;
}

/// Which of the departments are meant.
analysis::Question question_of(const Subject& subject, const SensitivityOptions& options,
                               std::vector<std::string>& complaints) {
  analysis::Question question;
  const std::vector<Case>& cases = subject.cases();
  const auto number = [&](const std::string& name) {
    return number_of(name, words::unknown_department, cases, options.language, complaints);
  };
  if (!options.against.empty()) question.minus = number(options.against);
  const std::size_t wanted = options.against.empty() ? 1 : 2;
  if (!options.departments.empty()) {
    question.system = number(options.departments.front());
    if (question.minus == question.system)
      complaints.push_back(say(options.language, words::against_itself, options.against));
  } else if (cases.size() == wanted) {
    question.system = question.minus == std::size_t{0} ? 1 : 0;
  }
  if (options.departments.size() > 1 || (options.departments.empty() && cases.size() != wanted))
    complaints.push_back(say(options.language, words::name_one_department, scenarios::joined(subject.names())));
  return question;
}

/// Runs the method and tells its answer.
void run(analysis::Experiment& experiment, std::span<const analysis::Factor> factors,
         const analysis::Question& question, const SensitivityOptions& options,
         analysis::result::SensitivityResult& result) {
  switch (options.method) {
    case SensitivityMethod::tornado:
      result.tornado = analysis::tornado(experiment, factors, {question, result.replications, options.confidence});
      break;
    case SensitivityMethod::morris: {
      analysis::MorrisOptions morris;
      morris.question = question;
      morris.trajectories = result.points;
      morris.replications = result.replications;
      morris.confidence = options.confidence;
      morris.seed = options.seed;
      result.morris = analysis::morris(experiment, factors, morris);
      break;
    }
    case SensitivityMethod::sobol: {
      analysis::SobolOptions sobol;
      sobol.question = question;
      sobol.rows = result.points;
      sobol.replications = result.replications;
      sobol.confidence = options.confidence;
      sobol.seed = options.seed;
      result.sobol = analysis::sobol(experiment, factors, sobol);
      break;
    }
    case SensitivityMethod::regression:
      result.regression = analysis::regress(
          experiment, factors, {question, result.points, result.replications, options.confidence, options.seed});
      break;
  }
  result.spent = experiment.spent();
}

std::string command_text(const SensitivityOptions& options) {
  OwnOptions own;
  if (!options.against.empty()) own.emplace_back("--against", options.against);
  own.emplace_back("--method", method_names[static_cast<std::size_t>(options.method)]);
  for (const std::string& range : options.ranges) own.emplace_back("--range", range);
  if (options.points) own.emplace_back("--points", fmt::format("{}", *options.points));
  return command_of("sensitivity", options, own);
}

}  // namespace

ExitCode sensitivity(const SensitivityOptions& options) {
  std::vector<std::string> complaints;
  const Subject subject(with_both(options), complaints);
  const analysis::Question question =
      complaints.empty() ? question_of(subject, options, complaints) : analysis::Question{};
  const std::vector<VariedFactor> varied =
      options.ranges.empty() ? believed_factors(subject)
                             : read_ranges("--range", options.ranges, subject, options.language, complaints);
  const SensitivityDefaults& defaults = sensitivity_defaults[static_cast<std::size_t>(options.method)];
  analysis::result::SensitivityResult asked;
  asked.points = options.points.value_or(defaults.points);
  asked.replications = options.replications.value_or(defaults.replications);
  if (varied.empty() && options.ranges.empty()) complaints.emplace_back(words::nothing_to_vary.in(options.language));
  if (options.method == SensitivityMethod::regression && asked.points < varied.size() + 2)
    complaints.push_back(
        say(options.language, words::rows_for_regression, varied.size(), varied.size() + 2, asked.points));
  if (!complaints.empty()) throw Refused(std::move(complaints));

  const std::vector<std::string> names = subject.names();
  asked.measure = subject.measure();
  asked.unit = subject.unit();
  asked.system = names[question.system];
  if (question.minus) asked.against = names[*question.minus];
  asked.method = method_names[static_cast<std::size_t>(options.method)];
  asked.factors = told(varied);
  return answer(subject, bindings_of(varied), options, command_text(options),
                [&](analysis::Experiment& experiment, analysis::result::Result& result) {
                  run(experiment, factors_of(varied), question, options, asked);
                  result.sensitivity = asked;
                });
}

}  // namespace app
