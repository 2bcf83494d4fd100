#pragma once

#include "app/messages/phrase.hpp"

/// What `explain` says.
namespace app::words {

// clang-format off
inline constexpr Phrase explain_about{
    "Takes the difference of department B to department A apart: who does what, and what each mechanism adds.",
    "Раскладывает разницу между отделом Б и отделом А: кто чем занят и что добавляет каждый механизм."};
inline constexpr Phrase files_and_two{"FILE... [A B]", "ФАЙЛ... [А Б]"};
inline constexpr Phrase explain_measure_option{
    "measure whose difference is explained; profit without this option",
    "показатель, разница которого объясняется; без этого параметра profit"};
inline constexpr Phrase explain_replications_option{
    "replications, 2 to {0}; {1} without this option. Up to {2} mechanisms every combination of them is run so often, more mechanisms in random order",
    "прогонов от 2 до {0}; без этого параметра {1}. До {2} механизмов столько раз прогоняется каждое их сочетание, больше — в случайном порядке"};

// ---- what may be wrong ----
inline constexpr Phrase two_names{
    "name the two departments behind the file: the one to start from, then the other; there are: {0}",
    "после файла назовите два отдела: исходный, затем другой; есть: {0}"};
inline constexpr Phrase one_name_only{
    "explain needs the names of two departments behind the file, not \"{0}\" alone",
    "explain нужны после файла имена двух отделов, а не одно «{0}»"};
inline constexpr Phrase explained_itself{
    "explain needs two different departments, not \"{0}\" twice", "explain нужны два разных отдела, а не дважды «{0}»"};

// ---- the answer ----
inline constexpr Phrase why_more{"{0}: why it is {1} more with {2} than with {3}.", "{0}: почему у {2} на {1} больше, чем у {3}."};
inline constexpr Phrase why_less{"{0}: why it is {1} less with {2} than with {3}.", "{0}: почему у {2} на {1} меньше, чем у {3}."};
inline constexpr Phrase why_same{"{0}: {1} and {2} are the same.", "{0}: {1} и {2} не различаются."};
inline constexpr Phrase why_unknown{
    "{0}: {1} and {2} cannot be compared; there is no value with some mechanisms off.",
    "{0}: {1} и {2} нельзя сравнить: при некоторых выключенных механизмах нет значения."};
inline constexpr Phrase whole_unproven{
    "That difference itself is within chance: its {0} interval is {1} … {2}.",
    "Сама эта разница в пределах случайного: её интервал {0} — {1} … {2}."};
inline constexpr Phrase exact_how{
    "{0} mechanisms in all combinations, {1} replications of each; {2}.", "Механизмов: {0}, во всех сочетаниях, прогонов каждого: {1}; {2}."};
inline constexpr Phrase orders_how{
    "{0} mechanisms, switched on in {1} random orders and their reverses; {2}.",
    "Механизмов: {0}, включаются в случайном порядке и обратном ему, порядков: {1}; {2}."};
inline constexpr Phrase who_does_what{"Who does what and how many", "Кто чем занят и сколько их"};
inline constexpr Phrase all_together{"All together", "Всё вместе"};
inline constexpr Phrase part_of{"part, {0}", "часть, {0}"};
inline constexpr Phrase interval_of{"{0} interval", "интервал {0}"};
inline constexpr Phrase largest_parts{
    "What counts most for {0}: {1}. Most against: {2}.", "Больше всего в пользу {0}: {1}. Больше всего против: {2}."};
inline constexpr Phrase largest_for{"What counts most for {0}: {1}.", "Больше всего в пользу {0}: {1}."};
inline constexpr Phrase largest_against{"What counts most against {0}: {1}.", "Больше всего против {0}: {1}."};
inline constexpr Phrase nothing_proven{"No part is proven: all are within chance.", "Ни одна часть не доказана: все в пределах случайного."};
inline constexpr Phrase parts_mean{
    "A part is what the difference gains when a mechanism is switched on in both departments, averaged over all orders of switching them on; "
    "the first line is what is left with all of them off.",
    "Часть — на сколько меняется разница, когда механизм включают в обоих отделах, в среднем по всем порядкам включения; "
    "первая строка — что остаётся, когда все они выключены."};
inline constexpr Phrase parts_round{
    "Parts are rounded so that they add up to the last digit shown; each interval holds by itself, and of those marked ? it holds zero.",
    "Части округлены так, что сходятся до последней цифры; каждый интервал верен сам по себе, у отмеченных ? он содержит ноль."};
// clang-format on

}  // namespace app::words
