#pragma once

#include <string>
#include <string_view>

#include "app/messages/language.hpp"

namespace app {

/// The page of results with a document in it: one HTML file that needs no other and no network.
///
/// `document` is an answer as `json_of` writes it. With it go the words that the page needs
/// (app/output/page_words.hpp). Whatever stands in the document stays text: `<`, `>`, `&` and the line ends of Unicode
/// are escaped.
std::string page_of(std::string_view document, Language language);

/// Whether this program carries the page.
bool has_page();

}  // namespace app
