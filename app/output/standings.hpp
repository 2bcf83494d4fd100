#pragma once

#include <string>
#include <vector>

#include "analysis/result/result.hpp"
#include "app/messages/language.hpp"

namespace app {

/// A system's mean of a measure; absent where it has none.
double mean_of(const std::vector<analysis::result::SystemResult>& systems, const std::string& system,
               const std::string& measure);

/// The table of a comparison: means, differences to the baseline, chances of being the best.
std::string comparison_table(const analysis::result::MeasureComparison& comparison,
                             const std::vector<analysis::result::SystemResult>& systems, double confidence,
                             Language language);

/// How far each department may be from the best, and how bad a single run may be. Empty if nothing is known of it.
std::string risk_table(const analysis::result::MeasureComparison& comparison, Language language);

}  // namespace app
