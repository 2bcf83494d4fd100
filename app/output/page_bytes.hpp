#pragma once

#include <string_view>

namespace app {

/// The page of results as `web/` builds it, without a document; empty in a program that was built without it.
std::string_view page_bytes();

}  // namespace app
