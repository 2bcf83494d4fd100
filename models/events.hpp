#pragma once

#include <cstdint>

namespace models {

/// Kinds of events. At the same moment the lower rank comes first: the clock turns and shifts change before anybody
/// finishes or asks, and whoever can still be answered is answered before he gives up.
enum Rank : std::uint32_t {
  month_turns,      ///< books of the month are closed
  staff_changes,    ///< seats are filled or given up
  absence_changes,  ///< a person goes away or comes back
  cover_begins,     ///< a person has been away so long that others step in
  shift_changes,    ///< a calendar opens or closes
  work_ends,        ///< a person finishes what is in hand
  lead_due,         ///< a lead's own time is over: it waits for somebody
  lead_asks,        ///< a customer asks
  patience_ends,    ///< a waiting lead gives up
};

/// Why a lead was lost; each lost lead has exactly one cause.
enum class LeadLoss : std::uint8_t { abandoned, unreached, no_show, refused, unfit, transfer };
inline constexpr std::uint32_t lead_losses = 6;
inline constexpr const char* lead_loss_names[lead_losses] = {"abandoned", "unreached", "no_show",
                                                             "refused",   "unfit",     "transfer"};

}  // namespace models
