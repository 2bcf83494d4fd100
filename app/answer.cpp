#include "app/answer.hpp"

#include <fmt/format.h>

#include <cstdio>

#include "app/interrupts.hpp"
#include "app/messages/command_line.hpp"
#include "app/messages/problems.hpp"
#include "app/messages/run.hpp"
#include "app/output/csv.hpp"
#include "app/output/json.hpp"
#include "app/output/number.hpp"
#include "app/output/output.hpp"
#include "app/output/page.hpp"
#include "app/output/waterfalls.hpp"
#include "app/output/workbook.hpp"
#include "app/progress.hpp"

namespace app {
namespace {

bool run_showing_progress(Simulation& simulation, const SimulationOptions& options, const std::stop_token& stop) {
  if (options.quiet || !errors_on_terminal()) return simulation.run(stop, {});
  Progress progress(options.language, [](const std::string& text) { fmt::print(stderr, "{}", text); });
  return simulation.run(stop, [&](std::uint32_t done, std::uint32_t wanted) { progress.show(done, wanted); });
}

void write(Output& output, const Simulation& simulation, const std::vector<Source>& sources,
           const SimulationOptions& options, const Presentation& presentation) {
  if (options.rows) {
    std::vector<std::string> names;
    for (const Case& one : simulation.cases()) names.push_back(one.name);
    write_rows(simulation.replications(), names, simulation.used(), output);
    return;
  }
  analysis::result::Result result = simulation.result(sources);
  result.command = presentation.command;
  write_report(result, options);
  switch (options.format) {
    case Format::text:
      output.write(report_of(result, presentation));
      break;
    case Format::json:
      output.write(json_of(result, options.language));
      break;
    case Format::csv:
      output.write(simulation.asked_for_waterfalls() ? waterfall_csv(result) : csv_of(result));
      break;
    case Format::xlsx:
      output.write(workbook_of(result, options.language));
      break;
    case Format::page:
      output.write(page_of(json_of(result, options.language), options.language));
      break;
  }
}

}  // namespace

void write_report(const analysis::result::Result& result, const ModelOptions& options) {
  if (options.report.empty()) return;
  Output output(options.report);
  output.write(page_of(json_of(result, options.language), options.language));
  output.finish();
}

ExitCode answer(Simulation& simulation, const std::vector<Source>& sources, const SimulationOptions& options,
                Presentation presentation) {
  // A table of numbers has no place for warnings.
  if (!options.quiet && (options.rows || options.format == Format::csv))
    for (const Source& source : sources) fmt::print(stderr, "{}", text_of(source.loaded.warnings, options.language));
  const Interrupts interrupts;
  const auto interrupted = [&] {
    fmt::print(stderr, "salesim: {}\n",
               say(options.language, words::interrupted, grouped(std::uint64_t{simulation.done()}, options.language),
                   grouped(std::uint64_t{simulation.wanted()}, options.language)));
    return ExitCode::interrupted;
  };
  if (!run_showing_progress(simulation, options, interrupts.token())) return interrupted();
  Output output(options.output);
  write(output, simulation, sources, options, presentation);
  if (interrupts.requested()) return interrupted();
  output.finish();
  return ExitCode::done;
}

Period period_of(const models::Scenario& scenario) {
  Period period;
  period.first = scenario.start;
  period.months = scenario.horizon.months;
  if (period.months > 0) {
    const std::chrono::year_month_day begin{scenario.start};
    std::chrono::year_month_day end = begin + std::chrono::months{period.months};
    if (!end.ok()) end = end.year() / end.month() / std::chrono::last;
    period.last = std::chrono::sys_days{end} - std::chrono::days{1};
  } else {
    const std::chrono::days whole{(scenario.horizon.length + sim::day - 1) / sim::day};
    period.last = scenario.start + whole - std::chrono::days{1};
  }
  return period;
}

std::string shell_word(const std::string& word) {
  constexpr std::string_view plain = "-_./:=,+%@^";
  const auto harmless = [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           plain.find(c) != std::string_view::npos;
  };
  bool quotes = word.empty();
  for (const char c : word) quotes = quotes || !harmless(c);
  if (!quotes) return word;
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

CommandText::CommandText(const std::string& command, const ModelOptions& options) : text_("salesim " + command) {
  for (const std::string& file : options.files) text_ += " " + shell_word(file);
  for (const std::string& set : options.sets) add("--set", set);
  for (const std::string& department : options.departments) add("--department", department);
}

void CommandText::add(const std::string& name, const std::string& value) {
  text_ += " " + name + (value.empty() ? "" : " " + shell_word(value));
}

void CommandText::measure(const ModelOptions& options) {
  if (options.measure != ModelOptions{}.measure) add("--measure", options.measure);
}

void CommandText::chance(const ModelOptions& options) {
  if (options.confidence != ModelOptions{}.confidence) add("--confidence", fmt::format("{}", options.confidence));
  add("--seed", fmt::format("{}", options.seed));
}

std::string command_of(const std::string& command, const SimulationOptions& options) {
  CommandText text(command, options);
  if (options.people) text.add("--people");
  text.measure(options);
  if (options.precision) {
    text.add("--precision", fmt::format("{}", *options.precision));
    if (options.max_replications != SimulationOptions{}.max_replications)
      text.add("--max-replications", fmt::format("{}", options.max_replications));
  } else {
    text.add("--replications", fmt::format("{}", options.replications));
  }
  text.chance(options);
  return text.text();
}

}  // namespace app
