#include "app/run.hpp"

#include "app/answer.hpp"

namespace app {

ExitCode run(const RunOptions& options) {
  check_output(options.output, options.language);
  const std::vector<Source> sources = load_all(options);
  Simulation simulation(choose_cases(sources, options, false), options, {.wanted = false});
  Presentation presentation;
  presentation.language = options.language;
  presentation.period = period_of(sources.front().loaded.scenario);
  presentation.months = options.months;
  presentation.command = command_of("run", options);
  return answer(simulation, sources, options, std::move(presentation));
}

}  // namespace app
