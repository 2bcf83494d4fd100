#pragma once

#include "models/scenario/stage.hpp"

/// What follows from the keys of a stage alone, for whoever runs, checks or prices it.
namespace models {

/// A stage that takes nobody's time: leads go straight through it.
bool needs_nobody(const Stage& stage);

/// Chance that a fit lead passes a stage that it has just entered, at neutral skill and answered at once. Whoever comes
/// back, after "not now" or to an appointment made anew, must be reached again.
double chance_to_pass(const Stage& stage);

}  // namespace models
