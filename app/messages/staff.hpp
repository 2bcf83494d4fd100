#pragma once

#include <array>

#include "app/messages/phrase.hpp"

/// What `staff` says.
namespace app::words {

// clang-format off
inline constexpr Phrase staff_about{
    "Finds how many people each role needs in which month, and when to begin to look for them, as [plan] of the scenario asks.",
    "Находит, сколько людей нужно в каждой роли в каждом месяце и когда начинать их искать: вопрос задаёт [plan] сценария."};
inline constexpr Phrase staff_departments_option{
    "departments, with commas between them, each at its own best plan; all about which the plan decides without this option",
    "отделы через запятую, каждый со своим лучшим планом; без этого параметра все, о которых решает план"};
inline constexpr Phrase names_value{"NAME,...", "ИМЯ,..."};
inline constexpr Phrase money_value{"AMOUNT", "СУММА"};
inline constexpr Phrase time_value{"TIME", "ВРЕМЯ"};
inline constexpr Phrase quick_option{
    "formulas only: an approximation within a second, without simulation",
    "только формулы: приближение за секунду, без прогонов"};
inline constexpr Phrase month_budget_option{
    "largest fixed cost of the planned people in a month, in place of the plan's own",
    "наибольшая постоянная стоимость людей плана в месяц, вместо указанной в плане"};
inline constexpr Phrase staff_delta_option{
    "difference in the objective that is too small to matter, e.g. 100000; {0}% of it without this option",
    "разница в целевом показателе, которой можно пренебречь, например 100000; без этого параметра {0}% от него"};
inline constexpr Phrase time_limit_option{
    "gives the best plan found in this time, e.g. 90s, 5min or 1h; results then depend on the machine",
    "выдаёт лучший план, найденный за это время, например 90s, 5min или 1h; тогда ответ зависит от машины"};
inline constexpr Phrase max_staff_replications_option{
    "about how many replications a department's search may take, without prices and what else is told of its plan; {0} without this option",
    "сколько примерно прогонов может занять поиск для одного отдела, без цен и прочего, что говорится о плане; без этого параметра {0}"};
inline constexpr Phrase final_replications_option{
    "fresh replications for the figures of a plan, 2 to {0}; {1} without this option",
    "число новых прогонов для показателей плана, от 2 до {0}; без этого параметра {1}"};

// ---- what may be wrong ----
inline constexpr Phrase bad_time_limit{
    "--time-limit takes a time such as 90s, 5min or 1h, not \"{0}\"", "--time-limit — это время, например 90s, 5min или 1h, а не «{0}»"};
inline constexpr Phrase bad_budget{
    "--budget takes an amount above 0, e.g. 500000, not \"{0}\"", "--budget — сумма больше 0, например 500000, а не «{0}»"};
inline constexpr Phrase staff_delta_in_percent{
    "--delta \"{0}\": the objective is money, so give an amount", "--delta «{0}»: целевой показатель — деньги, укажите сумму"};
inline constexpr Phrase no_plan{
    "{0} has no [plan]: it says whose staff is decided within which bounds, e.g. under [plan.decide] "
    "\"departments.conveyor.roles.caller.staff\".high = 8",
    "в {0} нет [plan]: он говорит, чья численность решается и в каких пределах, например под [plan.decide] "
    "\"departments.conveyor.roles.caller.staff\".high = 8"};
inline constexpr Phrase nothing_decided{
    "the plan decides nothing about {0}", "об отделе {0} план ничего не решает"};
inline constexpr Phrase budget_below_smallest{
    "{0}: the smallest plan costs {1} {3} in some month, more than the budget of {2}; lower `low` or raise the budget",
    "{0}: самый маленький план стоит в каком-то месяце {1} {3} — больше бюджета {2}; уменьшите `low` или увеличьте бюджет"};
inline constexpr Phrase no_admissible_plan{
    "{0}: bounds, budget and contracts leave no plan at all", "{0}: пределы, бюджет и договоры не оставляют ни одного плана"};

// ---- running ----
inline constexpr Phrase stopped_before_any{
    "interrupted before any plan was simulated; nothing was written", "прервано до первого плана; ничего не записано"};
inline constexpr Phrase time_limit_too_short{
    "no plan of {0} was simulated within --time-limit; allow more, or ask formulas only (--quick)",
    "за --time-limit ни один план отдела {0} не прогнан; дайте больше времени или спросите только формулы (--quick)"};
inline constexpr Phrase best_so_far{
    "interrupted: what was written is the best plan so far", "прервано: записан лучший на этот момент план"};

inline constexpr Phrase doing_enumeration{"comparing all plans", "сравнение всех планов"};
inline constexpr Phrase doing_search{"looking for better plans", "поиск лучших планов"};
inline constexpr Phrase doing_requirements{"testing requirements", "проверка требований"};
inline constexpr Phrase doing_neighbours{"testing against neighbours", "проверка против соседних планов"};
inline constexpr Phrase doing_estimation{"figures of the plan", "показатели плана"};
inline constexpr Phrase doing_start{"the plan by formulas", "план по формулам"};
inline constexpr Phrase doing_delays{"deciding later", "решение позже"};
inline constexpr Phrase doing_demands{"another demand", "другой спрос"};

// ---- the answer ----
inline constexpr Phrase quick_heading{
    "{0}: a plan by formulas (Erlang A and its course hour by hour, demand with its delays, hiring and ramp): an approximation, nothing was simulated.",
    "{0}: план по формулам (Erlang A и её ход по часам, спрос с запаздыванием, найм и разгон) — приближение, без прогонов."};
inline constexpr Phrase plan_heading{
    "{0}: {1} {2} ({3} … {4}), on {5} fresh replications",
    "{0}: {1} {2} ({3} … {4}), по {5} новым прогонам"};
inline constexpr Phrase plan_heading_stopped{
    "{0}: {1} {2} ({3} … {4}), on the {5} replications in which the search chose it: it looks better than it is",
    "{0}: {1} {2} ({3} … {4}), по тем {5} прогонам, на которых поиск его выбрал: кажется лучше, чем есть"};
inline constexpr Phrase people_by_month{"People", "Люди"};
inline constexpr std::array month_words{
    Phrase{"Jan", "янв"}, Phrase{"Feb", "фев"}, Phrase{"Mar", "мар"}, Phrase{"Apr", "апр"}, Phrase{"May", "май"}, Phrase{"Jun", "июн"},
    Phrase{"Jul", "июл"}, Phrase{"Aug", "авг"}, Phrase{"Sep", "сен"}, Phrase{"Oct", "окт"}, Phrase{"Nov", "ноя"}, Phrase{"Dec", "дек"}};
inline constexpr Phrase statement_requirements{
    "With a chance of error of {0} the requirements hold", "С вероятностью ошибки не больше {0} требования выполняются"};
inline constexpr Phrase statement_neighbours{
    "With a chance of error of {0} no other change by one step is better by more than {1} ({2} plans compared on fresh replications).",
    "С вероятностью ошибки не больше {0} никакое другое изменение на один шаг не лучше больше чем на {1} (сравнено планов на новых прогонах: {2})."};
inline constexpr Phrase statement_excluded{
    "Plans that were better, but did not pass the test of the requirements, and of which this is not said: {0}.",
    "Планов, которые лучше, но не прошли проверку требований и о которых это не сказано: {0}."};
inline constexpr Phrase statement_enumerated{
    "With a chance of error of {0} no other plan at all is better by more than {1} ({2} plans compared).",
    "С вероятностью ошибки не больше {0} никакой другой план не лучше больше чем на {1} (сравнено планов: {2})."};
inline constexpr Phrase statement_kept{
    "With a chance of error of {0} none of the {2} other plans that kept the requirements in a first look is better by more than {1}.",
    "С вероятностью ошибки не больше {0} ни один из других планов, выполнивших требования при первом взгляде (их {2}), не лучше больше чем на {1}."};
inline constexpr Phrase not_certified{
    "Not certified: the search ended before its tests did. It is the best plan found so far.",
    "Без гарантии: поиск окончился раньше своих проверок. Это лучший план из найденных."};
inline constexpr Phrase not_certified_stopped{
    "Not certified: the search was stopped. It is the best plan found so far.",
    "Без гарантии: поиск остановлен. Это лучший план из найденных."};
inline constexpr Phrase stopped_halfway{
    "The search was stopped before its tests had ended. It is the best plan found so far, and no more is sure of it than this:",
    "Поиск остановлен раньше своих проверок. Это лучший план из найденных, и уверенно о нём можно сказать только это:"};
inline constexpr Phrase no_plan_keeps{
    "No plan was found of which it is certain that it keeps all requirements. This one comes closest; furthest from it is {0}.",
    "Плана, который наверняка выполняет все требования, не найдено. Этот ближе всех; дальше всего от этого {0}."};
inline constexpr Phrase work_done{
    "{0} plans were simulated, {1} replications in all.", "Проверено планов: {0}, всего прогонов: {1}."};
inline constexpr Phrase start_was_worse{
    "The plan by formulas differs by {0} ({1} … {2}).", "План по формулам отличается на {0} ({1} … {2})."};
inline constexpr Phrase budget_of_month{
    "Fixed cost of the planned people: at most {0} in a month.", "Постоянная стоимость людей плана: не больше {0} в месяц."};

inline constexpr Phrase actions_heading{"What to do, and when", "Что и когда делать"};
inline constexpr Phrase sign_until{
    "{0}: sign for {1} × {2}, from {3} to {4}", "{0}: договор на {1} × {2}, с {3} по {4}"};
inline constexpr Phrase sign_open{"{0}: sign for {1} × {2}, from {3} on", "{0}: договор на {1} × {2}, с {3}"};
inline constexpr Phrase look_until{
    "{0}: start looking for {1} × {2}, wanted from {3} to {4}", "{0}: начать искать {1} × {2}, нужны с {3} по {4}"};
inline constexpr Phrase look_open{
    "{0}: start looking for {1} × {2}, wanted from {3} on", "{0}: начать искать {1} × {2}, нужны с {3}"};
inline constexpr Phrase release_on{"{0}: tell {1} × {2} that they go on {3}", "{0}: предупредить {1} × {2} об уходе {3}"};
inline constexpr Phrase at_once{"at once (better since {0})", "сразу (лучше с {0})"};
inline constexpr Phrase nothing_to_do{"Nothing: everybody is there.", "Ничего: все на местах."};

inline constexpr Phrase requirements_heading{"Requirements", "Требования"};
inline constexpr Phrase of_whole_run{"{0} {1} {2} in a run", "{0} {1} {2} за весь срок"};
inline constexpr Phrase of_some_months{"{0} {1} {2} in {3} of the months", "{0} {1} {2} в {3} месяцев"};
inline constexpr Phrase chance_wanted{"wanted", "нужно"};
inline constexpr Phrase chance_seen{"seen", "получено"};
inline constexpr Phrase chance_bound{"at least", "не меньше"};
inline constexpr Phrase is_certified{"certified", "подтверждено"};
inline constexpr Phrase is_not_certified{"not certified", "не подтверждено"};
inline constexpr Phrase is_not_kept{"not kept", "не выполнено"};

inline constexpr Phrase prices_heading{
    "What one more and one fewer is worth, {0} (positive: better)", "Чего стоит один человек больше и меньше, {0} (плюс: лучше)"};
inline constexpr Phrase role_word{"role", "роль"};
inline constexpr Phrase when_word{"when", "когда"};
inline constexpr Phrase one_more{"more", "больше"};
inline constexpr Phrase one_fewer{"fewer", "меньше"};
inline constexpr Phrase breaks_requirement{"met a requirement in fewer of these runs than wanted", "в этих прогонах требование выполнялось реже, чем нужно"};
inline constexpr Phrase all_year{"all year", "весь год"};
inline constexpr Phrase delays_heading{"What it costs to decide later than {0}", "Чего стоит решить позже, чем {0}"};
inline constexpr Phrase delay_line{"{0} weeks: {1} ({2} … {3}); places filled late: {4}", "{0} нед.: {1} ({2} … {3}); мест заполнено позже: {4}"};
inline constexpr Phrase plateau_line{
    "The optimum is flat. Other plans of those simulated that may be as good, within {1}: {0}.",
    "Оптимум плоский. Других проверенных планов, которые могут быть не хуже больше чем на {1}: {0}."};
inline constexpr Phrase plateau_ranges{"Among them", "Среди них"};
inline constexpr Phrase no_plateau{
    "Every other plan that was compared on fresh replications and kept the requirements is worse by more than {0}.",
    "Любой другой план, который сравнивался на новых прогонах и выполнил требования, хуже больше чем на {0}."};
inline constexpr Phrase start_was_it{
    "The plan by formulas is the same.", "План по формулам тот же."};
inline constexpr Phrase demand_heading{"If demand is other than thought", "Если спрос окажется другим"};
inline constexpr Phrase low_demand{"low", "низкий"};
inline constexpr Phrase high_demand{"high", "высокий"};
inline constexpr Phrase plan_held{"plan held", "план прежний"};
inline constexpr Phrase plan_again{"planned for it", "план под него"};
inline constexpr Phrase regret_word{"regret", "потеря"};
inline constexpr Phrase quick_table{
    "As formulas see this plan (an approximation)", "Этот план по формулам (приближение)"};
inline constexpr Phrase load_word{"load", "нагрузка"};
inline constexpr Phrase wanted_word{"wanted", "нужно"};
inline constexpr Phrase capacity_word{"capacity", "мощность"};
inline constexpr Phrase people_word{"people", "людей"};
inline constexpr Phrase answered_word{"answered in time", "ответ вовремя"};
inline constexpr Phrase given_up_word{"given up", "не дождались"};
inline constexpr Phrase busy_word{"busy", "занятость"};
inline constexpr Phrase advertise_word{"to advertise", "вакансий"};
inline constexpr Phrase service_word{"service", "сервис"};
inline constexpr Phrase by_month_word{"steady month", "ровный месяц"};
inline constexpr Phrase by_hour_word{"by hours", "по часам"};
inline constexpr Phrase closure_word{"normal curve", "норм. закон"};
inline constexpr Phrase quick_formulas{
    "Steady month: Erlang A in equilibrium. By hours: the same pool as leads come in the hours of a week, those who asked while "
    "it was closed all at once at the opening, by uniformisation. Normal curve: that course if the number present were normal (Gaussian closure), which tells no "
    "waiting times and is rough where few people work.",
    "Ровный месяц: Erlang A в равновесии. По часам: та же очередь, но заявки приходят по часам недели, а пришедшие в нерабочее время — разом к открытию, методом "
    "униформизации. Норм. закон: тот же ход, если бы число заявок было нормальным (гауссово замыкание); времён ожидания он не даёт "
    "и при немногих людях груб."};
// clang-format on

}  // namespace app::words
