#pragma once

#include "app/messages/phrase.hpp"

/// What `map` and `breakeven` say.
namespace app::words {

// clang-format off
inline constexpr Phrase map_about{
    "Draws who wins where, by two assumptions, and where it is not resolved.",
    "Рисует, кто где лучше при разных значениях двух допущений и где это не решено."};
inline constexpr Phrase breakeven_about{
    "Finds the values of an assumption at which the best department changes.",
    "Находит значения допущения, при которых лучшим становится другой отдел."};
inline constexpr Phrase files_and_range{"FILE... PATH=LOW..HIGH", "ФАЙЛ... ПУТЬ=ОТ..ДО"};
inline constexpr Phrase winner_measure_option{
    "measure by which departments are compared; profit without this option",
    "показатель, по которому сравниваются отделы; без этого параметра profit"};
inline constexpr Phrase x_option{
    "what is varied across, and its ends, e.g. pipeline.meet.pass=20%..50%; =LOW..HIGH may be left out where the scenario "
    "states the ends",
    "что меняется по горизонтали и в каких пределах, например pipeline.meet.pass=20%..50%; =ОТ..ДО можно опустить, если пределы "
    "указаны в сценарии"};
inline constexpr Phrase y_option{"the same upwards", "то же по вертикали"};
inline constexpr Phrase columns_option{
    "values across, 2 to {0}; {1} without this option", "значений по горизонтали от 2 до {0}; без этого параметра {1}"};
inline constexpr Phrase rows_of_map_option{
    "values upwards, 2 to {0}; {1} without this option", "значений по вертикали от 2 до {0}; без этого параметра {1}"};
inline constexpr Phrase cell_replications_option{
    "replications of a department in a cell at most, 2 to {0}; {1} without this option. Cells that are clear earlier get fewer",
    "прогонов отдела в одной клетке не больше, от 2 до {0}; без этого параметра {1}. Клетки, где ответ ясен раньше, получают меньше"};
inline constexpr Phrase budget_option{
    "replications in all at most; {0} without this option", "всего прогонов не больше; без этого параметра {0}"};
inline constexpr Phrase default_replications{"{0} without this option", "без этого параметра {0}"};

// ---- what may be wrong ----
inline constexpr Phrase axis_missing{
    "{0} is missing: say what to vary and its ends, e.g. {0} pipeline.meet.pass=20%..50%",
    "не указано {0}: что менять и в каких пределах, например {0} pipeline.meet.pass=20%..50%"};
inline constexpr Phrase axes_same{
    "--x and --y must be different paths, not \"{0}\" both", "--x и --y — разные пути, а не оба «{0}»"};
inline constexpr Phrase range_missing{
    "say behind the file what to vary and its ends, e.g. pipeline.meet.pass=20%..50%",
    "после файла укажите, что менять и в каких пределах, например pipeline.meet.pass=20%..50%"};
inline constexpr Phrase varied_range{"the range", "диапазон"};
inline constexpr Phrase budget_too_small{
    "--max-replications {0} is not enough for a first look at the map: {1} are needed",
    "--max-replications {0} не хватает даже на первый взгляд на карту: нужно {1}"};

// ---- the map ----
inline constexpr Phrase who_is_best{"{0}: who is the best, by two assumptions.", "{0}: кто лучший в зависимости от двух допущений."};
inline constexpr Phrase map_how{
    "{0} × {1} cells; {2} of them were simulated with up to {3} replications of each department, the others lie among cells that agree; {4}.",
    "Клеток: {0} × {1}; смоделировано {2}, прогонов каждого отдела не больше {3}, остальные лежат среди клеток с тем же ответом; {4}."};
inline constexpr Phrase map_how_in_part{
    "{0} × {1} cells; {2} of them were simulated with up to {3} replications of each department, the others lie among cells that agree or "
    "were not reached; {4}.",
    "Клеток: {0} × {1}; смоделировано {2}, прогонов каждого отдела не больше {3}, остальные лежат среди клеток с тем же ответом или "
    "остались без ответа; {4}."};
inline constexpr Phrase across{"across: {0} in {1}", "по горизонтали: {0} в {1}"};
inline constexpr Phrase upwards{"upwards: {0} in {1}", "по вертикали: {0} в {1}"};
inline constexpr Phrase across_plain{"across: {0}", "по горизонтали: {0}"};
inline constexpr Phrase upwards_plain{"upwards: {0}", "по вертикали: {0}"};
inline constexpr Phrase best_in_cells{"{0} is the best in {1} % of the map", "{0} лучший на {1} % карты"};
inline constexpr Phrase leads_in_cells{"{0}, and leads in {1} % of it unresolved", "{0}, и ещё на {1} % впереди, но не доказано"};
inline constexpr Phrase open_cells{
    "not resolved: {0} % of the map; with the replications run there the differences are within chance",
    "не решено: {0} % карты; при сделанных там прогонах различия в пределах случайного"};
inline constexpr Phrase unreached_cells{
    "not simulated, and not to be told from the cells around: {0} % of the map",
    "не смоделировано, и по соседним клеткам сказать нельзя: {0} % карты"};
inline constexpr Phrase same_cells{"the departments are exactly the same", "отделы ничем не отличаются"};
inline constexpr Phrase empty_cells{
    "where nothing stands, no department has a value", "где пусто, ни у одного отдела нет значения"};
inline constexpr Phrase stands_at{
    "As the scenario stands, {0} is {1} and {2} is {3} (+ on the axes).", "В самом сценарии {0} = {1}, {2} = {3} (+ на осях)."};
inline constexpr Phrase cell_holds{
    "What a letter says holds for its cell with {0}; whatever is smaller than four cells each way may be missed.",
    "Буква верна для своей клетки с вероятностью {0}; то, что меньше четырёх клеток в ширину и высоту, можно не заметить."};
inline constexpr Phrase map_exhausted{
    "The replications allowed ended before every cell had its answer; --max-replications allows more.",
    "Разрешённые прогоны кончились раньше, чем каждая клетка получила ответ; больше разрешит --max-replications."};

// ---- the break-even values ----
inline constexpr Phrase best_along{"{0}: who is the best, by {1} within {2}.", "{0}: кто лучший в зависимости от {1} в пределах {2}."};
inline constexpr Phrase breakeven_how{
    "{0} values, {1} replications of each department at each; {2}.", "Значений: {0}, прогонов каждого отдела в каждом: {1}; {2}."};
inline constexpr Phrase takes_over{
    "{1} takes over from {2} at {0} ({3} interval {4}).", "При {0} лучшим вместо {2} становится {1} (интервал {3}: {4})."};
inline constexpr Phrase takes_over_somewhere{
    "{1} takes over from {2} at about {0}, but on both sides of it they are too close to be told apart.",
    "Примерно при {0} лучшим вместо {2} становится {1}, но по обе стороны они слишком близки, чтобы их различить."};
inline constexpr Phrase between_ends{"{0} … {1}", "{0} … {1}"};
inline constexpr Phrase below_end{"below {0} … {1}", "ниже {0} … {1}"};
inline constexpr Phrase above_end{"{0} … above {1}", "{0} … выше {1}"};
inline constexpr Phrase whole_range{"the whole range", "весь диапазон"};
inline constexpr Phrase nothing_changes{
    "{0} has the best mean in these replications over the whole range; {2} comes nearest, {1} behind, at {3}. Whether that is more than "
    "chance is not tested here.",
    "{0} лучший по среднему этих прогонов во всём диапазоне; ближе всех {2}, отстаёт на {1} при {3}. Не случайно ли это, здесь не "
    "проверяется."};
inline constexpr Phrase nothing_differs{
    "The best mean is {0}'s over the whole range; somewhere another department's is the same.",
    "Лучшее среднее во всём диапазоне у отдела {0}; местами у другого отдела оно такое же."};
inline constexpr Phrase no_rival{
    "No other department than {0} has a value of this measure.", "Ни у какого отдела, кроме {0}, нет значения этого показателя."};
inline constexpr Phrase means_in{"Means, {0}:", "Средние, {0}:"};
inline constexpr Phrase no_values{"No department has a value of this measure.", "Ни у одного отдела нет значения этого показателя."};
inline constexpr Phrase base_is{
    "As the scenario stands, at {0}, the best mean is {1}'s.", "В самом сценарии, при {0}, лучшее среднее у {1}."};
inline constexpr Phrase between_scan{
    "Changes back and forth between two neighbouring values of the table may be missed.",
    "Перемены туда и обратно между соседними значениями таблицы можно не заметить."};
inline constexpr Phrase scan_best{"best", "лучший"};
// clang-format on

}  // namespace app::words
