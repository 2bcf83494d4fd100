#include "app/procedure.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <optional>

#include "app/about.hpp"
#include "app/answer.hpp"
#include "app/interrupts.hpp"
#include "app/messages/analysis.hpp"
#include "app/messages/problems.hpp"
#include "app/output/csv.hpp"
#include "app/output/json.hpp"
#include "app/output/number.hpp"
#include "app/output/output.hpp"
#include "app/progress.hpp"
#include "app/ranges.hpp"

namespace app {
namespace {

/// What the files' check had to say, departments aside that are not asked about.
sim::Problems warnings_about(const Subject& subject) {
  sim::Problems warnings = warnings_of(subject.sources());
  std::erase_if(warnings, [&](const sim::Problem& problem) { return concerns_others(subject, problem.path); });
  return warnings;
}

}  // namespace

analysis::result::Result document_of(const Subject& subject, const AnalysisOptions& options,
                                     const std::string& command) {
  analysis::result::Result result;
  result.version = SALESIM_VERSION;
  describe_scenarios(subject.sources(), subject.cases(), result);
  result.command = command;
  result.seed = options.seed;
  result.confidence = options.confidence;
  result.warnings = warnings_about(subject);
  return result;
}

std::string answer_in(Format format, const analysis::result::Result& result, const Presentation& presentation) {
  switch (format) {
    case Format::text:
      return report_of(result, presentation);
    case Format::json:
      return json_of(result, presentation.language);
    case Format::csv:
    case Format::xlsx:  // has no sheet for the answers of procedures; the command line refuses it
    case Format::page:  // `report` makes it of documents
      break;
  }
  return csv_of(result);
}

ExitCode answer(const Subject& subject, const std::vector<Binding>& bindings, const AnalysisOptions& options,
                const std::string& command, const Procedure& procedure) {
  // A table of numbers has no place for warnings.
  if (!options.quiet && options.format == Format::csv)
    fmt::print(stderr, "{}", text_of(warnings_about(subject), options.language));
  analysis::result::Result result = document_of(subject, options, command);
  const Interrupts interrupts;
  const auto interrupted = [&](std::uint64_t done) {
    fmt::print(stderr, "salesim: {}\n",
               say(options.language, words::interrupted_procedure, grouped(done, options.language)));
    return ExitCode::interrupted;
  };
  std::uint64_t done = 0;
  {
    std::optional<Progress> shown;
    if (!options.quiet && errors_on_terminal())
      shown.emplace(options.language, [](const std::string& text) { fmt::print(stderr, "{}", text); });
    const ScenarioFactory factory(subject, bindings);
    const auto progress = [&](std::uint64_t finished, std::uint64_t wanted) {
      done = finished;
      // A procedure that cannot know how many there will be expects none.
      if (shown) shown->show(finished, wanted > finished ? wanted : 0);
    };
    analysis::Experiment experiment(factory, {options.measure}, {threads_of(options), interrupts.token(), progress});
    try {
      procedure(experiment, result);
    } catch (const analysis::Stopped&) {
      shown.reset();
      return interrupted(std::max(done, experiment.spent()));
    }
  }
  Presentation presentation;
  presentation.language = options.language;
  presentation.period = period_of(subject.sources().front().loaded.scenario);
  presentation.command = command;
  write_report(result, options);
  Output output(options.output);
  output.write(answer_in(options.format, result, presentation));
  if (interrupts.requested()) return interrupted(done);
  output.finish();
  return ExitCode::done;
}

std::string command_of(const std::string& command, const AnalysisOptions& options, const OwnOptions& own) {
  CommandText text(command, options);
  text.measure(options);
  for (const auto& [name, value] : own) text.add(name, value);
  if (options.replications) text.add("--replications", fmt::format("{}", *options.replications));
  text.chance(options);
  return text.text();
}

}  // namespace app
