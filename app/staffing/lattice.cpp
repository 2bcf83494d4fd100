#include "app/staffing/lattice.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace app::staffing {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month;
using std::chrono::year_month_day;

/// Years of run-out that are covered where the scenario does not say how long it is.
constexpr int years_after = 3;

year_month month_after(models::Date date) {
  const year_month_day day{date};
  return day.year() / day.month();
}

int people_on(const models::Staff& staff, models::Date date) {
  switch (staff.kind) {
    case models::Staff::Kind::constant:
    case models::Staff::Kind::hours:
      return static_cast<int>(staff.most());
    case models::Staff::Kind::months:
      return static_cast<int>(staff.counts[unsigned{year_month_day{date}.month()} - 1]);
    case models::Staff::Kind::dates:
      break;
  }
  std::size_t at = 0;
  for (std::size_t i = 0; i < staff.dates.size(); ++i)
    if (staff.dates[i] <= date) at = i;
  return static_cast<int>(staff.counts[at]);
}

/// How many people a role has in a month of the year, the first such after the start.
int present_in(const models::Scenario& scenario, const models::Staff& staff, int month) {
  year_month when = month_after(scenario.start).year() / std::chrono::month{static_cast<unsigned>(month) + 1};
  if (when < month_after(scenario.start)) when += std::chrono::years{1};
  return people_on(staff, sys_days{when / 1});
}

sim::Time length_of(const std::optional<models::Duration>& duration) { return duration ? duration->length : 0; }

/// Hiring and training of people who are not rented, as they stand, to whole days.
sim::Time lead_of(const models::Role& role) {
  if (role.ahead) return role.ahead->length;
  const double hire = role.hire ? role.hire->law.mean() : 0;
  const double days =
      std::round((hire + static_cast<double>(length_of(role.training))) / static_cast<double>(sim::day));
  return static_cast<sim::Time>(days) * sim::day;
}

PlannedRole planned(const models::Scenario& scenario, const models::Department& department, std::size_t number,
                    const scenarios::Decision& decision) {
  const models::Role& role = department.roles.items[number].second;
  PlannedRole result;
  result.role = number;
  result.decision = decision;
  result.rented = role.rented;
  result.staff = role.staff;
  result.lead = role.rented ? 0 : lead_of(role);
  result.notice = length_of(decision.notice);
  for (int m = 0; m < months_of_year; ++m) {
    result.present.push_back(present_in(scenario, role.staff, m));
    result.cost.push_back(scenarios::fixed_cost(scenario, department, role, m) / 100);
  }
  return result;
}

/// The months of any year.
analysis::staffing::Line year_of(double contract, const models::Scenario& scenario, const models::Staff& staff) {
  analysis::staffing::Line line;
  line.contract = contract;
  line.months.assign(months_of_year, 1);
  line.coordinates.resize(months_of_year);
  std::iota(line.coordinates.begin(), line.coordinates.end(), std::size_t{0});
  const year_month_day start{scenario.start};
  line.start = unsigned{start.month()} - 1;
  line.begun = (unsigned{start.day()} - 1) /
               static_cast<double>(unsigned{(start.year() / start.month() / std::chrono::last).day()});
  line.before = people_on(staff, scenario.start - std::chrono::days{1});
  return line;
}

/// Where the period that is planned begins in a line of whole years.
void begin_in(analysis::staffing::Line& line, const scenarios::Decision& decision,
              const analysis::staffing::Line& year) {
  for (std::size_t p = 0; p < decision.months.items.size(); ++p)
    for (int m = 0; m < decision.months.items[p].months; ++m)
      if ((decision.months.items[p].first + m) % months_of_year == static_cast<int>(*year.start)) {
        line.start = p;
        line.begun = m + year.begun;
      }
  line.before = year.before;
}

