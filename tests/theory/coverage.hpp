#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// How often the intervals of short runs hold the truth, from the scenario file to the interval that is printed.
namespace theory {

inline constexpr double confidence = 0.95;

/// So many seeds, 1, 2, … each an experiment of its own: 1,000, or SALESIM_SEEDS of the environment.
std::size_t coverage_seeds();

/// A measure of one department, or its difference to another department's, whose true value is known.
struct Target {
  std::string department;
  std::string minus;  ///< the other department of a paired difference; empty: none
  std::string measure;
  double truth = 0;
  double coverage = 0.95;  ///< of the interval, where it is known not to be the nominal one
};

/// Short runs of one file that serve several targets.
struct Experiment {
  std::string file;               ///< path from the root
  std::vector<std::string> sets;  ///< as on the command line
  std::uint32_t replications = 0;
  std::vector<Target> targets;
};

std::vector<Experiment> experiments();

/// What came out for one target.
struct Coverage {
  std::size_t covered = 0;  ///< seeds whose interval holds the truth
  std::size_t skewed = 0;   ///< seeds whose interval is marked as possibly covering less
};

/// By target. Runs once in this program.
const std::vector<Coverage>& measure(const Experiment& experiment);

/// The command that repeats one seed of an experiment.
std::string command(const Experiment& experiment, std::uint64_t seed);

/// The least and the greatest number of covered seeds that a true coverage leaves with a chance of 99.9 %.
struct Band {
  std::size_t least = 0;
  std::size_t most = 0;
};
Band band(double coverage);

}  // namespace theory
