#pragma once

#include <string>
#include <vector>

#include "analysis/result/result.hpp"
#include "app/messages/language.hpp"
#include "app/output/period.hpp"

namespace app {

/// What the comparison says, a sentence for each department that was compared with the baseline.
std::vector<std::string> verdict(const analysis::result::Result& result, const Period& period, Language language);

/// What has become of the precision that was wanted.
std::string precision_text(const analysis::result::Result& result, Language language);

}  // namespace app
