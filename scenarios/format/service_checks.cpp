#include <algorithm>

#include "scenarios/format/nearest.hpp"
#include "scenarios/format/parts.hpp"
#include "scenarios/format/paths.hpp"
#include "scenarios/format/reader.hpp"
#include "scenarios/format/week.hpp"

/// What can only be seen of cold calls, service and careers when all values are known.
namespace scenarios {
namespace {

using models::Department;
using models::Role;
using models::Scenario;
using models::Segment;

class ServiceChecker {
 public:
  ServiceChecker(const Scenario& scenario, const Node& root, Collector& problems)
      : scenario_(scenario), root_(root), problems_(problems) {
    for (const auto& [name, segment] : scenario.segments.items) segments_.push_back(name);
    for (const char* part : {"segments", "cold_call", "service"}) unread_ = unread_ || problems.failed(part);
  }

  void run() {
    for (const auto& [name, segment] : scenario_.segments.items) check_segment({"segments", name}, segment);
    check_enters({"cold_call"}, scenario_.work.cold_call);
    for (const auto& [name, department] : scenario_.departments.items) {
      const Keys keys{"departments", name};
      if (department.work.cold_call != scenario_.work.cold_call)
        check_enters({"departments", name, "work", "cold_call"}, department.work.cold_call);
      const bool unread = problems_.failed(path_of(keys));
      for (const auto& [role_name, role] : department.roles.items)
        check_role({"departments", name, "roles", role_name}, role, department);
      check_promotions(keys, department);
      check_minimum(keys, department);
      check_assistants(keys, department);
      if (unread) continue;
      check_handover(keys, department);
      check_rotation(keys, department);
      orders_are_served(keys, department);
    }
  }

 private:
  void report(std::string_view code, const Keys& keys, std::vector<std::string> arguments = {}) {
    problems_.add(code, place_of(root_, keys), path_of(keys), std::move(arguments));
  }
  void unknown(std::string_view code, const Keys& keys, const std::string& word, const Keys& allowed) {
    report(code, keys, {shortened(word), nearest(word, allowed), joined(allowed)});
  }

  void check_segment(const Keys& keys, const Segment& segment) {
    const bool lognormal = segment.order && segment.order->law.kind == sim::Distribution::Kind::lognormal;
    if (segment.stock && !problems_.failed(path_of(keys))) {
      if (!segment.order) report("needs_key", with(keys, "stock"), {"stock", "order"});
      if (segment.inbound.items.empty() && segment.prospects == 0)
        report("needs_key", with(keys, "stock"), {"stock", "inbound"});
    }
    if (segment.between > 0 && !lognormal && !problems_.failed(path_of(keys)))
      report("needs_key", with(keys, "between"), {"between", "order.lognormal"});
  }

  void check_enters(const Keys& keys, const std::vector<models::ColdCall>& cold_call) {
    const Keys& stages = scenario_.work.stages;
    for (std::size_t g = 0; g < cold_call.size() && g < segments_.size(); ++g) {
      const std::string& stage = cold_call[g].enters;
      if (stage.empty() || stages.empty() || is_one_of(stage, stages)) continue;
      unknown("unknown_stage", value_path(root_, with(keys, "enters"), segments_[g]), stage, stages);
    }
  }

  void check_role(const Keys& keys, const Role& role, const Department& department) {
    for (const auto& [segment, share] : role.drops.items)
      if (!is_one_of(segment, segments_))
        unknown("unknown_segment", with(with(keys, "drops"), segment), segment, segments_);
    check_blocks(with(keys, "blocks"), role);
    const Keys does_keys = with(keys, "does");
    const Node* list = node_at(root_, does_keys);
    for (std::size_t i = 0; i < role.does.size(); ++i) {
      const std::string missing = needed_by(role.does[i], department);
      if (missing.empty()) continue;
      const bool in_list = list != nullptr && i < list->items.size();
      problems_.add("needs_key", in_list ? list->items[i].spot.place() : place_of(root_, does_keys), path_of(does_keys),
                    {role.does[i].activity, missing});
    }
  }

  /// Protected hours are for activities of the role, and some of them must lie within its shift.
  void check_blocks(const Keys& keys, const Role& role) {
    Keys duties;
    for (const models::Duty& duty : role.does) duties.push_back(duty.activity);
    const models::Hours& hours = role.hours.value_or(scenario_.calendar.hours);
    const models::Days& days = role.days.value_or(scenario_.calendar.days);
    for (const auto& [name, block] : role.blocks.items) {
      for (const std::string& activity : block.does)
        if (!is_one_of(activity, duties)) unknown("not_a_duty", with(with(keys, name), "does"), activity, duties);
      const auto shift = open_week(hours, days);
      const auto parts = open_week(block.hours, block.days.value_or(days));
      const bool meet = std::any_of(parts.begin(), parts.end(), [&](const auto& part) {
        return std::any_of(shift.begin(), shift.end(), [&](const auto& open) {
          return part.first < open.second && open.first < part.second;
        });
      });
      if (meet || problems_.failed(path_of(with(keys, name)))) continue;
      Keys shift_keys(keys.begin(), keys.end() - 1);
      const bool own = role.hours || role.days;
      shift_keys = own ? with(shift_keys, role.hours ? "hours" : "days") : Keys{"calendar", "hours"};
      report("block_outside_shift", with(with(keys, name), "hours"), {path_of(shift_keys)});
    }
  }