/// A bound on the cost of each month, those that come out the same once.
void add_rows(Lattice& lattice, double budget) {
  for (std::size_t m = 0; m < months_of_year; ++m) {
    analysis::staffing::Row row{std::vector<double>(lattice.problem.coordinates.size(), 0), budget};
    for (const PlannedRole& role : lattice.roles)
      if (const auto period = scenarios::period_of_month(role.decision.months, static_cast<int>(m)))
        row.weights[role.coordinates[*period]] += role.cost[m];
    const auto same = [&](const analysis::staffing::Row& other) { return other.weights == row.weights; };
    if (std::none_of(lattice.problem.rows.begin(), lattice.problem.rows.end(), same))
      lattice.problem.rows.push_back(std::move(row));
  }
}

}  // namespace

std::chrono::days whole_days(sim::Time time) { return std::chrono::days{(time + sim::day - 1) / sim::day}; }

Years Lattice::years(const analysis::staffing::Plan& plan) const {
  Years result;
  for (const PlannedRole& role : roles) {
    Year year = role.present;
    for (int m = 0; m < months_of_year; ++m)
      if (const auto period = scenarios::period_of_month(role.decision.months, m))
        year[static_cast<std::size_t>(m)] = plan[role.coordinates[*period]];
    result.push_back(std::move(year));
  }
  return result;
}

analysis::staffing::Plan Lattice::plan(const Years& years) const {
  analysis::staffing::Plan result(problem.coordinates.size(), 0);
  for (std::size_t r = 0; r < roles.size(); ++r) {
    const std::vector<scenarios::Period>& periods = roles[r].decision.months.items;
    for (std::size_t p = 0; p < periods.size(); ++p) {
      int sum = 0;
      for (int m = 0; m < periods[p].months; ++m)
        sum += years[r][static_cast<std::size_t>((periods[p].first + m) % months_of_year)];
      result[roles[r].coordinates[p]] = (sum + periods[p].months - 1) / periods[p].months;
    }
  }
  return result;
}

Years Lattice::present() const {
  Years result;
  for (const PlannedRole& role : roles) result.push_back(role.present);
  return result;
}

Lattice lattice_of(const models::Scenario& scenario, const scenarios::StaffingPlan& plan, std::size_t department,
                   std::optional<double> budget) {
  Lattice lattice;
  lattice.department = department;
  lattice.worth = plan.objective.measure == "cost"     ? Worth::nothing
                  : plan.objective.measure == "profit" ? Worth::in_period
                                                       : Worth::for_life;
  lattice.problem.larger_is_better = lattice.worth != Worth::nothing;
  std::map<std::size_t, analysis::staffing::Line> by_month;  // where part of the year is decided, by planned role
  for (const scenarios::Decision& decision : plan.decide.items) {
    const auto place = scenarios::place_of_role(scenario, decision.path);
    if (!place || place->department != department) continue;
    PlannedRole role = planned(scenario, scenario.departments.items[department].second, place->role, decision);
    analysis::staffing::Line line;
    int covered = 0;
    for (const scenarios::Period& period : decision.months.items) {
      role.coordinates.push_back(lattice.problem.coordinates.size());
      line.coordinates.push_back(lattice.problem.coordinates.size());
      line.months.push_back(period.months);
      covered += period.months;
      lattice.problem.coordinates.push_back(
          {static_cast<int>(decision.low), static_cast<int>(decision.high), static_cast<int>(decision.step)});
    }
    line.cyclic = covered == months_of_year;
    const double contract = static_cast<double>(length_of(decision.contract)) / static_cast<double>(sim::mean_month);
    analysis::staffing::Line year = year_of(contract, scenario, role.staff);
    if (line.cyclic) {
      line.contract = contract;
      begin_in(line, decision, year);
    } else if (contract > 0) {
      by_month.emplace(lattice.roles.size(), std::move(year));
    }
    lattice.problem.lines.push_back(std::move(line));
    lattice.roles.push_back(std::move(role));
  }
  if (!by_month.empty())
    lattice.problem.allowed = [by_month, lattice](const analysis::staffing::Plan& decided) {
      const Years years = lattice.years(decided);
      return std::all_of(by_month.begin(), by_month.end(), [&](const auto& one) {
        return analysis::staffing::keeps_contract(one.second, years[one.first]);
      });
    };
  const std::optional<double> limit = budget        ? budget
                                      : plan.budget ? std::optional(static_cast<double>(plan.budget->hundredths) / 100)
                                                    : std::nullopt;
  if (limit) add_rows(lattice, *limit);
  for (std::size_t i = 0; i < plan.require.items.size(); ++i)
    lattice.problem.requirements.push_back({i + 1, plan.require.items[i].wanted_chance()});
  return lattice;
}

