#include "models/catalogue.hpp"

#include <algorithm>

#include "models/statement.hpp"
#include "sim/arrivals.hpp"

namespace models {
namespace {

using L = LedgerLayout;
using sim::Estimator;

constexpr double hundredths_of_a_unit = 100;

/// Definitions of the causes, in the order of `LeadLoss`.
constexpr const char* cause_definitions[lead_losses] = {
    "gave up waiting",
    "could not be reached in all attempts",
    "did not come to the appointment and made no other",
    "said no, or was sorted out though fit",
    "could never have bought",
    "thrown away at first touch",
    "got lost between two people",
    "gone with the person who had it",
    "there was nothing left to sell",
};

/// Definitions of the causes, in the order of `ClientLoss`.
constexpr const char* client_cause_definitions[client_losses] = {
    "nobody called him, so he looked around",
    "left the market",
    "followed a person who left",
    "lost when handed over",
    "left because an order was not served in time",
    "slipped away asleep",
};

class Builder {
 public:
  explicit Builder(const DepartmentPlan& plan) : plan_(plan), layout_(plan.layout) {}

  sim::Catalogue build() {
    result_.slots = layout_.slots();
    result_.periodic_slots = layout_.periodic();
    result_.histograms = layout_.activities;
    result_.periods = plan_.month_names;
    money();
    leads();
    if (plan_.serves) clients();
    if (plan_.calls) lists();
    if (plan_.stocked) stock();
    activities();
    roles();
    total("open_leads_start", "leads", "Leads open at the start.", layout_.single(L::open_start));
    total("open_leads_end", "leads", "Leads open at the horizon.", layout_.single(L::open_end));
    total("events", "events", "Events that changed a lead or a person, warm-up and run-out included.",
          layout_.single(L::events));
    return std::move(result_);
  }

 private:
  void flow(const std::string& name, const std::string& unit, const std::string& definition, std::uint32_t slot) {
    result_.measures.push_back({name, unit, definition, Estimator::mean, slot, 0, 0, true});
  }
  void total(const std::string& name, const std::string& unit, const std::string& definition, std::uint32_t slot) {
    result_.measures.push_back({name, unit, definition, Estimator::mean, slot, 0, 0, false});
  }
  void ratio(const std::string& name, const std::string& unit, const std::string& definition, std::uint32_t numerator,
             std::uint32_t denominator, bool monthly) {
    result_.measures.push_back({name, unit, definition, Estimator::ratio, numerator, denominator, 0, monthly});
  }

  void money() {
    const std::string& money = plan_.currency;
    flow("revenue", money, "Value of all orders.", L::revenue);
    flow("gross_margin", money, "Gross margin of all orders.", L::gross_margin);
    flow("payroll", money, "All pay with contributions on top.", L::payroll);
    flow("cost", money, "Payroll, leads bought, hiring, dismissals, seats, unsold units held and heads.", L::cost);
    flow("profit", money, "Gross margin less cost.", L::profit);
    flow("cash", money, "What customers paid, less goods and cost.", L::cash);
    total("cash_lowest", money, "The lowest sum of cash since the start, at the end of a month.", layout_.single(L::cash_lowest));
    total("cash_lowest_month", "month", "At the end of which month that is, counted from 1.", layout_.single(L::cash_lowest_month));
    ratio("break_even_month", "month", "The month, counted from 1, from whose end on the sum of cash is never below zero again; runs without one are empty.",
          layout_.single(L::even_month), layout_.single(L::even_count), false);
    if (plan_.serves) {
      total("base_value_start", money, "Value of the active clients at the start: margin of their expected needs.",
            layout_.single(L::base_value_start));
      total("base_value_end", money, "Value of the active clients at the horizon.", layout_.single(L::base_value_end));
      total("profit_with_base", money, "Profit and what the value of the client base has grown by.",
            layout_.single(L::profit_with_base));
    }
    const std::pair<L::Single, std::pair<const char*, const char*>> lines[] = {
        {L::revenue_first, {"revenue.first", "Value of first orders."}},
        {L::revenue_repeat, {"revenue.repeat", "Value of clients' further orders."}},
        {L::revenue_upsell, {"revenue.upsell", "Value of extra orders that contacts brought."}},
        {L::base_pay, {"pay.base", "Base pay."}},
        {L::hourly_pay, {"pay.hourly", "Hourly pay."}},
        {L::commission, {"pay.commission", "Commissions."}},
        {L::per_lead, {"pay.per_lead", "Pay per lead passed on."}},
        {L::bonus, {"pay.bonus", "Bonuses."}},
        {L::penalty, {"pay.penalty", "Base lost because clients' orders did not grow."}},
        {L::on_top, {"pay.on_top", "Contributions on top of pay."}}};
    for (const auto& [slot, words] : lines) total(words.first, money, words.second, layout_.single(slot));
    for (const StatementLine& line : margin_lines) total(line.measure, money, line.definition, layout_.single(line.slot));
    for (const StatementLine& line : cost_lines) total(line.measure, money, line.definition, layout_.single(line.slot));
    statement();
  }

