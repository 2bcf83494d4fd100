#pragma once

#include <chrono>
#include <cstdint>

namespace app {

/// The time that an answer is about.
struct Period {
  std::chrono::sys_days first;  ///< its first day
  std::chrono::sys_days last;   ///< its last day
  std::int64_t months = 0;      ///< its length where it is whole months; else 0
};

}  // namespace app
