#pragma once

#include <string>
#include <vector>

#include "analysis/result/result.hpp"
#include "app/messages/language.hpp"
#include "app/output/sections.hpp"
#include "app/output/table.hpp"

namespace app {

/// What tables show of an answer.
struct ShownParts {
  Shown estimates = Shown::intervals;
  Shown waterfalls = Shown::intervals;
};

/// What is to be said of the numbers that a report shows, a sentence each: what marks stand for, what has no value, how
/// intervals hold, by which seeds.
std::vector<std::string> report_notes(const analysis::result::Result& result,
                                      const std::vector<ReportSection>& sections, const ShownParts& shown,
                                      Language language);

}  // namespace app
