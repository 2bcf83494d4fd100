#pragma once

#include <string>
#include <string_view>

#include "sim/measures.hpp"

namespace app {

/// The page that explains every measure, made from the catalogue: docs/measures.md. Names that users give stand as
/// `<stage>` and `<role>`.
std::string measures_page();

/// The word for an estimator in pages and databases.
std::string_view estimator_name(sim::Estimator estimator);

}  // namespace app
