#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/amount.hpp"
#include "app/exit_code.hpp"
#include "app/options.hpp"

namespace app {

inline constexpr std::uint32_t most_draws = 100'000;
inline constexpr std::uint32_t replications_of_draw = 10;  ///< where nothing else is said

struct CompareOptions : SimulationOptions {
  std::string baseline;                                         ///< name of a department; empty: the first
  std::vector<std::pair<std::string, std::string>> waterfalls;  ///< names of departments, from which to which
  std::optional<Amount> target;                                 ///< that a replication's measure is to reach
  std::optional<std::uint32_t> uncertainty;  ///< draws from the beliefs; then `replications` are those of each draw
  bool details = false;                      ///< every interval in the text, too
  bool unpaired = false;                     ///< every department has customers of its own
};

/// Simulates departments on the same customers and compares them with one of them.
ExitCode compare(const CompareOptions& options);

}  // namespace app
