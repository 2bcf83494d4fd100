#pragma once

#include <vector>

#include "tests/models/company.hpp"

namespace company {

/// Where the one block of `days` whole days off that a person has in calendar year 2026 begins and ends, when he holds
/// his seat as the first and nothing of the year has passed when he begins: an even chance for each day of the year on
/// which it still fits. For `holiday` (at most 14 days) and `sick` (at most 4).
inline sim::Interval absence_2026(const models::DepartmentPlan& plan, const std::string& kind, sim::Time days,
                                  std::uint64_t seed, std::uint32_t replication, std::uint32_t seat,
                                  std::uint32_t holder = 0) {
  const sim::Time new_year = (date(2026, 1, 1) - plan.days->start).count() * day;
  const int start_year = int{std::chrono::year_month_day{plan.days->start}.year()};
  const std::uint32_t attempt = ((holder << 8) | static_cast<std::uint32_t>(2026 - start_year + 64)) << 7;
  const double u = sim::Draws(seed, replication).uniform(sim::word("absence/" + kind), seat, attempt);
  const auto first = static_cast<sim::Time>(u * static_cast<double>(365 - days + 1));
  return {new_year + first * day, new_year + (first + days) * day};
}

}  // namespace company
