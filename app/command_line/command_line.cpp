#include "app/command_line/command_line.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include "app/command_line/grammar.hpp"
#include "app/command_line/help.hpp"
#include "app/command_line/values.hpp"
#include "app/messages/command_line.hpp"
#include "app/messages/trace.hpp"
#include "app/output/output.hpp"
#include "app/refused.hpp"
#include "scenarios/format/nearest.hpp"

namespace app {
namespace {

const std::vector<std::string> languages{"en", "ru"};
constexpr double most_confidence = 0.999999;
constexpr std::uint64_t most_seed = std::numeric_limits<std::uint64_t>::max();

/// Reads what was given to the options of one subcommand and collects what is wrong.
class Reader {
 public:
  Reader(const Grammar& grammar, Language language) : grammar_(grammar), language_(language) {}

  void complain(std::string sentence) { complaints_.push_back(std::move(sentence)); }
  template <class... Arguments>
  void complain(const Phrase& phrase, const Arguments&... arguments) {
    complaints_.push_back(say(language_, phrase, arguments...));
  }

  void unknown(const Phrase& phrase, const std::string& word, const std::vector<std::string>& allowed) {
    std::string text = say(language_, phrase, word, scenarios::joined(allowed));
    if (const std::string meant = scenarios::nearest(word, allowed); !meant.empty())
      text += say(language_, words::did_you_mean, meant);
    complaints_.push_back(std::move(text));
  }

  /// The value of an option that may stand once.
  const std::string* single(const std::string& name) { return single(name, grammar_); }
  const std::string* single(const std::string& name, const Grammar& grammar) {
    const std::vector<std::string>& values = grammar.values(name);
    if (values.empty()) return nullptr;
    if (values.size() > 1) complain(words::option_twice, name);
    return &values.front();
  }

  template <class Integer>
  void whole(const std::string& name, std::uint64_t low, std::uint64_t high, Integer& value) {
    const std::string* text = single(name);
    if (text == nullptr) return;
    if (const auto number = whole_number(*text, low, high))
      value = static_cast<Integer>(*number);
    else
      complain(words::bad_whole, name, low, high, *text);
  }

  /// An option that takes one of some words; its number among them.
  std::optional<std::size_t> word(const std::string& name) { return word(name, grammar_); }
  std::optional<std::size_t> word(const std::string& name, const Grammar& grammar) {
    const std::string* text = single(name, grammar);
    if (text == nullptr) return std::nullopt;
    const std::vector<std::string>& allowed = grammar.words(name);
    const auto it = std::find(allowed.begin(), allowed.end(), *text);
    if (it != allowed.end()) return static_cast<std::size_t>(it - allowed.begin());
    std::string sentence = say(language_, words::bad_word, name, scenarios::joined(allowed), *text);
    if (const std::string meant = scenarios::nearest(*text, allowed); !meant.empty())
      sentence += say(language_, words::did_you_mean, meant);
    complaints_.push_back(std::move(sentence));
    return std::nullopt;
  }

  void exclude(const std::string& one, const std::string& other) {
    if (grammar_.has(one) && grammar_.has(other)) complain(words::exclude_each_other, one, other);
  }
  void needs(const std::string& one, const std::string& other) {
    if (grammar_.has(one) && !grammar_.has(other)) complain(words::needs_option, one, other);
  }

  bool clean() const { return complaints_.empty(); }
  void finish() {
    if (!complaints_.empty()) throw Refused(std::move(complaints_));
  }

  const Grammar& grammar() const { return grammar_; }

