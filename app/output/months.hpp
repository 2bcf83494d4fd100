#pragma once

#include <string>

#include "analysis/result/result.hpp"
#include "app/messages/language.hpp"

namespace app {

/// A table for each department: the months, and what happens in them on average.
std::string month_tables(const analysis::result::Result& result, Language language);

}  // namespace app
