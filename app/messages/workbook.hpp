#pragma once

#include "app/messages/phrase.hpp"

/// What stands in a workbook. Names of sheets have at most 31 characters.
namespace app::words {

// clang-format off
inline constexpr Phrase summary_sheet{"Summary", "Итоги"};
inline constexpr Phrase measures_sheet{"Measures", "Показатели"};
inline constexpr Phrase months_sheet{"Months", "По месяцам"};
inline constexpr Phrase losses_sheet{"Losses", "Потери"};
inline constexpr Phrase assumptions_sheet{"Assumptions", "Допущения"};
inline constexpr Phrase about_sheet{"About", "Об ответе"};

inline constexpr Phrase department_column{"Department", "Отдел"};
inline constexpr Phrase title_column{"Title", "Название"};
inline constexpr Phrase measure_column{"Measure", "Показатель"};
inline constexpr Phrase name_column{"Name", "Имя"};
inline constexpr Phrase unit_column{"Unit", "Единица"};
inline constexpr Phrase mean_column{"Mean", "Среднее"};
inline constexpr Phrase low_column{"Interval from", "Интервал от"};
inline constexpr Phrase high_column{"Interval to", "Интервал до"};
inline constexpr Phrase deviation_column{"Deviation of runs", "Разброс прогонов"};
inline constexpr Phrase bad_column{"5 % of runs below", "5 % прогонов ниже"};
inline constexpr Phrase median_column{"Median run", "Медиана прогонов"};
inline constexpr Phrase good_column{"5 % of runs above", "5 % прогонов выше"};
inline constexpr Phrase month_column{"Month", "Месяц"};
inline constexpr Phrase lost_column{"Lost", "Потеряно"};
inline constexpr Phrase margin_column{"Expected margin", "Ожидавшаяся маржа"};
inline constexpr Phrase path_column{"Figure", "Величина"};
inline constexpr Phrase value_column{"Value", "Значение"};
inline constexpr Phrase believed_low_column{"Believed from", "Не меньше"};
inline constexpr Phrase believed_high_column{"Believed to", "Не больше"};
inline constexpr Phrase source_column{"Source", "Источник"};
inline constexpr Phrase basis_column{"Basis", "Основание"};
inline constexpr Phrase measured{"measured", "измерено"};
inline constexpr Phrase guess{"guess", "предположение"};
inline constexpr Phrase by_default{"default", "по умолчанию"};
inline constexpr Phrase yes{"yes", "да"};
inline constexpr Phrase no{"no", "нет"};
inline constexpr Phrase scenario_row{"Scenario", "Сценарий"};
inline constexpr Phrase hash_row{"Hash", "Хеш"};
inline constexpr Phrase version_row{"Version", "Версия"};
inline constexpr Phrase command_row{"Command", "Команда"};
inline constexpr Phrase seed_row{"Seed", "Начальное число"};
inline constexpr Phrase replications_row{"Replications", "Прогонов"};
inline constexpr Phrase confidence_row{"Confidence", "Доверительная вероятность"};
inline constexpr Phrase period_row{"Period", "Период"};
inline constexpr Phrase not_modelled_row{"Not modelled", "Не моделируется"};
inline constexpr Phrase warning_row{"Warning", "Предупреждение"};
// clang-format on

}  // namespace app::words
