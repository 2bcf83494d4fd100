#include "app/staffing/quick.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/queues/erlang.hpp"
#include "analysis/staffing/headcount.hpp"
#include "models/plan.hpp"

namespace app::staffing {
namespace {

using analysis::staffing::Career;

constexpr double safety = 0.5;  ///< β of the square-root rule
constexpr double large = 15;    ///< load above which a pool is sized by Erlang A, since hours then cost too much time

Career career_of(const models::Role& role) {
  const auto months = [](double length) { return length / static_cast<double>(sim::mean_month); };
  Career career;
  if (role.hire && !role.rented) career.hiring = months(role.hire->law.mean());
  if (role.training) career.training = months(static_cast<double>(role.training->length));
  if (role.ramp) {
    career.ramp = months(static_cast<double>(role.ramp->time->length));
    career.ramp_from = role.ramp->from;
  }
  if (role.tenure) career.attrition = 1 - std::exp(-1 / months(role.tenure->law.mean()));
  return career;
}

/// A figure of a pool between two whole numbers of servers, straight between them.
template <class Figure>
double between(double servers, const analysis::Pool& pool, const Figure& figure) {
  const double below = std::floor(servers);
  const double part = servers - below;
  const auto at = [&](double count) { return figure(analysis::ErlangA(static_cast<std::uint32_t>(count), pool)); };
  return part < 1e-9 ? at(below) : (1 - part) * at(below) + part * at(below + 1);
}

}  // namespace

Quick::Quick(const models::Scenario& scenario, const Lattice& lattice,
             const std::vector<scenarios::Requirement>& requirements)
    : scenario_(scenario),
      department_(scenario.departments.items[lattice.department].second),
      lattice_(lattice),
      requirements_(requirements),
      demand_(demand_of(scenario, lattice)),
      activities_(models::DepartmentPlan(scenario, lattice.department).stage_names) {
  for (const auto& [name, role] : department_.roles.items) {
    hours_.push_back(hours_of(scenario, role));
    presence_.push_back(presence_of(role));
  }
  for (const PlannedRole& planned : lattice_.roles) {
    const RoleCourse course = course_of(planned.role, nullptr);
    std::array<Wanted, months_of_year>& year = wanted_.emplace_back();
    for (std::size_t m = 0; m < months_of_year; ++m) year[m] = wanted(planned, m, course);
  }
}

std::vector<int> Quick::people_in(std::size_t month, const Years* years) const {
  std::vector<int> people;
  for (const auto& [name, role] : department_.roles.items)
    people.push_back(static_cast<int>(role.staff.kind == models::Staff::Kind::months ? role.staff.counts[month]
                                                                                     : role.staff.most()));
  for (std::size_t r = 0; r < lattice_.roles.size(); ++r)
    people[lattice_.roles[r].role] = years != nullptr ? (*years)[r][month] : 1;
  return people;
}

double Quick::share(const Task& task, std::size_t role, const std::vector<int>& people) {
  double primary = 0;
  double fallback = 0;
  for (const std::size_t doer : task.primary) primary += people[doer];
  for (const std::size_t doer : task.fallback) fallback += people[doer];
  const std::vector<std::size_t>& doers = primary > 0 ? task.primary : task.fallback;
  if (std::find(doers.begin(), doers.end(), role) == doers.end()) return 0;
  const double all = primary > 0 ? primary : fallback;
  return all > 0 ? people[role] / all : 0;
}

Quick::Pool Quick::pool(std::size_t role, std::size_t month, const std::vector<int>& people) const {
  Pool pool;
  for (const Task& task : demand_.tasks) {
    const double items = share(task, role, people) * task.items[month];
    if (items <= 0) continue;
    pool.items += items;
    pool.hours += items * task.work;
    if (task.patience > 0) {
      pool.hazard += items / task.patience;
      pool.losable += items * task.work;
      pool.impatient += items;
      pool.worth += items * task.worth;
    }
    if (!task.within) continue;
    pool.timed += items;
    pool.within += items * *task.within;
  }
  return pool;
}

namespace {

/// Erlang A of a pool in a month, its time in hours; people of it are servers at their own speed.
template <class Pool>
analysis::Pool erlang_pool(const Pool& pool, double hours, double presence) {
  analysis::Pool result;
  result.rate = hours > 0 ? pool.items / hours : 0;
  result.work = pool.items > 0 && presence > 0 ? pool.hours / pool.items / presence : 1;
  result.patience = pool.hazard > 0 ? pool.items / pool.hazard : longest_wait;
  return result;
}

}  // namespace

RoleCourse Quick::course_of(std::size_t role, const Years* years) const {
  std::vector<Portion> portions;
  for (const Task& task : demand_.tasks) {
    Portion portion{&task, {}};
    for (std::size_t m = 0; m < months_of_year; ++m) portion.share[m] = share(task, role, people_in(m, years));
    portions.push_back(portion);
  }
  return {scenario_, portions, hours_[role], presence_[role]};
}

Quick::Wanted Quick::wanted(const PlannedRole& planned, std::size_t month, const RoleCourse& course) const {
  const Pool asked = pool(planned.role, month, people_in(month, nullptr));
  const double hours = hours_[planned.role][month];
  const double presence = presence_[planned.role];
  Wanted result;
  if (asked.items <= 0 || hours <= 0 || presence <= 0) return result;
  const analysis::Pool erlang = erlang_pool(asked, hours, presence);
  result.load = erlang.load();
  const double kept = (asked.hours - asked.losable) / hours / presence;  // load that cannot be lost
  double people = kept + safety * std::sqrt(kept);
  // One more as long as what he saves is worth his cost.
  auto servers = static_cast<std::uint32_t>(std::ceil(people));
  // Only those give up who can.
  const double each = asked.impatient > 0 ? asked.worth / asked.impatient : 0;
  const auto abandoned = [&](std::uint32_t count) {
    return result.load > large ? analysis::ErlangA(count, erlang).abandoned() : course.week(month, count).abandoned;
  };
  const auto lost = [&](std::uint32_t count) {
    return each * std::min(asked.impatient, asked.items * abandoned(count));
  };
  for (double before = lost(servers); servers < static_cast<std::uint32_t>(planned.decision.high); ++servers) {
    if (before <= planned.cost[month]) break;  // he cannot save more than is lost
    const double after = lost(servers + 1);
    if (before - after <= planned.cost[month]) break;
    before = after;
  }
  people = std::max(people, static_cast<double>(servers));
  for (const scenarios::Requirement& requirement : requirements_) {
    const std::string prefix = "answered_within.";
    if (!requirement.at_least || !requirement.measure.starts_with(prefix) || asked.timed <= 0) continue;
    const std::string activity = requirement.measure.substr(prefix.size());
    const bool his = std::any_of(demand_.tasks.begin(), demand_.tasks.end(), [&](const Task& task) {
      return activities_[task.activity] == activity &&
             std::find(task.primary.begin(), task.primary.end(), planned.role) != task.primary.end();
    });
    const double level = std::min(requirement.at_least->value, 0.999);
    if (!his) continue;
    std::uint32_t enough = 1;
    const double within = asked.within / asked.timed;
    const auto answered = [&](std::uint32_t count) {
      return result.load > large ? analysis::ErlangA(count, erlang).answered_within(within)
                                 : course.week(month, count).answered;
    };
    double before = answered(enough);
    while (enough < static_cast<std::uint32_t>(planned.decision.high) && before < level) {
      const double after = answered(enough + 1);
      if (after < before + 0.001 && enough > result.load) break;  // some are late whoever is there
      before = after;
      ++enough;
    }
    people = std::max(people, static_cast<double>(enough));
  }
  const models::Role& role = department_.roles.items[planned.role].second;
  if (role.portfolio && role.owns_clients) {
    double clients = 0;
    for (const Task& task : demand_.tasks)
      if (activities_[task.activity] == "contact" &&
          std::find(task.primary.begin(), task.primary.end(), planned.role) != task.primary.end())
        clients += demand_.clients[task.segment][month] / static_cast<double>(task.primary.size());
    people = std::max(people, clients / static_cast<double>(*role.portfolio));
  }
  result.people = people;
  return result;
}

Years Quick::plan() const {
  Years years;
  for (std::size_t r = 0; r < lattice_.roles.size(); ++r) {
    const PlannedRole& planned = lattice_.roles[r];
    const models::Role& role = department_.roles.items[planned.role].second;
    // Three years, of which the last is told: the first begins with nobody.
    std::vector<double> needed;
    constexpr std::size_t rounds = 3;
    for (std::size_t m = 0; m < rounds * months_of_year; ++m) needed.push_back(wanted_[r][m % months_of_year].people);
    const analysis::staffing::Headcount headcount =
        analysis::staffing::headcount_for(needed, career_of(role), needed.back(), true);
    Year year;
    for (std::size_t m = 0; m < months_of_year; ++m) {
      const double present = headcount.present[(rounds - 1) * months_of_year + m];
      const double people = std::ceil(present - 0.25);
      year.push_back(static_cast<int>(
          std::clamp(people, static_cast<double>(planned.decision.low), static_cast<double>(planned.decision.high))));
    }
    years.push_back(std::move(year));
  }
  return years;
}

ByMonth Quick::capacity(const PlannedRole& planned, const Year& year) const {
  const Career career = career_of(department_.roles.items[planned.role].second);
  // Cohorts by age in months; whoever leaves is replaced after the time of hiring.
  constexpr std::size_t rounds = 4;
  std::vector<double> cohorts;
  ByMonth capacity{};
  double vacant = 0;
  const double filled = career.hiring > 0 ? 1 - std::exp(-1 / career.hiring) : 1;
  for (std::size_t m = 0; m < rounds * months_of_year; ++m) {
    const double wanted = year[m % months_of_year];
    const bool first = m == 0;
    double present = 0;
    for (double& cohort : cohorts) present += (cohort *= 1 - career.attrition);
    const double before = first ? wanted : year[(m - 1) % months_of_year];
    vacant = std::max(0.0, std::min(before, wanted) - present);
    double come = std::max(0.0, wanted - before) + vacant * filled;
    if (first) come = wanted;
    double go = std::max(0.0, present + come - wanted);
    for (std::size_t c = 0; c < cohorts.size() && go > 0; ++c) {
      const double gone = std::min(go, cohorts[c]);
      cohorts[c] -= gone;
      go -= gone;
    }
    cohorts.insert(cohorts.begin(), come);
    double able = 0;
    for (std::size_t age = 0; age < cohorts.size(); ++age)
      able += cohorts[age] * (first ? 1 : analysis::staffing::mean_speed(career, age));
    if (m >= (rounds - 1) * months_of_year) capacity[m % months_of_year] = able;
  }
  return capacity;
}

std::vector<analysis::result::QuickMonth> Quick::predictions(const Years& years) const {
  std::vector<ByMonth> capacities;
  std::vector<Course> courses;
  for (std::size_t r = 0; r < lattice_.roles.size(); ++r) {
    capacities.push_back(capacity(lattice_.roles[r], years[r]));
    courses.push_back(course_of(lattice_.roles[r].role, &years).year(years[r], capacities.back()));
  }
  std::vector<analysis::result::QuickMonth> result;
  const std::chrono::year_month_day start{scenario_.start};
  for (int i = 0; i < months_of_year; ++i) {
    const auto month = start.year() / start.month() + std::chrono::months{i};
    const std::size_t m = unsigned{month.month()} - 1;
    const std::vector<int> people = people_in(m, &years);
    for (std::size_t r = 0; r < lattice_.roles.size(); ++r) {
      const PlannedRole& planned = lattice_.roles[r];
      analysis::result::QuickMonth told;
      told.month = fmt::format("{:04}-{:02}", int{month.year()}, unsigned{month.month()});
      told.role = department_.roles.items[planned.role].first;
      const Wanted& needed = wanted_[r][m];
      told.load = needed.load;
      told.wanted = needed.people;
      told.capacity = capacities[r][m];
      told.people = years[r][m];
      const Career career = career_of(department_.roles.items[planned.role].second);
      // Looked for so long before that they are there in time.
      const auto ahead = static_cast<std::size_t>(std::max(1L, std::lround(career.hiring + career.training)));
      const int rise = years[r][(m + ahead) % months_of_year] - years[r][(m + ahead - 1) % months_of_year];
      told.advertised = std::max(0, rise) + career.attrition * years[r][m];
      const Pool asked = pool(planned.role, m, people);
      if (asked.items > 0 && hours_[planned.role][m] > 0) {
        const analysis::Pool erlang = erlang_pool(asked, hours_[planned.role][m], presence_[planned.role]);
        told.load = erlang.load();
        told.abandoned = between(told.capacity, erlang, [](const auto& queue) { return queue.abandoned(); });
        told.utilisation = between(told.capacity, erlang, [](const auto& queue) { return queue.utilisation(); });
        if (asked.timed > 0)
          told.answered = between(told.capacity, erlang,
                                  [&](const auto& queue) { return queue.answered_within(asked.within / asked.timed); });
        told.course = courses[r].exact[m];
        told.closure = courses[r].closure[m];
      }
      result.push_back(std::move(told));
    }
  }
  return result;
}

}  // namespace app::staffing
