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
  field({.key = "days", .meaning = "Days on which leads ask; default: the calendar's.", .moves = "wait"}, channel.days);
  field({.key = "weekday", .unit = "factor", .meaning = "Relative intensity by weekday, Monday first; normalised over the open week.",
         .low = 0, .moves = "wait"}, channel.weekday);
  field({.key = "hour", .unit = "factor", .meaning = "Relative intensity by hour of the day, 00:00 first; normalised over the open week.",
         .low = 0, .moves = "wait"}, channel.hour);
  field({.key = "cost", .unit = "money", .meaning = "Price of one lead.", .low = 0, .moves = "cost"}, channel.cost);
}

/// Customers of one kind: who asks and what they buy.
struct Segment {
  std::string title;
  double fit = 1;
  std::optional<AmountLaw> order;
  double margin = 1;
  Named<Channel> inbound;
  bool operator==(const Segment&) const = default;
};

template <class Fields>
void describe(Segment& segment, Fields& field) {
  field({.key = "title", .meaning = "What people call it."}, segment.title);
  field({.key = "fit", .unit = "share", .meaning = "Leads that can buy at all.", .low = 0, .high = 1, .mechanism = "M28",
         .moves = "leads_lost.unfit"}, segment.fit);
  field({.key = "order", .unit = "money", .meaning = "Value of an order.", .low = 0, .mechanism = "M22",
         .moves = "revenue"}, segment.order);
  field({.key = "margin", .unit = "share", .meaning = "Gross margin as a share of an order's value.", .low = -1, .high = 1,
         .mechanism = "M22", .moves = "gross_margin"}, segment.margin);
  field({.key = "inbound", .meaning = "Channels by name."}, segment.inbound);
}

}  // namespace models
