#pragma once

#include <string>
#include <variant>
#include <vector>

#include "app/breakeven.hpp"
#include "app/check.hpp"
#include "app/compare.hpp"
#include "app/explain.hpp"
#include "app/export.hpp"
#include "app/map.hpp"
#include "app/merge.hpp"
#include "app/report.hpp"
#include "app/run.hpp"
#include "app/select.hpp"
#include "app/sensitivity.hpp"
#include "app/staff.hpp"
#include "app/sweep.hpp"
#include "app/trace.hpp"
#include "app/verify.hpp"

namespace app {

/// Text that was asked for instead of a run: a help or the version.
struct ShowText {
  std::string text;
};

using Request = std::variant<ShowText, CheckOptions, RunOptions, CompareOptions, TraceOptions, SensitivityOptions,
                             SelectOptions, MapOptions, BreakevenOptions, ExplainOptions, SweepOptions, MergeOptions,
                             ExportOptions, VerifyOptions, StaffOptions, ReportOptions>;

/// What the arguments (without the program's name) ask for. Throws Refused with everything that is wrong with them.
Request read_command_line(const std::vector<std::string>& arguments);

/// The language that the arguments ask for; English if none or an unknown one. Needed before the rest is understood.
Language language_of(const std::vector<std::string>& arguments);

/// The subcommand that the arguments name; empty if none.
std::string command_named(const std::vector<std::string>& arguments);

}  // namespace app
