#pragma once

#include "models/scenario/parameter.hpp"
#include "models/scenario/values.hpp"

namespace models {

/// Extra pay for a month in which a person has done enough.
struct Bonus {
  double share = 0;
  std::int64_t leads = 0;
  std::int64_t contacts = 0;
  bool operator==(const Bonus&) const = default;
};

template <class Fields>
void describe(Bonus& bonus, Fields& field) {
  field({.key = "share", .unit = "share", .meaning = "Share of the month's base.", .low = 0, .high = 10, .required = true,
         .mechanism = "M17", .moves = "pay.bonus"}, bonus.share);
  field({.key = "leads", .unit = "leads", .meaning = "Leads that the person must have passed on in the month, deals included.",
         .low = 0, .high = 1000000, .mechanism = "M17", .moves = "pay.bonus"}, bonus.leads);
  field({.key = "contacts", .unit = "contacts", .meaning = "Contacts that the person must have made in the month.", .low = 0,
         .high = 1000000, .mechanism = "M17", .moves = "pay.bonus"}, bonus.contacts);
}

/// Less pay while the orders of one's clients do not grow.
struct Penalty {
  double growth = 0;
  double share = 0;
  bool operator==(const Penalty&) const = default;
};

template <class Fields>
void describe(Penalty& penalty, Fields& field) {
  field({.key = "growth", .unit = "share", .meaning = "Orders of the person's clients in the last twelve months must exceed those of the twelve before by this; both within the reported period, so it acts from its 24th month on.",
         .low = -1, .high = 10, .mechanism = "M17", .moves = "pay.penalty"}, penalty.growth);
  field({.key = "share", .unit = "share", .meaning = "Share of the month's base that is lost otherwise.", .low = 0, .high = 1,
         .required = true, .mechanism = "M17", .moves = "pay.penalty"}, penalty.share);
}

/// Terms that the person who closes gives to a customer.
struct Discount {
  double share = 0;
  double odds = 1;
  std::optional<Duration> deferral;
  bool operator==(const Discount&) const = default;
};

template <class Fields>
void describe(Discount& discount, Fields& field) {
  field({.key = "share", .unit = "share", .meaning = "Share of a first order's price that is given away.", .low = 0, .high = 1,
         .mechanism = "M31", .moves = "discounts"}, discount.share);
  field({.key = "odds", .unit = "factor", .meaning = "What the terms multiply the odds of the last stage by.", .low = 0,
         .high = 1000, .above_low = true, .mechanism = "M31", .moves = "deals"}, discount.odds);
  field({.key = "deferral", .meaning = "How much later than others such a customer pays.", .low = 0, .mechanism = "M31",
         .moves = "cash"}, discount.deferral);
}

struct Pay {
  Amount base;
  Amount hourly;
  double first = 0;
  double repeat = 0;
  Base of = Base::revenue;
  Amount per_lead;
  std::optional<Bonus> bonus;
  std::optional<Penalty> penalty;
  double on_top = 0;
  Amount hiring;
  Amount dismissal;
  Amount seat;
  bool operator==(const Pay&) const = default;
};

template <class Fields>
void describe(Pay& pay, Fields& field) {
  field({.key = "base", .unit = "money", .meaning = "Pay of one person per calendar month.", .low = 0, .mechanism = "M17",
         .moves = "payroll"}, pay.base);
  field({.key = "hourly", .unit = "money", .meaning = "Pay per hour present, overtime included.", .low = 0,
         .mechanism = "M10", .moves = "payroll"}, pay.hourly);
  field({.key = "first", .unit = "share", .meaning = "Commission on a first order, to the person who closes.", .low = 0,
         .high = 1, .mechanism = "M17", .moves = "payroll",
         .source = "11.5 % of a year's contract: Bridge Group 2024, 2026"}, pay.first);
  field({.key = "repeat", .unit = "share", .meaning = "Commission on every later order, to the client's owner.", .low = 0,
         .high = 1, .mechanism = "M17", .moves = "payroll"}, pay.repeat);
  field({.key = "of", .meaning = "What commissions are a share of: \"revenue\" or \"margin\".", .mechanism = "M17",
         .moves = "payroll"}, pay.of);
  field({.key = "per_lead", .unit = "money", .meaning = "Pay per lead that the person passes on to the next stage, or warms on the cold list.",
         .low = 0, .mechanism = "M17", .moves = "payroll"}, pay.per_lead);
  field({.key = "bonus", .meaning = "Extra pay for a month in which enough was done.", .mechanism = "M17", .moves = "payroll"},
        pay.bonus);
  field({.key = "penalty", .meaning = "Less pay while the orders of one's clients do not grow.", .mechanism = "M17",
         .moves = "payroll"}, pay.penalty);
  field({.key = "on_top", .unit = "share", .meaning = "Contributions on top of all pay.", .low = 0, .high = 5,
         .mechanism = "M17", .moves = "payroll"}, pay.on_top);
  field({.key = "hiring", .unit = "money", .meaning = "Cost of one newcomer.", .low = 0, .mechanism = "M19",
         .moves = "cost.hiring"}, pay.hiring);
  field({.key = "dismissal", .unit = "money", .meaning = "Cost of one person who must go because his seat is given up.", .low = 0,
         .mechanism = "M19", .moves = "cost.dismissal"}, pay.dismissal);
  field({.key = "seat", .unit = "money", .meaning = "Cost of a filled seat per calendar month.", .low = 0, .mechanism = "M13",
         .moves = "cost.seats"}, pay.seat);
}

}  // namespace models
