#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/scenario/values.hpp"

/// Numbers with units as text, both ways. What is printed is canonical and reads back to the same value.
namespace scenarios {

/// Why a text is no quantity; `unit` is what stood in the unit's place.
struct Misread {
  enum class Why { form, unit, too_large } why = Why::form;
  std::string unit{};
};

template <class T>
struct Reading {
  std::optional<T> value;
  Misread wrong;
};

/// `"90 s" "1.5 h" "4 wh"`, rounded to whole microseconds; at most a thousand years.
Reading<models::Duration> parse_duration(std::string_view text);
/// `"900 / mo"`
Reading<models::Rate> parse_rate(std::string_view text);
/// `"20 % / y"`
Reading<models::ShareRate> parse_share_rate(std::string_view text);
/// As a duration; whole months and years become calendar months.
Reading<models::Span> parse_span(std::string_view text);
/// `"18 %"`: exactly the number 0.18.
Reading<double> parse_share(std::string_view text);
/// `2026-02-01`
std::optional<models::Date> parse_date(std::string_view text);
/// `"09:00-18:00"`; the end may lie before the begin.
std::optional<models::OpenPart> parse_part(std::string_view text);
/// An amount in hundredths, if the number has no more than two decimals; at most 10^15 hundredths.
std::optional<models::Amount> to_amount(double currency);

/// The shortest number that reads back to the same value, in TOML's syntax.
std::string print_number(double value);
/// A number for people: four digits are enough.
std::string print_rounded(double value);
/// `18 %`
std::string print_share(double value);
/// In the largest unit in which it is a whole number.
std::string print_duration(const models::Duration& duration);
std::string print_span(const models::Span& span);
std::string print_rate(const models::Rate& rate);
std::string print_share_rate(const models::ShareRate& rate);
std::string print_amount(double hundredths);
std::string print_date(models::Date date);
std::string print_part(const models::OpenPart& part);

inline constexpr sim::Time longest_duration = 1000 * sim::mean_year;
inline constexpr double largest_amount = 1e15;  ///< [hundredths]

}  // namespace scenarios
