#pragma once

#include "models/ledger.hpp"

namespace models {

/// A line of the profit and loss statement: what the department's books call it and people read.
struct StatementLine {
  LedgerLayout::Single slot;
  int sign;                ///< of its share in profit
  const char* measure;     ///< name in the catalogue
  const char* definition;  ///< one sentence
};

/// Gross margin is the sum of these.
inline constexpr StatementLine margin_lines[] = {
    {LedgerLayout::margin_first, 1, "gross_margin.first", "Gross margin of first orders, before discounts."},
    {LedgerLayout::margin_repeat, 1, "gross_margin.repeat", "Gross margin of clients' further orders."},
    {LedgerLayout::margin_upsell, 1, "gross_margin.upsell", "Gross margin of extra orders that contacts brought."},
    {LedgerLayout::discounts, -1, "discounts", "Price given away to close; revenue and gross margin are without it."},
};

/// Every cost but payroll. Profit is gross margin less the payroll of each role less these; the books check it, and the
/// waterfall between two departments has these lines in this order, so that a further one need only be added here.
inline constexpr StatementLine cost_lines[] = {
    {LedgerLayout::lead_cost, -1, "cost.leads", "Price of the leads that asked."},
    {LedgerLayout::hiring, -1, "cost.hiring", "Hiring of newcomers."},
    {LedgerLayout::dismissal, -1, "cost.dismissal", "Dismissal of people whose seats were given up."},
    {LedgerLayout::seats, -1, "cost.seats", "Filled seats."},
    {LedgerLayout::holding, -1, "cost.holding", "Holding of units that are not sold yet."},
    {LedgerLayout::heads, -1, "cost.heads", "Heads of sales."},
};

}  // namespace models
