#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/exit_code.hpp"
#include "app/options.hpp"

namespace app {

/// A part of a study's blocks: of `of` blocks one after the other the one at place `number`.
struct Shard {
  std::uint64_t number = 1;  ///< from 1
  std::uint64_t of = 1;

  /// How many of so many blocks, from the first on, are in it.
  std::uint64_t own(std::uint64_t blocks) const { return (blocks + of - number) / of; }
};

/// `output` is the database; `departments`, `seed` and `measures` are those of scenarios without a study.
struct SweepOptions : AnalysisOptions {
  std::vector<std::string> measures;  ///< empty: the study's own
  bool seed_given = false;
  Shard shard;
  bool dry_run = false;
  bool fail_fast = false;
};

inline constexpr std::uint32_t most_shards = 100'000;

/// Runs the blocks of a study that its database lacks.
ExitCode sweep(const SweepOptions& options);

}  // namespace app
