#include "app/messages/story.hpp"
#include "app/output/number.hpp"
#include "app/output/story.hpp"

namespace app {

using models::Happening;
using What = Happening::What;

std::string cause_text(const Happening& loss, Language language) {
  const auto cause = static_cast<std::size_t>(loss.detail);
  return std::string{(loss.what == What::gone ? words::client_causes[cause] : words::lead_causes[cause]).in(language)};
}

Ending ending_of(const Life& life) {
  Ending ending;
  bool woken = false;  // his order is told next
  for (const Happening* happening : life) {
    switch (happening->what) {
      case What::asks:
        ending.open = true;
        break;
      case What::won:
        ending.open = false;
        if (!ending.bought) {
          ending.bought = happening->time;
          ending.first = happening->amount;
        } else {  // a company of the cold list can buy as a lead more than once
          ++ending.further;
          ending.further_value += happening->amount;
        }
        break;
      case What::lost:
        ending.open = false;
        ending.lost = happening;
        break;
      case What::client:
        ending.client = true;
        ending.at_start = happening->detail == 1;
        break;
      case What::sleeps:
        ending.asleep = true;
        if (happening->detail == 1) ending.at_start = true;
        break;
      case What::woken:
        ending.asleep = false;
        ending.client = woken = true;
        break;
      case What::ordered:
      case What::upsold:
        if (woken && !ending.bought) {
          ending.bought = happening->time;
          ending.first = happening->amount;
        } else {
          ++ending.further;
          ending.further_value += happening->amount;
        }
        woken = false;
        break;
      case What::gone:
        ending.gone = happening;
        break;
      default:
        break;
    }
  }
  return ending;
}

std::string ending_text(const Traced& traced, const Life& life, Language language) {
  const models::DepartmentPlan& plan = *traced.plan;
  if (life.empty()) return std::string{words::end_nothing.in(language)};
  const Ending ending = ending_of(life);
  const auto day = [&](sim::Time time) { return day_text(plan, time); };
  const auto money = [&](sim::Money amount) { return money_text(plan, amount, language); };
  std::string text;
  if (ending.bought) {
    text = say(language, words::end_bought, money(ending.first), day(*ending.bought));
  } else if (ending.at_start) {
    text = std::string{(ending.client ? words::end_client_at_start : words::end_sleeper).in(language)};
  } else if (ending.open) {
    return std::string{words::end_open.in(language)};
  } else if (ending.lost != nullptr) {
    return say(language, words::end_lost, day(ending.lost->time), cause_text(*ending.lost, language),
               plan.stage_names[ending.lost->stage]);
  } else {
    return std::string{words::end_called.in(language)};
  }
  if (ending.further > 0)
    text += say(language, words::end_further, grouped(static_cast<std::uint64_t>(ending.further), language),
                money(ending.further_value));
  if (ending.gone != nullptr) {
    text += say(language, words::end_gone, day(ending.gone->time), cause_text(*ending.gone, language));
  } else if (ending.asleep) {
    text += words::end_asleep.in(language);
  } else if (ending.client) {
    text += words::end_client.in(language);
  }
  return text;
}

}  // namespace app
