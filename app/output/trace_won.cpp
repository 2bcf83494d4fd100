#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "app/messages/trace.hpp"
#include "app/output/csv.hpp"
#include "app/output/story.hpp"
#include "app/output/table.hpp"
#include "app/output/trace.hpp"
#include "app/output/trace_frame.hpp"

namespace app {
namespace {

/// The cause in words of the contract.
const char* cause_name(const models::Happening& loss) {
  return loss.what == models::Happening::What::gone ? models::client_loss_names[loss.detail]
                                                    : models::lead_loss_names[loss.detail];
}

/// At what a lead was lost; empty for a client.
std::string activity_of(const Traced& traced, const models::Happening& loss) {
  return loss.stage == models::none ? "" : traced.plan->stage_names[loss.stage];
}

double in_units(sim::Money money) { return static_cast<double>(money) / 100; }

}  // namespace

std::vector<BoughtAndLost> bought_and_lost(const Traced& won_by, const Traced& lost_by, const Window& window) {
  const std::map<Customer, Life> others = lives_of(lost_by);
  std::vector<BoughtAndLost> list;
  for (const auto& [customer, life] : lives_of(won_by)) {
    const Ending here = ending_of(life);
    if (!here.bought || !window.holds(*here.bought)) continue;
    const auto known = others.find(customer);
    if (known == others.end()) continue;
    const Ending there = ending_of(known->second);
    const models::Happening* const loss = there.gone != nullptr ? there.gone : there.lost;
    if (there.bought || there.open || loss == nullptr) continue;
    list.push_back({customer, *here.bought, here.first, here.first + here.further_value, loss});
  }
  std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.bought < b.bought; });
  return list;
}

std::string bought_and_lost_text(const std::vector<Traced>& departments, const TraceView& view) {
  const Traced& won_by = departments.front();
  const Traced& lost_by = departments.back();
  const models::DepartmentPlan& plan = *won_by.plan;
  const auto money = [&](sim::Money amount) { return money_text(plan, amount, view.language); };
  const auto sum_of = [](const std::vector<BoughtAndLost>& list) {
    sim::Money sum = 0;
    for (const BoughtAndLost& one : list) sum += one.first;
    return sum;
  };
  const std::vector<BoughtAndLost> list = bought_and_lost(won_by, lost_by, view.window);
  std::string text = trace_head(departments, view) + "\n" +
                     paragraph(say(view.language, words::bought_and_lost, won_by.name, lost_by.name, list.size(),
                                   money(sum_of(list))));
  if (!list.empty()) {
    std::vector<std::vector<std::string>> rows{{}};
    for (const Phrase* title : {&words::customer_column, &words::bought_column, &words::first_order_column,
                                &words::all_orders_column, &words::lost_column, &words::cause_column})
      rows.front().emplace_back(title->in(view.language));
    for (const BoughtAndLost& one : list)
      rows.push_back({customer_text(plan, one.customer), moment_text(plan, one.bought), money(one.first),
                      money(one.all), moment_text(plan, one.lost->time), cause_text(*one.lost, view.language)});
    text += plain_table(rows);
    std::vector<std::pair<std::size_t, std::string>> causes;
    for (const BoughtAndLost& one : list) {
      const std::string cause = cause_text(*one.lost, view.language);
      const auto known =
          std::find_if(causes.begin(), causes.end(), [&](const auto& entry) { return entry.second == cause; });
      if (known == causes.end()) {
        causes.emplace_back(1, cause);
      } else {
        ++known->first;
      }
    }
    std::stable_sort(causes.begin(), causes.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::string named;
    for (const auto& [count, cause] : causes)
      named += (named.empty() ? "" : ", ") + cause + " " + std::to_string(count);
    text += "\n" + paragraph(say(view.language, words::by_cause, named));
  }
  const std::vector<BoughtAndLost> back = bought_and_lost(lost_by, won_by, view.window);
  text += paragraph(say(view.language, words::other_way_round, back.size(), money(sum_of(back))));
  return text + trace_foot(view);
}

std::string bought_and_lost_csv(const std::vector<Traced>& departments, const TraceView& view) {
  const models::DepartmentPlan& plan = *departments.front().plan;
  std::string text = "replication,customer,won_by,bought,first_order,all_orders,lost_by,lost,cause,activity,unit\n";
  for (const BoughtAndLost& one : bought_and_lost(departments.front(), departments.back(), view.window))
    text += fmt::format("{},{},{},{},{},{},{},{},{},{},{}\n", view.replication,
                        csv_field(customer_text(plan, one.customer)), csv_field(departments.front().name),
                        iso_text(plan, one.bought), in_units(one.first), in_units(one.all),
                        csv_field(departments.back().name), iso_text(plan, one.lost->time), cause_name(*one.lost),
                        activity_of(departments.back(), *one.lost), csv_field(plan.currency));
  return text;
}

std::string bought_and_lost_json(const std::vector<Traced>& departments, const TraceView& view) {
  using Json = nlohmann::ordered_json;
  const models::DepartmentPlan& plan = *departments.front().plan;
  Json customers = Json::array();
  for (const BoughtAndLost& one : bought_and_lost(departments.front(), departments.back(), view.window)) {
    const std::string activity = activity_of(departments.back(), *one.lost);
    customers.push_back({{"customer", customer_text(plan, one.customer)},
                         {"bought", iso_text(plan, one.bought)},
                         {"first_order", in_units(one.first)},
                         {"all_orders", in_units(one.all)},
                         {"lost", iso_text(plan, one.lost->time)},
                         {"cause", cause_name(*one.lost)},
                         {"activity", activity.empty() ? Json(nullptr) : Json(activity)}});
  }
  const Json all = {{"format", 1},
                    {"salesim", SALESIM_VERSION},
                    {"seed", view.seed},
                    {"replication", view.replication},
                    {"won_by", departments.front().name},
                    {"lost_by", departments.back().name},
                    {"unit", plan.currency},
                    {"customers", std::move(customers)}};
  return all.dump(2) + "\n";
}

}  // namespace app
