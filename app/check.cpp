#include "app/check.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <vector>

#include "app/forecast.hpp"
#include "app/loading.hpp"
#include "app/messages/problems.hpp"
#include "app/messages/run.hpp"
#include "app/output/output.hpp"
#include "app/progress.hpp"
#include "app/run.hpp"
#include "scenarios/format/write.hpp"

namespace app {

ExitCode check(const CheckOptions& options) {
  ExitCode code = ExitCode::done;
  for (const std::string& file : options.files) {
    try {
      const scenarios::Loaded loaded = load(file, options.sets);
      if (options.files.size() == 1) {
        Output output(options.output);
        output.write(scenarios::write(loaded));
        output.finish();
      }
      if (options.quiet) continue;
      fmt::print(stderr, "{}", text_of(loaded.warnings, options.language));
      fmt::print(stderr, "{}\n", say(options.language, words::file_ok, file, scenarios::hash(loaded.scenario)));
      std::vector<Forecast> forecasts;
      for (std::size_t d = 0; d < loaded.scenario.departments.size(); ++d)
        forecasts.push_back(forecast(loaded.scenario, d));
      const RunOptions run;
      fmt::print(stderr, "{}", text_of(forecasts, run.replications, threads_of(run), options.language));
    } catch (const sim::InputError& error) {
      fmt::print(stderr, "{}", text_of(error.problems(), options.language));
      code = ExitCode::wrong_input;
    }
  }
  return code;
}

}  // namespace app
