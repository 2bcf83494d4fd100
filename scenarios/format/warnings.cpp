#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/scenario/stage_rules.hpp"
#include "scenarios/format/paths.hpp"
#include "scenarios/format/quantity.hpp"
#include "scenarios/format/reader.hpp"
#include "scenarios/format/week.hpp"

/// What runs, but was probably not meant.
namespace scenarios {
namespace {

using models::Department;
using models::Scenario;
using models::Stage;
using Names = Keys;

/// The end of the period that is reported; a month counts as a mean one.
models::Date last_day(const Scenario& scenario) {
  const sim::Time length = scenario.horizon.months * sim::mean_month + scenario.horizon.length;
  return scenario.start + std::chrono::days{length / sim::day};
}

/// Mean number of people: over the year, the day, or the dates of the period that is reported.
double mean_staff(const models::Staff& staff, const Scenario& scenario) {
  if (staff.kind != models::Staff::Kind::dates)
    return static_cast<double>(std::accumulate(staff.counts.begin(), staff.counts.end(), std::int64_t{0})) /
           static_cast<double>(staff.counts.size());
  const models::Date end = std::max(last_day(scenario), scenario.start + std::chrono::days{1});
  double sum = 0;
  for (std::size_t i = 0; i < staff.counts.size(); ++i) {
    const models::Date from = i == 0 ? scenario.start : std::clamp(staff.dates[i], scenario.start, end);
    const models::Date to = i + 1 < staff.dates.size() ? std::clamp(staff.dates[i + 1], scenario.start, end) : end;
    sum += static_cast<double>(staff.counts[i]) * static_cast<double>((to - from).count());
  }
  return sum / static_cast<double>((end - scenario.start).count());
}

/// Base and hourly pay of a month, with contributions [hundredths].
double payroll(const Department& department, const Scenario& scenario) {
  const models::CalendarRule& calendar = scenario.calendar;
  double sum = 0;
  for (const auto& [name, role] : department.roles.items) {
    const auto open =
        static_cast<double>(open_per_week(role.hours.value_or(calendar.hours), role.days.value_or(calendar.days)));
    const double week_hours =
        role.staff.kind == models::Staff::Kind::hours ? 168 : open / static_cast<double>(sim::hour);
    const double month_hours = week_hours * static_cast<double>(sim::mean_month) / static_cast<double>(sim::week);
    const double person =
        static_cast<double>(role.pay.base.hundredths) + static_cast<double>(role.pay.hourly.hundredths) * month_hours;
    sum += mean_staff(role.staff, scenario) * person * (1 + role.pay.on_top);
  }
  return sum;
}

class Warner {
 public:
  Warner(const Scenario& scenario, const Node& root, Collector& problems)
      : scenario_(scenario), root_(root), problems_(problems) {}

  void run() {
    for (std::size_t g = 0; g < scenario_.segments.size(); ++g) market(g);
    for (std::size_t s = 0; s < scenario_.work.stages.size(); ++s)
      for (std::size_t g = 0; g < scenario_.segments.size(); ++g)
        stage_of({"pipeline", scenario_.work.stages[s]}, scenario_.work.pipeline[s][g], s == 0 && asks_while_open(g));
    for (const auto& [name, department] : scenario_.departments.items) {
      for (std::size_t s = 0; s < department.work.stages.size(); ++s)
        if (department.work.pipeline[s] != scenario_.work.pipeline[s])
          for (std::size_t g = 0; g < scenario_.segments.size(); ++g)
            stage_of({"departments", name, "work", department.work.stages[s]}, department.work.pipeline[s][g],
                     s == 0 && asks_while_open(g));
      for (const auto& [role_name, role] : department.roles.items)
        if (role.cover && role.absence == models::Absence{})
          report("dead_key", {"departments", name, "roles", role_name, "cover"}, {"cover", "absence"});
      handover(name, department);
    }
    payrolls();
    if (scenario_.departments.size() > 1) splits();
  }

 private:
  /// Somebody who sells must leave the client to another.
  void handover(const std::string& name, const Department& department) {
    if (!department.handover || department.work.stages.empty()) return;
    const auto& roles = department.roles.items;
    const auto sells = [&](const auto& role) { return does(role.second, department.work.stages.back()); };
    const auto lets_go = [&](const auto& role) {
      return sells(role) && !(role.second.owns_clients && does(role.second, "contact"));
    };
    if (std::any_of(roles.begin(), roles.end(), sells) && std::none_of(roles.begin(), roles.end(), lets_go))
      report("handover_unused", {"departments", name, "handover"}, {name});
  }

  void report(std::string_view code, const Names& keys, std::vector<std::string> arguments) {
    problems_.warn(code, place_of(root_, keys), path_of(keys), std::move(arguments));
  }

