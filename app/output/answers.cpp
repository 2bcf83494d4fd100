#include "app/output/answers.hpp"

#include "app/output/selection.hpp"
#include "app/output/sensitivity.hpp"

namespace app {

std::string answer_text(const analysis::result::Result& result, const Period& period, Language language) {
  static_cast<void>(period);
  if (result.selection) return selection_text(*result.selection, language);
  if (result.sensitivity) return sensitivity_text(*result.sensitivity, result.confidence, language);
  return "";
}

std::string answer_csv(const analysis::result::Result& result) {
  if (result.selection) return selection_csv(*result.selection);
  if (result.sensitivity) return sensitivity_csv(*result.sensitivity);
  return "";
}

}  // namespace app
