#pragma once

#include <string>

#include "analysis/result/result.hpp"
#include "app/messages/language.hpp"
#include "app/output/period.hpp"

namespace app {

/// The answers of procedures that a document has, for people; empty if it has none.
std::string answer_text(const analysis::result::Result& result, const Period& period, Language language);

/// The same as a tidy table; empty if it has none.
std::string answer_csv(const analysis::result::Result& result);

}  // namespace app