  /// Whoever assists, assists another role.
  void check_assistants(const Keys& keys, const Department& department) {
    for (const auto& [name, role] : department.roles.items) {
      Keys others;
      for (const auto& [other, unused] : department.roles.items)
        if (other != name) others.push_back(other);
      if (!role.assists.empty() && !is_one_of(role.assists, others))
        unknown("unknown_role", {keys[0], keys[1], "roles", name, "assists"}, role.assists, others);
    }
  }

  /// What the scenario lacks for a duty, or nothing.
  std::string needed_by(const models::Duty& duty, const Department& department) const {
    const models::Work& work = department.work;
    if (unread_) return {};
    if (duty.activity == "reception" && work.reception.empty()) return "service.reception";
    if (duty.activity == "order" && work.order.empty()) return "service.order";
    if (duty.activity == "contact" && work.contact.empty()) return "service.contact";
    if (duty.activity == "wake" && work.wake.empty()) return "service.wake";
    if (duty.activity != "cold_call") return {};
    if (work.cold_call.empty()) return "cold_call";
    for (const auto& [name, segment] : scenario_.segments.items)
      if (segment.prospects > 0 && (duty.segments.empty() || is_one_of(name, duty.segments))) return {};
    return "prospects";
  }

  void check_promotions(const Keys& keys, const Department& department) {
    Keys roles;
    for (const auto& [name, role] : department.roles.items) roles.push_back(name);
    for (const auto& [name, role] : department.roles.items) {
      if (!role.promotes_to) continue;
      const Keys to{keys[0], keys[1], "roles", name, "promotes_to", "role"};
      if (!is_one_of(role.promotes_to->role, roles)) {
        unknown("unknown_role", to, role.promotes_to->role, roles);
        continue;
      }
      // Follows the promotions; whoever meets himself again is the beginning of a circle.
      std::string circle = name;
      const Role* next = &role;
      for (std::size_t steps = 0; steps < roles.size() && next != nullptr && next->promotes_to; ++steps) {
        circle += " → " + next->promotes_to->role;
        if (next->promotes_to->role == name) {
          report("promotion_circle", to, {circle});
          break;
        }
        next = department.roles.find(next->promotes_to->role);
      }
    }
  }

  /// Names of roles, each with as many people at some time as it needs.
  void check_minimum(const Keys& keys, const Department& department) {
    Keys roles;
    for (const auto& [name, role] : department.roles.items) roles.push_back(name);
    for (const auto& [name, least] : department.minimum.items) {
      const Keys path = with(with(keys, "minimum"), name);
      const Role* role = department.roles.find(name);
      if (role == nullptr)
        unknown("unknown_role", path, name, roles);
      else if (least > role->staff.most() && !problems_.failed(path_of({keys[0], keys[1], "roles", name, "staff"})))
        report("minimum_above_staff", path, {name, std::to_string(least), std::to_string(role->staff.most())});
    }
  }

  void check_handover(const Keys& keys, const Department& department) {
    const auto takes_over = [](const auto& role) {
      return role.second.owns_clients && role.second.staff.most() > 0 &&
             std::any_of(role.second.does.begin(), role.second.does.end(),
                         [](const auto& duty) { return duty.activity == "contact" && !duty.fallback; });
    };
    const auto& roles = department.roles.items;
    if (department.handover && std::none_of(roles.begin(), roles.end(), takes_over))
      report("handover_to_nobody", with(keys, "handover"), {keys[1]});
  }

  /// Silent clients need somebody else of their owner's role to go to.
  void check_rotation(const Keys& keys, const Department& department) {
    if (!department.rotation) return;
    const std::string* alone = nullptr;
    for (const auto& [name, role] : department.roles.items) {
      if (!role.owns_clients) continue;
      if (role.staff.most() > 1) return;
      alone = &name;
    }
    if (alone != nullptr) report("rotation_to_nobody", with(keys, "rotation"), {path_of({keys[0], keys[1], "roles", *alone, "staff"})});
  }

  /// Somebody must serve the orders of clients who buy again, where that is work.
  void orders_are_served(const Keys& keys, const Department& department) {
    Keys undone;
    for (std::size_t g = 0; g < department.work.order.size() && g < scenario_.segments.size(); ++g) {
      const auto& [name, segment] = scenario_.segments.items[g];
      const auto serves = [&, &own = name](const auto& role) { return does(role.second, "order", own); };
      const auto& roles = department.roles.items;
      if (segment.repeat && department.work.order[g].work && std::none_of(roles.begin(), roles.end(), serves))
        undone.push_back(name);
    }
    if (!undone.empty()) report("activity_undone", keys, {keys[1], "order", joined(undone)});
  }

  const Scenario& scenario_;
  const Node& root_;
  Collector& problems_;
  Keys segments_;
  bool unread_ = false;  ///< what people would do could not be read, so that it cannot be missed
};

}  // namespace

void check_service(const Scenario& scenario, const Node& root, Collector& problems) {
  ServiceChecker{scenario, root, problems}.run();
}

}  // namespace scenarios
