#include "analysis/explanation.hpp"
#include "app/command_line/families.hpp"
#include "app/explain.hpp"
#include "app/map.hpp"
#include "app/messages/analysis.hpp"
#include "app/messages/explanation.hpp"
#include "app/messages/map.hpp"

/// map, breakeven and explain
namespace app {
namespace {

constexpr std::size_t exact_mechanisms = analysis::ExplanationOptions{}.exact_up_to;

void declare_map(Grammar& grammar, Language language) {
  const auto words_of = [&](const Phrase& phrase) { return std::string{phrase.in(language)}; };
  const MapOptions otherwise;
  declare_common(grammar, language);
  declare_department(grammar, language);
  declare_measure(grammar, language, words::winner_measure_option);
  grammar.value("--x", words::range_value, words_of(words::x_option));
  grammar.value("--y", words::range_value, words_of(words::y_option));
  grammar.value("--columns", words::number_value,
                say(language, words::columns_option, most_cells_across, otherwise.columns));
  grammar.value("--rows", words::number_value,
                say(language, words::rows_of_map_option, most_cells_across, otherwise.rows));
  grammar.value("--replications", words::number_value,
                say(language, words::cell_replications_option, most_replications, replications_of_cell));
  grammar.value("--max-replications", words::number_value,
                say(language, words::budget_option, otherwise.max_replications));
  declare_model(grammar, language);
  declare_end(grammar, language);
}

Request read_map(Reader& reader) {
  MapOptions options;
  read_analysis(reader, options);
  if (const std::string* text = reader.single("--x")) options.x = *text;
  if (const std::string* text = reader.single("--y")) options.y = *text;
  reader.whole("--columns", 2, most_cells_across, options.columns);
  reader.whole("--rows", 2, most_cells_across, options.rows);
  reader.whole("--max-replications", 2, most_map_replications, options.max_replications);
  return with(reader, options);
}

void declare_breakeven(Grammar& grammar, Language language) {
  declare_common(grammar, language);
  declare_department(grammar, language);
  declare_measure(grammar, language, words::winner_measure_option);
  declare_point_replications(grammar, language, say(language, words::default_replications, replications_of_breakeven));
  declare_model(grammar, language);
  declare_end(grammar, language);
}

Request read_breakeven(Reader& reader) {
  BreakevenOptions options;
  const std::vector<std::string> range = read_analysis(reader, options, 1);
  if (range.empty())
    reader.complain(words::range_missing);
  else
    options.range = range.front();
  return with(reader, options);
}

void declare_explain(Grammar& grammar, Language language) {
  declare_common(grammar, language);
  declare_measure(grammar, language, words::explain_measure_option);
  grammar.value("--replications", words::number_value,
                say(language, words::explain_replications_option, most_replications, replications_of_explanation,
                    exact_mechanisms));
  declare_model(grammar, language);
  declare_end(grammar, language);
}

Request read_explain(Reader& reader) {
  ExplainOptions options;
  options.pair = read_analysis(reader, options, 2);
  if (options.pair.empty() && options.files.size() == 2) {
    reader.complain(words::one_name_only, options.files.back());
  }
  return with(reader, options);
}

}  // namespace

std::vector<Command> answer_commands() {
  return {{"map", declare_map, read_map},
          {"breakeven", declare_breakeven, read_breakeven},
          {"explain", declare_explain, read_explain}};
}

}  // namespace app
