#include "models/people_measures.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace models {
namespace {

/// Numbers of a seat, then its time on each activity; money in units, months are mean months, times are minutes.
enum SeatSlot : std::size_t {
  earnings,
  months,
  present,
  idle,
  client_months,
  holders,
  left,
  tenure_left,
  there,
  tenure_there,
  seat_slots
};
/// What the persons of a role differ in: numbers of a role, each with a count of 1 where it is known.
enum SpreadSlot : std::size_t { earnings_spread, idle_spread, portfolio_spread, spreads };

/// Where each number is kept, the first being number `begin` of the replication.
struct Layout {
  std::size_t begin = 0;
  std::size_t seats = 0;
  std::size_t roles = 0;
  std::size_t activities = 0;

  std::size_t of_seat() const { return seat_slots + activities; }
  std::size_t seat(std::size_t number, SeatSlot slot) const { return begin + number * of_seat() + slot; }
  std::size_t activity(std::size_t number, std::size_t activity) const {
    return begin + number * of_seat() + seat_slots + activity;
  }
  std::size_t spread(std::size_t role, SpreadSlot slot) const {
    return begin + seats * of_seat() + (role * spreads + slot) * 2;
  }
  std::size_t end() const { return spread(roles, earnings_spread); }
};

Layout layout_of(const DepartmentPlan& plan, std::size_t begin) {
  return {begin, plan.seats.size(), plan.roles.size(), plan.stage_names.size()};
}

bool has_portfolios(const DepartmentPlan& plan, const RolePlan& role) { return plan.serves && role.owns_clients; }

bool does(const RolePlan& role, std::size_t activity) {
  return std::any_of(role.duties.begin(), role.duties.end(),
                     [&](const DutyPlan& duty) { return duty.stage == activity; });
}

double in(sim::Time time, sim::Time unit) { return static_cast<double>(time) / static_cast<double>(unit); }
double count(std::int64_t number) { return static_cast<double>(number); }

}  // namespace

void add_people_measures(const DepartmentPlan& plan, sim::Catalogue& catalogue) {
  const Layout layout = layout_of(plan, catalogue.slots);
  const auto ratio = [&](const std::string& name, const std::string& unit, const std::string& definition,
                         std::size_t numerator, std::size_t denominator) {
    catalogue.measures.push_back({name, unit, definition, sim::Estimator::ratio, numerator, denominator, 0, false});
  };
  const auto mean = [&](const std::string& name, const std::string& unit, const std::string& definition,
                        std::size_t slot) {
    catalogue.measures.push_back({name, unit, definition, sim::Estimator::mean, slot, 0, 0, false});
  };
  for (std::size_t r = 0; r < plan.roles.size(); ++r) {
    const RolePlan& role = plan.roles[r];
    const auto spread = [&](const std::string& what, const std::string& unit, const std::string& of, SpreadSlot slot) {
      ratio(what + "_spread." + role.name, unit,
            "Standard deviation between the seats of the role of " + of +
                ", within a replication; seats are weighted by that time. Mean over the replications with two seats or "
                "more.",
            layout.spread(r, slot), layout.spread(r, slot) + 1);
    };
    for (std::uint32_t n = 0; n < role.seats; ++n) {
      const std::size_t at = role.first_seat + n;
      const std::string seat = role.name + "." + std::to_string(n + 1);
      ratio("earnings." + seat, plan.currency,
            "Pay of the seat per mean month in which somebody held it, without contributions on top.",
            layout.seat(at, earnings), layout.seat(at, months));
      ratio("idle_share." + seat, "share", "Time without work / time present.", layout.seat(at, idle),
            layout.seat(at, present));
      for (std::size_t activity = 0; activity < layout.activities; ++activity)
        if (does(role, activity))
          ratio("time_share." + seat + "." + plan.stage_names[activity], "share",
                "Time on this activity / time present.", layout.activity(at, activity), layout.seat(at, present));
      if (has_portfolios(plan, role))
        ratio("portfolio." + seat, "clients", "Mean number of clients that the holder owns, buried ones included.",
              layout.seat(at, client_months), layout.seat(at, months));
      mean("employed." + seat, "mo", "Mean months of the period in which somebody held the seat.",
           layout.seat(at, months));
      mean("holders." + seat, "people", "People who held the seat for any time of the period.",
           layout.seat(at, holders));
      ratio("tenure_left." + seat, "mo",
            "Mean months on the seat of those who left it in the period; of those who were there at the beginning of "
            "the run from then on.",
            layout.seat(at, tenure_left), layout.seat(at, left));
      ratio("tenure_there." + seat, "mo", "The same, up to the horizon, of whoever holds it then.",
            layout.seat(at, tenure_there), layout.seat(at, there));
    }
    spread("earnings", plan.currency, "pay per mean month employed", earnings_spread);
    spread("idle_share", "share", "the share of time present that is without work", idle_spread);
    if (has_portfolios(plan, role))
      spread("portfolio", "clients", "the mean portfolio while employed", portfolio_spread);
  }
  catalogue.slots = layout.end();
}

void append_people(const DepartmentPlan& plan, std::span<const SeatBooks> seats, std::span<const sim::Time> activities,
                   std::vector<double>& totals) {
  const Layout layout = layout_of(plan, totals.size());
  totals.resize(layout.end());
  for (std::size_t at = 0; at < seats.size(); ++at) {
    const SeatBooks& books = seats[at];
    const auto set = [&](SeatSlot slot, double value) { totals[layout.seat(at, slot)] = value; };
    set(earnings, count(books.earnings) / 100);
    set(months, in(books.employed, sim::mean_month));
    set(present, in(books.hours.present(), sim::minute));
    set(idle, in(books.hours.idle, sim::minute));
    set(client_months, in(books.owned, sim::mean_month));
    set(holders, count(books.holders));
    set(left, count(books.left));
    set(tenure_left, in(books.tenure_left, sim::mean_month));
    set(there, count(books.there));
    set(tenure_there, in(books.tenure_there, sim::mean_month));
    for (std::size_t activity = 0; activity < layout.activities; ++activity)
      totals[layout.activity(at, activity)] = in(activities[at * layout.activities + activity], sim::minute);
  }
  std::vector<double> values;
  std::vector<double> weights;
  for (std::size_t r = 0; r < plan.roles.size(); ++r) {
    const RolePlan& role = plan.roles[r];
    const auto spread = [&](SpreadSlot slot, SeatSlot numerator, SeatSlot denominator) {
      values.clear();
      weights.clear();
      for (std::size_t at = role.first_seat; at < role.first_seat + role.seats; ++at) {
        const double weight = totals[layout.seat(at, denominator)];
        weights.push_back(weight);
        values.push_back(weight > 0 ? totals[layout.seat(at, numerator)] / weight : 0);
      }
      const double value = weighted_spread(values, weights);
      if (value < 0) return;
      totals[layout.spread(r, slot)] = value;
      totals[layout.spread(r, slot) + 1] = 1;
    };
    spread(earnings_spread, earnings, months);
    spread(idle_spread, idle, present);
    spread(portfolio_spread, client_months, months);
  }
}

double weighted_spread(std::span<const double> values, std::span<const double> weights) {
  double all = 0;
  double sum = 0;
  double n = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!(weights[i] > 0)) continue;
    all += weights[i];
    sum += weights[i] * values[i];
    ++n;
  }
  if (n < 2) return -1;
  const double center = sum / all;
  double squares = 0;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (weights[i] > 0) squares += weights[i] * (values[i] - center) * (values[i] - center);
  return std::sqrt(n / (n - 1) * squares / all);
}

}  // namespace models
