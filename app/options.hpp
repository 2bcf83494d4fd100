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
  std::string report;  ///< a file for the page of results, beside the answer, where there is one; empty: none
};

/// The form of an answer.
enum class Format : std::uint8_t { text, json, csv, xlsx, page };

inline constexpr std::uint32_t most_replications = 1'000'000;
inline constexpr std::uint32_t most_threads = 1024;

/// What every subcommand that simulates takes.
struct ModelOptions : CommonOptions {
  std::vector<std::string> departments;  ///< names; empty: all
  std::string measure = "profit";        ///< that is compared, asked about, or that a precision concerns
  std::uint64_t seed = 1;
  std::uint32_t threads = 0;  ///< 0: one for each core
  double confidence = 0.95;   ///< of intervals, in (0, 1)
  Format format = Format::text;
};

/// What subcommands take that simulate departments as they stand.
struct SimulationOptions : ModelOptions {
  std::uint32_t replications = 400;         ///< without a precision
  std::optional<double> precision;          ///< wanted half-width as a share of |mean|
  std::uint32_t max_replications = 10'000;  ///< with a precision
  bool rows = false;                        ///< single replications instead of the answer
  bool months = false;                      ///< months in a text, too
  bool people = false;                      ///< single persons are measured, too
};

/// What subcommands take that run procedures of `analysis` on departments: sensitivity, selection and their like.
struct AnalysisOptions : ModelOptions {
  std::optional<std::uint32_t> replications = std::nullopt;  ///< at each point; nothing: the procedure's own number
};

}  // namespace app
