#pragma once

#include <string>

namespace app {

/// The page that explains every measure, made from the catalogue: docs/measures.md. Names that users give stand as
/// `<stage>` and `<role>`.
std::string measures_page();

}  // namespace app
