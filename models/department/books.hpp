#pragma once

// The books: what a month and a replication come to, and whether everything adds up; members of
// models::DepartmentAtWork, included by department.cpp only.

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>
#include <string>

#include "models/department.hpp"
#include "models/rounding.hpp"
#include "models/statement.hpp"

namespace models {

/// Books what goes by with time up to now.
template <class Recorder>
void DepartmentAtWork<Recorder>::count_everything() {
  for (Person& person : people_) book_time(person);
  for (std::uint32_t activity = 0; activity < activities_; ++activity) count_queue(activity);
  for (std::uint32_t seat = 0; seat < people_.size(); ++seat) {
    count_employment(seat);
    count_owned(seat);
  }
  count_clients();
  count_heads();
  if (plan_.stocked) count_stock();
}

/// What a person loses because the orders of his clients have not grown; needs two years of his on the seat.
template <class Recorder>
sim::Money DepartmentAtWork<Recorder>::penalty_of(std::uint32_t seat, const Pay& pay, sim::Money base) {
  if (!pay.penalty) return 0;
  Career& career = careers_[seat];
  std::array<sim::Money, 24>& orders = orders_by_month_[seat];
  std::copy_backward(orders.begin(), orders.end() - 1, orders.end());
  orders[0] = career.month_orders;
  career.month_orders = 0;
  ++career.months;
  if (career.months < orders.size()) return 0;
  const auto middle = orders.begin() + 12;
  const auto last = std::accumulate(orders.begin(), middle, sim::Money{0});
  const auto before = std::accumulate(middle, orders.end(), sim::Money{0});
  const bool grown = static_cast<double>(last) >= static_cast<double>(before) * (1 + pay.penalty->growth);
  return grown ? 0 : rounded(static_cast<double>(base) * pay.penalty->share);
}

/// Pays for the month that ends: people, seats and heads.
template <class Recorder>
void DepartmentAtWork<Recorder>::close_month() {
  using L = LedgerLayout;
  const auto length = static_cast<double>(plan_.month_lengths[month_ - 1]);
  const auto share_of = [&](sim::Money money, sim::Time time) {
    return rounded(static_cast<double>(money) * (static_cast<double>(time) / length));
  };
  for (std::uint32_t seat = 0; seat < people_.size(); ++seat) {
    const Person& person = people_[seat];
    Career& career = careers_[seat];
    const Pay& pay = person.plan->pay;
    const sim::Money base = share_of(pay.base.hundredths, career.month_employed);
    const sim::Money hourly = rounded(static_cast<double>(pay.hourly.hundredths) *
                                      (static_cast<double>(person.month.present() + person.month.overtime) /
                                       static_cast<double>(sim::hour)));
    const bool enough = pay.bonus && career.month_leads >= pay.bonus->leads && career.month_contacts >= pay.bonus->contacts;
    const sim::Money bonus = enough ? rounded(static_cast<double>(base) * pay.bonus->share) : 0;
    const sim::Money penalty = penalty_of(seat, pay, base);
    const sim::Money earned = base + hourly + person.month_commission + career.month_pieces + bonus - penalty;
    now_book(layout_.single(L::base_pay)) += base;
    now_book(layout_.single(L::hourly_pay)) += hourly;
    now_book(layout_.single(L::commission)) += person.month_commission;
    now_book(layout_.single(L::per_lead)) += career.month_pieces;
    now_book(layout_.single(L::bonus)) += bonus;
    now_book(layout_.single(L::penalty)) += penalty;
    const sim::Money on_top = rounded(static_cast<double>(earned) * pay.on_top);
    now_book(layout_.single(L::on_top)) += on_top;
    now_book(layout_.single(L::seats)) += share_of(pay.seat.hundredths, career.month_employed);
    seat_books_[seat].earnings += earned;
    now_book(layout_.book(person.role, L::earnings)) += earned;
    now_book(layout_.book(person.role, L::contributions)) += on_top;
  }
  for (std::uint32_t g = 0; g < segments_; ++g)
    now_book(layout_.single(L::holding)) += share_of(plan_.segments[g].holding, month_stock_[g]);
  for (std::uint32_t group = 0; group < heads_.size(); ++group)
    now_book(layout_.single(L::heads)) += share_of(plan_.heads[group].terms.pay.hundredths, month_heads_[group]);
  book_seats();
}

/// Books the month of each seat as its role's and as its own.
template <class Recorder>
void DepartmentAtWork<Recorder>::book_seats() {
  using L = LedgerLayout;
  for (std::uint32_t seat = 0; seat < people_.size(); ++seat) {
    const TimeUse& hours = people_[seat].month;
    const Career& career = careers_[seat];
    const std::uint32_t role = people_[seat].role;
    now_book(layout_.book(role, L::worked)) += hours.worked;
    now_book(layout_.book(role, L::slack)) += hours.slack;
    now_book(layout_.book(role, L::idle)) += hours.idle;
    now_book(layout_.book(role, L::absent)) += hours.absent;
    now_book(layout_.book(role, L::overtime)) += hours.overtime;
    now_book(layout_.book(role, L::paid)) += career.month_paid;
    now_book(layout_.by_role(role, L::employed)) += career.month_employed;
    now_book(layout_.by_role(role, L::owned_time)) += career.month_owned;
    SeatBooks& books = seat_books_[seat];
    books.hours.add(hours);
    books.paid += career.month_paid;
    books.employed += career.month_employed;
    books.owned += career.month_owned;
    for (std::uint32_t activity = 0; activity < activities_; ++activity) {
      const std::uint32_t at = seat * activities_ + activity;
      now_book(layout_.time_on(role, activity)) += month_activities_[at];
      seat_activities_[at] += month_activities_[at];
    }
  }
}

/// Works out the sums and what only the end knows.
template <class Recorder>
void DepartmentAtWork<Recorder>::close_books() {
  using L = LedgerLayout;
  for (std::uint32_t at = 0; at < leads_.size(); ++at)
    if (leads_[at].in_use && leads_[at].row != 0) ++book(leads_[at].row, layout_.single(L::censored));
  book(1, layout_.single(L::events)) = events_;
  for (std::uint32_t g = 0; g < segments_; ++g)
    if (plan_.segments[g].stock != none) book(1, layout_.single(L::unsold_end)) += stock_[g];
  for (std::uint32_t row = 1; row <= plan_.month_names.size(); ++row) {
    const sim::Time begin = plan_.months[row - 1];
    const sim::Time end = plan_.months[row];
    const auto single = [&](L::Single slot) { return book(row, layout_.single(slot)); };
    book(row, L::calendar_time) = end - begin;
    book(row, L::open_time) = plan_.calendars[0].open_before(end) - plan_.calendars[0].open_before(begin);
    book(row, L::leads_inbound) = book(row, L::leads) - book(row, L::leads_cold);
    for (std::uint32_t cause = 0; cause < lead_losses; ++cause) {
      book(row, L::lost_total) += book(row, L::lost + cause);
      book(row, L::margin_lost_leads) += book(row, L::margin_lost + cause);
    }
    for (std::uint32_t cause = 0; cause < client_losses; ++cause) {
      book(row, L::clients_lost_total) += book(row, L::clients_lost + cause);
      book(row, L::margin_lost_clients) += book(row, L::client_margin_lost + cause);
    }
    book(row, L::payroll) = single(L::base_pay) + single(L::hourly_pay) + single(L::commission) + single(L::per_lead) +
                            single(L::bonus) - single(L::penalty) + single(L::on_top);
    book(row, L::cost) = book(row, L::payroll);
    for (const StatementLine& line : cost_lines) book(row, L::cost) += single(line.slot);
    book(row, L::profit) = book(row, L::gross_margin) - book(row, L::cost);
    // Goods and costs are paid for in their month, orders when their customers pay.
    book(row, L::cash) = book(row, L::received) - (book(row, L::revenue) - book(row, L::gross_margin)) - book(row, L::cost);
    book(row, layout_.single(L::profit_with_base)) =
        book(row, L::profit) + single(L::base_value_end) - single(L::base_value_start);
    for (std::uint32_t role = 0; role < plan_.roles.size(); ++role) {
      const auto of = [&](L::RoleBook slot) { return book(row, layout_.book(role, slot)); };
      book(row, layout_.by_role(role, L::busy)) = of(L::worked) + of(L::slack);
      book(row, layout_.by_role(role, L::present)) = of(L::worked) + of(L::slack) + of(L::idle);
      book(row, layout_.book(role, L::role_payroll)) = of(L::earnings) + of(L::contributions);
      book(row, layout_.person_months(role)) = book(row, layout_.by_role(role, L::employed));
      book(row, layout_.by_role(role, L::vacant)) =
          plan_.wanted[role][row - 1] - book(row, layout_.by_role(role, L::employed));
    }
  }
}

/// The lowest sum of cash at the end of a month, and the month from whose end on it is never below zero again.
template <class Recorder>
void DepartmentAtWork<Recorder>::close_cash() {
  using L = LedgerLayout;
  const auto months = static_cast<std::uint32_t>(plan_.month_names.size());
  sim::Money sum = 0;
  sim::Money lowest = 0;
  std::uint32_t lowest_month = 0;
  std::uint32_t even = 1;  // first month of the last stretch without debt
  for (std::uint32_t row = 1; row <= months; ++row) {
    sum += book(row, L::cash);
    if (row == 1 || sum < lowest) {
      lowest = sum;
      lowest_month = row;
    }
    if (sum < 0) even = row + 1;
  }
  book(1, layout_.single(L::cash_lowest)) = lowest;
  book(1, layout_.single(L::cash_lowest_month)) = lowest_month;
  if (even > months) return;
  book(1, layout_.single(L::even_month)) = even;
  book(1, layout_.single(L::even_count)) = 1;
}

/// Everything that came in went somewhere. A breach is a defect of the program, never of the input.
template <class Recorder>
void DepartmentAtWork<Recorder>::check_books() const {
  using L = LedgerLayout;
  const auto total = [&](std::uint32_t slot) {
    std::int64_t sum = 0;
    for (std::size_t row = 1; row <= plan_.month_names.size(); ++row) sum += ledger_[row * layout_.slots() + slot];
    return sum;
  };
  const auto single = [&](L::Single slot) { return total(layout_.single(slot)); };
  const auto breach = [&](const char* what, std::int64_t left, std::int64_t right) {
    if (left == right) return;
    throw std::logic_error("books of " + plan_.name + " do not balance: " + what + ", " + std::to_string(left) + " against " +
                           std::to_string(right) + " (seed " + std::to_string(draws_.seed()) + ", replication " +
                           std::to_string(replication_) + ")");
  };
  breach("open leads + asked and called + woken = deals + lost + open",
         single(L::open_start) + total(L::leads) + total(L::woken),
         total(L::deals) + total(L::lost_total) + single(L::open_end));
  const std::int64_t slipped = total(L::clients_lost + static_cast<std::uint32_t>(ClientLoss::slept_away));
  std::int64_t passed = 0;
  std::int64_t came = 0;
  std::array<std::int64_t, lead_losses> lost{};
  for (std::uint32_t stage = 0; stage < plan_.stage_count; ++stage) {
    came += total(layout_.funnel(stage, L::came));
    passed += total(layout_.funnel(stage, L::passed));
    for (std::uint32_t cause = 0; cause < lead_losses; ++cause)
      lost[cause] += total(layout_.funnel(stage, L::lost_at + cause));
  }
  breach("came to a stage = asked and called + passed the one before", came,
         total(L::leads) + passed - total(layout_.funnel(plan_.stage_count - 1, L::passed)));
  breach("passed the last stage = deals - woken", total(layout_.funnel(plan_.stage_count - 1, L::passed)),
         total(L::deals) - total(L::woken));
  for (std::uint32_t cause = 0; cause < lead_losses; ++cause)
    breach("leads lost by a cause = sum over stages", total(L::lost + cause), lost[cause]);
  breach("clients + won + woken = clients + lost + asleep",
         single(L::clients_start) + total(L::clients_won) + total(L::woken),
         single(L::clients_end) + total(L::clients_lost_total) - slipped + total(L::asleep));
  breach("sleeping + asleep = sleeping + woken + gone", single(L::sleeping_start) + total(L::asleep),
         single(L::sleeping_end) + total(L::woken) + slipped);
  breach("deals = first orders + woken", total(L::deals), total(L::first) + total(L::woken));
  breach("revenue = first + repeat + upsell", total(L::revenue),
         single(L::revenue_first) + single(L::revenue_repeat) + single(L::revenue_upsell));
  std::int64_t earned = 0;
  std::int64_t contributed = 0;
  std::int64_t stated = 0;
  for (std::uint32_t role = 0; role < plan_.roles.size(); ++role) {
    earned += total(layout_.book(role, L::earnings));
    contributed += total(layout_.book(role, L::contributions));
    stated -= total(layout_.book(role, L::role_payroll));
    breach("paid time = worked + slack + idle + absent", total(layout_.book(role, L::paid)),
           total(layout_.book(role, L::worked)) + total(layout_.book(role, L::slack)) +
               total(layout_.book(role, L::idle)) + total(layout_.book(role, L::absent)));
    std::int64_t by_activity = 0;
    for (std::uint32_t activity = 0; activity < activities_; ++activity)
      by_activity += total(layout_.time_on(role, activity));
    breach("busy time = sum over activities", total(layout_.by_role(role, L::busy)), by_activity);
  }
  std::int64_t earned_on_seats = 0;
  for (std::uint32_t seat = 0; seat < seat_books_.size(); ++seat) {
    const SeatBooks& books = seat_books_[seat];
    earned_on_seats += books.earnings;
    breach("paid time of a seat = worked + slack + idle + absent", books.paid, books.hours.present() + books.hours.absent);
    const auto first = seat_activities_.begin() + seat * activities_;
    breach("busy time of a seat = sum over activities", books.hours.worked + books.hours.slack,
           std::accumulate(first, first + activities_, sim::Time{0}));
    breach("holders of a seat = left + there", books.holders, books.left + books.there);
  }
  breach("earnings = sum over seats", earned, earned_on_seats);
  breach("contributions = sum over roles", single(L::on_top), contributed);
  breach("payroll = earnings + contributions", total(L::payroll), earned + single(L::on_top));
  breach("earnings = base + hourly + commission + per lead + bonus - penalty", earned,
         single(L::base_pay) + single(L::hourly_pay) + single(L::commission) + single(L::per_lead) + single(L::bonus) -
             single(L::penalty));
  std::int64_t margin = 0;
  for (const StatementLine& line : margin_lines) margin += line.sign * single(line.slot);
  breach("gross margin = sum of its lines", total(L::gross_margin), margin);
  stated += margin;
  for (const StatementLine& line : cost_lines) stated += line.sign * single(line.slot);
  breach("profit = sum of the statement's lines", total(L::profit), stated);
  const auto ever = [&](std::uint32_t slot) { return total(slot) + ledger_[slot]; };
  breach("all that is paid = all revenue", ever(L::received), ever(L::revenue));
  std::int64_t sold = 0;
  bool all_stocked = true;
  for (std::uint32_t g = 0; g < segments_; ++g) {
    all_stocked = all_stocked && plan_.segments[g].stock != none;
    sold += plan_.segments[g].stock - stock_[g];
  }
  if (all_stocked) breach("units sold = orders", sold, ever(L::first) + ever(L::repeat) + ever(L::upsell));
  std::int64_t active = 0;
  std::int64_t owned = 0;
  std::int64_t buried = 0;
  std::int64_t sleeping = 0;
  for (const Client& client : clients_) {
    active += client.state == Client::State::active ? 1 : 0;
    owned += client.owner != none ? 1 : 0;
    buried += client.buried ? 1 : 0;
    sleeping += client.state == Client::State::asleep ? 1 : 0;
  }
  std::int64_t portfolios = 0;
  for (const Career& career : careers_) portfolios += career.clients;
  breach("active clients = counted", active_, active);
  breach("sleeping clients = counted", sleeping_, sleeping);
  breach("buried clients = counted", buried_, buried);
  breach("owned clients = sum of portfolios", owned, portfolios);
  std::int64_t waiting = 0;
  for (const Line& line : lines_) waiting += line.length;
  std::int64_t counted = 0;
  for (const std::uint32_t count : waiting_) counted += count;
  breach("waiting leads = length of all lines", counted, waiting);
}

}  // namespace models
