#pragma once

#include "app/messages/phrase.hpp"

/// What `compare --uncertainty` says.
namespace app::words {

// clang-format off
inline constexpr Phrase uncertainty_option{
    "draws from what the scenario believes, from 2 to {0}: what replications and what assumptions leave open, and what each is worth "
    "knowing; --replications are those of each draw, {1} without it",
    "сколько раз (от 2 до {0}) взять допущения сценария наугад: что остаётся неизвестным из-за прогонов и из-за допущений и сколько "
    "стоит узнать каждое; --replications — число прогонов на каждый раз, без этого параметра {1}"};
inline constexpr Phrase uncertainty_one_file{
    "--uncertainty takes one scenario file, but {0} are given", "--uncertainty принимает один файл сценария, а указано {0}"};
inline constexpr Phrase nothing_believed{
    "--uncertainty: the scenario says of no value how sure it is; a value with its ends low and high says it",
    "--uncertainty: в сценарии ни об одном значении не сказано, насколько оно точно; это говорят его low и high"};

// ---- the answer ----
inline constexpr Phrase drawn{
    "{0}, with the assumptions of the scenario ({1}) drawn {2} times, {3} replications at each draw, the same customers at all.",
    "{0}: допущения сценария ({1}) взяты наугад; случаев: {2}, прогонов на каждый: {3}, клиенты всегда одни и те же."};
inline constexpr Phrase minus{"{0} − {1}", "{0} − {1}"};
inline constexpr Phrase of_simulation{"simulation leaves", "прогоны оставляют"};
inline constexpr Phrase of_assumptions{"assumptions leave", "допущения оставляют"};
inline constexpr Phrase of_both{"both leave", "вместе оставляют"};
inline constexpr Phrase best_of_draws{"best in", "лучший в"};
inline constexpr Phrase intervals_of{"{0} intervals, {1}", "интервалы {0}, {1}"};
inline constexpr Phrase sure_in_spite{
    "With the assumptions as uncertain as the scenario says, {0} is {1} {2} in the mean (total interval of {5}: {3} … {4}).",
    "При той неопределённости допущений, что указана в сценарии, {0} в среднем на {2} {1} (полный интервал {5}: {3} … {4})."};
inline constexpr Phrase above_other{"above {0} by", "выше, чем {0}"};
inline constexpr Phrase below_other{"below {0} by", "ниже, чем {0}"};
inline constexpr Phrase assumptions_decide{
    "{0} against {1}: the replications tell who is ahead, the assumptions do not; more replications will not help, more knowledge will.",
    "{0} и {1}: прогоны показывают, кто впереди, но допущения оставляют это открытым; больше прогонов не поможет, поможет знание."};
inline constexpr Phrase both_decide{
    "{0} against {1}: not resolved; neither chance nor the assumptions alone leave it open, both together do. More replications may help.",
    "{0} и {1}: не решено; ни случай, ни допущения по отдельности не оставляют это открытым, только вместе. Может помочь больше прогонов."};
inline constexpr Phrase too_few_draws{
    "For an interval of {0} of what the assumptions leave at least {1} draws are needed.",
    "Для интервала {0} того, что оставляют допущения, нужно взять их не меньше {1} раз."};
inline constexpr Phrase few_draws{
    "With fewer than {0} draws the ends of what the assumptions leave are rough.",
    "Если допущения взяты меньше {0} раз, концы того, что они оставляют, приблизительны."};
inline constexpr Phrase nothing_decides{
    "{0} against {1}: not resolved, even with the assumptions taken as they are drawn.",
    "{0} и {1}: не решено, даже если принять допущения такими, какими они взяты."};
inline constexpr Phrase to_choose{
    "As things are, {0} is to be chosen; of the draws it is the best in {1}. Knowing every assumption before choosing would be worth {2} ({3}). In brackets: {4} intervals, of draws and replications together.",
    "Пока следует выбрать {0}; доля случаев, в которых он лучший: {1}. Знать до выбора все допущения стоило бы {2} ({3}). В скобках — интервалы {4}, с учётом и случаев, и прогонов."};
inline constexpr Phrase without_value_at_some{
    "{0}: no replication has a value at every draw.", "{0}: ни в одном прогоне нет значения во всех случаях."};
inline constexpr Phrase no_choice{
    "Too few departments have a value at every draw to say which is to be chosen and what knowing is worth.",
    "Слишком мало отделов, у которых есть значение во всех случаях, чтобы сказать, какой выбрать и сколько стоит знать."};
inline constexpr Phrase not_moved{
    "The draws differ by no more than the replications do: how often who is the best, and what knowing is worth, is not seen here. More replications at each draw may show it.",
    "Случаи отличаются не больше, чем прогоны: как часто кто лучший и сколько стоит знать, здесь не видно. Это может показать большее число прогонов на каждый случай."};
inline constexpr Phrase worth_knowing{"worth of knowing it, {0}", "сколько стоит знать, {0}"};
inline constexpr Phrase nothing_worth{
    "No single assumption is known to be worth measuring for this choice.",
    "Ни об одном отдельном допущении нельзя сказать, что ради этого выбора его стоит измерять."};
inline constexpr Phrase worth_explained{
    "The worth is the expected gain of choosing after having learned the value. Listed is what stands out from chance at 95 %, as about {0} of {1} would without any influence.",
    "Это ожидаемый выигрыш от выбора после того, как значение узнали. Перечислено то, что отличается от случайности на уровне 95 %; без всякого влияния так отличались бы примерно {0} из {1}."};
// clang-format on

}  // namespace app::words
