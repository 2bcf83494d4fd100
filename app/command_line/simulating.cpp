#include "app/command_line/families.hpp"
#include "app/messages/uncertainty.hpp"

/// run, compare and check.
namespace app {
namespace {

void declare_simulation(Grammar& grammar, Language language, const Phrase& measure) {
  const auto words_of = [&](const Phrase& phrase) { return std::string{phrase.in(language)}; };
  const SimulationOptions defaults;
  declare_common(grammar, language);
  declare_department(grammar, language);
  grammar.value("--replications", words::number_value,
                say(language, words::replications_option, most_replications, defaults.replications));
  grammar.value("--precision", words::share_value, words_of(words::precision_option));
  grammar.value("--max-replications", words::number_value,
                say(language, words::max_replications_option, defaults.max_replications));
  declare_measure(grammar, language, measure);
  declare_model(grammar, language, true);
  grammar.choice("--rows", {"csv"}, words_of(words::rows_option));
  grammar.flag("--months", words_of(words::months_option));
  grammar.flag("--people", words_of(words::people_option));
}

void read_simulation(Reader& reader, SimulationOptions& options) {
  read_model(reader, options);
  reader.whole("--replications", 1, most_replications, options.replications);
  reader.whole("--max-replications", 1, most_replications, options.max_replications);
  if (const std::string* text = reader.single("--precision")) {
    options.precision = share(*text, 1);
    if (!options.precision) reader.complain(words::bad_precision, "--precision", *text);
  }
  options.rows = reader.word("--rows").has_value();
  options.months = reader.grammar().has("--months");
  options.people = reader.grammar().has("--people");
  reader.exclude("--replications", "--precision");
  reader.needs("--max-replications", "--precision");
  reader.exclude("--rows", "--format");
  reader.exclude("--rows", "--months");
  reader.exclude("--rows", "--report");
}

void declare_run(Grammar& grammar, Language language) {
  declare_simulation(grammar, language, words::run_measure_option);
  declare_end(grammar, language);
}

Request read_run(Reader& reader) {
  RunOptions options;
  read_common(reader, options);
  if (reader.clean() && options.files.size() > 1) reader.complain(words::one_file, options.files.size());
  read_simulation(reader, options);
  reader.needs("--measure", "--precision");
  return with(reader, options);
}

void read_uncertainty(Reader& reader, CompareOptions& options) {
  options.uncertainty = 2;
  if (options.format == Format::xlsx) reader.complain(words::no_workbooks);
  reader.whole("--uncertainty", 2, most_draws, *options.uncertainty);
  options.replications = replications_of_draw;
  reader.whole("--replications", 2, most_replications, options.replications);
  for (const char* other :
       {"--precision", "--waterfall", "--rows", "--months", "--people", "--target", "--details", "--unpaired"})
    reader.exclude("--uncertainty", other);
  if (reader.clean() && options.files.size() > 1) reader.complain(words::uncertainty_one_file, options.files.size());
}

void declare_compare(Grammar& grammar, Language language) {
  declare_simulation(grammar, language, words::compare_measure_option);
  grammar.value("--baseline", words::name_value, std::string{words::baseline_option.in(language)});
  grammar.pair("--waterfall", words::two_names_value, std::string{words::waterfall_option.in(language)});
  grammar.value("--target", words::amount_value, std::string{words::target_option.in(language)});
  grammar.value("--uncertainty", words::number_value,
                say(language, words::uncertainty_option, most_draws, replications_of_draw));
  grammar.flag("--details", std::string{words::details_option.in(language)});
  grammar.flag("--unpaired", std::string{words::unpaired_option.in(language)});
  declare_end(grammar, language);
}

Request read_compare(Reader& reader) {
  CompareOptions options;
  read_common(reader, options);
  read_simulation(reader, options);
  if (const std::string* name = reader.single("--baseline")) options.baseline = *name;
  if (const std::string* text = reader.single("--target")) {
    if (const auto value = amount(*text))
      options.target = {*text, *value, text->ends_with('%')};
    else
      reader.complain(words::bad_target, *text);
  }
  if (reader.grammar().has("--uncertainty")) read_uncertainty(reader, options);
  options.details = reader.grammar().has("--details");
  options.unpaired = reader.grammar().has("--unpaired");
  const std::vector<std::string>& ends = reader.grammar().values("--waterfall");
  for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
    if (ends[i] == ends[i + 1]) reader.complain(words::waterfall_to_itself, ends[i]);
    options.waterfalls.emplace_back(ends[i], ends[i + 1]);
  }
  reader.exclude("--rows", "--waterfall");
  reader.exclude("--rows", "--target");
  return with(reader, options);
}

void declare_check(Grammar& grammar, Language language) {
  declare_common(grammar, language);
  grammar.choice("--format", {"text", "json"}, std::string{words::check_format_option.in(language)});
  declare_end(grammar, language);
}

Request read_check(Reader& reader) {
  CheckOptions options;
  read_common(reader, options);
  if (const auto format = reader.word("--format")) options.format = static_cast<Format>(*format);
  if (options.format == Format::text && options.files.size() > 1 && !options.output.empty()) reader.complain(words::output_for_one, options.files.size());
  return with(reader, options);
}

}  // namespace

std::vector<Command> simulating_commands() {
  return {
      {"run", declare_run, read_run}, {"compare", declare_compare, read_compare}, {"check", declare_check, read_check}};
}

}  // namespace app
