#pragma once

#include <utility>
#include <vector>

#include "models/scenario/market.hpp"

/// An ordinary week, without holidays.
namespace scenarios {

/// Open parts of the week [µs after Monday 00:00].
std::vector<std::pair<sim::Time, sim::Time>> open_week(const models::Hours& hours, const models::Days& days);

/// The longest time closed; 0 if never open.
sim::Time longest_gap(const models::CalendarRule& calendar);

sim::Time open_per_week(const models::Hours& hours, const models::Days& days);

}  // namespace scenarios
