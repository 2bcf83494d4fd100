#pragma once

#include <string>

#include "analysis/result/result.hpp"
#include "app/messages/language.hpp"

namespace app {

/// For each department the persons seat by seat, and under each role how far they differ; means of all replications.
/// Empty where single persons were not measured.
std::string people_tables(const analysis::result::Result& result, Language language);

}  // namespace app
