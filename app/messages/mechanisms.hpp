#pragma once

#include <string>
#include <string_view>

#include "app/messages/language.hpp"

namespace app {

/// What people call a mechanism, `M12`; the number itself where there is none of it.
std::string mechanism_title(std::string_view number, Language language);

}  // namespace app
