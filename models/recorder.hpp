#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/lead.hpp"
#include "sim/time.hpp"

namespace models {

/// One line of a trace: something that happens to a customer or to a person of the department.
///
/// A customer is known for life by his source and his number there, in every department: a lead by its channel, a company
/// by the cold list, a client or sleeper of the first moment by his list. What happens to people has no source.
struct Happening {
  enum class What : std::uint8_t {
    // Work that waits for somebody: a lead at a stage, or an order, a contact or the handover of a client (`kind`).
    asks,          ///< a lead; seat: of the cold list, who has made him one
    waits,         ///< seat: whom he waits for, if for one person alone
    starts,        ///< somebody takes him up
    ends,          ///< the work is done; detail: its outcome (Person::Job)
    won,           ///< buys for the first time; amount: for how much
    lost,          ///< detail: cause (LeadLoss); amount: what a fit one was worth there
    later,         ///< "not now"; amount: when he comes back
    again,         ///< was not reached, or did not come; amount: when the next attempt is due, 0 where it is rebooked
    delays,        ///< takes his own time before the stage; amount: when it is over
    passes,        ///< goes on; stage: the one that he enters
    changes_hands, ///< seat: who takes him up; detail: the seat that had him before; amount: its holder then
    lapses,        ///< a contact or handover that waited is of no more use
    // A client.
    client,        ///< becomes one; detail: 1 if he is one from the start
    owned,         ///< belongs to this seat from now on
    handed_on,     ///< goes from this seat, which sold, to whoever keeps in touch
    rotated,       ///< is taken from this seat, because he has been silent
    owner_left,    ///< this seat, whom he belonged to, leaves
    ownerless,     ///< nobody is there who could have him
    unknown,       ///< nobody knows of him until he orders
    needs,         ///< an order comes to us; detail: why (Brings)
    missed,        ///< an order is lost; detail: why (Misses)
    ordered,       ///< amount: for how much; seat: his owner
    upsold,        ///< the same of an extra order that a contact has brought
    grows,         ///< amount: size of his orders in millionths of what it was at first
    skipped,       ///< a contact falls due and his owner, or whoever calls, lets it be
    looks_around,  ///< nobody has called him for too long
    buried,        ///< is beyond what his owner can look after
    dug_up,        ///< is looked after again
    sleeps,        ///< falls asleep; detail: 1 if he sleeps from the start
    woken,         ///< by this seat
    gone,          ///< detail: cause (ClientLoss); amount: what he was worth
    // Lists that are called.
    calls,         ///< somebody dials; stage: cold call or wake
    called,        ///< the call is over; detail: its outcome (Person::Job)
    refuses,       ///< the company, in a talk
    rests,         ///< amount: when he may be called again
    // People.
    joins,         ///< detail: 1 if he is there from the start, 2 if he is trained first
    trained,       ///< his training ends
    away,          ///< holiday or illness begins
    covered,       ///< others step in
    back,
    promoted,      ///< detail: the seat that he gets
    leaves,        ///< his seat is given up
    quits,         ///< goes by himself
  };
  static constexpr std::size_t kinds = static_cast<std::size_t>(What::quits) + 1;
  /// Why an order comes to us.
  enum class Brings : std::uint8_t { himself, in_touch };
  /// Why an order does not: nobody has kept in touch, nobody served it in time, the client fell asleep or went first, or
  /// there is nothing left to sell.
  enum class Misses : std::uint8_t { out_of_touch, gave_up, gone, sold_out };

  sim::Time time = 0;
  What what = What::asks;
  std::uint32_t source = none;  ///< of the customer; of a person none
  std::uint32_t number = 0;     ///< of the customer in his source
  std::uint32_t stage = none;   ///< or another activity; none where it is about no work
  std::int32_t seat = -1;       ///< who; -1 nobody
  std::int32_t detail = 0;
  std::uint32_t holder = 0;     ///< how many held the seat before him
  Lead::Kind kind = Lead::Kind::lead;  ///< of work
  std::int64_t amount = 0;      ///< money [hundredths] or a moment [µs]
  bool operator==(const Happening&) const = default;
};

/// In the order of Happening::What.
inline constexpr const char* happening_names[Happening::kinds] = {
    "asks",    "waits",   "starts",   "ends",         "won",       "lost",    "later",     "again",     "delays",
    "passes",  "changes_hands",       "lapses",       "client",    "owned",   "handed_on", "rotated",   "owner_left",
    "ownerless", "unknown", "needs",  "missed",       "ordered",   "upsold",  "grows",     "skipped",   "looks_around",
    "buried",  "dug_up",  "sleeps",   "woken",        "gone",      "calls",   "called",    "refuses",   "rests",
    "joins",   "trained", "away",     "covered",      "back",      "promoted", "leaves",   "quits"};

/// Keeps nothing and costs nothing.
struct NoRecorder {
  static constexpr bool on = false;
  void record(const Happening&) {}
};

/// Keeps every happening of a replication, in order.
struct TraceRecorder {
  static constexpr bool on = true;
  std::vector<Happening> happenings;
  void record(const Happening& happening) { happenings.push_back(happening); }
};

}  // namespace models
