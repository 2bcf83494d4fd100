#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "app/exit_code.hpp"
#include "app/options.hpp"

namespace app {

struct TraceOptions : SimulationOptions {
  std::uint32_t replication = 0;  ///< counted from 0
  std::string lead;               ///< a customer: `100` or `retail/web/100`; empty: everybody
  std::string won_by;             ///< names of departments; empty: no list of who bought here and was lost there
  std::string lost_by;
  std::optional<std::chrono::sys_days> from;
  std::optional<std::chrono::sys_days> to;  ///< it included
};

/// Runs one replication of departments and tells what happens in it: everything, the story of one customer, or who
/// bought in one department and was lost in another.
ExitCode trace(const TraceOptions& options);

}  // namespace app
