#pragma once

// What happens to leads: members of models::DepartmentAtWork, included by department.cpp only.

#include <algorithm>

#include "models/department.hpp"
#include "models/department/odds.hpp"
#include "models/rounding.hpp"
#include "sim/elementary.hpp"

namespace models {

template <class Recorder>
void DepartmentAtWork<Recorder>::lead_asks(std::uint32_t source) {
  const SourcePlan& channel = plan_.sources[source];
  const std::uint32_t number = arrivals_[source].count() - 1;
  const sim::Time next = arrivals_[source].next();
  set_slot(seats_ + source, next < plan_.horizon ? next : sim::never);
  ++events_;
  const std::uint32_t at = new_lead(source, number, 0);
  now_book(layout_.single(LedgerLayout::lead_cost)) += channel.cost;
  trace(Happening::What::asks, leads_[at]);
  if (plan_.stocked && stock_[channel.segment] == 0) {
    loses(at, LeadLoss::sold_out);
    return;
  }
  if (plan_.segments[channel.segment].received) {
    place_at(leads_[at], plan_.activity(Service::reception));
    becomes_due(at);
  } else {
    enter_stage(at);
  }
}

/// A lead of this customer, at the first stage.
template <class Recorder>
std::uint32_t DepartmentAtWork<Recorder>::new_lead(std::uint32_t source, std::uint32_t number, std::uint32_t address) {
  const std::uint32_t at = leads_.add();
  Lead& lead = leads_[at];
  lead.asked = simulation_.now;
  lead.number = number;
  lead.address = address;
  lead.source = source;
  lead.segment = plan_.sources[source].segment;
  place_at(lead, 0);
  lead.row = month_;
  const TimedSampler& work = plan_.stages[lead.segment].work;
  if (source < plan_.channels) {
    lead.first_work = first_work(source, number);
  } else if (work.on) {
    lead.first_work = draw(work, plan_.sources[source].words[0].work, lead, 0);
  }
  const double fit = plan_.segments[lead.segment].fit;
  lead.fit = fit >= 1 || draws_.uniform(plan_.sources[source].customer.fit, number) < fit;
  ++now_book(LedgerLayout::leads);
  if (source < plan_.channels) ++now_book(layout_.funnel(0, LedgerLayout::came));
  ++open_leads_;
  follow(lead);
  return at;
}

/// From now on the run-out does not end before this lead does.
template <class Recorder>
void DepartmentAtWork<Recorder>::follow(Lead& lead) {
  if (lead.followed || month_ == 0) return;
  lead.followed = true;
  ++open_cohort_;
}

template <class Recorder>
void DepartmentAtWork<Recorder>::enter_stage(std::uint32_t at) {
  Lead& lead = leads_[at];
  const StagePlan& stage = *lead.plan;
  if (stage.delay.on) {
    const sim::Time due = simulation_.now + draw(stage.delay, words_of(lead).delay, lead, lead.appointments);
    trace(Happening::What::delays, lead, none, 0, due);
    due_at(at, due);
  } else {
    becomes_due(at);
  }
}

template <class Recorder>
void DepartmentAtWork<Recorder>::due_at(std::uint32_t at, sim::Time when) {
  leads_[at].event = simulation_.agenda.events().push({when, lead_due, at}, leads_[at].identity());
}

template <class Recorder>
void DepartmentAtWork<Recorder>::cancel_event(Lead& lead) {
  if (lead.event == sim::EventHeap::no_event) return;
  simulation_.agenda.events().cancel(lead.event);
  lead.event = sim::EventHeap::no_event;
}

template <class Recorder>
void DepartmentAtWork<Recorder>::becomes_due(std::uint32_t at) {
  Lead& lead = leads_[at];
  if (lead.plan->alone) {
    lead.stage < plan_.stage_count ? finish_talk(at, none) : ends_case(none, at);
    return;
  }
  lead.spell_began = simulation_.now;
  ++lead.spells;
  if (!lead.waited) {
    lead.due = simulation_.now;
    lead.open_due = open_now();
    lead.wait_row = month_;
    if (lead.kind == Lead::Kind::lead) follow(lead);
    if (lead.plan->answer_within >= 0) ++now_book(layout_.by_stage(lead.stage, LedgerLayout::began));
  }
  find_somebody(at);
}

/// Hands a due lead to whoever takes it now, or lets it wait in the right line.
template <class Recorder>
void DepartmentAtWork<Recorder>::find_somebody(std::uint32_t at) {
  Lead& lead = leads_[at];
  if (has_owner(lead) && (find_owner(at) || (plan_.assisted && find_assistant(at)))) return;
  const Doers& doers = plan_.doers[lead.stage * segments_ + lead.segment];
  if (!doers.dealt.empty() && deal_in_turn(at, doers)) return;
  const std::uint32_t seat = longest_idle(doers.primary, lead.stage);
  if (seat != none) {
    starts(seat, at);
    return;
  }
  wait_in(at, common_lines(lead.stage) + lead.segment);
}

/// Whether the lead belongs to somebody who is still there.
template <class Recorder>
bool DepartmentAtWork<Recorder>::has_owner(const Lead& lead) const {
  return lead.owner != none && people_[lead.owner].employed && people_[lead.owner].holder == lead.owner_holder;
}

template <class Recorder>
bool DepartmentAtWork<Recorder>::find_owner(std::uint32_t at) {
  const Lead& lead = leads_[at];
  const Person& owner = people_[lead.owner];
  const Does does = plan_.does[owner.role][lead.stage * segments_ + lead.segment];
  if (does == Does::no) return false;
  if (does == Does::fallback) {
    bool acts = false;
    for (const Doer& doer : plan_.doers[lead.stage * segments_ + lead.segment].fallback)
      if (doer.role == owner.role) acts = acts || fallback_acts(doer, lead.stage, lead.segment);
    if (!acts) return false;
  }
  give_to(at, lead.owner);
  return true;
}

/// To the assistant of the person whom it belongs to. People share out the assistants of their role by seat, as evenly as
/// can be.
template <class Recorder>
bool DepartmentAtWork<Recorder>::find_assistant(std::uint32_t at) {
  const Lead& lead = leads_[at];
  const std::uint32_t owner = people_[lead.owner].role;
  const RolePlan& owners = plan_.roles[owner];
  for (const Doer& doer : plan_.doers[lead.stage * segments_ + lead.segment].primary) {
    const RolePlan& role = plan_.roles[doer.role];
    if (role.assists != owner || role.seats == 0) continue;
    const std::uint32_t seat = role.first_seat + (lead.owner - owners.first_seat) * role.seats / owners.seats;
    if (!people_[seat].employed) continue;
    give_to(at, seat);
    return true;
  }
  return false;
}

template <class Recorder>
bool DepartmentAtWork<Recorder>::deal_in_turn(std::uint32_t at, const Doers& doers) {
  const Lead& lead = leads_[at];
  std::uint32_t& turn = turn_[lead.stage * segments_ + lead.segment];
  const auto count = static_cast<std::uint32_t>(doers.dealt.size());
  for (const bool present_only : {true, false})
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint32_t place = (turn + i) % count;
      const std::uint32_t seat = doers.dealt[place];
      const Person& person = people_[seat];
      if (!person.employed || (present_only && (person.absent || !person.trained))) continue;
      turn = (place + 1) % count;
      give_to(at, seat);
      return true;
    }
  return false;
}

