#pragma once

// What an order brings and takes: revenue, discounts, receipts, units of stock; members of models::DepartmentAtWork,
// included by department.cpp only.

#include <algorithm>

#include "models/department.hpp"
#include "models/rounding.hpp"

namespace models {

/// Row of the ledger for a moment from now on; 0 beyond the reported period.
template <class Recorder>
std::uint32_t DepartmentAtWork<Recorder>::row_of(sim::Time moment) const {
  if (moment < 0 || moment >= plan_.horizon) return 0;
  std::uint32_t row = std::max(month_, 1U);
  while (plan_.months[row] <= moment) ++row;
  return row;
}

/// Books an order of this value [hundredths] at list price, of which a share is given away: revenue and margin now, the
/// payment when it comes.
template <class Recorder>
Sale DepartmentAtWork<Recorder>::sells(OrderKind kind, std::uint32_t segment, double value, double discount,
                                       sim::Time paid_after) {
  const sim::Money list = rounded(value);
  const sim::Money list_margin = rounded(static_cast<double>(list) * plan_.segments[segment].margin);
  Sale sale{list, list_margin};
  if (discount > 0) {
    const sim::Money given = rounded(static_cast<double>(list) * discount);
    sale = {list - given, list_margin - given};
    now_book(layout_.single(LedgerLayout::discounts)) += given;
  }
  now_book(LedgerLayout::revenue) += sale.revenue;
  now_book(LedgerLayout::gross_margin) += sale.margin;
  now_book(layout_.revenue_of(kind)) += sale.revenue;
  now_book(layout_.margin_of(kind)) += list_margin;
  ++now_book(LedgerLayout::first + static_cast<std::uint32_t>(kind));
  (paid_after > 0 ? book(row_of(simulation_.now + paid_after), LedgerLayout::received) : now_book(LedgerLayout::received)) +=
      sale.revenue;
  return sale;
}

/// Takes a unit for an order. False if there is none.
template <class Recorder>
bool DepartmentAtWork<Recorder>::takes_unit(std::uint32_t segment) {
  if (!plan_.stocked || plan_.segments[segment].stock == none) return true;
  if (stock_[segment] == 0) return false;
  count_stock();
  if (--stock_[segment] == 0) sells_out(segment);
  return true;
}

/// Nobody need be talked to any more: all leads of the segment are lost, those that are in somebody's hands once he has
/// finished.
template <class Recorder>
void DepartmentAtWork<Recorder>::sells_out(std::uint32_t segment) {
  bool all = true;
  for (std::uint32_t g = 0; g < segments_; ++g) all = all && (plan_.segments[g].stock == none || stock_[g] == 0);
  if (all && simulation_.now < plan_.horizon) {
    book(1, layout_.single(LedgerLayout::sold_out_time)) = std::max<sim::Time>(0, simulation_.now);
    book(1, layout_.single(LedgerLayout::sold_out_count)) = 1;
  }
  for (std::uint32_t at = 0; at < leads_.size(); ++at) {
    Lead& lead = leads_[at];
    const bool in_hand = lead.line == none && lead.event == sim::EventHeap::no_event;
    if (!lead.in_use || lead.kind != Lead::Kind::lead || lead.segment != segment || in_hand) continue;
    if (lead.line != none) {
      take_out(at);
      if (!lead.waited) record_wait(lead, false);
    }
    cancel_event(lead);
    loses(at, LeadLoss::sold_out);
  }
}

/// Books the time of unsold units up to now; to be called before their number changes.
template <class Recorder>
void DepartmentAtWork<Recorder>::count_stock() {
  const sim::Time passed = simulation_.now - stock_counted_;
  stock_counted_ = simulation_.now;
  for (std::uint32_t g = 0; g < segments_; ++g) {
    if (plan_.segments[g].stock == none) continue;
    now_book(LedgerLayout::unsold_time) += stock_[g] * passed;
    month_stock_[g] += stock_[g] * passed;
  }
}

}  // namespace models
