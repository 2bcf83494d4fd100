#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/loading.hpp"
#include "app/messages/phrase.hpp"
#include "models/scenario/scenario.hpp"

namespace app {

/// Where two markets differ first.
struct MarketDifference {
  std::string path;
  std::optional<std::string> first;   ///< as the scenario is written; nothing where it is not stated
  std::optional<std::string> second;  ///< the same of the other
};

/// Compares what decides which customers come and what they want: times, calendar, segments and the work that a sale
/// takes, defaults filled in. Departments, titles and what is known beyond the values (beliefs) do not count.
std::optional<MarketDifference> market_difference(const models::Scenario& first, const models::Scenario& second);

/// Throws Refused with the first difference between the market of the first source and another's, and what could be done.
void refuse_different_markets(const std::vector<Source>& sources, const Phrase& advice, Language language);

}  // namespace app
