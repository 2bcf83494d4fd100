#include "app/output/answers.hpp"

#include "app/output/breakeven.hpp"
#include "app/output/explanation.hpp"
#include "app/output/map.hpp"
#include "app/output/plan.hpp"
#include "app/output/selection.hpp"
#include "app/output/sensitivity.hpp"
#include "app/output/uncertainty.hpp"

namespace app {

std::string answer_text(const analysis::result::Result& result, const Period& period, Language language) {
  if (result.selection) return selection_text(*result.selection, language);
  if (result.sensitivity) return sensitivity_text(*result.sensitivity, result.confidence, language);
  if (result.map) return map_text(*result.map, language);
  if (result.breakeven) return breakeven_text(*result.breakeven, result.confidence, language);
  if (result.explanation) return explanation_text(*result.explanation, result.confidence, language);
  if (result.uncertainty) return uncertainty_text(*result.uncertainty, result.confidence, language);
  if (result.plan) return plan_text(result, period, language);
  return "";
}

std::string answer_csv(const analysis::result::Result& result) {
  if (result.selection) return selection_csv(*result.selection);
  if (result.sensitivity) return sensitivity_csv(*result.sensitivity);
  if (result.map) return map_csv(*result.map);
  if (result.breakeven) return breakeven_csv(*result.breakeven);
  if (result.explanation) return explanation_csv(*result.explanation);
  if (result.uncertainty) return uncertainty_csv(*result.uncertainty);
  if (result.plan) return plan_csv(*result.plan);
  return "";
}

}  // namespace app
