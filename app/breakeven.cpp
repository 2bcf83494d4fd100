#include "app/breakeven.hpp"

#include <array>

#include "app/answer.hpp"
#include "app/messages/analysis.hpp"
#include "app/messages/map.hpp"
#include "app/procedure.hpp"
#include "app/ranges.hpp"
#include "app/refused.hpp"

namespace app {

ExitCode breakeven(const BreakevenOptions& options) {
  std::vector<std::string> complaints;
  const Subject subject(options, complaints);
  if (subject.cases().size() == 1)
    complaints.push_back(say(options.language, words::two_departments_needed, subject.cases().front().name));
  const std::vector<VariedFactor> varied = read_ranges(std::string{words::varied_range.in(options.language)},
                                                       {options.range}, subject, options.language, complaints);
  if (!complaints.empty()) throw Refused(std::move(complaints));
  {
    // Both ends are made once, so that what cannot be is said before anything runs.
    const ScenarioFactory factory(subject, bindings_of(varied));
    for (const double value : {varied.front().factor.low, varied.front().factor.high})
      for (std::size_t s = 0; s < factory.systems(); ++s) (void)factory.make(s, std::array{value});
  }

  analysis::BreakevenOptions wanted;
  wanted.replications = options.replications.value_or(replications_of_breakeven);
  wanted.confidence = options.confidence;
  wanted.larger_is_better = subject.larger_is_better();
  BreakevenOptions typed = options;
  typed.files.push_back(options.range);
  const std::string command = command_of("breakeven", typed, {});
  return answer(subject, bindings_of(varied), options, command,
                [&](analysis::Experiment& experiment, analysis::result::Result& document) {
                  analysis::result::BreakevenResult result;
                  result.measure = subject.measure();
                  result.unit = subject.unit();
                  result.systems = subject.names();
                  result.factor = varied.front().told();
                  result.replications = wanted.replications;
                  result.breakeven = analysis::breakeven(experiment, factors_of(varied), wanted);
                  result.spent = experiment.spent();
                  document.breakeven = std::move(result);
                });
}

}  // namespace app
