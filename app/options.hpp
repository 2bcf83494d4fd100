#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/messages/language.hpp"

namespace app {

/// What every subcommand takes.
struct CommonOptions {
  std::vector<std::string> files;  ///< as given; `-` is standard input
  std::vector<std::string> sets;   ///< each `path=value`
  std::string output;              ///< a file; empty: standard output
  Language language = Language::en;
  bool quiet = false;  ///< no progress and no warnings on standard error
};

/// The form of an answer.
enum class Format : std::uint8_t { text, json, csv };

inline constexpr std::uint32_t most_replications = 1'000'000;
inline constexpr std::uint32_t most_threads = 1024;

/// What subcommands that simulate take.
struct SimulationOptions : CommonOptions {
  std::vector<std::string> departments;     ///< names; empty: all
  std::uint32_t replications = 400;         ///< without a precision
  std::optional<double> precision;          ///< wanted half-width as a share of |mean|
  std::uint32_t max_replications = 10'000;  ///< with a precision
  std::string measure = "profit";           ///< that is compared, and that a precision concerns
  std::uint64_t seed = 1;
  std::uint32_t threads = 0;  ///< 0: one for each core
  double confidence = 0.95;   ///< of intervals, in (0, 1)
  Format format = Format::text;
  bool rows = false;    ///< single replications instead of the answer
  bool months = false;  ///< months in a text, too
  bool people = false;  ///< single persons are measured, too
};

}  // namespace app
