#include "app/command_line/help.hpp"

#include <algorithm>
#include <array>

#include "app/messages/command_line.hpp"
#include "app/messages/documents.hpp"
#include "app/messages/explanation.hpp"
#include "app/messages/map.hpp"
#include "app/messages/selection.hpp"
#include "app/messages/sensitivity.hpp"
#include "app/messages/staff.hpp"
#include "app/messages/studies.hpp"
#include "app/messages/trace.hpp"
#include "app/output/width.hpp"

namespace app {
namespace {

constexpr std::size_t line_width = 100;

struct CommandHelp {
  std::string_view name;
  const Phrase& about;
  const Phrase& operands;
  std::array<std::string_view, 3> examples;
};

constexpr std::array commands{
    CommandHelp{"run",
                words::run_about,
                words::file_word,
                {"salesim run scenarios/first_steps.toml --department one_tier",
                 "salesim run scenarios/first_steps.toml --precision 1% --format json --output answer.json",
                 "salesim run scenarios/first_steps.toml --replications 20 --rows csv"}},
    CommandHelp{"compare",
                words::compare_about,
                words::files_word,
                {"salesim compare scenarios/first_steps.toml",
                 "salesim compare scenarios/first_steps.toml --set pipeline.meet.pass=40% --baseline lead_desk",
                 "salesim compare scenarios/first_steps.toml --measure win_rate --precision 2%"}},
    CommandHelp{"check",
                words::check_about,
                words::files_word,
                {"salesim check scenarios/*.toml", "salesim check scenarios/first_steps.toml > effective.toml",
                 "salesim check scenarios/first_steps.toml | salesim check -"}},
    CommandHelp{"trace",
                words::trace_about,
                words::file_word,
                {"salesim trace scenarios/first_steps.toml --replication 3 --lead 47",
                 "salesim trace scenarios/first_steps.toml --won-by lead_desk --lost-by one_tier --to 2026-01-31",
                 "salesim trace scenarios/first_steps.toml --department one_tier --format json --output trace.json"}},
    CommandHelp{"select",
                words::select_about,
                words::files_word,
                {"salesim select scenarios/wholesale.toml --delta 1000000",
                 "salesim select scenarios/lead_desk_splits.toml --delta 20000 --confidence 99%",
                 "salesim select scenarios/wholesale.toml --delta 1e6 --vary role_defaults.diligence=50%,70%,90%"}},
    CommandHelp{"sensitivity",
                words::sensitivity_about,
                words::file_word,
                {"salesim sensitivity scenarios/wholesale.toml --department conveyor --against one_tier",
                 "salesim sensitivity scenarios/wholesale.toml --department conveyor --range segments.salon.margin",
                 "salesim sensitivity scenarios/wholesale.toml --department conveyor --method morris --points 10"}},
    CommandHelp{"map",
                words::map_about,
                words::files_word,
                {"salesim map scenarios/wholesale.toml --x segments.salon.margin --y segments.salon.fit",
                 "salesim map scenarios/wholesale.toml --x cold_call.reach --y cold_call.interest=1%..20%",
                 "salesim map scenarios/wholesale.toml --x cold_call.reach --y cold_call.interest --format csv"}},
    CommandHelp{"breakeven",
                words::breakeven_about,
                words::files_and_range,
                {"salesim breakeven scenarios/first_steps.toml pipeline.meet.pass=20%..60%",
                 "salesim breakeven scenarios/wholesale.toml cold_call.interest --measure profit_with_base",
                 "salesim breakeven scenarios/wholesale.toml segments.salon.margin --replications 50"}},
    CommandHelp{"explain",
                words::explain_about,
                words::files_and_two,
                {"salesim explain scenarios/first_steps.toml one_tier lead_desk",
                 "salesim explain scenarios/wholesale.toml one_tier conveyor --measure profit_with_base",
                 "salesim explain scenarios/roofing_season.toml apart conveyor --replications 100"}},
    CommandHelp{"sweep",
                words::sweep_about,
                words::study_word,
                {"salesim sweep scenarios/studies/break_even.toml", "salesim sweep scenarios/studies/break_even.toml --dry-run",
                 "salesim sweep scenarios/textbook --replications 20 --measure leads --shard 1/2"}},
    CommandHelp{"merge",
                words::merge_about,
                words::databases_word,
                {"salesim merge break_even.db break_even-1-of-2.db break_even-2-of-2.db",
                 "salesim merge all.db night-1.db night-2.db night-3.db", ""}},
    CommandHelp{"export",
                words::export_about,
                words::database_word,
                {"salesim export break_even.db --table answer", "salesim export break_even.db --table best --format jsonl",
                 "salesim export break_even.db --table replication --output replications.csv"}},
    CommandHelp{"verify",
                words::verify_about,
                words::database_word,
                {"salesim verify break_even.db --sample 1%", "salesim verify break_even.db", ""}},
    CommandHelp{"staff",
                words::staff_about,
                words::file_word,
                {"salesim staff scenarios/roofing_season.toml --quick",
                 "salesim staff scenarios/roofing_season.toml --time-limit 5min",
                 "salesim staff scenarios/roofing_season.toml --budget 400000 --format json --output plan.json"}},
    CommandHelp{"report",
                words::report_about,
                words::report_operands,
                {"salesim report scenarios/roofing_season.toml --lang ru --output roofing.html",
                 "salesim report compare.json map.json plan.json --output answer.html",
                 "salesim report break_even.db"}},
};

/// Two columns; the second is wrapped.
std::string columns(const std::vector<std::pair<std::string, std::string>>& rows) {
  std::size_t first = 0;
  for (const auto& [left, right] : rows) first = std::max(first, display_width(left));
  std::string text;
  for (const auto& [left, right] : rows) {
    const std::vector<std::string> wrapped = wrap(right, line_width - first - 4);
    for (std::size_t i = 0; i < wrapped.size(); ++i)
      text += "  " + padded_right(i == 0 ? left : "", first) + "  " + wrapped[i] + "\n";
  }
  return text;
}

std::string lines_of(const Phrase& phrase, Language language) {
  std::string text;
  for (const std::string& line : wrap(phrase.in(language), line_width)) text += line + "\n";
  return text;
}

std::string heading(const Phrase& phrase, Language language) { return "\n" + std::string{phrase.in(language)} + ":\n"; }

}  // namespace

const std::vector<std::string>& command_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> result;
    for (const CommandHelp& command : commands) result.emplace_back(command.name);
    return result;
  }();
  return names;
}

