#pragma once

#include <cstdint>
#include <vector>

#include "models/lead.hpp"
#include "models/seats.hpp"
#include "sim/calendar.hpp"
#include "sim/time.hpp"

namespace models {

struct RolePlan;

/// Somebody on a seat: where he stands, what he has in hand, and how his time is counted.
struct Person {
  /// What his time is booked as from `since` on; training counts as being away.
  enum class Books : std::uint8_t { off, idle, busy, absent };
  /// How the job in hand will end; decided when it is taken up.
  enum class Job : std::uint8_t { work, unreached, no_show, transfer_loss, dropped, cold_dial, cold_talk, wake };

  sim::Time since = 0;         ///< up to when his time is booked
  sim::Time open_since = 0;    ///< the same in open time of his calendar
  sim::Time idle_since = 0;    ///< while he waits for work: now less his open time idle since his last job
  sim::Time idle_for = 0;      ///< while he does not: his open time idle since his last job
  sim::Time job_began = 0;
  sim::Time job_ends = 0;
  TimeUse month;                ///< his time of this month
  sim::Money month_commission = 0;
  double effort = 1;           ///< of the job in hand
  const RolePlan* plan = nullptr;  ///< of his role
  std::uint32_t role = 0;
  std::uint32_t first_activity = 0;  ///< place of his times by activity
  std::uint32_t calendar = 0;
  std::uint32_t holder = 0;    ///< how many held the seat before him
  std::uint32_t job_holder = 0;  ///< of the job in hand, which he finishes though another holds the seat
  std::uint32_t lead = none;   ///< in hand; of a cold call the company, of waking the client
  std::uint32_t stage = 0;     ///< of the job in hand
  std::uint32_t segment = 0;   ///< of a cold call in hand
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
  bool trained = false;
  bool absent = false;
  bool covered = false;        ///< away so long that others step in
  bool waiting = false;        ///< in the list of idle people
};

/// The working life of whoever holds a seat, and what of it only months and leaving need.
struct Career {
  sim::Time joined = 0;
  sim::Time counted = 0;         ///< up to when his employment is booked
  sim::Time open_counted = 0;    ///< the same in open time of his calendar
  sim::Time ramp_begin = 0;      ///< speed grows from here on
  sim::Time ramp_time = 0;       ///< 0: he is at full speed
  double ramp_from = 1;
  double effort = 1;             ///< role's, with or without a head
  double diligence = 1;
  sim::Time next_call = -sim::never;  ///< in open time of his calendar: no cold call before
  sim::Time call_began = 0;      ///< the latest cold call, in the same
  sim::Time month_employed = 0;
  sim::Time month_paid = 0;      ///< open time of his calendar in which he was employed
  sim::Time month_owned = 0;     ///< clients × time
  sim::Time clients_counted = 0; ///< up to when the time of his clients is booked
  std::uint32_t refusals = 0;
  std::uint32_t clients = 0;     ///< of his own, buried ones included
  std::uint32_t buried = 0;
  std::uint32_t first_client = none;
  std::uint32_t month_leads = 0;
  std::uint32_t month_contacts = 0;
  sim::EventHeap::Handle tenure_event = sim::EventHeap::no_event;
  sim::EventHeap::Handle start_event = sim::EventHeap::no_event;  ///< newcomer's first day, or end of training
  bool wanted = false;           ///< the seat is to be filled
  sim::Money month_pieces = 0;   ///< pay per lead
  sim::Money month_orders = 0;   ///< of his clients
  std::uint32_t months = 0;      ///< whole ones on the seat, counted where a penalty asks for them
};

/// People of a role who can start at once: longest idle first, ties by seat.
struct IdleList {
  std::uint32_t first = none;
  std::uint32_t last = none;
};

}  // namespace models
