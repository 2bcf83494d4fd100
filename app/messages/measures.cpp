#include "app/messages/measures.hpp"

#include <array>
#include <vector>

namespace app {
namespace {

// clang-format off
constexpr std::array measures{
    MeasureWords{"revenue", {"Revenue", "Выручка"}, Better::more},
    MeasureWords{"gross_margin", {"Gross margin", "Валовая прибыль"}, Better::more},
    MeasureWords{"payroll", {"Payroll", "Расходы на персонал"}, Better::less},
    MeasureWords{"cost", {"Cost", "Затраты"}, Better::less},
    MeasureWords{"profit", {"Profit", "Прибыль"}, Better::more},
    MeasureWords{"pay.base", {"Base pay", "Оклады"}, Better::less},
    MeasureWords{"pay.hourly", {"Hourly pay", "Почасовая оплата"}, Better::less},
    MeasureWords{"pay.commission", {"Commissions", "Комиссионные"}, Better::less},
    MeasureWords{"pay.on_top", {"Contributions", "Взносы сверх оплаты"}, Better::less},
    MeasureWords{"lead_cost", {"Leads bought", "Покупка лидов"}, Better::less},
    MeasureWords{"leads", {"Leads", "Лиды"}},
    MeasureWords{"leads_qualified", {"Qualified leads", "Квалифицированные лиды"}, Better::more},
    MeasureWords{"deals", {"Deals", "Сделки"}, Better::more},
    MeasureWords{"orders.first", {"First orders", "Первые заказы"}, Better::more},
    MeasureWords{"win_rate", {"Won of all leads", "Доля выигранных лидов"}, Better::more},
    MeasureWords{"cycle_time", {"From asking to the deal", "От обращения до сделки"}, Better::less},
    MeasureWords{"censored", {"Still open at the end", "Не завершены к концу"}, Better::less},
    MeasureWords{"leads_lost", {"Leads lost", "Потерянные лиды"}, Better::less},
    MeasureWords{"leads_lost.abandoned", {"Lost: gave up waiting", "Потеряны: не дождались"}, Better::less},
    MeasureWords{"leads_lost.unreached", {"Lost: could not be reached", "Потеряны: не дозвонились"}, Better::less},
    MeasureWords{"leads_lost.no_show", {"Lost: did not come", "Потеряны: не пришли"}, Better::less},
    MeasureWords{"leads_lost.refused", {"Lost: said no", "Потеряны: отказались"}, Better::less},
    MeasureWords{"leads_lost.unfit", {"Lost: could never buy", "Потеряны: не могли купить"}, Better::less},
    MeasureWords{"leads_lost.transfer", {"Lost: between two people", "Потеряны: при передаче"}, Better::less},
    MeasureWords{"margin_lost.abandoned", {"Margin lost: gave up waiting", "Упущено: не дождались"}, Better::less},
    MeasureWords{"margin_lost.unreached", {"Margin lost: could not be reached", "Упущено: не дозвонились"}, Better::less},
    MeasureWords{"margin_lost.no_show", {"Margin lost: did not come", "Упущено: не пришли"}, Better::less},
    MeasureWords{"margin_lost.refused", {"Margin lost: said no", "Упущено: отказались"}, Better::less},
    MeasureWords{"margin_lost.unfit", {"Margin lost: could never buy", "Упущено: не могли купить"}, Better::less},
    MeasureWords{"margin_lost.transfer", {"Margin lost: between two people", "Упущено: при передаче"}, Better::less},
    MeasureWords{"wait.*.mean", {"{0}: mean", "{0}: в среднем"}, Better::less},
    MeasureWords{"wait.*.p90", {"{0}: nine of ten within", "{0}: девять из десяти за"}, Better::less},
    MeasureWords{"answered_within.*", {"{0}: answered in time", "{0}: ответ вовремя"}, Better::more},
    MeasureWords{"queue.*", {"{0}: waiting", "{0}: ждут"}, Better::less},
    MeasureWords{"utilisation.*", {"{0}: at work", "{0}: занятость"}},
    MeasureWords{"time_share.*.*", {"{0}: on {1}", "{0}: на {1}"}},
    MeasureWords{"headcount.*", {"{0}: people", "{0}: человек"}},
    MeasureWords{"earnings.*", {"{0}: earns a month", "{0}: заработок в месяц"}},
    MeasureWords{"paid_time.*", {"{0}: paid", "{0}: оплачено"}},
    MeasureWords{"worked_time.*", {"{0}: worked", "{0}: отработано"}},
    MeasureWords{"slack_time.*", {"{0}: slack", "{0}: недоработка"}},
    MeasureWords{"idle_time.*", {"{0}: idle", "{0}: без работы"}},
    MeasureWords{"absent_time.*", {"{0}: absent", "{0}: отсутствие"}},
    MeasureWords{"overtime.*", {"{0}: overtime", "{0}: сверхурочно"}, Better::less},
    MeasureWords{"open_leads_start", {"Open leads at the start", "Лиды в работе в начале"}},
    MeasureWords{"open_leads_end", {"Open leads at the horizon", "Лиды в работе в конце"}},
    MeasureWords{"events", {"Events", "События"}},
};

struct UnitWords {
  std::string_view unit;
  Phrase title;
};
constexpr std::array units{
    UnitWords{"share", {"share", "доля"}},      UnitWords{"leads", {"leads", "лидов"}},
    UnitWords{"orders", {"orders", "заказов"}}, UnitWords{"events", {"events", "событий"}},
    UnitWords{"people", {"people", "чел."}},    UnitWords{"min", {"min", "мин"}},
    UnitWords{"h", {"h", "ч"}},                 UnitWords{"d", {"d", "дн."}},
};
// clang-format on

/// Splits at dots.
std::vector<std::string_view> parts(std::string_view name) {
  std::vector<std::string_view> result;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('.', begin), name.size());
    result.push_back(name.substr(begin, end - begin));
    begin = end + 1;
  }
  return result;
}

}  // namespace

std::span<const MeasureWords> measure_words() { return measures; }

bool matches(std::string_view pattern, std::string_view name) {
  const std::vector<std::string_view> wanted = parts(pattern);
  const std::vector<std::string_view> given = parts(name);
  if (wanted.size() != given.size()) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (wanted[i] != "*" && wanted[i] != given[i]) return false;
  return true;
}

const MeasureWords* find_measure_words(std::string_view name) {
  for (const MeasureWords& words : measures)
    if (matches(words.pattern, name)) return &words;
  return nullptr;
}

std::string measure_title(std::string_view name, Language language) {
  const MeasureWords* words = find_measure_words(name);
  if (words == nullptr) return std::string{name};
  const std::vector<std::string_view> wanted = parts(words->pattern);
  const std::vector<std::string_view> given = parts(name);
  std::array<std::string_view, 2> stars;
  std::size_t found = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (wanted[i] == "*" && found < stars.size()) stars[found++] = given[i];
  return say(language, words->title, stars[0], stars[1]);
}

std::string unit_title(std::string_view unit, Language language) {
  for (const UnitWords& words : units)
    if (words.unit == unit) return std::string{words.title.in(language)};
  return std::string{unit};
}

}  // namespace app
