#pragma once

#include <string>

#include "app/messages/language.hpp"

namespace app {

/// An amount of a measure as it was given on the command line.
struct Amount {
  std::string text;
  double value = 0;
  bool percent = false;  ///< `value` is the share already
};

/// What is wrong with an amount of a measure in this unit; empty if nothing. Per cents are of shares only, and a share
/// is at least 0 and at most 1.
std::string wrong_with_amount(const char* option, const Amount& amount, const std::string& measure,
                              const std::string& unit, Language language);

}  // namespace app