  /// Profit, line by line.
  void statement() {
    sim::Breakdown profit{"profit", hundredths_of_a_unit, {}};
    for (const StatementLine& line : margin_lines) profit.terms.push_back({line.measure, line.sign});
    for (const RolePlan& role : plan_.roles) profit.terms.push_back({"payroll." + role.name, -1});
    for (const StatementLine& line : cost_lines) profit.terms.push_back({line.measure, line.sign});
    result_.breakdowns.push_back(std::move(profit));
  }

  void clients() {
    flow("orders.repeat", "orders", "Further orders of clients, those at waking included.", L::repeat);
    flow("orders.upsell", "orders", "Extra orders that contacts brought.", L::upsell);
    flow("orders.missed", "orders", "Needs of active clients that a competitor got, or that were not served in time.", L::missed);
    ratio("clients", "clients", "Mean number of active clients.", L::client_time, L::calendar_time, true);
    ratio("buried", "clients", "Mean number of active clients beyond their owners' portfolios.", L::buried_time,
          L::calendar_time, true);
    total("clients_start", "clients", "Active clients at the start.", layout_.single(L::clients_start));
    total("clients_end", "clients", "Active clients at the horizon.", layout_.single(L::clients_end));
    total("sleeping_start", "clients", "Sleeping clients at the start.", layout_.single(L::sleeping_start));
    total("sleeping_end", "clients", "Sleeping clients at the horizon.", layout_.single(L::sleeping_end));
    flow("clients_won", "clients", "Customers who bought for the first time and will buy again.", L::clients_won);
    flow("asleep", "clients", "Clients who fell asleep.", L::asleep);
    flow("woken", "clients", "Sleeping clients who were woken and ordered.", L::woken);
    flow("clients_lost", "clients", "Clients lost, all causes, sleeping ones included.", L::clients_lost_total);
    for (std::uint32_t cause = 0; cause < client_losses; ++cause)
      flow(std::string("clients_lost.") + client_loss_names[cause], "clients",
           std::string("Clients lost: ") + client_cause_definitions[cause] + ".", L::clients_lost + cause);
    flow("margin_lost_clients", plan_.currency, "Expected margin of clients lost, all causes; never a part of profit.",
         L::margin_lost_clients);
    for (std::uint32_t cause = 0; cause < client_losses; ++cause)
      flow(std::string("margin_lost.") + client_loss_names[cause], plan_.currency,
           std::string("Expected margin of clients lost: ") + client_cause_definitions[cause] +
               "; margin × mean order × needs per year × expected remaining life.",
           L::client_margin_lost + cause);
    total("contacts", "contacts", "Contacts made.", layout_.single(L::contacts));
  }

  void stock() {
    ratio("unsold", "units", "Mean number of units not sold yet.", L::unsold_time, L::calendar_time, true);
    total("unsold_end", "units", "Units never sold, the run-out included.", layout_.single(L::unsold_end));
    ratio("sold_out_on", "d", "Days from the start until the last unit is sold, 0 if that is in the warm-up; runs in which some are left are empty.",
          layout_.single(L::sold_out_time), layout_.single(L::sold_out_count), false);
  }

  void lists() {
    flow("leads_cold", "leads", "Leads from cold calls.", L::leads_cold);
    total("dials", "dials", "Cold calls made, unanswered ones included.", layout_.single(L::dials));
    total("talks", "talks", "Cold calls that reached a decision maker.", layout_.single(L::talks));
  }