models::Scenario prepared(models::Scenario scenario, const Lattice& lattice) {
  for (const PlannedRole& planned : lattice.roles) {
    models::Role& role = scenario.departments.items[lattice.department].second.roles.items[planned.role].second;
    if (!role.rented && !role.ahead) role.ahead = models::Duration{planned.lead, models::Clock::calendar};
  }
  return scenario;
}

std::vector<Step> steps_of(const models::Scenario& scenario, const PlannedRole& role, const Year& year) {
  const auto months = [](const models::Span& span) {
    return static_cast<int>(span.months) + static_cast<int>(span.length / sim::mean_month) + 1;
  };
  const year_month start = month_after(scenario.start);
  const year_month first = start - std::chrono::months{months(scenario.warm_up)};
  const year_month last = start + std::chrono::months{months(scenario.horizon)} +
                          (scenario.run_out ? std::chrono::months{months(*scenario.run_out)}
                                            : std::chrono::months{years_after * months_of_year});
  std::vector<Step> steps;
  const auto from = [&](models::Date date, int people) {
    if (steps.empty() || steps.back().people != people) steps.push_back({date, people});
  };
  std::vector<models::Date> before = role.staff.dates;
  for (year_month month = first; month <= start; month += std::chrono::months{1}) before.push_back(sys_days{month / 1});
  std::sort(before.begin(), before.end());
  for (const models::Date date : before)
    if (date >= sys_days{first / 1} && date < scenario.start) from(date, people_on(role.staff, date));
  from(scenario.start, year[unsigned{year_month_day{scenario.start}.month()} - 1]);
  for (year_month month = start + std::chrono::months{1}; month <= last; month += std::chrono::months{1})
    from(sys_days{month / 1}, year[unsigned{month.month()} - 1]);
  return steps;
}

Late delayed(const std::vector<Step>& steps, const PlannedRole& role, const models::Scenario& scenario,
             const Delay& delay) {
  const std::chrono::days lead = whole_days(role.lead + role.notice);
  const models::Date earliest = delay.first + std::chrono::days{delay.days} + lead;
  int most = 0;
  for (const Step& step : steps) most = std::max(most, step.people);
  Late result;
  // Place by place: a stretch in which it is filled begins later if its people cannot be there.
  std::vector<std::pair<models::Date, int>> changes;
  for (int place = 0; place < most; ++place)
    for (std::size_t i = 0; i < steps.size();) {
      if (steps[i].people <= place) {
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < steps.size() && steps[end].people > place) ++end;
      models::Date begin = steps[i].date;
      if (begin >= scenario.start && begin < earliest) {
        begin = earliest;
        ++result.late;
      }
      if (end == steps.size() || begin < steps[end].date) {
        changes.emplace_back(begin, 1);
        if (end < steps.size()) changes.emplace_back(steps[end].date, -1);
      }
      i = end;
    }
  std::sort(changes.begin(), changes.end());
  result.steps.push_back({steps.front().date, 0});
  for (const auto& [date, change] : changes) {
    if (result.steps.back().date != date) result.steps.push_back({date, result.steps.back().people});
    result.steps.back().people += change;
  }
  return result;
}

std::optional<models::Date> first_decision(const models::Scenario& scenario, const Lattice& lattice,
                                           const Years& years) {
  models::Date first = models::Date::max();
  for (std::size_t r = 0; r < lattice.roles.size(); ++r) {
    const PlannedRole& role = lattice.roles[r];
    const std::vector<Step> steps = steps_of(scenario, role, years[r]);
    for (std::size_t i = 1; i < steps.size(); ++i) {
      if (steps[i].date < scenario.start || steps[i].people <= steps[i - 1].people) continue;
      first = std::min(first, steps[i].date - whole_days(role.lead + role.notice));
    }
  }
  return first == models::Date::max() ? std::nullopt : std::optional(first);
}

}  // namespace app::staffing
