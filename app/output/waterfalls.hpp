#pragma once

#include <string>

#include "analysis/result/result.hpp"
#include "app/messages/language.hpp"
#include "app/output/table.hpp"

namespace app {

/// Where differences come from: a column for each waterfall, from what was before to what is after, to the last part
/// (hundredth) of the unit. Steps that are 0 everywhere are left out. Empty if there are no waterfalls.
std::string waterfall_table(const analysis::result::Result& result, Shown shown, Language language);

/// The same as a tidy table: a line for each waterfall and step, the difference of the whole first, all numbers in
/// the shortest form that reads back to the same double.
std::string waterfall_csv(const analysis::result::Result& result);

}  // namespace app
