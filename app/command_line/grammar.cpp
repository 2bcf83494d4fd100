#include "app/command_line/grammar.hpp"

namespace app {

void Grammar::flag(const std::string& name, const std::string& meaning) {
  app_.add_flag(name)->disable_flag_override();
  lines_.push_back({name, "", meaning});
}

void Grammar::value(const std::string& name, const Phrase& placeholder, const std::string& meaning) {
  app_.add_option(name, values_[name])->allow_extra_args(false)->type_name("");
  lines_.push_back({name, std::string{placeholder.in(language_)}, meaning});
}

void Grammar::files() { app_.add_option("files", files_); }

std::vector<std::string> Grammar::names() const {
  std::vector<std::string> result;
  for (const Line& line : lines_) result.push_back(line.name);
  return result;
}

}  // namespace app
