#pragma once

#include "app/messages/phrase.hpp"

/// What commands that run procedures say: their common options, what may be wrong, and words that several answers share.
namespace app::words {

// clang-format off
// ---- options ----
inline constexpr Phrase range_value{"PATH=LOW..HIGH", "ПУТЬ=ОТ..ДО"};
inline constexpr Phrase points_replications_option{
    "replications at each point, 2 to {0}; {1}", "число прогонов в каждой точке от 2 до {0}; {1}"};
inline constexpr Phrase asked_measure_option{
    "measure that is asked about; profit without this option", "показатель, о котором спрашивают; без этого параметра profit"};

// ---- what may be wrong ----
inline constexpr Phrase bad_range{
    "{0} takes path=low..high, e.g. pipeline.meet.pass=30%..50%, not \"{1}\"",
    "{0} — это путь=от..до, например pipeline.meet.pass=30%..50%, а не «{1}»"};
inline constexpr Phrase range_without_numbers{
    "{0} \"{1}\": the ends must be two numbers in the same kind of unit, e.g. 10 d..6 w",
    "{0} «{1}»: концы — два числа в единицах одного рода, например 10 d..6 w"};
inline constexpr Phrase range_backwards{
    "{0} \"{1}\": the low end must be below the high one", "{0} «{1}»: первое число должно быть меньше второго"};
inline constexpr Phrase range_of_others{
    "{0} \"{1}\" concerns a department that is not asked about", "{0} «{1}» относится к отделу, о котором не спрашивают"};
inline constexpr Phrase no_belief_there{
    "{0} \"{1}\": the scenario says nothing of how sure this value is, so the range must be given: {1}=low..high",
    "{0} «{1}»: в сценарии не сказано, насколько точно это значение, поэтому нужен диапазон: {1}=от..до"};
inline constexpr Phrase path_twice{"{0}: \"{1}\" is given twice", "{0}: путь «{1}» указан дважды"};
inline constexpr Phrase two_departments_needed{
    "two departments or more are needed, but there is only {0}", "нужны по крайней мере два отдела, а есть только {0}"};

// ---- running ----
inline constexpr Phrase interrupted_procedure{
    "interrupted after about {0} replications; nothing was written",
    "прервано примерно после {0} прогонов; ничего не записано"};

// ---- words of answers ----
inline constexpr Phrase assumption{"assumption", "допущение"};
inline constexpr Phrase from_low_to_high{"from … to", "от … до"};
inline constexpr Phrase measure_of{"{0} of {1}", "{0}, {1}"};
inline constexpr Phrase measure_of_difference{"{0}: {1} minus {2}", "{0}: {1} минус {2}"};
inline constexpr Phrase spent_replications{"{0} replications in all", "всего прогонов: {0}"};
inline constexpr Phrase all_in_json{
    "and {0} more with less; --format csv or json has all", "и ещё {0} с меньшим влиянием; все — в --format csv или json"};
// clang-format on

}  // namespace app::words
