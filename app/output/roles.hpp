#pragma once

#include <string_view>

#include "analysis/result/result.hpp"

namespace app {

/// Whether a department has a role that nobody holds at any time and for which nobody is looked for, as with staff = 0.
/// What is said of such a role (its headcount, pay, time) says nothing.
bool is_unmanned(const analysis::result::SystemResult& system, std::string_view role);

/// The role that a measure is about; empty if it is about none.
std::string_view role_of(std::string_view measure);

}  // namespace app
