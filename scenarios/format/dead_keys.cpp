#include <algorithm>
#include <map>
#include <tuple>

#include "scenarios/format/parts.hpp"
#include "scenarios/format/paths.hpp"
#include "scenarios/format/reader.hpp"

/// Keys that do nothing because another one is missing.
namespace scenarios {
namespace {

using models::Department;
using models::Role;
using models::Scenario;
using models::Segment;

constexpr const char* owning_clients = "owns = [\"clients\"]";
constexpr const char* owning_leads = "owns = [\"leads\"]";

/// Gathers keys that are set, alive or dead. What stands in one place for several roles, departments or segments is
/// dead only if it is so for all of them.
class Found {
 public:
  Found(const Node& root, Collector& problems) : root_(root), problems_(problems) {}

  void key(const Keys& keys, bool is_set, bool alive, const char* needed) {
    if (!is_set) return;
    const sim::Place place = place_of(root_, keys);
    const auto [number, fresh] =
        numbers_.emplace(Id{place.source, place.line, place.column, keys.back(), needed}, keys_.size());
    if (fresh) keys_.push_back({keys, needed, place});
    Key& key = keys_[number->second];
    key.alive = key.alive || alive;
  }

  void report() const {
    for (const Key& key : keys_)
      if (!key.alive) problems_.warn("dead_key", key.place, path_of(key.path), {key.path.back(), key.needed});
  }

 private:
  /// Source, line, column, key and what it needs.
  using Id = std::tuple<std::string, int, int, std::string, std::string>;
  struct Key {
    Keys path;
    std::string needed;
    sim::Place place;
    bool alive = false;
  };

  const Node& root_;
  Collector& problems_;
  std::map<Id, std::size_t> numbers_;
  std::vector<Key> keys_;  ///< as they were found
};

class DeadKeys {
 public:
  DeadKeys(const Scenario& scenario, const Node& root, Collector& problems)
      : scenario_(scenario), root_(root), found_(root, problems) {}

  void run() {
    bool repeats = false;
    for (std::size_t g = 0; g < scenario_.segments.size(); ++g) {
      market(g);
      repeats = repeats || scenario_.segments.items[g].second.repeat;
    }
    found_.key({"discount"}, scenario_.discount.has_value(), repeats, "repeat");
    work({}, scenario_.work);
    for (const auto& [name, department] : scenario_.departments.items) {
      work({"departments", name, "work"}, department.work);
      in_department({"departments", name}, department);
    }
    found_.report();
  }

 private:
  bool any_wakes() const {
    const auto& departments = scenario_.departments.items;
    return !scenario_.work.wake.empty() || std::any_of(departments.begin(), departments.end(),
                                                       [](const auto& d) { return !d.second.work.wake.empty(); });
  }

  /// Whether anybody in a department, or in any of them, answers first.
  bool somebody_answers(const Keys& department) const {
    const auto answers = [](const auto& role) { return does(role.second, "reception"); };
    const auto& departments = scenario_.departments.items;
    return std::any_of(departments.begin(), departments.end(), [&](const auto& d) {
      const auto& roles = d.second.roles.items;
      return (department.empty() || d.first == department[1]) && std::any_of(roles.begin(), roles.end(), answers);
    });
  }

  bool upsells(std::size_t g) const {
    const auto sells = [&](const models::Work& work) { return !work.contact.empty() && work.contact[g].upsell > 0; };
    const auto& departments = scenario_.departments.items;
    return sells(scenario_.work) ||
           std::any_of(departments.begin(), departments.end(), [&](const auto& d) { return sells(d.second.work); });
  }

  void market(std::size_t g) {
    const auto& [name, segment] = scenario_.segments.items[g];
    const Keys keys{"segments", name};
    const bool buys_again = segment.repeat.has_value();
    found_.key(with(keys, "clients"), segment.clients > 0, buys_again || upsells(g), "repeat");
    found_.key(with(keys, "dormant"), segment.dormant > 0, any_wakes(), "service.wake");
    found_.key(with(keys, "paid_after"), segment.paid_after.has_value(), segment.order.has_value(), "order");
    found_.key(with(keys, "holding"), segment.holding.hundredths > 0, segment.stock.has_value(), "stock");
    found_.key(with(keys, "lifetime"), segment.lifetime.has_value(),
               buys_again || segment.clients + segment.dormant > 0, "repeat");
  }

