#include <algorithm>

#include "models/scenario/stage_rules.hpp"
#include "scenarios/format/nearest.hpp"
#include "scenarios/format/parts.hpp"
#include "scenarios/format/paths.hpp"
#include "scenarios/format/quantity.hpp"
#include "scenarios/format/reader.hpp"
#include "scenarios/format/words.hpp"

/// What can only be seen when all values are known.
namespace scenarios {
namespace {

using models::Department;
using models::Duty;
using models::Role;
using models::Scenario;
using Names = std::vector<std::string>;

/// Seats are numbered in sixteen bits, with some numbers to spare.
constexpr std::int64_t most_seats = 60'000;

template <class T>
Names names_of(const models::Named<T>& named) {
  Names names;
  for (const auto& [name, item] : named.items) names.push_back(name);
  return names;
}

class Checker {
 public:
  Checker(const Scenario& scenario, const Node& root, Collector& problems)
      : scenario_(scenario), root_(root), problems_(problems), segments_(names_of(scenario.segments)) {
    activities_ = scenario.work.stages;
    activities_.insert(activities_.end(), services.begin(), services.end());
  }

  void run() {
    if (segments_.empty() && root_.has("segments") && !problems_.failed("segments"))
      report("no_segments", {"segments"});
    for (const auto& [name, segment] : scenario_.segments.items)
      for (const auto& [channel, stream] : segment.inbound.items)
        profiles({"segments", name, "inbound", channel}, stream);
    const Node* departments = root_.find("departments");
    if (departments != nullptr && departments->is_table() && departments->entries.empty())
      report("no_departments", {"departments"});
    for (const auto& [name, department] : scenario_.departments.items) check_department(name, department);
  }

 private:
  void report(std::string_view code, const Names& keys, std::vector<std::string> arguments = {}) {
    problems_.add(code, place_of(root_, keys), path_of(keys), std::move(arguments));
  }

  /// Weights by weekday and hour must leave some open hour in which leads can ask.
  void profiles(Names keys, const models::Channel& channel) {
    if (channel.weekday.weights.empty() && channel.hour.weights.empty()) return;
    const models::Hours& hours = channel.hours.value_or(scenario_.calendar.hours);
    const models::Days& days = channel.days.value_or(scenario_.calendar.days);
    bool any_day = false;
    for (std::size_t d = 0; d < 7; ++d)
      any_day = any_day || (days.open[d] && (channel.weekday.weights.empty() || channel.weekday.weights[d] > 0));
    bool any_hour = false;
    for (std::size_t h = 0; h < 24; ++h) {
      const sim::Time begin = static_cast<sim::Time>(h) * sim::hour;
      const bool open = std::any_of(hours.parts.begin(), hours.parts.end(), [&](const models::OpenPart& part) {
        return part.begin < begin + sim::hour && part.end > begin;
      });
      any_hour = any_hour || (open && (channel.hour.weights.empty() || channel.hour.weights[h] > 0));
    }
    if (any_day && any_hour) return;
    keys.emplace_back(any_day ? "hour" : "weekday");
    report("never_open", keys);
  }

  void check_department(const std::string& name, const Department& department) {
    const Names keys{"departments", name};
    const std::size_t before = problems_.errors();
    std::int64_t seats = 0;
    for (const auto& [role_name, role] : department.roles.items) {
      check_role({"departments", name, "roles", role_name}, role);
      seats += role.staff.most();
    }
    if (seats > most_seats) report("too_many_seats", keys, {name, std::to_string(seats), std::to_string(most_seats)});
    if (problems_.failed("departments." + name)) return;
    if (department.roles.items.empty()) return report("no_roles", keys, {name});
    if (problems_.errors() == before && !problems_.failed("pipeline") && !problems_.failed("segments"))
      everything_is_done(keys, department);
  }

  void check_role(const Names& keys, const Role& role) {
    const Node* does = node_at(keys, "does");
    for (std::size_t i = 0; i < role.does.size(); ++i) {
      const Node* item = does != nullptr && i < does->items.size() ? &does->items[i] : does;
      if (item != nullptr) check_duty(path_of(keys) + ".does", *item, role.does[i]);
    }
    for (const auto& [activity, factor] : role.skill.items) {
      Names skill = keys;
      skill.insert(skill.end(), {"skill", activity});
      if (is_one_of(activity, activities_) || scenario_.work.stages.empty()) continue;
      report("unknown_activity", skill, {shortened(activity), nearest(activity, activities_), joined(activities_)});
    }
  }

  void check_duty(const std::string& path, const Node& item, const Duty& duty) {
    const bool known = duty.activity.empty() || scenario_.work.stages.empty() || is_one_of(duty.activity, activities_);
    if (!known)
      problems_.unknown("unknown_activity", item.spot, path, duty.activity, activities_);
    for (const std::string& segment : duty.segments)
      if (!is_one_of(segment, segments_)) problems_.unknown("unknown_segment", item.spot, path, segment, segments_);
  }

  /// Somebody must do every stage for every segment, if only as a fallback.
  void everything_is_done(const Names& keys, const Department& department) {
    for (std::size_t s = 0; s < department.work.stages.size(); ++s) {
      const std::string& stage = department.work.stages[s];
      Names undone;
      for (std::size_t g = 0; g < segments_.size(); ++g)
        if (!models::needs_nobody(department.work.pipeline[s][g]) && !is_done(department, stage, segments_[g]))
          undone.push_back(segments_[g]);
      if (!undone.empty()) report("activity_undone", keys, {keys[1], stage, joined(undone)});
    }
  }

  static bool is_done(const Department& department, const std::string& stage, const std::string& segment) {
    for (const auto& [name, role] : department.roles.items)
      for (const Duty& duty : role.does)
        if (duty.activity == stage && (duty.segments.empty() || is_one_of(segment, duty.segments))) return true;
    return false;
  }

  const Node* node_at(const Names& keys, std::string_view last) const {
    const Node* node = &root_;
    for (std::size_t i = 0; i < keys.size() && node != nullptr; ++i) node = node->find(keys[i]);
    return node != nullptr ? node->find(last) : nullptr;
  }

  const Scenario& scenario_;
  const Node& root_;
  Collector& problems_;
  Names segments_;
  Names activities_;  ///< that a role may do
};

}  // namespace

void check(const Scenario& scenario, const Node& root, Collector& problems) {
  Checker{scenario, root, problems}.run();
  check_service(scenario, root, problems);
}

}  // namespace scenarios
