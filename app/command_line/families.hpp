#pragma once

#include <vector>

#include "app/command_line/command_line.hpp"
#include "app/command_line/grammar.hpp"
#include "app/command_line/reader.hpp"

/// What each subcommand takes and how it is read, and the parts that several of them share.
namespace app {

/// A subcommand.
struct Command {
  const char* name;
  void (*declare)(Grammar& grammar, Language language);
  Request (*read)(Reader& reader);
};

/// Families of them, each in a file of its own.
std::vector<Command> simulating_commands();
std::vector<Command> trace_commands();
std::vector<Command> analysis_commands();
std::vector<Command> answer_commands();
std::vector<Command> study_commands();
std::vector<Command> staff_commands();
std::vector<Command> report_commands();

// ---- shared parts ----

inline const std::vector<std::string> languages{"en", "ru"};

/// Files, `--set` and `--output`.
void declare_common(Grammar& grammar, Language language);
void declare_department(Grammar& grammar, Language language);
/// `--measure` with this meaning.
void declare_measure(Grammar& grammar, Language language, const Phrase& meaning);
/// `--confidence`, `--seed`, `--threads`, `--format`, with or without workbooks, and `--report`.
void declare_model(Grammar& grammar, Language language, bool workbooks = false);
void declare_seed(Grammar& grammar, Language language);
/// `--lang`, `--quiet` and `--help`.
void declare_end(Grammar& grammar, Language language);

/// The last `operands` of the words that stand where files do are no files, if there are more than so many; they are
/// returned.
std::vector<std::string> read_common(Reader& reader, CommonOptions& options, std::size_t operands = 0);
void read_departments(Reader& reader, ModelOptions& options);
void read_seed(Reader& reader, ModelOptions& options);
/// All that ModelOptions have, and what is common.
void read_model(Reader& reader, ModelOptions& options);

/// Files, departments with this meaning, and the measure that is asked about; the other options of procedures follow.
void declare_analysis(Grammar& grammar, Language language, const Phrase& department);
/// `--replications` of each point; `otherwise` says how many there are without it.
void declare_point_replications(Grammar& grammar, Language language, const std::string& otherwise);
/// All that AnalysisOptions have. Returns `operands` as `read_common` does.
std::vector<std::string> read_analysis(Reader& reader, AnalysisOptions& options, std::size_t operands = 0);

/// What was read, if nothing is wrong with it. Throws Refused.
template <class Options>
Request with(Reader& reader, const Options& options) {
  reader.finish();
  return options;
}

/// Words that look like options.
inline bool looks_like_option(const std::string& word) { return word.size() > 1 && word.front() == '-'; }

}  // namespace app
