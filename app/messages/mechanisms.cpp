#include "app/messages/mechanisms.hpp"

#include <array>

#include "app/messages/phrase.hpp"

namespace app {
namespace {

struct Title {
  std::string_view number;
  Phrase title;
};

// clang-format off
constexpr std::array titles{
    Title{"M1", {"Time is the scarce thing", "Время — самое дефицитное"}},
    Title{"M2", {"Path of least resistance", "Путь наименьшего сопротивления"}},
    Title{"M3", {"Finite portfolio", "Портфель не бесконечен"}},
    Title{"M4", {"Neglect", "Забытые клиенты"}},
    Title{"M5", {"Cherry-picking", "Снятие сливок"}},
    Title{"M6", {"Leaving with the base", "Уход вместе с базой"}},
    Title{"M7", {"The base is not eternal", "База не вечна"}},
    Title{"M8", {"Cold calling", "Холодные звонки"}},
    Title{"M9", {"Script learning", "Обучение на скрипте"}},
    Title{"M10", {"Throttling", "Пауза в звонках"}},
    Title{"M11", {"Handover", "Передача клиента"}},
    Title{"M12", {"Impatience and overload", "Нетерпение и перегрузка"}},
    Title{"M13", {"Seasonality", "Сезонность"}},
    Title{"M14", {"Dormant base", "Спящая база"}},
    Title{"M15", {"Rotation", "Ротация клиентов"}},
    Title{"M16", {"Pressure of the head of sales", "Контроль руководителя"}},
    Title{"M17", {"Pay", "Оплата труда"}},
    Title{"M18", {"Refusals wear people out", "Отказы выматывают"}},
    Title{"M19", {"Hiring", "Наём"}},
    Title{"M20", {"Contact cadence", "Частота контактов"}},
    Title{"M21", {"Upselling and growth", "Допродажи и рост"}},
    Title{"M22", {"Segments", "Сегменты"}},
    Title{"M23", {"Off-season fallback", "Подмена вне сезона"}},
    Title{"M24", {"Specialised skill", "Навык специалиста"}},
    Title{"M25", {"Career ladder", "Карьерная лестница"}},
    Title{"M26", {"The person chosen for the step", "Человек на своём месте"}},
    Title{"M27", {"People whom a role suits stay", "Кому роль подходит, тот остаётся"}},
    Title{"M28", {"The sieve", "Сито"}},
    Title{"M29", {"Not now", "Не сейчас"}},
    Title{"M30", {"What is not in the CRM leaves with the person", "Чего нет в CRM, уходит с человеком"}},
    Title{"M31", {"Terms", "Условия и скидки"}},
    Title{"M32", {"Travel and measuring on site", "Выезды и замеры"}},
    Title{"M33", {"One door", "Одна дверь"}},
    Title{"M34", {"Dependence of tiers", "Зависимость звеньев"}}};
// clang-format on

}  // namespace

std::string mechanism_title(std::string_view number, Language language) {
  for (const Title& known : titles)
    if (known.number == number) return std::string{known.title.in(language)};
  return std::string{number};
}

}  // namespace app
