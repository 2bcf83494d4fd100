#pragma once

#include <string>

#include "analysis/result/answers.hpp"
#include "app/messages/language.hpp"

namespace app {

/// Who was selected, what that is worth, and what became of the others, for people.
std::string selection_text(const analysis::result::SelectionResult& selection, Language language);

/// A line for each candidate.
std::string selection_csv(const analysis::result::SelectionResult& selection);

}  // namespace app
