#include "app/staffing/agenda.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace app::staffing {
namespace {

using analysis::result::PlannedAction;
using models::Date;

Date after(Date start, const models::Span& span) {
  const std::chrono::year_month_day end =
      std::chrono::year_month_day{start} + std::chrono::months{static_cast<int>(span.months)};
  const Date day =
      end.ok() ? std::chrono::sys_days{end} : std::chrono::sys_days{end.year() / end.month() / std::chrono::last};
  return day + whole_days(span.length);
}

/// One role's actions.
class Agenda {
 public:
  Agenda(const models::Scenario& scenario, const PlannedRole& role, std::string name)
      : start_(scenario.start),
        period_end_(after(scenario.start, scenario.horizon)),
        end_(std::min(after(scenario.start, {.months = 12}), period_end_)),
        role_(role),
        name_(std::move(name)) {}

  void plan(const std::vector<Step>& steps) {
    int most = 0;
    for (const Step& step : steps) most = std::max(most, step.people);
    for (int place = 0; place < most; ++place) stretches(steps, place);
  }

  void tell(std::vector<PlannedAction>& actions) const {
    const std::chrono::days ahead = whole_days(role_.lead + role_.notice);
    for (const auto& [stretch, people] : wanted_) {
      PlannedAction action;
      const Date date = stretch.first - ahead;
      if (date >= end_) continue;
      action.date = day_text(date);
      action.kind = role_.rented ? "sign" : "look";
      action.role = name_;
      action.people = people;
      action.from = day_text(stretch.first);
      if (stretch.second != Date::max()) action.until = day_text(stretch.second - std::chrono::days{1});
      action.already = date < start_;
      actions.push_back(std::move(action));
    }
    for (const auto& [day, people] : released_) {
      PlannedAction action;
      const Date date = day - whole_days(role_.notice);
      if (date >= end_) continue;
      action.date = day_text(date);
      action.kind = "release";
      action.role = name_;
      action.people = people;
      action.from = day_text(day);
      action.already = date < start_;
      actions.push_back(std::move(action));
    }
  }

 private:
  /// The stretches in which a place is filled; whoever is there before the start needs nothing.
  void stretches(const std::vector<Step>& steps, int place) {
    for (std::size_t i = 0; i < steps.size();) {
      if (steps[i].people <= place) {
        ++i;
        continue;
      }
      std::size_t last = i;
      while (last < steps.size() && steps[last].people > place) ++last;
      Date end = last < steps.size() ? steps[last].date : Date::max();
      const Date begin = steps[i].date;
      i = last;
      if (end < start_ || begin >= period_end_) continue;
      if (end > period_end_) end = Date::max();
      const bool new_one = begin >= start_;
      if (new_one) ++wanted_[{begin, end}];
      // Who is rented anew goes on the day that was signed for.
      if (end < period_end_ && !(role_.rented && new_one)) ++released_[end];
    }
  }

  Date start_;
  Date period_end_;
  Date end_;  ///< of what is told
  const PlannedRole& role_;
  std::string name_;
  std::map<std::pair<Date, Date>, int> wanted_;  ///< people by first day and the first day without them
  std::map<Date, int> released_;
};

}  // namespace

std::string day_text(Date date) {
  const std::chrono::year_month_day day{date};
  return fmt::format("{:04}-{:02}-{:02}", int{day.year()}, unsigned{day.month()}, unsigned{day.day()});
}

std::vector<PlannedAction> actions_of(const models::Scenario& scenario, const Lattice& lattice, const Years& years) {
  std::vector<PlannedAction> actions;
  for (std::size_t r = 0; r < lattice.roles.size(); ++r) {
    const PlannedRole& role = lattice.roles[r];
    Agenda agenda(scenario, role, scenario.departments.items[lattice.department].second.roles.items[role.role].first);
    agenda.plan(steps_of(scenario, role, years[r]));
    agenda.tell(actions);
  }
  std::stable_sort(actions.begin(), actions.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
  return actions;
}

}  // namespace app::staffing
