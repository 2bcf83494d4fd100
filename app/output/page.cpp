#include "app/output/page.hpp"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "app/output/page_bytes.hpp"
#include "app/output/page_words.hpp"

namespace app {
namespace {

constexpr std::string_view holder = R"(<script type="application/json" id="salesim-data">)";

/// Text of JSON that may stand between tags: no sign of markup, and no line end but those of ASCII.
std::string harmless(std::string_view json) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> escapes{
      {{"<", "\\u003c"}, {">", "\\u003e"}, {"&", "\\u0026"}, {"\xe2\x80\xa8", "\\u2028"}, {"\xe2\x80\xa9", "\\u2029"}}};
  std::string text;
  text.reserve(json.size() + json.size() / 8);
  for (std::size_t i = 0; i < json.size();) {
    std::size_t taken = 0;
    for (const auto& [sign, escape] : escapes)
      if (json.substr(i, sign.size()) == sign) {
        text += escape;
        taken = sign.size();
      }
    if (taken == 0) text += json[i];
    i += taken == 0 ? 1 : taken;
  }
  return text;
}

}  // namespace

bool has_page() { return page_bytes().find(holder) != std::string_view::npos; }

std::string page_of(std::string_view document, Language language) {
  using Json = nlohmann::ordered_json;
  const std::string_view page = page_bytes();
  const std::size_t place = page.find(holder);
  if (place == std::string_view::npos) throw std::logic_error("page");  // who asks has seen has_page()
  Json data;
  data["document"] = Json::parse(document);
  data["words"] = Json(page_words_for(data["document"], language));
  data["language"] = language == Language::ru ? "ru" : "en";
  std::string text{page.substr(0, place + holder.size())};
  text += harmless(data.dump(-1, ' ', false, Json::error_handler_t::replace));
  text += page.substr(place + holder.size());
  return text;
}

}  // namespace app
