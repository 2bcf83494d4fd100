#include <algorithm>
#include <limits>

#include "scenarios/format/paths.hpp"
#include "scenarios/format/quantity.hpp"
#include "scenarios/format/reader.hpp"
#include "scenarios/format/week.hpp"

/// Whether what people are to do fits to their time.
namespace scenarios {
namespace {

using models::Department;
using models::Role;
using models::Scenario;

constexpr double most_dials = 120;           ///< a person and day
constexpr double least_contact_time = 0.20;  ///< share of working time below which time buries nobody

double mean_of(const std::optional<models::DurationLaw>& law) { return law ? law->law.mean() : 0; }

class Workload {
 public:
  Workload(const Scenario& scenario, const Node& root, Collector& problems)
      : scenario_(scenario), root_(root), problems_(problems) {}

  void run() {
    for (const auto& [name, department] : scenario_.departments.items)
      for (const auto& [role_name, role] : department.roles.items) {
        const Keys keys{"departments", name, "roles", role_name};
        const models::Hours& hours = role.hours.value_or(scenario_.calendar.hours);
        const models::Days& days = role.days.value_or(scenario_.calendar.days);
        const double week = static_cast<double>(open_per_week(hours, days)) * role.effort * role.speed;
        const auto open_days = std::count(days.open.begin(), days.open.end(), true);
        if (week <= 0) continue;
        dials(keys, role, department.work, week / static_cast<double>(open_days));
        contacts(keys, role, department.work, week);
        if (department.rotation && role.owns_clients && role.staff.most() == 1)
          report("rotation_alone", keys, {role_name});
      }
  }

 private:
  void report(std::string_view code, const Keys& keys, std::vector<std::string> arguments) {
    problems_.warn(code, place_of(root_, keys), path_of(keys), std::move(arguments));
  }

  /// Dials of a day on which somebody does nothing else; `day` is its working time [µs].
  void dials(const Keys& keys, const Role& role, const models::Work& work, double day) {
    double most = 0;
    for (std::size_t g = 0; g < work.cold_call.size(); ++g) {
      const auto& [name, segment] = scenario_.segments.items[g];
      if (segment.prospects == 0 || !does(role, "cold_call", name)) continue;
      const models::ColdCall& call = work.cold_call[g];
      const double dial = call.reach * mean_of(call.talk) + (1 - call.reach) * mean_of(call.dial);
      most = std::max(most, dial > 0 ? day / dial : std::numeric_limits<double>::infinity());
    }
    if (most > most_dials)
      report("many_dials", keys,
             {keys.back(), most < std::numeric_limits<double>::infinity() ? print_rounded(most) : "∞",
              print_number(most_dials)});
  }

  /// Working time that a full portfolio takes; `week` is the working time of a week [µs].
  void contacts(const Keys& keys, const Role& role, const models::Work& work, double week) {
    if (!role.portfolio || !role.owns_clients) return;
    double most = -1;
    for (std::size_t g = 0; g < work.contact.size(); ++g) {
      const models::ContactService& contact = work.contact[g];
      if (!contact.every || !does(role, "contact", scenario_.segments.items[g].first)) continue;
      const double times = static_cast<double>(sim::week) / static_cast<double>(contact.every->length);
      most = std::max(most, static_cast<double>(*role.portfolio) * times * mean_of(contact.work) / week);
    }
    if (most >= 0 && most < least_contact_time)
      report("light_portfolio", with(keys, "portfolio"),
             {std::to_string(*role.portfolio), print_rounded(100 * most), keys.back()});
  }

  const Scenario& scenario_;
  const Node& root_;
  Collector& problems_;
};

}  // namespace

void warn_of_workload(const Scenario& scenario, const Node& root, Collector& problems) {
  Workload{scenario, root, problems}.run();
}

}  // namespace scenarios