  void leads() {
    flow("leads", "leads", "Customers who asked, and those whom cold calls have warmed.", L::leads);
    flow("leads_inbound", "leads", "Customers who asked by themselves.", L::leads_inbound);
    double expected = 0;
    for (std::uint32_t channel = 0; channel < plan_.channels; ++channel)
      expected += sim::expected_arrivals(plan_.sources[channel].arrivals, *plan_.days, 0, plan_.horizon);
    result_.known.push_back({"leads_inbound", expected});
    flow("leads_qualified", "leads", "Leads that passed the first stage.", L::leads_qualified);
    flow("deals", "deals", "Leads that passed the last stage, and sleeping clients woken.", L::deals);
    flow("orders.first", "orders", "First orders.", L::first);
    ratio("win_rate", "share", "Leads asked in the period that became a deal, the run-out included / leads asked.",
          L::cohort_won, L::leads, true);
    ratio("cycle_time", "d", "Mean time from asking to the deal, of the deals from leads asked in the period.",
          L::cycle_time, L::cohort_won, true);
    total("censored", "leads", "Leads asked in the period that were still open at the end of the run-out.",
          layout_.single(L::censored));
    flow("leads_lost", "leads", "Leads lost, all causes.", L::lost_total);
    for (std::uint32_t cause = 0; cause < lead_losses; ++cause)
      flow(std::string("leads_lost.") + lead_loss_names[cause], "leads",
           std::string("Leads lost: ") + cause_definitions[cause] + ".", L::lost + cause);
    flow("margin_lost_leads", plan_.currency, "Expected margin of leads lost, all causes; never a part of profit.",
         L::margin_lost_leads);
    for (std::uint32_t cause = 0; cause < lead_losses; ++cause)
      flow(std::string("margin_lost.") + lead_loss_names[cause], plan_.currency,
           std::string("Expected margin of leads lost: ") + cause_definitions[cause] +
               "; chance to pass the remaining stages at neutral skill × margin × mean order.",
           L::margin_lost + cause);
    funnel();
  }

  /// Leads of the period at each stage: whoever came has passed, was lost there, or is there still.
  void funnel() {
    for (std::uint32_t s = 0; s < plan_.stage_count; ++s) {
      const std::string& name = plan_.stage_names[s];
      total("came." + name, "leads", "Leads that came to the stage.", layout_.funnel(s, L::came));
      total("passed." + name, "leads", "Leads that passed it.", layout_.funnel(s, L::passed));
      for (std::uint32_t cause = 0; cause < lead_losses; ++cause)
        total("lost_at." + name + "." + lead_loss_names[cause], "leads",
              std::string("Leads lost there: ") + cause_definitions[cause] + ".", layout_.funnel(s, L::lost_at + cause));
    }
  }

  /// Whether anybody waits for this activity: calls to lists are taken up, they do not wait.
  bool is_waited_for(std::uint32_t activity) const {
    if (activity < plan_.stage_count) return true;
    if (activity == plan_.activity(Service::wake) || activity == plan_.activity(Service::cold_call)) return false;
    return std::any_of(plan_.roles.begin(), plan_.roles.end(), [&](const RolePlan& role) {
      return std::any_of(role.duties.begin(), role.duties.end(), [&](const DutyPlan& duty) { return duty.stage == activity; });
    });
  }

  void activities() {
    for (std::uint32_t s = 0; s < layout_.activities; ++s) {
      if (!is_waited_for(s)) continue;
      const std::string& name = plan_.stage_names[s];
      ratio("wait." + name + ".mean", "min",
            "Open time until a due lead is taken up or gives up, of waits that began in the period; zero waits included.",
            layout_.by_stage(s, L::wait_time), layout_.by_stage(s, L::wait_count), true);
      result_.measures.push_back({"wait." + name + ".p90", "min",
                                  "Nine of ten waits that began in the period are at most so long, all replications pooled.",
                                  Estimator::quantile, s, 0, 0.9, false,
                                  static_cast<double>(sim::minute)});
      bool timed = false;
      for (std::size_t g = 0; g < plan_.segments.size(); ++g)
        timed = timed || plan_.stage(s, static_cast<std::uint32_t>(g)).answer_within >= 0;
      if (timed)
        ratio("answered_within." + name, "share", "Leads taken up within `answer_within` / all that began to wait.",
              layout_.by_stage(s, L::answered), layout_.by_stage(s, L::began), true);
      ratio("queue." + name, "leads", "Mean number that wait, over open time of the calendar.",
            layout_.by_stage(s, L::queue_time), L::open_time, true);
    }
  }

