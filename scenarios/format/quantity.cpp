#include "scenarios/format/quantity.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <system_error>

namespace scenarios {
namespace {

using models::Clock;

struct Unit {
  std::string_view name;
  sim::Time length;
  Clock clock = Clock::calendar;
};

/// The largest first, as they are tried when printing.
constexpr std::array<Unit, 9> units{{{"y", sim::mean_year},
                                     {"mo", sim::mean_month},
                                     {"w", sim::week},
                                     {"d", sim::day},
                                     {"h", sim::hour},
                                     {"min", sim::minute},
                                     {"s", sim::second},
                                     {"wd", sim::day, Clock::open_days},
                                     {"wh", sim::hour, Clock::open_hours}}};

const Unit* unit_of(std::string_view name) {
  for (const Unit& unit : units)
    if (unit.name == name) return &unit;
  return nullptr;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Why there is no unit: a word that is none, or something else altogether.
Misread no_unit(std::string_view word) {
  const bool is_word =
      !word.empty() && static_cast<unsigned char>(word[0]) >= 'A' &&  // other scripts begin with bytes above ASCII
      std::none_of(word.begin(), word.end(), [](char c) { return is_digit(c) || c == ',' || c == '/'; });
  return {is_word ? Misread::Why::unit : Misread::Why::form, std::string{word}};
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

/// Length of the plain decimal number at the front: sign, digits, a point with digits; no exponent.
std::size_t number_length(std::string_view text) {
  std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const std::size_t digits = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == digits) return 0;
  if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
    ++at;
    while (at < text.size() && is_digit(text[at])) ++at;
  }
  return at;
}

struct Split {
  std::string number;  ///< empty if there is none
  std::string_view rest;
};

Split split(std::string_view text) {
  text = trimmed(text);
  const std::size_t length = number_length(text);
  std::string_view number = text.substr(0, length);
  if (number.starts_with('+')) number.remove_prefix(1);
  return {std::string{number}, trimmed(text.substr(length))};
}

template <class Real>
bool to_real(const std::string& text, Real& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() && std::isfinite(value);
}

std::string decimal(sim::Time count, sim::Time unit) {
  std::string text = std::to_string(count / unit);
  std::string fraction = std::to_string(unit + std::abs(count % unit)).substr(1);
  while (!fraction.empty() && fraction.back() == '0') fraction.pop_back();
  if (fraction.empty()) return text;
  if (count < 0 && count > -unit) text = "-" + text;
  return text + "." + fraction;
}

std::string print_length(sim::Time length, Clock clock, bool with_months) {
  if (length == 0 && clock == Clock::calendar) return "0 s";
  for (const Unit& unit : units) {
    if (unit.clock != clock || (!with_months && unit.length >= sim::mean_month)) continue;
    if (length % unit.length == 0) return std::to_string(length / unit.length) + " " + std::string{unit.name};
  }
  if (clock == Clock::calendar) return decimal(length, sim::second) + " s";
  // Open hours have no smaller unit: the shortest decimal that rounds to the same microsecond.
  const Unit& unit = clock == Clock::open_hours ? *unit_of("wh") : *unit_of("wd");
  const long double exact = static_cast<long double>(length) / static_cast<long double>(unit.length);
  for (int digits = 1;; ++digits) {
    std::array<char, 64> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), exact, std::chars_format::fixed, digits);
    std::string text{buffer.data(), end.ptr};
    text += " " + std::string{unit.name};
    const auto again = parse_duration(text);
    if (digits >= 18 || (again.value && again.value->length == length)) return text;
  }
}

/// ` / mo`
std::string per_unit(sim::Time length) {
  for (const Unit& unit : units)
    if (unit.length == length && unit.clock == Clock::calendar) return " / " + std::string{unit.name};
  return " / " + std::to_string(length);
}

/// The shortest plain decimal of a hundredfold that reads back to the same number: `18 %`.
std::string percent(double value) {
  if (value == 0) return "0 %";
  std::array<char, 64> buffer{};
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value + 0.0, std::chars_format::scientific);
  const std::string_view text{buffer.data(), end.ptr};
  const std::size_t e = text.find('e');
  std::string digits;
  for (const char c : text.substr(0, e))
    if (is_digit(c)) digits += c;
  int exponent = 0;
  std::from_chars(text.data() + e + (text[e + 1] == '+' ? 2 : 1), text.data() + text.size(), exponent);
  const int point = exponent + 3;  // digits before the point, two more than in the number itself
  if (point <= 0) digits.insert(0, static_cast<std::size_t>(1 - point), '0');
  const std::size_t whole = static_cast<std::size_t>(point <= 0 ? 1 : point);
  if (digits.size() < whole) digits.append(whole - digits.size(), '0');
  std::string result = digits.substr(0, whole);
  if (digits.size() > whole) result += "." + digits.substr(whole);
  return (text.starts_with('-') ? "-" : "") + result + " %";
}

int two_digits(std::string_view text) { return (text[0] - '0') * 10 + (text[1] - '0'); }

}  // namespace

Reading<models::Duration> parse_duration(std::string_view text) {
  const Split parts = split(text);
  long double count = 0;
  if (parts.number.empty() || parts.rest.empty() || !to_real(parts.number, count)) return {{}, {}};
  const Unit* unit = unit_of(parts.rest);
  if (unit == nullptr) return {{}, no_unit(parts.rest)};
  const long double length = count * static_cast<long double>(unit->length);
  if (std::fabs(length) > static_cast<long double>(longest_duration)) return {{}, {Misread::Why::too_large}};
  return {models::Duration{static_cast<sim::Time>(std::llround(length)), unit->clock}, {}};
}

