#include "app/command_line/families.hpp"
#include "app/messages/studies.hpp"
#include "scenarios/format/study.hpp"

/// sweep, merge, export and verify
namespace app {
namespace {

void declare_sweep(Grammar& grammar, Language language) {
  const auto words_of = [&](const Phrase& phrase) { return std::string{phrase.in(language)}; };
  grammar.files();
  grammar.value("--output", words::path_value, words_of(words::database_option));
  grammar.flag("--dry-run", words_of(words::dry_run_option));
  grammar.value("--shard", words::shard_value, words_of(words::shard_option));
  grammar.value("--replications", words::number_value,
                say(language, words::study_replications_option, most_replications, scenarios::Study{}.replications));
  grammar.flag("--fail-fast", words_of(words::fail_fast_option));
  grammar.value("--department", words::name_value, words_of(words::study_department_option));
  grammar.value("--measure", words::name_value, words_of(words::study_measure_option));
  declare_seed(grammar, language);
  grammar.value("--threads", words::number_value, say(language, words::threads_option, most_threads));
  declare_end(grammar, language);
}

void read_shard(Reader& reader, Shard& shard) {
  const std::string* text = reader.single("--shard");
  if (text == nullptr) return;
  const std::size_t stroke = std::min(text->find('/'), text->size());
  const auto of = stroke < text->size() ? whole_number(text->substr(stroke + 1), 1, most_shards) : std::nullopt;
  const auto number = whole_number(text->substr(0, stroke), 1, of.value_or(1));
  if (of && number)
    shard = {*number, *of};
  else
    reader.complain(words::bad_shard, most_shards, *text);
}

Request read_sweep(Reader& reader) {
  SweepOptions options;
  read_common(reader, options);
  read_departments(reader, options);
  options.measures = reader.grammar().values("--measure");
  read_seed(reader, options);
  options.seed_given = reader.grammar().has("--seed");
  reader.whole("--threads", 1, most_threads, options.threads);
  read_shard(reader, options.shard);
  if (reader.grammar().has("--replications")) {
    std::uint32_t count = 0;
    reader.whole("--replications", 1, most_replications, count);
    options.replications = count;
  }
  options.dry_run = reader.grammar().has("--dry-run");
  options.fail_fast = reader.grammar().has("--fail-fast");
  reader.exclude("--dry-run", "--fail-fast");
  return with(reader, options);
}

void declare_merge(Grammar& grammar, Language language) {
  grammar.files();
  declare_end(grammar, language);
}

Request read_merge(Reader& reader) {
  MergeOptions options;
  read_common(reader, options);
  if (reader.clean() && options.files.size() < 2) reader.complain(words::two_databases);
  return with(reader, options);
}

void declare_export(Grammar& grammar, Language language) {
  const auto words_of = [&](const Phrase& phrase) { return std::string{phrase.in(language)}; };
  grammar.files();
  grammar.value("--table", words::name_value, say(language, words::table_option, scenarios::joined(tables_of_results())));
  grammar.choice("--format", {"csv", "jsonl"}, words_of(words::table_format_option));
  grammar.value("--output", words::path_value, words_of(words::output_option));
  declare_end(grammar, language);
}

Request read_export(Reader& reader) {
  ExportOptions options;
  read_common(reader, options);
  if (reader.clean() && options.files.size() > 1) reader.complain(words::one_database, options.files.size());
  if (const std::string* name = reader.single("--table")) {
    const std::vector<std::string> all = tables_of_results();
    options.table = *name;
    if (std::find(all.begin(), all.end(), *name) == all.end()) reader.unknown(words::no_such_table, *name, all);
  }
  if (const auto format = reader.word("--format")) options.format = static_cast<TableFormat>(*format);
  return with(reader, options);
}

void declare_verify(Grammar& grammar, Language language) {
  grammar.files();
  grammar.value("--sample", words::share_value, std::string{words::sample_option.in(language)});
  declare_seed(grammar, language);
  grammar.value("--threads", words::number_value, say(language, words::threads_option, most_threads));
  declare_end(grammar, language);
}

Request read_verify(Reader& reader) {
  VerifyOptions options;
  read_common(reader, options);
  if (reader.clean() && options.files.size() > 1) reader.complain(words::one_database, options.files.size());
  if (const std::string* text = reader.single("--sample")) {
    if (const auto part = share(*text, 1))
      options.sample = *part;
    else
      reader.complain(words::bad_sample, *text);
  }
  read_seed(reader, options);
  reader.whole("--threads", 1, most_threads, options.threads);
  return with(reader, options);
}

}  // namespace

std::vector<Command> study_commands() {
  return {{"sweep", declare_sweep, read_sweep},
          {"merge", declare_merge, read_merge},
          {"export", declare_export, read_export},
          {"verify", declare_verify, read_verify}};
}

}  // namespace app
