#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/events.hpp"

namespace models {

/// Where each count, sum of money [hundredths] and sum of time [µs] of a replication is kept: a row of integers per
/// month, row 0 for what lies outside the reported period. Totals are sums of rows 1 …, so they are exact.
struct LedgerLayout {
  std::uint32_t stages = 0;
  std::uint32_t roles = 0;

  // Recorded by month and in total.
  enum : std::uint32_t {
    revenue, gross_margin, payroll, cost, profit, leads, leads_qualified, deals, cohort_won, cycle_time, lost_total,
    lost,                                  // by cause
    margin_lost = lost + lead_losses,      // by cause
    open_time = margin_lost + lead_losses, // open time of the calendar in the period
    calendar_time,                         // length of the period
    by_stage_begin
  };
  enum StageSlot : std::uint32_t { wait_time, wait_count, answered, began, queue_time, stage_slots };
  enum RoleSlot : std::uint32_t { busy, present, employed, role_slots };
  // In total only.
  enum RoleBook : std::uint32_t { worked, slack, idle, absent, paid, overtime, earnings, person_months, role_books };
  enum Single : std::uint32_t { base_pay, hourly_pay, commission, on_top, lead_cost, censored, events, open_start, open_end, singles };

  std::uint32_t by_stage(std::uint32_t stage, StageSlot slot) const { return by_stage_begin + stage * stage_slots + slot; }
  std::uint32_t by_role(std::uint32_t role, RoleSlot slot) const {
    return by_stage_begin + stages * stage_slots + role * role_slots + slot;
  }
  std::uint32_t periodic() const { return by_stage_begin + stages * stage_slots + roles * role_slots; }
  std::uint32_t single(Single slot) const { return periodic() + slot; }
  std::uint32_t book(std::uint32_t role, RoleBook slot) const { return periodic() + singles + role * role_books + slot; }
  std::uint32_t time_on(std::uint32_t role, std::uint32_t stage) const {
    return periodic() + singles + roles * role_books + role * stages + stage;
  }
  std::uint32_t slots() const { return periodic() + singles + roles * role_books + roles * stages; }
};

}  // namespace models
