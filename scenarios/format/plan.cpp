#include "scenarios/format/plan.hpp"

#include <algorithm>

#include "scenarios/format/fields.hpp"
#include "scenarios/format/load.hpp"
#include "scenarios/format/pieces.hpp"
#include "scenarios/format/quantity.hpp"

namespace scenarios {
namespace {

constexpr int year = 12;
constexpr std::array<std::string_view, 3> objectives{"profit", "profit_with_base", "cost"};
constexpr std::array<std::string_view, 2> scope_words{"runs", "months"};
constexpr std::array<std::string_view, 6> decision_keys{"months", "low", "high", "step", "notice", "contract"};

const models::Parameter nothing{};

std::optional<int> month_of(std::string_view word) {
  const auto found = std::find(months.begin(), months.end(), word);
  if (found == months.end()) return std::nullopt;
  return static_cast<int>(found - months.begin());
}

/// `mar` or `mar-may`; a word that is no month is reported.
std::optional<Period> period_of(const Input& input) {
  if (!input.node.is_string()) {
    input.wrong_form("periods");
    return std::nullopt;
  }
  const std::string_view text = input.node.text;
  const std::size_t stroke = text.find('-');
  const std::string_view begin = text.substr(0, stroke);
  const std::string_view end = stroke == std::string_view::npos ? begin : text.substr(stroke + 1);
  const auto first = month_of(begin);
  const auto last = month_of(end);
  if (!first || !last) {
    input.context.problems.unknown("unknown_word", input.node.spot, input.path, first ? end : begin, list(months));
    return std::nullopt;
  }
  return Period{*first, (*last - *first + year) % year + 1};
}

bool is_decision(const Node& node) {
  return std::any_of(node.entries.begin(), node.entries.end(),
                     [](const Entry& entry) { return is_one_of(entry.key, decision_keys); });
}

/// Decisions by path: quoted paths and tables in tables are the same, and what comes later changes what came before.
void flatten(const Node& node, const std::string& path, std::vector<std::pair<std::string, Node>>& found) {
  if (node.is_table() && !node.entries.empty() && !is_decision(node)) {
    for (const Entry& entry : node.entries)
      flatten(entry.value, path.empty() ? entry.key : path + "." + entry.key, found);
    return;
  }
  const auto same = std::find_if(found.begin(), found.end(), [&](const auto& one) { return one.first == path; });
  if (same == found.end()) return found.emplace_back(path, node), void();
  for (const Entry& entry : node.entries) same->second.at_or_new(entry.key, entry.spot) = entry.value;
}

}  // namespace

Periods every_month() {
  Periods periods;
  for (int m = 0; m < year; ++m) periods.items.push_back({m, 1});
  return periods;
}

std::string period_text(const Period& period) {
  const std::string first{months[static_cast<std::size_t>(period.first)]};
  if (period.months == 1) return first;
  return first + "-" + std::string{months[static_cast<std::size_t>((period.first + period.months - 1) % year)]};
}

std::optional<std::size_t> period_of_month(const Periods& periods, int month) {
  for (std::size_t p = 0; p < periods.items.size(); ++p)
    if ((month - periods.items[p].first + year) % year < periods.items[p].months) return p;
  return std::nullopt;
}

bool read(const Input& input, Periods& member) {
  if (input.node.is_string() && input.node.text == "all") return member = every_month(), true;
  if (input.node.is_string() && input.node.text == "year") return member.items = {{0, year}}, true;
  std::vector<Node> words;
  if (input.node.is_array()) {
    words = input.node.items;
    if (words.empty()) return input.problem("empty_list"), false;
  } else if (input.node.is_string()) {
    words.push_back(input.node);
  } else {
    return input.wrong_form("periods"), false;
  }
  Periods periods;
  bool good = true;
  for (const Node& word : words) {
    const Input item{input.context, word, input.parameter, input.path};
    const std::optional<Period> period = period_of(item);
    good = good && period;
    if (!period) continue;
    for (int m = 0; m < period->months; ++m) {
      const int month = (period->first + m) % year;
      if (!period_of_month(periods, month)) continue;
      item.problem("duplicate", {std::string{months[static_cast<std::size_t>(month)]}});
      good = false;
      break;
    }
    periods.items.push_back(*period);
  }
  std::sort(periods.items.begin(), periods.items.end(),
            [](const Period& a, const Period& b) { return a.first < b.first; });
  if (good) member = std::move(periods);
  return good;
}

bool read(const Input& input, Decisions& member) {
  if (!input.node.is_table()) return input.wrong_form("table"), false;
  if (input.node.entries.empty()) return input.problem("empty_list"), false;
  if (!few_enough(input)) return false;
  std::vector<std::pair<std::string, Node>> found;
  flatten(input.node, "", found);
  bool good = true;
  for (const auto& [path, node] : found) {
    Decision decision;
    decision.path = path;
    const Input item{input.context, node, input.parameter, input.path + "." + shortened(path)};
    bool well = read(item, decision);
    if (well && decision.low > decision.high) {
      item.problem("plan_bounds", {std::to_string(decision.low), std::to_string(decision.high)});
      well = false;
    }
    good = well && good;
    member.items.push_back(std::move(decision));
  }
  return good;
}

bool read(const Input& input, Level& member) {
  static const models::Parameter share{.key = "level", .unit = "share"};
  static const models::Parameter number{.key = "level", .unit = "number"};
  Level level;
  level.percent = input.node.is_string();
  const Input inside{input.context, input.node, level.percent ? share : number, input.path};
  if (!read_plain(inside, level.value)) return false;
  member = level;
  return true;
}

bool read(const Input& input, Requirements& member) {
  if (!input.node.is_array()) return input.wrong_form("requirements"), false;
  if (!few_enough(input)) return false;
  bool good = true;
  for (const Node& node : input.node.items) {
    const Input item{input.context, node, nothing, input.path};
    Requirement requirement;
    if (!node.is_table()) {
      item.wrong_form("requirements");
      good = false;
      continue;
    }
    if (!read(item, requirement)) {
      good = false;
      continue;
    }
    if (requirement.at_least.has_value() == requirement.at_most.has_value()) {
      item.problem("plan_level");
      good = false;
    }
    if (requirement.chance && requirement.of == Scope::of_runs) {
      item.problem("needs_key", {"chance", "of = \"months\""});
      good = false;
    }
    if (requirement.wanted_chance() >= 1) {
      item.problem("certain_chance", {print_share(requirement.wanted_chance())});
      good = false;
    }
    member.items.push_back(std::move(requirement));
  }
  return good;
}

bool read(const Input& input, Scope& member) {
  if (!input.node.is_string()) return input.wrong_form("word"), false;
  const auto found = std::find(scope_words.begin(), scope_words.end(), input.node.text);
  if (found == scope_words.end()) {
    input.context.problems.unknown("unknown_word", input.node.spot, input.path, input.node.text, list(scope_words));
    return false;
  }
  member = static_cast<Scope>(found - scope_words.begin());
  return true;
}

bool read(const Input& input, Objective& member) {
  if (!input.node.is_string()) return input.wrong_form("word"), false;
  if (!is_one_of(input.node.text, objectives)) {
    input.context.problems.unknown("unknown_word", input.node.spot, input.path, input.node.text, list(objectives));
    return false;
  }
  member.measure = input.node.text;
  return true;
}

Piece piece_of(const Periods& value, const models::Parameter&) {
  if (value == every_month()) return Piece::of(quoted("all"));
  if (value.items.size() == 1 && value.items.front() == Period{0, year}) return Piece::of(quoted("year"));
  std::string text;
  for (const Period& period : value.items) text += (text.empty() ? "" : ", ") + quoted(period_text(period));
  return Piece::of("[" + text + "]");
}

Piece piece_of(const Level& value, const models::Parameter&) {
  return Piece::of(value.percent ? quoted(print_share(value.value)) : print_number(value.value));
}

Piece piece_of(Scope value, const models::Parameter&) {
  return Piece::of(quoted(scope_words[static_cast<std::size_t>(value)]));
}

Piece piece_of(const Objective& value, const models::Parameter&) { return Piece::of(quoted(value.measure)); }

namespace {

/// The keys of a struct that differ from what they are when nothing is said.
class SaidKeys {
 public:
  explicit SaidKeys(const Piece* neutral) : neutral_(neutral) {}
  template <class T>
  void operator()(const models::Parameter& parameter, T& member) {
    Piece piece = piece_of(member, parameter);
    if (piece.kind == Piece::Kind::absent) return;
    const Piece* usual = neutral_ != nullptr ? neutral_->find(parameter.key) : nullptr;
    if (parameter.required || usual == nullptr || !(*usual == piece)) said.add(parameter.key, std::move(piece));
  }
  Piece said = Piece::empty(Piece::Kind::value);

