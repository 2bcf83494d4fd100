#include "app/messages/measures.hpp"

#include <algorithm>
#include <array>

namespace app {
namespace {

// clang-format off
constexpr MeasureWords plain(std::string_view pattern, const Phrase& title, Better better = Better::neither) {
  return {pattern, title, title, better};
}

constexpr std::array measures{
    plain("revenue", {"Revenue", "Выручка"}, Better::more),
    plain("gross_margin", {"Gross margin", "Валовая прибыль"}, Better::more),
    plain("payroll", {"Payroll", "Персонал"}, Better::less),
    plain("cost", {"Cost", "Все затраты"}, Better::less),
    plain("profit", {"Profit", "Прибыль"}, Better::more),
    plain("cash", {"Cash", "Денежный поток"}, Better::more),
    plain("cash_lowest", {"Lowest sum of cash", "Самый низкий остаток денег"}, Better::more),
    plain("cash_lowest_month", {"Month of the lowest sum", "Месяц самого низкого остатка"}),
    plain("break_even_month", {"Month of break-even", "Месяц окупаемости"}, Better::less),
    plain("base_value_start", {"Client base at the start", "База клиентов в начале"}, Better::more),
    plain("base_value_end", {"Client base at the end", "База клиентов в конце"}, Better::more),
    plain("profit_with_base", {"Profit, base counted", "Прибыль с учётом базы"}, Better::more),
    MeasureWords{"revenue.first", {"Revenue of first orders", "Выручка от первых заказов"}, {"of first orders", "первые заказы"}, Better::more},
    MeasureWords{"revenue.repeat", {"Revenue of further orders", "Выручка от повторных заказов"}, {"of further orders", "повторные заказы"}, Better::more},
    MeasureWords{"revenue.upsell", {"Revenue of extra orders", "Выручка от допродаж"}, {"of extra orders", "допродажи"}, Better::more},
    MeasureWords{"gross_margin.first", {"Margin of first orders", "Валовая прибыль первых заказов"}, {"first orders", "первые заказы"}, Better::more},
    MeasureWords{"gross_margin.repeat", {"Margin of further orders", "Валовая прибыль повторных заказов"}, {"further orders", "повторные заказы"}, Better::more},
    MeasureWords{"gross_margin.upsell", {"Margin of extra orders", "Валовая прибыль допродаж"}, {"extra orders", "допродажи"}, Better::more},
    plain("pay.base", {"Base pay", "Оклады"}, Better::less),
    plain("pay.hourly", {"Hourly pay", "Почасовая оплата"}, Better::less),
    plain("pay.commission", {"Commissions", "Комиссионные"}, Better::less),
    plain("pay.per_lead", {"Pay per lead", "Оплата за лиды"}, Better::less),
    plain("pay.bonus", {"Bonuses", "Премии"}, Better::less),
    plain("pay.penalty", {"Penalties", "Удержания"}),
    plain("pay.on_top", {"Contributions", "Взносы сверх оплаты"}, Better::less),
    plain("cost.leads", {"Leads bought", "Покупка лидов"}, Better::less),
    plain("cost.hiring", {"Hiring", "Найм"}, Better::less),
    plain("cost.dismissal", {"Dismissal", "Увольнение"}, Better::less),
    plain("cost.seats", {"Seats", "Рабочие места"}, Better::less),
    plain("cost.holding", {"Unsold units held", "Содержание непроданного"}, Better::less),
    plain("discounts", {"Discounts given", "Скидки"}, Better::less),
    plain("cost.heads", {"Heads of sales", "Руководители"}, Better::less),
    plain("leads", {"Leads", "Лиды"}),
    plain("leads_qualified", {"Qualified leads", "Квалифицированы"}, Better::more),
    plain("leads_inbound", {"Customers who asked by themselves", "Обратились сами"}, Better::neither),
    plain("leads_cold", {"Leads from cold calls", "Лиды с холодных звонков"}, Better::more),
    plain("deals", {"Deals", "Сделки"}, Better::more),
    MeasureWords{"orders.first", {"First orders", "Первые заказы"}, {"first orders", "первые заказы"}, Better::more},
    MeasureWords{"orders.repeat", {"Further orders", "Повторные заказы"}, {"further orders", "повторные заказы"}, Better::more},
    MeasureWords{"orders.upsell", {"Extra orders", "Допродажи"}, {"extra orders", "допродажи"}, Better::more},
    MeasureWords{"orders.missed", {"Orders missed", "Упущенные заказы"}, {"orders missed", "упущенные заказы"}, Better::less},
    plain("win_rate", {"Won of all leads", "Доля выигранных"}, Better::more),
    plain("cycle_time", {"Asking to deal", "До сделки"}, Better::less),
    plain("censored", {"Open at the very end", "Так и не завершены"}, Better::less),
    MeasureWords{"leads_lost", {"Leads lost", "Потерянные лиды"}, {"all causes", "все причины"}, Better::less},
    MeasureWords{"leads_lost.abandoned", {"Leads lost: gave up waiting", "Потерянные лиды: не дождались"}, {"gave up waiting", "не дождались"}, Better::less},
    MeasureWords{"leads_lost.unreached", {"Leads lost: not reached", "Потерянные лиды: не дозвонились"}, {"not reached", "не дозвонились"}, Better::less},
    MeasureWords{"leads_lost.no_show", {"Leads lost: did not come", "Потерянные лиды: не пришли"}, {"did not come", "не пришли"}, Better::less},
    MeasureWords{"leads_lost.refused", {"Leads lost: said no", "Потерянные лиды: отказались"}, {"said no", "отказались"}, Better::less},
    MeasureWords{"leads_lost.unfit", {"Leads lost: could never buy", "Потерянные лиды: не могли купить"}, {"could never buy", "не могли купить"}, Better::less},
    MeasureWords{"leads_lost.dropped", {"Leads lost: thrown away", "Потерянные лиды: выброшены"}, {"thrown away", "выброшены"}, Better::less},
    MeasureWords{"leads_lost.transfer", {"Leads lost: between two people", "Потерянные лиды: при передаче"}, {"between two people", "при передаче"}, Better::less},
    MeasureWords{"leads_lost.left_with_agent", {"Leads lost: gone with their agent", "Потерянные лиды: ушли с сотрудником"}, {"gone with their agent", "ушли с сотрудником"}, Better::less},
    MeasureWords{"leads_lost.sold_out", {"Leads lost: nothing left to sell", "Потерянные лиды: всё распродано"}, {"nothing left to sell", "всё распродано"}, Better::less},
    MeasureWords{"came.*", {"Leads that came to {0}", "Дошли до {0}"}, {"{0}: came", "{0}: дошли"}, Better::more},
    MeasureWords{"passed.*", {"Leads that passed {0}", "Прошли {0}"}, {"{0}: passed", "{0}: прошли"}, Better::more},
    MeasureWords{"lost_at.*.abandoned", {"Lost at {0}: gave up waiting", "Потеряны на {0}: не дождались"}, {"{0}: gave up waiting", "{0}: не дождались"}, Better::less},
    MeasureWords{"lost_at.*.unreached", {"Lost at {0}: not reached", "Потеряны на {0}: не дозвонились"}, {"{0}: not reached", "{0}: не дозвонились"}, Better::less},
    MeasureWords{"lost_at.*.no_show", {"Lost at {0}: did not come", "Потеряны на {0}: не пришли"}, {"{0}: did not come", "{0}: не пришли"}, Better::less},
    MeasureWords{"lost_at.*.refused", {"Lost at {0}: said no", "Потеряны на {0}: отказались"}, {"{0}: said no", "{0}: отказались"}, Better::less},
    MeasureWords{"lost_at.*.unfit", {"Lost at {0}: could never buy", "Потеряны на {0}: не могли купить"}, {"{0}: could never buy", "{0}: не могли купить"}, Better::less},
    MeasureWords{"lost_at.*.dropped", {"Lost at {0}: thrown away", "Потеряны на {0}: выброшены"}, {"{0}: thrown away", "{0}: выброшены"}, Better::less},
    MeasureWords{"lost_at.*.transfer", {"Lost at {0}: between two people", "Потеряны на {0}: при передаче"}, {"{0}: between two people", "{0}: при передаче"}, Better::less},
    MeasureWords{"lost_at.*.left_with_agent", {"Lost at {0}: gone with their agent", "Потеряны на {0}: ушли с сотрудником"}, {"{0}: gone with their agent", "{0}: ушли с сотрудником"}, Better::less},
    MeasureWords{"lost_at.*.sold_out", {"Lost at {0}: nothing left to sell", "Потеряны на {0}: всё распродано"}, {"{0}: nothing left to sell", "{0}: всё распродано"}, Better::less},
    plain("margin_lost_leads", {"Margin lost with leads", "Упущенная маржа с лидов"}, Better::less),
    plain("margin_lost_clients", {"Margin lost with clients", "Упущенная маржа с клиентов"}, Better::less),
    MeasureWords{"margin_lost.abandoned", {"Margin lost: gave up waiting", "Упущенная маржа: не дождались"}, {"gave up waiting", "не дождались"}, Better::less},
    MeasureWords{"margin_lost.unreached", {"Margin lost: not reached", "Упущенная маржа: не дозвонились"}, {"not reached", "не дозвонились"}, Better::less},
    MeasureWords{"margin_lost.no_show", {"Margin lost: did not come", "Упущенная маржа: не пришли"}, {"did not come", "не пришли"}, Better::less},
    MeasureWords{"margin_lost.refused", {"Margin lost: said no", "Упущенная маржа: отказались"}, {"said no", "отказались"}, Better::less},
    MeasureWords{"margin_lost.unfit", {"Margin lost: could never buy", "Упущенная маржа: не могли купить"}, {"could never buy", "не могли купить"}, Better::less},
    MeasureWords{"margin_lost.dropped", {"Margin lost: thrown away", "Упущенная маржа: выброшены"}, {"thrown away", "выброшены"}, Better::less},
    MeasureWords{"margin_lost.transfer", {"Margin lost: between two people", "Упущенная маржа: при передаче"}, {"between two people", "при передаче"}, Better::less},
    MeasureWords{"margin_lost.left_with_agent", {"Margin lost: gone with their agent", "Упущенная маржа: ушли с сотрудником"}, {"gone with their agent", "ушли с сотрудником"}, Better::less},
    MeasureWords{"margin_lost.sold_out", {"Margin lost: nothing left to sell", "Упущенная маржа: всё распродано"}, {"nothing left to sell", "всё распродано"}, Better::less},
    MeasureWords{"margin_lost.neglected", {"Margin lost: neglected", "Упущенная маржа: заброшены"}, {"neglected", "заброшены"}, Better::less},
    MeasureWords{"margin_lost.market", {"Margin lost: left the market", "Упущенная маржа: ушли с рынка"}, {"left the market", "ушли с рынка"}, Better::less},
    MeasureWords{"margin_lost.taken", {"Margin lost: taken by a leaver", "Упущенная маржа: уведены ушедшим"}, {"taken by a leaver", "уведены ушедшим"}, Better::less},
    MeasureWords{"margin_lost.handover", {"Margin lost: lost in handover", "Упущенная маржа: при передаче клиента"}, {"lost in handover", "при передаче клиента"}, Better::less},
    MeasureWords{"margin_lost.bad_service", {"Margin lost: served badly", "Упущенная маржа: плохое обслуживание"}, {"served badly", "плохое обслуживание"}, Better::less},
    MeasureWords{"margin_lost.slept_away", {"Margin lost: slipped away asleep", "Упущенная маржа: уснули и ушли"}, {"slipped away asleep", "уснули и ушли"}, Better::less},
    MeasureWords{"clients", {"Active clients", "Активные клиенты"}, {"active, mean", "активные, в среднем"}, Better::more},
    MeasureWords{"buried", {"Clients beyond portfolios", "Клиенты сверх портфелей"}, {"beyond portfolios, mean", "сверх портфелей, в среднем"}, Better::less},
    MeasureWords{"clients_start", {"Clients at the start", "Клиенты в начале"}, {"at the start", "в начале"}},
    MeasureWords{"clients_end", {"Clients at the end", "Клиенты в конце"}, {"at the end", "в конце"}, Better::more},
    MeasureWords{"sleeping_start", {"Sleeping clients at the start", "Спящие клиенты в начале"}, {"sleeping at the start", "спящие в начале"}},
    MeasureWords{"sleeping_end", {"Sleeping clients at the end", "Спящие клиенты в конце"}, {"sleeping at the end", "спящие в конце"}},
    MeasureWords{"clients_won", {"Clients won", "Новые клиенты"}, {"won", "новые"}, Better::more},
    MeasureWords{"asleep", {"Clients fallen asleep", "Уснувшие клиенты"}, {"fallen asleep", "уснули"}, Better::less},
    MeasureWords{"woken", {"Clients woken", "Разбуженные клиенты"}, {"woken", "разбужены"}, Better::more},
    MeasureWords{"clients_lost", {"Clients lost", "Потерянные клиенты"}, {"all causes", "все причины"}, Better::less},
    MeasureWords{"clients_lost.neglected", {"Clients lost: neglected", "Потерянные клиенты: заброшены"}, {"neglected", "заброшены"}, Better::less},
    MeasureWords{"clients_lost.market", {"Clients lost: left the market", "Потерянные клиенты: ушли с рынка"}, {"left the market", "ушли с рынка"}, Better::less},
    MeasureWords{"clients_lost.taken", {"Clients lost: taken by a leaver", "Потерянные клиенты: уведены ушедшим"}, {"taken by a leaver", "уведены ушедшим"}, Better::less},
    MeasureWords{"clients_lost.handover", {"Clients lost: lost in handover", "Потерянные клиенты: при передаче клиента"}, {"lost in handover", "при передаче клиента"}, Better::less},
    MeasureWords{"clients_lost.bad_service", {"Clients lost: served badly", "Потерянные клиенты: плохое обслуживание"}, {"served badly", "плохое обслуживание"}, Better::less},
    MeasureWords{"clients_lost.slept_away", {"Clients lost: slipped away asleep", "Потерянные клиенты: уснули и ушли"}, {"slipped away asleep", "уснули и ушли"}, Better::less},
    MeasureWords{"contacts", {"Contacts made", "Контакты"}, {"contacts made", "контакты"}},
    MeasureWords{"dials", {"Cold calls dialled", "Холодные звонки"}, {"dials", "наборы"}},
    MeasureWords{"talks", {"Cold calls answered", "Холодные разговоры"}, {"talks", "разговоры"}},
    MeasureWords{"wait.*.mean", {"Mean wait for {0}", "Среднее ожидание {0}"}, {"{0}: mean", "{0}: в среднем"}, Better::less},
    MeasureWords{"wait.*.p90", {"Wait for {0} of nine in ten", "Ожидание {0} у девяти из десяти"}, {"{0}: 90 % within", "{0}: 90 % за"}, Better::less},
    MeasureWords{"answered_within.*", {"Answered in time at {0}", "Ответ вовремя на {0}"}, {"{0}: in time", "{0}: вовремя"}, Better::more},
    MeasureWords{"queue.*", {"Queue for {0}", "Очередь на {0}"}, {"{0}: queue", "{0}: очередь"}, Better::less},
    MeasureWords{"utilisation.*", {"Utilisation of {0}", "Занятость {0}"}, {"{0}: at work", "{0}: занятость"}},
    MeasureWords{"time_share.*.*", {"Time of {0} on {1}", "Время {0} на {1}"}, {"{0}: on {1}", "{0}: на {1}"}},
    MeasureWords{"headcount.*", {"Headcount of {0}", "Численность {0}"}, {"{0}: people", "{0}: человек"}},
    MeasureWords{"payroll.*", {"Payroll of {0}", "Персонал: {0}"}, {"payroll: {0}", "персонал: {0}"}, Better::less},
    MeasureWords{"earnings.*", {"What {0} earns a month", "Заработок {0} в месяц"}, {"{0}: earns a month", "{0}: в месяц"}},
    MeasureWords{"vacancies.*", {"Vacancies of {0}", "Вакансии {0}"}, {"{0}: vacancies", "{0}: вакансии"}, Better::less},
    MeasureWords{"quits.*", {"Quits of {0}", "Ушли сами из {0}"}, {"{0}: quits", "{0}: ушли сами"}, Better::less},
    MeasureWords{"joined.*", {"Newcomers as {0}", "Пришли в {0}"}, {"{0}: joined", "{0}: пришли"}},
    MeasureWords{"portfolio.*", {"Clients of one {0}", "Клиентов у одного {0}"}, {"{0}: clients each", "{0}: клиентов у одного"}},
    MeasureWords{"paid_time.*", {"Paid time of {0}", "Оплаченное время {0}"}, {"{0}: paid", "{0}: оплачено"}},
    MeasureWords{"worked_time.*", {"Time worked by {0}", "Отработано {0}"}, {"{0}: worked", "{0}: отработано"}},
    MeasureWords{"slack_time.*", {"Slack of {0}", "Недоработка {0}"}, {"{0}: slack", "{0}: недоработка"}},
    MeasureWords{"idle_time.*", {"Idle time of {0}", "Время без работы {0}"}, {"{0}: idle", "{0}: без работы"}},
    MeasureWords{"absent_time.*", {"Absence of {0}", "Отсутствие {0}"}, {"{0}: absent", "{0}: отсутствие"}},
    MeasureWords{"overtime.*", {"Overtime of {0}", "Сверхурочные {0}"}, {"{0}: overtime", "{0}: сверхурочно"}, Better::less},
    plain("unsold", {"Units not sold yet, mean", "Непроданные единицы, в среднем"}, Better::less),
    plain("unsold_end", {"Units never sold", "Так и не проданы"}, Better::less),
    plain("sold_out_on", {"All sold after", "Всё продано через"}, Better::less),
    MeasureWords{"earnings.*.*", {"What {0} {1} earns a month", "Заработок {0} {1} в месяц"}, {"{0} {1}: earns a month", "{0} {1}: в месяц"}},
    MeasureWords{"idle_share.*.*", {"Idle time of {0} {1}", "Время без работы {0} {1}"}, {"{0} {1}: idle", "{0} {1}: без работы"}},
    MeasureWords{"time_share.*.*.*", {"Time of {0} {1} on {2}", "Время {0} {1} на {2}"}, {"{0} {1}: on {2}", "{0} {1}: на {2}"}},
    MeasureWords{"portfolio.*.*", {"Clients of {0} {1}", "Клиенты {0} {1}"}, {"{0} {1}: clients", "{0} {1}: клиентов"}},
    MeasureWords{"employed.*.*", {"Months in which {0} {1} was held", "Месяцев занято {0} {1}"}, {"{0} {1}: months held", "{0} {1}: месяцев занято"}},
    MeasureWords{"holders.*.*", {"People who held {0} {1}", "Сменилось людей на месте {0} {1}"}, {"{0} {1}: people in turn", "{0} {1}: человек сменилось"}},
    MeasureWords{"tenure_left.*.*", {"Tenure of those who left {0} {1}", "Срок ушедших с места {0} {1}"}, {"{0} {1}: tenure of who left", "{0} {1}: срок ушедших"}},
    MeasureWords{"tenure_there.*.*", {"Tenure of who is there as {0} {1}", "Срок нынешнего на месте {0} {1}"}, {"{0} {1}: tenure of who is there", "{0} {1}: срок нынешнего"}},
    MeasureWords{"earnings_spread.*", {"Spread of earnings of {0}", "Разброс заработка {0}"}, {"{0}: spread of earnings", "{0}: разброс заработка"}},
    MeasureWords{"idle_share_spread.*", {"Spread of idle time of {0}", "Разброс времени без работы {0}"}, {"{0}: spread of idle time", "{0}: разброс времени без работы"}},
    MeasureWords{"portfolio_spread.*", {"Spread of portfolios of {0}", "Разброс портфелей {0}"}, {"{0}: spread of portfolios", "{0}: разброс портфелей"}},
    plain("open_leads_start", {"Open leads at the start", "Лиды в работе в начале"}),
    plain("open_leads_end", {"Open leads at the horizon", "Лиды в работе в конце"}),
    plain("events", {"Events", "События"}),
};

struct UnitWords {
  std::string_view unit;
  Phrase title;
};
constexpr std::array units{
    UnitWords{"money", {"units", "ед."}}, UnitWords{"share", {"share", "доля"}},      UnitWords{"deals", {"deals", "сделок"}},
         UnitWords{"leads", {"leads", "лидов"}},
    UnitWords{"orders", {"orders", "заказов"}}, UnitWords{"events", {"events", "событий"}},
    UnitWords{"clients", {"clients", "клиентов"}}, UnitWords{"contacts", {"contacts", "контактов"}},
    UnitWords{"dials", {"dials", "наборов"}}, UnitWords{"talks", {"talks", "разговоров"}},
    UnitWords{"people", {"people", "чел."}},    UnitWords{"min", {"min", "мин"}},
    UnitWords{"units", {"units", "ед."}}, UnitWords{"month", {"month", "мес."}},
    UnitWords{"mo", {"mo", "мес."}},
    UnitWords{"h", {"h", "ч"}},                 UnitWords{"d", {"d", "дн."}},
    UnitWords{"factor", {"times", "раз"}}, UnitWords{"number", {"number", "число"}},
    UnitWords{"companies", {"companies", "компаний"}}, UnitWords{"attempts", {"attempts", "попыток"}},
    UnitWords{"days", {"days", "дней"}}, UnitWords{"s", {"s", "с"}}, UnitWords{"w", {"w", "нед."}}, UnitWords{"y", {"y", "лет"}},
    UnitWords{"wh", {"working h", "раб. ч"}}, UnitWords{"wd", {"working d", "раб. дн."}},
    UnitWords{"/ s", {"/ s", "в секунду"}}, UnitWords{"/ min", {"/ min", "в минуту"}}, UnitWords{"/ h", {"/ h", "в час"}},
    UnitWords{"/ d", {"/ d", "в день"}}, UnitWords{"/ w", {"/ w", "в неделю"}}, UnitWords{"/ mo", {"/ mo", "в месяц"}},
    UnitWords{"/ y", {"/ y", "в год"}}, UnitWords{"% / mo", {"% / mo", "% в месяц"}}, UnitWords{"% / y", {"% / y", "% в год"}},
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

/// A phrase with the names that stand for `*` in its places.
std::string filled(const MeasureWords& words, const Phrase& phrase, std::string_view name, Language language) {
  const std::vector<std::string_view> wanted = parts(words.pattern);
  const std::vector<std::string_view> given = parts(name);
  std::array<std::string_view, 3> stars;
  std::size_t found = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (wanted[i] == "*" && found < stars.size()) stars[found++] = given[i];
  return say(language, phrase, stars[0], stars[1], stars[2]);
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
  return words == nullptr ? std::string{name} : filled(*words, words->title, name, language);
}

std::string measure_label(std::string_view name, Language language) {
  const MeasureWords* words = find_measure_words(name);
  return words == nullptr ? std::string{name} : filled(*words, words->label, name, language);
}

std::vector<std::string_view> named_units() {
  std::vector<std::string_view> result;
  for (const UnitWords& words : units) result.push_back(words.unit);
  return result;
}

std::string unit_title(std::string_view unit, Language language) {
  const std::size_t begin = std::min(unit.find_first_not_of(' '), unit.size());
  unit = unit.substr(begin, unit.find_last_not_of(' ') + 1 - begin);
  for (const UnitWords& words : units)
    if (words.unit == unit) return std::string{words.title.in(language)};
  return std::string{unit};
}

}  // namespace app
