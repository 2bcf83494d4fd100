#include "app/output/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace app {
namespace {

const char* separator(Language language) { return language == Language::ru ? "\u202F" : ","; }

std::string with_groups(const std::string& digits, Language language) {
  std::string text;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) text += separator(language);
    text += digits[i];
  }
  return text;
}

}  // namespace

std::string grouped(std::uint64_t whole, Language language) { return with_groups(fmt::format("{}", whole), language); }

std::string grouped(double value, int decimals, Language language) {
  const char* const point = language == Language::ru ? "," : ".";
  if (!(std::fabs(value) < 1e15)) {
    std::string text = fmt::format("{:.3e}", value);
    if (const std::size_t dot = text.find('.'); dot != std::string::npos) text.replace(dot, 1, point);
    return text;
  }
  const std::string digits = fmt::format("{:.{}f}", std::fabs(value), decimals);
  const std::size_t dot = std::min(digits.find('.'), digits.size());
  std::string text = with_groups(digits.substr(0, dot), language);
  if (dot < digits.size()) text += point + digits.substr(dot + 1);
  const bool zero = digits.find_first_of("123456789") == std::string::npos;
  return value < 0 && !zero ? "-" + text : text;
}

int decimals_for(double size) {
  size = std::fabs(size);
  if (size >= 999.5) return 0;
  if (size >= 9.995) return 1;
  if (size >= 0.9995) return 2;
  return 3;
}

}  // namespace app