 private:
  const Piece* neutral_;
};

template <class T>
Piece said_of(T object, T neutral) {
  SaidKeys usual{nullptr};
  describe(neutral, usual);
  SaidKeys said{&usual.said};
  describe(object, said);
  return std::move(said.said);
}

}  // namespace

Piece piece_of(const Decisions& value, const models::Parameter&) {
  Piece all = Piece::empty(Piece::Kind::section);
  for (const Decision& decision : value.items) all.add(quoted(decision.path), said_of(decision, Decision{}));
  return all;
}

Piece piece_of(const Requirements& value, const models::Parameter&) {
  if (value.items.empty()) return {};
  std::string text;
  for (const Requirement& requirement : value.items) {
    text += (text.empty() ? "" : ", ") + inline_text(said_of(requirement, Requirement{}));
  }
  return Piece::of("[" + text + "]");
}

Piece plan_piece(const StaffingPlan& plan) {
  Piece piece = said_of(plan, StaffingPlan{});
  piece.kind = Piece::Kind::section;
  return piece;
}

std::optional<StaffingPlan> read_plan(const Node& root, Collector& problems) {
  const Node* node = root.find("plan");
  if (node == nullptr || node->is_false()) return std::nullopt;
  std::map<std::string, models::Belief> beliefs;
  Context context{problems, beliefs};
  StaffingPlan plan;
  if (!read(Input{context, *node, nothing, "plan"}, plan)) return std::nullopt;
  for (const auto& [path, belief] : beliefs) problems.add("plan_belief", place_of(root, {"plan"}), path);
  return plan;
}

}  // namespace scenarios
