#pragma once

// What people do: members of models::DepartmentAtWork, included by department.cpp only.

#include "models/department.hpp"
#include "models/department/leads.hpp"

namespace models {

/// Speed of a person who is still learning, as a share of full speed.
template <class Recorder>
double DepartmentAtWork<Recorder>::ramped(std::uint32_t seat) const {
  const Career& career = careers_[seat];
  const sim::Time gone = simulation_.now - career.ramp_begin;
  if (gone >= career.ramp_time) return 1;
  return career.ramp_from + (1 - career.ramp_from) * (static_cast<double>(gone) / static_cast<double>(career.ramp_time));
}

/// What a person's skill and talent multiply odds by.
template <class Recorder>
double DepartmentAtWork<Recorder>::odds(std::uint32_t seat, std::uint32_t activity) const {
  const RolePlan& role = *people_[seat].plan;
  double result = role.skill[activity];
  if (role.talent > 0) result *= talent_[seat * activities_ + activity];
  if (role.ramp_odds && careers_[seat].ramp_time > 0) result *= ramped(seat);
  return result;
}

template <class Recorder>
void DepartmentAtWork<Recorder>::starts(std::uint32_t seat, std::uint32_t at) {
  Person& person = people_[seat];
  Lead& lead = leads_[at];
  if (person.waiting) stops_waiting(seat);
  if (lead.line != none) take_out(at);
  cancel_event(lead);
  set_books(person, Person::Books::busy);
  if (!lead.waited) record_wait(lead, true);
  if constexpr (Recorder::on)
    if (lead.kind == Lead::Kind::lead && !lead.taken && lead.worker != none &&
        (lead.worker != seat || lead.worker_holder != person.holder))
      trace(Happening::What::changes_hands, lead, seat, static_cast<std::int32_t>(lead.worker), lead.worker_holder);
  trace(Happening::What::starts, lead, seat);
  sim::Time desk = 0;
  sim::Time fixed = 0;
  if (lead.stage < plan_.stage_count) {
    if (person.plan->owns_leads && !has_owner(lead)) {
      lead.owner = seat;
      lead.owner_holder = person.holder;
    }
    person.job = decide_job(seat, at, desk, fixed);
  } else {
    person.job = Person::Job::work;
    const StagePlan& stage = *lead.plan;
    if (lead.kind == Lead::Kind::handover) {
      if (plan_.handover_work.on)
        desk = drawn(plan_.handover_work.sampler, plan_.sources[lead.source].customer.handover_work, lead.number, lead.nth);
    } else if (stage.work.on) {
      desk = draw(stage.work, words_of(lead).work, lead, lead.nth);
    }
    if (is_simple(lead)) {
      const std::uint32_t order = plan_.activity(Service::order);
      const TimedSampler& work = plan_.stages[order * segments_ + lead.segment].work;
      if (work.on) desk += draw(work, plan_.sources[lead.source].words[order].work, lead, lead.nth);
    }
  }
  person.lead = at;
  begins_job(seat, lead.stage, desk, fixed, lead.plan->interruptible);
}

/// Finds out what becomes of a lead that a person takes up, and how long it takes: `desk` is shortened by speed, `fixed`
/// is not.
template <class Recorder>
Person::Job DepartmentAtWork<Recorder>::decide_job(std::uint32_t seat, std::uint32_t at, sim::Time& desk, sim::Time& fixed) {
  const Person& person = people_[seat];
  Lead& lead = leads_[at];
  const StagePlan& stage = *lead.plan;
  const StageWords& words = words_of(lead);
  const std::vector<double>& drops = person.plan->drops;
  if (const double drop = drops[lead.segment]; drop > 0 && lead.worker == none && !lead.taken) {
    if (draws_.uniform(plan_.sources[lead.source].customer.drops, lead.number) < drop) return Person::Job::dropped;
  }
  if (!lead.taken) {
    lead.taken = true;
    if (plan_.transfers && lead.worker != none && (lead.worker != seat || lead.worker_holder != person.holder)) {
      lead.chilled = true;
      sim::Stream stream = draws_.at(words.transfer_work, lead.number, lead.address);
      desk += whole(plan_.transfer_work(stream));
      if (plan_.transfer_loss > 0 && uniform(words.transfer_loss, lead, 0) < plan_.transfer_loss)
        return Person::Job::transfer_loss;
    }
  }
  if (stage.reach < 1) {
    const bool reached = uniform(words.reach, lead, lead.dials) < stage.reach;
    if (!reached && stage.dial.on) desk += draw(stage.dial, words.dial, lead, lead.dials);
    ++lead.dials;
    if (!reached) return Person::Job::unreached;
  }
  if (stage.show < 1) {
    const bool shown = uniform(words.show, lead, lead.appointments) < stage.show;
    if (!shown && stage.no_show.on) desk += draw(stage.no_show, words.no_show, lead, lead.appointments);
    ++lead.appointments;
    if (!shown) return Person::Job::no_show;
  }
  if (stage.work.on)
    desk += lead.stage + lead.visits == 0 ? lead.first_work : draw(stage.work, words.work, lead, lead.visits);
  if (stage.travel.on) fixed += draw(stage.travel, words.travel, lead, lead.visits);
  if (stage.half_life > 0) {
    const sim::Time wait = reading(stage.half_life_clock, simulation_.now) - reading(stage.half_life_clock, lead.due);
    const double left =
        sim::exp(-log_of_two * (static_cast<double>(wait) / static_cast<double>(stage.half_life)));
    lead.decay = left > stage.floor ? left : stage.floor;
  }
  return Person::Job::work;
}

/// Begins what `desk` and `fixed` take this person, the change from other work included.
template <class Recorder>
void DepartmentAtWork<Recorder>::begins_job(std::uint32_t seat, std::uint32_t activity, sim::Time desk, sim::Time fixed,
                                            bool interruptible) {
  Person& person = people_[seat];
  const RolePlan& role = *person.plan;
  const Career& career = careers_[seat];
  double speed = role.speed;
  if (career.ramp_time > 0) speed *= ramped(seat);
  if (speed != 1) desk = whole(static_cast<double>(desk) / speed);
  if (role.switching > 0 && person.last_stage != none && person.last_stage != activity) fixed += role.switching;
  sim::Time duration = desk + fixed;
  person.effort = career.effort;
  if (person.effort != 1) duration = whole(static_cast<double>(duration) / person.effort);
  person.idle_for = 0;
  person.job_began = simulation_.now;
  person.job_holder = person.holder;
  person.stage = activity;
  person.interruptible = interruptible;
  person.job_ends = interruptible ? finish_time(person, seat, duration) : simulation_.now + duration;
  set_slot(seat, person.job_ends);
}

/// When interruptible work that starts now is finished, in the person's open time without absences.
template <class Recorder>
sim::Time DepartmentAtWork<Recorder>::finish_time(const Person& person, std::uint32_t seat, sim::Time work) const {
  const sim::Calendar& calendar = plan_.calendars[person.calendar];
  sim::Time from = simulation_.now;
  const std::vector<sim::Interval>& absences = absences_[seat];
  for (std::size_t i = person.next_absence; i < absences.size() && person.employed; ++i) {
    if (absences[i].begin < from) continue;
    const sim::Time until = calendar.open_before(absences[i].begin) - calendar.open_before(from);
    if (work <= until) break;
    work -= until;
    from = absences[i].end;
  }
  return calendar.after(from, work);
}

template <class Recorder>
void DepartmentAtWork<Recorder>::ends(std::uint32_t seat) {
  Person& person = people_[seat];
  if (person.lead == none) {  // nothing was in hand: in the mood for cold calls again
    simulation_.agenda.slots().clear(seat);
    if (person.waiting && !takes_work(seat)) wait_for_lists(seat);
    return;
  }
  ++events_;
  const std::uint32_t at = person.lead;
  const bool away = person.absent || !person.trained;
  set_books(person, !person.employed ? Person::Books::off : away ? Person::Books::absent : Person::Books::idle);
  person.lead = none;
  person.last_stage = person.stage;
  if (person.stage < plan_.stage_count) {
    ends_lead(seat, at);
  } else if (person.job == Person::Job::wake) {
    person.lead = at;
    ends_wake(seat);
  } else if (person.job == Person::Job::work) {
    ends_case(seat, at);
  } else {
    person.lead = at;
    ends_call(seat);
  }
  // Whoever has left meanwhile may have a successor who is at work already.
  if (person.lead == none && !person.waiting) becomes_free(seat);
}

template <class Recorder>
void DepartmentAtWork<Recorder>::ends_lead(std::uint32_t seat, std::uint32_t at) {
  const Person& person = people_[seat];
  Lead& lead = leads_[at];
  lead.worker = seat;
  lead.worker_holder = person.job_holder;
  trace(Happening::What::ends, lead, seat, static_cast<std::int32_t>(person.job));
  if (plan_.stocked && stock_[lead.segment] == 0) {  // somebody else got the last unit meanwhile
    loses(at, LeadLoss::sold_out);
    return;
  }
  const StagePlan& stage = *lead.plan;
  switch (person.job) {
    case Person::Job::transfer_loss: loses(at, LeadLoss::transfer); break;
    case Person::Job::dropped: loses(at, LeadLoss::dropped); break;
    case Person::Job::unreached:
      if (++lead.tries >= stage.attempts) {
        loses(at, LeadLoss::unreached);
      } else {
        const sim::Time pause = stage.retry.on ? draw(stage.retry, words_of(lead).retry, lead, lead.dials) : 0;
        const sim::Time due = after(stage.retry.clock, pause);
        trace(Happening::What::again, lead, seat, 0, due);
        due_at(at, due);
      }
      break;
    case Person::Job::no_show:
      if (stage.rebook > 0 && uniform(words_of(lead).rebook, lead, lead.appointments) < stage.rebook) {
        lead.tries = 0;
        lead.waited = false;
        trace(Happening::What::again, lead, seat);
        enter_stage(at);
      } else {
        loses(at, LeadLoss::no_show);
      }
      break;
    default: finish_talk(at, seat); break;
  }
}

/// After a job, at the start of a shift, back from an absence: takes up what waits, or waits for what comes.
template <class Recorder>
void DepartmentAtWork<Recorder>::becomes_free(std::uint32_t seat) {
  Person& person = people_[seat];
  const bool free = available(person);
  if (free && takes_work(seat)) return;
  simulation_.agenda.slots().clear(seat);
  if (!free) return;
  waits_for_work(seat);
  if (plan_.calls) wait_for_lists(seat);
}

/// Joins the idle of his role behind all who have been idle longer. Idle is his own open time since his last job:
/// nights, gaps and absences do not count.
template <class Recorder>
void DepartmentAtWork<Recorder>::waits_for_work(std::uint32_t seat) {
  Person& person = people_[seat];
  person.waiting = true;
  person.idle_since = simulation_.now - person.idle_for;
  IdleList& list = idle_[person.role];
  std::uint32_t before = list.last;
  while (before != none && (people_[before].idle_since > person.idle_since ||
                            (people_[before].idle_since == person.idle_since && before > seat)))
    before = people_[before].previous_idle;
  person.previous_idle = before;
  person.next_idle = before == none ? list.first : people_[before].next_idle;
  (person.next_idle == none ? list.last : people_[person.next_idle].previous_idle) = seat;
  (before == none ? list.first : people_[before].next_idle) = seat;
}

template <class Recorder>
void DepartmentAtWork<Recorder>::stops_waiting(std::uint32_t seat) {
  Person& person = people_[seat];
  IdleList& list = idle_[person.role];
  (person.previous_idle == none ? list.first : people_[person.previous_idle].next_idle) = person.next_idle;
  (person.next_idle == none ? list.last : people_[person.next_idle].previous_idle) = person.previous_idle;
  person.waiting = false;
  person.idle_for = simulation_.now - person.idle_since;
}

/// Takes up the first due of the first duty for which anything waits. False if nothing does.
template <class Recorder>
bool DepartmentAtWork<Recorder>::takes_work(std::uint32_t seat) {
  const Person& person = people_[seat];
  const RolePlan& role = *person.plan;
  const std::uint8_t* const may = &allowed_[person.role * activities_];
  for (const DutyPlan& duty : role.duties) {
    if (may[duty.stage] == 0) continue;
    if (waiting_[duty.stage] == 0) {
      if (duty.calls == Calls::cold ? calls_cold(seat, duty)
                                    : duty.calls == Calls::wake && wake_due_ <= simulation_.now && wakes(seat, duty))
        return true;
      continue;
    }
    std::uint32_t best = none;
    const auto consider = [&](std::uint32_t line) {
      const std::uint32_t first = lines_[line].first;
      if (first != none && (best == none || leads_[first].spell_began < leads_[best].spell_began)) best = first;
    };
    const std::uint32_t own = own_lines(seat, duty.stage);
    const std::uint32_t cover = cover_lines(person.role, duty.stage);
    const std::uint32_t common = common_lines(duty.stage);
    for (std::uint32_t g = 0; g < segments_; ++g) {
      if (duty.segments[g] == 0) continue;
      if (role.personal) {
        consider(own + g);
        consider(cover + g);
      }
      if (role.assign == Assign::owner) continue;
      if (duty.fallback && !fallback_acts({person.role, duty.overflow}, duty.stage, g)) continue;
      consider(common + g);
      if (!duty.fallback) continue;
      const std::uint32_t dealt = first_dealt(duty.stage, g);
      if (dealt != none && (best == none || leads_[dealt].spell_began < leads_[best].spell_began)) best = dealt;
    }
    if (best == none) continue;
    starts(seat, best);
    return true;
  }
  return false;
}

/// The first due of the leads that were dealt to somebody but belong to nobody yet.
template <class Recorder>
std::uint32_t DepartmentAtWork<Recorder>::first_dealt(std::uint32_t stage, std::uint32_t segment) const {
  std::uint32_t best = none;
  for (const std::uint32_t seat : plan_.doers[stage * segments_ + segment].dealt) {
    std::uint32_t at = lines_[own_lines(seat, stage) + segment].first;
    while (at != none && has_owner(leads_[at])) at = leads_[at].next;
    if (at != none && (best == none || leads_[at].spell_began < leads_[best].spell_began)) best = at;
  }
  return best;
}

/// A fallback acts while no trained person of another role with this activity is employed, or too many wait for it.
template <class Recorder>
bool DepartmentAtWork<Recorder>::fallback_acts(const Doer& doer, std::uint32_t stage, std::uint32_t segment) const {
  bool somebody = false;
  for (const Doer& other : plan_.doers[stage * segments_ + segment].primary)
    somebody = somebody || (other.role != doer.role && trained_[other.role] > 0 && stands_still_[other.role] == 0);
  return !somebody || (doer.overflow && waiting_[stage] > *doer.overflow);
}

template <class Recorder>
std::uint32_t DepartmentAtWork<Recorder>::longest_idle(std::span<const Doer> doers,
                                                        std::uint32_t activity) const {
  std::uint32_t best = none;
  for (const Doer& doer : doers) {
    const std::uint32_t seat = idle_[doer.role].first;
    if (seat == none || !allowed(doer.role, activity)) continue;
    if (best == none || people_[seat].idle_since < people_[best].idle_since ||
        (people_[seat].idle_since == people_[best].idle_since && seat < best))
      best = seat;
  }
  return best;
}

template <class Recorder>
std::uint32_t DepartmentAtWork<Recorder>::idle_fallback(const Doers& doers, std::uint32_t stage, std::uint32_t segment) const {
  std::uint32_t best = none;
  for (const Doer& doer : doers.fallback) {
    if (idle_[doer.role].first == none || !fallback_acts(doer, stage, segment)) continue;
    const std::uint32_t seat = longest_idle(std::span(&doer, 1), stage);
    if (seat == none) continue;
    if (best == none || people_[seat].idle_since < people_[best].idle_since ||
        (people_[seat].idle_since == people_[best].idle_since && seat < best))
      best = seat;
  }
  return best;
}

/// Books a person's time up to now. Open time of his calendar is worked, slack, idle or absent; what he works beyond it,
/// or after his last day, is overtime.
template <class Recorder>
void DepartmentAtWork<Recorder>::book_time(Person& person) {
  const sim::Time now = simulation_.now;
  if (now == person.since) return;
  const sim::Time open = clocks_[person.calendar](now);
  const sim::Time in_hours = open - person.open_since;
  const sim::Time passed = now - person.since;
  person.since = now;
  person.open_since = open;
  if (person.books == Person::Books::off) return;
  if (person.books == Person::Books::idle) {
    person.month.idle += in_hours;
  } else if (person.books == Person::Books::absent) {
    person.month.absent += in_hours;
  } else {
    const sim::Time paid = person.employed ? in_hours : 0;
    const sim::Time overtime = (person.interruptible ? in_hours : passed) - paid;
    const sim::Time worked = person.effort == 1 ? paid : whole(static_cast<double>(paid) * person.effort);
    person.month.worked += worked;
    person.month.slack += paid - worked;
    person.month.overtime += overtime;
    month_activities_[person.first_activity + person.stage] += paid;
  }
}

template <class Recorder>
void DepartmentAtWork<Recorder>::set_books(Person& person, Person::Books books) {
  book_time(person);
  person.books = books;
}

}  // namespace models
