#include "app/messages/analysis.hpp"
#include "app/command_line/families.hpp"
#include "app/messages/selection.hpp"
#include "app/messages/sensitivity.hpp"
#include "app/messages/trace.hpp"
#include "app/select.hpp"
#include "app/sensitivity.hpp"

/// select, sensitivity, and what all commands share that run procedures
namespace app {

void declare_analysis(Grammar& grammar, Language language, const Phrase& department) {
  declare_common(grammar, language);
  grammar.value("--department", words::name_value, std::string{department.in(language)});
  declare_measure(grammar, language, words::asked_measure_option);
}

void declare_point_replications(Grammar& grammar, Language language, const std::string& otherwise) {
  grammar.value("--replications", words::number_value,
                say(language, words::points_replications_option, most_replications, otherwise));
}

std::vector<std::string> read_analysis(Reader& reader, AnalysisOptions& options, std::size_t operands) {
  std::vector<std::string> others = read_common(reader, options, operands);
  read_model(reader, options);
  if (reader.grammar().has("--replications")) {
    std::uint32_t count = 0;
    reader.whole("--replications", 2, most_replications, count);
    options.replications = count;
  }
  return others;
}

namespace {

void declare_sensitivity(Grammar& grammar, Language language) {
  const auto words_of = [&](const Phrase& phrase) { return std::string{phrase.in(language)}; };
  const auto& [tornado, morris, sobol, regression] = sensitivity_defaults;
  declare_analysis(grammar, language, words::one_department_option);
  grammar.value("--against", words::name_value, words_of(words::against_option));
  grammar.choice("--method", {"tornado", "morris", "sobol", "regression"}, words_of(words::method_option));
  grammar.value("--range", words::range_value, words_of(words::range_option));
  grammar.value("--points", words::number_value,
                say(language, words::points_option, most_points, morris.points, sobol.points, regression.points));
  declare_point_replications(grammar, language,
                             say(language, words::default_replications_by_method, tornado.replications,
                                 morris.replications, sobol.replications, regression.replications));
  declare_model(grammar, language);
  declare_end(grammar, language);
}

Request read_sensitivity(Reader& reader) {
  SensitivityOptions options;
  read_analysis(reader, options);
  if (reader.clean() && options.files.size() > 1) reader.complain(words::one_scenario, options.files.size());
  if (const std::string* name = reader.single("--against")) options.against = *name;
  if (const auto method = reader.word("--method")) options.method = static_cast<SensitivityMethod>(*method);
  options.ranges = reader.grammar().values("--range");
  if (reader.grammar().has("--points")) {
    std::uint32_t points = 0;
    reader.whole("--points", 2, most_points, points);
    options.points = points;
    if (options.method == SensitivityMethod::tornado) reader.complain(words::points_of_tornado);
  }
  return with(reader, options);
}

void declare_select(Grammar& grammar, Language language) {
  const auto words_of = [&](const Phrase& phrase) { return std::string{phrase.in(language)}; };
  declare_common(grammar, language);
  declare_department(grammar, language);
  declare_measure(grammar, language, words::select_measure_option);
  grammar.value("--delta", words::amount_value, words_of(words::delta_option));
  grammar.value("--vary", words::vary_value, words_of(words::vary_option));
  grammar.value("--replications", words::number_value,
                say(language, words::first_replications_option, most_replications, first_of_selection));
  grammar.value("--max-replications", words::number_value,
                say(language, words::most_of_candidate_option, SelectOptions{}.max_replications));
  declare_model(grammar, language);
  declare_end(grammar, language);
}

Request read_select(Reader& reader) {
  SelectOptions options;
  read_analysis(reader, options);
  reader.whole("--max-replications", 2, most_replications, options.max_replications);
  if (const std::string* text = reader.single("--delta")) {
    if (const auto value = positive(*text))
      options.delta = {*text, *value, false};
    else if (const auto part = share(*text, 1))
      options.delta = {*text, *part, true};
    else
      reader.complain(words::bad_delta, *text);
  }
  options.varied = reader.grammar().values("--vary");
  return with(reader, options);
}

}  // namespace

std::vector<Command> analysis_commands() {
  return {{"sensitivity", declare_sensitivity, read_sensitivity}, {"select", declare_select, read_select}};
}

}  // namespace app
