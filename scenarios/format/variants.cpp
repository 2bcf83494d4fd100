#include "scenarios/format/variants.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "scenarios/format/load.hpp"
#include "scenarios/format/node_text.hpp"
#include "scenarios/format/paths.hpp"
#include "scenarios/format/quantity.hpp"
#include "scenarios/format/reader.hpp"
#include "scenarios/format/values.hpp"

namespace scenarios {
namespace {

constexpr std::string_view blanks = " \t";

Keys keys_of(const std::string& path) {
  Keys keys;
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find('.', begin), path.size());
    keys.push_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return keys;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// Hours in a unit of clock and calendar time; nothing where it is none.
std::optional<double> hours_of(std::string_view unit) {
  constexpr double day = 24;
  constexpr double year = 365.25 * day;
  static const std::map<std::string_view, double> units{{"s", 1.0 / 3600}, {"min", 1.0 / 60}, {"h", 1},   {"d", day},
                                                        {"w", 7 * day},    {"mo", year / 12}, {"y", year}};
  const auto found = units.find(unit);
  return found == units.end() ? std::nullopt : std::optional(found->second);
}

/// What stands after the stroke of a rate; empty if there is none.
std::string_view per(std::string_view unit) {
  return unit.starts_with("/") ? trimmed(unit.substr(1)) : std::string_view{};
}

/// The number in another unit; nothing where there is no way from one to the other that this program knows.
std::optional<double> in_unit(const Quantity& quantity, const std::string& unit) {
  const std::string_view from = trimmed(quantity.unit);
  const std::string_view to = trimmed(unit);
  if (from == to) return quantity.number;
  if (from.empty() && to == "%") return quantity.number * 100;
  if (from == "%" && to.empty()) return quantity.number / 100;
  const std::optional<double> one = hours_of(from);
  const std::optional<double> other = hours_of(to);
  if (one && other) return quantity.number * *one / *other;
  const std::optional<double> each = hours_of(per(from));
  const std::optional<double> wanted = hours_of(per(to));
  if (each && wanted) return quantity.number * *wanted / *each;
  return std::nullopt;
}

/// The single number or quantity that a node is.
std::optional<std::string> text_of(const Node* node) {
  if (node == nullptr) return std::nullopt;
  if (node->is_string()) return node->text;
  if (node->kind == Node::Kind::integer) return print_number(static_cast<double>(node->integer));
  if (node->kind == Node::Kind::real) return print_number(node->real);
  return std::nullopt;
}

void collect_beliefs(const Node& node, const std::string& path, std::vector<WrittenBelief>& found) {
  if (!node.is_table()) return;
  if (is_belief(node)) {
    const auto low = text_of(node.find("low"));
    const auto high = text_of(node.find("high"));
    if (low && high) found.push_back({path, *low, *high});
    return;
  }
  for (const Entry& entry : node.entries)
    if (!path.empty() || entry.key != "plan")  // bounds of what is decided are no beliefs
      collect_beliefs(entry.value, path.empty() ? entry.key : path + "." + entry.key, found);
}

}  // namespace

Variants::Variants(std::optional<Node> root, const std::vector<std::string>& sets, Collector& problems) : sets_(sets) {
  if (!root) throw sim::InputError{problems.problems()};
  root_ = std::move(*root);
  loaded_ = read_tree(root_, sets_, problems, true);
}

Variants Variants::of_file(const std::string& path, const std::vector<std::string>& sets) {
  Collector problems;
  std::optional<Node> root = load_file(path, problems);
  return {std::move(root), sets, problems};
}

Variants Variants::of_text(std::string_view text, const std::string& name, const std::vector<std::string>& sets) {
  Collector problems;
  std::optional<Node> root = load_text(text, name, problems);
  return {std::move(root), sets, problems};
}

models::Scenario Variants::with(const std::vector<std::string>& more) const {
  Collector problems;
  std::vector<std::string> sets = sets_;
  sets.insert(sets.end(), more.begin(), more.end());
  return read_tree(root_, sets, problems, false).scenario;
}

std::optional<std::string> Variants::written(const std::string& path) const {
  Collector problems;
  Node root = root_;
  for (const std::string& set : sets_) assign(root, set, problems);
  const Node* node = node_at(root, keys_of(path));
  if (node == nullptr) {
    apply_role_defaults(root, problems);
    node = node_at(root, keys_of(path));
  }
  if (node != nullptr && is_belief(*node)) node = node->find("value");
  return text_of(node);
}

std::string Variants::text() const {
  Node root = root_;
  remove_false(root);
  return toml_document(root);
}

std::vector<WrittenBelief> Variants::beliefs() const {
  Collector problems;
  Node root = root_;
  remove_false(root);
  for (const std::string& set : sets_) assign(root, set, problems);
  remove_false(root);
  std::vector<WrittenBelief> found;
  collect_beliefs(root, "", found);
  return found;
}

std::optional<Quantity> quantity_of(std::string_view text) {
  text = trimmed(text);
  if (text.size() > 1 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
    text = trimmed(text.substr(1, text.size() - 2));
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || !std::isfinite(number)) return std::nullopt;
  return Quantity{number, std::string{end, text.data() + text.size()}};
}

std::string quantity_text(double number, const std::string& unit) { return print_number(number) + unit; }

std::optional<Range> range_of(std::string_view low, std::string_view high, const std::optional<std::string>& base) {
  const std::optional<Quantity> first = quantity_of(low);
  const std::optional<Quantity> last = quantity_of(high);
  if (!first || !last) return std::nullopt;
  const std::optional<double> end = in_unit(*last, first->unit);
  if (!end) return std::nullopt;
  Range range{first->number, *end, first->unit, std::nullopt};
  if (base)
    if (const std::optional<Quantity> value = quantity_of(*base)) range.base = in_unit(*value, first->unit);
  return range;
}

}  // namespace scenarios
