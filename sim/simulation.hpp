#pragma once

#include "sim/agenda.hpp"
#include "sim/time.hpp"

namespace sim {

/// The clock and the loop. A model has `handle(event)`, called in the order (time, rank, identity) with the clock moved
/// to the event's time, and schedules what follows in `agenda`. The run ends before the first event that is not earlier
/// than `end`; a handler may bring `end` forward.
struct Simulation {
  Time now = 0;
  Time end = 0;
  Agenda agenda;

  template <class Model>
  void run(Model& model) {
    for (;;) {
      const Event event = agenda.next();
      if (event.time >= end) break;
      now = event.time;
      model.handle(event);
    }
    now = end;
  }
};

}  // namespace sim
