#pragma once

#include <string>
#include <vector>

#include "analysis/result/result.hpp"
#include "app/messages/language.hpp"

namespace app {

/// A measure of all departments, ready to be shown: value × scale with so many decimals.
struct ReportRow {
  std::string measure;
  std::string label;  ///< with the unit, where the section does not tell it
  std::string unit;
  double scale = 1;
  int decimals = 0;
  std::vector<const analysis::Estimate*> estimates;  ///< by department; null where it has no such measure, or nobody in that role
  bool shares = false;  ///< shown is in which share of the replications there is a value, and not the value
};

struct ReportSection {
  std::string title;  ///< with the unit, where it is that of all rows
  std::vector<ReportRow> rows;
};

/// The measures that people ask for first, in sections. Measures that are 0 everywhere are left out, but for revenue,
/// cost, profit, leads and deals. The rows point into `result`.
std::vector<ReportSection> report_sections(const analysis::result::Result& result, Language language);

/// Takes away what matters in the second place where many departments stand side by side: quantiles of waits,
/// vacancies, quits and overtime, the margins of single causes of losses.
void leave_essentials(std::vector<ReportSection>& sections);

}  // namespace app
