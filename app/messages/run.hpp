#pragma once

#include "app/messages/phrase.hpp"

/// What the program says while it works and when it fails.
namespace app::words {

// clang-format off
inline constexpr Phrase progress{"{0} of {1} replications", "прогонов: {0} из {1}"};
inline constexpr Phrase progress_open{"{0} replications", "прогонов: {0}"};
inline constexpr Phrase progress_left{"{0} of {1} replications, {2} left", "прогонов: {0} из {1}, осталось {2}"};
inline constexpr Phrase interrupted{
    "interrupted after {0} of {1} replications; nothing was written",
    "прервано после {0} прогонов из {1}; ничего не записано"};
inline constexpr Phrase failed_replication{
    "{0} failed with --seed {1} in replication {2}: {3}",
    "{0}: сбой при --seed {1} в прогоне {2}: {3}"};
inline constexpr Phrase out_of_memory{
    "there is not enough memory; fewer replications or departments need less",
    "не хватает памяти; меньше прогонов или отделов займут меньше"};
inline constexpr Phrase failed{"failed: {0}", "сбой: {0}"};
inline constexpr Phrase file_ok{"{0}: ok, hash {1}", "{0}: в порядке, хеш {1}"};
inline constexpr Phrase forecast{
    "  {0}: about {1} events and {2} ms a replication, {3} MB a thread",
    "  {0}: около {1} событий и {2} мс на прогон, {3} МБ на поток"};
inline constexpr Phrase forecast_part{
    ", by {0} % of its time", ", по {0} % его времени"};
inline constexpr Phrase forecast_all{
    "  a run, {0} replications on {1} threads: about {2} s and {3} MB",
    "  всё вместе, прогонов: {0}, потоков: {1} — около {2} с и {3} МБ"};
// clang-format on

}  // namespace app::words
