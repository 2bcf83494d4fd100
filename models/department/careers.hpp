#pragma once

// How people come, learn and go; members of models::DepartmentAtWork, included by department.cpp only.

#include <algorithm>

#include "models/department.hpp"
#include "models/rounding.hpp"

namespace models {

template <class Recorder>
void DepartmentAtWork<Recorder>::cancel(sim::EventHeap::Handle& event) {
  if (event == sim::EventHeap::no_event) return;
  simulation_.agenda.events().cancel(event);
  event = sim::EventHeap::no_event;
}

template <class Recorder>
void DepartmentAtWork<Recorder>::staff_changes() {
  while (next_change_ < plan_.changes.size() && plan_.changes[next_change_].time == simulation_.now) {
    const StaffChange& change = plan_.changes[next_change_++];
    Career& career = careers_[change.seat];
    career.wanted = change.on;
    if (change.on) {
      fill_vacancy(change.seat, simulation_.now - plan_.roles[people_[change.seat].role].ahead);
    } else if (people_[change.seat].employed) {
      leaves(change.seat, Leaving::given_up);
    } else {
      cancel(career.start_event);
    }
  }
  if (next_change_ < plan_.changes.size())
    simulation_.agenda.events().push({plan_.changes[next_change_].time, Rank::staff_changes, 0});
  offer_to_all_idle();
}

/// Somebody of a role that is promoted from, or a newcomer once he is found; rented people are there at once.
template <class Recorder>
void DepartmentAtWork<Recorder>::fill_vacancy(std::uint32_t seat, sim::Time advertised) {
  constexpr sim::Word hire_word = sim::word("career/hire");
  if (promotes_into(seat)) return;
  const RolePlan& role = *people_[seat].plan;
  sim::Time when = simulation_.now;
  if (!role.rented && role.hire.on)
    when = std::max(when, advertised + drawn(role.hire.sampler, hire_word, seat, people_[seat].holder));
  if (when == simulation_.now) {
    newcomer_starts(seat);
  } else if (when < simulation_.end) {
    careers_[seat].start_event = simulation_.agenda.events().push({when, Rank::newcomer_starts, seat});
  }
}

template <class Recorder>
void DepartmentAtWork<Recorder>::newcomer_starts(std::uint32_t seat) {
  constexpr sim::Word returns_word = sim::word("career/returns");
  careers_[seat].start_event = sim::EventHeap::no_event;
  const RolePlan& role = *people_[seat].plan;
  const std::uint32_t holder = people_[seat].holder;
  const bool returns =
      role.rented && role.returns > 0 && holder > 0 && draws_.uniform(returns_word, seat, holder) < role.returns;
  if (!returns) now_book(layout_.single(LedgerLayout::hiring)) += role.pay.hiring.hundredths;
  joins(seat, false, returns || role.training == 0, returns ? 0 : role.ramp, role.ramp_from);
}

/// The first day of whoever now holds the seat.
template <class Recorder>
void DepartmentAtWork<Recorder>::joins(std::uint32_t seat, bool at_start, bool trained, sim::Time ramp, double ramp_from) {
  constexpr sim::Word tenure_word = sim::word("career/tenure");
  constexpr sim::Word first_tenure_word = sim::word("career/first_tenure");
  Person& person = people_[seat];
  Career& career = careers_[seat];
  const RolePlan& role = *person.plan;
  book_time(person);
  count_employment(seat);
  person.employed = true;
  person.trained = false;
  trace_person(Happening::What::joins, seat, at_start ? 1 : trained ? 0 : 2);
  career.joined = simulation_.now;
  career.ramp_begin = simulation_.now + (trained ? 0 : role.training);
  career.ramp_time = ramp;
  career.ramp_from = ramp_from;
  career.refusals = 0;
  career.next_call = -sim::never;
  career.months = 0;
  career.month_orders = 0;
  if (!at_start) ++now_book(layout_.by_role(person.role, LedgerLayout::joined));
  if (month_ != 0) ++seat_books_[seat].holders;
  if (role.talent > 0) draw_talent(seat);
  if (role.tenure.on) {
    const sim::Time stays = at_start ? drawn(role.first_tenure, first_tenure_word, seat, person.holder)
                                     : drawn(role.tenure.sampler, tenure_word, seat, person.holder);
    const sim::Time when = simulation_.now + std::max<sim::Time>(1, stays);
    if (when < simulation_.end) career.tenure_event = simulation_.agenda.events().push({when, Rank::tenure_ends, seat});
  }
  set_heads();
  draw_absences(seat);
  if (trained) {
    begins_work(seat);
    return;
  }
  if (person.lead == none) person.books = Person::Books::absent;
  career.start_event = simulation_.agenda.events().push({career.ramp_begin, Rank::training_ends, seat});
}

template <class Recorder>
void DepartmentAtWork<Recorder>::training_ends(std::uint32_t seat) {
  careers_[seat].start_event = sim::EventHeap::no_event;
  trace_person(Happening::What::trained, seat);
  begins_work(seat);
  offer_to_all_idle();
}

template <class Recorder>
void DepartmentAtWork<Recorder>::begins_work(std::uint32_t seat) {
  Person& person = people_[seat];
  book_time(person);
  person.trained = true;
  const bool free = person.lead == none;  // else he is still busy with what somebody took up before he left
  if (free) {
    person.last_stage = none;
    person.idle_for = 0;
    person.books = person.absent ? Person::Books::absent : Person::Books::idle;
  }
  count_trained(person.role, 1);
  if (free && person.lead == none && !person.waiting) becomes_free(seat);
  if (!stranded_.empty()) find_owners_for_stranded();
}

/// Finishes what is in hand, without any absence, and starts nothing new; what waits for him goes to others.
template <class Recorder>
void DepartmentAtWork<Recorder>::leaves(std::uint32_t seat, Leaving why) {
  const bool quits = why == Leaving::quits;
  Person& person = people_[seat];
  Career& career = careers_[seat];
  if (why != Leaving::promoted) trace_person(quits ? Happening::What::quits : Happening::What::leaves, seat);
  if (person.waiting) stops_waiting(seat);
  if (person.lead != none && person.interruptible && person.job_ends < sim::never) {
    const sim::Calendar& hours = plan_.calendars[person.calendar];
    const auto open = [&](sim::Time from, sim::Time to) {
      return from < to ? hours.open_before(to) - hours.open_before(from) : 0;
    };
    sim::Time left = open(simulation_.now, person.job_ends);
    for (const sim::Interval& absence : absences_[seat])
      left -= open(std::max(absence.begin, simulation_.now), std::min(absence.end, person.job_ends));
    person.job_ends = hours.after(simulation_.now, left);
    set_slot(seat, person.job_ends);
  }
  book_time(person);
  count_employment(seat);
  if (month_ != 0) {
    ++seat_books_[seat].left;
    seat_books_[seat].tenure_left += simulation_.now - career.joined;
  }
  const bool trained = person.trained;
  person.employed = person.trained = person.absent = person.covered = false;
  if (trained) count_trained(person.role, -1);
  person.books = person.lead == none ? Person::Books::off : Person::Books::busy;
  if (person.lead == none) simulation_.agenda.slots().clear(seat);
  for (sim::EventHeap::Handle* event : {&person.absence_event, &person.cover_event, &career.tenure_event, &career.start_event})
    cancel(*event);
  absences_[seat].clear();
  const RolePlan& role = *person.plan;
  if (!quits && !role.rented && !career.wanted)
    now_book(layout_.single(LedgerLayout::dismissal)) += role.pay.dismissal.hundredths;
  if (quits) leads_of_leaver(seat);
  if (plan_.calls) list_due_at(simulation_.now);  // a fallback may be wanted
  clients_of_leaver(seat, quits);
  ++person.holder;
  set_heads();
  for (std::uint32_t activity = 0; activity < activities_; ++activity) {
    seek_again(own_lines(seat, activity));
    seek_again(cover_lines(person.role, activity));
  }
}

/// A person leaves by himself.
template <class Recorder>
void DepartmentAtWork<Recorder>::quits(std::uint32_t seat) {
  ++now_book(layout_.by_role(people_[seat].role, LedgerLayout::quits));
  leaves(seat, Leaving::quits);
  if (careers_[seat].wanted) fill_vacancy(seat, simulation_.now);
  offer_to_all_idle();
}

/// Fills a vacancy with whoever has been longest in a role below and is at full speed there; his seat falls vacant.
template <class Recorder>
bool DepartmentAtWork<Recorder>::promotes_into(std::uint32_t seat) {
  std::uint32_t best = none;
  for (std::uint32_t other = 0; other < people_.size(); ++other) {
    const Person& person = people_[other];
    if (person.plan->promotes_to != people_[seat].role || !person.employed || !person.trained) continue;
    const Career& career = careers_[other];
    if (simulation_.now - career.ramp_begin < career.ramp_time) continue;
    if (best == none || career.joined < careers_[best].joined) best = other;
  }
  if (best == none) return false;
  const RolePlan& from = plan_.roles[people_[best].role];
  trace_person(Happening::What::promoted, best, static_cast<std::int32_t>(seat));
  leaves(best, Leaving::promoted);
  joins(seat, false, true, from.promotion_ramp, people_[seat].plan->ramp_from);
  fill_vacancy(best, simulation_.now);
  return true;
}

/// With fewer people than its minimum a role stands still: they finish what is in hand and start nothing.
template <class Recorder>
void DepartmentAtWork<Recorder>::count_trained(std::uint32_t r, int change) {
  trained_[r] += static_cast<std::uint32_t>(change);
  const RolePlan& role = plan_.roles[r];
  const bool still = trained_[r] < role.minimum;
  if (still == (stands_still_[r] != 0)) return;
  stands_still_[r] = still ? 1 : 0;
  for (std::uint32_t seat = role.first_seat; seat < role.first_seat + role.seats; ++seat) {
    const Person& person = people_[seat];
    if (still && person.waiting) stops_waiting(seat);
    if (!still && person.lead == none && !person.waiting && available(person)) becomes_free(seat);
  }
}

/// Odds of a person at each activity, lognormal with mean 1; the best of the candidates for the role's first activity.
template <class Recorder>
void DepartmentAtWork<Recorder>::draw_talent(std::uint32_t seat) {
  constexpr sim::Word talent_word = sim::word("career/talent");
  const Person& person = people_[seat];
  const RolePlan& role = *person.plan;
  const sim::Sampler law(sim::Distribution::lognormal(1, role.talent));
  // Address: holder, candidate and activity.
  const auto of = [&](std::uint32_t candidate, std::uint32_t activity) {
    sim::Stream stream = draws_.at(talent_word, seat, ((person.holder & 0xff) << 16) | (candidate << 8) | (activity & 0xff));
    return law(stream);
  };
  const std::uint32_t first = role.duties.front().stage;
  std::uint32_t best = 0;
  double most = of(0, first);
  for (std::uint32_t candidate = 1; candidate < role.candidates; ++candidate)
    if (const double value = of(candidate, first); value > most) {
      most = value;
      best = candidate;
    }
  for (std::uint32_t activity = 0; activity < activities_; ++activity)
    talent_[seat * activities_ + activity] = of(best, activity);
}

template <class Recorder>
void DepartmentAtWork<Recorder>::count_employment(std::uint32_t seat) {
  const Person& person = people_[seat];
  Career& career = careers_[seat];
  const sim::Time open = plan_.calendars[person.calendar].open_before(simulation_.now);
  if (person.employed) {
    career.month_employed += simulation_.now - career.counted;
    career.month_paid += open - career.open_counted;
  }
  career.counted = simulation_.now;
  career.open_counted = open;
}

template <class Recorder>
void DepartmentAtWork<Recorder>::count_heads() {
  for (std::uint32_t group = 0; group < heads_.size(); ++group) {
    month_heads_[group] += heads_[group] * (simulation_.now - heads_counted_[group]);
    heads_counted_[group] = simulation_.now;
  }
}

/// Who has a head now: of each group the lowest seats, as many people as its heads can lead.
template <class Recorder>
void DepartmentAtWork<Recorder>::set_heads() {
  if (plan_.heads.empty()) return;
  count_heads();
  for (std::uint32_t group = 0; group < heads_.size(); ++group) {
    const HeadPlan& plan = plan_.heads[group];
    std::uint32_t people = 0;
    for (const std::uint32_t seat : plan.seats) people += people_[seat].employed ? 1 : 0;
    const auto span = static_cast<std::uint32_t>(plan.terms.span.value_or(0));
    heads_[group] = span == 0 ? 0 : std::min((people + span - 1) / span, static_cast<std::uint32_t>(plan.terms.most));
    std::uint32_t room = heads_[group] * span;
    for (const std::uint32_t seat : plan.seats) {
      const RolePlan& role = *people_[seat].plan;
      Career& career = careers_[seat];
      const bool led = people_[seat].employed && room > 0;
      if (led) --room;
      career.effort = role.effort * (led ? plan.terms.effort : plan.terms.without);
      career.diligence = led ? std::max(role.diligence, plan.terms.diligence.value_or(0)) : role.diligence;
    }
  }
}

}  // namespace models
