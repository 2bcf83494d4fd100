#pragma once

#include <vector>

#include "models/plan.hpp"
#include "sim/measures.hpp"

namespace models {

/// All measures of a department, in the order of reports. The one place where a measure's name, unit and definition are
/// written.
sim::Catalogue catalogue(const DepartmentPlan& plan);

/// By slot of the ledger: what its integers are divided by to be in the unit of the catalogue.
std::vector<double> divisors(const DepartmentPlan& plan);

}  // namespace models
