#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "analysis/sample.hpp"
#include "sim/system.hpp"

namespace analysis {

/// Makes systems from values of factors. A factor is a number that whoever makes this object knows how to put into a
/// system (a path of a scenario, a mechanism switched on or off); procedures of this floor only choose values.
class Factory {
 public:
  virtual ~Factory() = default;
  /// How many systems there are at every point, at least 1.
  virtual std::size_t systems() const = 0;
  /// System `system` with the factors set to `values`. Its observations depend on these, on the replication number and
  /// on nothing else, so that replication r is the same world at all points. Called from several threads at once.
  virtual std::unique_ptr<sim::System> make(std::size_t system, std::span<const double> values) const = 0;
  /// Whether a factor matters to a system at all: where it does not, `make` ignores its value.
  virtual bool concerns(std::size_t /*system*/, std::size_t /*factor*/) const { return true; }
};

/// Systems that exist already, without factors.
class GivenSystems : public Factory {
 public:
  /// They must outlive this object.
  explicit GivenSystems(std::vector<const sim::System*> systems) : systems_(std::move(systems)) {}
  std::size_t systems() const override { return systems_.size(); }
  std::unique_ptr<sim::System> make(std::size_t system, std::span<const double> values) const override;

 private:
  std::vector<const sim::System*> systems_;
};

/// Thrown out of a procedure whose stop token was used.
struct Stopped : std::exception {
  const char* what() const noexcept override { return "stopped"; }
};

/// How replications are run.
struct Running {
  /// `done` replications of about `wanted` are finished (never fewer than `done`). Called from one thread at a time,
  /// never more than a few times a second. Must not throw.
  using Progress = std::function<void(std::uint64_t done, std::uint64_t wanted)>;
  unsigned threads = 1;
  std::stop_token stop = {};
  Progress progress = {};
};

/// Runs replications of systems at points of the factors' space and keeps nothing of them but some measures.
///
/// Each piece of work is (point, system, replication), and its figures go to a place of their own, so that results do
/// not depend on the number of threads. Points that are the same to a system, because they differ only in factors that
/// do not concern it, share its replications. Systems are made where they are needed and thrown away again: making one
/// costs little against running it a few times.
class Experiment {
 public:
  /// How far a system at a point is to be run.
  struct Wanted {
    std::size_t point = 0;
    std::size_t system = 0;
    std::uint32_t count = 0;  ///< replications that there are to be in all
  };

  /// The first measure is the one that procedures work on. The factory must outlive the experiment.
  Experiment(const Factory& factory, std::vector<std::string> measures, Running running = {});

  /// Adds a point of the factors' space, and tells its number. Its replications are `first`, `first` + 1 …
  std::size_t add(std::vector<double> values, std::uint32_t first = 0);
  /// Runs what is missing. Throws sim::InputError (`unknown_measure`, with the measure's name and the system's number)
  /// if a system lacks a measure, the first exception of a replication in the order of `wanted`, and `Stopped`; nothing
  /// is kept of an attempt that throws.
  void extend(std::span<const Wanted> wanted);
  /// The same for all systems of these points.
  void extend(std::span<const std::size_t> points, std::uint32_t count);
  /// How many replications that would run.
  std::uint64_t missing(std::span<const std::size_t> points, std::uint32_t count) const;

  const Sample& of(std::size_t point, std::size_t system, std::size_t measure = 0) const;
  const std::vector<double>& values(std::size_t point) const { return points_[point].values; }
  std::size_t systems() const { return factory_.systems(); }
  /// Replications run so far, over all points and systems.
  std::uint64_t spent() const { return spent_; }
  /// Tells progress how many replications there will be in all.
  void expect(std::uint64_t wanted) { expected_ = wanted; }

 private:
  struct Point {
    std::vector<double> values;
    std::vector<std::size_t> runs;  ///< by system
  };
  /// Replications of a system, at all points that are the same to it.
  struct Run {
    std::size_t system = 0;
    std::size_t point = 0;  ///< the first of them
    std::uint32_t first = 0;
    std::vector<Sample> samples;  ///< by measure
  };
  struct Chunk;
  /// A system's replications, up to how many.
  using Lacking = std::vector<std::pair<std::size_t, std::uint32_t>>;
  Lacking lacking(std::span<const Wanted> wanted) const;
  std::vector<Wanted> wanted_of(std::span<const std::size_t> points, std::uint32_t count) const;
  std::uint32_t have(std::size_t run) const { return static_cast<std::uint32_t>(runs_[run].samples.front().size()); }
  std::uint64_t missing(const Lacking& runs) const;
  void observe(Chunk& chunk) const;

  const Factory& factory_;
  std::vector<std::string> measures_;
  Running running_;
  std::vector<Point> points_;
  std::vector<Run> runs_;
  std::map<std::vector<std::uint64_t>, std::size_t> known_;  ///< runs by what makes them differ
  std::uint64_t spent_ = 0;
  std::uint64_t expected_ = 0;
};

}  // namespace analysis
