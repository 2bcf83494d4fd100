#pragma once

#include "app/messages/phrase.hpp"

/// What `report` says, and what may be wrong with documents that are read.
namespace app::words {

// clang-format off
inline constexpr Phrase report_about{
    "Makes one page with charts, which opens by a double click: of answers in JSON, of a scenario, which is compared first, or of a study's database.",
    "Делает одну страницу с графиками, которая открывается двойным щелчком: по ответам в JSON, по сценарию (сначала сравнение) или по базе плана расчётов."};
inline constexpr Phrase report_operands{"ANSWER.json...|SCENARIO...|STUDY.db", "ОТВЕТ.json...|СЦЕНАРИЙ...|ПЛАН.db"};
inline constexpr Phrase page_output_option{
    "the page, also -o; without this option the name of the first input with .html, in the current folder",
    "страница, также -o; без этого параметра имя первого входного файла с .html, в текущей папке"};
inline constexpr Phrase page_option{
    "writes a page with charts to this file, too (see `salesim report`)",
    "и пишет страницу с графиками в этот файл (см. `salesim report`)"};
inline constexpr Phrase report_measure_option{
    "by which the departments of a scenario or of a study are compared; profit without this option",
    "показатель, по которому сравниваются отделы сценария или плана; без этого параметра profit"};
inline constexpr Phrase wrote_page{"wrote {0} ({1} kB)", "записано: {0} ({1} КБ)"};
inline constexpr Phrase departments_left_out{
    "{0}: the departments of {1} are shown; those of this answer are left out, the rest of it is on the page",
    "{0}: показаны отделы из {1}; отделы из этого ответа опущены, остальное из него на странице"};

// ---- what may be wrong ----
inline constexpr Phrase no_page{
    "this program was built without the page of results (-DSALESIM_PAGE=OFF)",
    "эта программа собрана без страницы результатов (-DSALESIM_PAGE=OFF)"};
inline constexpr Phrase mixed_inputs{
    "a page is made of answers in JSON, of scenarios, or of one database, not of both \"{0}\" and \"{1}\"",
    "страница делается по ответам в JSON, по сценариям или по одной базе, но не по «{0}» и «{1}» вместе"};
inline constexpr Phrase one_database_for_page{
    "a page shows one database, but {0} are given", "страница показывает одну базу, а указано {0}"};
inline constexpr Phrase option_of_simulation{
    "{0} has no effect on what has been computed already; it goes with a scenario",
    "{0} не влияет на то, что уже посчитано; этот параметр нужен со сценарием"};
inline constexpr Phrase document_missing{"{0}: there is no such file", "{0}: такого файла нет"};
inline constexpr Phrase document_folder{
    "{0} is a folder; name an answer in JSON, a scenario (*.toml) or a study's database (*.db) in it",
    "{0} — папка; укажите в ней ответ в JSON, сценарий (*.toml) или базу плана (*.db)"};
inline constexpr Phrase document_unreadable{
    "{0} cannot be read; check the permissions", "{0} не читается; проверьте права доступа"};
inline constexpr Phrase document_too_large{
    "{0} is larger than {1} MB, which no answer is", "{0} больше {1} МБ: таких ответов не бывает"};
inline constexpr Phrase document_empty{
    "{0} is empty; `salesim compare SCENARIO --format json --output {0}` would write an answer to it",
    "{0} пуст; ответ в него пишет `salesim compare СЦЕНАРИЙ --format json --output {0}`"};
inline constexpr Phrase document_ends{
    "{0}:{1}:{2}: the file ends here, in the middle of a document", "{0}:{1}:{2}: файл обрывается здесь, посреди документа"};
inline constexpr Phrase document_no_json{"{0}:{1}:{2}: this is no JSON", "{0}:{1}:{2}: это не JSON"};
inline constexpr Phrase document_foreign{
    "{0}: this is JSON, but no answer of salesim, which has \"format\", \"salesim\" and \"scenario\"",
    "{0}: это JSON, но не ответ salesim: в ответе есть \"format\", \"salesim\" и \"scenario\""};
inline constexpr Phrase document_format{
    "{0}: /format is {1}, and this program reads answers of format {2}; another version of salesim ({3}) wrote it",
    "{0}: /format — {1}, а эта программа читает ответы формата {2}; его записала другая версия salesim ({3})"};
inline constexpr Phrase document_type{"{0}: {1} is no {2}", "{0}: {1} — не {2}"};
inline constexpr Phrase document_word{"{0}: {1} takes {2}, not \"{3}\"", "{0}: {1} — это {2}, а не «{3}»"};
inline constexpr Phrase document_lacks{"{0}: {1} lacks \"{2}\"", "{0}: в {1} нет \"{2}\""};
inline constexpr Phrase document_more{"{0}: further problems that are not shown: {1}", "{0}: ещё ошибок, которые не показаны: {1}"};
inline constexpr Phrase whole_document{"the document", "документ"};
inline constexpr Phrase other_scenario{
    "\"{0}\" and \"{1}\" are of different scenarios ({2} and {3}); a page shows one",
    "«{0}» и «{1}» — о разных сценариях ({2} и {3}); страница показывает один"};
inline constexpr Phrase other_confidence{
    "\"{0}\" and \"{1}\" have intervals of different confidence ({2} and {3}); a page says one",
    "в «{0}» и «{1}» интервалы с разной доверительной вероятностью ({2} и {3}); на странице она одна"};
inline constexpr Phrase both_have{
    "both \"{0}\" and \"{1}\" have \"{2}\"; a page shows one of it", "и в «{0}», и в «{1}» есть \"{2}\"; на странице одно такое место"};
// clang-format on

}  // namespace app::words
