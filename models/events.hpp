#pragma once

#include <cstdint>

namespace models {

/// Kinds of events. At the same moment the lower rank comes first: the clock turns and people come and go before anybody
/// finishes, needs something or asks, and whoever can still be answered is answered before he gives up.
enum Rank : std::uint32_t {
  month_turns,      ///< books of the month are closed
  staff_changes,    ///< seats are opened or given up
  tenure_ends,      ///< a person leaves by himself
  newcomer_starts,  ///< a vacancy is filled
  training_ends,    ///< a newcomer begins to work
  absence_changes,  ///< a person goes away or comes back
  cover_begins,     ///< a person has been away so long that others step in
  block_changes,    ///< protected hours begin or end
  shift_changes,    ///< a calendar opens or closes
  work_ends,        ///< a person finishes what is in hand, or is in the mood for cold calls again
  list_due,         ///< somebody on a list can be called again
  client_turns,     ///< a client's own calendar: a need, a contact, sleep, the end
  lead_due,         ///< a lead's own time is over: it waits for somebody
  lead_asks,        ///< a customer asks
  patience_ends,    ///< who waits gives up
};

/// Why a lead was lost; each lost lead has exactly one cause.
enum class LeadLoss : std::uint8_t { abandoned, unreached, no_show, refused, unfit, dropped, transfer, left_with_agent, sold_out };
inline constexpr std::uint32_t lead_losses = 9;
inline constexpr const char* lead_loss_names[lead_losses] = {"abandoned", "unreached", "no_show",  "refused",
                                                             "unfit",     "dropped",   "transfer", "left_with_agent",
                                                             "sold_out"};

/// Why a client was lost; each lost client has exactly one cause. A sleeping one can only slip away.
enum class ClientLoss : std::uint8_t { neglected, market, taken, handover, bad_service, slept_away };
inline constexpr std::uint32_t client_losses = 6;
inline constexpr const char* client_loss_names[client_losses] = {"neglected", "market",      "taken",
                                                                 "handover",  "bad_service", "slept_away"};

/// What kind of order a customer gives.
enum class OrderKind : std::uint32_t { first, repeat, upsell };

/// What can be done for clients and with lists; in lists of activities these follow the stages of the pipeline.
enum class Service : std::uint8_t { order, contact, wake, cold_call, reception };
inline constexpr std::uint32_t services = 5;
inline constexpr const char* service_names[services] = {"order", "contact", "wake", "cold_call", "reception"};

}  // namespace models
