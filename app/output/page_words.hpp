#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "app/messages/language.hpp"

namespace app {

/// The words that the page needs to show a document: all of its own (app/messages/page.hpp), and what people call
/// whatever the document names. Keys of the latter:
/// - `measure.<name>`: the title of a measure that stands for itself; `label.<name>`: under the heading of its section;
/// - `unit.<unit>`, `cause.<name>` (of a loss), `mechanism.<number>`, `basis.<word>` (of an assumption);
/// - `stage.<name>`, `role.<name>`, `department.<name>`, `activity.<name>`: as the scenario calls them, or the name in plain letters.
std::map<std::string, std::string> page_words_for(const nlohmann::ordered_json& document, Language language);

}  // namespace app
