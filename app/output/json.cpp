#include "app/output/json.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <type_traits>
#include <vector>

#include "app/messages/notes.hpp"
#include "app/messages/problems.hpp"
#include "app/output/document.hpp"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace result = analysis::result;

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

/// Writes what is described into an object.
class Writer {
 public:
  explicit Writer(Language language) : language_(language) {}

  template <class T>
  void operator()(std::string_view key, const T& value, std::string_view) {
    if constexpr (is_optional<T>) {
      if (value) set(key, of(*value));
    } else {
      set(key, of(value));
    }
  }
  void maybe(std::string_view key, const std::string& value, std::string_view) {
    if (!value.empty()) set(key, value);
  }
  void word(std::string_view key, const std::string& value, const std::vector<std::string>&, std::string_view) {
    set(key, value);
  }
  template <class T>
  void some(std::string_view key, const std::vector<T>& list, std::string_view) {
    if (!list.empty()) set(key, of(list));
  }
  template <class T, class Name>
  void keyed(std::string_view key, const std::vector<T>& list, const Name& name, std::string_view) {
    Json entries = Json::object();
    for (const T& item : list) entries[name(item)] = of(item);
    set(key, std::move(entries));
  }
  template <class T, class Name>
  void keyed_some(std::string_view key, const std::vector<T>& list, const Name& name, std::string_view meaning) {
    if (!list.empty()) keyed(key, list, name, meaning);
  }
  template <class T>
  void values(std::string_view key, const std::vector<std::pair<std::string, T>>& list, std::string_view) {
    Json entries = Json::object();
    for (const auto& [name, value] : list) entries[name] = of(value);
    set(key, std::move(entries));
  }
  template <class T>
  void or_null(std::string_view key, const std::optional<T>& number, std::string_view) {
    set(key, number ? of(*number) : Json(nullptr));
  }
  template <class T>
  void nullable(std::string_view key, const T* value, std::string_view) {
    set(key, value == nullptr ? Json(nullptr) : of(*value));
  }
  template <class Describe>
  void group(std::string_view key, const Describe& inside, std::string_view) {
    Writer writer(language_);
    inside(writer);
    set(key, std::move(writer.object_));
  }
  void notes(std::string_view key, const std::vector<result::Note>& notes, std::string_view) {
    Json list = Json::array();
    for (const result::Note& note : notes)
      list.push_back({{"code", note.code}, {"arguments", note.arguments}, {"message", note_text(note, language_)}});
    if (!notes.empty()) set(key, std::move(list));
  }
  void problems(std::string_view key, const sim::Problems& problems, std::string_view) {
    Json list = Json::array();
    for (const sim::Problem& problem : problems)
      list.push_back({{"code", problem.code},
                      {"file", problem.place.source},
                      {"line", problem.place.line},
                      {"column", problem.place.column},
                      {"path", problem.path},
                      {"arguments", problem.arguments},
                      {"message", text_of(problem, language_)}});
    if (!problems.empty()) set(key, std::move(list));
  }

  Json take() { return std::move(object_); }

 private:
  void set(std::string_view key, Json value) { object_[std::string(key)] = std::move(value); }

  template <class T>
  Json of(const T& value) const {
    if constexpr (std::is_floating_point_v<T>) {
      return std::isfinite(value) ? Json(value) : Json(nullptr);
    } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
      return value;
    } else if constexpr (is_list<T>) {
      Json list = Json::array();
      for (const auto& item : value) list.push_back(of(item));
      return list;
    } else {
      Writer writer(language_);
      describe(value, writer);
      return writer.take();
    }
  }

  Language language_;
  Json object_ = Json::object();
};

/// Writes the schema of what is described; values do not matter.
class Schema {
 public:
  template <class T>
  void operator()(std::string_view key, const T&, std::string_view meaning) {
    if constexpr (is_optional<T>)
      add(key, of<typename T::value_type>(), meaning, false);
    else
      add(key, of<T>(), meaning, true);
  }
  void maybe(std::string_view key, const std::string&, std::string_view meaning) {
    add(key, of<std::string>(), meaning, false);
  }
  void word(std::string_view key, const std::string&, const std::vector<std::string>& allowed,
            std::string_view meaning) {
    add(key, {{"type", "string"}, {"enum", allowed}}, meaning, true);
  }
  template <class T>
  void some(std::string_view key, const std::vector<T>&, std::string_view meaning) {
    add(key, of<std::vector<T>>(), meaning, false);
  }
  template <class T, class Name>
  void keyed(std::string_view key, const std::vector<T>&, const Name&, std::string_view meaning, bool always = true) {
    add(key, {{"type", "object"}, {"additionalProperties", of<T>()}}, meaning, always);
  }
  template <class T, class Name>
  void keyed_some(std::string_view key, const std::vector<T>& list, const Name& name, std::string_view meaning) {
    keyed(key, list, name, meaning, false);
  }
  template <class T>
  void values(std::string_view key, const std::vector<std::pair<std::string, T>>&, std::string_view meaning) {
    add(key, {{"type", "object"}, {"additionalProperties", of<T>()}}, meaning, true);
  }
  template <class T>
  void or_null(std::string_view key, const std::optional<T>&, std::string_view meaning) {
    add(key, {{"type", Json::array({of<T>()["type"], "null"})}}, meaning, true);
  }
  template <class T>
  void nullable(std::string_view key, const T*, std::string_view meaning) {
    add(key, {{"anyOf", Json::array({{{"type", "null"}}, of<T>()})}}, meaning, true);
  }
  template <class Describe>
  void group(std::string_view key, const Describe& inside, std::string_view meaning) {
    Schema schema;
    inside(schema);
    add(key, schema.take(), meaning, true);
  }
  void notes(std::string_view key, const std::vector<result::Note>&, std::string_view meaning) {
    add(key, said({}), meaning, false);
  }
  void problems(std::string_view key, const sim::Problems&, std::string_view meaning) {
    const Json text = of<std::string>();
    const Json count = of<int>();
    add(key, said({{"file", text}, {"line", count}, {"column", count}, {"path", text}}), meaning, false);
  }

