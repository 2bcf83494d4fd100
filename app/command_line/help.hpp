#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/command_line/grammar.hpp"

namespace app {

/// The help of the whole program: its commands and some examples.
std::string program_help(Language language);

/// The help of one subcommand.
std::string command_help(std::string_view command, const Grammar& grammar, Language language);

/// The names of the subcommands, in the order of the help.
const std::vector<std::string>& command_names();

}  // namespace app
