#pragma once

// Whom clients belong to; members of models::DepartmentAtWork, included by department.cpp only.

#include <algorithm>

#include "models/department.hpp"

namespace models {

/// Who of these seats (of one role, or of any if `role` is none) has the fewest clients: trained people who are there,
/// else those who are away; ties by seat. None if nobody is employed.
template <class Recorder>
std::uint32_t DepartmentAtWork<Recorder>::fewest(std::span<const std::uint32_t> seats, std::uint32_t role,
                                                 std::uint32_t except) const {
  std::uint32_t best = none;
  bool best_away = true;
  for (const std::uint32_t seat : seats) {
    const Person& person = people_[seat];
    if (!person.employed || !person.trained || seat == except || (role != none && person.role != role)) continue;
    const bool better = best == none || (best_away && !person.absent) ||
                        (best_away == person.absent && careers_[seat].clients < careers_[best].clients);
    if (!better) continue;
    best = seat;
    best_away = person.absent;
  }
  return best;
}

template <class Recorder>
void DepartmentAtWork<Recorder>::count_owned(std::uint32_t seat) {
  Career& career = careers_[seat];
  career.month_owned += career.clients * (simulation_.now - career.clients_counted);
  career.clients_counted = simulation_.now;
}

template <class Recorder>
void DepartmentAtWork<Recorder>::gets_owner(std::uint32_t at, std::uint32_t seat) {
  Client& client = clients_[at];
  Career& career = careers_[seat];
  count_owned(seat);
  client.owner = seat;
  client.stranded = false;
  client.buried = false;
  ++client.owners;
  client.when[Client::new_owner] = sim::never;
  client.previous = none;
  client.next = career.first_client;
  if (client.next != none) clients_[client.next].previous = at;
  career.first_client = at;
  ++career.clients;
  trace(Happening::What::owned, client, none, seat);
  if (career.clients - career.buried > people_[seat].plan->portfolio) bury_one(seat);
  cases_follow(client);
}

/// What waits for the client waits for his new owner.
template <class Recorder>
void DepartmentAtWork<Recorder>::cases_follow(const Client& client) {
  for (std::uint32_t number = client.cases; number != none;) {
    Lead& lead = leads_[number];
    const std::uint32_t next = lead.sibling;
    if (lead.line != none) {
      take_out(number);
      lead.owner = client.owner;
      lead.owner_holder = people_[client.owner].holder;
      find_somebody(number);
    }
    number = next;
  }
}

/// Takes the client out of his owner's portfolio, where a place may fall free.
template <class Recorder>
void DepartmentAtWork<Recorder>::loses_owner(std::uint32_t at) {
  Client& client = clients_[at];
  const std::uint32_t seat = client.owner;
  if (seat == none) return;
  Career& career = careers_[seat];
  count_owned(seat);
  (client.previous == none ? career.first_client : clients_[client.previous].next) = client.next;
  if (client.next != none) clients_[client.next].previous = client.previous;
  --career.clients;
  client.owner = none;
  client.with_seller = false;
  if (client.buried) {
    count_clients();
    client.buried = false;
    --career.buried;
    --buried_;
  } else if (career.buried > 0) {
    dig_up_one(seat);
  }
}

/// Whether a client is worth more than another; of equal ones the one with the lower number.
template <class Recorder>
bool DepartmentAtWork<Recorder>::more_valuable(std::uint32_t at, std::uint32_t than) const {
  const Client& one = clients_[at];
  const Client& other = clients_[than];
  const double value = worth(one);
  const double others = worth(other);
  if (value < others || others < value) return others < value;
  return identity_of(one.source, one.number) < identity_of(other.source, other.number);
}

/// The least valuable client is no longer looked after.
template <class Recorder>
void DepartmentAtWork<Recorder>::bury_one(std::uint32_t seat) {
  Career& career = careers_[seat];
  std::uint32_t least = none;
  for (std::uint32_t at = career.first_client; at != none; at = clients_[at].next)
    if (!clients_[at].buried && (least == none || more_valuable(least, at))) least = at;
  count_clients();
  Client& client = clients_[least];
  client.buried = true;
  ++career.buried;
  ++buried_;
  trace(Happening::What::buried, client, none, seat);
  drop_cases(client, true);
  set_contact(client);
  reschedule(least);
}

/// The most valuable of the buried clients is looked after again.
template <class Recorder>
void DepartmentAtWork<Recorder>::dig_up_one(std::uint32_t seat) {
  Career& career = careers_[seat];
  std::uint32_t most = none;
  for (std::uint32_t at = career.first_client; at != none; at = clients_[at].next)
    if (clients_[at].buried && (most == none || more_valuable(at, most))) most = at;
  count_clients();
  Client& client = clients_[most];
  client.buried = false;
  --career.buried;
  --buried_;
  trace(Happening::What::dug_up, client, none, seat);
  set_contact(client);
  reschedule(most);
}

/// Gives a client without an owner to whoever of those who may have him has the fewest.
template <class Recorder>
void DepartmentAtWork<Recorder>::assign_owner(std::uint32_t at) {
  const SegmentPlan& segment = plan_.segments[plan_.sources[clients_[at].source].segment];
  if (segment.keepers.empty()) return;
  const std::vector<std::uint32_t>& seats = segment.receivers.empty() ? segment.keepers : segment.receivers;
  std::uint32_t seat = fewest(seats, none, none);
  if (seat == none) seat = fewest(segment.keepers, none, none);
  if (seat == none) {
    strand(at);
    return;
  }
  gets_owner(at, seat);
  set_contact(clients_[at]);
}

/// He waits until somebody comes who may have him.
template <class Recorder>
void DepartmentAtWork<Recorder>::strand(std::uint32_t at) {
  Client& client = clients_[at];
  client.when[Client::new_owner] = sim::never;
  if (client.stranded) return;
  client.stranded = true;
  trace(Happening::What::ownerless, client, none);
  stranded_.push_back(at);
}

/// They are shared out once everybody who begins at this moment is there.
template <class Recorder>
void DepartmentAtWork<Recorder>::find_owners_for_stranded() {
  std::vector<std::uint32_t> waiting;
  waiting.swap(stranded_);
  for (const std::uint32_t at : waiting) {
    Client& client = clients_[at];
    if (!client.stranded) continue;
    client.stranded = false;
    client.when[Client::new_owner] = simulation_.now;
    reschedule(at);
  }
}

/// The time limit of a handover, or the end of the wait for a new owner.
template <class Recorder>
void DepartmentAtWork<Recorder>::owner_moment(std::uint32_t at) {
  Client& client = clients_[at];
  client.when[Client::new_owner] = sim::never;
  if (client.with_seller) {
    hand_over(at);
  } else if (client.owner == none) {
    assign_owner(at);
  }
}

/// Whether whoever sold does not keep in touch himself, and another role does.
template <class Recorder>
bool DepartmentAtWork<Recorder>::must_be_handed_on(std::uint32_t role, std::uint32_t segment) const {
  return plan_.does[role][plan_.activity(Service::contact) * segments_ + segment] == Does::no &&
         !plan_.segments[segment].receivers.empty();
}

/// From the seller to whoever keeps in touch; the new owner's first talk with the client is the handover.
template <class Recorder>
void DepartmentAtWork<Recorder>::hand_over(std::uint32_t at) {
  Client& client = clients_[at];
  const SegmentPlan& segment = plan_.segments[plan_.sources[client.source].segment];
  const std::uint32_t seat = fewest(segment.receivers, none, client.owner);
  if (seat == none) {
    strand(at);
    return;
  }
  trace(Happening::What::handed_on, client, none, client.owner);
  loses_owner(at);
  client.with_seller = false;
  drop_cases(client, true);
  gets_owner(at, seat);
  client.when[Client::contact] = sim::never;
  open_case(at, Lead::Kind::handover, Service::contact, client.owners);
}

/// A silent client gets another owner of the same role, who pleases him more until he orders. False if there is none.
template <class Recorder>
bool DepartmentAtWork<Recorder>::rotates(std::uint32_t at) {
  Client& client = clients_[at];
  const SegmentPlan& segment = plan_.segments[plan_.sources[client.source].segment];
  client.when[Client::rotation] = simulation_.now + plan_.rotation_after;
  if (client.owner == none) return false;
  const std::uint32_t seat = fewest(segment.keepers, people_[client.owner].role, client.owner);
  if (seat == none) return false;
  // He is still to be handed on.
  const bool with_seller = client.with_seller;
  const bool stranded = client.stranded;
  const sim::Time limit = client.when[Client::new_owner];
  trace(Happening::What::rotated, client, none, client.owner);
  loses_owner(at);
  drop_cases(client, true);
  gets_owner(at, seat);
  client.with_seller = with_seller;
  client.stranded = stranded;
  client.when[Client::new_owner] = limit;
  client.boosted = true;
  set_contact(client);
  return true;
}

/// What becomes of the clients of somebody who leaves: who quits may take some along and keep others to himself.
template <class Recorder>
void DepartmentAtWork<Recorder>::clients_of_leaver(std::uint32_t seat, bool quits) {
  constexpr sim::Word goes_word = sim::word("career/goes");
  const RolePlan& role = *people_[seat].plan;
  const bool goes = quits && role.takes_chance > 0 &&
                    draws_.uniform(goes_word, seat, people_[seat].holder) < role.takes_chance;
  std::vector<std::uint32_t> own;
  for (std::uint32_t at = careers_[seat].first_client; at != none; at = clients_[at].next) own.push_back(at);
  std::sort(own.begin(), own.end());
  // Nobody is dug up for a person who leaves.
  count_clients();
  buried_ -= careers_[seat].buried;
  careers_[seat].buried = 0;
  for (const std::uint32_t at : own) clients_[at].buried = false;
  for (const std::uint32_t at : own) {
    Client& client = clients_[at];
    const CustomerWords& words = plan_.sources[client.source].customer;
    if (goes && draws_.uniform(words.takes, client.number, client.owners) < role.takes_share) {
      loses_client(at, ClientLoss::taken);
      continue;
    }
    trace(Happening::What::owner_left, client, none, seat);
    loses_owner(at);
    client.stranded = false;
    drop_cases(client, true);
    set_contact(client);
    client.unknown = quits && role.off_crm > 0 &&
                     draws_.uniform(words.off_crm, client.number, client.owners) < role.off_crm;
    if (client.unknown) trace(Happening::What::unknown, client, none);
    client.when[Client::new_owner] = client.unknown ? sim::never : simulation_.now + plan_.reassign;
    reschedule(at);
  }
}

/// Leads of his own, or dealt to him, that a leaver takes along, or that nobody else knows of.
template <class Recorder>
void DepartmentAtWork<Recorder>::leads_of_leaver(std::uint32_t seat) {
  const Person& person = people_[seat];
  const RolePlan& role = *person.plan;
  if (role.takes_leads <= 0 && role.off_crm <= 0) return;
  for (std::uint32_t at = 0; at < leads_.size(); ++at) {
    Lead& lead = leads_[at];
    const bool touched = lead.owner == seat && lead.owner_holder == person.holder;
    const bool dealt = role.owns_leads && lead.line != none && lead.line >= own_lines(seat, 0) && lead.line < own_lines(seat + 1, 0);
    const bool own = lead.in_use && lead.kind == Lead::Kind::lead && (touched || dealt);
    const bool in_hand = lead.line == none && lead.event == sim::EventHeap::no_event;
    if (!own || in_hand) continue;
    const CustomerWords& words = plan_.sources[lead.source].customer;
    const bool gone = (role.takes_leads > 0 && uniform(words.takes_leads, lead, lead.leavers) < role.takes_leads) ||
                      (role.off_crm > 0 && uniform(words.off_crm_leads, lead, lead.leavers) < role.off_crm);
    ++lead.leavers;
    if (!gone) continue;
    if (lead.line != none) {
      take_out(at);
      if (!lead.waited) record_wait(lead, false);
    }
    cancel_event(lead);
    loses(at, LeadLoss::left_with_agent);
  }
}

}  // namespace models
