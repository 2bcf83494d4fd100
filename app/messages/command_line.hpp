#pragma once

#include "app/messages/phrase.hpp"

/// What the program says of its command line.
namespace app::words {

// clang-format off
// ---- help ----
inline constexpr Phrase about{
    "salesim simulates ways to organise a sales department on the same customers, and says who earns more, "
    "by how much, how surely.",
    "salesim моделирует разные способы устроить отдел продаж на одних и тех же клиентах и говорит, "
    "кто зарабатывает больше, на сколько и насколько это надёжно."};
inline constexpr Phrase usage{"Usage", "Использование"};
inline constexpr Phrase commands{"Commands", "Команды"};
inline constexpr Phrase options{"Options", "Параметры"};
inline constexpr Phrase examples{"Examples", "Примеры"};
inline constexpr Phrase options_word{"[OPTION...]", "[ПАРАМЕТР...]"};
inline constexpr Phrase file_word{"FILE", "ФАЙЛ"};
inline constexpr Phrase files_word{"FILE...", "ФАЙЛ..."};
inline constexpr Phrase command_word{"COMMAND", "КОМАНДА"};
inline constexpr Phrase more_help{
    "`salesim COMMAND --help` describes a command. A FILE is a scenario in TOML; - is standard input.",
    "`salesim КОМАНДА --help` описывает команду. ФАЙЛ — сценарий в формате TOML; - означает стандартный ввод."};
inline constexpr Phrase exit_codes{
    "Exit codes: 0 done, 1 the run failed, 2 the scenario or the command line is wrong, 130 interrupted, 141 the reader of the output went away.",
    "Коды возврата: 0 — выполнено, 1 — расчёт не удался, 2 — ошибка в сценарии или командной строке, 130 — прервано, 141 — вывод перестали читать."};

inline constexpr Phrase run_about{
    "Simulates the departments of a scenario and shows what each of them earns, sells and loses.",
    "Моделирует отделы сценария и показывает, сколько каждый зарабатывает, продаёт и теряет."};
inline constexpr Phrase compare_about{
    "Simulates departments on the same customers and says which is better, by how much, how surely.",
    "Моделирует отделы на одних и тех же клиентах и говорит, какой лучше, на сколько и насколько это надёжно."};
inline constexpr Phrase check_about{
    "Says what is wrong with scenarios; prints a single one as the program understands it, with all that it extends.",
    "Сообщает, что не так в сценариях; один сценарий печатает так, как его понимает программа, со всем, на чём он основан."};

inline constexpr Phrase name_value{"NAME", "ИМЯ"};
inline constexpr Phrase number_value{"N", "N"};
inline constexpr Phrase share_value{"SHARE", "ДОЛЯ"};
inline constexpr Phrase set_value{"PATH=VALUE", "ПУТЬ=ЗНАЧЕНИЕ"};
inline constexpr Phrase path_value{"PATH", "ПУТЬ"};

inline constexpr Phrase department_option{
    "only this department; may be given several times",
    "только этот отдел; можно указать несколько раз"};
inline constexpr Phrase set_option{
    "puts a value in place of the file's, e.g. pipeline.meet.pass=40%; may be given several times",
    "заменяет значение из файла, например pipeline.meet.pass=40%; можно указать несколько раз"};
inline constexpr Phrase replications_option{
    "replications, 1 to {0}; {1} without this option",
    "число прогонов от 1 до {0}; без этого параметра {1}"};
inline constexpr Phrase precision_option{
    "instead: as many as it takes until intervals are this narrow, e.g. 1%: half of each at most so much of the mean",
    "вместо этого: столько, сколько нужно, чтобы интервалы стали такими узкими, например 1%: половина каждого не больше такой доли среднего"};
inline constexpr Phrase max_replications_option{
    "with --precision: give up after so many; {0} without this option",
    "вместе с --precision: не больше стольких прогонов; без этого параметра {0}"};
inline constexpr Phrase run_measure_option{
    "with --precision: whose intervals; profit without this option",
    "вместе с --precision: интервалы какого показателя; без этого параметра profit"};
inline constexpr Phrase compare_measure_option{
    "by which departments are compared, and that --precision concerns; profit without this option",
    "показатель, по которому сравниваются отделы и к которому относится --precision; без этого параметра profit"};
inline constexpr Phrase baseline_option{
    "department that the others are compared with; the first without this option",
    "отдел, с которым сравниваются остальные; без этого параметра первый"};
inline constexpr Phrase unpaired_option{
    "independent customers for every department, so that files may have different markets",
    "у каждого отдела свои, независимые клиенты; тогда рынки в файлах могут различаться"};
inline constexpr Phrase amount_value{"AMOUNT", "ВЕЛИЧИНА"};
inline constexpr Phrase target_option{
    "amount of the measure that a single run is to reach, in its unit, e.g. 100000000 or 40%: the chance of missing it is told",
    "величина показателя, которой должен достичь один прогон, в его единицах, например 100000000 или 40%: покажет вероятность "
    "не достичь её"};
inline constexpr Phrase details_option{
    "every interval in the text, too; without it tables of more departments than fit side by side show means only",
    "и в тексте все интервалы; без этого параметра в таблицах, которые не помещаются по ширине, только средние"};
inline constexpr Phrase two_names_value{"NAME NAME", "ИМЯ ИМЯ"};
inline constexpr Phrase waterfall_option{
    "where the difference in profit comes from, from the first of two departments to the second; may be given several times; "
    "without this option from the baseline to each other one. With --format csv the answer is this table",
    "откуда берётся разница в прибыли между первым и вторым отделом; можно указать несколько раз; без этого параметра — "
    "между отделом для сравнения и каждым другим. С --format csv ответ — эта таблица"};
inline constexpr Phrase confidence_option{
    "of the intervals, e.g. 0.95 or 95%; 0.95 without this option",
    "доверительная вероятность интервалов, например 0.95 или 95%; без этого параметра 0.95"};
inline constexpr Phrase seed_option{
    "of all draws, a whole number from 0 to {0}; 1 without this option",
    "начальное число всех случайных величин, целое от 0 до {0}; без этого параметра 1"};
inline constexpr Phrase threads_option{
    "threads, 1 to {0}; without this option one for each core. Results do not depend on it",
    "потоков, от 1 до {0}; без этого параметра — по числу ядер. На результат не влияет"};
inline constexpr Phrase format_option{
    "form of the answer: text, json or csv; text without this option",
    "вид ответа: text, json или csv; без этого параметра text"};
inline constexpr Phrase check_format_option{
    "text, or json: what is wrong in each file, its hash, and what a run will take; text without this option",
    "text или json: что неверно в каждом файле, его хеш и чего потребует расчёт; без этого параметра text"};
inline constexpr Phrase format_or_workbook_option{
    "form of the answer: text, json, csv or xlsx, a workbook, which needs --output; text without this option",
    "вид ответа: text, json, csv или xlsx — книга, ей нужен --output; без этого параметра text"};
inline constexpr Phrase rows_option{
    "csv: single replications instead of the answer, a line for each department, replication and measure",
    "csv: отдельные прогоны вместо ответа, строка на каждые отдел, прогон и показатель"};
inline constexpr Phrase months_option{
    "a table of the months in the text, too (JSON and CSV always have it)",
    "таблица по месяцам и в тексте (в JSON и CSV она есть всегда)"};
inline constexpr Phrase people_option{
    "single persons, too: what each earns, does and owns, how long people stay, how far they differ",
    "и отдельные сотрудники: сколько каждый зарабатывает, что делает, сколько ведёт клиентов, как долго работают, насколько различаются"};
inline constexpr Phrase output_option{
    "writes the answer to this file, which appears only when it is complete",
    "пишет ответ в этот файл; он появляется только целиком"};
inline constexpr Phrase lang_option{"language: en or ru", "язык: en или ru"};
inline constexpr Phrase quiet_option{
    "no progress and no warnings on standard error",
    "без хода расчёта и предупреждений на стандартном потоке ошибок"};
inline constexpr Phrase help_option{"shows this help", "показывает эту справку"};
inline constexpr Phrase version_option{"shows the version", "показывает версию"};

// ---- what may be wrong ----
inline constexpr Phrase see_help{"`{0} --help` says what is allowed", "`{0} --help` покажет, что допустимо"};
inline constexpr Phrase no_command{"no command is given; there are: {0}", "не указана команда; есть: {0}"};
inline constexpr Phrase unknown_command{"there is no command \"{0}\"; there are: {1}", "нет команды «{0}»; есть: {1}"};
inline constexpr Phrase unknown_option{
    "there is no option {0} here; there are: {1}", "здесь нет параметра {0}; есть: {1}"};
inline constexpr Phrase unexpected_word{"\"{0}\" is one word too many", "«{0}» — лишнее слово"};
inline constexpr Phrase did_you_mean{"; did you mean {0}?", "; возможно, имелось в виду {0}"};
inline constexpr Phrase option_without_value{"{0} needs a value", "параметру {0} нужно значение"};
inline constexpr Phrase option_without_two{"{0} needs two values", "параметру {0} нужны два значения"};
inline constexpr Phrase option_with_value{"{0} takes no value", "у параметра {0} нет значения"};
inline constexpr Phrase option_twice{"{0} is given twice", "параметр {0} указан дважды"};
inline constexpr Phrase no_file{"no scenario file is given", "не указан файл сценария"};
inline constexpr Phrase one_file{
    "this takes one scenario file, but {0} are given; `salesim compare` takes several",
    "здесь нужен один файл сценария, а указано {0}; несколько принимает `salesim compare`"};
inline constexpr Phrase file_twice{"\"{0}\" is given twice", "файл «{0}» указан дважды"};
inline constexpr Phrase bad_whole{
    "{0} takes a whole number from {1} to {2}, not \"{3}\"", "{0} — целое число от {1} до {2}, а не «{3}»"};
inline constexpr Phrase bad_precision{
    "{0} takes a share above 0 and at most 100%, e.g. 1% or 0.01, not \"{1}\"",
    "{0} — доля больше 0 и не больше 100%, например 1% или 0.01, а не «{1}»"};
inline constexpr Phrase bad_confidence{
    "{0} takes a probability above 0 and at most 99.9999%, e.g. 0.95 or 95%, not \"{1}\"",
    "{0} — вероятность больше 0 и не больше 99.9999%, например 0.95 или 95%, а не «{1}»"};
inline constexpr Phrase bad_target{
    "--target takes a number, e.g. 100000000, 1.5e6 or 40%, not \"{0}\"",
    "--target — число, например 100000000, 1.5e6 или 40%, а не «{0}»"};
inline constexpr Phrase amount_in_percent{
    "{0} \"{1}\": {2} is no share, so it is told in {3}", "{0} «{1}»: {2} — не доля, укажите в единицах {3}"};
inline constexpr Phrase amount_is_no_share{
    "{0} \"{1}\": {2} is a share, from 0 to 100 %, e.g. 40% (or 0.4)",
    "{0} «{1}»: {2} — доля от 0 до 100 %, например 40% (или 0.4)"};
inline constexpr Phrase bad_word{"{0} takes {1}, not \"{2}\"", "{0} — это {1}, а не «{2}»"};
inline constexpr Phrase no_workbooks{
    "workbooks (xlsx) are written by `run` and `compare` without --uncertainty; --format csv opens in any spreadsheet",
    "книги xlsx пишут только `run` и `compare` без --uncertainty; --format csv открывается в любой электронной таблице"};
inline constexpr Phrase workbook_needs_output{
    "a workbook (xlsx) needs a file: --output answer.xlsx", "книге xlsx нужен файл: --output answer.xlsx"};
inline constexpr Phrase bad_set{
    "--set takes path=value, e.g. pipeline.meet.pass=40%, not \"{0}\"",
    "--set — это путь=значение, например pipeline.meet.pass=40%, а не «{0}»"};
inline constexpr Phrase exclude_each_other{"{0} and {1} exclude each other", "{0} и {1} исключают друг друга"};
inline constexpr Phrase needs_option{"{0} has no effect without {1}", "{0} не действует без {1}"};
inline constexpr Phrase unknown_department{
    "there is no department \"{0}\"; there are: {1}", "нет отдела «{0}»; есть: {1}"};
inline constexpr Phrase department_twice{"department \"{0}\" is given twice", "отдел «{0}» указан дважды"};
inline constexpr Phrase unknown_baseline{
    "--baseline \"{0}\" is none of the departments that are compared: {1}",
    "--baseline «{0}» не входит в число сравниваемых отделов: {1}"};
inline constexpr Phrase unknown_in_waterfall{
    "--waterfall \"{0}\" is none of the departments that are compared: {1}",
    "--waterfall «{0}» не входит в число сравниваемых отделов: {1}"};
inline constexpr Phrase waterfall_to_itself{
    "--waterfall needs two different departments, not \"{0}\" twice", "--waterfall — это два разных отдела, а не дважды «{0}»"};
inline constexpr Phrase unknown_measure{
    "there is no measure \"{0}\"; there are: {1}", "нет показателя «{0}»; есть: {1}"};
inline constexpr Phrase measure_not_shared{
    "measure \"{0}\" exists only for {1}, not for {2}; all of them have: {3}",
    "показатель «{0}» есть только у {1}, его нет у {2}; у всех есть: {3}"};
inline constexpr Phrase different_markets{
    "\"{0}\" and \"{1}\" do not describe the same market, so their departments cannot meet the same customers:\n"
    "  {2} is {3} in the first and {4} in the second; {5}",
    "«{0}» и «{1}» описывают разные рынки, поэтому их отделы не могут работать с одними и теми же клиентами:\n"
    "  {2} — {3} в первом и {4} во втором; {5}"};
inline constexpr Phrase unpaired_here{
    "--unpaired compares them all the same, as independent", "--unpaired всё же сравнит их, как независимые"};
inline constexpr Phrase unpaired_there{
    "`salesim compare --unpaired` compares them all the same, as independent",
    "`salesim compare --unpaired` всё же сравнит их, как независимые"};
inline constexpr Phrase too_much_memory{
    "{0} replications need about {1} GB of memory, and this machine has {2} GB",
    "прогоны ({0}) займут около {1} ГБ памяти, а в этой машине {2} ГБ"};
inline constexpr Phrase not_stated{"not stated", "не указано"};

// ---- where the answer goes ----
inline constexpr Phrase folder_missing{
    "{2} \"{0}\": there is no folder \"{1}\"", "{2} «{0}»: нет папки «{1}»"};
inline constexpr Phrase output_is_input{
    "\"{0}\" is read, and would be overwritten by {1}", "«{0}» — входной файл, {1} записал бы поверх него"};
inline constexpr Phrase output_is_folder{
    "{1} \"{0}\" is a folder; name a file in it", "{1} «{0}» — папка; укажите файл в ней"};
inline constexpr Phrase folder_not_writable{
    "{2} \"{0}\": nothing can be written to the folder \"{1}\"", "{2} «{0}»: в папку «{1}» нельзя писать"};
inline constexpr Phrase output_for_one{
    "--output takes the text of a single scenario, but {0} files are given",
    "--output принимает текст одного сценария, а указано файлов: {0}"};
inline constexpr Phrase cannot_write{"cannot write to {0}: {1}", "не удаётся записать в {0}: {1}"};
inline constexpr Phrase standard_output{"standard output", "стандартный вывод"};
// clang-format on

}  // namespace app::words