/// To this person, or to the others of the role while they cover for him.
template <class Recorder>
void DepartmentAtWork<Recorder>::give_to(std::uint32_t at, std::uint32_t seat) {
  const Lead& lead = leads_[at];
  const Person& person = people_[seat];
  const bool may = allowed(person.role, lead.stage);
  if (person.covered) {
    const std::uint32_t other = may ? idle_[person.role].first : none;
    if (other != none) {
      starts(other, at);
    } else {
      wait_in(at, cover_lines(person.role, lead.stage) + lead.segment);
    }
  } else if (person.waiting && may) {
    starts(seat, at);
  } else {
    wait_in(at, own_lines(seat, lead.stage) + lead.segment);
  }
}

template <class Recorder>
void DepartmentAtWork<Recorder>::wait_in(std::uint32_t at, std::uint32_t line) {
  Lead& lead = leads_[at];
  count_queue(lead.stage);
  ++waiting_[lead.stage];
  leads_.enqueue(lines_[line], line, at);
  if constexpr (Recorder::on) {
    const bool own = line >= own_lines_ && line < cover_lines_;
    trace(Happening::What::waits, lead, own ? (line - own_lines_) / (activities_ * segments_) : none);
  }
  const StagePlan& stage = *lead.plan;
  if (stage.patience.on && lead.event == sim::EventHeap::no_event) {
    const sim::Time until =
        after(stage.patience.clock, draw(stage.patience, words_of(lead).patience, lead, lead.nth + lead.spells));
    if (until < simulation_.end)
      lead.event = simulation_.agenda.events().push({until, patience_ends, at}, lead.identity());
  }
  // The line may now be long enough for a fallback.
  const std::uint32_t activity = lead.stage;
  for (std::uint32_t segment = 0; segment < segments_; ++segment) {
    const Doers& doers = plan_.doers[activity * segments_ + segment];
    if (doers.fallback.empty()) continue;
    const std::uint32_t helper = idle_fallback(doers, activity, segment);
    if (helper != none) takes_work(helper);
  }
}

