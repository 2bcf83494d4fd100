#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace app {

/// Where a value departs from a JSON Schema.
struct Departure {
  enum class Kind {
    type,  ///< `argument` is what is allowed there
    word,  ///< it is none of the words of `argument`
    lacks  ///< it has no key `argument`
  };
  Kind kind = Kind::type;
  std::string path;  ///< JSON Pointer; empty: the whole
  std::string argument;
  std::string found;  ///< of a word
};

/// All departures of a value from a schema, in its order, by the part of JSON Schema that `json_schema` uses: type,
/// enum, properties, required, additionalProperties, items, anyOf. Keys that the schema does not know
/// are none: a later program of the same format may have added them.
std::vector<Departure> departures(const nlohmann::ordered_json& value, const nlohmann::ordered_json& schema);

}  // namespace app