 private:
  const Grammar& grammar_;
  Language language_;
  std::vector<std::string> complaints_;
};

// ---- what each subcommand takes ----

void declare_common(Grammar& grammar, Language language) {
  const auto words_of = [&](const Phrase& phrase) { return std::string{phrase.in(language)}; };
  grammar.files();
  grammar.value("--set", words::set_value, words_of(words::set_option));
  grammar.value("--output", words::path_value, words_of(words::output_option));
}

void declare_simulation(Grammar& grammar, Language language, const Phrase& measure) {
  const auto words_of = [&](const Phrase& phrase) { return std::string{phrase.in(language)}; };
  const SimulationOptions defaults;
  grammar.value("--department", words::name_value, words_of(words::department_option));
  grammar.value("--replications", words::number_value,
                say(language, words::replications_option, most_replications, defaults.replications));
  grammar.value("--precision", words::share_value, words_of(words::precision_option));
  grammar.value("--max-replications", words::number_value,
                say(language, words::max_replications_option, defaults.max_replications));
  grammar.value("--measure", words::name_value, words_of(measure));
  grammar.value("--confidence", words::share_value, words_of(words::confidence_option));
  grammar.value("--seed", words::number_value, say(language, words::seed_option, most_seed));
  grammar.value("--threads", words::number_value, say(language, words::threads_option, most_threads));
  grammar.choice("--format", {"text", "json", "csv"}, words_of(words::format_option));
  grammar.choice("--rows", {"csv"}, words_of(words::rows_option));
  grammar.flag("--months", words_of(words::months_option));
  grammar.flag("--people", words_of(words::people_option));
}

void declare_trace(Grammar& grammar, Language language) {
  const auto words_of = [&](const Phrase& phrase) { return std::string{phrase.in(language)}; };
  grammar.value("--department", words::name_value, words_of(words::department_option));
  grammar.value("--replication", words::number_value, say(language, words::replication_option, most_replications - 1));
  grammar.value("--seed", words::number_value, say(language, words::seed_option, most_seed));
  grammar.value("--lead", words::lead_value, words_of(words::lead_option));
  grammar.value("--won-by", words::name_value, words_of(words::won_by_option));
  grammar.value("--lost-by", words::name_value, words_of(words::lost_by_option));
  grammar.value("--from", words::date_value, words_of(words::from_option));
  grammar.value("--to", words::date_value, words_of(words::to_option));
  grammar.choice("--format", {"text", "json", "csv"}, words_of(words::trace_format_option));
}

void declare_end(Grammar& grammar, Language language) {
  grammar.choice("--lang", languages, std::string{words::lang_option.in(language)});
  grammar.flag("--quiet", std::string{words::quiet_option.in(language)});
  grammar.flag("--help", std::string{words::help_option.in(language)});
}

// ---- reading ----

bool looks_like_option(const std::string& word) { return word.size() > 1 && word.front() == '-'; }

void read_common(Reader& reader, Language language, CommonOptions& options) {
  options.language = language;
  options.quiet = reader.grammar().has("--quiet");
  reader.word("--lang");
  bool strange = false;
  for (const std::string& word : reader.grammar().remaining()) {
    strange = true;
    if (looks_like_option(word))
      reader.unknown(words::unknown_option, word.substr(0, word.find('=')), reader.grammar().names());
    else
      reader.complain(words::unexpected_word, word);
  }
  for (const std::string& set : reader.grammar().values("--set")) {
    if (set.find('=') == std::string::npos || set.front() == '=') reader.complain(words::bad_set, set);
    options.sets.push_back(set);
  }
  if (const std::string* path = reader.single("--output")) {
    if (path->empty()) reader.complain(words::option_without_value, "--output");
    options.output = *path;
    if (const std::string wrong = wrong_with_output(*path, language); !wrong.empty()) reader.complain(wrong);
  }
  // The value of an unknown option looks like a file, so files are looked at only where all options are known.
  options.files = reader.grammar().given_files();
  if (strange) return;
  if (options.files.empty()) reader.complain(words::no_file);
  std::set<std::string> seen;
  for (const std::string& file : options.files)
    if (!seen.insert(file).second) reader.complain(words::file_twice, file);
}

void read_departments(Reader& reader, SimulationOptions& options) {
  std::set<std::string> seen;
  for (const std::string& name : reader.grammar().values("--department")) {
    if (!seen.insert(name).second) reader.complain(words::department_twice, name);
    options.departments.push_back(name);
  }
}

void read_simulation(Reader& reader, SimulationOptions& options) {
  read_departments(reader, options);
  reader.whole("--replications", 1, most_replications, options.replications);
  reader.whole("--max-replications", 1, most_replications, options.max_replications);
  reader.whole("--seed", 0, most_seed, options.seed);
  reader.whole("--threads", 1, most_threads, options.threads);
  if (const std::string* text = reader.single("--precision")) {
    options.precision = share(*text, 1);
    if (!options.precision) reader.complain(words::bad_precision, "--precision", *text);
  }
  if (const std::string* text = reader.single("--confidence")) {
    if (const auto confidence = share(*text, most_confidence))
      options.confidence = *confidence;
    else
      reader.complain(words::bad_confidence, "--confidence", *text);
  }
  if (const std::string* text = reader.single("--measure")) options.measure = *text;
  const std::vector<std::string>& formats = reader.grammar().values("--format");
  if (!formats.empty() && formats.front() == "xlsx") {
    reader.complain(words::no_workbooks);
  } else if (const auto format = reader.word("--format")) {
    options.format = static_cast<Format>(*format);
  }
  options.rows = reader.word("--rows").has_value();
  options.months = reader.grammar().has("--months");
  options.people = reader.grammar().has("--people");
  reader.exclude("--replications", "--precision");
  reader.needs("--max-replications", "--precision");
  reader.exclude("--rows", "--format");
  reader.exclude("--rows", "--months");
}

template <class Options>
Request with(Reader& reader, const Options& options) {
  reader.finish();
  return options;
}

Request read_check(Reader& reader, Language language) {
  CheckOptions options;
  read_common(reader, language, options);
  if (options.files.size() > 1 && !options.output.empty()) reader.complain(words::output_for_one, options.files.size());
  return with(reader, options);
}

Request read_run(Reader& reader, Language language) {
  RunOptions options;
  read_common(reader, language, options);
  if (reader.clean() && options.files.size() > 1) reader.complain(words::one_file, options.files.size());
  read_simulation(reader, options);
  reader.needs("--measure", "--precision");
  return with(reader, options);
}

Request read_compare(Reader& reader, Language language) {
  CompareOptions options;
  read_common(reader, language, options);
  read_simulation(reader, options);
  if (const std::string* name = reader.single("--baseline")) options.baseline = *name;
  options.unpaired = reader.grammar().has("--unpaired");
  const std::vector<std::string>& ends = reader.grammar().values("--waterfall");
  for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
    if (ends[i] == ends[i + 1]) reader.complain(words::waterfall_to_itself, ends[i]);
    options.waterfalls.emplace_back(ends[i], ends[i + 1]);
  }
  reader.exclude("--rows", "--waterfall");
  return with(reader, options);
}

Request read_trace(Reader& reader, Language language) {
  TraceOptions options;
  read_common(reader, language, options);
  if (reader.clean() && options.files.size() > 1) reader.complain(words::one_scenario, options.files.size());
  read_departments(reader, options);
  reader.whole("--replication", 0, most_replications - 1, options.replication);
  reader.whole("--seed", 0, most_seed, options.seed);
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

/// What CLI11 refuses by itself: an option without its value, or a flag with one.
[[noreturn]] void refuse(const CLI::ParseError& error, Language language) {
  const std::string said = error.what();
  // It names a flag without its dashes.
  const std::string name = said.substr(said.find_first_not_of('-'));
  const std::string option = "--" + name.substr(0, name.find_first_of(": "));
  const auto says = [&](const char* part) { return said.find(part) != std::string::npos; };
  const Phrase& wrong = says("override")     ? words::option_with_value
                        : says("2 required") ? words::option_without_two
                                             : words::option_without_value;
  throw Refused({say(language, wrong, option)});
}

}  // namespace

Language language_of(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--lang=ru") return Language::ru;
    if (arguments[i] == "--lang" && i + 1 < arguments.size() && arguments[i + 1] == "ru") return Language::ru;
  }
  return Language::en;
}

