#include <algorithm>
#include <set>

#include "scenarios/format/nearest.hpp"
#include "scenarios/format/quantity.hpp"
#include "scenarios/format/values.hpp"
#include "scenarios/format/words.hpp"

/// Values that speak of the calendar: dates, hours, days, weights by month, weekday or hour.
namespace scenarios {
namespace {

constexpr int first_year = 1900;
constexpr int last_year = 2200;

/// One part of a day, e.g. `"09:00-13:00"`.
bool read_part(const Input& input, std::vector<models::OpenPart>& parts) {
  if (!input.node.is_string()) {
    input.wrong_form("hours");
    return false;
  }
  const auto part = parse_part(input.node.text);
  if (!part) {
    input.problem("bad_value", {shortened(input.node.text), "hours"});
    return false;
  }
  if (part->begin == part->end) {
    input.problem("hours_empty", {shortened(input.node.text)});
    return false;
  }
  if (part->begin > part->end) {
    std::string hint;
    for (const models::OpenPart side : {models::OpenPart{part->begin, sim::day}, models::OpenPart{0, part->end}})
      if (side.begin < side.end) hint += (hint.empty() ? "\"" : ", \"") + print_part(side) + '"';
    input.problem("hours_past_midnight", {shortened(input.node.text), hint});
    return false;
  }
  parts.push_back(*part);
  return true;
}

/// `mon`, `mon-fri` or `fri-mon`, or several of them after commas.
bool read_days(const Input& input, std::string_view text, std::array<bool, 7>& open) {
  const auto number = [&](std::string_view word) -> std::optional<std::size_t> {
    const auto at = std::find(weekdays.begin(), weekdays.end(), word);
    if (at == weekdays.end()) {
      input.context.problems.unknown("unknown_word", input.node.spot, input.path, word, list(weekdays));
      return std::nullopt;
    }
    return static_cast<std::size_t>(at - weekdays.begin());
  };
  bool good = true;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t comma = std::min(text.find(',', begin), text.size());
    std::string part{text.substr(begin, comma - begin)};
    std::erase(part, ' ');
    begin = comma + 1;
    const std::size_t dash = std::min(part.find('-'), part.size());
    const auto first = number(part.substr(0, dash));
    const auto last = dash < part.size() ? number(part.substr(dash + 1)) : first;
    if (!first || !last) {
      good = false;
      continue;
    }
    for (std::size_t d = *first;; d = (d + 1) % 7) {
      open[d] = true;
      if (d == *last) break;
    }
  }
  return good;
}

}  // namespace

bool read(const Input& input, models::Date& member) {
  if (input.node.kind != Node::Kind::date) {
    input.wrong_form("date");
    return false;
  }
  const int year = static_cast<int>(std::chrono::year_month_day{input.node.date}.year());
  if (year < first_year || year > last_year) {
    input.problem("date_out_of_range",
                  {print_date(input.node.date), std::to_string(first_year), std::to_string(last_year)});
    return false;
  }
  member = input.node.date;
  return true;
}

bool read(const Input& input, std::vector<models::Date>& member) {
  if (!input.node.is_array()) {
    input.wrong_form("dates");
    return false;
  }
  std::set<models::Date> dates;
  bool good = true;
  for (const Node& node : input.node.items) {
    const Input item{input.context, node, input.parameter, input.path};
    models::Date date{};
    if (!read(item, date)) {
      good = false;
    } else if (!dates.insert(date).second) {
      item.problem("duplicate", {print_date(date)});
      good = false;
    }
  }
  if (good) member.assign(dates.begin(), dates.end());
  return good;
}

bool read(const Input& input, models::Hours& member) {
  const Node& node = input.node;
  if (node.is_string() && node.text == "always") {
    member = models::Hours{};
    return true;
  }
  std::vector<models::OpenPart> parts;
  bool good = true;
  if (!node.is_array()) {
    good = read_part(input, parts);
  } else if (node.items.empty()) {
    input.problem("empty_list");
    good = false;
  }
  for (const Node& item : node.items)
    good = read_part({input.context, item, input.parameter, input.path}, parts) && good;
  std::sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  std::vector<models::OpenPart> merged;
  for (const models::OpenPart& part : parts) {
    if (!merged.empty() && part.begin < merged.back().end) {
      input.problem("hours_overlap", {print_part(merged.back()), print_part(part)});
      good = false;
    }
    if (!merged.empty() && part.begin == merged.back().end)
      merged.back().end = part.end;
    else
      merged.push_back(part);
  }
  if (good) member.parts = std::move(merged);
  return good;
}

bool read(const Input& input, models::Days& member) {
  const Node& node = input.node;
  if (node.is_string() && node.text == "always") {
    member = models::Days{};
    return true;
  }
  std::array<bool, 7> open{};
  bool good = true;
  if (node.is_string()) {
    good = read_days(input, node.text, open);
  } else if (!node.is_array()) {
    input.wrong_form("days");
    return false;
  } else if (node.items.empty()) {
    input.problem("empty_list");
    return false;
  }
  for (const Node& item : node.items) {
    const Input day{input.context, item, input.parameter, input.path};
    if (item.is_string()) {
      good = read_days(day, item.text, open) && good;
    } else {
      day.wrong_form("days");
      good = false;
    }
  }
  if (good) member.open = open;
  return good;
}

bool read_profile(const Input& input, std::size_t count, std::vector<double>& weights) {
  if (!input.node.is_array()) {
    input.wrong_form(count == 12 ? "twelve" : count == 7 ? "seven" : "twenty_four");
    return false;
  }
  if (input.node.items.size() != count) {
    input.problem("wrong_count", {std::to_string(input.node.items.size()), std::to_string(count)});
    return false;
  }
  std::vector<double> numbers;
  bool good = true;
  for (const Node& node : input.node.items) {
    double number = 0;
    good = read_plain({input.context, node, input.parameter, input.path}, number) && good;
    numbers.push_back(number);
  }
  if (good) weights = std::move(numbers);
  return good;
}

}  // namespace scenarios
