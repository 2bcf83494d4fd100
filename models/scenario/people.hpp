#pragma once

#include "models/scenario/parameter.hpp"
#include "models/scenario/values.hpp"

/// What becomes of the people of a role: they are hired, trained, learn, differ, are away and leave.
namespace models {

/// Protected hours: while they run, people take up these activities only.
struct Block {
  std::vector<std::string> does;
  Hours hours;
  std::optional<Days> days;
  bool strict = false;
  bool operator==(const Block&) const = default;
};

template <class Fields>
void describe(Block& block, Fields& field) {
  field({.key = "does", .meaning = "Activities that are taken up in these hours; no others are.", .required = true, .mechanism = "M2",
         .moves = "time_share"}, block.does);
  field({.key = "hours", .meaning = "Hours of the block.", .required = true, .mechanism = "M2", .moves = "time_share"}, block.hours);
  field({.key = "days", .meaning = "Days of the block; default: the role's.", .mechanism = "M2", .moves = "time_share"}, block.days);
  field({.key = "strict", .meaning = "Whether these activities are taken up at no other time.", .mechanism = "M2",
         .moves = "time_share"}, block.strict);
}

/// Days a year on which a person is away, paid.
struct Absence {
  Duration holiday;
  Duration sick;
  bool operator==(const Absence&) const = default;
};

template <class Fields>
void describe(Absence& absence, Fields& field) {
  field({.key = "holiday", .unit = "days", .meaning = "Holiday in a year, in whole days.", .low = 0, .high = 300, .mechanism = "M33",
         .moves = "utilisation"}, absence.holiday);
  field({.key = "sick", .unit = "days", .meaning = "Sick leave in a year, in whole days.", .low = 0, .high = 300, .mechanism = "M33",
         .moves = "utilisation"}, absence.sick);
}

/// What a leaver takes along: one draw decides whether he goes with his clients, then each follows or not.
struct Takes {
  double chance = 0;
  double share = 0;
  bool operator==(const Takes&) const = default;
};

template <class Fields>
void describe(Takes& takes, Fields& field) {
  field({.key = "chance", .unit = "share", .meaning = "Chance that a leaver goes where his clients can follow.", .low = 0,
         .high = 1, .mechanism = "M6", .moves = "clients_lost.taken",
         .source = "23 % of leavers take lists of customers: Ponemon and Symantec 2009"}, takes.chance);
  field({.key = "share", .unit = "share", .meaning = "Chance of each of his clients to follow him then.", .low = 0, .high = 1,
         .mechanism = "M6", .moves = "clients_lost.taken", .source = "Shi, Sridhar, Grewal & Lilien, J. of Marketing 2017"},
        takes.share);
}

/// How a newcomer comes up to speed.
struct Ramp {
  std::optional<Duration> time;
  double from = 1;
  bool odds = false;
  bool operator==(const Ramp&) const = default;
};

template <class Fields>
void describe(Ramp& ramp, Fields& field) {
  field({.key = "time", .meaning = "From the end of training until full speed; speed grows linearly.", .low = 0,
         .required = true, .mechanism = "M19", .moves = "time_share",
         .source = "3 months for callers, 6 for closers: Bridge Group 2025, 2026"}, ramp.time);
  field({.key = "from", .unit = "share", .meaning = "Speed at the beginning.", .low = 0, .high = 1, .above_low = true,
         .mechanism = "M19", .moves = "time_share"}, ramp.from);
  field({.key = "odds", .meaning = "Whether the odds to pass grow in the same way.", .mechanism = "M19", .moves = "deals"},
        ramp.odds);
}

/// A vacancy in another role is filled from this one first.
struct Promotion {
  std::string role;
  std::optional<Duration> ramp;
  bool operator==(const Promotion&) const = default;
};

template <class Fields>
void describe(Promotion& promotion, Fields& field) {
  field({.key = "role", .meaning = "The role whose vacancies are filled from here.", .required = true, .mechanism = "M25",
         .moves = "vacancies"}, promotion.role);
  field({.key = "ramp", .meaning = "Time to full speed of a person promoted; default: no ramp.", .low = 0, .mechanism = "M25",
         .moves = "time_share"}, promotion.ramp);
}

/// Cold calls stop while the next stage has enough.
struct Pause {
  std::int64_t above = 0;
  std::int64_t below = 0;
  bool operator==(const Pause&) const = default;
};

template <class Fields>
void describe(Pause& pause, Fields& field) {
  field({.key = "above", .unit = "leads", .meaning = "No cold calls once more than so many wait at the stage that they enter.",
         .low = 0, .high = 1000000, .required = true, .mechanism = "M10", .moves = "leads_cold"}, pause.above);
  field({.key = "below", .unit = "leads", .meaning = "Calls are resumed when no more than so many wait.", .low = 0,
         .high = 1000000, .mechanism = "M10", .moves = "leads_cold"}, pause.below);
}

/// The script improves.
struct Learning {
  double limit = 1;
  std::optional<Duration> half;
  bool operator==(const Learning&) const = default;
};

template <class Fields>
void describe(Learning& learning, Fields& field) {
  field({.key = "limit", .unit = "factor", .meaning = "What the odds of interest are multiplied by in the end.", .low = 0,
         .high = 1000, .above_low = true, .required = true, .mechanism = "M9", .moves = "leads_cold"}, learning.limit);
  field({.key = "half", .meaning = "Time from the start of the run in which half of the way is gone.", .low = 0,
         .above_low = true, .required = true, .mechanism = "M9", .moves = "leads_cold"}, learning.half);
}

/// People differ, by activity.
struct Talent {
  double cv = 0;
  std::int64_t candidates = 1;
  bool operator==(const Talent&) const = default;
};

template <class Fields>
void describe(Talent& talent, Fields& field) {
  field({.key = "cv", .unit = "factor", .meaning = "Coefficient of variation of a person's odds at each activity; lognormal, mean 1.",
         .low = 0, .high = 3, .required = true, .mechanism = "M26", .moves = "deals"}, talent.cv);
  field({.key = "candidates", .unit = "people", .meaning = "The best of so many for the role's first activity is taken.",
         .low = 1, .high = 100, .mechanism = "M26", .moves = "deals"}, talent.candidates);
}

/// Heads of sales: one for each `span` people begun, as many as there may be.
struct Head {
  std::optional<std::int64_t> span;
  std::int64_t most = 1000;
  Amount pay;
  double effort = 1;
  double without = 1;
  std::optional<double> diligence;
  bool operator==(const Head&) const = default;
};

template <class Fields>
void describe(Head& head, Fields& field) {
  field({.key = "span", .unit = "people", .meaning = "People that one head leads; without it nobody has a head.", .low = 1,
         .high = 10000, .mechanism = "M16", .moves = "cost.heads",
         .source = "7 closers or 6.4 callers: Bridge Group 2025"}, head.span);
  field({.key = "most", .unit = "people", .meaning = "Largest number of heads; people beyond work without one, the highest seats first.",
         .low = 0, .high = 10000, .mechanism = "M16", .moves = "cost.heads"}, head.most);
  field({.key = "pay", .unit = "money", .meaning = "Cost of one head per calendar month, all included.", .low = 0,
         .mechanism = "M16", .moves = "cost.heads"}, head.pay);
  field({.key = "effort", .unit = "share", .meaning = "Effort of people under a head; multiplies the role's.", .low = 0,
         .high = 1, .above_low = true, .mechanism = "M16", .moves = "utilisation"}, head.effort);
  field({.key = "without", .unit = "share", .meaning = "Effort of people without a head; multiplies the role's.", .low = 0,
         .high = 1, .above_low = true, .mechanism = "M16", .moves = "utilisation"}, head.without);
  field({.key = "diligence", .unit = "share", .meaning = "Diligence of people under a head, where it is above their own.",
         .low = 0, .high = 1, .mechanism = "M16", .moves = "orders.missed"}, head.diligence);
}

}  // namespace models