std::string command_named(const std::vector<std::string>& arguments) {
  for (const std::string& argument : arguments)
    if (std::find(command_names().begin(), command_names().end(), argument) != command_names().end()) return argument;
  return "";
}

Request read_command_line(const std::vector<std::string>& arguments) {
  const Language language = language_of(arguments);
  CLI::App app;
  app.allow_extras();
  app.set_help_flag();
  app.require_subcommand(0, 1);
  Grammar program(app, language);
  program.flag("--help", "");
  program.flag("--version", "");
  program.choice("--lang", languages, "");

  const auto subcommand = [&](const char* name) {
    CLI::App* const added = app.add_subcommand(name);
    added->allow_extras();
    added->set_help_flag();
    return added;
  };
  CLI::App* const run_app = subcommand("run");
  Grammar run(*run_app, language);
  declare_common(run, language);
  declare_simulation(run, language, words::run_measure_option);
  declare_end(run, language);

  CLI::App* const compare_app = subcommand("compare");
  Grammar compare(*compare_app, language);
  declare_common(compare, language);
  declare_simulation(compare, language, words::compare_measure_option);
  compare.value("--baseline", words::name_value, std::string{words::baseline_option.in(language)});
  compare.pair("--waterfall", words::two_names_value, std::string{words::waterfall_option.in(language)});
  compare.flag("--unpaired", std::string{words::unpaired_option.in(language)});
  declare_end(compare, language);

  CLI::App* const check_app = subcommand("check");
  Grammar check(*check_app, language);
  declare_common(check, language);
  declare_end(check, language);

  CLI::App* const trace_app = subcommand("trace");
  Grammar trace(*trace_app, language);
  declare_common(trace, language);
  declare_trace(trace, language);
  declare_end(trace, language);

  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 wants them
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    refuse(error, language);
  }

  if (program.has("--version")) return ShowText{"salesim " SALESIM_VERSION "\n"};
  for (const auto& [name, grammar, reading] : {std::tuple{run_app, &run, &read_run},
                                               {compare_app, &compare, &read_compare},
                                               {check_app, &check, &read_check},
                                               {trace_app, &trace, &read_trace}}) {
    if (!name->parsed()) continue;
    if (grammar->has("--help") || program.has("--help"))
      return ShowText{command_help(name->get_name(), *grammar, language)};
    Reader reader(*grammar, language);
    for (const std::string& word : program.remaining()) reader.complain(words::unexpected_word, word);
    reader.word("--lang", program);
    return reading(reader, language);
  }
  if (program.has("--help")) return ShowText{program_help(language)};

  Reader reader(program, language);
  reader.word("--lang");
  const std::vector<std::string> remaining = program.remaining();
  if (remaining.empty()) reader.complain(words::no_command, scenarios::joined(command_names()));
  for (const std::string& word : remaining) {
    if (!looks_like_option(word)) {
      reader.unknown(words::unknown_command, word, command_names());
      break;
    }
    reader.unknown(words::unknown_option, word, program.names());
  }
  reader.finish();
  return ShowText{};
}

}  // namespace app
