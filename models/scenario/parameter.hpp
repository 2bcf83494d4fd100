#pragma once

#include <limits>
#include <string_view>

namespace models {

/// The one declaration of a parameter. Each struct of the scenario has a function `describe(object, field)` beside it,
/// which calls `field(Parameter{…}, member)` for every key in the order of the documentation. Reader, writer, paths,
/// error messages and the reference page are all such `field`s; the type of the member says which forms a value takes.
/// The neutral default is the member's initialiser.
struct Parameter {
  std::string_view key{};
  std::string_view unit{};     ///< of a bare number: `share`, `people`, `money`, `factor`, …; empty where the type says it
  std::string_view meaning{};  ///< one line
  double low = -std::numeric_limits<double>::infinity();   ///< smallest value allowed
  double high = std::numeric_limits<double>::infinity();   ///< largest value allowed
  bool above_low = false;         ///< `low` itself is not allowed
  bool open_time = false;         ///< a duration may be given in open hours `wh` or open days `wd`
  bool required = false;
  std::string_view mechanism{};     ///< number in the list of mechanisms, e.g. `M12`
  std::string_view moves{};         ///< the measure that changes with it, e.g. `leads_lost.abandoned`
  std::string_view source{};        ///< where the form or the default comes from
};

}  // namespace models
