#pragma once

#include <string>
#include <vector>

#include "scenarios/format/values.hpp"
#include "scenarios/format/words.hpp"

namespace scenarios {

/// Accepts any field; tells whether a type is described by keys of its own.
struct AnyFields {
  template <class T>
  void operator()(const models::Parameter&, T&) {}
};

template <class T>
concept Described = requires(T& object, AnyFields& field) {
  describe(object, field);
};

template <class T>
inline constexpr bool is_named = false;
template <class T>
inline constexpr bool is_named<models::Named<T>> = true;
template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <Described T>
bool read(const Input& input, T& member);
template <class T>
bool read(const Input& input, std::optional<T>& member);
template <class T>
bool read(const Input& input, models::Named<T>& member);

/// Reads the keys that a struct declares from a table.
class TableReader {
 public:
  /// `laid_over`: the table changes a struct that has what it must have already.
  explicit TableReader(const Input& table, bool laid_over = false) : table_(table), laid_over_(laid_over) {}

  template <class T>
  void operator()(const models::Parameter& parameter, T& member) {
    const std::string key{parameter.key};
    allowed_.push_back(key);
    const Node* node = table_.node.find(key);
    if (node != nullptr)
      good_ = read(Input{table_.context, *node, parameter, path_of(key)}, member) && good_;
    else if (parameter.required && !laid_over_)
      missing(key);
  }

  /// A key that is read elsewhere.
  void allow(std::string_view key) { allowed_.emplace_back(key); }

  /// Reports the keys that nobody has declared; true if all has gone well.
  bool finish() { return only(table_, allowed_) && good_; }

 private:
  void missing(const std::string& key) {
    table_.context.problems.add("missing_key", table_.node.spot, path_of(key), {key});
    good_ = false;
  }
  std::string path_of(const std::string& key) const {
    std::string path = table_.path.empty() ? key : table_.path + "." + key;
    const Varied* varied = table_.context.varied;
    if (varied != nullptr && varied->paths.contains(path)) path += "." + varied->segment;
    return path;
  }

  Input table_;
  bool laid_over_;
  std::vector<std::string> allowed_;
  bool good_ = true;
};

template <Described T>
bool read(const Input& input, T& member) {
  if (!input.node.is_table()) {
    input.wrong_form("table");
    return false;
  }
  TableReader reader{input};
  describe(member, reader);
  return reader.finish();
}

/// Tables in a stage whose neutral defaults mean that they are not there, so that a table by segment can leave them
/// out.
template <class T>
inline constexpr bool is_nothing_if_neutral = std::is_same_v<T, models::Sieve> || std::is_same_v<T, models::Later>;

/// `false` switches off what a file that is extended, a default or the scenario has set.
template <class T>
bool read(const Input& input, std::optional<T>& member) {
  if (input.node.is_false()) {
    member.reset();
    if (!input.parameter.required) return true;
    input.problem("missing_key", {std::string{input.parameter.key}});
    return false;
  }
  T value = member.value_or(T{});
  const bool good = read(input, value);
  if constexpr (is_nothing_if_neutral<T>)
    if (value == T{}) return member.reset(), good;
  member = std::move(value);
  return good;
}

/// Reports a name that nothing may have; activities have some more of these.
bool good_name(Context& context, const Entry& entry, const std::string& path, bool activity = false);

template <class T>
bool read(const Input& input, models::Named<T>& member) {
  if (!input.node.is_table()) {
    input.wrong_form("table");
    return false;
  }
  if (!few_enough(input)) return false;
  bool good = true;
  for (const Entry& entry : input.node.entries) {
    const Input item = input.inside(entry.value, shortened(entry.key));
    good = good_name(input.context, entry, item.path) && good;
    T value{};
    good = read(item, value) && good;
    member.items.emplace_back(entry.key, std::move(value));
  }
  return good;
}

}  // namespace scenarios
