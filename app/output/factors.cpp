#include "app/output/factors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/messages/measures.hpp"
#include "app/messages/report.hpp"
#include "app/output/number.hpp"
#include "app/output/table.hpp"
#include "app/output/width.hpp"

namespace app {
namespace {

constexpr const char* dash = "–";

/// In the shortest form that reads back, with the language's decimal sign.
std::string shortest(double value, Language language) {
  constexpr double digits = 1e6;
  const double size = std::fabs(value);
  const double unit = size > 0 ? std::pow(10.0, std::floor(std::log10(size))) / digits : 1;
  std::string text = fmt::format("{:g}", std::round(value / unit) * unit);
  if (size >= 1e4 && size < 1e15) return grouped(value, 0, language);
  if (language == Language::ru) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

}  // namespace

AmountScale::AmountScale(const std::string& unit, double largest, Language language)
    : AmountScale(unit, largest, language, true) {}

AmountScale AmountScale::unscaled(const std::string& unit, double largest, Language language) {
  return {unit, largest, language, false};
}

AmountScale::AmountScale(const std::string& unit, double largest, Language language, bool scaled)
    : language_(language), unit_(unit_title(unit, language)) {
  constexpr double from_thousands = 1e5;
  constexpr double from_millions = 1e8;
  if (unit == "share") {
    share_ = true;
    unit_ = "%";
    scale_ = 100;
  } else if (scaled && largest >= from_millions) {
    unit_ = say(language, words::millions, unit_);
    scale_ = 1e-6;
  } else if (scaled && largest >= from_thousands) {
    unit_ = say(language, words::thousands, unit_);
    scale_ = 1e-3;
  }
  decimals_ = unit == "share" ? 1 : decimals_for(largest * scale_);
}

AmountScale AmountScale::of_differences() const {
  AmountScale result = *this;
  if (share_) result.unit_ = words::points.in(language_);
  return result;
}

std::string AmountScale::unit_with_differences() const {
  return share_ ? std::string{words::percent_and_points.in(language_)} : unit_;
}

double AmountScale::step() const { return std::pow(10.0, -decimals_) / scale_; }

std::string AmountScale::number(double value) const {
  return analysis::known(value) ? grouped(value * scale_, decimals_, language_) : std::string(dash);
}

std::string AmountScale::change(double value) const {
  const std::string text = number(value);
  return value > 0 && text.find_first_of("123456789") != std::string::npos ? "+" + text : text;
}

std::string AmountScale::amount(double value) const {
  return number(value) + (language_ == Language::ru ? "\u00A0" : " ") + unit_;
}

std::string AmountScale::margin(double value, const analysis::Interval& interval) const {
  if (!analysis::known(interval.low) || !analysis::known(interval.high)) return "";
  return number(std::max(value - interval.low, interval.high - value));
}

std::string AmountScale::with_margin(double value, const analysis::Interval& interval) const {
  const std::string text = change(value);
  const std::string around = margin(value, interval);
  return around.empty() ? text : text + " ± " + around;
}

std::string share_with_interval(const analysis::Figure& share, Language language) {
  if (!analysis::known(share.value)) return dash;
  const std::string text = percent_text(share.value, 0, language);
  const auto& [low, high] = share.interval;
  if (!analysis::known(low) || !analysis::known(high)) return text;
  return text + " (" + grouped(std::floor(low * 100), 0, language) + " … " +
         grouped(std::ceil(high * 100), 0, language) + ")";
}

std::string factor_value(const analysis::result::FactorResult& factor, double value, Language language) {
  const std::string text = analysis::known(value) ? shortest(value, language) : std::string(dash);
  return factor.unit.empty() ? text : text + " " + factor.unit;
}

std::string factor_range(const analysis::result::FactorResult& factor, Language language) {
  return shortest(factor.low, language) + " … " + factor_value(factor, factor.high, language);
}

std::string long_table(const std::vector<std::vector<std::string>>& rows) {
  std::string text = plain_table(rows);
  std::size_t widest = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    widest = std::max(widest, display_width(std::string_view(text).substr(begin, end - begin)));
    begin = end + 1;
  }
  if (widest <= report_width) return text;
  std::vector<std::vector<std::string>> cells;
  for (const auto& row : rows) cells.emplace_back(row.begin() + 1, row.end());
  for (auto& row : cells) row.front() = "    " + row.front();
  const std::string inner = plain_table(cells);
  text.clear();
  std::size_t begin = 0;
  for (const auto& row : rows) {
    const std::size_t end = inner.find('\n', begin) + 1;
    text += "  " + row.front() + "\n" + inner.substr(begin, end - begin);
    begin = end;
  }
  return text;
}

std::string paragraph(const std::string& text, std::size_t indent) {
  std::string result;
  for (const std::string& line : wrap(one_line(text), report_width - indent))
    result += std::string(indent, ' ') + line + '\n';
  return result;
}

}  // namespace app
