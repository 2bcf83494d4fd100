#pragma once

#include <cstdint>
#include <string>

#include "app/messages/language.hpp"

/// Numbers as people write them: thousands apart, by a comma in English and a narrow no-break space in Russian, where
/// the decimal sign is a comma.
namespace app {

std::string grouped(std::uint64_t whole, Language language);

/// With `decimals` places; numbers from 10^15 on in powers of ten. A number that rounds to zero has no sign.
std::string grouped(double value, int decimals, Language language);

/// How many decimals show about four digits of a number of this size, at most three.
int decimals_for(double size);

}  // namespace app