  void market(std::size_t number) {
    const auto& [name, segment] = scenario_.segments.items[number];
    double won = segment.fit;
    for (const std::vector<Stage>& stage : scenario_.work.pipeline) won *= models::chance_to_pass(stage[number]);
    for (const auto& [channel_name, channel] : segment.inbound.items) {
      const Names keys{"segments", name, "inbound", channel_name};
      const std::vector<double>& season = channel.season.weights;
      const double mean = season.empty() ? 1 : std::accumulate(season.begin(), season.end(), 0.0) / 12;
      if (std::fabs(mean - 1) > 0.005) {
        Names key = keys;
        key.emplace_back("season");
        report("season_mean", key, {print_rounded(mean)});
      }
      const double worth = segment.order ? segment.order->law.mean() / 100 * segment.margin * won : 0;
      const double cost = static_cast<double>(channel.cost.hundredths) / 100;
      if (cost > 0 && cost > worth) {
        Names key = keys;
        key.emplace_back("cost");
        report("lead_cost", key, {print_rounded(cost), print_rounded(worth)});
      }
    }
  }

  /// Whether the leads of a segment ask only in the company's hours, as callers do.
  bool asks_while_open(std::size_t segment) const {
    const auto& channels = scenario_.segments.items[segment].second.inbound.items;
    return std::all_of(channels.begin(), channels.end(),
                       [](const auto& channel) { return !channel.second.hours && !channel.second.days; });
  }

  /// `due_while_open`: leads come to this stage only in open hours, so they need no patience for closed ones.
  void stage_of(const Names& keys, const Stage& stage, bool due_while_open) {
    const auto dead = [&](bool is_set, const char* key, const char* needed) {
      Names path = keys;
      path.emplace_back(key);
      if (is_set) report("dead_key", path, {key, needed});
    };
    if (stage.work && !stage.patience && !stage.half_life) report("waits_forever", keys, {keys.back()});
    dead(stage.floor > 0 && !stage.half_life, "floor", "half_life");
    dead(stage.dial && stage.reach >= 1, "dial", "reach");
    dead(stage.retry && stage.reach >= 1, "retry", "reach");
    dead(stage.attempts > 1 && stage.reach >= 1, "attempts", "reach");
    dead(stage.rebook > 0 && stage.show >= 1, "rebook", "show");
    dead(stage.no_show_work && stage.show >= 1, "no_show_work", "show");
    dead(stage.later && stage.later->chance <= 0, "later", "chance");
    const sim::Time gap = longest_gap(scenario_.calendar);
    const bool meets_gap = !due_while_open || stage.delay;
    if (meets_gap && stage.patience && stage.patience->clock == models::Clock::calendar &&
        stage.patience->law.mean() < static_cast<double>(gap)) {
      Names path = keys;
      path.emplace_back("patience");
      report("patience_gap", path, {print_duration({std::llround(stage.patience->law.mean())}), print_duration({gap})});
    }
  }

  void payrolls() {
    const Department* least = nullptr;
    std::string names[2];
    double low = 0;
    double high = 0;
    for (const auto& [name, department] : scenario_.departments.items) {
      const double sum = payroll(department, scenario_);
      if (sum <= 0) continue;
      if (least == nullptr || sum < low) {
        low = sum;
        names[0] = name;
        least = &department;
      }
      if (sum > high) {
        high = sum;
        names[1] = name;
      }
    }
    if (high > 1.1 * low)
      report("payrolls_differ", {"departments"},
             {names[1], print_rounded(high / 100), names[0], print_rounded(low / 100)});
  }

  /// Whether two departments differ in nothing but how many people hold each role.
  static bool same_structure(const Department& a, const Department& b) {
    if (a.roles.size() != b.roles.size()) return false;
    for (std::size_t r = 0; r < a.roles.size(); ++r)
      if (a.roles.items[r].first != b.roles.items[r].first ||
          a.roles.items[r].second.does != b.roles.items[r].second.does)
        return false;
    return true;
  }

  /// Roles that do different things; those that do the same are shifts of one.
  static std::size_t different_roles(const Department& department) {
    std::vector<std::vector<models::Duty>> found;
    for (const auto& [name, role] : department.roles.items)
      if (std::find(found.begin(), found.end(), role.does) == found.end()) found.push_back(role.does);
    return found.size();
  }

  /// Departments of several roles whose people could be split in other ways, none of which is in the file.
  void splits() {
    for (const auto& [name, department] : scenario_.departments.items) {
      double people = 0;
      std::string split;
      for (const auto& [role_name, role] : department.roles.items) {
        const double mean = mean_staff(role.staff, scenario_);
        people += mean;
        split += (split.empty() ? "" : ", ") + role_name + " " + print_rounded(mean);
      }
      const std::size_t roles = different_roles(department);
      const bool others = std::any_of(scenario_.departments.items.begin(), scenario_.departments.items.end(),
                                      [&, &own = department](const auto& other) {
                                        return &other.second != &own && same_structure(own, other.second);
                                      });
      if (roles > 1 && people > static_cast<double>(roles) && !others)
        report("one_split", {"departments", name}, {name, split});
    }
  }

  const Scenario& scenario_;
  const Node& root_;
  Collector& problems_;
};

}  // namespace

void warn(const Scenario& scenario, const Node& root, Collector& problems) {
  Warner{scenario, root, problems}.run();
  warn_of_dead_keys(scenario, root, problems);
  warn_of_workload(scenario, root, problems);
}

}  // namespace scenarios
