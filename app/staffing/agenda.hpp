#pragma once

#include <vector>

#include "analysis/result/plan.hpp"
#include "app/staffing/lattice.hpp"

namespace app::staffing {

/// What must be done on which day so that these people are there on their dates, for the first twelve months, in order
/// of the days. People who are rented are signed for one notice before; people to hire are looked for one notice, the
/// mean time of hiring and the training before; whoever is hired and goes is told one notice before. Those whom the
/// scenario has at the start are there.
std::vector<analysis::result::PlannedAction> actions_of(const models::Scenario& scenario, const Lattice& lattice,
                                                        const Years& years);

/// `2026-04-01`
std::string day_text(models::Date date);

}  // namespace app::staffing
