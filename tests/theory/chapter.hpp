#pragma once

#include <cstdint>
#include <string>
#include <vector>

/// What theory promises of textbook scenarios, and whether the program keeps it.
namespace theory {

/// The chance that any promise of any chapter is found broken by a program that keeps them all, for a new seed. It is
/// shared out evenly (Bonferroni), so each single promise has this divided by their number.
inline constexpr double false_alarm = 1e-4;

/// Seeds beside those of the record: SALESIM_FRESH=n in the environment moves every seed by n million.
std::uint64_t fresh();

/// What a measure of a department must be.
struct Promise {
  std::string department;
  std::string measure;
  double expected = 0;  ///< in the measure's unit
};

/// What a theory says of one scenario file.
struct Chapter {
  std::string title;
  std::string file;                ///< path from the root
  std::uint64_t seed = 0;          ///< another one in each chapter, or the same customers would come to all of them
  std::uint32_t replications = 0;  ///< enough for errors of about 1 % or less
  std::vector<Promise> promises;
};

/// What the program says.
struct Finding {
  std::string unit;
  double observed = 0;
  double error = 0;     ///< standard error of `observed`
  double z = 0;         ///< (observed − expected) / error
  double low = 0;       ///< the run's own interval at the confidence that a promise's share of `false_alarm` leaves
  double high = 0;      ///< its other end
  bool agrees = false;  ///< the promise lies within
};

/// Runs the chapter's file (once in this program) and looks at one promise.
Finding observe(const Chapter& chapter, const Promise& promise);

/// The command that repeats it.
std::string command(const Chapter& chapter, const Promise& promise);

/// Checks every promise of a chapter: it must agree, and its error must be at most 1 % of what is expected.
void check(const Chapter& chapter);

/// The number of promises in all chapters.
std::size_t promises();

/// Share of `false_alarm` that each promise has.
double share_of_false_alarm();

}  // namespace theory
