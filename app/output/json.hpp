#pragma once

#include <string>

#include "analysis/result/result.hpp"
#include "app/messages/language.hpp"
#include "app/output/document_check.hpp"

namespace app {

/// The answer for other programs, with a line end behind it. Names and numbers are the contract (numbers in the
/// shortest form that reads back to the same double, what is absent as null); only the sentences of warnings and notes
/// follow the language.
std::string json_of(const analysis::result::Result& result, Language language);

/// What `check` says, in the same manner.
std::string json_of(const Checked& checked, Language language);

/// The JSON Schemas (draft 2020-12) of what `json_of` writes, from the same declarations (document.hpp).
std::string json_schema();
std::string json_schema_of_checks();

}  // namespace app
