#pragma once

#include <string>

#include "analysis/result/result.hpp"
#include "app/messages/language.hpp"
#include "app/output/period.hpp"

namespace app {

/// What a text for people has beyond the answer itself.
struct Presentation {
  Language language = Language::en;
  Period period;
  bool months = false;   ///< a table of the months, too
  bool details = false;  ///< every interval, where means alone would need less room
  bool alone = false;    ///< a comparison was asked for, but there is one department only
  std::string command;   ///< that repeats the answer
};

/// The answer for people: a table, the comparison and its verdict in words, notes and warnings, how to repeat it.
std::string report_of(const analysis::result::Result& result, const Presentation& presentation);

}  // namespace app
