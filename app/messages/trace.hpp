#pragma once

#include "app/messages/phrase.hpp"

/// What `salesim trace` says: its help, its complaints, and what stands around the stories.
namespace app::words {

// clang-format off
// ---- help ----
inline constexpr Phrase trace_about{
    "Tells what happens in one replication: all of it, the story of one customer in every department, or who bought in one "
    "department and was lost in another.",
    "Рассказывает, что происходит в одном прогоне: всё подряд, историю одного клиента в каждом отделе или кто купил в одном "
    "отделе, а в другом потерян."};
inline constexpr Phrase replication_option{
    "which replication, 0 to {0}, counted as in --rows csv of run; 0 without this option",
    "какой прогон, от 0 до {0}, счёт как в --rows csv команды run; без этого параметра 0"};
inline constexpr Phrase lead_option{
    "only this customer, counted from 0: of the first channel, or of the source that is named, e.g. 100 or retail/web/100; "
    "companies of the cold list, clients and sleepers of the start are retail/prospects/7, retail/clients/7, retail/dormant/7",
    "только этот клиент, счёт с 0: из первого канала или из названного источника, например 100 или retail/web/100; компании из "
    "холодной базы, клиенты и спящие на начало — retail/prospects/7, retail/clients/7, retail/dormant/7"};
inline constexpr Phrase won_by_option{
    "with --lost-by: a list of the customers who bought in this department …",
    "вместе с --lost-by: список клиентов, которые купили в этом отделе …"};
inline constexpr Phrase lost_by_option{"… and were lost in that one", "… а в том потеряны"};
inline constexpr Phrase from_option{"only from this day on, e.g. 2026-03-01", "только с этого дня, например 2026-03-01"};
inline constexpr Phrase to_option{"only up to this day, it included", "только по этот день включительно"};
inline constexpr Phrase trace_format_option{
    "form of the answer: text, csv, or json; text without this option. json is a Chrome trace, a row for each person, to be "
    "opened in chrome://tracing or ui.perfetto.dev; of --won-by the list",
    "вид ответа: text, csv или json; без этого параметра text. json — трасса в формате Chrome, строка на каждого человека, "
    "открывается в chrome://tracing или ui.perfetto.dev; для --won-by — список"};
inline constexpr Phrase lead_value{"[SOURCE/]N", "[ИСТОЧНИК/]N"};
inline constexpr Phrase date_value{"DATE", "ДАТА"};

// ---- what may be wrong ----
inline constexpr Phrase one_scenario{
    "this takes one scenario file, but {0} are given", "здесь нужен один файл сценария, а указано {0}"};
inline constexpr Phrase bad_date{
    "{0} takes a date, e.g. 2026-03-01, not \"{1}\"", "{0} — дата, например 2026-03-01, а не «{1}»"};
inline constexpr Phrase dates_backwards{"--from {0} lies after --to {1}", "--from {0} позже, чем --to {1}"};
inline constexpr Phrase dates_outside{
    "nothing of the replication lies there: it runs from {0} to {1}", "там прогона нет: он идёт с {0} по {1}"};
inline constexpr Phrase bad_lead{
    "--lead takes a customer's number, from 0, e.g. 100, or with its source in front, e.g. {0}/100, not \"{1}\"",
    "--lead — номер клиента, с 0, например 100, или с источником впереди, например {0}/100, а не «{1}»"};
inline constexpr Phrase unknown_source{
    "--lead: nobody comes from \"{0}\"; there are: {1}", "--lead: источника «{0}» нет; есть: {1}"};
inline constexpr Phrase no_such_lead{
    "--lead {0}/{1}: there is none in replication {2} with seed {3}; the numbers go from 0 to {4}",
    "--lead {0}/{1}: такого нет в прогоне {2} с начальным числом {3}; номера от 0 до {4}"};
inline constexpr Phrase nobody_there{
    "--lead {0}/{1}: nobody comes from there in replication {2} with seed {3}",
    "--lead {0}/{1}: оттуда никого нет в прогоне {2} с начальным числом {3}"};
inline constexpr Phrase same_department{
    "--won-by and --lost-by both name \"{0}\"; they take two departments", "--won-by и --lost-by называют «{0}»; нужны два разных отдела"};
inline constexpr Phrase not_chosen{
    "{0} \"{1}\" is none of the departments: {2}", "{0} «{1}» не входит в число отделов: {2}"};

inline constexpr Phrase trace_interrupted{"interrupted; nothing was written", "прервано; ничего не записано"};

// ---- around the stories ----
inline constexpr Phrase one_replication{
    "Replication {0} (counted from 0) with seed {1}", "Прогон {0} (счёт с 0), начальное число {1}"};
inline constexpr Phrase the_customer{"customer {0}", "клиент {0}"};
inline constexpr Phrase from_day{"from {0} on", "с {0}"};
inline constexpr Phrase to_day{"up to {0}", "по {0}"};
inline constexpr Phrase nothing_happens{"Nothing happens.", "Ничего не происходит."};
inline constexpr Phrase same_number{
    "Other sources have a number {0} too: --lead {1}", "Номер {0} есть и в других источниках: --lead {1}"};
inline constexpr Phrase successors{
    "People are named by role and seat; whoever holds the seat next is {0}.",
    "Люди названы по роли и месту; следующий на том же месте — {0}."};

// ---- who bought in one and was lost in the other ----
inline constexpr Phrase bought_and_lost{
    "Bought in {0}, lost in {1}: {2} customers, first orders of {3}",
    "Купили в {0}, потеряны в {1}: клиентов {2}, первых заказов на {3}"};
inline constexpr Phrase other_way_round{
    "The other way round: {0} customers, first orders of {1}.", "Наоборот: клиентов {0}, первых заказов на {1}."};
inline constexpr Phrase by_cause{"Lost by cause: {0}.", "Потеряны по причинам: {0}."};
inline constexpr Phrase customer_column{"customer", "клиент"};
inline constexpr Phrase bought_column{"bought", "купил"};
inline constexpr Phrase first_order_column{"first order", "первый заказ"};
inline constexpr Phrase all_orders_column{"all orders", "все заказы"};
inline constexpr Phrase lost_column{"lost", "потерян"};
inline constexpr Phrase cause_column{"cause", "причина"};
// clang-format on

}  // namespace app::words
