#include "app/report.hpp"

#include "app/command_line/families.hpp"
#include "app/messages/documents.hpp"

/// report
namespace app {
namespace {

void declare_report(Grammar& grammar, Language language) {
  const SimulationOptions defaults;
  grammar.files();
  grammar.value("--output", words::path_value, std::string{words::page_output_option.in(language)});
  grammar.value("--set", words::set_value, std::string{words::set_option.in(language)});
  declare_department(grammar, language);
  grammar.value("--replications", words::number_value,
                say(language, words::replications_option, most_replications, defaults.replications));
  declare_measure(grammar, language, words::report_measure_option);
  grammar.value("--baseline", words::name_value, std::string{words::baseline_option.in(language)});
  grammar.value("--confidence", words::share_value, std::string{words::confidence_option.in(language)});
  declare_seed(grammar, language);
  grammar.value("--threads", words::number_value, say(language, words::threads_option, most_threads));
  declare_end(grammar, language);
}

Request read_report(Reader& reader) {
  ReportOptions options;
  read_common(reader, options);
  read_model(reader, options);
  reader.whole("--replications", 1, most_replications, options.replications);
  if (const std::string* name = reader.single("--baseline")) options.baseline = *name;
  for (const char* option :
       {"--set", "--department", "--replications", "--measure", "--baseline", "--confidence", "--seed", "--threads"})
    if (reader.grammar().has(option)) options.of_simulation.emplace_back(option);
  return with(reader, options);
}

}  // namespace

std::vector<Command> report_commands() { return {{"report", declare_report, read_report}}; }

}  // namespace app
