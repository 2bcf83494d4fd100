#include "app/output/conformity.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "scenarios/format/nearest.hpp"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

bool is_of_type(const Json& value, const std::string& type) {
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  return type == "null" && value.is_null();
}

std::vector<std::string> texts_of(const Json& words) {
  if (words.is_array()) return words.get<std::vector<std::string>>();
  return {words.get<std::string>()};
}

/// A key as a part of a JSON Pointer (RFC 6901).
std::string part(const std::string& key) {
  std::string text = "/";
  for (const char c : key) text += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return text;
}

void examine(const Json& value, const Json& schema, const std::string& path, std::vector<Departure>& found);

/// It must be one of several; where it is none, it departs from the last as little as is told.
void examine_any(const Json& value, const Json& schemas, const std::string& path, std::vector<Departure>& found) {
  std::vector<Departure> last;
  for (const Json& one : schemas) {
    last.clear();
    examine(value, one, path, last);
    if (last.empty()) return;
  }
  found.insert(found.end(), last.begin(), last.end());
}

void examine_object(const Json& value, const Json& schema, const std::string& path, std::vector<Departure>& found) {
  static const Json none = Json::object();
  const Json& properties = schema.contains("properties") ? schema["properties"] : none;
  if (schema.contains("required"))
    for (const Json& key : schema["required"])
      if (!value.contains(key)) found.push_back({Departure::Kind::lacks, path, key, ""});
  for (const auto& [key, item] : value.items()) {
    if (properties.contains(key))
      examine(item, properties[key], path + part(key), found);
    else if (schema["additionalProperties"].is_object())
      examine(item, schema["additionalProperties"], path + part(key), found);
  }
}

void examine(const Json& value, const Json& schema, const std::string& path, std::vector<Departure>& found) {
  if (schema.contains("anyOf")) {
    examine_any(value, schema["anyOf"], path, found);
    return;
  }
  const std::vector<std::string> types = texts_of(schema["type"]);
  if (std::none_of(types.begin(), types.end(), [&](const std::string& type) { return is_of_type(value, type); })) {
    found.push_back({Departure::Kind::type, path, scenarios::joined(types), ""});
    return;
  }
  if (schema.contains("enum")) {
    const std::vector<std::string> allowed = texts_of(schema["enum"]);
    const std::string word = value.get<std::string>();
    if (std::find(allowed.begin(), allowed.end(), word) == allowed.end())
      found.push_back({Departure::Kind::word, path, scenarios::joined(allowed), word});
  }
  if (value.is_array())
    for (std::size_t i = 0; i < value.size(); ++i)
      examine(value[i], schema["items"], path + "/" + std::to_string(i), found);
  if (value.is_object()) examine_object(value, schema, path, found);
}

}  // namespace

std::vector<Departure> departures(const Json& value, const Json& schema) {
  std::vector<Departure> found;
  examine(value, schema, "", found);
  return found;
}

}  // namespace app
