#pragma once

#include <fmt/format.h>

#include <chrono>
#include <cstdint>
#include <string>

namespace app {

/// The time that an answer is about.
struct Period {
  std::chrono::sys_days first;  ///< its first day
  std::chrono::sys_days last;   ///< its last day
  std::int64_t months = 0;      ///< its length where it is whole months; else 0
};

/// `2026-02-01`
inline std::string day_text(std::chrono::sys_days day) {
  const std::chrono::year_month_day date{day};
  return fmt::format("{:04}-{:02}-{:02}", int{date.year()}, unsigned{date.month()}, unsigned{date.day()});
}

}  // namespace app
