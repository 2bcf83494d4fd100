#include "app/run.hpp"

#include "app/answer.hpp"
#include "app/refused.hpp"

namespace app {

ExitCode run(const RunOptions& options) {
  const std::vector<Source> sources = load_all(options);
  std::vector<std::string> complaints;
  std::vector<Case> cases = choose_cases(sources, options, false, complaints);
  if (!complaints.empty()) throw Refused(std::move(complaints));
  Simulation simulation(std::move(cases), options, {.wanted = false});
  Presentation presentation;
  presentation.language = options.language;
  presentation.period = period_of(sources.front().loaded.scenario);
  presentation.months = options.months;
  presentation.command = command_of("run", options);
  return answer(simulation, sources, options, std::move(presentation));
}

}  // namespace app
