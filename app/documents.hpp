#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "app/messages/language.hpp"

namespace app {

/// What stands in a file that a page is to show.
enum class InputKind { scenario, document, database };

/// Tells by the first bytes, where they leave it open by the name's ending. `-` is standard input.
InputKind kind_of_input(const std::string& file);

/// One document of several answers on the same scenario, as `json_of` writes one.
///
/// Reads each of them and holds it against the JSON Schema of this program. The first that has departments is the one
/// that the page is about: seed, replications and version are its. What the others have beside their departments (a
/// map, a tornado, a plan …) is added to it; commands are joined, assumptions and warnings put together; what is not
/// modelled is what none of them models. Sentences are in this language, whatever the answers were written in.
/// `remarks` are sentences on what is left out. Throws Refused with everything that is wrong.
std::string merged_document(const std::vector<std::string>& files, Language language,
                            std::vector<std::string>& remarks);

}  // namespace app
