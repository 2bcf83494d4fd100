#pragma once

#include <string>

#include "analysis/result/result.hpp"
#include "app/messages/language.hpp"
#include "app/output/period.hpp"

namespace app {

/// The plan for people: headcounts, what to do when, what is sure of it, and what would be otherwise.
std::string plan_text(const analysis::result::Result& result, const Period& period, Language language);

/// The same as a tidy table.
std::string plan_csv(const analysis::result::PlanResult& plan);

}  // namespace app
