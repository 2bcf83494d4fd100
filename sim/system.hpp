#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "sim/histogram.hpp"
#include "sim/measures.hpp"

namespace sim {

/// What one replication of a system yields: a row of numbers and histograms, laid out as its catalogue says.
struct Observation {
  std::vector<double> totals;                  ///< by slot
  std::vector<double> by_period;               ///< [period * periodic_slots + slot]
  std::vector<Histogram::Compact> histograms;  ///< by histogram index
};

/// Makes observations one after the other; owns the memory that a replication needs, so each thread has its own.
class Worker {
 public:
  virtual ~Worker() = default;
  /// The observation of replication `replication` (counted from 0): a pure function of the system and this number.
  virtual Observation observe(std::uint32_t replication) = 0;
};

/// Anything that yields a row of observations for a replication number.
class System {
 public:
  virtual ~System() = default;
  virtual const Catalogue& catalogue() const = 0;
  virtual std::unique_ptr<Worker> worker() const = 0;
};

/// Observations of one system, by replication.
using Observations = std::vector<Observation>;

}  // namespace sim