std::string program_help(Language language) {
  std::string text = lines_of(words::about, language);
  text += heading(words::usage, language) + "  salesim " + std::string{words::command_word.in(language)} + " " +
          std::string{words::options_word.in(language)} + " " + std::string{words::files_word.in(language)} + "\n";
  text += heading(words::commands, language);
  std::vector<std::pair<std::string, std::string>> rows;
  for (const CommandHelp& command : commands)
    rows.emplace_back(std::string{command.name} + " " + std::string{command.operands.in(language)},
                      std::string{command.about.in(language)});
  text += columns(rows);
  text += heading(words::options, language);
  text += columns({{"--help", std::string{words::help_option.in(language)}},
                   {"--version", std::string{words::version_option.in(language)}},
                   {"--lang en|ru", std::string{words::lang_option.in(language)}}});
  text += heading(words::examples, language);
  for (const CommandHelp& command : commands) text += "  " + std::string{command.examples.front()} + "\n";
  return text + "\n" + lines_of(words::more_help, language) + lines_of(words::exit_codes, language);
}

std::string command_help(std::string_view command, const Grammar& grammar, Language language) {
  const auto* const it =
      std::find_if(commands.begin(), commands.end(), [&](const CommandHelp& known) { return known.name == command; });
  std::string text = lines_of(it->about, language);
  text += heading(words::usage, language) + "  salesim " + std::string{command} + " " +
          std::string{words::options_word.in(language)} + " " + std::string{it->operands.in(language)} + "\n";
  text += heading(words::options, language);
  std::vector<std::pair<std::string, std::string>> rows;
  for (const Grammar::Line& line : grammar.lines())
    rows.emplace_back(line.value.empty() ? line.name : line.name + " " + line.value, line.meaning);
  text += columns(rows);
  text += heading(words::examples, language);
  for (const std::string_view example : it->examples)
    if (!example.empty()) text += "  " + std::string{example} + "\n";
  return text + "\n" + lines_of(words::exit_codes, language);
}

}  // namespace app
