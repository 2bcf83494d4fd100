#include <algorithm>

#include "scenarios/format/nearest.hpp"
#include "scenarios/format/quantity.hpp"
#include "scenarios/format/values.hpp"
#include "scenarios/format/words.hpp"

/// Who is there and what they do: `staff` and `does`.
namespace scenarios {
namespace {

using models::Duty;
using models::Staff;

/// A list of whole numbers, exactly `count` of them.
bool read_counts(const Input& input, std::size_t count, std::vector<std::int64_t>& counts) {
  if (!input.node.is_array()) {
    input.wrong_form(count == 12 ? "twelve" : "twenty_four");
    return false;
  }
  if (input.node.items.size() != count) {
    input.problem("wrong_count", {std::to_string(input.node.items.size()), std::to_string(count)});
    return false;
  }
  bool good = true;
  for (const Node& item : input.node.items) {
    std::int64_t number = 0;
    good = read_plain({input.context, item, input.parameter, input.path}, number) && good;
    counts.push_back(number);
  }
  return good;
}

bool read_steps(const Input& input, Staff& staff) {
  std::vector<std::pair<models::Date, std::int64_t>> steps;
  bool good = true;
  for (const Entry& entry : input.node.entries) {
    const auto date = parse_date(entry.key);
    if (!date) {
      input.context.problems.add("bad_date", entry.spot, input.path, {shortened(entry.key)});
      good = false;
      continue;
    }
    std::int64_t number = 0;
    good = read_plain(input.inside(entry.value, entry.key), number) && good;
    steps.emplace_back(*date, number);
  }
  std::sort(steps.begin(), steps.end());
  staff.kind = Staff::Kind::dates;
  for (const auto& [date, count] : steps) {
    staff.dates.push_back(date);
    staff.counts.push_back(count);
  }
  return good;
}

std::string text_of(const Node& node) { return node.is_string() ? node.text : std::string{}; }

bool read_duty_table(const Input& input, Duty& duty) {
  const Node& node = input.node;
  bool good = only(input, {"activity", "segments", "fallback", "overflow"});
  if (const Node* activity = node.find("activity")) {
    good = read(input.inside(*activity, "activity"), duty.activity) && good;
  } else {
    input.problem("missing_key", {"activity"});
    good = false;
  }
  if (const Node* segments = node.find("segments"))
    good = read(input.inside(*segments, "segments"), duty.segments) && good;
  if (const Node* fallback = node.find("fallback"))
    good = read(input.inside(*fallback, "fallback"), duty.fallback) && good;
  if (const Node* overflow = node.find("overflow")) {
    static const models::Parameter waiting{.key = "overflow", .unit = "people", .low = 0, .high = 1e6};
    std::int64_t count = 0;
    const Input inside{input.context, *overflow, waiting, input.path + ".overflow"};
    good = read_plain(inside, count) && good;
    duty.overflow = count;
    if (!duty.fallback) {
      inside.problem("overflow_without_fallback");
      good = false;
    }
  }
  return good;
}

/// Whether two duties name the same activity for a common segment.
bool overlap(const Duty& a, const Duty& b) {
  if (a.activity != b.activity) return false;
  if (a.segments.empty() || b.segments.empty()) return true;
  return std::any_of(a.segments.begin(), a.segments.end(),
                     [&](const auto& name) { return is_one_of(name, b.segments); });
}

}  // namespace

bool read(const Input& input, std::vector<std::string>& member) {
  if (!input.node.is_array()) {
    input.wrong_form("names");
    return false;
  }
  if (input.node.items.empty()) {
    input.problem("empty_list");
    return false;
  }
  if (!few_enough(input)) return false;
  std::vector<std::string> names;
  bool good = true;
  for (const Node& item : input.node.items) {
    const Input name{input.context, item, input.parameter, input.path};
    if (!item.is_string()) {
      name.wrong_form("name");
      good = false;
    } else if (is_one_of(item.text, names)) {
      name.problem("duplicate", {shortened(item.text)});
      good = false;
    } else {
      names.push_back(item.text);
    }
  }
  member = std::move(names);
  return good;
}

bool read(const Input& input, Staff& member) {
  const Node& node = input.node;
  Staff staff;
  staff.counts.clear();
  bool good = true;
  if (node.is_array()) {
    staff.kind = Staff::Kind::months;
    good = read_counts(input, 12, staff.counts);
  } else if (!node.is_table() || is_belief(node)) {
    if (!node.is_number() && !node.is_table()) {
      input.wrong_form("staff");
      return false;
    }
    staff.counts.push_back(0);
    good = read(input, staff.counts.front());
  } else if (const Node* hours = node.find("hours")) {
    staff.kind = Staff::Kind::hours;
    good = only(input, {"hours"});
    good = read_counts(input.inside(*hours, "hours"), 24, staff.counts) && good;
  } else if (node.entries.empty()) {
    input.wrong_form("staff");
    return false;
  } else {
    good = read_steps(input, staff);
  }
  if (good) member = std::move(staff);
  return good;
}

bool read(const Input& input, std::vector<Duty>& member) {
  if (!input.node.is_array()) {
    input.wrong_form("duties");
    return false;
  }
  if (input.node.items.empty()) {
    input.problem("empty_list");
    return false;
  }
  if (!few_enough(input)) return false;
  std::vector<Duty> duties;
  bool good = true;
  for (const Node& node : input.node.items) {
    const Input item{input.context, node, input.parameter, input.path};
    Duty duty;
    if (node.is_table()) {
      if (!read_duty_table(item, duty)) good = false;
    } else if (node.is_string()) {
      duty.activity = text_of(node);
    } else {
      item.wrong_form("duty");
      good = false;
      continue;
    }
    if (std::any_of(duties.begin(), duties.end(), [&](const Duty& other) { return overlap(duty, other); })) {
      item.problem("duplicate", {shortened(duty.activity)});
      good = false;
    }
    duties.push_back(std::move(duty));
  }
  member = std::move(duties);
  return good;
}

}  // namespace scenarios
