#pragma once

#include "app/messages/phrase.hpp"

/// What `select` says.
namespace app::words {

// clang-format off
inline constexpr Phrase select_about{
    "Finds the best of many departments, or of one with many settings, with a guarantee and as few replications as that takes.",
    "Находит лучший из многих отделов или лучший набор значений — с гарантией и за столько прогонов, сколько для неё нужно."};
inline constexpr Phrase vary_value{"PATH=A,B,...", "ПУТЬ=А,Б,..."};
inline constexpr Phrase delta_option{
    "difference that is too small to matter, in the unit of the measure, e.g. 100000, or 1% of a share; must be given",
    "разница, которой можно пренебречь, в единицах показателя, например 100000 или 1% для доли; указать обязательно"};
inline constexpr Phrase vary_option{
    "tries each of these values, e.g. departments.conveyor.roles.caller.staff=2,3,4; may be given several times, then all "
    "combinations are tried",
    "перебирает эти значения, например departments.conveyor.roles.caller.staff=2,3,4; можно указать несколько раз, тогда "
    "перебираются все сочетания"};
inline constexpr Phrase select_measure_option{
    "measure by which the best is selected; profit without this option",
    "показатель, по которому выбирается лучший; без этого параметра profit"};
inline constexpr Phrase first_replications_option{
    "replications of each candidate before any is dropped, 2 to {0}; {1} without this option",
    "число прогонов каждого кандидата до первого отсева, от 2 до {0}; без этого параметра {1}"};
inline constexpr Phrase most_of_candidate_option{
    "gives up after so many of one candidate; {0} without this option",
    "не больше стольких прогонов одного кандидата; без этого параметра {0}"};

// ---- what may be wrong ----
inline constexpr Phrase delta_missing{
    "--delta is missing: say which difference in {0} is too small to matter, e.g. --delta {1}",
    "не указано --delta: какой разницей показателя {0} можно пренебречь, например --delta {1}"};
inline constexpr Phrase bad_delta{
    "--delta takes an amount above 0, e.g. 100000 (or a share, 1%), not \"{0}\"",
    "--delta — сумма больше 0, например 100000 (или доля, 1%), а не «{0}»"};
inline constexpr Phrase bad_vary{
    "--vary takes path=value,value,..., at least two, e.g. pipeline.meet.pass=30%,40%, not \"{0}\"",
    "--vary — это путь=значение,значение,…, хотя бы два, например pipeline.meet.pass=30%,40%, а не «{0}»"};
inline constexpr Phrase vary_value_twice{"--vary \"{0}\": {1} is there twice", "--vary «{0}»: {1} указано дважды"};
inline constexpr Phrase vary_of_others{
    "--vary \"{0}\" concerns a department that is no candidate", "--vary «{0}» относится к отделу, который не участвует"};
inline constexpr Phrase one_candidate{
    "there is nothing to select from: {0} is the only candidate; name more departments or use --vary",
    "не из чего выбирать: {0} — единственный кандидат; назовите другие отделы или используйте --vary"};
inline constexpr Phrase too_many_candidates{
    "there are {0} candidates, and at most {1} can be tried", "кандидатов {0}, а перебрать можно не больше {1}"};
inline constexpr Phrase confidence_below_chance{
    "--confidence {0} is no more than chance: among {1} candidates a blind choice is right with {2}",
    "--confidence {0} не больше случайного: из {1} кандидатов выбор вслепую верен с вероятностью {2}"};

// ---- the answer ----
inline constexpr Phrase best_of_candidates{
    "{0}: the best of {1} candidates is {2}", "{0}: лучший из кандидатов ({1}) — {2}"};
inline constexpr Phrase leader_of_candidates{
    "{0}: not decided which of {1} candidates is the best; {2} leads", "{0}: не решено, кто лучший из кандидатов ({1}); впереди {2}"};
inline constexpr Phrase guarantee{
    "If the best is at least {0} ahead of every other, this is the best with a chance of {1} or more; otherwise it is hardly ever more than {0} "
    "worse than the best.",
    "Если лучший опережает всех остальных хотя бы на {0}, это он с вероятностью не меньше {1}; иначе выбранный почти никогда не хуже "
    "лучшего больше чем на {0}."};
inline constexpr Phrase no_guarantee{
    "The guarantee (with a chance of {1} never more than {0} worse than the best) was not reached within {2} replications of a candidate: "
    "any of those that remain may be the best. --max-replications allows more, or --replications where few of them have a value; a larger "
    "--delta needs fewer.",
    "Гарантия (с вероятностью {1} не хуже лучшего больше чем на {0}) не достигнута (прогонов на кандидата: {2}): лучшим может быть любой из "
    "оставшихся. Больше прогонов разрешит --max-replications, а если значение есть лишь в немногих прогонах — --replications; при большем --delta "
    "нужно меньше."};
inline constexpr Phrase they_tie{
    "The means of those that remain are the same.", "Средние оставшихся одинаковы."};
inline constexpr Phrase no_estimates{
    "{0}: no candidate has a value of it in {1} replications, so there is nothing to select by.",
    "{0}: ни у одного кандидата нет значения ни в одном прогоне (всего {1}), поэтому выбирать не по чему."};
inline constexpr Phrase candidate{"candidate", "кандидат"};
inline constexpr Phrase mean_of{"mean, {0}", "среднее, {0}"};
inline constexpr Phrase replications_of_it{"replications", "прогонов"};
inline constexpr Phrase is_selected{"selected", "выбран"};
inline constexpr Phrase leads_still{"leads", "впереди"};
inline constexpr Phrase remains{"remains", "остался"};
inline constexpr Phrase dropped_after{"dropped after {0} by {1}, {2} behind", "отсеян после {0}: {1} впереди на {2}"};
inline constexpr Phrase screened_after{"screened out after {0} by {1}, {2} behind", "отсеян предварительно после {0}: {1} впереди на {2}"};
inline constexpr Phrase dropped_without_value{"dropped: no value", "отсеян: нет значения"};
inline constexpr Phrase letters{"{0} is {1}", "{0} — {1}"};
inline constexpr Phrase more_candidates{
    "and {0} more, dropped earlier; --format csv or json has all", "и ещё {0}, отсеянные раньше; все — в --format csv или json"};
inline constexpr Phrase means_at_last_look{
    "Means are estimates at a candidate's last look, so those with few replications are rough. The mean of the one selected is flattered by having been "
    "selected; `salesim run` with another --seed tells it without that.",
    "Среднее — оценка на момент отсева; при малом числе прогонов она груба. Среднее выбранного завышено самим выбором; без этого его покажет "
    "`salesim run` с другим --seed."};
// clang-format on

}  // namespace app::words
