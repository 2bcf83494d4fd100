#include "scenarios/format/week.hpp"

#include <algorithm>

namespace scenarios {

std::vector<std::pair<sim::Time, sim::Time>> open_week(const models::Hours& hours, const models::Days& days) {
  std::vector<std::pair<sim::Time, sim::Time>> parts;
  for (std::size_t d = 0; d < 7; ++d)
    if (days.open[d])
      for (const models::OpenPart& part : hours.parts) {
        const sim::Time midnight = static_cast<sim::Time>(d) * sim::day;
        parts.emplace_back(midnight + part.begin, midnight + part.end);
      }
  return parts;
}

sim::Time longest_gap(const models::CalendarRule& calendar) {
  const auto parts = open_week(calendar.hours, calendar.days);
  if (parts.empty()) return 0;
  sim::Time longest = parts.front().first + sim::week - parts.back().second;
  for (std::size_t i = 1; i < parts.size(); ++i) longest = std::max(longest, parts[i].first - parts[i - 1].second);
  return longest;
}

sim::Time open_per_week(const models::Hours& hours, const models::Days& days) {
  sim::Time open = 0;
  for (const auto& [begin, end] : open_week(hours, days)) open += end - begin;
  return open;
}

}  // namespace scenarios
