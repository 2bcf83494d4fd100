#pragma once

#include "models/scenario/work.hpp"

namespace models {

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

struct Pay {
  Amount base;
  Amount hourly;
  double first = 0;
  Base of = Base::revenue;
  double on_top = 0;
  bool operator==(const Pay&) const = default;
};

template <class Fields>
void describe(Pay& pay, Fields& field) {
  field({.key = "base", .unit = "money", .meaning = "Pay of one person per calendar month.", .low = 0, .mechanism = "M17",
         .moves = "payroll"}, pay.base);
  field({.key = "hourly", .unit = "money", .meaning = "Pay per hour present, overtime included.", .low = 0,
         .mechanism = "M10", .moves = "payroll"}, pay.hourly);
  field({.key = "first", .unit = "share", .meaning = "Commission on a first order, to the person who closes.", .low = 0,
         .high = 1, .mechanism = "M17", .moves = "payroll"}, pay.first);
  field({.key = "of", .meaning = "What commissions are a share of: \"revenue\" or \"margin\".", .mechanism = "M17",
         .moves = "payroll"}, pay.of);
  field({.key = "on_top", .unit = "share", .meaning = "Contributions on top of all pay.", .low = 0, .high = 5,
         .mechanism = "M17", .moves = "payroll"}, pay.on_top);
}

/// People who do the same things.
struct Role {
  std::string title;
  Staff staff;
  std::vector<Duty> does;
  bool owns_leads = false;
  Assign assign = Assign::shared;
  Duration switching;
  double effort = 1;
  double speed = 1;
  Named<double> skill;
  std::optional<Hours> hours;
  std::optional<Days> days;
  Absence absence;
  std::optional<Duration> cover;
  Pay pay;
  bool operator==(const Role&) const = default;
};

/// `owns` as it is written: a list of words.
struct Owns {
  bool& leads;
};

template <class Fields>
void describe(Role& role, Fields& field) {
  field({.key = "title", .meaning = "What people call it."}, role.title);
  field({.key = "staff", .unit = "people", .meaning = "How many people hold the role: a number, twelve months, { date = number } or { hours = [24 numbers] }.",
         .low = 0, .high = 10000, .required = true, .mechanism = "M13", .moves = "headcount"}, role.staff);
  field({.key = "does", .meaning = "Activities in the order in which people take them up: names or { activity, segments, fallback, overflow }.",
         .required = true, .mechanism = "M2", .moves = "time_share"}, role.does);
  Owns owns{role.owns_leads};
  field({.key = "owns", .meaning = "What belongs to the person: \"leads\", from first touch.", .mechanism = "M33",
         .moves = "wait"}, owns);
  field({.key = "assign", .meaning = "Who gets leads that belong to nobody: \"shared\", \"round_robin\" or \"owner\".",
         .moves = "wait"}, role.assign);
  field({.key = "switch", .meaning = "Set-up time when the kind of work changes.", .low = 0, .mechanism = "M1",
         .moves = "utilisation"}, role.switching);
  field({.key = "effort", .unit = "share", .meaning = "Speed of the person's working clock; the rest is slack.", .low = 0,
         .high = 1, .above_low = true, .mechanism = "M16", .moves = "utilisation"}, role.effort);
  field({.key = "speed", .unit = "factor", .meaning = "Work is divided by this.", .low = 0, .high = 1000, .above_low = true,
         .mechanism = "M24", .moves = "utilisation"}, role.speed);
  field({.key = "skill", .unit = "factor", .meaning = "By activity: multiplies the odds to pass.", .low = 0, .high = 1000,
         .above_low = true, .mechanism = "M24", .moves = "deals"}, role.skill);
  field({.key = "hours", .meaning = "Hours of the role; default: the calendar's.", .moves = "wait"}, role.hours);
  field({.key = "days", .meaning = "Days of the role; default: the calendar's.", .moves = "wait"}, role.days);
  field({.key = "absence", .meaning = "Days a year away, paid.", .mechanism = "M33", .moves = "utilisation"}, role.absence);
  field({.key = "cover", .meaning = "After so long an absence others of the role step in; without it nobody does.", .low = 0,
         .mechanism = "M33", .moves = "wait"}, role.cover);
  field({.key = "pay", .meaning = "What the people of the role are paid.", .mechanism = "M17", .moves = "payroll"}, role.pay);
}

/// What happens when a lead's next stage is done by another person.
struct Transfer {
  std::optional<DurationLaw> work;
  double loss = 0;
  double chill = 1;
  bool operator==(const Transfer&) const = default;
};

template <class Fields>
void describe(Transfer& transfer, Fields& field) {
  field({.key = "work", .meaning = "Extra work of the person who takes over.", .low = 0, .mechanism = "M34",
         .moves = "utilisation"}, transfer.work);
  field({.key = "loss", .unit = "share", .meaning = "Chance to lose the lead.", .low = 0, .high = 1, .mechanism = "M34",
         .moves = "leads_lost.transfer"}, transfer.loss);
  field({.key = "chill", .unit = "factor", .meaning = "Multiplies the odds to pass the stage.", .low = 0, .high = 1000,
         .above_low = true, .mechanism = "M34", .moves = "deals"}, transfer.chill);
}

/// An assignment of activities to roles. `work` is the scenario's, with this department's own terms laid over it.
struct Department {
  std::string title;
  Transfer transfer;
  Named<Role> roles;
  Work work;
  bool operator==(const Department&) const = default;
};

template <class Fields>
void describe(Department& department, Fields& field) {
  field({.key = "title", .meaning = "What people call it."}, department.title);
  field({.key = "transfer", .meaning = "What happens when a lead changes hands.", .mechanism = "M34",
         .moves = "leads_lost.transfer"}, department.transfer);
  field({.key = "roles", .meaning = "Roles by name."}, department.roles);
}

}  // namespace models