Reading<models::Rate> parse_rate(std::string_view text) {
  const Split parts = split(text);
  double count = 0;
  if (parts.number.empty() || !parts.rest.starts_with('/') || !to_real(parts.number, count)) return {{}, {}};
  const std::string_view per = trimmed(parts.rest.substr(1));
  const Unit* unit = unit_of(per);
  if (unit == nullptr || unit->clock != Clock::calendar) return {{}, no_unit(per)};
  return {models::Rate{count + 0.0, unit->length}, {}};
}

Reading<models::ShareRate> parse_share_rate(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return {{}, {}};
  const auto share = parse_share(text.substr(0, slash));
  if (!share.value) return {{}, {}};
  const std::string_view per = trimmed(text.substr(slash + 1));
  const Unit* unit = unit_of(per);
  if (unit == nullptr || unit->clock != Clock::calendar) return {{}, no_unit(per)};
  return {models::ShareRate{*share.value, unit->length}, {}};
}

Reading<models::Span> parse_span(std::string_view text) {
  const auto duration = parse_duration(text);
  if (!duration.value) return {{}, duration.wrong};
  const Split parts = split(text);
  if (duration.value->clock != Clock::calendar) return {{}, {Misread::Why::unit, std::string{parts.rest}}};
  const sim::Time length = duration.value->length;
  if ((parts.rest == "mo" || parts.rest == "y") && length % sim::mean_month == 0)
    return {models::Span{length / sim::mean_month, 0}, {}};
  return {models::Span{0, length}, {}};
}

Reading<double> parse_share(std::string_view text) {
  const Split parts = split(text);
  double share = 0;
  if (parts.number.empty() || parts.rest != "%" || !to_real(parts.number + "e-2", share)) return {{}, {}};
  return {share + 0.0, {}};
}

std::optional<models::Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
    if (!is_digit(text[i])) return std::nullopt;
  const int year = two_digits(text) * 100 + two_digits(text.substr(2));
  const std::chrono::year_month_day date =
      std::chrono::year{year} / two_digits(text.substr(5)) / two_digits(text.substr(8));
  if (!date.ok()) return std::nullopt;
  return models::Date{date};
}

std::optional<models::OpenPart> parse_part(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto time = [](std::string_view clock) -> std::optional<sim::Time> {
    if (clock.size() != 5 || clock[2] != ':') return std::nullopt;
    for (const std::size_t i : {0U, 1U, 3U, 4U})
      if (!is_digit(clock[i])) return std::nullopt;
    const int hours = two_digits(clock);
    const int minutes = two_digits(clock.substr(3));
    if (minutes > 59 || hours > 24 || (hours == 24 && minutes > 0)) return std::nullopt;
    return hours * sim::hour + minutes * sim::minute;
  };
  const auto begin = time(trimmed(text.substr(0, dash)));
  const auto end = time(trimmed(text.substr(dash + 1)));
  if (!begin || !end) return std::nullopt;
  return models::OpenPart{*begin, *end};
}

std::optional<models::Amount> to_amount(double currency) {
  const double hundredths = std::round(currency * 100);
  if (!(std::fabs(hundredths) <= largest_amount) || hundredths / 100 != currency) return std::nullopt;
  return models::Amount{static_cast<sim::Money>(hundredths)};
}

std::string print_number(double value) {
  std::array<char, 64> buffer{};
  const double size = std::fabs(value);
  const auto format =
      size == 0 || (size >= 1e-6 && size < 1e15) ? std::chars_format::fixed : std::chars_format::scientific;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value + 0.0, format);
  return {buffer.data(), end.ptr};
}

std::string print_rounded(double value) {
  std::array<char, 32> buffer{};
  const auto [end, error] =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::scientific, 3);
  double number = 0;
  std::from_chars(buffer.data(), end, number);
  return print_number(number);
}

std::string print_share(double value) {
  const double size = std::fabs(value);
  return size == 0 || (size >= 1e-12 && size < 1e13) ? percent(value) : print_number(value);
}

std::string print_duration(const models::Duration& duration) {
  return print_length(duration.length, duration.clock, true);
}

std::string print_span(const models::Span& span) {
  if (span.months == 0) return print_length(span.length, Clock::calendar, false);
  if (span.months % 12 == 0) return std::to_string(span.months / 12) + " y";
  return std::to_string(span.months) + " mo";
}

std::string print_rate(const models::Rate& rate) {
  std::string count = print_number(rate.count);
  if (count.find('e') != std::string::npos) {  // plain decimals only before a unit
    std::array<char, 512> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), rate.count, std::chars_format::fixed);
    count.assign(buffer.data(), end.ptr);
  }
  return count + per_unit(rate.per);
}

std::string print_share_rate(const models::ShareRate& rate) { return percent(rate.share) + per_unit(rate.per); }

std::string print_amount(double hundredths) { return decimal(static_cast<sim::Time>(hundredths), 100); }

std::string print_date(models::Date date) {
  const std::chrono::year_month_day day{date};
  const auto padded = [](unsigned number, std::size_t width) {
    std::string text = std::to_string(number);
    return std::string(width - std::min(width, text.size()), '0') + text;
  };
  return padded(static_cast<unsigned>(static_cast<int>(day.year())), 4) + "-" +
         padded(static_cast<unsigned>(day.month()), 2) + "-" + padded(static_cast<unsigned>(day.day()), 2);
}

std::string print_part(const models::OpenPart& part) {
  const auto clock = [](sim::Time time) {
    const auto two = [](sim::Time number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two(time / sim::hour) + ":" + two(time % sim::hour / sim::minute);
  };
  return clock(part.begin) + "-" + clock(part.end);
}

}  // namespace scenarios
