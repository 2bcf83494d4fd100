#pragma once

#include <span>
#include <vector>

namespace analysis {

/// p-values adjusted for their number by Holm's step-down method (1979, Scandinavian Journal of Statistics 6, 65): with
/// p₍₁₎ <= … <= p₍ₘ₎, adjusted p₍ⱼ₎ = max over i <= j of (m − i + 1) p₍ᵢ₎, at most 1. Rejecting what lies below α errs
/// in any one of them with chance at most α, whatever their dependence. `absent` ones stay absent and do not count.
std::vector<double> holm_adjusted(std::span<const double> p_values);

}  // namespace analysis
