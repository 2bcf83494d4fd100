#include <cmath>
#include <type_traits>

#include "scenarios/format/nearest.hpp"
#include "scenarios/format/quantity.hpp"
#include "scenarios/format/values.hpp"
#include "scenarios/format/words.hpp"

namespace scenarios {
namespace {

using models::Amount;
using models::Duration;
using models::Parameter;
using models::Rate;
using models::ShareRate;
using models::Shares;
using models::Span;

/// A value as it is compared with the bounds of its parameter: shares, factors, currency, days,
/// and so many a day.
double magnitude(double value) { return value; }
double magnitude(std::int64_t value) { return static_cast<double>(value); }
double magnitude(const Amount& value) { return static_cast<double>(value.hundredths) / 100; }
double magnitude(const Duration& value) { return static_cast<double>(value.length) / static_cast<double>(sim::day); }
double magnitude(const Rate& value) { return value.per_microsecond() * static_cast<double>(sim::day); }
double magnitude(const Shares& value) { return value.values.front(); }
double magnitude(const ShareRate& value) { return value.share; }
double magnitude(const Span& value) {
  return static_cast<double>(value.months * sim::mean_month + value.length) / static_cast<double>(sim::day);
}

template <class T>
bool same_clock(const T& a, const T& b) {
  if constexpr (std::is_same_v<T, Duration>) return a.clock == b.clock;
  return true;
}

template <class T>
bool is_list(const T& value) {
  if constexpr (std::is_same_v<T, Shares>) return value.values.size() > 1;
  static_cast<void>(value);
  return false;
}

/// Arrivals may not come closer than the clock can tell [1/µs].
constexpr double highest_rate = 1;
constexpr sim::Time longest_span = 200 * sim::mean_year;

template <class T>
std::string printed_bound(double bound, const Parameter& parameter) {
  if constexpr (std::is_same_v<T, Duration> || std::is_same_v<T, Span>)
    return print_duration({static_cast<sim::Time>(bound * static_cast<double>(sim::day)), models::Clock::calendar});
  else if constexpr (std::is_same_v<T, double>)
    return printed(bound, parameter);
  else if constexpr (std::is_same_v<T, ShareRate>)
    return print_share(bound);
  else
    return print_number(bound);
}

template <class T>
bool within_bounds(const Input& input, const T& value) {
  const Parameter& parameter = input.parameter;
  const double size = magnitude(value);
  if (parameter.above_low && !(size > parameter.low)) {
    input.problem("not_above", {printed(value, parameter), printed_bound<T>(parameter.low, parameter)});
    return false;
  }
  if (size < parameter.low) {
    input.problem("too_low", {printed(value, parameter), printed_bound<T>(parameter.low, parameter)});
    return false;
  }
  if (size > parameter.high) {
    input.problem("too_high", {printed(value, parameter), printed_bound<T>(parameter.high, parameter)});
    return false;
  }
  return true;
}

bool finite(const Input& input) {
  if (!input.node.is_number()) return true;
  if (std::isfinite(input.node.real)) return true;
  input.problem("not_finite");
  return false;
}

/// The unit that was meant by a longer word, such as `minutes` or `hr`: English words begin like their units.
std::string unit_meant(std::string_view word) {
  for (const std::string_view beginning : {"mo", "mi", "m", "s", "h", "d", "w", "y"})
    if (word.starts_with(beginning)) return beginning == "mi" || beginning == "m" ? "min" : std::string{beginning};
  return {};
}

/// Reports what is wrong with a quantity in quotes.
void misread(const Input& input, const Misread& wrong, std::string_view form, const std::vector<std::string>& units) {
  switch (wrong.why) {
    case Misread::Why::form:
      input.problem("bad_value", {shortened(input.node.text), std::string{form}});
      break;
    case Misread::Why::unit:
      if (wrong.unit == "wh" || wrong.unit == "wd") {
        input.problem("open_time_not_allowed", {shortened(input.node.text)});
        break;
      }
      input.problem("unknown_unit", {shortened(wrong.unit), unit_meant(wrong.unit), joined(units)});
      break;
    case Misread::Why::too_large:
      input.problem("too_high", {shortened(input.node.text), "1000 y"});
      break;
  }
}

const std::vector<std::string> calendar_units{"s", "min", "h", "d", "w", "mo", "y"};
const std::vector<std::string> all_units{"s", "min", "h", "d", "w", "mo", "y", "wh", "wd"};

template <class T>
bool plain(const Input& input, T& member);

template <>
bool plain(const Input& input, double& member) {
  const bool share = input.parameter.unit == "share";
  const Node& node = input.node;
  double value = node.real;
  if (node.is_string() && share) {
    const auto reading = parse_share(node.text);
    if (!reading.value) {
      input.problem("bad_value", {shortened(node.text), "share"});
      return false;
    }
    value = *reading.value;
  } else if (node.is_string() && parse_share(node.text).value) {
    input.problem("percent_not_allowed", {shortened(node.text)});
    return false;
  } else if (!node.is_number()) {
    input.wrong_form(share ? "share" : "number");
    return false;
  }
  if (!finite(input) || !within_bounds(input, value)) return false;
  member = value + 0.0;  // no negative zero
  return true;
}

template <>
bool plain(const Input& input, std::int64_t& member) {
  const Node& node = input.node;
  if (!node.is_number()) {
    input.wrong_form(input.parameter.unit == "number" ? "number" : "whole");
    return false;
  }
  if (!finite(input)) return false;
  if (std::floor(node.real) != node.real) {
    input.problem("not_whole", {print_number(node.real)});
    return false;
  }
  if (std::fabs(node.real) > 1e15) {
    input.problem("too_high", {print_number(node.real), print_number(1e15)});
    return false;
  }
  const auto value = static_cast<std::int64_t>(node.real);
  if (!within_bounds(input, value)) return false;
  member = value;
  return true;
}

template <>
bool plain(const Input& input, Amount& member) {
  if (!input.node.is_number()) {
    input.wrong_form("money");
    return false;
  }
  if (!finite(input)) return false;
  if (std::fabs(input.node.real) > largest_amount / 100) {
    input.problem("too_high", {print_number(input.node.real), print_number(largest_amount / 100)});
    return false;
  }
  const auto value = to_amount(input.node.real);
  if (!value) {
    input.problem("too_many_decimals", {print_number(input.node.real)});
    return false;
  }
  if (!within_bounds(input, *value)) return false;
  member = *value;
  return true;
}

template <>
bool plain(const Input& input, Duration& member) {
  const bool open_time = input.parameter.open_time;
  const std::string_view form = open_time ? "open_duration" : "duration";
  if (!input.node.is_string()) {
    input.wrong_form(form);
    return false;
  }
  const auto reading = parse_duration(input.node.text);
  if (!reading.value) {
    misread(input, reading.wrong, form, open_time ? all_units : calendar_units);
    return false;
  }
  if (reading.value->clock != models::Clock::calendar && !open_time) {
    input.problem("open_time_not_allowed", {shortened(input.node.text)});
    return false;
  }
  if (!within_bounds(input, *reading.value)) return false;
  if (input.parameter.unit == "days" && reading.value->length % sim::day != 0) {
    input.problem("not_whole_days", {shortened(input.node.text)});
    return false;
  }
  member = *reading.value;
  return true;
}

template <>
bool plain(const Input& input, Rate& member) {
  if (!input.node.is_string()) {
    input.wrong_form("rate");
    return false;
  }
  const auto reading = parse_rate(input.node.text);
  if (!reading.value) {
    misread(input, reading.wrong, "rate", calendar_units);
    return false;
  }
  if (!within_bounds(input, *reading.value)) return false;
  if (reading.value->per_microsecond() > highest_rate) {
    input.problem("too_high", {shortened(input.node.text), print_rate({1e6, sim::second})});
    return false;
  }
  member = *reading.value;
  return true;
}

template <>
bool plain(const Input& input, Span& member) {
  if (!input.node.is_string()) {
    input.wrong_form("span");
    return false;
  }
  const auto reading = parse_span(input.node.text);
  if (!reading.value) {
    misread(input, reading.wrong, "span", calendar_units);
    return false;
  }
  if (!within_bounds(input, *reading.value)) return false;
  if (reading.value->months * sim::mean_month + reading.value->length > longest_span) {
    input.problem("too_high", {shortened(input.node.text), print_duration({longest_span})});
    return false;
  }
  member = *reading.value;
  return true;
}

template <>
bool plain(const Input& input, ShareRate& member) {
  if (!input.node.is_string()) {
    input.wrong_form("share_rate");
    return false;
  }
  const auto reading = parse_share_rate(input.node.text);
  if (!reading.value) {
    misread(input, reading.wrong, "share_rate", calendar_units);
    return false;
  }
  if (!within_bounds(input, *reading.value)) return false;
  member = *reading.value;
  return true;
}

/// One share, or a list of them.
template <>
bool plain(const Input& input, Shares& member) {
  const Node& node = input.node;
  if (!node.is_array()) {
    if (!node.is_string() && !node.is_number()) {
      input.wrong_form("shares");
      return false;
    }
    double share = 0;
    if (!plain(input, share)) return false;
    member.values = {share};
    return true;
  }
  if (node.items.empty()) {
    input.problem("empty_list");
    return false;
  }
  if (!few_enough(input)) return false;
  std::vector<double> shares(node.items.size());
  bool good = true;
  for (std::size_t i = 0; i < shares.size(); ++i)
    good = plain(Input{input.context, node.items[i], input.parameter, input.path}, shares[i]) && good;
  if (good) member.values = std::move(shares);
  return good;
}

/// A plain value, or a belief whose value goes into the member and whose rest is kept by path.
template <class T>
bool scalar(const Input& input, T& member) {
  if (!is_belief(input.node)) {
    if (!input.node.is_table() || input.node.entries.empty()) return plain(input, member);
    std::vector<std::string> allowed = list(belief_words);
    allowed.insert(allowed.end(), input.context.segments.begin(), input.context.segments.end());
    if (only(input, allowed)) input.problem("segments_too_deep");
    return false;
  }
  bool good = only(input, list(belief_words));
  const Node* value_node = input.node.find("value");
  if (value_node == nullptr) {
    input.problem("missing_key", {"value"});
    return false;
  }
  T value{};
  good = plain(input.inside(*value_node, "value"), value) && good;
  models::Belief belief;
  const auto bound = [&](std::string_view key, std::optional<std::string>& text, int side) {
    const Node* node = input.node.find(key);
    if (node == nullptr) return;
    T limit{};
    if (!plain(input.inside(*node, key), limit)) {
      good = false;
      return;
    }
    if (is_list(value) || is_list(limit)) {
      input.inside(*node, key).problem("bounds_of_list");
      good = false;
      return;
    }
    if (!same_clock(limit, value)) {
      input.inside(*node, key).problem("mixed_clocks");
      good = false;
    }
    text = printed(limit, input.parameter);
    if (!good || side * magnitude(limit) >= side * magnitude(value)) return;
    input.inside(*node, key).problem(side < 0 ? "belief_low" : "belief_high", {*text, printed(value, input.parameter)});
    good = false;
  };
  bound("low", belief.low, -1);
  bound("high", belief.high, 1);
  if (const Node* source = input.node.find("source"); source != nullptr)
    good = read(input.inside(*source, "source"), belief.source) && good;
  if (const Node* basis = input.node.find("basis"); basis != nullptr)
    good = read(input.inside(*basis, "basis"), belief.basis) && good;
  if (!good) return false;
  member = value;
  if (belief != models::Belief{}) input.context.beliefs[input.path] = belief;
  return true;
}

}  // namespace

bool read(const Input& input, double& member) { return scalar(input, member); }
bool read(const Input& input, std::int64_t& member) { return scalar(input, member); }
bool read(const Input& input, Amount& member) { return scalar(input, member); }
bool read(const Input& input, Duration& member) { return scalar(input, member); }
bool read(const Input& input, Rate& member) { return scalar(input, member); }
bool read(const Input& input, Span& member) { return scalar(input, member); }
bool read(const Input& input, Shares& member) { return scalar(input, member); }
bool read(const Input& input, ShareRate& member) { return scalar(input, member); }
bool read_plain(const Input& input, double& member) { return plain(input, member); }
bool read_plain(const Input& input, std::int64_t& member) { return plain(input, member); }
bool read_plain(const Input& input, Amount& member) { return plain(input, member); }
bool read_plain(const Input& input, Duration& member) { return plain(input, member); }

std::string printed(double value, const Parameter& parameter) {
  return parameter.unit == "share" ? print_share(value) : print_number(value);
}
std::string printed(std::int64_t value, const Parameter&) { return std::to_string(value); }
std::string printed(const Amount& value, const Parameter&) {
  return print_amount(static_cast<double>(value.hundredths));
}
std::string printed(const Duration& value, const Parameter&) { return print_duration(value); }
std::string printed(const Rate& value, const Parameter&) { return print_rate(value); }
std::string printed(const Span& value, const Parameter&) { return print_span(value); }
std::string printed(const Shares& value, const Parameter&) { return print_share(value.values.front()); }
std::string printed(const ShareRate& value, const Parameter&) { return print_share_rate(value); }

}  // namespace scenarios
