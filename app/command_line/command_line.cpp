#include "app/command_line/command_line.hpp"

#include <algorithm>
#include <deque>

#include "app/command_line/families.hpp"
#include "app/command_line/help.hpp"

namespace app {
namespace {

std::vector<Command> all_commands() {
  std::vector<Command> all;
  for (const auto& family : {simulating_commands(), trace_commands(), analysis_commands(), answer_commands(),
                             study_commands(), staff_commands(), report_commands()})
    all.insert(all.end(), family.begin(), family.end());
  return all;
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

  const std::vector<Command> commands = all_commands();
  std::vector<CLI::App*> apps;
  std::deque<Grammar> grammars;  // where they are, the parser puts values
  for (const Command& command : commands) {
    CLI::App* const added = app.add_subcommand(command.name);
    added->allow_extras();
    added->set_help_flag();
    apps.push_back(added);
    command.declare(grammars.emplace_back(*added, language), language);
  }

  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 wants them
    app.parse(reversed);
  } catch (const CLI::ParseError& error) {
    refuse(error, language);
  }

  if (program.has("--version")) return ShowText{"salesim " SALESIM_VERSION "\n"};
  for (std::size_t c = 0; c < commands.size(); ++c) {
    if (!apps[c]->parsed()) continue;
    if (grammars[c].has("--help") || program.has("--help"))
      return ShowText{command_help(commands[c].name, grammars[c], language)};
    Reader reader(grammars[c], language);
    for (const std::string& word : program.remaining()) reader.complain(words::unexpected_word, word);
    reader.word("--lang", program);
    return commands[c].read(reader);
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
