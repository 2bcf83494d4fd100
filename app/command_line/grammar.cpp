#include "app/command_line/grammar.hpp"

namespace app {

void Grammar::flag(const std::string& name, const std::string& meaning) {
  app_.add_flag(name == "--help" ? "-h,--help" : name)->disable_flag_override();
  lines_.push_back({name, "", meaning});
}

void Grammar::option(const std::string& name, const std::string& metavariable, const std::string& meaning) {
  app_.add_option(name == "--output" ? "-o,--output" : name, values_[name])->allow_extra_args(false);
  lines_.push_back({name, metavariable, meaning});
}

void Grammar::value(const std::string& name, const Phrase& metavariable, const std::string& meaning) {
  option(name, std::string{metavariable.in(language_)}, meaning);
}

void Grammar::pair(const std::string& name, const Phrase& metavariable, const std::string& meaning) {
  CLI::Option* const option = app_.add_option(name, values_[name]);
  option->type_size(2)->expected(1)->allow_extra_args(false);
  option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  lines_.push_back({name, std::string{metavariable.in(language_)}, meaning});
}

void Grammar::choice(const std::string& name, const std::vector<std::string>& words, const std::string& meaning) {
  std::string metavariable;
  for (const std::string& word : words) metavariable += (metavariable.empty() ? "" : "|") + word;
  words_[name] = words;
  option(name, metavariable, meaning);
}

void Grammar::files() { app_.add_option("files", files_); }

std::vector<std::string> Grammar::names() const {
  std::vector<std::string> result;
  for (const Line& line : lines_) result.push_back(line.name);
  return result;
}

}  // namespace app
