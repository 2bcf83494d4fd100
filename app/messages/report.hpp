#pragma once

#include "app/messages/phrase.hpp"

/// The words of the answer for people.
namespace app::words {

// clang-format off
inline constexpr Phrase untitled{"Untitled scenario", "Сценарий без названия"};
inline constexpr Phrase months_long{"{0} to {1} ({2} months)", "с {0} по {1} ({2} мес.)"};
inline constexpr Phrase days_long{"{0} to {1} ({2} d)", "с {0} по {1} ({2} дн.)"};
inline constexpr Phrase replications_done{"{0} replications", "прогонов: {0}"};
inline constexpr Phrase same_customers{"the same customers for every department", "у всех отделов одни и те же клиенты"};
inline constexpr Phrase own_customers{"independent customers for every department", "у каждого отдела свои, независимые клиенты"};
inline constexpr Phrase seed_of{"{0}: --seed {1}", "{0}: --seed {1}"};

inline constexpr Phrase mean{"mean", "среднее"};
inline constexpr Phrase interval{"{0} interval", "интервал {0}"};

// ---- sections of the table ----
inline constexpr Phrase money{"Money", "Деньги"};
inline constexpr Phrase cash{"Cash", "Движение денег"};
inline constexpr Phrase leads{"Leads", "Лиды"};
inline constexpr Phrase lost_leads{
    "Ledger of losses: leads, and the margin that was expected of them", "Книга потерь: лиды и ожидавшаяся от них маржа"};
inline constexpr Phrase lost_clients{
    "Ledger of losses: clients, and the margin that was expected of them", "Книга потерь: клиенты и ожидавшаяся от них маржа"};
inline constexpr Phrase lost_margin{"margin", "маржа"};
inline constexpr Phrase share_breaking_even{"Replications that break even", "Доля прогонов с окупаемостью"};
inline constexpr Phrase clients{"Clients", "Клиенты"};
inline constexpr Phrase orders{"Orders", "Заказы"};
inline constexpr Phrase calls{"Cold calls and contacts", "Холодные звонки и контакты"};
inline constexpr Phrase waits{"Waiting (open hours)", "Ожидание (рабочее время)"};
inline constexpr Phrase people{"People", "Люди"};
inline constexpr Phrase thousands{"k {0}", "тыс. {0}"};
inline constexpr Phrase millions{"m {0}", "млн {0}"};

// ---- comparison ----
inline constexpr Phrase against{"{0} against {1}, {2}", "{0}: разница с {1}, {2}"};
inline constexpr Phrase difference{"difference", "разница"};
inline constexpr Phrase correlation{"correlation", "корреляция"};
inline constexpr Phrase best_in{"best in", "лучший в"};

inline constexpr Phrase earns_more{"{0} earns {1} more {2} than {3}", "{0} зарабатывает на {1} больше {2}, чем {3}"};
inline constexpr Phrase earns_less{"{0} earns {1} less {2} than {3}", "{0} зарабатывает на {1} меньше {2}, чем {3}"};
inline constexpr Phrase is_higher{"{4}: {0} is {1} above {3}", "{4}: {0} на {1} выше, чем {3}"};
inline constexpr Phrase is_lower{"{4}: {0} is {1} below {3}", "{4}: {0} на {1} ниже, чем {3}"};
inline constexpr Phrase a_year{"a year", "в год"};
inline constexpr Phrase in_months{"in {0} months", "за {0} мес."};
inline constexpr Phrase in_days{"in {0} d", "за {0} дн."};
inline constexpr Phrase with_interval{" ({0} interval {1} … {2})", " (интервал {0}: {1} … {2})"};
inline constexpr Phrase was_best{
    "; it was the better one in {0} of the replications", "; лучший результат у него в {0} прогонов"};
inline constexpr Phrase corrected{
    " Corrected for how many customers asked, of which the average is known: {0} ({1} … {2}), as with {3} times as many replications.",
    " С поправкой на число обратившихся, среднее которого известно: {0} ({1} … {2}), как при числе прогонов в {3} раза большем."};
inline constexpr Phrase was_best_of_all{
    "; it was the best of all in {0} of the replications", "; лучший результат из всех у него в {0} прогонов"};
inline constexpr Phrase was_higher{
    "; it was the higher one in {0} of the replications", "; самое высокое значение у него в {0} прогонов"};
inline constexpr Phrase identical{
    "{0} and {1} are the same in every replication", "{0} и {1} одинаковы во всех прогонах"};
inline constexpr Phrase not_resolved{
    "Not resolved: {0} against {1} is {2}, but anything from {3} to {4} is possible ({5} interval)",
    "Не решено: {0} по сравнению с {1} — {2}, но возможно всё от {3} до {4} (интервал {5})"};
inline constexpr Phrase would_resolve{
    "; about {0} replications would resolve a difference of this size",
    "; чтобы показать такую разницу, нужно примерно столько прогонов: {0}"};
inline constexpr Phrase cannot_tell{
    "Not resolved: there are too few replications to compare {0} with {1}",
    "Не решено: слишком мало прогонов, чтобы сравнить {0} и {1}"};
inline constexpr Phrase nothing_to_compare{
    "There is only one department, so there is nothing to compare it with.",
    "Отдел только один, сравнивать его не с чем."};

// ---- persons ----
inline constexpr Phrase persons_of{"{0} person by person", "{0} по сотрудникам"};
inline constexpr Phrase earns_a_month{"earns a month, {0}", "в месяц, {0}"};
inline constexpr Phrase idle_share{"idle, %", "без работы, %"};
inline constexpr Phrase share_of_time{"{0}, %", "{0}, %"};
inline constexpr Phrase clients_each{"clients", "клиентов"};
inline constexpr Phrase months_employed{"months held", "месяцев занято"};
inline constexpr Phrase holders{"people in turn", "человек сменилось"};
inline constexpr Phrase tenure_left{"tenure of who left, mo", "срок ушедших, мес."};
inline constexpr Phrase tenure_there{"tenure of who is there, mo", "срок нынешних, мес."};
inline constexpr Phrase spread{"spread", "разброс"};
inline constexpr Phrase persons_explained{
    "Persons are seats, whoever held them; shares are of time present. Spread is the standard deviation between the seats of a role "
    "within a replication, on average. Tenure counts from the beginning of the run for those who were there then. Intervals "
    "are in JSON and CSV.",
    "Сотрудник — это место, кто бы его ни занимал; доли — от времени присутствия. Разброс — стандартное отклонение между местами роли "
    "в пределах прогона, в среднем. Срок тех, кто был в самом начале, считается с начала прогона. Интервалы — в JSON и CSV."};

// ---- differences of shares ----
inline constexpr Phrase points{"pp", "п. п."};
inline constexpr Phrase percent_and_points{"%, differences in pp", "%, разницы в п. п."};

// ---- waterfall ----
inline constexpr Phrase waterfall{"{0}: where the difference comes from, {1}", "{0}: откуда берётся разница, {1}"};
inline constexpr Phrase from_to{"{0} → {1}", "{0} → {1}"};
inline constexpr Phrase total_before{"{0} before", "{0} до"};
inline constexpr Phrase total_after{"{0} after", "{0} после"};
inline constexpr Phrase steps_add_up{
    "Steps from one department to another are rounded so that they add up to the last digit shown.",
    "Шаги от одного отдела к другому округлены так, что сходятся до последнего показанного знака."};

inline constexpr Phrase precision_reached{
    "Precision: half-width {0} of the mean, {1} was wanted.", "Точность: полуширина {0} от среднего, нужно было {1}."};
inline constexpr Phrase precision_missed{
    "Not resolved within {0} replications: half-width {1} of the mean, {2} was wanted; --max-replications allows more.",
    "Не решено (прогонов: {0}): полуширина {1} от среднего, нужно было {2}; больше разрешит --max-replications."};
inline constexpr Phrase precision_unknown{
    "Not resolved within {0} replications: {1} was wanted, but the half-width has no finite share of the mean.",
    "Не решено (прогонов: {0}): нужно было {1}, но полуширину нельзя выразить долей среднего."};

// ---- months ----
inline constexpr Phrase by_month{"{0} by month", "{0} по месяцам"};
inline constexpr Phrase month{"month", "месяц"};

// ---- below the table ----
inline constexpr Phrase notes{"Notes", "Замечания"};
inline constexpr Phrase empty_in{
    "Without a value of their own in up to {0} replications, which count in the mean only: {1}.",
    "Без своего значения в части прогонов (до {0}), которые учтены только в среднем: {1}."};
inline constexpr Phrase undefined_in{"Without a value in any replication: {0}.", "Без значения во всех прогонах: {0}."};
inline constexpr Phrase losses_are_expected{
    "The margins in the ledger of losses are what was to be expected of those who were lost; they are no part of profit.",
    "Маржа в книге потерь — то, чего можно было ждать от потерянных; в прибыль отдела она не входит."};
inline constexpr Phrase few_replications{
    "{0} replications are too few for intervals.", "Прогонов ({0}) слишком мало для интервалов."};
inline constexpr Phrase mark_skewed{
    "{0} so skewed that the interval, although corrected, may cover less than it says ({1} replications would do for all)",
    "{0} распределение так скошено, что интервал даже с поправкой может быть уже, чем нужно (для всех хватит такого числа прогонов: {1})"};
inline constexpr Phrase mark_uncorrected{
    "{0} too skewed for a correction of the interval, which may cover much less than it says ({1} replications would do for all)",
    "{0} распределение слишком скошено для поправки, интервал может быть намного уже, чем нужно (для всех хватит такого числа прогонов: {1})"};
inline constexpr Phrase other_verdict{
    "With the client base counted ({0}) the verdict is another one: {1}",
    "С учётом базы клиентов ({0}) вывод другой: {1}"};
inline constexpr Phrase same_verdict{
    "With the client base counted ({0}) the verdict stays the same.",
    "С учётом базы клиентов ({0}) вывод остаётся тем же."};
inline constexpr Phrase together{
    "Intervals of differences, and of the whole difference of a waterfall, hold all together with {0}; every other interval holds by itself.",
    "Интервалы разниц, в том числе общей разницы в таблице «откуда берётся разница», верны все вместе с вероятностью {0}, остальные — каждый по отдельности."};
inline constexpr Phrase warnings{"Warnings", "Предупреждения"};
inline constexpr Phrase repeat{"To repeat it", "Чтобы повторить"};
inline constexpr Phrase made_of{"(salesim {0}, scenario {1})", "(salesim {0}, сценарий {1})"};
// clang-format on

}  // namespace app::words
