#pragma once

#include <array>

#include "app/messages/phrase.hpp"
#include "models/events.hpp"

/// What happens to customers and people, in words.
namespace app::words {

// clang-format off
// ---- a lead; {0} who, {1} at what ----
inline constexpr Phrase asks{"asks", "обращается"};
inline constexpr Phrase own_time{"{0} is due on {1}", "{0}: срок {1}"};
inline constexpr Phrase waits_anybody{"waits ({0})", "ждёт ({0})"};
inline constexpr Phrase waits_person{"waits for {0} ({1})", "ждёт, ответственный {0} ({1})"};
inline constexpr Phrase waits_now{"now waits for {0} ({1})", "теперь ждёт, ответственный {0} ({1})"};
inline constexpr Phrase answered_at_once{"answered at once by {0} ({1})", "сразу отвечает {0} ({1})"};
inline constexpr Phrase answered_after{"answered after {2} by {0} ({1})", "через {2} отвечает {0} ({1})"};
inline constexpr Phrase taken_at_once{"taken up at once by {0} ({1})", "за него сразу берётся {0} ({1})"};
inline constexpr Phrase taken_after{"taken up after {2} by {0} ({1})", "через {2} за него берётся {0} ({1})"};
inline constexpr Phrase passed_on_by{", passed on by {0}", ", передаёт {0}"};
inline constexpr Phrase not_reached{"not reached by {0} ({1})", "{0} не дозванивается ({1})"};
inline constexpr Phrase not_come{"does not come to {0} ({1})", "не приходит, ждал {0} ({1})"};
inline constexpr Phrase next_attempt{"; next attempt on {0}", "; следующая попытка {0}"};
inline constexpr Phrase new_date{"; gets a new date", "; назначается новая дата"};
inline constexpr Phrase put_through{"put through by {0}", "соединяет {0}"};
inline constexpr Phrase passes{"passes {0}", "проходит {0}"};
inline constexpr Phrase due_on{"; {0} is due on {1}", "; {0}: срок {1}"};
inline constexpr Phrase not_now{"not now ({0}): comes back on {1}", "не сейчас ({0}): вернётся {1}"};
inline constexpr Phrase buys_from{"buys for {0} from {1}", "покупает на {0}, продавец {1}"};
inline constexpr Phrase buys{"buys for {0}", "покупает на {0}"};
inline constexpr Phrase is_lost{"is lost: {0} ({1})", "потерян: {0} ({1})"};

// ---- a company of the cold list, a sleeping client ----
inline constexpr Phrase no_answer{"dialled by {0}: no answer", "{0} набирает: нет ответа"};
inline constexpr Phrase talk_interested{"talk with {0}: interested, {1} is next", "разговор, {0}: интересно, дальше {1}"};
inline constexpr Phrase talk_refused{"talk with {0}: no", "разговор, {0}: отказ"};
inline constexpr Phrase talk_without_end{"talk with {0}", "разговор, {0}"};
inline constexpr Phrase left_until{"; left in peace until {0}", "; не беспокоят до {0}"};
inline constexpr Phrase sleeps_on{"called by {0}: sleeps on", "звонит {0}: спит дальше"};
inline constexpr Phrase woken_by{"woken by {0}", "разбужен, {0}"};

// ---- a client ----
inline constexpr Phrase becomes_client{"becomes a client", "становится клиентом"};
inline constexpr Phrase becomes_client_of{"becomes a client of {0}", "становится клиентом, ответственный {0}"};
inline constexpr Phrase client_at_start{"is a client from the start", "клиент с самого начала"};
inline constexpr Phrase client_of_at_start{"is a client of {0} from the start", "клиент с самого начала, ответственный {0}"};
inline constexpr Phrase belongs_to{"belongs to {0} from now on", "теперь его ведёт {0}"};
inline constexpr Phrase handed_on{"handed on from {0} to {1}", "{0} передаёт его, примет {1}"};
inline constexpr Phrase taken_over{"{0} takes him over", "{0} принимает его"};
inline constexpr Phrase rotated{"silent for long: goes from {0} to {1}", "долго молчит: вёл {0}, теперь {1}"};
inline constexpr Phrase owner_left{"{0} leaves, nobody looks after him", "{0} уходит, клиента никто не ведёт"};
inline constexpr Phrase ownerless{"nobody is there to look after him", "его некому вести"};
inline constexpr Phrase unknown_to_all{"nobody else knows of him", "о нём больше никто не знает"};
inline constexpr Phrase needs_himself{"needs something and asks for it", "что-то нужно, обращается сам"};
inline constexpr Phrase needs_in_touch{
    "needs something and thinks of us: we keep in touch", "что-то нужно, вспоминает о нас: мы на связи"};
inline constexpr Phrase buys_elsewhere{
    "needs something and buys elsewhere: nobody keeps in touch", "что-то нужно, покупает у других: с ним никто не на связи"};
inline constexpr Phrase order_abandoned{"gives up waiting for his order", "не дождался своего заказа"};
inline constexpr Phrase order_sold_out{"needs something, but everything is sold", "что-то нужно, но всё продано"};
inline constexpr Phrase order_gone{"his open order is lost", "его открытый заказ потерян"};
inline constexpr Phrase orders_for{"orders for {0}", "заказывает на {0}"};
inline constexpr Phrase order_served{"order for {0} served by {1}", "заказ на {0} выполнен, {1}"};
inline constexpr Phrase within{", after {0}", ", через {0}"};
inline constexpr Phrase contacted{"we keep in touch", "касание"};
inline constexpr Phrase contacted_by{"{0} keeps in touch", "касание, {0}"};
inline constexpr Phrase buys_more{"; buys more for {0}", "; докупает на {0}"};
inline constexpr Phrase has_grown{"; his orders have grown by {0}", "; его заказы выросли на {0}"};
inline constexpr Phrase contact_skipped{"should be called, but {0} lets it be", "пора позвонить, но {0} откладывает"};
inline constexpr Phrase looks_around{"nobody has called for too long: looks around", "слишком давно не звонили: присматривается к другим"};
inline constexpr Phrase is_buried{"buried: {0} has more clients than can be looked after", "«похоронен»: клиентов больше, чем может вести {0}"};
inline constexpr Phrase is_dug_up{"{0} looks after him again", "{0} снова ведёт его"};
inline constexpr Phrase falls_asleep{"falls asleep: no order for long", "засыпает: давно не заказывал"};
inline constexpr Phrase sleeps_at_start{"sleeps from the start", "спит с самого начала"};
inline constexpr Phrase is_gone{"leaves: {0} (worth {1})", "уходит: {0} (потеряно {1})"};

// ---- people ----
inline constexpr Phrase joins{"joins", "приходит"};
inline constexpr Phrase there_at_start{"is there from the start", "работает с самого начала"};
inline constexpr Phrase is_trained{"is trained and begins to work", "обучен, начинает работать"};
inline constexpr Phrase goes_away{"is away", "отсутствует"};
inline constexpr Phrase is_covered{"is away so long that others step in", "отсутствует так долго, что замещают другие"};
inline constexpr Phrase comes_back{"is back", "возвращается"};
inline constexpr Phrase is_promoted{"is promoted: {0}", "повышен: {0}"};
inline constexpr Phrase seat_given_up{"leaves: the seat is given up", "уходит: место сокращено"};
inline constexpr Phrase quits{"quits", "увольняется"};

// ---- how it ended, for a comparison; dates and money ----
inline constexpr Phrase end_nothing{"nothing happens to him", "с ним ничего не происходит"};
inline constexpr Phrase end_open{"still open at the end", "к концу ещё в работе"};
inline constexpr Phrase end_called{"called, never a lead", "звонили, лидом не стал"};
inline constexpr Phrase end_bought{"bought for {0} on {1}", "купил на {0}, {1}"};
inline constexpr Phrase end_lost{"lost on {0}, {1} ({2})", "потерян {0}, {1} ({2})"};
inline constexpr Phrase end_client_at_start{"client from the start", "клиент с самого начала"};
inline constexpr Phrase end_sleeper{"slept from the start", "спал с самого начала"};
inline constexpr Phrase end_further{", further orders: {0} for {1}", ", ещё заказов: {0} на {1}"};
inline constexpr Phrase end_client{", still a client at the end", ", клиент до конца"};
inline constexpr Phrase end_asleep{", asleep at the end", ", в конце спит"};
inline constexpr Phrase end_gone{", left on {0}, {1}", ", ушёл {0}, {1}"};
inline constexpr Phrase end_differs{"The difference: {0}.", "Разница: {0}."};
inline constexpr Phrase end_same{"No difference in the end: {0}.", "В итоге разницы нет: {0}."};

// ---- spans of time ----
inline constexpr Phrase seconds_long{"{0} s", "{0} с"};
inline constexpr Phrase minutes_long{"{0} min", "{0} мин"};
inline constexpr Phrase hours_long{"{0} h", "{0} ч"};
inline constexpr Phrase whole_days_long{"{0} d", "{0} дн."};
inline constexpr Phrase none_open{"{0} (none of it open)", "{0} (нерабочих)"};
inline constexpr Phrase open_of{"{0} ({1} of it open)", "{0} (из них рабочих {1})"};

/// Of one customer, by cause.
inline constexpr std::array<Phrase, models::lead_losses> lead_causes{
    Phrase{"gave up waiting", "не дождался"},
    Phrase{"was not reached", "не дозвонились"},
    Phrase{"did not come", "не пришёл"},
    Phrase{"said no", "отказался"},
    Phrase{"could never buy", "не мог купить"},
    Phrase{"was thrown away", "выброшен"},
    Phrase{"between two people", "пропал при передаче"},
    Phrase{"gone with his agent", "ушёл вслед за сотрудником"},
    Phrase{"everything was sold", "всё было продано"}};
inline constexpr std::array<Phrase, models::client_losses> client_causes{
    Phrase{"neglected", "заброшен"},
    Phrase{"left the market", "ушёл с рынка"},
    Phrase{"taken by a leaver", "уведён ушедшим"},
    Phrase{"lost in handover", "потерян при передаче"},
    Phrase{"served badly", "плохо обслужен"},
    Phrase{"slipped away asleep", "уснул и ушёл"}};
// clang-format on

}  // namespace app::words
