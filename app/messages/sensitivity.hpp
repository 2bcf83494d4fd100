#pragma once

#include "app/messages/phrase.hpp"

/// What `sensitivity` says.
namespace app::words {

// clang-format off
inline constexpr Phrase sensitivity_about{
    "Says which assumptions the answer hangs on: a measure of one department, or its difference to another.",
    "Показывает, от каких допущений зависит ответ: показатель одного отдела или его разница с другим."};
inline constexpr Phrase one_department_option{
    "department that is asked about; needed where there are several", "отдел, о котором спрашивают; нужен, если отделов несколько"};
inline constexpr Phrase against_option{
    "asks about the difference to this department instead of the measure itself",
    "спрашивает о разнице с этим отделом, а не о самом показателе"};
inline constexpr Phrase method_option{
    "tornado: one at a time; morris: which matter at all; sobol: shares of the variance; regression: straight line. "
    "tornado without this option",
    "tornado: по одному; morris: какие вообще важны; sobol: доли дисперсии; regression: прямая. Без этого параметра tornado"};
inline constexpr Phrase range_option{
    "varies this value between these ends, or, without =LOW..HIGH, between those that the scenario states; may be given several "
    "times. Without this option all values whose ends the scenario states",
    "меняет это значение в этих пределах или, без =ОТ..ДО, в пределах из сценария; можно указать несколько раз. "
    "Без этого параметра — все значения, пределы которых указаны в сценарии"};
inline constexpr Phrase points_option{
    "trajectories of morris ({1} without this option), rows of sobol ({2}) and regression ({3}); 2 to {0}",
    "траекторий для morris (без этого параметра {1}), строк для sobol ({2}) и regression ({3}); от 2 до {0}"};
inline constexpr Phrase default_replications_by_method{
    "without this option tornado {0}, morris {1}, sobol {2}, regression {3}",
    "без этого параметра tornado {0}, morris {1}, sobol {2}, regression {3}"};

// ---- what may be wrong ----
inline constexpr Phrase name_one_department{
    "name the one department that is asked about with --department; there are: {0}",
    "назовите один отдел, о котором спрашиваете, в --department; есть: {0}"};
inline constexpr Phrase against_itself{
    "--against needs another department than --department \"{0}\"", "--against — это другой отдел, не --department «{0}»"};
inline constexpr Phrase nothing_to_vary{
    "the scenario states no ends for any value (low, high), so say what to vary with --range PATH=LOW..HIGH",
    "в сценарии ни у одного значения нет пределов (low, high); укажите, что менять: --range ПУТЬ=ОТ..ДО"};
inline constexpr Phrase rows_for_regression{
    "--method regression needs more points than the {0} assumptions it varies, and one: at least {1}, not {2}",
    "--method regression нужно больше точек, чем допущений ({0}), и ещё одна: не меньше {1}, а не {2}"};

inline constexpr Phrase points_of_tornado{
    "--points has no effect on --method tornado", "--points не действует с --method tornado"};

// ---- the answer ----
inline constexpr Phrase hangs_on{"What it hangs on: {0}", "От чего зависит: {0}"};
inline constexpr Phrase tornado_how{
    "Assumptions: {0}, each by itself from its low to its high end, {1} replications at each",
    "Допущений: {0}, каждое само по себе от нижнего до верхнего предела, прогонов на каждом: {1}"};
inline constexpr Phrase morris_how{
    "Assumptions: {0}, in {1} random trajectories, {2} replications at each point",
    "Допущений: {0}, случайных траекторий: {1}, прогонов в каждой точке: {2}"};
inline constexpr Phrase rows_how{
    "Assumptions: {0}, varied together, {1} rows, {2} replications at each point",
    "Допущений: {0}, меняются вместе, строк: {1}, прогонов в каждой точке: {2}"};
inline constexpr Phrase as_it_stands{
    "As the scenario stands it is {0} ({1} interval {2} … {3}).", "В самом сценарии это {0} (интервал {1}: {2} … {3})."};
inline constexpr Phrase as_it_stands_known{
    "As the scenario stands it is {0}.", "В самом сценарии это {0}."};
inline constexpr Phrase as_it_is{"as it is", "как есть"};
inline constexpr Phrase change_at_low{"change at the low end", "изменение у нижнего предела"};
inline constexpr Phrase change_at_high{"at the high end", "у верхнего предела"};
inline constexpr Phrase turns_at{
    "With {0} at {1} the answer turns: it is {2} there.", "При {0} = {1} ответ меняет знак: там это {2}."};
inline constexpr Phrase nothing_turns{
    "At no end of a single assumption does the answer have the other sign.",
    "Ни на одном конце отдельного допущения ответ не меняет знак."};
inline constexpr Phrase may_turn{
    "Not proven, but possible: the answer turns with {0}.", "Не доказано, но возможно: ответ меняет знак при {0}."};
inline constexpr Phrase at_value{"{0} at {1}", "{0} = {1}"};
inline constexpr Phrase base_open{
    "The answer's sign is not resolved even as the scenario stands, so no assumption can be said to turn it or not.",
    "Знак ответа не решён даже в самом сценарии, поэтому нельзя сказать, меняет ли его какое-то допущение."};
inline constexpr Phrase unresolved_ones{
    "Assumptions without proven influence: {0}; changes smaller than their ± may be chance.",
    "Допущений с недоказанным влиянием: {0}; изменения меньше своего ± могут быть случайны."};
inline constexpr Phrase together_hold{
    "The ± hold for all changes together with {0}.", "Все ± верны вместе с вероятностью {0}."};
inline constexpr Phrase each_holds{"Each ± holds by itself with {0}.", "Каждое ± верно по отдельности с вероятностью {0}."};
inline constexpr Phrase effect_mean{"mean effect", "средний эффект"};
inline constexpr Phrase effect_size{"its size", "его размер"};
inline constexpr Phrase effect_spread{"spread", "разброс"};
inline constexpr Phrase morris_reading{
    "Effects are changes over the whole range. Where the mean is small beside the size, the effect changes its sign; where the spread is "
    "large, it depends on other assumptions or is curved. Sizes and spreads of about {0} are the simulation's own chance.",
    "Эффект — изменение на всём диапазоне. Если среднее мало рядом с размером, эффект меняет знак; если велик разброс, он зависит от других "
    "допущений или нелинеен. Размер и разброс около {0} — случайность самого моделирования."};
inline constexpr Phrase first_share{"alone, %", "само по себе, %"};
inline constexpr Phrase total_share{"with all that it interacts with, %", "со всеми взаимодействиями, %"};
inline constexpr Phrase sobol_mean{
    "Over the ranges it is {0} on average, with a standard deviation of {1}; shares are of this variance.",
    "По диапазонам в среднем это {0} со стандартным отклонением {1}; доли — от этой дисперсии."};
inline constexpr Phrase sobol_nothing{
    "The answer varies no more over the ranges than chance makes it, so there are no shares; more --replications or wider ranges may help.",
    "На этих диапазонах ответ меняется не сильнее, чем из-за случая, поэтому долей нет; помогут --replications или диапазоны шире."};
inline constexpr Phrase sobol_too_wide{
    "Some of these intervals are too wide to say much: more --replications narrow them where chance moves the answer as much as the "
    "assumptions do, more --points where it does not.",
    "Часть интервалов слишком широка: их сузят --replications, если случай меняет ответ не меньше, чем допущения, а если нет — --points."};
inline constexpr Phrase line_effect{"effect of the whole range", "эффект всего диапазона"};
inline constexpr Phrase standardised{"standardised", "нормированный"};
inline constexpr Phrase of_ranks{"of ranks", "по рангам"};
inline constexpr Phrase r_squared{
    "The straight line explains {0} of the variance, the one of ranks {1}; the rest is curvature, interaction and the simulation's own chance, "
    "which more --replications make smaller.",
    "Прямая объясняет {0} дисперсии, прямая по рангам {1}; остальное — нелинейность, взаимодействия и случайность моделирования, которую "
    "уменьшают --replications."};
inline constexpr Phrase regression_nothing{
    "The answer does not vary over the ranges: there is nothing to explain.", "На этих диапазонах ответ не меняется: объяснять нечего."};
inline constexpr Phrase value_missing{
    "The measure has no value at some of the points, so nothing can be said of the ranges as a whole; narrower ranges may help.",
    "В некоторых точках у показателя нет значения, поэтому о диапазонах в целом сказать нечего; помогут диапазоны уже."};
inline constexpr Phrase line_is_poor{
    "That is little: where more --replications do not raise it, effects are curved or depend on each other; --method sobol shows how far.",
    "Это мало: если --replications этого не исправят, эффекты нелинейны или зависят друг от друга; насколько, покажет --method sobol."};
// clang-format on

}  // namespace app::words
