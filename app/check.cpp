#include "app/check.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <optional>
#include <vector>

#include "app/forecast.hpp"
#include "app/loading.hpp"
#include "app/messages/problems.hpp"
#include "app/messages/run.hpp"
#include "app/output/json.hpp"
#include "app/output/output.hpp"
#include "app/progress.hpp"
#include "app/run.hpp"
#include "scenarios/format/write.hpp"

namespace app {
namespace {

/// What there is to say of a file, and the scenario in it.
struct Look {
  CheckedFile said;
  std::optional<scenarios::Loaded> loaded;
};

Look look_at(const std::string& file, const CheckOptions& options, bool forecasting) {
  Look look;
  look.said.file = file;
  try {
    look.loaded = load(file, options.sets);
    look.said.warnings = look.loaded->warnings;
    const models::Scenario& scenario = look.loaded->scenario;
    if (forecasting) {
      for (std::size_t d = 0; d < scenario.departments.size(); ++d)
        look.said.departments.push_back(forecast(scenario, d));
      const RunOptions run;
      look.said.run = run_of(look.said.departments, run.replications, threads_of(run));
    }
    look.said.hash = scenarios::hash(scenario);
  } catch (const sim::InputError& error) {
    look.said.problems = error.problems();
  }
  return look;
}

void write(const std::string& text, const CheckOptions& options) {
  Output output(options.output);
  output.write(text);
  output.finish();
}

void tell(const Look& look, const CheckOptions& options) {
  if (look.loaded && options.files.size() == 1) write(scenarios::write(*look.loaded), options);
  const CheckedFile& said = look.said;
  if (!options.quiet && !said.hash.empty())
    fmt::print(stderr, "{}{}\n{}", text_of(said.warnings, options.language),
               say(options.language, words::file_ok, said.file, said.hash),
               text_of(said.departments, *said.run, options.language));
  fmt::print(stderr, "{}", text_of(said.problems, options.language));
}

}  // namespace

ExitCode check(const CheckOptions& options) {
  ExitCode code = ExitCode::done;
  Checked checked;
  checked.version = SALESIM_VERSION;
  for (const std::string& file : options.files) {
    Look look = look_at(file, options, !options.quiet || options.format == Format::json);
    if (look.said.hash.empty()) code = ExitCode::wrong_input;
    if (options.format == Format::text) tell(look, options);
    checked.files.push_back(std::move(look.said));
  }
  if (options.format == Format::json) write(json_of(checked, options.language), options);
  return code;
}

}  // namespace app
