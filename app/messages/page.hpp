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
};
// clang-format on

}  // namespace app
