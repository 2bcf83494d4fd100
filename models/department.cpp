#include "models/department.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "models/department/clock.hpp"
#include "models/department/leads.hpp"
#include "models/department/people.hpp"

namespace models {

template <class Recorder>
DepartmentAtWork<Recorder>::DepartmentAtWork(const DepartmentPlan& plan)
    : plan_(plan),
      layout_(plan.layout),
      stages_(static_cast<std::uint32_t>(plan.stage_names.size())),
      segments_(static_cast<std::uint32_t>(plan.segments.size())),
      own_lines_(stages_ * segments_),
      cover_lines_(own_lines_ + static_cast<std::uint32_t>(plan.seats.size()) * stages_ * segments_),
      first_work_(plan.sources.size()),
      lines_(cover_lines_ + plan.roles.size() * stages_ * segments_),
      people_(plan.seats.size()),
      idle_(plan.roles.size()),
      employed_(plan.roles.size()),
      open_(plan.calendars.size()),
      absences_(plan.seats.size()),
      turn_(std::size_t{stages_} * segments_),
      waiting_(stages_),
      counted_(stages_),
      ledger_((plan.month_names.size() + 1) * layout_.slots()),
      waits_(stages_) {
  for (const SourcePlan& source : plan.sources) arrivals_.emplace_back(source.arrivals, *plan.days);
}

template <class Recorder>
void DepartmentAtWork<Recorder>::run(std::uint64_t seed, std::uint32_t replication) {
  begins(seed, replication);
  simulation_.run(*this);
  close_books();
  check_books();
}

template <class Recorder>
void DepartmentAtWork<Recorder>::handle(const sim::Event& event) {
  switch (event.rank) {
    case Rank::month_turns: month_turns(); break;
    case Rank::staff_changes: staff_changes(); break;
    case Rank::absence_changes: absence_changes(event.entity); break;
    case Rank::cover_begins: cover_begins(event.entity); break;
    case Rank::shift_changes: shift_changes(event.entity); break;
    case Rank::work_ends: ends(event.entity); break;
    case Rank::lead_due:
      ++events_;
      becomes_due(event.entity);
      break;
    case Rank::lead_asks: lead_asks(event.entity - static_cast<std::uint32_t>(people_.size())); break;
    case Rank::patience_ends: gives_up(event.entity); break;
    default: break;
  }
}

template <class Recorder>
void DepartmentAtWork<Recorder>::begins(std::uint64_t seed, std::uint32_t replication) {
  draws_ = sim::Draws(seed, replication);
  replication_ = replication;
  simulation_.now = plan_.begin;
  simulation_.end = plan_.end;
  simulation_.agenda.reset(plan_.ranks, plan_.begin);
  leads_.clear();
  std::fill(lines_.begin(), lines_.end(), Line{});
  std::fill(people_.begin(), people_.end(), Person{});
  std::fill(idle_.begin(), idle_.end(), IdleList{});
  std::fill(employed_.begin(), employed_.end(), 0);
  std::fill(open_.begin(), open_.end(), std::uint8_t{0});
  std::fill(turn_.begin(), turn_.end(), 0);
  std::fill(waiting_.begin(), waiting_.end(), 0);
  std::fill(counted_.begin(), counted_.end(), open_now());
  std::fill(ledger_.begin(), ledger_.end(), 0);
  for (sim::Histogram& histogram : waits_) histogram.clear();
  month_ = 0;
  row_ = ledger_.data();
  next_change_ = 0;
  open_leads_ = open_cohort_ = events_ = 0;
  running_out_ = false;
  if constexpr (Recorder::on) recorder = Recorder{};

  sim::EventHeap& events = simulation_.agenda.events();
  events.push({0, Rank::month_turns, 0});
  if (!plan_.changes.empty()) events.push({plan_.changes.front().time, Rank::staff_changes, 0});
  for (std::uint32_t c = 0; c < plan_.calendars.size(); ++c) {
    if (plan_.seats_of_calendar[c].empty()) continue;
    const sim::Calendar& calendar = plan_.calendars[c];
    const sim::Time opens = calendar.next_open(plan_.begin);
    open_[c] = opens == plan_.begin ? 1 : 0;
    const sim::Time next = open_[c] != 0 ? calendar.close_after(plan_.begin) : opens;
    if (next < plan_.end) events.push({next, Rank::shift_changes, c});
  }
  for (std::uint32_t seat = 0; seat < people_.size(); ++seat) {
    Person& person = people_[seat];
    const SeatPlan& place = plan_.seats[seat];
    person.role = place.role;
    person.calendar = place.calendar;
    person.since = plan_.begin;
    person.open_since = plan_.calendars[place.calendar].open_before(plan_.begin);
    if (!place.employed.empty() && place.employed.front().begin == plan_.begin) joins(seat);
  }
  for (std::uint32_t source = 0; source < arrivals_.size(); ++source) {
    arrivals_[source].reset(draws_, plan_.begin);
    const sim::Time first = arrivals_[source].next();
    set_slot(static_cast<std::uint32_t>(people_.size()) + source, first < plan_.horizon ? first : sim::never);
  }
}

template <class Recorder>
sim::Time DepartmentAtWork<Recorder>::reading(Clock clock, sim::Time t) const {
  if (clock == Clock::calendar) return t;
  return clock == Clock::open_hours ? plan_.calendars[0].open_before(t) : plan_.open_days.open_before(t);
}

template <class Recorder>
sim::Time DepartmentAtWork<Recorder>::after(Clock clock, sim::Time span) const {
  if (clock == Clock::calendar) return simulation_.now + span;
  return (clock == Clock::open_hours ? plan_.calendars[0] : plan_.open_days).after(simulation_.now, span);
}

inline sim::Time drawn_time(const TimedSampler& law, sim::Stream& stream) {
  const double drawn = law.sampler(stream);
  return drawn < static_cast<double>(sim::never) ? whole(drawn) : sim::never;
}

/// Work at the first stage is what most leads come to need, so it is drawn for a row of them when the first one asks.
template <class Recorder>
sim::Time DepartmentAtWork<Recorder>::first_work(std::uint32_t source, std::uint32_t number) {
  const SourcePlan& channel = plan_.sources[source];
  const TimedSampler& law = plan_.stages[channel.segment].work;
  if (law.sampler.is_constant()) return whole(law.sampler.constant_value());
  std::array<sim::Time, sim::Draws::row>& row = first_work_[source];
  const std::uint32_t place = number % sim::Draws::row;
  if (place == 0)
    draws_.for_row(channel.words[0].work, number,
                   [&](std::uint32_t i, sim::Stream& stream) { row[i] = drawn_time(law, stream); });
  return row[place];
}

template <class Recorder>
sim::Time DepartmentAtWork<Recorder>::draw(const TimedSampler& law, sim::Word word, const Lead& lead,
                                     std::uint32_t attempt) const {
  if (law.sampler.is_constant()) return whole(law.sampler.constant_value());
  sim::Stream stream = draws_.at(word, lead.number, attempt);
  return drawn_time(law, stream);
}

template <class Recorder>
void DepartmentAtWork<Recorder>::set_slot(std::uint32_t slot, sim::Time time) {
  if (time < simulation_.end) {
    simulation_.agenda.slots().set(slot, time);
  } else {
    simulation_.agenda.slots().clear(slot);
  }
}

template <class Recorder>
void DepartmentAtWork<Recorder>::count_queue(std::uint32_t stage) {
  const sim::Time open = open_now();
  now_book(layout_.by_stage(stage, LedgerLayout::queue_time)) += waiting_[stage] * (open - counted_[stage]);
  counted_[stage] = open;
}

template <class Recorder>
void DepartmentAtWork<Recorder>::trace(Happening::What what, const Lead& lead, std::uint32_t seat, std::int32_t detail) {
  if constexpr (Recorder::on)
    recorder.record({simulation_.now, what, lead.source, lead.number, lead.stage,
                     seat == none ? -1 : static_cast<std::int32_t>(seat), detail});
}

/// Works out the sums and what only the end knows.
template <class Recorder>
void DepartmentAtWork<Recorder>::close_books() {
  for (std::uint32_t at = 0; at < leads_.size(); ++at)
    if (leads_[at].in_use && leads_[at].row != 0) ++book(leads_[at].row, layout_.single(LedgerLayout::censored));
  book(1, layout_.single(LedgerLayout::open_start)) = book(0, layout_.single(LedgerLayout::open_start));
  book(1, layout_.single(LedgerLayout::events)) = events_;
  for (std::uint32_t row = 1; row <= plan_.month_names.size(); ++row) {
    const sim::Time begin = plan_.months[row - 1];
    const sim::Time end = plan_.months[row];
    book(row, LedgerLayout::calendar_time) = end - begin;
    book(row, LedgerLayout::open_time) = plan_.calendars[0].open_before(end) - plan_.calendars[0].open_before(begin);
    for (std::uint32_t cause = 0; cause < lead_losses; ++cause)
      book(row, LedgerLayout::lost_total) += book(row, LedgerLayout::lost + cause);
    using L = LedgerLayout;
    book(row, L::payroll) = book(row, layout_.single(L::base_pay)) + book(row, layout_.single(L::hourly_pay)) +
                            book(row, layout_.single(L::commission)) + book(row, layout_.single(L::on_top));
    book(row, L::cost) = book(row, L::payroll) + book(row, layout_.single(L::lead_cost));
    book(row, L::profit) = book(row, L::gross_margin) - book(row, L::cost);
    for (std::uint32_t role = 0; role < plan_.roles.size(); ++role) {
      const auto of = [&](L::RoleBook slot) { return book(row, layout_.book(role, slot)); };
      book(row, layout_.by_role(role, L::busy)) = of(L::worked) + of(L::slack);
      book(row, layout_.by_role(role, L::present)) = of(L::worked) + of(L::slack) + of(L::idle);
      book(row, layout_.by_role(role, L::employed)) = plan_.employed[role][row - 1];
      book(row, layout_.book(role, L::paid)) = plan_.paid[role][row - 1];
      book(row, layout_.book(role, L::person_months)) = plan_.employed[role][row - 1];
    }
  }
}

/// Everything that came in went somewhere. A breach is a defect of the program, never of the input.
template <class Recorder>
void DepartmentAtWork<Recorder>::check_books() const {
  const auto total = [&](std::uint32_t slot) {
    std::int64_t sum = 0;
    for (std::size_t row = 1; row <= plan_.month_names.size(); ++row) sum += ledger_[row * layout_.slots() + slot];
    return sum;
  };
  const auto breach = [&](const char* what, std::int64_t left, std::int64_t right) {
    if (left == right) return;
    throw std::logic_error("books of " + plan_.name + " do not balance: " + what + ", " + std::to_string(left) + " against " +
                           std::to_string(right) + " (seed " + std::to_string(draws_.seed()) + ", replication " +
                           std::to_string(replication_) + ")");
  };
  using L = LedgerLayout;
  breach("open leads + asked = deals + lost + open",
         total(layout_.single(L::open_start)) + total(L::leads),
         total(L::deals) + total(L::lost_total) + total(layout_.single(L::open_end)));
  std::int64_t earned = 0;
  for (std::uint32_t role = 0; role < plan_.roles.size(); ++role) {
    earned += total(layout_.book(role, L::earnings));
    breach("paid time = worked + slack + idle + absent", total(layout_.book(role, L::paid)),
           total(layout_.book(role, L::worked)) + total(layout_.book(role, L::slack)) +
               total(layout_.book(role, L::idle)) + total(layout_.book(role, L::absent)));
    std::int64_t by_stage = 0;
    for (std::uint32_t stage = 0; stage < stages_; ++stage) by_stage += total(layout_.time_on(role, stage));
    breach("busy time = sum over activities", total(layout_.by_role(role, L::busy)), by_stage);
  }
  breach("payroll = earnings + contributions", total(L::payroll), earned + total(layout_.single(L::on_top)));
  std::int64_t waiting = 0;
  for (const Line& line : lines_) waiting += line.length;
  std::int64_t counted = 0;
  for (const std::uint32_t count : waiting_) counted += count;
  breach("waiting leads = length of all lines", counted, waiting);
}

template class DepartmentAtWork<NoRecorder>;
template class DepartmentAtWork<TraceRecorder>;

}  // namespace models
