#pragma once

#include "models/scenario/parameter.hpp"
#include "models/scenario/values.hpp"

namespace models {

/// Working through the cold list of a segment.
struct ColdCall {
  std::optional<DurationLaw> dial;
  std::optional<DurationLaw> talk;
  double reach = 1;
  Shares interest{{0}};
  double fade = 1;
  Shares give_up{{0}};
  std::int64_t attempts = 1;
  std::optional<Duration> retry;
  std::optional<Duration> rest;
  std::string enters;
  bool operator==(const ColdCall&) const = default;
};

template <class Fields>
void describe(ColdCall& call, Fields& field) {
  field({.key = "dial", .meaning = "Working time of a dial that nobody answers, with looking up and writing down.", .low = 0,
         .mechanism = "M8", .moves = "time_share"}, call.dial);
  field({.key = "talk", .meaning = "Working time of a dial that reaches a decision maker.", .low = 0, .mechanism = "M8",
         .moves = "time_share"}, call.talk);
  field({.key = "reach", .unit = "share", .meaning = "Chance that a dial reaches a decision maker.", .low = 0, .high = 1,
         .mechanism = "M8", .moves = "leads_cold",
         .source = "9.9 % of dials: Belkins 2025, 175,000 dials"}, call.reach);
  field({.key = "interest", .unit = "share", .meaning = "Chance that a talk ends in a warm lead: one share, or a list by talk, whose last value repeats.",
         .low = 0, .high = 1, .required = true, .mechanism = "M8", .moves = "leads_cold",
         .source = "4.6 % of talks: Belkins 2025"}, call.interest);
  field({.key = "fade", .unit = "factor", .meaning = "Interest is multiplied by this at each further talk; above 1 the second is the better one.",
         .low = 0, .high = 10, .mechanism = "M8", .moves = "leads_cold",
         .source = "0.8 in UCI Bank Marketing"}, call.fade);
  field({.key = "give_up", .unit = "share", .meaning = "Chance that a refusal takes the company off the list for good: one share, or a list by talk.",
         .low = 0, .high = 1, .mechanism = "M8", .moves = "leads_cold"}, call.give_up);
  field({.key = "attempts", .unit = "attempts", .meaning = "Dials of a round.", .low = 1, .high = 1000, .mechanism = "M8",
         .moves = "leads_cold"}, call.attempts);
  field({.key = "retry", .meaning = "Time between the dials of a round.", .low = 0, .open_time = true, .mechanism = "M8",
         .moves = "leads_cold"}, call.retry);
  field({.key = "rest", .meaning = "Time until a new round, after a refusal, a round without an answer, or a lost lead; without it there is no new round.",
         .low = 0, .above_low = true, .open_time = true, .mechanism = "M8", .moves = "leads_cold"}, call.rest);
  field({.key = "enters", .meaning = "The stage that a warm lead enters; default: the first.", .mechanism = "M8",
         .moves = "leads_cold"}, call.enters);
}

/// Serving an order that a client brings.
struct OrderService {
  std::optional<DurationLaw> work;
  std::optional<DurationLaw> patience;
  double leave = 0;
  bool operator==(const OrderService&) const = default;
};

template <class Fields>
void describe(OrderService& order, Fields& field) {
  field({.key = "work", .meaning = "Working time of an order.", .low = 0, .mechanism = "M1", .moves = "utilisation"}, order.work);
  field({.key = "patience", .meaning = "How long an order waits; then it is lost.", .low = 0, .open_time = true,
         .mechanism = "M12", .moves = "orders.missed"}, order.patience);
  field({.key = "leave", .unit = "share", .meaning = "Chance that a client whose order was lost leaves.", .low = 0, .high = 1,
         .mechanism = "M12", .moves = "clients_lost.bad_service"}, order.leave);
}

/// Answering whoever comes by himself, before anybody else does: new leads, and clients with an order.
struct Reception {
  std::optional<DurationLaw> work;
  std::optional<DurationLaw> patience;
  std::optional<Duration> answer_within;
  double simple = 0;
  bool operator==(const Reception&) const = default;
};

template <class Fields>
void describe(Reception& reception, Fields& field) {
  field({.key = "work", .meaning = "Working time of answering and putting through.", .low = 0, .mechanism = "M1",
         .moves = "utilisation"}, reception.work);
  field({.key = "patience", .meaning = "How long somebody waits for an answer.", .low = 0, .open_time = true, .mechanism = "M12",
         .moves = "leads_lost.abandoned",
         .source = "callers 37 to 72 s: Dimension Data 2007"}, reception.patience);
  field({.key = "answer_within", .meaning = "A wait up to this counts as answered in time.", .low = 0, .open_time = true,
         .mechanism = "M12", .moves = "answered_within"}, reception.answer_within);
  field({.key = "simple", .unit = "share", .meaning = "Orders of clients that the reception serves itself; that takes the order's work besides.",
         .low = 0, .high = 1, .mechanism = "M1", .moves = "wait"}, reception.simple);
}

/// Keeping in touch with clients.
struct ContactService {
  std::optional<Duration> every;
  std::optional<DurationLaw> work;
  double upsell = 0;
  double growth = 0;
  bool operator==(const ContactService&) const = default;
};

template <class Fields>
void describe(ContactService& contact, Fields& field) {
  field({.key = "every", .meaning = "A contact falls due so long after the last talk; a need that the client does not bring himself comes to us surely within this time, half as likely with each further one.",
         .low = 0, .above_low = true, .mechanism = "M20", .moves = "orders.missed"}, contact.every);
  field({.key = "work", .meaning = "Working time of a contact.", .low = 0, .mechanism = "M4", .moves = "time_share"}, contact.work);
  field({.key = "upsell", .unit = "share", .meaning = "Chance that a contact brings an extra order.", .low = 0, .high = 1,
         .mechanism = "M21", .moves = "orders.upsell"}, contact.upsell);
  field({.key = "growth", .unit = "share", .meaning = "A contact lets the client's orders grow by this, to three times at most.",
         .low = -1, .high = 1, .mechanism = "M21", .moves = "revenue"}, contact.growth);
}

/// What becomes of clients whom nobody calls.
struct Neglect {
  std::optional<Duration> after;
  std::optional<DurationLaw> life;
  bool operator==(const Neglect&) const = default;
};

template <class Fields>
void describe(Neglect& neglect, Fields& field) {
  field({.key = "after", .meaning = "A client whose contact is overdue by so long begins to look around; without `contact.every`, so long after the last talk.", .low = 0, .open_time = true,
         .required = true, .mechanism = "M4", .moves = "clients_lost.neglected"}, neglect.after);
  field({.key = "life", .meaning = "How long he looks around before he leaves, unless he is called first.", .low = 0,
         .open_time = true, .required = true, .mechanism = "M4", .moves = "clients_lost.neglected"}, neglect.life);
}

/// Clients who fall asleep.
struct Dormancy {
  std::optional<Duration> after;
  bool operator==(const Dormancy&) const = default;
};

template <class Fields>
void describe(Dormancy& dormancy, Fields& field) {
  field({.key = "after", .meaning = "A client without an order for so long falls asleep and out of the portfolio.", .low = 0,
         .above_low = true, .required = true, .mechanism = "M14", .moves = "asleep"}, dormancy.after);
}

/// Waking sleeping clients.
struct Wake {
  std::optional<DurationLaw> work;
  double chance = 0;
  std::optional<Duration> rest;
  bool operator==(const Wake&) const = default;
};

template <class Fields>
void describe(Wake& wake, Fields& field) {
  field({.key = "work", .meaning = "Working time of an attempt to wake a client.", .low = 0, .mechanism = "M14",
         .moves = "time_share"}, wake.work);
  field({.key = "chance", .unit = "share", .meaning = "Chance that he wakes and orders at once.", .low = 0, .high = 1,
         .required = true, .mechanism = "M14", .moves = "woken"}, wake.chance);
  field({.key = "rest", .meaning = "Time until the next attempt; without it there is one only.", .low = 0, .above_low = true, .open_time = true,
         .mechanism = "M14", .moves = "woken"}, wake.rest);
}

}  // namespace models
