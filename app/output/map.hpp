#pragma once

#include <string>

#include "analysis/result/answers.hpp"
#include "app/messages/language.hpp"

namespace app {

/// Who wins where, as a map of letters with its legend.
std::string map_text(const analysis::result::MapResult& result, Language language);

/// A line for each cell and department.
std::string map_csv(const analysis::result::MapResult& result);

}  // namespace app
