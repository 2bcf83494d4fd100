#include <limits>
#include <set>

#include "app/command_line/families.hpp"
#include "app/messages/documents.hpp"
#include "app/output/output.hpp"
#include "app/output/page.hpp"

namespace app {
namespace {

constexpr double most_confidence = 0.999999;
constexpr std::uint64_t most_seed = std::numeric_limits<std::uint64_t>::max();

/// A file that is to be written.
const std::string* read_path(Reader& reader, const std::string& option) {
  const std::string* const path = reader.single(option);
  if (path == nullptr) return nullptr;
  if (path->empty()) reader.complain(words::option_without_value, option);
  if (const std::string wrong = wrong_with_output(*path, reader.language(), option); !wrong.empty())
    reader.complain(wrong);
  return path;
}

}  // namespace

void declare_common(Grammar& grammar, Language language) {
  grammar.files();
  grammar.value("--set", words::set_value, std::string{words::set_option.in(language)});
  grammar.value("--output", words::path_value, std::string{words::output_option.in(language)});
}

void declare_department(Grammar& grammar, Language language) {
  grammar.value("--department", words::name_value, std::string{words::department_option.in(language)});
}

void declare_measure(Grammar& grammar, Language language, const Phrase& meaning) {
  grammar.value("--measure", words::name_value, std::string{meaning.in(language)});
}

void declare_seed(Grammar& grammar, Language language) {
  grammar.value("--seed", words::number_value, say(language, words::seed_option, most_seed));
}

void declare_model(Grammar& grammar, Language language, bool workbooks) {
  grammar.value("--confidence", words::share_value, std::string{words::confidence_option.in(language)});
  declare_seed(grammar, language);
  grammar.value("--threads", words::number_value, say(language, words::threads_option, most_threads));
  std::vector<std::string> formats{"text", "json", "csv"};
  if (workbooks) formats.emplace_back("xlsx");
  const Phrase& meaning = workbooks ? words::format_or_workbook_option : words::format_option;
  grammar.choice("--format", formats, std::string{meaning.in(language)});
  grammar.value("--report", words::path_value, std::string{words::page_option.in(language)});
}

void declare_end(Grammar& grammar, Language language) {
  grammar.choice("--lang", languages, std::string{words::lang_option.in(language)});
  grammar.flag("--quiet", std::string{words::quiet_option.in(language)});
  grammar.flag("--help", std::string{words::help_option.in(language)});
}

std::vector<std::string> read_common(Reader& reader, CommonOptions& options, std::size_t operands) {
  options.language = reader.language();
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
  const std::vector<std::string> none;
  for (const std::string& set : reader.grammar().declares("--set") ? reader.grammar().values("--set") : none) {
    if (set.find('=') == std::string::npos || set.front() == '=') reader.complain(words::bad_set, set);
    options.sets.push_back(set);
  }
  const bool writes = reader.grammar().declares("--output");
  if (const std::string* path = writes ? read_path(reader, "--output") : nullptr) options.output = *path;
  // The value of an unknown option looks like a file, so files are looked at only where all options are known.
  options.files = reader.grammar().given_files();
  std::vector<std::string> others;
  if (options.files.size() > operands) {
    const auto first = options.files.end() - static_cast<std::ptrdiff_t>(operands);
    others.assign(first, options.files.end());
    options.files.erase(first, options.files.end());
  }
  if (strange) return others;
  if (options.files.empty()) reader.complain(words::no_file);
  std::set<std::string> seen;
  for (const std::string& file : options.files)
    if (!seen.insert(file).second) reader.complain(words::file_twice, file);
  return others;
}

void read_departments(Reader& reader, ModelOptions& options) {
  if (!reader.grammar().declares("--department")) return;
  std::set<std::string> seen;
  for (const std::string& name : reader.grammar().values("--department")) {
    if (!seen.insert(name).second) reader.complain(words::department_twice, name);
    options.departments.push_back(name);
  }
}

void read_seed(Reader& reader, ModelOptions& options) { reader.whole("--seed", 0, most_seed, options.seed); }

void read_model(Reader& reader, ModelOptions& options) {
  read_departments(reader, options);
  read_seed(reader, options);
  reader.whole("--threads", 1, most_threads, options.threads);
  if (const std::string* text = reader.single("--confidence")) {
    if (const auto confidence = share(*text, most_confidence))
      options.confidence = *confidence;
    else
      reader.complain(words::bad_confidence, "--confidence", *text);
  }
  if (reader.grammar().declares("--measure"))
    if (const std::string* text = reader.single("--measure")) options.measure = *text;
  if (reader.grammar().declares("--report")) {
    if (const std::string* path = read_path(reader, "--report")) options.report = *path;
    if (!options.report.empty() && options.report == options.output)
      reader.complain(words::exclude_each_other, "--report " + options.report, "--output " + options.output);
    if (!options.report.empty() && !has_page()) reader.complain(words::no_page);
  }
  if (!reader.grammar().declares("--format")) return;
  const std::vector<std::string>& formats = reader.grammar().values("--format");
  const std::vector<std::string>& known = reader.grammar().words("--format");
  const bool workbook = !formats.empty() && formats.front() == "xlsx";
  if (workbook && known.back() != "xlsx") {
    reader.complain(words::no_workbooks);
  } else if (const auto format = reader.word("--format")) {
    options.format = static_cast<Format>(*format);
    if (workbook && !reader.grammar().has("--output")) reader.complain(words::workbook_needs_output);
  }
}

}  // namespace app