template <class Recorder>
void DepartmentAtWork<Recorder>::take_out(std::uint32_t at) {
  Lead& lead = leads_[at];
  count_queue(lead.stage);
  --waiting_[lead.stage];
  leads_.dequeue(lines_[lead.line], at);
  if (paused_roles_ > 0) resume_calls(lead.stage);
}

/// Finds somebody else for all who wait in the lines of a person and one stage; they keep their place by due time.
template <class Recorder>
void DepartmentAtWork<Recorder>::seek_again(std::uint32_t first_line) {
  moved_.clear();
  for (std::uint32_t segment = 0; segment < segments_; ++segment) {
    for (std::uint32_t at = lines_[first_line + segment].first; at != none; at = leads_[at].next) moved_.push_back(at);
    lines_[first_line + segment] = {};
  }
  for (const std::uint32_t at : moved_) {
    Lead& lead = leads_[at];
    lead.line = none;
    count_queue(lead.stage);
    --waiting_[lead.stage];
  }
  // First due first, whatever the segment.
  std::sort(moved_.begin(), moved_.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Lead& left = leads_[a];
    const Lead& right = leads_[b];
    return left.spell_began != right.spell_began ? left.spell_began < right.spell_began : left.identity() < right.identity();
  });
  for (const std::uint32_t at : moved_) find_somebody(at);
}

template <class Recorder>
void DepartmentAtWork<Recorder>::record_wait(Lead& lead, bool answered) {
  const sim::Time wait = open_now() - lead.open_due;
  lead.waited = true;
  std::int64_t* const row = &book(lead.wait_row, 0);
  row[layout_.by_stage(lead.stage, LedgerLayout::wait_time)] += wait;
  ++row[layout_.by_stage(lead.stage, LedgerLayout::wait_count)];
  if (lead.wait_row != 0) waits_[lead.stage].add(wait);
  const StagePlan& stage = *lead.plan;
  if (!answered || stage.answer_within < 0) return;
  if (reading(stage.answer_clock, simulation_.now) - reading(stage.answer_clock, lead.due) <= stage.answer_within)
    ++book(lead.wait_row, layout_.by_stage(lead.stage, LedgerLayout::answered));
}

template <class Recorder>
void DepartmentAtWork<Recorder>::gives_up(std::uint32_t at) {
  ++events_;
  Lead& lead = leads_[at];
  lead.event = sim::EventHeap::no_event;
  take_out(at);
  if (!lead.waited) record_wait(lead, false);
  lead.kind == Lead::Kind::lead ? loses(at, LeadLoss::abandoned) : order_lost(at);
}

/// A talk is over: "not now", the next stage, a deal, or the end.
template <class Recorder>
void DepartmentAtWork<Recorder>::finish_talk(std::uint32_t at, std::uint32_t seat) {
  Lead& lead = leads_[at];
  const StagePlan& stage = *lead.plan;
  if (stage.later > 0 && uniform(words_of(lead).later, lead, lead.visits) < stage.later) {
    const sim::Time pause = draw(stage.later_after, words_of(lead).later_after, lead, lead.visits);
    const sim::Time due = after(stage.later_after.clock, pause);
    ++lead.visits;
    lead.tries = 0;
    lead.waited = false;
    trace(Happening::What::later, lead, seat, 0, due);
    due_at(at, due);
    return;
  }
  double chance = lead.fit ? stage.pass_fit : stage.pass_unfit;
  const double skill = seat == none ? 1 : odds(seat, lead.stage);
  // A skilled person finds more of the fit and lets through fewer of the unfit.
  double factor = !lead.fit && stage.sieves ? 1 / skill : skill;
  if (lead.chilled) factor *= plan_.transfer_chill;
  if (seat != none && lead.stage + 1 == plan_.stage_count) factor *= people_[seat].plan->discount_odds;
  if (factor != 1) chance = with_odds(chance, factor);
  chance *= lead.decay;
  if (chance >= 1 || uniform(words_of(lead).pass, lead, 0) < chance) {
    passes(at, seat);
  } else {
    const bool last = lead.stage + 1 == plan_.stage_count;
    loses(at, !lead.fit && (stage.sieves || last) ? LeadLoss::unfit : LeadLoss::refused);
  }
}

