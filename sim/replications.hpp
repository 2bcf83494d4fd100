#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include "sim/system.hpp"

namespace sim {

/// Runs replications of several systems on threads.
///
/// Replication r of every system is one piece of work; its observations go to slot r, so that the result does not
/// depend on the number of threads. After a stop request the longest finished prefix is kept and the rest discarded.
/// The first exception of a replication, in order of replication number, is rethrown after the threads have ended.
class Replications {
 public:
  /// `done` replications of `wanted` are finished. Called from one thread at a time, never more than a few times a
  /// second. Must not throw.
  using Progress = std::function<void(std::uint32_t done, std::uint32_t wanted)>;

  Replications(std::vector<const System*> systems, unsigned threads);

  /// Extends the observations to `count` replications. Returns false if stopped before.
  bool run_to(std::uint32_t count, std::stop_token stop = {}, const Progress& progress = {});

  std::uint32_t count() const { return count_; }
  const std::vector<const System*>& systems() const { return systems_; }
  /// Observations of system `system`, `count()` of them.
  const Observations& of(std::size_t system) const { return observations_[system]; }

 private:
  std::vector<const System*> systems_;
  std::vector<Observations> observations_;
  std::vector<std::vector<std::unique_ptr<Worker>>> workers_;  ///< [thread][system], made on first use
  unsigned threads_;
  std::uint32_t count_ = 0;
};

}  // namespace sim
