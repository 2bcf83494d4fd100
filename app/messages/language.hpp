#pragma once

#include <cstdint>

namespace app {

/// The languages in which the program speaks to people.
enum class Language : std::uint8_t { en, ru };

}  // namespace app
