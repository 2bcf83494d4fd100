#pragma once

#include "app/messages/phrase.hpp"

/// What `sweep`, `merge`, `export` and `verify` say.
namespace app::words {

// clang-format off
inline constexpr Phrase sweep_about{
    "Runs a study, or a folder of scenarios, into a database: what is there already is not computed again, and nothing is lost when it is stopped.",
    "Выполняет план расчётов или папку сценариев и пишет всё в базу: готовое не считается заново, и при остановке ничего не теряется."};
inline constexpr Phrase merge_about{
    "Puts the databases of shards together into the first one, and says what is still missing.",
    "Собирает базы частей в первую из них и говорит, чего ещё не хватает."};
inline constexpr Phrase export_about{
    "Writes a table of a database of results, in an order that does not depend on how it came about.",
    "Печатает таблицу из базы результатов в порядке, который не зависит от того, как она получена."};
inline constexpr Phrase verify_about{
    "Computes blocks of a database again and compares them bit for bit.",
    "Считает блоки базы заново и сравнивает бит в бит."};

inline constexpr Phrase study_word{"STUDY|FOLDER|FILE...", "ПЛАН|ПАПКА|ФАЙЛ..."};
inline constexpr Phrase database_word{"DATABASE", "БАЗА"};
inline constexpr Phrase databases_word{"OUT.db IN.db...", "ИТОГ.db ЧАСТЬ.db..."};
inline constexpr Phrase shard_value{"I/N", "I/N"};

inline constexpr Phrase database_option{
    "the database; without this option the name of the study with .db (and that of the shard), in the current folder",
    "база; без этого параметра имя плана с .db (и частью), в текущей папке"};
inline constexpr Phrase dry_run_option{
    "runs nothing: lists the points with their values and estimates time and disk",
    "ничего не считает: перечисляет точки с их значениями и оценивает время и место на диске"};
inline constexpr Phrase shard_option{
    "only the I-th of N parts of the blocks, e.g. 1/4; `salesim merge` puts them together",
    "только I-я из N частей блоков, например 1/4; собирает их `salesim merge`"};
inline constexpr Phrase fail_fast_option{
    "stops at the first point that fails; without this option it becomes a row with its reason",
    "останавливается на первой неудавшейся точке; без этого параметра она остаётся строкой с причиной"};
inline constexpr Phrase study_replications_option{
    "replications of each point, 1 to {0}, in place of the study's; {1} where there is none",
    "число прогонов каждой точки от 1 до {0} вместо указанного в плане; без плана {1}"};
inline constexpr Phrase study_department_option{
    "only this department of the scenarios (a study names its own); may be given several times",
    "только этот отдел сценариев (в плане они указаны); можно указать несколько раз"};
inline constexpr Phrase study_measure_option{
    "measure that is stored (a study names its own); may be given several times; without this option profit, revenue, deals",
    "сохраняемый показатель (в плане они указаны); можно указать несколько раз; без этого параметра profit, revenue, deals"};
inline constexpr Phrase table_option{"which one: {0}; summary without this option", "какую: {0}; без этого параметра summary"};
inline constexpr Phrase table_format_option{
    "csv or jsonl (an object of JSON on each line); csv without this option",
    "csv или jsonl (объект JSON в каждой строке); без этого параметра csv"};
inline constexpr Phrase sample_option{
    "only this share of the blocks, at least one, e.g. 1%; all without this option",
    "только такая доля блоков, хотя бы один, например 1%; без этого параметра все"};

// ---- what may be wrong ----
inline constexpr Phrase bad_shard{
    "--shard takes two numbers, e.g. 1/4: which part, of how many (1 to {0}), not \"{1}\"",
    "--shard — два числа, например 1/4: какая часть и сколько их всего (от 1 до {0}), а не «{1}»"};
inline constexpr Phrase bad_sample{
    "--sample takes a share above 0 and at most 100%, e.g. 1%, not \"{0}\"",
    "--sample — доля больше 0 и не больше 100%, например 1%, а не «{0}»"};
inline constexpr Phrase study_alone{
    "\"{0}\" is a study, and a study is run alone; {1} are given", "«{0}» — план, а план выполняется один; указано: {1}"};
inline constexpr Phrase study_says{
    "{0} stands in the study \"{1}\"", "{0} указывается в самом плане «{1}»"};
inline constexpr Phrase folder_without_scenarios{
    "there is no scenario (*.toml) in \"{0}\"", "в «{0}» нет сценариев (*.toml)"};
inline constexpr Phrase departments_nowhere{
    "no scenario has a department \"{0}\"; there are: {1}", "ни в одном сценарии нет отдела «{0}»; есть: {1}"};
inline constexpr Phrase no_department_left{
    "\"{0}\" has none of the departments that are asked for", "в «{0}» нет ни одного из указанных отделов"};
inline constexpr Phrase measures_nowhere{
    "no department has a measure \"{0}\"; there are: {1}", "ни у одного отдела нет показателя «{0}»; есть: {1}"};
inline constexpr Phrase other_study{
    "{0} holds another study (other scenarios, factors, seed or measures); name another database with --output",
    "в {0} другой план (иные сценарии, факторы, seed или показатели); укажите другую базу в --output"};
inline constexpr Phrase other_version{
    "{0} was made by version {1} of salesim, this is {2}; results of both do not mix",
    "{0} создана версией salesim {1}, а это {2}; их результаты не смешиваются"};
inline constexpr Phrase other_block{
    "{0} has blocks of {1} replications, not {2}", "в {0} прогонов в блоке {1}, а не {2}"};
inline constexpr Phrase not_in_blocks{
    "{0} replications cannot be cut into blocks of {1} as in {2}; the number must be a multiple of it",
    "число прогонов {0} не делится на блоки по {1}, как в {2}; нужно кратное число"};
inline constexpr Phrase two_databases{
    "this takes a database to merge into and at least one to merge from",
    "нужны база, в которую собирать, и хотя бы одна часть"};
inline constexpr Phrase one_database{"this takes one database, but {0} are given", "нужна одна база, а указано {0}"};
inline constexpr Phrase no_such_table{"there is no table \"{0}\"; there are: {1}", "нет таблицы «{0}»; есть: {1}"};
inline constexpr Phrase store_failed{"the database {0} failed: {1}", "сбой базы {0}: {1}"};
inline constexpr Phrase store_read_only{"{0} can only be read", "в {0} нельзя писать"};
inline constexpr Phrase store_of_others{
    "{0} is no database of results, or one of another version of salesim, or its beginning is damaged; `salesim sweep` makes one",
    "{0} — не база результатов, или база другой версии salesim, или повреждено её начало; базу создаёт `salesim sweep`"};
inline constexpr Phrase store_missing{
    "{0}: there is no such file; `salesim sweep STUDY.toml --output {0}` would make it",
    "{0}: такого файла нет; его создаст `salesim sweep ПЛАН.toml --output {0}`"};
inline constexpr Phrase store_folder{
    "{0} is a folder; name a database in it (*.db)", "{0} — папка; укажите базу в ней (*.db)"};
inline constexpr Phrase store_broken{
    "{0} is damaged: bytes of it are missing or have changed since they were written ({1}). What it holds cannot be relied on: "
    "delete it and run the study again, merge it anew from the databases of its shards, or take a copy that was made before",
    "{0} повреждена: часть байтов потеряна или изменилась с тех пор, как их записали ({1}). На то, что в ней есть, полагаться "
    "нельзя: удалите её и выполните план заново, соберите её заново из баз частей или возьмите прежнюю копию"};
inline constexpr Phrase store_damaged{
    "{0} is damaged: its table study has no possible value of {1}", "{0} повреждена: в таблице study невозможное значение {1}"};
inline constexpr Phrase store_conflict{
    "{0} has other results at point/block {1}; `salesim verify` says which of both are wrong",
    "в {0} другие результаты в точке/блоке {1}; `salesim verify` покажет, где ошибка"};

// ---- what it tells ----
inline constexpr Phrase study_counts{
    "{0} points, {1} replications of each in blocks of {2}; {3} departments, {4} measures",
    "точек {0}, прогонов каждой {1}, в блоке {2}; отделов {3}, показателей {4}"};
inline constexpr Phrase shard_counts{
    "shard {0} of {1}: {2} of {3} blocks, of {4} points", "часть {0} из {1}: блоков {2} из {3}, точек {4}"};
inline constexpr Phrase study_takes{
    "about {0} with {1} threads ({2} ms for a replication of all departments, {3} ms for making a point); about {4} MB on disk",
    "около {0} в {1} потоков ({2} мс на прогон всех отделов, {3} мс на подготовку точки); около {4} МБ на диске"};
inline constexpr Phrase study_done{
    "{0}: {1} of {2} blocks are there, {3} of them computed now; {4} failed",
    "{0}: блоков {1} из {2}, из них посчитано сейчас {3}; неудач {4}"};
inline constexpr Phrase study_interrupted{
    "interrupted; {0} has {1} of {2} blocks, and the same command goes on from there",
    "прервано; в {0} блоков {1} из {2}, та же команда продолжит с этого места"};
inline constexpr Phrase study_failed_fast{
    "stopped at point {0}, which failed: {1}", "остановлено на точке {0}, она не удалась: {1}"};
inline constexpr Phrase merged{"{0}: {1} blocks taken, {2} of {3} are there", "{0}: взято блоков {1}, есть {2} из {3}"};
inline constexpr Phrase gap{"missing: point {0}, replications {1} to {2}", "не хватает: точка {0}, прогоны с {1} по {2}"};
inline constexpr Phrase more_gaps{"… and {0} more blocks", "… и ещё блоков: {0}"};
inline constexpr Phrase verified{
    "{0}: {1} of {2} stored blocks computed again, all of them the same to the last bit",
    "{0}: посчитано заново блоков {1} из {2}, все совпали до последнего бита"};
inline constexpr Phrase differs{
    "point {0}, replications {1} to {2}: another result than the one stored",
    "точка {0}, прогоны с {1} по {2}: результат не такой, как записан"};
inline constexpr Phrase some_differ{
    "{0}: {1} of {2} blocks that were computed again differ", "{0}: различаются {1} из {2} посчитанных заново блоков"};
// clang-format on

}  // namespace app::words
