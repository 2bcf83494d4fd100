#pragma once

#include <span>
#include <vector>

#include "models/plan.hpp"
#include "models/seats.hpp"
#include "sim/measures.hpp"

namespace models {

/// Adds to the catalogue what is measured of single seats, and how far the persons of a role differ. A seat is called
/// by its role and its number within the role, from 1: it stands for whoever held it. The numbers are kept behind the
/// slots that the catalogue has already.
void add_people_measures(const DepartmentPlan& plan, sim::Catalogue& catalogue);

/// Appends a replication's numbers for these measures. `seats` and `activities` as DepartmentAtWork has them.
void append_people(const DepartmentPlan& plan, std::span<const SeatBooks> seats, std::span<const sim::Time> activities,
                   std::vector<double>& totals);

/// How far values differ, each with its weight: √(n/(n − 1) · Σ w (x − x̄)² / Σ w), x̄ = Σ w x / Σ w, over the n values
/// whose weight is positive. With equal weights it is the sample's standard deviation. Negative if n < 2.
double weighted_spread(std::span<const double> values, std::span<const double> weights);

}  // namespace models
