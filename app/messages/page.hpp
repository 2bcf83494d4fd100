#pragma once

#include <array>
#include <string_view>

#include "app/messages/phrase.hpp"

/// What the page of results says.
///
/// The page has no words of its own: it asks for each by its key, `say("key")`, in what is embedded with the document.
/// A test compares the keys that the page asks for with these. Beside them it finds there, for all that the document
/// holds:
/// - `measure.<name>`: the title of a measure that stands for itself; `label.<name>`: under the heading of its section;
/// - `unit.<unit>`: what people call a unit;
/// - `mechanism.<number>`: what people call a mechanism, `mechanism.M12`;
/// - `cause.<name>`: what people call a cause of losses;
/// - `not_modelled.<code>`: a sentence for each of the document's `not_modelled`.
namespace app {

/// A word or sentence of the page. Places `{0}` … are filled by the page.
struct PageWords {
  std::string_view key;
  Phrase phrase;
};

// clang-format off
inline constexpr std::array page_words{
    PageWords{"decision", {"The decision", "Решение"}},
    PageWords{"money", {"Profit and revenue", "Прибыль и выручка"}},
    PageWords{"months", {"Month by month", "По месяцам"}},
    PageWords{"funnel", {"Funnel", "Воронка"}},
    PageWords{"clients", {"Clients", "Клиенты"}},
    PageWords{"losses", {"Ledger of losses", "Книга потерь"}},
    PageWords{"waterfall", {"Where the difference comes from", "Откуда берётся разница"}},
    PageWords{"utilisation", {"Utilisation of roles", "Занятость ролей"}},
    PageWords{"queues", {"Queues and answer times", "Очереди и время ответа"}},
    PageWords{"payroll", {"Payroll and cash", "Персонал и деньги"}},
    PageWords{"map", {"Who wins where", "Кто где выигрывает"}},
    PageWords{"sensitivity", {"What the answer hangs on", "От чего зависит ответ"}},
    PageWords{"explanation", {"What makes the difference", "Что создаёт разницу"}},
    PageWords{"plan", {"How many people", "Сколько нужно людей"}},
    PageWords{"assumptions", {"Assumptions", "Допущения"}},
    PageWords{"not_modelled", {"What is not modelled", "Что не моделируется"}},
    PageWords{"about", {"How to repeat it", "Как повторить"}},
    PageWords{"department", {"Department", "Отдел"}},
    PageWords{"mean", {"Mean", "Среднее"}},
    PageWords{"low", {"Low", "От"}},
    PageWords{"high", {"High", "До"}},
    PageWords{"month", {"Month", "Месяц"}},
    PageWords{"what", {"What", "Что"}},
    PageWords{"change", {"Change", "Изменение"}},
    PageWords{"value", {"Value", "Значение"}},
    PageWords{"range", {"Range", "Диапазон"}},
    PageWords{"basis", {"Basis", "Основание"}},
    PageWords{"source", {"Source", "Источник"}},
    PageWords{"assumption", {"Assumption", "Допущение"}},
    PageWords{"contents", {"Contents", "Содержание"}},
    PageWords{"as_table", {"Table", "Таблица"}},
    PageWords{"decision_sure", {"{0} is the best", "{0}: лучший вариант"}},
    PageWords{"decision_open", {"{0} has the best mean, but others may be as good", "{0}: лучшее среднее, но другие могут быть не хуже"}},
    PageWords{"ahead", {"ahead of the best other", "впереди лучшего из остальных"}},
    PageWords{"chance_best", {"chance of having the best mean", "шанс иметь лучшее среднее"}},
    PageWords{"regret", {"expected loss of choosing it: {0}", "ожидаемая потеря от этого выбора: {0}"}},
    PageWords{"interval", {"{0} interval", "интервал {0}"}},
    PageWords{"spread", {"{0}: how replications differ", "{0}: разброс прогонов"}},
    PageWords{"replications_here", {"Replications: {0}", "Прогонов: {0}"}},
    PageWords{"band", {"{0}: mean, and the band of 5–95 % of replications", "{0}: среднее и полоса 5–95 % прогонов"}},
    PageWords{"orders", {"Orders", "Заказы"}},
    PageWords{"stages", {"From lead to deal", "От лида до сделки"}},
    PageWords{"lost_at", {"Lost at: {0}", "Потеряны на этапе: {0}"}},
    PageWords{"lost_margin", {"Lost margin: {0}", "Потерянная маржа: {0}"}},
    PageWords{"lost_heads", {"How many were lost: {0}", "Сколько потеряно: {0}"}},
    PageWords{"waits", {"Waiting times", "Время ожидания"}},
    PageWords{"answered", {"Answered in time", "Отвечены вовремя"}},
    PageWords{"waiting", {"How many wait", "Сколько ждут"}},
    PageWords{"pay_parts", {"What is paid for", "За что платят"}},
    PageWords{"cost_parts", {"Costs", "Расходы"}},
    PageWords{"at_low", {"at the low end", "у нижней границы"}},
    PageWords{"at_high", {"at the high end", "у верхней границы"}},
    PageWords{"rest", {"The rest", "Остальное"}},
    PageWords{"whole", {"The whole difference", "Вся разница"}},
    PageWords{"warnings", {"Warnings", "Предупреждения"}},
    PageWords{"interrupted", {"The run was stopped: {0} of {1} replications", "Расчёт остановлен: {0} из {1} прогонов"}},
    PageWords{"version", {"Version", "Версия"}},
    PageWords{"scenario_hash", {"Scenario", "Сценарий"}},
    PageWords{"seed", {"Seed", "Зерно"}},
    PageWords{"replications", {"Replications", "Прогоны"}},
    PageWords{"confidence", {"Confidence", "Доверие"}},
};
// clang-format on

}  // namespace app
