#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/messages/language.hpp"
#include "models/scenario/scenario.hpp"

namespace app {

/// What a run of one department will take, as a pilot of a few replications tells.
struct Forecast {
  std::string department;
  double events = 0;             ///< of a replication, on average: the measure `events`
  double seconds = 0;            ///< of a replication, on one core of this machine
  double shared_bytes = 0;       ///< that all threads share [bytes]
  double thread_bytes = 0;       ///< that each thread needs [bytes]
  double replication_bytes = 0;  ///< that each replication leaves [bytes]
  double share = 1;              ///< of the scenario's time that the pilot ran; below 1 the rest is extrapolated
};

inline constexpr double pilot_events = 300'000;  ///< about a tenth of a second

/// Runs a pilot of department number `department`: the whole time of the scenario, as many as five replications, if
/// that takes no more than about `budget` events; else one replication of the longest part of it that does not take many
/// more (a quarter of a quarter of … the time, at least a day), from which events, time and memory are extrapolated in
/// proportion. The pilot's replications are the first of a run with that seed. Throws sim::InputError where the scenario
/// cannot be run.
Forecast forecast(const models::Scenario& scenario, std::size_t department, std::uint64_t seed = 1,
                  double budget = pilot_events);

/// What a run of all departments of a file will take.
struct RunForecast {
  std::uint32_t replications = 0;
  unsigned threads = 0;
  double seconds = 0;  ///< on the wall
  double bytes = 0;    ///< of memory
};

RunForecast run_of(const std::vector<Forecast>& forecasts, std::uint32_t replications, unsigned threads);

/// The forecasts of a file in words: a line for each department, and one for the run of all of them.
std::string text_of(const std::vector<Forecast>& forecasts, const RunForecast& run, Language language);

}  // namespace app
