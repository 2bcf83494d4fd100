#include "scenarios/format/values.hpp"

#include <algorithm>

#include "scenarios/format/words.hpp"

namespace scenarios {
namespace {

/// Names in one place: more than any company has, and few enough to compare all with all.
constexpr std::size_t most_names = 1000;

template <class Words>
bool has_any(const Node& node, const Words& words) {
  return node.is_table() && std::any_of(node.entries.begin(), node.entries.end(),
                                        [&](const Entry& entry) { return is_one_of(entry.key, words); });
}

}  // namespace

std::string_view kind_name(const Node& node) {
  switch (node.kind) {
    case Node::Kind::table:
      return "table";
    case Node::Kind::array:
      return "list";
    case Node::Kind::string:
      return "text";
    case Node::Kind::integer:
    case Node::Kind::real:
      return "number";
    case Node::Kind::boolean:
      return "truth";
    case Node::Kind::date:
      return "date";
    case Node::Kind::other:
      return "time";
  }
  return "";
}

void Input::wrong_form(std::string_view form) const {
  problem("wrong_type", {std::string{kind_name(node)}, std::string{form}});
}

bool is_belief(const Node& node) { return has_any(node, belief_words); }

bool is_distribution(const Node& node) {
  return has_any(node, distribution_kinds) || (node.is_table() && node.has("zero"));
}

bool only(const Input& table, const std::vector<std::string>& allowed) {
  bool good = true;
  for (const Entry& entry : table.node.entries) {
    if (is_one_of(entry.key, allowed)) continue;
    const std::string path = (table.path.empty() ? "" : table.path + ".") + shortened(entry.key);
    table.context.problems.unknown("unknown_key", entry.spot, path, entry.key, allowed);
    good = false;
  }
  return good;
}

bool few_enough(const Input& names) {
  const std::size_t count = names.node.entries.size() + names.node.items.size();
  if (count <= most_names) return true;
  names.problem("too_many", {std::to_string(count), std::to_string(most_names)});
  return false;
}

bool read(const Input& input, bool& member) {
  if (input.node.kind != Node::Kind::boolean) {
    input.wrong_form("truth");
    return false;
  }
  member = input.node.boolean;
  return true;
}

bool read(const Input& input, std::string& member) {
  if (!input.node.is_string()) {
    input.wrong_form("text");
    return false;
  }
  member = input.node.text;
  return true;
}

bool read(const Input& input, models::Assign& member) { return read_word(input, assign_words, member); }
bool read(const Input& input, models::Base& member) { return read_word(input, base_words, member); }
bool read(const Input& input, models::Belief::Basis& member) { return read_word(input, basis_words, member); }

bool read(const Input& input, models::Owns& member) {
  if (!input.node.is_array()) {
    input.wrong_form("words");
    return false;
  }
  enum class Owned : std::uint8_t { leads, clients };
  constexpr std::array<Word<Owned>, 2> owned_words{{{"leads", Owned::leads}, {"clients", Owned::clients}}};
  std::array<bool, owned_words.size()> owns{};
  bool good = true;
  for (const Node& item : input.node.items) {
    const Input word{input.context, item, input.parameter, input.path};
    Owned owned = Owned::leads;
    if (!read_word(word, owned_words, owned)) {
      good = false;
      continue;
    }
    bool& has = owns[static_cast<std::size_t>(owned)];
    if (has) {
      word.problem("duplicate", {item.text});
      good = false;
    }
    has = true;
  }
  if (!good) return false;
  member.leads = owns[static_cast<std::size_t>(Owned::leads)];
  member.clients = owns[static_cast<std::size_t>(Owned::clients)];
  return true;
}

}  // namespace scenarios
