#pragma once

#include <array>
#include <string_view>

#include "models/scenario/work.hpp"

namespace scenarios {

/// Parts of the work besides the stages: `[cold_call]`, and those that stand in `[service]`. A department lays its own
/// terms over all of them, and over stages, in one table.
inline constexpr std::array<std::string_view, 6> service_parts{"reception", "order",   "contact",
                                                               "neglect",   "dormant", "wake"};
inline constexpr std::array<std::string_view, 7> work_parts{"cold_call", "reception", "order", "contact",
                                                            "neglect",   "dormant",   "wake"};

/// Activities that are the same in every scenario; the others are its stages.
inline constexpr std::array<std::string_view, 5> services{"cold_call", "order", "contact", "wake", "reception"};

/// Calls `visit(name, by segment)` for every part; `work` are one or two of them, read side by side.
template <class Visit, class... Work>
void visit_parts(const Visit& visit, Work&... work) {
  visit("cold_call", work.cold_call...);
  visit("reception", work.reception...);
  visit("order", work.order...);
  visit("contact", work.contact...);
  visit("neglect", work.neglect...);
  visit("dormant", work.dormant...);
  visit("wake", work.wake...);
}

}  // namespace scenarios