  void roles() {
    for (std::uint32_t r = 0; r < layout_.roles; ++r) {
      const std::string& name = plan_.roles[r].name;
      ratio("utilisation." + name, "share", "Time at work within paid hours, slack included / time present.",
            layout_.by_role(r, L::busy), layout_.by_role(r, L::present), true);
      for (std::uint32_t s = 0; s < layout_.activities; ++s) {
        bool does = false;
        for (const DutyPlan& duty : plan_.roles[r].duties) does = does || duty.stage == s;
        if (does)
          ratio("time_share." + name + "." + plan_.stage_names[s], "share", "Time on this activity / time present.",
                layout_.time_on(r, s), layout_.by_role(r, L::present), false);
      }
      ratio("headcount." + name, "people", "Mean number of people employed.", layout_.by_role(r, L::employed),
            L::calendar_time, true);
      total("payroll." + name, plan_.currency, "All pay of the role with contributions on top.",
            layout_.book(r, L::role_payroll));
      ratio("earnings." + name, plan_.currency, "Pay of one person per mean month, without contributions on top.",
            layout_.book(r, L::earnings), layout_.person_months(r), false);
      ratio("vacancies." + name, "people", "Mean number of seats that are to be filled and are not.",
            layout_.by_role(r, L::vacant), L::calendar_time, true);
      flow("quits." + name, "people", "People who left by themselves.", layout_.by_role(r, L::quits));
      flow("joined." + name, "people", "People who took up the role, newcomers and promoted ones.",
           layout_.by_role(r, L::joined));
      if (plan_.serves && plan_.roles[r].owns_clients)
        ratio("portfolio." + name, "clients", "Mean number of clients that one person owns, buried ones included.",
              layout_.by_role(r, L::owned_time), layout_.by_role(r, L::employed), true);
      const std::pair<L::RoleBook, std::pair<const char*, const char*>> books[] = {
          {L::paid, {"paid_time.", "Open time for which people are paid."}},
          {L::worked, {"worked_time.", "Paid time at work, without slack."}},
          {L::slack, {"slack_time.", "Paid time at work that effort leaves unused."}},
          {L::idle, {"idle_time.", "Paid time present without work."}},
          {L::absent, {"absent_time.", "Paid time away."}},
          {L::overtime, {"overtime.", "Work beyond paid hours."}}};
      for (const auto& [slot, words] : books) total(words.first + name, "h", words.second, layout_.book(r, slot));
    }
  }

  const DepartmentPlan& plan_;
  const LedgerLayout& layout_;
  sim::Catalogue result_;
};

}  // namespace

sim::Catalogue catalogue(const DepartmentPlan& plan) { return Builder(plan).build(); }

std::vector<double> divisors(const DepartmentPlan& plan) {
  const LedgerLayout& layout = plan.layout;
  std::vector<double> result(layout.slots(), 1);
  const double money = hundredths_of_a_unit;
  const auto minutes = static_cast<double>(sim::minute);
  const auto hours = static_cast<double>(sim::hour);
  for (const std::uint32_t slot : {L::revenue, L::gross_margin, L::payroll, L::cost, L::profit, L::received, L::cash})
    result[slot] = money;
  for (std::uint32_t slot = L::margin_lost; slot < L::unsold_time; ++slot) result[slot] = money;
  for (std::uint32_t slot = 0; slot < L::singles; ++slot)
    if (slot <= L::heads || slot == L::base_value_start || slot == L::base_value_end || slot == L::profit_with_base ||
        slot == L::cash_lowest)
      result[layout.single(static_cast<L::Single>(slot))] = money;
  result[L::cycle_time] = result[layout.single(L::sold_out_time)] = static_cast<double>(sim::day);
  result[L::unsold_time] = minutes;
  result[L::open_time] = result[L::calendar_time] = result[L::client_time] = result[L::buried_time] = minutes;
  for (std::uint32_t s = 0; s < layout.activities; ++s)
    for (const L::StageSlot slot : {L::wait_time, L::queue_time}) result[layout.by_stage(s, slot)] = minutes;
  for (std::uint32_t r = 0; r < layout.roles; ++r) {
    for (const L::RoleSlot slot : {L::busy, L::present, L::employed, L::vacant, L::owned_time})
      result[layout.by_role(r, slot)] = minutes;
    for (std::uint32_t s = 0; s < layout.activities; ++s) result[layout.time_on(r, s)] = minutes;
    for (const L::RoleBook slot : {L::worked, L::slack, L::idle, L::absent, L::paid, L::overtime})
      result[layout.book(r, slot)] = hours;
    for (const L::RoleBook slot : {L::earnings, L::contributions, L::role_payroll}) result[layout.book(r, slot)] = money;
    result[layout.person_months(r)] = static_cast<double>(sim::mean_month);
  }
  return result;
}

}  // namespace models