template <class Recorder>
void DepartmentAtWork<Recorder>::passes(std::uint32_t at, std::uint32_t seat) {
  Lead& lead = leads_[at];
  if (lead.stage == 0) ++now_book(LedgerLayout::leads_qualified);
  if (seat != none) {
    ++careers_[seat].month_leads;
    careers_[seat].month_pieces += people_[seat].plan->pay.per_lead.hundredths;
  }
  if (lead.stage + 1 == plan_.stage_count) {
    wins(at, seat);
    return;
  }
  ++now_book(layout_.funnel(lead.stage, LedgerLayout::passed));
  place_at(lead, lead.stage + 1);
  ++now_book(layout_.funnel(lead.stage, LedgerLayout::came));
  lead.visits = lead.dials = lead.tries = lead.appointments = lead.spells = 0;
  lead.waited = lead.taken = lead.chilled = false;
  lead.decay = 1;
  trace(Happening::What::passes, lead, seat);
  enter_stage(at);
}

template <class Recorder>
void DepartmentAtWork<Recorder>::wins(std::uint32_t at, std::uint32_t seat) {
  const Lead& lead = leads_[at];
  if (!takes_unit(lead.segment)) {
    loses(at, LeadLoss::sold_out);
    return;
  }
  const SourcePlan& channel = plan_.sources[lead.source];
  const SegmentPlan& segment = plan_.segments[channel.segment];
  const double size = segment.sizes ? size_of(lead.source, lead.number) : 1;
  const double value = order_value(lead.source, channel.customer.order, lead.number, 0, size);
  const RolePlan* const closer = seat == none ? nullptr : people_[seat].plan;
  const auto [revenue, margin] = sells(OrderKind::first, channel.segment, value, closer == nullptr ? 0 : closer->discount,
                                       segment.paid_after + (closer == nullptr ? 0 : closer->deferral));
  ++now_book(LedgerLayout::deals);
  ++now_book(layout_.funnel(lead.stage, LedgerLayout::passed));
  if (seat != none) {
    const Pay& pay = closer->pay;
    const sim::Money base = pay.of == Base::revenue ? revenue : margin;
    if (base > 0) people_[seat].month_commission += rounded(static_cast<double>(base) * pay.first);
  }
  std::int64_t* const cohort = &book(lead.row, 0);
  ++cohort[LedgerLayout::cohort_won];
  cohort[LedgerLayout::cycle_time] += simulation_.now - lead.asked;
  trace(Happening::What::won, lead, seat, 0, revenue);
  const std::uint32_t source = lead.source;
  const std::uint32_t number = lead.number;
  const sim::Time asked = lead.asked;
  close_lead(at);
  if (segment.repeats >= 1 ||
      (segment.repeats > 0 && draws_.uniform(channel.customer.repeats, number) < segment.repeats))
    becomes_client(source, number, asked, seat);
}

template <class Recorder>
void DepartmentAtWork<Recorder>::loses(std::uint32_t at, LeadLoss cause) {
  const Lead& lead = leads_[at];
  const auto number = static_cast<std::uint32_t>(cause);
  ++now_book(LedgerLayout::lost + number);
  ++now_book(layout_.funnel(lead.stage, LedgerLayout::lost_at + number));
  if (lead.fit) now_book(LedgerLayout::margin_lost + number) += lead.plan->value;
  trace(Happening::What::lost, lead, none, static_cast<std::int32_t>(cause), lead.fit ? lead.plan->value : 0);
  // A company of the cold list can be called again.
  if (lead.client != none) rests(lead.segment, lead.client);
  close_lead(at);
}

template <class Recorder>
void DepartmentAtWork<Recorder>::close_lead(std::uint32_t at) {
  --open_leads_;
  if (leads_[at].followed && --open_cohort_ == 0 && running_out_) simulation_.end = simulation_.now;
  leads_.remove(at);
}

}  // namespace models
