#pragma once

// What happens to clients; members of models::DepartmentAtWork, included by department.cpp only.

#include <algorithm>

#include "models/department.hpp"
#include "models/department/odds.hpp"
#include "models/rounding.hpp"
#include "sim/elementary.hpp"

namespace models {

/// However short the law makes them, needs do not come closer than this.
inline constexpr sim::Time shortest_gap = sim::minute;
/// Contacts let a client's orders grow to so many times at most.
inline constexpr double largest_growth = 3;

/// A client's size in that of the segment.
template <class Recorder>
double DepartmentAtWork<Recorder>::size_of(std::uint32_t source, std::uint32_t number) const {
  sim::Stream stream = draws_.at(plan_.sources[source].customer.size, number);
  return plan_.segments[plan_.sources[source].segment].size(stream);
}

/// Value of an order [hundredths].
template <class Recorder>
double DepartmentAtWork<Recorder>::order_value(std::uint32_t source, sim::Word word, std::uint32_t number,
                                               std::uint32_t attempt, double size) const {
  const SegmentPlan& segment = plan_.segments[plan_.sources[source].segment];
  const sim::Sampler& law = segment.sizes ? segment.within : segment.order;
  if (law.is_constant()) return size * law.constant_value();
  sim::Stream stream = draws_.at(word, number, attempt);
  return size * law(stream);
}

template <class Recorder>
double DepartmentAtWork<Recorder>::price(const Client& client) const {
  return plan_.segments[plan_.sources[client.source].segment].value * client.size * client.growth;
}

template <class Recorder>
double DepartmentAtWork<Recorder>::worth(const Client& client) const {
  return plan_.segments[plan_.sources[client.source].segment].worth * client.size * client.growth;
}

/// Books the time of clients and of buried ones up to now; to be called before their number changes.
template <class Recorder>
void DepartmentAtWork<Recorder>::count_clients() {
  const sim::Time passed = simulation_.now - clients_counted_;
  now_book(LedgerLayout::client_time) += active_ * passed;
  now_book(LedgerLayout::buried_time) += buried_ * passed;
  clients_counted_ = simulation_.now;
}

/// A client with nothing pending.
template <class Recorder>
std::uint32_t DepartmentAtWork<Recorder>::new_client(std::uint32_t source, std::uint32_t number) {
  const auto at = static_cast<std::uint32_t>(clients_.size());
  Client& client = clients_.emplace_back();
  client.source = source;
  client.number = number;
  if (plan_.segments[plan_.sources[source].segment].sizes) client.size = size_of(source, number);
  return at;
}

/// The next moment after now at which the client's calendar has a need, `from` being one of its moments (or its start).
template <class Recorder>
void DepartmentAtWork<Recorder>::next_need(Client& client, sim::Time from) {
  const SourcePlan& source = plan_.sources[client.source];
  const SegmentPlan& segment = plan_.segments[source.segment];
  sim::Time moment = from;
  while (moment <= simulation_.now) {
    const sim::Time gap = drawn(segment.gap, source.customer.gap, client.number, ++client.needs);
    moment += std::max(shortest_gap, gap);
    client.contacts = 0;
  }
  client.when[Client::need] = moment;
}

/// A customer has bought for the first time and is one of those who buy again.
template <class Recorder>
void DepartmentAtWork<Recorder>::becomes_client(std::uint32_t source, std::uint32_t number, sim::Time asked,
                                                std::uint32_t closer) {
  const SourcePlan& from = plan_.sources[source];
  const SegmentPlan& segment = plan_.segments[from.segment];
  count_clients();
  const std::uint32_t at = new_client(source, number);
  Client& client = clients_[at];
  ++active_;
  ++now_book(LedgerLayout::clients_won);
  trace(Happening::What::client, client, none, closer);
  // Who asked by himself begins his calendar then; a company of the cold list has always had one.
  sim::Time begin = asked;
  if (source == segment.cold_source) {
    begin = plan_.begin + std::max(shortest_gap, drawn(segment.first_gap, from.customer.first_gap, number, 0));
    client.needs = 1;  // need 0 is the order that he has just given
  }
  next_need(client, begin);
  if (segment.mortal) client.when[Client::end] = simulation_.now + drawn(segment.life, from.customer.life, number, 0);
  client.orders = 1;
  const bool stays = keeps_or_deals(at, closer);
  talked(client);
  ordered(client);
  if (plan_.hands_over) begins_handover(at, stays);
  reschedule(at);
}

/// Gives a client who has just bought to the person who sold, if he is there and his role owns clients, else to somebody.
/// True if the seller has him.
template <class Recorder>
bool DepartmentAtWork<Recorder>::keeps_or_deals(std::uint32_t at, std::uint32_t seller) {
  const bool stays = seller != none && people_[seller].employed && people_[seller].plan->owns_clients;
  stays ? gets_owner(at, seller) : assign_owner(at);
  return stays;
}

/// A client who has just bought goes on from his seller, now or later, if the seller does not keep in touch; `stays`: the
/// seller has him.
template <class Recorder>
void DepartmentAtWork<Recorder>::begins_handover(std::uint32_t at, bool stays) {
  Client& client = clients_[at];
  const std::uint32_t segment = plan_.sources[client.source].segment;
  if (stays) {
    client.with_seller = must_be_handed_on(people_[client.owner].role, segment);
    if (client.with_seller && plan_.handover_within < sim::never)
      client.when[Client::new_owner] = simulation_.now + plan_.handover_within;
    if (client.with_seller && client.orders >= plan_.handover_orders) hand_over(at);
  } else if (client.owner == none) {
    client.with_seller = client.stranded && !plan_.segments[segment].receivers.empty();
  } else if (keeps_in_touch(client.owner, segment)) {
    client.when[Client::contact] = sim::never;
    open_case(at, Lead::Kind::handover, Service::contact, client.owners);
  }
}

/// The clients of the first moment: last contact uniform over a cadence, last order over a mean gap, the next need by the
/// stationary law, dealt to owners in turn.
template <class Recorder>
void DepartmentAtWork<Recorder>::first_clients() {
  for (std::uint32_t g = 0; g < segments_; ++g) {
    const SegmentPlan& segment = plan_.segments[g];
    for (const bool sleeps : {false, true}) {
      const std::uint32_t source = sleeps ? segment.dormant_source : segment.client_source;
      const std::uint32_t count = sleeps ? segment.dormant : segment.clients;
      for (std::uint32_t number = 0; number < count; ++number) {
        const CustomerWords& words = plan_.sources[source].customer;
        const std::uint32_t at = new_client(source, number);
        Client& client = clients_[at];
        const auto back = [&](sim::Word word, double span) {
          return simulation_.now - whole(draws_.uniform(word, number) * span);
        };
        if (segment.mean_gap > 0)
          client.when[Client::need] =
              simulation_.now + std::max(shortest_gap, drawn(segment.first_gap, words.first_gap, number, 0));
        if (segment.mortal)
          client.when[Client::end] = simulation_.now + drawn(segment.first_life, words.first_life, number, 0);
        client.last_talk = back(words.last_talk, static_cast<double>(segment.contact_every));
        double silent = segment.mean_gap;
        if (segment.dormant_after > 0) silent = std::min(silent, static_cast<double>(segment.dormant_after));
        client.last_order = back(words.last_order, silent);
        if (sleeps) {
          ++sleeping_;
          client.state = Client::State::asleep;
          client.sleeps = 1;
          trace(Happening::What::sleeps, client, none, none, 1);
          sleepers_[g].fresh.push({simulation_.now, at, 1});
          wake_due_ = simulation_.now;
        } else {
          ++active_;
          trace(Happening::What::client, client, none, none, 1);
          assign_owner(at);
          set_contact(client);
          set_neglect(client);
          if (segment.dormant_after > 0) client.when[Client::sleep] = client.last_order + segment.dormant_after;
          if (plan_.rotation_after > 0) client.when[Client::rotation] = simulation_.now + plan_.rotation_after;
        }
        reschedule(at);
      }
    }
  }
  if (plan_.calls) list_grows(simulation_.now);
}

/// Puts the client's earliest moment into the agenda.
template <class Recorder>
void DepartmentAtWork<Recorder>::reschedule(std::uint32_t at) {
  Client& client = clients_[at];
  sim::Time earliest = client.when[0];
  for (std::size_t m = 1; m < client.when.size(); ++m) earliest = std::min(earliest, client.when[m]);
  if (client.state == Client::State::asleep) earliest = client.when[Client::end];
  if (client.state == Client::State::gone) earliest = sim::never;
  if (client.event != sim::EventHeap::no_event) {
    if (client.event_time == earliest) return;
    client.event_time = earliest;
    if (earliest < simulation_.end) {
      simulation_.agenda.events().move(client.event, std::max(earliest, simulation_.now));
    } else {
      cancel(client.event);
    }
    return;
  }
  client.event_time = earliest;
  if (earliest < simulation_.end)
    client.event = simulation_.agenda.events().push({std::max(earliest, simulation_.now), Rank::client_turns, at},
                                                         identity_of(client.source, client.number));
}

/// The first of the client's moments that has come.
template <class Recorder>
void DepartmentAtWork<Recorder>::client_turns(std::uint32_t at) {
  Client& client = clients_[at];
  client.event = sim::EventHeap::no_event;
  if (client.state == Client::State::asleep) {
    ++events_;
    loses_client(at, ClientLoss::slept_away);
    return;
  }
  const auto first = std::find_if(client.when.begin(), client.when.end(),
                                  [&](sim::Time when) { return when <= simulation_.now; });
  bool changed = true;
  switch (static_cast<Client::Moment>(first - client.when.begin())) {
    case Client::need: needs(at); break;
    case Client::contact: contact_falls_due(at); break;
    case Client::new_owner: owner_moment(at); break;
    case Client::rotation: changed = rotates(at); break;
    case Client::sleep: changed = falls_asleep(at); break;
    case Client::neglect: changed = neglected(at); break;
    case Client::end: loses_client(at, ClientLoss::market); break;
    case Client::moments: break;
  }
  if (changed) ++events_;
  reschedule(at);
}

/// He brings the order himself, or it comes to us if we have kept in touch.
template <class Recorder>
void DepartmentAtWork<Recorder>::needs(std::uint32_t at) {
  Client& client = clients_[at];
  const SourcePlan& source = plan_.sources[client.source];
  const SegmentPlan& segment = plan_.segments[source.segment];
  const std::uint32_t number = client.needs;
  next_need(client, client.when[Client::need]);
  const bool himself = segment.initiative >= 1 ||
                       draws_.uniform(source.customer.initiative, client.number, number) < segment.initiative;
  bool comes = himself;
  if (!comes) {
    double chance = 1;
    const sim::Time age = simulation_.now - client.last_talk;
    if (segment.contact_every > 0 && age > segment.contact_every) {
      chance = sim::exp(-log_of_two * static_cast<double>(age - segment.contact_every) /
                        static_cast<double>(segment.contact_every));
      if (client.boosted) chance = with_odds(chance, plan_.rotation_boost);
    }
    comes = chance >= 1 || draws_.uniform(source.customer.coverage, client.number, number) < chance;
  }
  if (!comes || stock_[source.segment] == 0) {
    ++now_book(LedgerLayout::missed);
    trace(Happening::What::missed, client, plan_.activity(Service::order), none,
          static_cast<std::int32_t>(comes ? Happening::Misses::sold_out : Happening::Misses::out_of_touch));
    return;
  }
  const auto why = himself ? Happening::Brings::himself : Happening::Brings::in_touch;
  trace(Happening::What::needs, client, plan_.activity(Service::order), none, static_cast<std::int32_t>(why));
  if (client.unknown) {
    client.unknown = false;
    assign_owner(at);
  }
  open_case(at, Lead::Kind::order, himself && segment.received ? Service::reception : Service::order, number);
}

/// A contact is known by the client's next need and by how many fell due before that need, so that departments with
/// other cadences draw the same for it.
template <class Recorder>
void DepartmentAtWork<Recorder>::contact_falls_due(std::uint32_t at) {
  Client& client = clients_[at];
  const SourcePlan& source = plan_.sources[client.source];
  const SegmentPlan& segment = plan_.segments[source.segment];
  const std::uint32_t number = (client.needs & 0x3ffff) << 6 | std::min(client.contacts++, 0x3fU);
  const bool own = client.owner != none && keeps_in_touch(client.owner, source.segment);
  const std::uint32_t who = own ? client.owner : segment.caller;
  const double diligence = who == none ? 1 : careers_[who].diligence;
  if (diligence < 1 && !(draws_.uniform(source.customer.diligence, client.number, number) < diligence)) {
    client.when[Client::contact] = simulation_.now + segment.contact_every;
    trace(Happening::What::skipped, client, plan_.activity(Service::contact), who);
    return;
  }
  client.when[Client::contact] = sim::never;
  open_case(at, Lead::Kind::contact, Service::contact, number);
}

/// When the next contact falls due: never without an owner where somebody could be one, nor while he is buried or unknown.
template <class Recorder>
void DepartmentAtWork<Recorder>::set_contact(Client& client) {
  const SegmentPlan& segment = plan_.segments[plan_.sources[client.source].segment];
  const bool kept = client.owner != none || segment.keepers.empty();
  client.when[Client::contact] = segment.contacted && kept && !client.buried && !client.unknown
      ? std::max(simulation_.now, client.last_talk + segment.contact_every)
      : sim::never;
}

/// Once a contact is overdue by `neglect.after` the client looks around.
template <class Recorder>
void DepartmentAtWork<Recorder>::set_neglect(Client& client) {
  const SegmentPlan& segment = plan_.segments[plan_.sources[client.source].segment];
  if (segment.neglect_after == 0) return;
  const sim::Time due = client.last_talk + segment.contact_every;
  client.when[Client::neglect] = after(segment.neglect_clock, due, segment.neglect_after);
  client.looks_around = false;
}

/// He looks around, or has done so for `neglect.life` and leaves. False if he is still there.
template <class Recorder>
bool DepartmentAtWork<Recorder>::neglected(std::uint32_t at) {
  Client& client = clients_[at];
  if (!client.looks_around) {
    const SourcePlan& source = plan_.sources[client.source];
    const TimedSampler& law = plan_.segments[source.segment].neglect_life;
    const sim::Time life = drawn(law.sampler, source.customer.neglect, client.number, client.talks);
    client.looks_around = true;
    trace(Happening::What::looks_around, client, plan_.activity(Service::contact), client.owner);
    client.when[Client::neglect] = after(law.clock, client.when[Client::neglect], life);
    if (client.when[Client::neglect] > simulation_.now) return false;
  }
  loses_client(at, ClientLoss::neglected);
  return true;
}

/// A talk of any kind is a contact: cadence and neglect begin anew.
template <class Recorder>
void DepartmentAtWork<Recorder>::talked(Client& client) {
  client.last_talk = simulation_.now;
  ++client.talks;
  drop_cases(client, true);
  set_contact(client);
  set_neglect(client);
}

template <class Recorder>
void DepartmentAtWork<Recorder>::ordered(Client& client) {
  const SegmentPlan& segment = plan_.segments[plan_.sources[client.source].segment];
  client.last_order = simulation_.now;
  client.boosted = false;
  if (segment.dormant_after > 0) client.when[Client::sleep] = simulation_.now + segment.dormant_after;
  if (plan_.rotation_after > 0) client.when[Client::rotation] = simulation_.now + plan_.rotation_after;
}

/// A client who has not ordered for long; not while his order is open: its loss asks again.
template <class Recorder>
bool DepartmentAtWork<Recorder>::falls_asleep(std::uint32_t at) {
  Client& client = clients_[at];
  client.when[Client::sleep] = sim::never;
  for (std::uint32_t number = client.cases; number != none; number = leads_[number].sibling)
    if (leads_[number].kind == Lead::Kind::order) return false;
  count_clients();
  trace(Happening::What::sleeps, client, none, client.owner);
  loses_owner(at);
  drop_cases(client, false);
  --active_;
  ++sleeping_;
  ++now_book(LedgerLayout::asleep);
  client.state = Client::State::asleep;
  client.stranded = false;
  ++client.sleeps;
  for (const Client::Moment moment : {Client::contact, Client::new_owner, Client::rotation, Client::sleep, Client::neglect})
    client.when[moment] = sim::never;
  sleepers_[plan_.sources[client.source].segment].fresh.push({simulation_.now, at, client.sleeps});
  wake_due_ = std::min(wake_due_, simulation_.now);
  if (plan_.calls) list_grows(simulation_.now);
  return true;
}

template <class Recorder>
void DepartmentAtWork<Recorder>::loses_client(std::uint32_t at, ClientLoss cause) {
  Client& client = clients_[at];
  count_clients();
  const auto number = static_cast<std::uint32_t>(cause);
  ++now_book(LedgerLayout::clients_lost + number);
  const sim::Money worth_of_him = rounded(price(client));
  now_book(LedgerLayout::client_margin_lost + number) += worth_of_him;
  trace(Happening::What::gone, client, none, client.owner, static_cast<std::int32_t>(cause), worth_of_him);
  if (client.state == Client::State::asleep) {
    --sleeping_;
  } else {
    --active_;
    loses_owner(at);
    drop_cases(client, false);
  }
  client.state = Client::State::gone;
  client.stranded = false;
  reschedule(at);
}

/// An order, contact or handover of a client waits for somebody from now on.
template <class Recorder>
std::uint32_t DepartmentAtWork<Recorder>::open_case(std::uint32_t at, Lead::Kind kind, Service service, std::uint32_t nth) {
  Client& client = clients_[at];
  const std::uint32_t number = leads_.add();
  Lead& lead = leads_[number];
  lead.kind = kind;
  lead.asked = simulation_.now;
  lead.source = client.source;
  lead.segment = plan_.sources[client.source].segment;
  lead.number = client.number;
  lead.client = at;
  lead.nth = nth;
  place_at(lead, plan_.activity(service));
  lead.sibling = client.cases;
  client.cases = number;
  if (client.owner != none) {
    lead.owner = client.owner;
    lead.owner_holder = people_[client.owner].holder;
  }
  becomes_due(number);
  return number;
}

/// Whether the reception serves this order itself.
template <class Recorder>
bool DepartmentAtWork<Recorder>::is_simple(const Lead& lead) const {
  const SegmentPlan& segment = plan_.segments[lead.segment];
  return lead.stage == plan_.activity(Service::reception) && lead.kind == Lead::Kind::order && segment.simple > 0 &&
         draws_.uniform(plan_.sources[lead.source].customer.simple, lead.number, lead.nth) < segment.simple;
}

/// The case is done with.
template <class Recorder>
void DepartmentAtWork<Recorder>::close_case(std::uint32_t number) {
  Lead& lead = leads_[number];
  if (lead.client != none) {
    std::uint32_t* link = &clients_[lead.client].cases;
    while (*link != number) link = &leads_[*link].sibling;
    *link = lead.sibling;
  }
  leads_.remove(number);
}

/// Gives up what waits for the client, his orders being missed; what is in somebody's hands is finished without effect.
/// After a talk only contacts are of no more use.
template <class Recorder>
void DepartmentAtWork<Recorder>::drop_cases(Client& client, bool contacts_only) {
  for (std::uint32_t number = client.cases; number != none;) {
    Lead& lead = leads_[number];
    const std::uint32_t next = lead.sibling;
    if (!contacts_only || lead.kind == Lead::Kind::contact) {
      if (lead.kind == Lead::Kind::order) {
        ++now_book(LedgerLayout::missed);
        trace(Happening::What::missed, lead, none, static_cast<std::int32_t>(Happening::Misses::gone));
      } else if (lead.line != none) {
        trace(Happening::What::lapses, lead);
      }
      if (lead.line != none) {
        take_out(number);
        cancel_event(lead);
        close_case(number);
      } else if (!contacts_only) {
        std::uint32_t* link = &client.cases;
        while (*link != number) link = &leads_[*link].sibling;
        *link = lead.sibling;
        lead.client = none;
      }
    }
    number = next;
  }
}

/// Books an order of a client that is no first one.
template <class Recorder>
void DepartmentAtWork<Recorder>::books_order(Client& client, double value, OrderKind kind) {
  const std::uint32_t g = plan_.sources[client.source].segment;
  const auto [revenue, margin] = sells(kind, g, value * client.growth, 0, plan_.segments[g].paid_after);
  const bool upsold = kind == OrderKind::upsell;
  trace(upsold ? Happening::What::upsold : Happening::What::ordered, client,
        plan_.activity(upsold ? Service::contact : Service::order), client.owner, 0, revenue);
  if (client.owner == none) return;
  careers_[client.owner].month_orders += revenue;
  const Pay& pay = plan_.roles[people_[client.owner].role].pay;
  const sim::Money base = pay.of == Base::revenue ? revenue : margin;
  if (base > 0) people_[client.owner].month_commission += rounded(static_cast<double>(base) * pay.repeat);
}

/// An order has been served, a contact made, a client taken over; or somebody has been put through.
template <class Recorder>
void DepartmentAtWork<Recorder>::ends_case(std::uint32_t seat, std::uint32_t number) {
  Lead& lead = leads_[number];
  const Lead::Kind kind = lead.kind;
  const std::uint32_t nth = lead.nth;
  const std::uint32_t at = lead.client;
  trace(Happening::What::ends, lead, seat);
  if (lead.stage == plan_.activity(Service::reception) && !is_simple(lead)) {
    if (kind == Lead::Kind::lead || at != none) {
      lead.spells = 0;
      lead.waited = false;
      place_at(lead, kind == Lead::Kind::lead ? 0 : plan_.activity(Service::order));
      kind == Lead::Kind::lead ? enter_stage(number) : becomes_due(number);
      return;
    }
  }
  close_case(number);
  if (at == none) return;  // he has gone meanwhile
  Client& client = clients_[at];
  const SourcePlan& source = plan_.sources[client.source];
  const SegmentPlan& segment = plan_.segments[source.segment];
  if (kind == Lead::Kind::order) {
    if (!takes_unit(source.segment)) {
      ++now_book(LedgerLayout::missed);
      trace(Happening::What::missed, client, plan_.activity(Service::order), seat,
            static_cast<std::int32_t>(Happening::Misses::sold_out));
      return;
    }
    books_order(client, order_value(client.source, source.customer.order, client.number, nth, client.size),
                OrderKind::repeat);
    ++client.orders;
    talked(client);
    ordered(client);
    if (client.with_seller && client.orders >= plan_.handover_orders) hand_over(at);
  } else if (kind == Lead::Kind::contact) {
    ++now_book(layout_.single(LedgerLayout::contacts));
    if (seat != none) ++careers_[seat].month_contacts;
    double chance = segment.upsell;
    const double factor = seat == none ? 1 : odds(seat, plan_.activity(Service::contact));
    if (factor != 1) chance = with_odds(chance, factor);
    const bool sold = chance > 0 && draws_.uniform(source.customer.upsell, client.number, nth) < chance &&
                      takes_unit(source.segment);
    if (sold)
      books_order(client, order_value(client.source, source.customer.upsell_order, client.number, nth, client.size),
                  OrderKind::upsell);
    client.growth = std::min(largest_growth, client.growth * (1 + segment.growth));
    if constexpr (Recorder::on)
      if (segment.growth > 0)
        trace(Happening::What::grows, client, none, none, 0, whole(client.growth * 1e6));
    talked(client);
    if (sold) ordered(client);
  } else {
    if (plan_.handover_loss > 0 &&
        draws_.uniform(source.customer.handover_loss, client.number, nth) < plan_.handover_loss) {
      loses_client(at, ClientLoss::handover);
      return;
    }
    talked(client);
  }
  reschedule(at);
}

/// Nobody has served an order in time.
template <class Recorder>
void DepartmentAtWork<Recorder>::order_lost(std::uint32_t number) {
  const Lead& lead = leads_[number];
  const std::uint32_t at = lead.client;
  const std::uint32_t nth = lead.nth;
  ++now_book(LedgerLayout::missed);
  trace(Happening::What::missed, lead, none, static_cast<std::int32_t>(Happening::Misses::gave_up));
  close_case(number);
  Client& client = clients_[at];
  const SourcePlan& source = plan_.sources[client.source];
  const SegmentPlan& segment = plan_.segments[source.segment];
  if (segment.leave > 0 && draws_.uniform(source.customer.leave, client.number, nth) < segment.leave) {
    loses_client(at, ClientLoss::bad_service);
  } else if (segment.dormant_after > 0) {
    client.when[Client::sleep] = client.last_order + segment.dormant_after;
    reschedule(at);
  }
}

}  // namespace models
