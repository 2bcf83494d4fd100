#pragma once

#include "models/scenario/pay.hpp"
#include "models/scenario/people.hpp"

namespace models {

/// People who do the same things.
struct Role {
  std::string title;
  Staff staff;
  std::vector<Duty> does;
  bool owns_leads = false;
  bool owns_clients = false;
  Assign assign = Assign::shared;
  Duration switching;
  double effort = 1;
  double speed = 1;
  Named<double> skill;
  std::optional<Hours> hours;
  std::optional<Days> days;
  Named<Block> blocks;
  std::string assists;
  Absence absence;
  std::optional<Duration> cover;
  std::optional<Talent> talent;
  std::optional<double> comfort;
  double diligence = 1;
  std::optional<std::int64_t> portfolio;
  Named<double> drops;
  std::optional<Pause> pause;
  std::optional<Learning> learning;
  bool rented = false;
  double returns = 0;
  std::optional<Duration> ahead;
  std::optional<DurationLaw> hire;
  std::optional<Duration> training;
  std::optional<Ramp> ramp;
  std::optional<DurationLaw> tenure;
  double refusal_quit = 0;
  std::optional<Promotion> promotes_to;
  std::optional<Takes> takes;
  double takes_leads = 0;
  double off_crm = 0;
  std::optional<Discount> discount;
  std::optional<Head> head;
  Pay pay;
  bool operator==(const Role&) const = default;
};

/// `owns` as it is written: a list of words.
struct Owns {
  bool& leads;
  bool& clients;
};

template <class Fields>
void describe(Role& role, Fields& field) {
  field({.key = "title", .meaning = "What people call it."}, role.title);
  field({.key = "staff", .unit = "people", .meaning = "How many people hold the role: a number, twelve months, { date = number } or { hours = [24 numbers] }.",
         .low = 0, .high = 10000, .required = true, .mechanism = "M13", .moves = "headcount"}, role.staff);
  field({.key = "does", .meaning = "Activities in the order in which people take them up: names or { activity, segments, fallback, overflow }.",
         .required = true, .mechanism = "M2", .moves = "time_share"}, role.does);
  Owns owns{role.owns_leads, role.owns_clients};
  field({.key = "owns", .meaning = "What belongs to the person: \"leads\", from first touch, \"clients\", from the first order.", .mechanism = "M33",
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
  field({.key = "blocks", .meaning = "Protected hours by name."}, role.blocks);
  field({.key = "assists", .meaning = "A role whose people have assistants of their own here: what belongs to one of them waits for his assistant.",
         .mechanism = "M1", .moves = "wait"}, role.assists);
  field({.key = "absence", .meaning = "Days a year away, paid.", .mechanism = "M33", .moves = "utilisation"}, role.absence);
  field({.key = "cover", .meaning = "After so long an absence others of the role step in; without it nobody does.", .low = 0,
         .mechanism = "M33", .moves = "wait"}, role.cover);
  field({.key = "talent", .meaning = "How people differ, and from how many each is chosen.", .mechanism = "M26",
         .moves = "deals"}, role.talent);
  field({.key = "comfort", .unit = "clients", .meaning = "The will to call cold halves with each so many clients of one's own, buried ones included.",
         .low = 0, .above_low = true, .mechanism = "M2", .moves = "leads_cold"}, role.comfort);
  field({.key = "diligence", .unit = "share", .meaning = "Chance that a due contact is taken up; else it is left until the next is due.",
         .low = 0, .high = 1, .mechanism = "M4", .moves = "orders.missed"}, role.diligence);
  field({.key = "portfolio", .unit = "clients", .meaning = "Clients that one person really looks after; the least valuable beyond are buried.",
         .low = 1, .high = 1000000, .mechanism = "M3", .moves = "buried",
         .source = "110 small, 35 middling accounts: KBCM and Sapphire"}, role.portfolio);
  field({.key = "drops", .unit = "share", .meaning = "By segment: chance that a new lead is thrown away at first touch.",
         .low = 0, .high = 1, .mechanism = "M5", .moves = "leads_lost.dropped"}, role.drops);
  field({.key = "pause", .meaning = "Cold calls stop while the next stage has enough.", .mechanism = "M10",
         .moves = "leads_cold"}, role.pause);
  field({.key = "learning", .meaning = "How the script improves.", .mechanism = "M9", .moves = "leads_cold"}, role.learning);
  field({.key = "rented", .meaning = "People are rented: there on the date, gone on the date.", .mechanism = "M13",
         .moves = "vacancies"}, role.rented);
  field({.key = "returns", .unit = "share", .meaning = "Chance that a rented person comes back next season, trained.",
         .low = 0, .high = 1, .mechanism = "M13", .moves = "time_share"}, role.returns);
  field({.key = "ahead", .meaning = "A new seat is advertised so long before its date.", .low = 0, .mechanism = "M19",
         .moves = "vacancies"}, role.ahead);
  field({.key = "hire", .meaning = "From the advertisement, or the end of the old tenure, until the newcomer's first day.",
         .low = 0, .mechanism = "M19", .moves = "vacancies",
         .source = "30 d, for a third 2 to 3 months: Ventra 2023"}, role.hire);
  field({.key = "training", .meaning = "Paid but not working, from the first day.", .low = 0, .mechanism = "M19",
         .moves = "utilisation"}, role.training);
  field({.key = "ramp", .meaning = "How a newcomer comes up to speed.", .mechanism = "M19", .moves = "time_share"}, role.ramp);
  field({.key = "tenure", .meaning = "How long a person stays, from the first day.", .low = 0, .above_low = true,
         .mechanism = "M27", .moves = "quits",
         .source = "40 % of callers, 30 to 32 % of closers go in a year: Bridge Group"}, role.tenure);
  field({.key = "refusal_quit", .unit = "share", .meaning = "Chance to quit at each refusal on the cold list.", .low = 0,
         .high = 1, .mechanism = "M18", .moves = "quits"}, role.refusal_quit);
  field({.key = "promotes_to", .meaning = "A vacancy there is filled from here first.", .mechanism = "M25",
         .moves = "vacancies"}, role.promotes_to);
  field({.key = "takes", .meaning = "Clients whom a leaver takes along.", .mechanism = "M6", .moves = "clients_lost.taken"},
        role.takes);
  field({.key = "takes_leads", .unit = "share", .meaning = "Share of the leads of his own that go with a leaver.", .low = 0,
         .high = 1, .mechanism = "M6", .moves = "leads_lost.left_with_agent"}, role.takes_leads);
  field({.key = "off_crm", .unit = "share", .meaning = "Share of a person's clients and leads that nobody else knows of.",
         .low = 0, .high = 1, .mechanism = "M30", .moves = "orders.missed"}, role.off_crm);
  field({.key = "discount", .meaning = "What the role gives away to close.", .mechanism = "M31", .moves = "discounts"},
        role.discount);
  field({.key = "head", .meaning = "Heads of this role's people; default: the department's.", .mechanism = "M16",
         .moves = "utilisation"}, role.head);
  field({.key = "pay", .meaning = "What the people of the role are paid.", .mechanism = "M17", .moves = "payroll"}, role.pay);
}

}  // namespace models
