#pragma once

#include <string>

namespace scenarios {

/// The page that explains every key of a scenario, made from the declarations: docs/scenario-format.md.
std::string reference_page();

}  // namespace scenarios
