#include "models/department.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "models/department/books.hpp"
#include "models/department/careers.hpp"
#include "models/department/clients.hpp"
#include "models/department/clock.hpp"
#include "models/department/leads.hpp"
#include "models/department/lists.hpp"
#include "models/department/money.hpp"
#include "models/department/owners.hpp"
#include "models/department/people.hpp"
#include "models/department/telling.hpp"

namespace models {

template <class Recorder>
DepartmentAtWork<Recorder>::DepartmentAtWork(const DepartmentPlan& plan)
    : plan_(plan),
      layout_(plan.layout),
      seats_(static_cast<std::uint32_t>(plan.seats.size())),
      activities_(static_cast<std::uint32_t>(plan.stage_names.size())),
      segments_(static_cast<std::uint32_t>(plan.segments.size())),
      own_lines_(activities_ * segments_),
      cover_lines_(own_lines_ + seats_ * activities_ * segments_),
      first_work_(plan.channels),
      lines_(cover_lines_ + plan.roles.size() * activities_ * segments_),
      people_(plan.seats.size()),
      careers_(plan.seats.size()),
      month_activities_(plan.seats.size() * activities_),
      seat_books_(plan.seats.size()),
      seat_activities_(plan.seats.size() * activities_),
      talent_(plan.seats.size() * activities_, 1),
      idle_(plan.roles.size()),
      trained_(plan.roles.size()),
      stands_still_(plan.roles.size()),
      open_(plan.calendars.size()),
      absences_(plan.seats.size()),
      allowed_(plan.roles.size() * activities_, 1),
      turn_(std::size_t{activities_} * segments_),
      waiting_(activities_),
      counted_(activities_),
      cold_lists_(segments_),
      sleepers_(segments_),
      paused_(plan.roles.size()),
      heads_(plan.heads.size()),
      heads_counted_(plan.heads.size()),
      month_heads_(plan.heads.size()),
      stock_(segments_),
      month_stock_(segments_),
      ledger_((plan.month_names.size() + 1) * layout_.slots()),
      waits_(activities_) {
  for (const sim::Calendar& calendar : plan.calendars) clocks_.emplace_back(calendar);
  for (const RolePlan& role : plan.roles)
    if (role.pay.penalty) orders_by_month_.resize(plan.seats.size());
  for (std::uint32_t source = 0; source < plan.channels; ++source)
    arrivals_.emplace_back(plan.sources[source].arrivals, *plan.days);
}

template <class Recorder>
void DepartmentAtWork<Recorder>::run(std::uint64_t seed, std::uint32_t replication) {
  begins(seed, replication);
  try {
    simulation_.run(*this);
  } catch (const std::exception& error) {
    throw std::runtime_error(plan_.name + ": " + error.what() + " (day " + std::to_string(simulation_.now / sim::day) +
                             ", seed " + std::to_string(seed) + ", replication " + std::to_string(replication) + ")");
  }
  close_books();
  close_cash();
  check_books();
}

template <class Recorder>
void DepartmentAtWork<Recorder>::handle(const sim::Event& event) {
  switch (event.rank) {
    case Rank::month_turns: month_turns(); break;
    case Rank::staff_changes: staff_changes(); break;
    case Rank::tenure_ends:
      ++events_;
      careers_[event.entity].tenure_event = sim::EventHeap::no_event;
      quits(event.entity);
      break;
    case Rank::newcomer_starts:
      ++events_;
      newcomer_starts(event.entity);
      offer_to_all_idle();
      break;
    case Rank::training_ends:
      ++events_;
      training_ends(event.entity);
      break;
    case Rank::absence_changes: absence_changes(event.entity); break;
    case Rank::cover_begins: cover_begins(event.entity); break;
    case Rank::block_changes:
      block_changes();
      offer_to_all_idle();
      break;
    case Rank::shift_changes: shift_changes(event.entity); break;
    case Rank::work_ends: ends(event.entity); break;
    case Rank::list_due: lists_due(); break;
    case Rank::client_turns: client_turns(event.entity); break;
    case Rank::lead_due:
      ++events_;
      leads_[event.entity].event = sim::EventHeap::no_event;
      becomes_due(event.entity);
      break;
    case Rank::lead_asks: lead_asks(event.entity - seats_); break;
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
  std::fill(careers_.begin(), careers_.end(), Career{});
  std::fill(month_activities_.begin(), month_activities_.end(), 0);
  std::fill(seat_books_.begin(), seat_books_.end(), SeatBooks{});
  std::fill(seat_activities_.begin(), seat_activities_.end(), 0);
  std::fill(idle_.begin(), idle_.end(), IdleList{});
  std::fill(trained_.begin(), trained_.end(), 0);
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
  clients_.clear();
  stranded_.clear();
  for (ColdList& list : cold_lists_) list.clear();
  for (Sleepers& sleepers : sleepers_) sleepers.clear();
  std::fill(paused_.begin(), paused_.end(), std::uint8_t{0});
  paused_roles_ = 0;
  std::fill(heads_.begin(), heads_.end(), 0);
  std::fill(heads_counted_.begin(), heads_counted_.end(), plan_.begin);
  std::fill(month_heads_.begin(), month_heads_.end(), 0);
  for (std::uint32_t g = 0; g < segments_; ++g) stock_[g] = plan_.segments[g].stock;
  std::fill(month_stock_.begin(), month_stock_.end(), 0);
  stock_counted_ = plan_.begin;
  for (std::uint32_t r = 0; r < plan_.roles.size(); ++r) stands_still_[r] = plan_.roles[r].minimum > 0 ? 1 : 0;
  list_event_ = sim::EventHeap::no_event;
  list_time_ = wake_due_ = sim::never;
  clients_counted_ = plan_.begin;
  active_ = buried_ = sleeping_ = 0;
  running_out_ = false;
  if constexpr (Recorder::on) recorder = Recorder{};

  sim::EventHeap& events = simulation_.agenda.events();
  events.push({0, Rank::month_turns, 0});
  if (!plan_.changes.empty()) events.push({plan_.changes.front().time, Rank::staff_changes, 0});
  if (!plan_.blocks.empty()) block_changes();
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
    person.first_activity = seat * activities_;
    person.plan = &plan_.roles[place.role];
    person.calendar = place.calendar;
    person.since = plan_.begin;
    person.open_since = plan_.calendars[place.calendar].open_before(plan_.begin);
    Career& career = careers_[seat];
    career.counted = career.clients_counted = plan_.begin;
    career.open_counted = person.open_since;
    career.effort = person.plan->effort;
    career.diligence = person.plan->diligence;
  }
  for (std::uint32_t seat = 0; seat < people_.size(); ++seat) {
    const SeatPlan& place = plan_.seats[seat];
    if (place.wanted.empty() || place.wanted.front().begin != plan_.begin) continue;
    careers_[seat].wanted = true;
    joins(seat, true, true, 0, 1);
  }
  if (plan_.serves) first_clients();
  for (std::uint32_t source = 0; source < arrivals_.size(); ++source) {
    arrivals_[source].reset(draws_, plan_.begin);
    const sim::Time first = arrivals_[source].next();
    set_slot(seats_ + source, first < plan_.horizon ? first : sim::never);
  }
}

template <class Recorder>
sim::Time DepartmentAtWork<Recorder>::reading(Clock clock, sim::Time t) const {
  if (clock == Clock::calendar) return t;
  return clock == Clock::open_hours ? plan_.calendars[0].open_before(t) : plan_.open_days.open_before(t);
}

template <class Recorder>
sim::Time DepartmentAtWork<Recorder>::after(Clock clock, sim::Time from, sim::Time span) const {
  if (clock == Clock::calendar) return from + span;
  return (clock == Clock::open_hours ? plan_.calendars[0] : plan_.open_days).after(from, span);
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
  sim::Stream stream = draws_.at(word, lead.number, lead.address + attempt);
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

template class DepartmentAtWork<NoRecorder>;
template class DepartmentAtWork<TraceRecorder>;

}  // namespace models
