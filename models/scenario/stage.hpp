#pragma once

#include "models/scenario/parameter.hpp"
#include "models/scenario/values.hpp"

namespace models {

/// An imperfect sorting of fit from unfit leads.
struct Sieve {
  double finds = 1;
  double lets_through = 1;
  bool operator==(const Sieve&) const = default;
};

template <class Fields>
void describe(Sieve& sieve, Fields& field) {
  field({.key = "finds", .unit = "share", .meaning = "Chance that a fit lead passes.", .low = 0, .high = 1,
         .mechanism = "M28", .moves = "leads_lost.refused"}, sieve.finds);
  field({.key = "lets_through", .unit = "share", .meaning = "Chance that an unfit lead passes.", .low = 0, .high = 1,
         .mechanism = "M28", .moves = "leads_lost.unfit"}, sieve.lets_through);
}

/// "Not now": the lead comes back to the same stage later.
struct Later {
  double chance = 0;
  std::optional<DurationLaw> after;
  bool operator==(const Later&) const = default;
};

template <class Fields>
void describe(Later& later, Fields& field) {
  field({.key = "chance", .unit = "share", .meaning = "Share of finished talks that end in \"not now\".", .low = 0,
         .high = 0.99, .mechanism = "M29", .moves = "cycle_time"}, later.chance);
  field({.key = "after", .meaning = "When such a lead comes back to this stage.", .low = 0, .mechanism = "M29",
         .moves = "cycle_time"}, later.after);
}

/// One step that a lead takes on its way to a deal, as it is for one segment.
struct Stage {
  std::string title;
  std::optional<DurationLaw> delay;
  std::optional<DurationLaw> work;
  std::optional<DurationLaw> travel;
  double pass = 1;
  std::optional<Sieve> sieve;
  double reach = 1;
  std::optional<DurationLaw> dial;
  std::int64_t attempts = 1;
  std::optional<DurationLaw> retry;
  double show = 1;
  double rebook = 0;
  std::optional<DurationLaw> no_show_work;
  std::optional<DurationLaw> patience;
  std::optional<Duration> answer_within;
  std::optional<Duration> half_life;
  double floor = 0;
  std::optional<Later> later;
  bool interruptible = false;
  bool operator==(const Stage&) const = default;
};

template <class Fields>
void describe(Stage& stage, Fields& field) {
  field({.key = "title", .meaning = "What people call it."}, stage.title);
  field({.key = "delay", .meaning = "The customer's own time before the stage.", .low = 0, .moves = "cycle_time"},
        stage.delay);
  field({.key = "work", .meaning = "Working time of the person.", .low = 0, .mechanism = "M1", .moves = "utilisation"},
        stage.work);
  field({.key = "travel", .meaning = "Working time on the road, not shortened by speed.", .low = 0, .mechanism = "M32",
         .moves = "utilisation",
         .source = "21 % of sellers' time: Proudfoot 2005"}, stage.travel);
  field({.key = "pass", .unit = "share", .meaning = "Chance to pass the stage.", .low = 0, .high = 1, .mechanism = "M24",
         .moves = "deals"}, stage.pass);
  field({.key = "sieve", .meaning = "Chances of fit and of unfit leads; multiplies `pass`.", .mechanism = "M28",
         .moves = "leads_lost.unfit"}, stage.sieve);
  field({.key = "reach", .unit = "share", .meaning = "Chance that an attempt reaches the lead.", .low = 0, .high = 1,
         .mechanism = "M4", .moves = "leads_lost.unreached"}, stage.reach);
  field({.key = "dial", .meaning = "Working time of an attempt that reaches nobody.", .low = 0, .mechanism = "M4",
         .moves = "utilisation"}, stage.dial);
  field({.key = "attempts", .unit = "attempts", .meaning = "Attempts before the lead is given up.", .low = 1,
         .high = 1000, .mechanism = "M4", .moves = "leads_lost.unreached",
         .source = "93 % of leads that convert are reached by the sixth: Velocify"}, stage.attempts);
  field({.key = "retry", .meaning = "Time between attempts.", .low = 0, .open_time = true, .mechanism = "M4",
         .moves = "cycle_time"}, stage.retry);
  field({.key = "show", .unit = "share", .meaning = "Appointments that are kept.", .low = 0, .high = 1, .moves = "leads_lost.no_show",
         .source = "90 % of viewings: Do You Convert 2023"},
        stage.show);
  field({.key = "rebook", .unit = "share", .meaning = "Share of missed appointments that are made anew.", .low = 0,
         .high = 0.99, .moves = "leads_lost.no_show"}, stage.rebook);
  field({.key = "no_show_work", .meaning = "Working time that a missed appointment costs.", .low = 0,
         .moves = "utilisation"}, stage.no_show_work);
  field({.key = "patience", .meaning = "How long a lead waits before it gives up.", .low = 0, .open_time = true,
         .mechanism = "M12", .moves = "leads_lost.abandoned"}, stage.patience);
  field({.key = "answer_within", .meaning = "A wait up to this counts as answered in time.", .low = 0,
         .open_time = true, .mechanism = "M12", .moves = "answered_within",
         .source = "clients wait 10 min: Telphin and OkoCRM 2025"}, stage.answer_within);
  field({.key = "half_life", .meaning = "Wait after which the chance to pass has halved.", .low = 0, .above_low = true,
         .open_time = true, .mechanism = "M12", .moves = "deals",
         .source = "Oldroyd 2007; Harvard Business Review, March 2011"}, stage.half_life);
  field({.key = "floor", .unit = "share", .meaning = "The chance to pass never falls below this share of itself.",
         .low = 0, .high = 1, .mechanism = "M12", .moves = "deals"}, stage.floor);
  field({.key = "later", .meaning = "\"Not now\".", .mechanism = "M29", .moves = "cycle_time"}, stage.later);
  field({.key = "interruptible", .meaning = "Work is put down at the end of a shift and resumed by the same person.",
         .moves = "overtime"}, stage.interruptible);
}

}  // namespace models
