#include "app/messages/trace.hpp"
#include "app/command_line/families.hpp"

namespace app {
namespace {

void declare_trace(Grammar& grammar, Language language) {
  const auto words_of = [&](const Phrase& phrase) { return std::string{phrase.in(language)}; };
  declare_common(grammar, language);
  declare_department(grammar, language);
  grammar.value("--replication", words::number_value, say(language, words::replication_option, most_replications - 1));
  declare_seed(grammar, language);
  grammar.value("--lead", words::lead_value, words_of(words::lead_option));
  grammar.value("--won-by", words::name_value, words_of(words::won_by_option));
  grammar.value("--lost-by", words::name_value, words_of(words::lost_by_option));
  grammar.value("--from", words::date_value, words_of(words::from_option));
  grammar.value("--to", words::date_value, words_of(words::to_option));
  grammar.choice("--format", {"text", "json", "csv"}, words_of(words::trace_format_option));
  declare_end(grammar, language);
}

Request read_trace(Reader& reader) {
  TraceOptions options;
  read_common(reader, options);
  if (reader.clean() && options.files.size() > 1) reader.complain(words::one_scenario, options.files.size());
  read_departments(reader, options);
  reader.whole("--replication", 0, most_replications - 1, options.replication);
  read_seed(reader, options);
  for (const auto& [name, value] :
       {std::pair{"--lead", &options.lead}, {"--won-by", &options.won_by}, {"--lost-by", &options.lost_by}}) {
    const std::string* const text = reader.single(name);
    if (text == nullptr) continue;
    if (text->empty()) reader.complain(words::option_without_value, name);
    *value = *text;
  }
  for (const auto& [name, value] : {std::pair{"--from", &options.from}, {"--to", &options.to}}) {
    const std::string* const text = reader.single(name);
    if (text == nullptr) continue;
    *value = calendar_day(*text);
    if (!*value) reader.complain(words::bad_date, name, *text);
  }
  if (options.from && options.to && *options.from > *options.to)
    reader.complain(words::dates_backwards, reader.grammar().values("--from").front(),
                    reader.grammar().values("--to").front());
  if (const auto format = reader.word("--format")) options.format = static_cast<Format>(*format);
  reader.exclude("--lead", "--won-by");
  reader.needs("--won-by", "--lost-by");
  reader.needs("--lost-by", "--won-by");
  if (!options.won_by.empty() && options.won_by == options.lost_by)
    reader.complain(words::same_department, options.won_by);
  return with(reader, options);
}

}  // namespace

std::vector<Command> trace_commands() { return {{"trace", declare_trace, read_trace}}; }

}  // namespace app
