#pragma once

#include <cstdint>
#include <vector>

#include "models/lead.hpp"
#include "sim/calendar.hpp"
#include "sim/time.hpp"

namespace models {

/// Somebody on a seat: where he stands, what he has in hand, and how his time is counted.
struct Person {
  /// What his time is booked as from `since` on.
  enum class Books : std::uint8_t { off, idle, busy, absent };
  /// How the job in hand will end; decided when it is taken up.
  enum class Job : std::uint8_t { work, unreached, no_show, transfer_loss };

  sim::Time since = 0;         ///< up to when his time is booked
  sim::Time open_since = 0;    ///< the same in open time of his calendar
  sim::Time idle_since = 0;
  sim::Time month_present = 0;   ///< paid and there, this month
  sim::Time month_overtime = 0;
  sim::Money month_commission = 0;
  std::uint32_t role = 0;
  std::uint32_t calendar = 0;
  std::uint32_t holder = 0;    ///< how many held the seat before him
  std::uint32_t lead = none;   ///< in hand
  std::uint32_t stage = 0;     ///< of the job in hand
  std::uint32_t last_stage = none;  ///< kind of his last job
  std::uint32_t previous_idle = none;
  std::uint32_t next_idle = none;
  std::uint32_t next_absence = 0;   ///< index of the running or next absence
  sim::EventHeap::Handle absence_event = sim::EventHeap::no_event;
  sim::EventHeap::Handle cover_event = sim::EventHeap::no_event;
  Books books = Books::off;
  Job job = Job::work;
  bool interruptible = false;
  bool employed = false;
  bool absent = false;
  bool covered = false;        ///< away so long that others step in
  bool waiting = false;        ///< in the list of idle people
};

/// People of a role who can start at once: longest idle first, ties by seat.
struct IdleList {
  std::uint32_t first = none;
  std::uint32_t last = none;
};

}  // namespace models
