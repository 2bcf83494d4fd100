#pragma once

#include "analysis/staffing/climb.hpp"

namespace analysis::staffing {

/// R-SPLINE: Wang, Pasupathy & Schmeiser 2013 (Integer-ordered simulation optimization using R-SPLINE, ACM TOMACS 23,
/// article 17), adapted to nested common replications. Returns the best plan known; `start` is admissible.
///
/// Iteration k works on the sample average over n_k replications, n_0 = `effort.first`, each 1.2 times the one before,
/// from where the last one ended. It alternates a line search along the gradient of the piecewise-linear interpolation
/// at a perturbed point (simplex of d + 1 plans by sorted fractions; steps 2, 4, 8 … to the nearest plans) and the
/// enumeration of the neighbours one step away, until no neighbour is better. An inadmissible vertex ends the line
/// search, as in the paper.
Plan rspline(Trials& trials, const Plan& start, const Effort& effort);

}  // namespace analysis::staffing
