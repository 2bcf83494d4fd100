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
concept Described = requires(T& object, AnyFields& field) { describe(object, field); };

template <Described T>
bool read(const Input& input, T& member);
template <class T>
bool read(const Input& input, std::optional<T>& member);
template <class T>
bool read(const Input& input, models::Named<T>& member);

/// What a table by segment has done to the keys of a stage: these are read for one segment, which ends their paths.
struct Varied {
  std::vector<std::string> keys;
  std::string segment;
};

/// Reads the keys that a struct declares from a table.
class TableReader {
 public:
  TableReader(const Input& table, const Varied* varied = nullptr) : table_(table), varied_(varied) {}

  template <class T>
  void operator()(const models::Parameter& parameter, T& member) {
    const std::string key{parameter.key};
    allowed_.push_back(key);
    const Node* node = table_.node.find(key);
    if (node != nullptr)
      good_ = read(Input{table_.context, *node, parameter, path_of(key)}, member) && good_;
    else if (parameter.required)
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
    if (varied_ != nullptr && is_one_of(key, varied_->keys)) path += "." + varied_->segment;
    return path;
  }

  Input table_;
  const Varied* varied_;
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

template <class T>
bool read(const Input& input, std::optional<T>& member) {
  if (!member) member.emplace();
  return read(input, *member);
}

/// Reports a name that nothing may have; activities have some more of these.
bool good_name(Context& context, const Entry& entry, const std::string& path, bool activity = false);

template <class T>
bool read(const Input& input, models::Named<T>& member) {
  if (!input.node.is_table()) {
    input.wrong_form("table");
    return false;
  }
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
