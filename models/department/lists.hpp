#pragma once

// Calling companies of the cold list and waking sleeping clients; members of models::DepartmentAtWork, included by
// department.cpp only.

#include <algorithm>

#include "models/department.hpp"
#include "models/department/odds.hpp"
#include "models/rounding.hpp"
#include "sim/elementary.hpp"

namespace models {

/// Takes up the company that has been due longest, else the next fresh one. False if there is none to call now.
template <class Recorder>
bool DepartmentAtWork<Recorder>::calls_cold(std::uint32_t seat, const DutyPlan& duty) {
  const Person& person = people_[seat];
  if (running_out_ || (person.plan->pause && paused(person.role))) return false;
  const sim::Time mood = careers_[seat].next_call;
  if (mood != -sim::never && mood > clocks_[person.calendar](simulation_.now)) return false;
  std::uint32_t best = none;
  sim::Time due = simulation_.now + 1;
  std::uint32_t fresh = none;
  for (const std::uint32_t g : duty.lists) {
    if (!acts_for(seat, duty, g)) continue;
    const SegmentPlan& segment = plan_.segments[g];
    const ColdList& list = cold_lists_[g];
    const sim::Time earliest = std::min(list.retries.due(), list.rests.due());
    if (earliest < due) {
      due = earliest;
      best = g;
    }
    if (list.fresh() >= segment.prospects) continue;
    // Of several lists the one of which the smaller part has been called.
    if (fresh == none || std::uint64_t{list.fresh()} * plan_.segments[fresh].prospects <
                             std::uint64_t{cold_lists_[fresh].fresh()} * segment.prospects)
      fresh = g;
  }
  if (best != none) {
    ColdList& list = cold_lists_[best];
    DueList& from = list.retries.due() <= list.rests.due() ? list.retries : list.rests;
    const std::uint32_t company = from.front().who;
    from.pop();
    begins_call(seat, best, company);
    return true;
  }
  if (fresh == none) return false;
  ColdList& list = cold_lists_[fresh];
  const std::uint32_t company = list.fresh();
  list.called.emplace_back();
  begins_call(seat, fresh, company);
  return true;
}

/// Whether somebody does this duty for a segment now: not when it is sold out, as a fallback only while nobody else is
/// there for it.
template <class Recorder>
bool DepartmentAtWork<Recorder>::acts_for(std::uint32_t seat, const DutyPlan& duty, std::uint32_t g) const {
  return (!plan_.stocked || stock_[g] != 0) && (!duty.fallback || fallback_acts({people_[seat].role, duty.overflow}, duty.stage, g));
}

template <class Recorder>
void DepartmentAtWork<Recorder>::begins_call(std::uint32_t seat, std::uint32_t g, std::uint32_t at) {
  Person& person = people_[seat];
  const SegmentPlan& segment = plan_.segments[g];
  const CustomerWords& words = plan_.sources[segment.cold_source].customer;
  Company& company = cold_lists_[g].called[at];
  if (person.waiting) stops_waiting(seat);
  set_books(person, Person::Books::busy);
  const bool reached =
      segment.reach >= 1 || draws_.uniform(words.cold_reach, at, company.dials) < segment.reach;
  sim::Time desk = 0;
  if (reached) {
    if (segment.talk.on) desk = drawn(segment.talk.sampler, words.cold_talk, at, company.talks);
  } else if (segment.dial.on) {
    desk = drawn(segment.dial.sampler, words.cold_dial, at, company.dials);
  }
  ++company.dials;
  ++company.tries;
  person.lead = at;
  person.segment = g;
  careers_[seat].call_began = person.open_since;
  trace_company(Happening::What::calls, g, at, seat);
  person.job = reached ? Person::Job::cold_talk : Person::Job::cold_dial;
  begins_job(seat, plan_.activity(Service::cold_call), desk, 0, false);
}

/// How much less somebody with clients of his own likes to call: the pause after a call in units of its length.
inline double reluctance(std::uint32_t clients, double comfort) {
  return sim::exp(log_of_two * std::min(50.0, static_cast<double>(clients) / comfort)) - 1;
}

template <class Recorder>
void DepartmentAtWork<Recorder>::ends_call(std::uint32_t seat) {
  Person& person = people_[seat];
  const std::uint32_t g = person.segment;
  const std::uint32_t at = person.lead;
  const RolePlan& role = *person.plan;
  const SegmentPlan& segment = plan_.segments[g];
  const CustomerWords& words = plan_.sources[segment.cold_source].customer;
  ColdList& list = cold_lists_[g];
  person.lead = none;
  ++now_book(layout_.single(LedgerLayout::dials));
  if (role.comfort > 0 && careers_[seat].clients > 0) {
    const sim::Time now = clocks_[person.calendar](simulation_.now);
    const auto length = static_cast<double>(now - careers_[seat].call_began);
    const double pause = length * reluctance(careers_[seat].clients, role.comfort);
    careers_[seat].next_call = pause < static_cast<double>(sim::never) ? now + whole(pause) : sim::never;
  }
  Company& company = list.called[at];
  trace_company(Happening::What::called, g, at, seat, static_cast<std::int32_t>(person.job));
  if (person.job == Person::Job::cold_dial) {
    if (company.tries >= segment.attempts) {
      rests(g, at);
    } else {
      const sim::Time due = after(segment.retry.clock, segment.retry.length);
      list.retries.push({due, at, 0});
      trace_company(Happening::What::again, g, at, seat, 0, due);
      list_grows(due);
    }
    return;
  }
  ++now_book(layout_.single(LedgerLayout::talks));
  const std::uint32_t talk = company.talks++;
  double chance = segment.interest[std::min<std::size_t>(talk, segment.interest.size() - 1)];
  double factor = odds(seat, plan_.activity(Service::cold_call));
  if (role.learning_half > 0) {
    const auto halves = static_cast<double>(simulation_.now - plan_.begin) / static_cast<double>(role.learning_half);
    factor *= role.learning_limit + (1 - role.learning_limit) * sim::exp(-log_of_two * halves);
  }
  if (factor != 1) chance = with_odds(chance, factor);
  if (draws_.uniform(words.cold_interest, at, talk) < chance) {
    if (!running_out_) warms(seat, g, at);
    return;
  }
  trace_company(Happening::What::refuses, g, at, seat);
  const double give_up = segment.give_up[std::min<std::size_t>(talk, segment.give_up.size() - 1)];
  if (!(give_up > 0 && draws_.uniform(words.cold_give_up, at, talk) < give_up)) rests(g, at);
  constexpr sim::Word refusal_word = sim::word("career/refusal");
  Career& career = careers_[seat];
  if (role.refusal_quit > 0 && person.employed) {
    // Address: holder and refusal, the latter never so many that they meet.
    const std::uint32_t attempt = ((person.holder & 0xff) << 16) | (career.refusals & 0xffff);
    ++career.refusals;
    if (draws_.uniform(refusal_word, seat, attempt) < role.refusal_quit) quits(seat);
  }
}

/// A warm lead; it belongs to the caller if his role owns leads.
template <class Recorder>
void DepartmentAtWork<Recorder>::warms(std::uint32_t seat, std::uint32_t g, std::uint32_t company) {
  const Person& person = people_[seat];
  const SegmentPlan& segment = plan_.segments[g];
  // Address: which lead of the company, and attempt.
  const std::uint32_t address = (cold_lists_[g].called[company].leads++ & 0x3ff) << 14;
  const std::uint32_t at = new_lead(segment.cold_source, company, address);
  Lead& lead = leads_[at];
  lead.client = company;
  place_at(lead, segment.enters);
  ++now_book(layout_.funnel(lead.stage, LedgerLayout::came));
  lead.worker = seat;
  lead.worker_holder = person.job_holder;
  if (person.plan->owns_leads && person.employed && person.holder == person.job_holder) {
    lead.owner = seat;
    lead.owner_holder = person.holder;
  }
  ++now_book(LedgerLayout::leads_cold);
  ++careers_[seat].month_leads;
  careers_[seat].month_pieces += person.plan->pay.per_lead.hundredths;
  trace(Happening::What::asks, lead, seat);
  if (stock_[g] == 0) {
    loses(at, LeadLoss::sold_out);
    return;
  }
  enter_stage(at);
}

/// The company is left in peace until a new round.
template <class Recorder>
void DepartmentAtWork<Recorder>::rests(std::uint32_t g, std::uint32_t company) {
  const SegmentPlan& segment = plan_.segments[g];
  ColdList& list = cold_lists_[g];
  list.called[company].tries = 0;
  if (!segment.rest) return;
  const sim::Time due = after(segment.rest->clock, segment.rest->length);
  list.rests.push({due, company, 0});
  trace_company(Happening::What::rests, g, company, none, 0, due);
  list_grows(due);
}

/// Entries of clients who have woken or gone meanwhile are of no use.
template <class Recorder>
void DepartmentAtWork<Recorder>::drop_stale(Sleepers& sleepers) {
  for (DueList* list : {&sleepers.fresh, &sleepers.rests})
    while (!list->empty()) {
      const Client& client = clients_[list->front().who];
      if (client.state == Client::State::asleep && client.sleeps == list->front().stamp) break;
      list->pop();
    }
}

/// Takes up the sleeping client who has been due longest. False if there is none to call now.
template <class Recorder>
bool DepartmentAtWork<Recorder>::wakes(std::uint32_t seat, const DutyPlan& duty) {
  if (running_out_) return false;
  std::uint32_t best = none;
  sim::Time due = simulation_.now + 1;
  for (const std::uint32_t g : duty.lists) {
    Sleepers& sleepers = sleepers_[g];
    if (std::min(sleepers.fresh.due(), sleepers.rests.due()) >= due || !acts_for(seat, duty, g)) continue;
    drop_stale(sleepers);
    const sim::Time earliest = std::min(sleepers.fresh.due(), sleepers.rests.due());
    if (earliest >= due) continue;
    due = earliest;
    best = g;
  }
  if (best == none) {
    wake_due_ = sim::never;
    for (const Sleepers& sleepers : sleepers_)
      wake_due_ = std::min({wake_due_, sleepers.fresh.due(), sleepers.rests.due()});
    return false;
  }
  DueList& from = sleepers_[best].fresh.due() <= sleepers_[best].rests.due() ? sleepers_[best].fresh : sleepers_[best].rests;
  const std::uint32_t at = from.front().who;
  from.pop();
  Person& person = people_[seat];
  const Client& client = clients_[at];
  const SegmentPlan& segment = plan_.segments[best];
  if (person.waiting) stops_waiting(seat);
  set_books(person, Person::Books::busy);
  sim::Time desk = 0;
  if (segment.wake_work.on)
    desk = drawn(segment.wake_work.sampler, plan_.sources[client.source].customer.wake_work, client.number, client.wakes);
  person.lead = at;
  person.segment = best;
  person.job = Person::Job::wake;
  trace(Happening::What::calls, client, plan_.activity(Service::wake), seat);
  begins_job(seat, plan_.activity(Service::wake), desk, 0, false);
  return true;
}

template <class Recorder>
void DepartmentAtWork<Recorder>::ends_wake(std::uint32_t seat) {
  Person& person = people_[seat];
  const std::uint32_t at = person.lead;
  person.lead = none;
  Client& client = clients_[at];
  trace(Happening::What::called, client, plan_.activity(Service::wake), seat, static_cast<std::int32_t>(Person::Job::wake));
  if (client.state != Client::State::asleep || running_out_ || stock_[person.segment] == 0) return;
  const SegmentPlan& segment = plan_.segments[person.segment];
  const CustomerWords& words = plan_.sources[client.source].customer;
  const std::uint32_t attempt = client.wakes++;
  double chance = segment.wake_chance;
  if (const double factor = odds(seat, plan_.activity(Service::wake)); factor != 1) chance = with_odds(chance, factor);
  if (!(draws_.uniform(words.wake, client.number, attempt) < chance)) {
    if (!segment.wake_rest) return;
    const sim::Time due = after(segment.wake_rest->clock, segment.wake_rest->length);
    sleepers_[person.segment].rests.push({due, at, client.sleeps});
    wake_due_ = std::min(wake_due_, due);
    trace(Happening::What::rests, client, plan_.activity(Service::wake), none, 0, due);
    list_grows(due);
    return;
  }
  takes_unit(person.segment);
  count_clients();
  --sleeping_;
  ++active_;
  client.state = Client::State::active;
  ++now_book(LedgerLayout::woken);
  trace(Happening::What::woken, client, plan_.activity(Service::wake), seat);
  ++now_book(LedgerLayout::deals);
  client.unknown = client.boosted = client.with_seller = false;
  const bool stays = keeps_or_deals(at, seat);
  next_need(client, client.when[Client::need]);
  books_order(client, order_value(client.source, words.wake_order, client.number, attempt, client.size),
              OrderKind::repeat);
  client.orders = 1;
  talked(client);
  ordered(client);
  if (plan_.hands_over) begins_handover(at, stays);
  reschedule(at);
}

/// Whether the cold calls of a role that pauses stand still because the next stage has enough.
template <class Recorder>
bool DepartmentAtWork<Recorder>::paused(std::uint32_t r) {
  const RolePlan& role = plan_.roles[r];
  std::int64_t most = 0;
  for (const std::uint32_t stage : role.pause_stages) most = std::max<std::int64_t>(most, waiting_[stage]);
  const bool before = paused_[r] != 0;
  const bool now = before ? most > role.pause->below : most > role.pause->above;
  if (now != before) {
    paused_[r] = now ? 1 : 0;
    now ? ++paused_roles_ : --paused_roles_;
  }
  return now;
}

/// A line has become shorter: roles that paused for it may call again.
template <class Recorder>
void DepartmentAtWork<Recorder>::resume_calls(std::uint32_t stage) {
  for (std::uint32_t r = 0; r < plan_.roles.size(); ++r) {
    const RolePlan& role = plan_.roles[r];
    if (paused_[r] == 0 || waiting_[stage] > role.pause->below) continue;
    if (std::find(role.pause_stages.begin(), role.pause_stages.end(), stage) != role.pause_stages.end())
      list_due_at(simulation_.now);
  }
}

/// When the next entry of the lists of somebody's duty falls due; `never` if there is none.
template <class Recorder>
sim::Time DepartmentAtWork<Recorder>::next_due(std::uint32_t seat, const DutyPlan& duty) {
  sim::Time earliest = sim::never;
  for (const std::uint32_t g : duty.lists) {
    if (!acts_for(seat, duty, g)) continue;
    if (duty.calls == Calls::cold) {
      const ColdList& list = cold_lists_[g];
      if (list.fresh() < plan_.segments[g].prospects) return simulation_.now;
      earliest = std::min({earliest, list.retries.due(), list.rests.due()});
    } else {
      drop_stale(sleepers_[g]);
      earliest = std::min({earliest, sleepers_[g].fresh.due(), sleepers_[g].rests.due()});
    }
  }
  return earliest;
}

/// Somebody idle who calls lists is offered the next entry when it falls due, and a cold call when he is in the mood again.
template <class Recorder>
void DepartmentAtWork<Recorder>::wait_for_lists(std::uint32_t seat) {
  const Person& person = people_[seat];
  const RolePlan& role = *person.plan;
  if (running_out_) return;
  const sim::Calendar& calendar = plan_.calendars[person.calendar];
  const sim::Time open = clocks_[person.calendar](simulation_.now);
  for (const DutyPlan& duty : role.duties) {
    if (duty.calls == Calls::nothing || !allowed(person.role, duty.stage)) continue;
    const sim::Time due = next_due(seat, duty);
    if (due > simulation_.now) {
      if (due < plan_.horizon) list_due_at(due);
    } else if (duty.calls == Calls::cold && careers_[seat].next_call > open) {
      const sim::Time again = calendar.after(simulation_.now, careers_[seat].next_call - open);
      if (again < plan_.horizon) set_slot(seat, again);
    }
  }
}

/// An entry that falls due then has been added: whoever waits for the lists looks again. Others look when they are free.
template <class Recorder>
void DepartmentAtWork<Recorder>::list_grows(sim::Time due) {
  if (due >= plan_.horizon || list_time_ <= due) return;
  for (const std::uint32_t r : plan_.callers) {
    if (idle_[r].first == none) continue;
    list_due_at(due);
    return;
  }
}

template <class Recorder>
void DepartmentAtWork<Recorder>::list_due_at(sim::Time when) {
  if (list_time_ <= when) return;
  cancel(list_event_);
  list_time_ = when;
  list_event_ = simulation_.agenda.events().push({when, list_due, 0});
}

/// Those who wait for the lists look again, the longest idle first.
template <class Recorder>
void DepartmentAtWork<Recorder>::lists_due() {
  list_event_ = sim::EventHeap::no_event;
  list_time_ = sim::never;
  callers_.clear();
  for (const std::uint32_t r : plan_.callers)
    for (std::uint32_t seat = idle_[r].first; seat != none; seat = people_[seat].next_idle) callers_.push_back(seat);
  std::sort(callers_.begin(), callers_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return people_[a].idle_since != people_[b].idle_since ? people_[a].idle_since < people_[b].idle_since : a < b;
  });
  for (const std::uint32_t seat : callers_)
    if (people_[seat].waiting && !takes_work(seat)) wait_for_lists(seat);
}

}  // namespace models
