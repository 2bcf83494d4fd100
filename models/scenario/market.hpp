#pragma once

#include "models/scenario/parameter.hpp"
#include "models/scenario/values.hpp"

namespace models {

/// When the company is open. Waits, queues and utilisation are measured in its open time.
struct CalendarRule {
  Hours hours;
  Days days;
  std::vector<Date> holidays;
  bool operator==(const CalendarRule&) const = default;
};

template <class Object, class Fields>
void describe_calendar(Object& calendar, Fields& field) {
  field({.key = "hours", .meaning = "Open hours of a day: \"always\", \"09:00-18:00\" or a list with gaps.",
         .moves = "utilisation"}, calendar.hours);
  field({.key = "days", .meaning = "Open days of the week, e.g. \"mon-fri\" or \"mon-fri, sun\".",
         .moves = "utilisation"}, calendar.days);
  field({.key = "holidays", .meaning = "Dates on which the company is closed.", .moves = "utilisation"},
        calendar.holidays);
}
template <class Fields> void describe(CalendarRule& object, Fields& field) { describe_calendar(object, field); }

/// A stream of customers who ask by themselves: a Poisson process whose rate follows month, weekday and hour, with
/// gamma factors that are common to all departments.
struct Channel {
  Rate rate;
  Profile<12> season;
  double year = 0;
  double month = 0;
  double dispersion = 1;
  std::optional<Hours> hours;
  std::optional<Days> days;
  Profile<7> weekday;
  Profile<24> hour;
  Amount cost;
  bool operator==(const Channel&) const = default;
};

template <class Fields>
void describe(Channel& channel, Fields& field) {
  field({.key = "rate", .meaning = "Leads per calendar time in a month whose season is 1.", .low = 0, .required = true,
         .mechanism = "M12", .moves = "leads"}, channel.rate);
  field({.key = "season", .unit = "factor", .meaning = "Factor of the rate by month, January first.", .low = 0,
         .mechanism = "M13", .moves = "leads"}, channel.season);
  field({.key = "year", .unit = "share", .meaning = "Coefficient of variation of a gamma factor on each year, counted from the start.",
         .low = 0, .high = 10, .mechanism = "M13", .moves = "leads"}, channel.year);
  field({.key = "month", .unit = "share", .meaning = "Coefficient of variation of a gamma factor on each calendar month.",
         .low = 0, .high = 10, .mechanism = "M13", .moves = "leads"}, channel.month);
  field({.key = "dispersion", .unit = "factor", .meaning = "Variance-to-mean ratio of daily counts; 1 is Poisson.",
         .low = 1, .high = 1000, .mechanism = "M12", .moves = "leads"}, channel.dispersion);
  field({.key = "hours", .meaning = "Hours in which leads ask; default: the calendar's.", .moves = "wait"}, channel.hours);
  field({.key = "days", .meaning = "Days on which leads ask; default: the calendar's, without its holidays.", .moves = "wait"}, channel.days);
  field({.key = "weekday", .unit = "factor", .meaning = "Relative intensity by weekday, Monday first; normalised over the open week.",
         .low = 0, .moves = "wait"}, channel.weekday);
  field({.key = "hour", .unit = "factor", .meaning = "Relative intensity by hour of the day, 00:00 first; normalised over the open week.",
         .low = 0, .moves = "wait"}, channel.hour);
  field({.key = "cost", .unit = "money", .meaning = "Price of one lead.", .low = 0, .moves = "cost"}, channel.cost);
}

/// Clients who buy again: their needs fall on a calendar of their own.
struct Repeat {
  double share = 1;
  std::optional<DurationLaw> every;
  double initiative = 1;
  bool operator==(const Repeat&) const = default;
};

template <class Fields>
void describe(Repeat& repeat, Fields& field) {
  field({.key = "share", .unit = "share", .meaning = "Customers who ever buy again: these become clients.", .low = 0,
         .high = 1, .mechanism = "M22", .moves = "clients_won"}, repeat.share);
  field({.key = "every", .meaning = "Time between two needs of a client.", .low = 0, .above_low = true, .required = true,
         .mechanism = "M22", .moves = "orders.repeat"}, repeat.every);
  field({.key = "initiative", .unit = "share", .meaning = "Needs that the client brings by himself; the others come to us only if we keep in touch.",
         .low = 0, .high = 1, .mechanism = "M4", .moves = "orders.missed"}, repeat.initiative);
}

/// Customers of one kind: who asks, who can be asked, and what they buy.
struct Segment {
  std::string title;
  std::int64_t prospects = 0;
  std::int64_t clients = 0;
  std::int64_t dormant = 0;
  double fit = 1;
  std::optional<AmountLaw> order;
  double between = 0;
  double margin = 1;
  std::optional<Repeat> repeat;
  std::optional<DurationLaw> lifetime;
  std::optional<Duration> paid_after;
  std::optional<std::int64_t> stock;
  Amount holding;
  Named<Channel> inbound;
  bool operator==(const Segment&) const = default;
};

template <class Fields>
void describe(Segment& segment, Fields& field) {
  field({.key = "title", .meaning = "What people call it."}, segment.title);
  field({.key = "prospects", .unit = "companies", .meaning = "Companies on the cold list.", .low = 0, .high = 100000000,
         .mechanism = "M8", .moves = "leads_cold"}, segment.prospects);
  field({.key = "clients", .unit = "companies", .meaning = "Clients served when the run begins.", .low = 0,
         .high = 10000000, .mechanism = "M22", .moves = "clients_start"}, segment.clients);
  field({.key = "dormant", .unit = "companies", .meaning = "Sleeping clients when the run begins.", .low = 0,
         .high = 10000000, .mechanism = "M14", .moves = "sleeping_start"}, segment.dormant);
  field({.key = "fit", .unit = "share", .meaning = "Leads that can buy at all.", .low = 0, .high = 1, .mechanism = "M28",
         .moves = "leads_lost.unfit"}, segment.fit);
  field({.key = "order", .unit = "money", .meaning = "Value of an order.", .low = 0, .mechanism = "M22",
         .moves = "revenue"}, segment.order);
  field({.key = "between", .unit = "share", .meaning = "Share of the orders' variance that lies between clients, large and small ones; needs a lognormal law.",
         .low = 0, .high = 1, .mechanism = "M22", .moves = "revenue"}, segment.between);
  field({.key = "margin", .unit = "share", .meaning = "Gross margin as a share of an order's value.", .low = -1, .high = 1,
         .mechanism = "M22", .moves = "gross_margin"}, segment.margin);
  field({.key = "repeat", .meaning = "Clients who buy again; without it every customer buys once.", .mechanism = "M22",
         .moves = "orders.repeat"}, segment.repeat);
  field({.key = "lifetime", .meaning = "How long a client stays in the market, from his first order.", .low = 0,
         .above_low = true, .mechanism = "M7", .moves = "clients_lost.market",
         .source = "20 to 60 % of a wholesaler's list fall silent in a year: multichannelmerchant.com"}, segment.lifetime);
  field({.key = "paid_after", .meaning = "How long after an order its customer pays; goods are paid for at once.", .low = 0,
         .mechanism = "M31", .moves = "cash"}, segment.paid_after);
  field({.key = "stock", .unit = "units", .meaning = "Units that there are to sell when the run begins, one for each order; default: no end of them.",
         .low = 1, .high = 1000000000, .moves = "leads_lost.sold_out"}, segment.stock);
  field({.key = "holding", .unit = "money", .meaning = "Cost of a unit that is not sold yet, per calendar month.", .low = 0,
         .moves = "cost.holding"}, segment.holding);
  field({.key = "inbound", .meaning = "Channels by name."}, segment.inbound);
}

}  // namespace models