  Json take() {
    return {{"type", "object"},
            {"properties", std::move(properties_)},
            {"required", std::move(required_)},
            {"additionalProperties", false}};
  }

 private:
  void add(std::string_view key, Json schema, std::string_view meaning, bool required) {
    schema["description"] = std::string(meaning);
    properties_[std::string(key)] = std::move(schema);
    if (required) required_.push_back(std::string(key));
  }

  /// A list of things said: code, arguments, message and more.
  static Json said(const Json& more) {
    Json properties = {{"code", of<std::string>()}};
    for (const auto& [key, schema] : more.items()) properties[key] = schema;
    properties["arguments"] = of<std::vector<std::string>>();
    properties["message"] = of<std::string>();
    Json required = Json::array();
    for (const auto& [key, schema] : properties.items()) required.push_back(key);
    return {{"type", "array"},
            {"items",
             {{"type", "object"},
              {"properties", std::move(properties)},
              {"required", std::move(required)},
              {"additionalProperties", false}}}};
  }

  template <class T>
  static Json of() {
    if constexpr (std::is_same_v<T, bool>) {
      return {{"type", "boolean"}};
    } else if constexpr (std::is_floating_point_v<T>) {
      return {{"type", {"number", "null"}}};
    } else if constexpr (std::is_arithmetic_v<T>) {
      return {{"type", "integer"}};
    } else if constexpr (std::is_same_v<T, std::string>) {
      return {{"type", "string"}};
    } else if constexpr (is_list<T>) {
      return {{"type", "array"}, {"items", of<typename T::value_type>()}};
    } else {
      Schema schema;
      const T any{};
      describe(any, schema);
      return schema.take();
    }
  }

  Json properties_ = Json::object();
  Json required_ = Json::array();
};

std::string scalar(const Json& value) {
  // The library's own form of a double is not always the shortest one.
  if (value.is_number_float()) return fmt::format("{}", value.get<double>());
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool is_flat(const Json& value) {
  for (const Json& item : value)
    if (item.is_structured() && !item.empty()) return false;
  return true;
}

/// Objects and lists of plain values on one line, the others with a line for each entry.
void print(const Json& value, std::size_t depth, std::string& text) {
  if (!value.is_structured()) {
    text += scalar(value);
    return;
  }
  const bool object = value.is_object();
  if (value.empty()) {
    text += object ? "{}" : "[]";
    return;
  }
  const bool flat = is_flat(value) && depth > 0;
  const std::string line = flat ? " " : "\n" + std::string(2 * (depth + 1), ' ');
  text += object ? "{" : "[";
  bool first = true;
  for (const auto& [key, item] : value.items()) {
    if (!first) text += ",";
    text += first && flat && !object ? "" : line;
    first = false;
    if (object) text += scalar(Json(key)) + ": ";
    print(item, depth + 1, text);
  }
  if (flat)
    text += object ? " " : "";
  else
    text += "\n" + std::string(2 * depth, ' ');
  text += object ? "}" : "]";
}

template <class Document>
std::string written(const Document& document, Language language) {
  Writer writer(language);
  describe(document, writer);
  std::string text;
  print(writer.take(), 0, text);
  return text + "\n";
}

template <class Document>
std::string schema_of() {
  Schema schema;
  const Document any;
  describe(any, schema);
  Json document = {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", "salesim"}};
  document.update(schema.take());
  return document.dump(1) + "\n";
}

}  // namespace

std::vector<LossLedger> ledgers_of(const result::SystemResult& system) {
  std::vector<LossLedger> ledgers;
  for (const std::string_view who : who_is_lost) {
    LossLedger ledger{std::string(who)};
    const std::vector<Loss> losses = losses_of(system, who);
    for (const Loss& loss : losses) {
      if (!loss.cause.empty()) {
        ledger.causes.push_back(loss);
        continue;
      }
      ledger.total = true;
      ledger.heads = loss.heads;
      ledger.margin = loss.margin;
    }
    if (!losses.empty()) ledgers.push_back(std::move(ledger));
  }
  return ledgers;
}

std::string json_of(const result::Result& answer, Language language) { return written(answer, language); }
std::string json_of(const Checked& checked, Language language) { return written(checked, language); }

std::string json_schema() { return schema_of<result::Result>(); }
std::string json_schema_of_checks() { return schema_of<Checked>(); }

}  // namespace app
