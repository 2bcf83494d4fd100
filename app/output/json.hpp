#pragma once

#include <string>

#include "analysis/result/result.hpp"
#include "app/messages/language.hpp"

namespace app {

/// The answer for other programs, with a line end behind it. Names and numbers are the contract (numbers in the
/// shortest form that reads back to the same double, what is absent as null); only the sentences of warnings and notes
/// follow the language.
std::string json_of(const analysis::result::Result& result, Language language);

/// The JSON Schema (draft 2020-12) of what `json_of` writes, from the same declarations (document.hpp).
std::string json_schema();

}  // namespace app
