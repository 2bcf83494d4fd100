#pragma once

#include <string>

#include "analysis/result/answers.hpp"
#include "app/messages/language.hpp"

namespace app {

/// What an answer hangs on, for people: the assumptions that matter most, the most important first.
std::string sensitivity_text(const analysis::result::SensitivityResult& sensitivity, double confidence,
                             Language language);

/// All of it: a line for each assumption and figure.
std::string sensitivity_csv(const analysis::result::SensitivityResult& sensitivity);

}  // namespace app