  /// Parts of the work: the scenario's own, or a department's if its path is given, so far as they stand there.
  void work(const Keys& department, const models::Work& work) {
    bool sleeps = !work.dormant.empty();
    for (const auto& [name, segment] : scenario_.segments.items) sleeps = sleeps || segment.dormant > 0;
    visit_parts(
        [&](std::string_view name, const auto& part) {
          const bool in_service = department.empty() && is_one_of(name, service_parts);
          const Keys keys = with(in_service ? Keys{"service"} : department, name);
          if (node_at(root_, keys) == nullptr) return;
          for (std::size_t g = 0; g < part.size() && g < scenario_.segments.size(); ++g)
            terms(keys, scenario_.segments.items[g].first, part[g]);
          if (name == "reception") found_.key(keys, true, somebody_answers(department), "does = [\"reception\"]");
          if (name == "wake") found_.key(keys, true, sleeps, "dormant");
        },
        work);
  }

  void term(const Keys& keys, const std::string& segment, const char* key, bool is_set, bool alive,
            const char* needed) {
    if (node_at(root_, with(keys, key)) != nullptr)
      found_.key(value_path(root_, with(keys, key), segment), is_set, alive, needed);
  }

  void terms(const Keys& keys, const std::string& segment, const models::ColdCall& call) {
    const bool missed = call.reach < 1;
    term(keys, segment, "dial", call.dial.has_value(), missed, "reach");
    term(keys, segment, "retry", call.retry.has_value(), missed, "reach");
    term(keys, segment, "attempts", call.attempts > 1, missed, "reach");
    const auto& give_up = call.give_up.values;
    const bool gives_up = std::any_of(give_up.begin(), give_up.end(), [](double share) { return share > 0; });
    term(keys, segment, "give_up", gives_up, call.rest.has_value(), "rest");
  }
  void terms(const Keys& keys, const std::string& segment, const models::OrderService& order) {
    term(keys, segment, "patience", order.patience.has_value(), order.work.has_value(), "work");
    term(keys, segment, "leave", order.leave > 0, order.patience.has_value(), "patience");
  }
  void terms(const Keys& keys, const std::string& segment, const models::ContactService& contact) {
    const bool due = contact.every.has_value();
    term(keys, segment, "work", contact.work.has_value(), due, "every");
    term(keys, segment, "upsell", contact.upsell > 0, due, "every");
    term(keys, segment, "growth", contact.growth != 0, due, "every");
  }
  template <class Part>
  void terms(const Keys&, const std::string&, const Part&) {}

  void in_department(const Keys& keys, const Department& department) {
    bool clients_owned = false;
    for (const auto& [name, role] : department.roles.items) {
      in_role({keys[0], keys[1], "roles", name}, role);
      const Role* assisted = department.roles.find(role.assists);
      if (assisted != nullptr)
        found_.key({keys[0], keys[1], "roles", name, "assists"}, true, assisted->owns_leads || assisted->owns_clients, "owns");
      clients_owned = clients_owned || role.owns_clients;
    }
    found_.key(with(keys, "rotation"), department.rotation.has_value(), clients_owned, owning_clients);
    found_.key(with(keys, "reassign"), department.reassign.has_value(), clients_owned, owning_clients);
    if (department.head) heads(with(keys, "head"), *department.head);
  }

  void heads(const Keys& keys, const models::Head& head) {
    const bool led = head.span.has_value();
    found_.key(with(keys, "most"), head.most != models::Head{}.most, led, "span");
    found_.key(with(keys, "pay"), head.pay.hundredths != 0, led, "span");
    found_.key(with(keys, "effort"), head.effort != 1, led, "span");
    found_.key(with(keys, "diligence"), head.diligence.has_value(), led, "span");
  }

  bool does_a_stage(const Role& role) const {
    return std::any_of(role.does.begin(), role.does.end(),
                       [&](const models::Duty& duty) { return is_one_of(duty.activity, scenario_.work.stages); });
  }

  bool closes(const Role& role) const {
    return !scenario_.work.stages.empty() && does(role, scenario_.work.stages.back());
  }

  void in_role(const Keys& keys, const Role& role) {
    if (!scenario_.work.stages.empty())
      found_.key(with(keys, "discount"), role.discount.has_value(), closes(role), scenario_.work.stages.back().c_str());
    cold_calls(keys, role);
    clients(keys, role);
    careers(keys, role);
    pay(with(keys, "pay"), role);
    if (role.head) heads(with(keys, "head"), *role.head);
  }

