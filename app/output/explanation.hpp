#pragma once

#include <string>

#include "analysis/result/answers.hpp"
#include "app/messages/language.hpp"

namespace app {

/// The parts of a difference, the largest first; as printed they add up exactly.
std::string explanation_text(const analysis::result::ExplanationResult& result, double confidence, Language language);

/// A line for the whole, one for what is left with every mechanism off, and one for each mechanism.
std::string explanation_csv(const analysis::result::ExplanationResult& result);

}  // namespace app
