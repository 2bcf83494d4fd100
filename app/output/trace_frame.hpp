#pragma once

#include <string>
#include <vector>

#include "app/output/trace.hpp"

/// What stands around every text about a replication.
namespace app {

/// Lines of at most the width of a report, each with its end.
std::string paragraph(const std::string& text);
/// What is told: the scenario, the replication, whom and when it is about.
std::string trace_head(const std::vector<Traced>& departments, const TraceView& view);
/// How to repeat it.
std::string trace_foot(const TraceView& view);

}  // namespace app