  void cold_calls(const Keys& keys, const Role& role) {
    const bool calls = does(role, "cold_call");
    found_.key(with(keys, "pause"), role.pause.has_value(), calls, "cold_call");
    found_.key(with(keys, "learning"), role.learning.has_value(), calls, "cold_call");
    found_.key(with(keys, "refusal_quit"), role.refusal_quit > 0, calls, "cold_call");
    found_.key(with(keys, "comfort"), role.comfort.has_value(), calls, "cold_call");
    found_.key(with(keys, "comfort"), role.comfort.has_value(), role.owns_clients, owning_clients);
  }

  void clients(const Keys& keys, const Role& role) {
    const bool clients = role.owns_clients;
    found_.key(with(keys, "portfolio"), role.portfolio.has_value(), clients, owning_clients);
    found_.key(with(keys, "diligence"), role.diligence != 1, clients, owning_clients);
    found_.key(with(keys, "takes"), role.takes.has_value(), clients, owning_clients);
    found_.key(with(keys, "takes"), role.takes.has_value(), quits(role), "tenure");
    found_.key(with(keys, "takes_leads"), role.takes_leads > 0, role.owns_leads, owning_leads);
    found_.key(with(keys, "takes_leads"), role.takes_leads > 0, quits(role), "tenure");
    found_.key(with(keys, "off_crm"), role.off_crm > 0, clients || role.owns_leads, "owns");
    found_.key(with(keys, "off_crm"), role.off_crm > 0, quits(role), "tenure");
    const bool drops =
        std::any_of(role.drops.items.begin(), role.drops.items.end(), [](const auto& drop) { return drop.second > 0; });
    found_.key(with(keys, "drops"), drops, does_a_stage(role), "pipeline.stages");
  }

  void careers(const Keys& keys, const Role& role) {
    const bool newcomers = quits(role) || role.promotes_to || changes(role.staff);
    found_.key(with(keys, "returns"), role.returns > 0, role.rented, "rented");
    found_.key(with(keys, "ahead"), role.ahead.has_value(), changes(role.staff), "staff = { date = … }");
    found_.key(with(keys, "hire"), role.hire.has_value(), newcomers, "tenure");
    found_.key(with(keys, "hire"), role.hire.has_value(), !role.rented, "rented = false");
    found_.key(with(keys, "training"), role.training.has_value(), newcomers, "tenure");
    found_.key(with(keys, "ramp"), role.ramp.has_value(), newcomers, "tenure");
    if (role.ramp) found_.key(with(with(keys, "ramp"), "time"), true, role.ramp->from < 1, "from");
    if (role.talent)
      found_.key(with(with(keys, "talent"), "candidates"), role.talent->candidates > 1, role.talent->cv > 0, "cv");
    found_.key(with(with(keys, "pay"), "hiring"), role.pay.hiring.hundredths > 0, newcomers, "tenure");
    found_.key(with(with(keys, "pay"), "dismissal"), role.pay.dismissal.hundredths > 0, changes(role.staff),
               "staff = { date = … }");
  }

  void pay(const Keys& keys, const Role& role) {
    const models::Pay& pay = role.pay;
    const bool base = pay.base.hundredths > 0;
    found_.key(with(keys, "repeat"), pay.repeat > 0, role.owns_clients, owning_clients);
    found_.key(with(keys, "per_lead"), pay.per_lead.hundredths > 0, does_a_stage(role) || does(role, "cold_call"),
               "does");
    found_.key(with(keys, "bonus"), pay.bonus.has_value(), base, "base");
    if (pay.bonus)
      found_.key(with(with(keys, "bonus"), "contacts"), pay.bonus->contacts > 0, does(role, "contact"), "contact");
    found_.key(with(keys, "penalty"), pay.penalty.has_value(), base, "base");
    found_.key(with(keys, "penalty"), pay.penalty.has_value(), role.owns_clients, owning_clients);
    const bool two_years = scenario_.horizon.months >= 24 || scenario_.horizon.length >= 2 * sim::mean_year;
    found_.key(with(keys, "penalty"), pay.penalty.has_value(), two_years, "horizon = \"24 mo\"");
  }

  const Scenario& scenario_;
  const Node& root_;
  Found found_;
};

}  // namespace

void warn_of_dead_keys(const Scenario& scenario, const Node& root, Collector& problems) {
  DeadKeys{scenario, root, problems}.run();
}

}  // namespace scenarios
