#pragma once

#include "app/messages/phrase.hpp"

/// The words of who is best, how surely, and how bad it may be.
namespace app::words {

// clang-format off
// ---- tables ----
inline constexpr Phrase p_value{"p", "p"};
inline constexpr Phrase best_mean_in{"best mean in", "лучшее среднее в"};
inline constexpr Phrase best_run_in{"best run in", "лучший прогон в"};
inline constexpr Phrase below_thousandth{"< 0.001", "< 0,001"};
inline constexpr Phrase single_runs{"{0} of single runs, {1}", "{0} отдельных прогонов, {1}"};
inline constexpr Phrase against_best_other{"against the best other", "к лучшему из остальных"};
inline constexpr Phrase bad_run_below{"1 run in 20 below", "1 прогон из 20 ниже"};
inline constexpr Phrase bad_run_above{"1 run in 20 above", "1 прогон из 20 выше"};
inline constexpr Phrase mean_of_bad_runs{"mean of these", "среднее таких"};
inline constexpr Phrase loss_in{"loss in", "убыток в"};
inline constexpr Phrase below_target_in{"below {0} in", "ниже {0} в"};
inline constexpr Phrase above_target_in{"above {0} in", "выше {0} в"};

// ---- sentences ----
inline constexpr Phrase is_the_best{
    "{1}: {0} has the best mean, {2}, and no other department may be the best ({3} confidence)",
    "{1}: лучшее среднее у {0} — {2}, и ни один другой отдел не может быть лучшим (с вероятностью {3})"};
inline constexpr Phrase best_not_resolved{
    "Not resolved who is the best. {1}: {0} has the best mean, {2}, but {3} may be as good or better ({4} confidence)",
    "Не решено, кто лучший. {1}: лучшее среднее у {0} — {2}, но {3} может быть не хуже (с вероятностью {4})"};
inline constexpr Phrase at_most_behind{
    "; it is at most {0} behind the best", "; от лучшего он отстаёт не больше чем на {0}"};
inline constexpr Phrase without_value{
    "{1}: fewer than two values in these replications, and so not compared: {0}.",
    "{1}: меньше двух значений в этих прогонах, поэтому не сравниваются: {0}."};
inline constexpr Phrase same_best{
    "With the client base counted ({0}) the verdict stays the same: {1} is the best.",
    "С учётом базы клиентов ({0}) вывод остаётся тем же: лучший — {1}."};
inline constexpr Phrase other_best{
    "With the client base counted ({0}) the verdict is another one: {1} is the best, and {2} is {3} behind.",
    "С учётом базы клиентов ({0}) вывод другой: лучший — {1}, а {2} отстаёт на {3}."};
inline constexpr Phrase base_not_resolved{
    "With the client base counted ({0}) it is not resolved who is the best: {1} has the best mean, but {2} may be as good.",
    "С учётом базы клиентов ({0}) не решено, кто лучший: лучшее среднее у {1}, но {2} может быть не хуже."};
inline constexpr Phrase resolved_with_base{
    "With the client base counted ({0}) it is resolved: {1} is the best.",
    "С учётом базы клиентов ({0}) решено: лучший — {1}."};
inline constexpr Phrase dominates_first{
    "In these {2} runs whoever prefers more prefers {0} to {1}, whatever he thinks of risk (the opposite is rejected, {3}).",
    "В этих прогонах ({2}) {0} предпочтительнее, чем {1}, для всех, кому лучше больше, при любом отношении к риску (обратное отвергнуто, {3})."};
inline constexpr Phrase dominates_first_less{
    "In these {2} runs whoever prefers less prefers {0} to {1}, whatever he thinks of risk (the opposite is rejected, {3}).",
    "В этих прогонах ({2}) {0} предпочтительнее, чем {1}, для всех, кому лучше меньше, при любом отношении к риску (обратное отвергнуто, {3})."};
inline constexpr Phrase dominates_second{
    "In these {2} runs whoever prefers more and dislikes risk prefers {0} to {1} (the opposite is rejected, {3}).",
    "В этих прогонах ({2}) тот, кому лучше больше и кто не любит риск, предпочтёт {0}, а не {1} (обратное отвергнуто, {3})."};
inline constexpr Phrase dominates_second_less{
    "In these {2} runs whoever prefers less and dislikes risk prefers {0} to {1} (the opposite is rejected, {3}).",
    "В этих прогонах ({2}) тот, кому лучше меньше и кто не любит риск, предпочтёт {0}, а не {1} (обратное отвергнуто, {3})."};
inline constexpr Phrase p_is{"p = {0}", "p = {0}"};
inline constexpr Phrase p_is_below{"p {0}", "p {0}"};
inline constexpr Phrase pairing_worth{
    "Independent customers would need {0} times as many replications for the same certainty.",
    "С независимыми клиентами для той же точности нужно было бы в {0} раза больше прогонов."};
inline constexpr Phrase few_bad_runs{
    "Fewer than 20 replications are among the worst twentieth, so figures of bad runs are rough.",
    "В худшую двадцатую часть попало меньше 20 прогонов, поэтому числа плохих прогонов приблизительны."};
inline constexpr Phrase p_values_explained{
    "p is the chance of such a difference where there is none, for all comparisons together (Holm).",
    "p — вероятность такой разницы, если её нет, для всех сравнений вместе (по Холму)."};
inline constexpr Phrase own_quantiles{
    "{0}: the means are of the values of all runs together, the differences are of each run's own figure, so the means need not differ by as much.",
    "{0}: средние взяты по значениям всех прогонов вместе, а разницы — по собственному значению каждого прогона, поэтому средние могут отличаться на другую величину."};
inline constexpr Phrase p_and_intervals{
    "p can be small where the interval, which is wider because it holds together with the others (Bonferroni), still has zero in it.",
    "p может быть мало и там, где интервал ещё содержит ноль: интервал шире, потому что верен вместе с остальными (по Бонферрони)."};
inline constexpr Phrase means_only{
    "Tables of many departments show means of the main measures; --details shows the others and all intervals, as JSON and CSV do.",
    "В таблицах с многими отделами — средние главных показателей; остальные и все интервалы покажет --details, есть они и в JSON и CSV."};
// clang-format on

}  // namespace app::words
