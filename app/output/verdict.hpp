#pragma once

#include <string>
#include <vector>

#include "analysis/result/result.hpp"
#include "app/messages/language.hpp"
#include "app/output/period.hpp"

namespace app {

/// What a comparison says, a sentence for each department that was compared with the baseline.
std::vector<std::string> verdict(const analysis::result::Result& result,
                                 const analysis::result::MeasureComparison& comparison, const Period& period,
                                 Language language);

/// Whether two comparisons of the same departments say the same: the same department has the largest mean, and each
/// difference is resolved to the same side, or not at all.
bool agree(const analysis::result::MeasureComparison& one, const analysis::result::MeasureComparison& other);

/// For each further comparison a sentence on whether it agrees with the answer's own; where it does not, with its
/// verdict.
std::vector<std::string> further_verdicts(const analysis::result::Result& result, const Period& period,
                                          Language language);

/// What has become of the precision that was wanted.
std::string precision_text(const analysis::result::Result& result, Language language);

}  // namespace app
