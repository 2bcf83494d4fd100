#pragma once

#include <string>

#include "analysis/result/result.hpp"
#include "app/messages/language.hpp"

namespace app {

/// Departments over all points of a study that are in its database: the document of `report STUDY.db`.
///
/// Departments of the same name in several files count as one, and the file is then a factor called `scenario`. The
/// means are those of `summary`; their size in the document does not grow with the number of points beyond some
/// thousand. An empty `measure` is profit or, where that is not stored, the first. Throws Refused where nothing is
/// stored of the measure, and StoreError.
analysis::result::Result study_document(const std::string& database, const std::string& measure, Language language);

}  // namespace app
