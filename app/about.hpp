#pragma once

#include <vector>

#include "analysis/result/result.hpp"
#include "app/cases.hpp"

namespace app {

/// Fills in what a document says of its scenarios whatever was asked: titles, hashes, currency, the period, what they
/// rest on as far as these departments go, what is not modelled, and what the check had to say.
void describe_scenarios(const std::vector<Source>& sources, const std::vector<Case>& cases,
                        analysis::result::Result& result);

}  // namespace app
