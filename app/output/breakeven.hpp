#pragma once

#include <string>

#include "analysis/result/answers.hpp"
#include "app/messages/language.hpp"

namespace app {

/// Where the best changes, with the values that were looked at.
std::string breakeven_text(const analysis::result::BreakevenResult& result, double confidence, Language language);

/// A line for each value at which the best changes.
std::string breakeven_csv(const analysis::result::BreakevenResult& result);

}  // namespace app
