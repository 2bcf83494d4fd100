#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/events.hpp"

namespace models {

/// Where each count, sum of money [hundredths] and sum of time [µs] of a replication is kept: a row of integers per
/// month, row 0 for what lies outside the reported period. Totals are sums of rows 1 …, so they are exact.
class LedgerLayout {
 public:
  LedgerLayout() = default;
  LedgerLayout(std::uint32_t activity_count, std::uint32_t role_count, std::uint32_t stage_count)
      : activities(activity_count),
        roles(role_count),
        stages(stage_count),
        by_role_begin_(by_stage_begin + activities * stage_slots),
        singles_begin_(by_role_begin_ + roles * role_slots),
        books_begin_(singles_begin_ + singles),
        times_begin_(books_begin_ + roles * role_books),
        funnel_begin_(times_begin_ + roles * activities),
        end_(funnel_begin_ + stages * funnel_slots) {}

  std::uint32_t activities = 0;  ///< stages, then the services
  std::uint32_t roles = 0;
  std::uint32_t stages = 0;

  // Recorded by month and in total.
  enum : std::uint32_t {
    revenue, gross_margin, payroll, cost, profit, received, cash,
    leads, leads_cold, leads_inbound, leads_qualified, deals, cohort_won, cycle_time, lost_total,
    lost,                                      // by cause
    first = lost + lead_losses,                // orders, by `OrderKind`
    repeat, upsell, missed,
    clients_won, woken, asleep, client_time, buried_time, clients_lost_total,
    clients_lost,                              // by cause
    margin_lost = clients_lost + client_losses,          // by cause of a lead
    client_margin_lost = margin_lost + lead_losses,      // by cause of a client
    margin_lost_leads = client_margin_lost + client_losses, margin_lost_clients,
    unsold_time,                               // units not sold × time
    open_time,                                 // open time of the calendar in the period
    calendar_time,                             // length of the period
    by_stage_begin
  };
  enum StageSlot : std::uint32_t { wait_time, wait_count, answered, began, queue_time, stage_slots };
  enum RoleSlot : std::uint32_t { busy, present, employed, vacant, quits, joined, owned_time, role_slots };
  // In total only.
  enum FunnelSlot : std::uint32_t {
    came, passed,
    lost_at,                                   // by cause
    funnel_slots = lost_at + lead_losses
  };
  enum RoleBook : std::uint32_t {
    worked, slack, idle, absent, paid, overtime, earnings, contributions, role_payroll, person_time, role_books
  };
  enum Single : std::uint32_t {
    revenue_first, revenue_repeat, revenue_upsell,       // by `OrderKind`
    margin_first, margin_repeat, margin_upsell,
    base_pay, hourly_pay, commission, per_lead, bonus, penalty, on_top,
    lead_cost, hiring, dismissal, seats, holding, discounts, heads,
    censored, events, open_start, open_end,
    clients_start, clients_end, sleeping_start, sleeping_end, base_value_start, base_value_end, profit_with_base,
    dials, talks, contacts,
    unsold_end, sold_out_time, sold_out_count,
    cash_lowest, cash_lowest_month, even_month, even_count,
    singles
  };

  std::uint32_t by_stage(std::uint32_t stage, StageSlot slot) const { return by_stage_begin + stage * stage_slots + slot; }
  std::uint32_t by_role(std::uint32_t role, RoleSlot slot) const {
    return by_role_begin_ + role * role_slots + slot;
  }
  std::uint32_t periodic() const { return singles_begin_; }
  std::uint32_t single(Single slot) const { return singles_begin_ + slot; }
  std::uint32_t revenue_of(OrderKind kind) const { return single(revenue_first) + static_cast<std::uint32_t>(kind); }
  std::uint32_t margin_of(OrderKind kind) const { return single(margin_first) + static_cast<std::uint32_t>(kind); }
  std::uint32_t book(std::uint32_t role, RoleBook slot) const { return books_begin_ + role * role_books + slot; }
  std::uint32_t person_months(std::uint32_t role) const { return book(role, person_time); }
  std::uint32_t time_on(std::uint32_t role, std::uint32_t activity) const {
    return times_begin_ + role * activities + activity;
  }
  /// Leads at a stage; whoever waits at the reception is still on the way to the first.
  std::uint32_t funnel(std::uint32_t stage, std::uint32_t slot) const {
    return funnel_begin_ + (stage < stages ? stage : 0) * funnel_slots + slot;
  }
  std::uint32_t slots() const { return end_; }

 private:
  std::uint32_t by_role_begin_ = 0;
  std::uint32_t singles_begin_ = 0;
  std::uint32_t books_begin_ = 0;
  std::uint32_t times_begin_ = 0;
  std::uint32_t funnel_begin_ = 0;
  std::uint32_t end_ = 0;
};

}  // namespace models
