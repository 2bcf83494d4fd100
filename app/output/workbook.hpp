#pragma once

#include <string>

#include "analysis/result/result.hpp"
#include "app/messages/language.hpp"

namespace app {

/// The answer of `run` or `compare` as a workbook (Office Open XML): a summary of the departments, all measures, the months,
/// the ledger of losses, the assumptions, and what repeats it, each a sheet with a heading that stays and with charts where
/// there is something to see. Numbers are numbers, texts are never formulas. The same answer gives the same bytes. Throws
/// std::runtime_error where the folder of temporary files cannot be written to.
std::string workbook_of(const analysis::result::Result& result, Language language);

}  // namespace app
