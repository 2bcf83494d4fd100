#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/result/result.hpp"

namespace app {

/// A line of a department's ledger of losses: how many were lost by a cause, and the margin that was to be expected of
/// them. That margin never came in, so it is no part of profit.
struct Loss {
  std::string cause;  ///< empty: all causes together
  const analysis::result::MeasureResult* heads = nullptr;
  const analysis::result::MeasureResult* margin = nullptr;
};

/// Who can be lost, as the measures have it.
inline constexpr std::string_view who_is_lost[] = {"leads", "clients"};

/// The lines for `who`, all causes together first; none where a department has nobody of this kind. They point into
/// `system`.
std::vector<Loss> losses_of(const analysis::result::SystemResult& system, std::string_view who);

}  // namespace app
