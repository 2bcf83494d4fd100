#include "models/catalogue.hpp"

namespace models {
namespace {

using L = LedgerLayout;
using sim::Estimator;

/// Definitions of the causes, in the order of `LeadLoss`.
constexpr const char* cause_definitions[lead_losses] = {
    "gave up waiting",
    "could not be reached in all attempts",
    "did not come to the appointment and made no other",
    "said no, or was sorted out though fit",
    "could never have bought",
    "got lost between two people",
};

class Builder {
 public:
  explicit Builder(const DepartmentPlan& plan) : plan_(plan), layout_(plan.layout) {}

  sim::Catalogue build() {
    result_.slots = layout_.slots();
    result_.periodic_slots = layout_.periodic();
    result_.histograms = layout_.stages;
    result_.periods = plan_.month_names;
    money();
    leads();
    stages();
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
    flow("payroll", money, "Base and hourly pay, commissions and contributions on top.", L::payroll);
    flow("cost", money, "Payroll and leads bought.", L::cost);
    flow("profit", money, "Gross margin less cost.", L::profit);
    total("pay.base", money, "Base pay.", layout_.single(L::base_pay));
    total("pay.hourly", money, "Hourly pay.", layout_.single(L::hourly_pay));
    total("pay.commission", money, "Commissions.", layout_.single(L::commission));
    total("pay.on_top", money, "Contributions on top of pay.", layout_.single(L::on_top));
    total("lead_cost", money, "Price of the leads that asked.", layout_.single(L::lead_cost));
  }

  void leads() {
    flow("leads", "leads", "Customers who asked.", L::leads);
    flow("leads_qualified", "leads", "Leads that passed the first stage.", L::leads_qualified);
    flow("deals", "deals", "Leads that passed the last stage.", L::deals);
    flow("orders.first", "orders", "First orders.", L::deals);
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
    for (std::uint32_t cause = 0; cause < lead_losses; ++cause)
      flow(std::string("margin_lost.") + lead_loss_names[cause], plan_.currency,
           std::string("Expected margin of leads lost: ") + cause_definitions[cause] +
               "; chance to pass the remaining stages at neutral skill × margin × mean order.",
           L::margin_lost + cause);
  }

  void stages() {
    for (std::uint32_t s = 0; s < layout_.stages; ++s) {
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
      for (std::uint32_t s = 0; s < layout_.stages; ++s) {
        bool does = false;
        for (const DutyPlan& duty : plan_.roles[r].duties) does = does || duty.stage == s;
        if (does)
          ratio("time_share." + name + "." + plan_.stage_names[s], "share", "Time on this activity / time present.",
                layout_.time_on(r, s), layout_.by_role(r, L::present), false);
      }
      ratio("headcount." + name, "people", "Mean number of people employed.", layout_.by_role(r, L::employed),
            L::calendar_time, true);
      ratio("earnings." + name, plan_.currency, "Pay of one person per mean month, without contributions on top.",
            layout_.book(r, L::earnings), layout_.book(r, L::person_months), false);
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
  const auto money = 100.0;
  const auto minutes = static_cast<double>(sim::minute);
  const auto hours = static_cast<double>(sim::hour);
  for (const std::uint32_t slot : {L::revenue, L::gross_margin, L::payroll, L::cost, L::profit}) result[slot] = money;
  for (std::uint32_t cause = 0; cause < lead_losses; ++cause) result[L::margin_lost + cause] = money;
  for (const L::Single slot : {L::base_pay, L::hourly_pay, L::commission, L::on_top, L::lead_cost})
    result[layout.single(slot)] = money;
  result[L::cycle_time] = static_cast<double>(sim::day);
  result[L::open_time] = result[L::calendar_time] = minutes;
  for (std::uint32_t s = 0; s < layout.stages; ++s)
    for (const L::StageSlot slot : {L::wait_time, L::queue_time}) result[layout.by_stage(s, slot)] = minutes;
  for (std::uint32_t r = 0; r < layout.roles; ++r) {
    for (const L::RoleSlot slot : {L::busy, L::present, L::employed}) result[layout.by_role(r, slot)] = minutes;
    for (std::uint32_t s = 0; s < layout.stages; ++s) result[layout.time_on(r, s)] = minutes;
    for (const L::RoleBook slot : {L::worked, L::slack, L::idle, L::absent, L::paid, L::overtime})
      result[layout.book(r, slot)] = hours;
    result[layout.book(r, L::earnings)] = money;
    result[layout.book(r, L::person_months)] = static_cast<double>(sim::mean_month);
  }
  return result;
}

}  // namespace models
