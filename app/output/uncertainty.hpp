#pragma once

#include <string>

#include "analysis/result/answers.hpp"
#include "app/messages/language.hpp"

namespace app {

/// What is not known of departments and of their differences, and why, for people; what assumptions are worth knowing.
std::string uncertainty_text(const analysis::result::UncertaintyResult& uncertainty, double confidence,
                             Language language);

/// The same as a tidy table: a line for each figure of a department, a difference or an assumption.
std::string uncertainty_csv(const analysis::result::UncertaintyResult& uncertainty);

}  // namespace app
