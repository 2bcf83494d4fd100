#pragma once

#include <cstdint>
#include <vector>

#include "sim/time.hpp"

namespace models {

/// One line of a trace.
struct Happening {
  enum class What : std::uint8_t { asks, waits, starts, ends, won, lost, later, again };
  sim::Time time = 0;
  What what = What::asks;
  std::uint32_t source = 0;  ///< channel, counted through all segments
  std::uint32_t number = 0;  ///< of the lead in its channel
  std::uint32_t stage = 0;
  std::int32_t seat = -1;    ///< who; -1 nobody
  std::int32_t detail = 0;   ///< of `lost`: the cause
  bool operator==(const Happening&) const = default;
};

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
