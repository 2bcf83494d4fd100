#pragma once

#include <string>
#include <vector>

#include "analysis/result/result.hpp"
#include "app/messages/language.hpp"
#include "app/output/period.hpp"

namespace app {

/// What a comparison of departments says, in sentences, the most important one first: who earns more or is the best and
/// whether that is resolved, whether the client base changes it, who is preferred whatever one thinks of risk, and what
/// the same customers for all have brought. Empty without a comparison or with one department.
std::vector<std::string> conclusions(const analysis::result::Result& result, const Period& period, Language language);

}  // namespace app
