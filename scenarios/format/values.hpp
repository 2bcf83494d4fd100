#pragma once

#include <map>
#include <set>
#include <string>

#include "models/scenario/scenario.hpp"
#include "scenarios/format/collector.hpp"
#include "scenarios/format/node.hpp"

/// Reading of single values: from a node of the file into the type of the scenario. A value that cannot be read is one
/// or more problems and leaves the member as it was.
namespace scenarios {

/// The keys of a stage whose values come from a table by segment: they are read for one segment, which ends their
/// paths.
struct Varied {
  std::set<std::string> paths;
  std::string segment;
};

/// What reading needs besides the node.
struct Context {
  Collector& problems;
  std::map<std::string, models::Belief>& beliefs;
  std::vector<std::string> segments{};  ///< names that a table may have as keys here; none outside of stages
  const Varied* varied = nullptr;       ///< in a stage
};

/// One value of the file on its way into a member.
struct Input {
  Context& context;
  const Node& node;
  const models::Parameter& parameter;
  std::string path;

  void problem(std::string_view code, std::vector<std::string> arguments = {}) const {
    context.problems.add(code, node.spot, path, std::move(arguments));
  }
  /// The value has another type or form than the parameter takes; `form` is one of `forms` in codes.hpp.
  void wrong_form(std::string_view form) const;
  /// The same for a value inside this one.
  Input inside(const Node& child, std::string_view key) const {
    return {context, child, parameter, path + "." + std::string{key}};
  }
};

bool read(const Input& input, bool& member);
bool read(const Input& input, std::string& member);
bool read(const Input& input, double& member);
bool read(const Input& input, std::int64_t& member);
bool read(const Input& input, models::Amount& member);
bool read(const Input& input, models::Duration& member);
bool read(const Input& input, models::Rate& member);
bool read(const Input& input, models::Span& member);
bool read(const Input& input, models::Shares& member);
bool read(const Input& input, models::ShareRate& member);
bool read(const Input& input, models::DurationLaw& member);
bool read(const Input& input, models::AmountLaw& member);
bool read(const Input& input, models::Date& member);
bool read(const Input& input, std::vector<models::Date>& member);
bool read(const Input& input, models::Hours& member);
bool read(const Input& input, models::Days& member);
bool read(const Input& input, std::vector<std::string>& member);
bool read(const Input& input, models::Staff& member);
bool read(const Input& input, std::vector<models::Duty>& member);
bool read(const Input& input, models::Owns& member);
bool read(const Input& input, models::Assign& member);
bool read(const Input& input, models::Base& member);
bool read(const Input& input, models::Belief::Basis& member);

/// A list of exactly `count` numbers.
bool read_profile(const Input& input, std::size_t count, std::vector<double>& weights);

template <std::size_t N>
bool read(const Input& input, models::Profile<N>& member) {
  return read_profile(input, N, member.weights);
}

/// Exactly one plain value, no belief.
bool read_plain(const Input& input, double& member);
bool read_plain(const Input& input, std::int64_t& member);
bool read_plain(const Input& input, models::Amount& member);
bool read_plain(const Input& input, models::Duration& member);

/// How a value is printed inside quotes or bare; see `literal` for which of both.
std::string printed(double value, const models::Parameter& parameter);
std::string printed(std::int64_t value, const models::Parameter& parameter);
std::string printed(const models::Amount& value, const models::Parameter& parameter);
std::string printed(const models::Duration& value, const models::Parameter& parameter);
std::string printed(const models::Rate& value, const models::Parameter& parameter);
std::string printed(const models::Span& value, const models::Parameter& parameter);
std::string printed(const models::Shares& value, const models::Parameter& parameter);
std::string printed(const models::ShareRate& value, const models::Parameter& parameter);

/// The name of a node's type, as in `found` of codes.hpp.
std::string_view kind_name(const Node& node);

/// Whether a node is a belief: a table with one of the words of beliefs.
bool is_belief(const Node& node);
/// Whether a node is a distribution: a table with one of the kinds, or with an atom at zero.
bool is_distribution(const Node& node);

/// Reports every key of a table that is not allowed; true if there is none.
bool only(const Input& table, const std::vector<std::string>& allowed);

/// Reports a table or list of more names than any scenario has; true if there are fewer.
bool few_enough(const Input& names);

/// One of a few words.
template <class Words, class T>
bool read_word(const Input& input, const Words& words, T& member) {
  if (!input.node.is_string()) {
    input.wrong_form("word");
    return false;
  }
  std::vector<std::string> allowed;
  for (const auto& [word, meaning] : words) {
    if (word == input.node.text) {
      member = meaning;
      return true;
    }
    allowed.emplace_back(word);
  }
  input.context.problems.unknown("unknown_word", input.node.spot, input.path, input.node.text, allowed);
  return false;
}

}  // namespace scenarios
