#include "app/amount.hpp"

#include "app/messages/command_line.hpp"
#include "app/messages/measures.hpp"

namespace app {

std::string wrong_with_amount(const char* option, const Amount& amount, const std::string& measure,
                              const std::string& unit, Language language) {
  if (unit != "share")
    return amount.percent
               ? say(language, words::amount_in_percent, option, amount.text, measure, unit_title(unit, language))
               : "";
  const bool possible = amount.value >= 0 && amount.value <= 1;
  return possible ? "" : say(language, words::amount_is_no_share, option, amount.text, measure);
}

}  // namespace app
