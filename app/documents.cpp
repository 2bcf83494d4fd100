#include "app/documents.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/messages/documents.hpp"
#include "app/messages/notes.hpp"
#include "app/messages/problems.hpp"
#include "app/output/conformity.hpp"
#include "app/output/json.hpp"
#include "app/refused.hpp"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t largest_document = 64U << 20U;  // [bytes]
constexpr std::size_t most_problems = 20;             // of one document that are told

/// Reading of one document: everything that is wrong with it becomes a sentence.
class Reading {
 public:
  Reading(const std::string& file, Language language, std::vector<std::string>& complaints)
      : file_(file), language_(language), complaints_(complaints) {}

  std::optional<Json> read() {
    const std::optional<std::string> text = content();
    if (!text) return std::nullopt;
    std::optional<Json> document = parsed(*text);
    if (!document || !conforms(*document)) return std::nullopt;
    return document;
  }

 private:
  template <class... Arguments>
  void complain(const Phrase& phrase, const Arguments&... arguments) {
    complaints_.push_back(say(language_, phrase, arguments...));
  }

  std::optional<std::string> content() {
    std::error_code error;
    std::string text;
    if (file_ == "-") {
      text.resize(largest_document + 1);
      std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
      text.resize(static_cast<std::size_t>(std::cin.gcount()));
    } else if (std::filesystem::is_directory(file_, error)) {
      complain(words::document_folder, file_);
      return std::nullopt;
    } else if (!std::filesystem::exists(file_, error)) {
      complain(words::document_missing, file_);
      return std::nullopt;
    } else {
      const std::uintmax_t size = std::filesystem::file_size(file_, error);
      text.resize(
          static_cast<std::size_t>(std::min<std::uintmax_t>(error ? largest_document : size, largest_document) + 1));
      std::ifstream stream(file_, std::ios::binary);
      stream.read(text.data(), static_cast<std::streamsize>(text.size()));
      if (!stream.is_open() || stream.bad()) {
        complain(words::document_unreadable, file_);
        return std::nullopt;
      }
      text.resize(static_cast<std::size_t>(stream.gcount()));
    }
    if (text.size() > largest_document) {
      complain(words::document_too_large, file_, largest_document >> 20U);
      return std::nullopt;
    }
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) {
      complain(words::document_empty, file_);
      return std::nullopt;
    }
    return text;
  }

  std::optional<Json> parsed(const std::string& text) {
    try {
      return Json::parse(text);
    } catch (const Json::parse_error& error) {
      const std::size_t end = text.find_last_not_of(" \t\r\n") + 1;
      const std::size_t at = std::min(error.byte == 0 ? 0 : error.byte - 1, text.size());
      const auto before = text.begin() + static_cast<std::ptrdiff_t>(at);
      const auto line = 1 + std::count(text.begin(), before, '\n');
      const std::size_t begin = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
      const std::size_t column = at - (begin == std::string::npos ? 0 : begin + 1) + 1;
      complain(at >= end ? words::document_ends : words::document_no_json, file_, line, column);
    } catch (const Json::exception&) {  // a number that no double holds
      complain(words::document_no_json, file_, 1, 1);
    }
    return std::nullopt;
  }

  bool conforms(const Json& document) {
    for (const char* key : {"format", "salesim", "scenario"})
      if (!document.is_object() || !document.contains(key)) {
        complain(words::document_foreign, file_);
        return false;
      }
    const int format = analysis::result::Result{}.format;
    if (document["format"] != format) {
      complain(words::document_format, file_, document["format"].dump(), format, document["salesim"].dump());
      return false;
    }
    static const Json schema = Json::parse(json_schema());
    const std::vector<Departure> wrong = departures(document, schema);
    for (std::size_t i = 0; i < std::min(wrong.size(), most_problems); ++i) tell(wrong[i]);
    if (wrong.size() > most_problems) complain(words::document_more, file_, wrong.size() - most_problems);
    return wrong.empty();
  }

  void tell(const Departure& departure) {
    const std::string path = departure.path.empty() ? std::string{words::whole_document.in(language_)} : departure.path;
    switch (departure.kind) {
      case Departure::Kind::type:
        return complain(words::document_type, file_, path, departure.argument);
      case Departure::Kind::word:
        return complain(words::document_word, file_, path, departure.argument, departure.found);
      case Departure::Kind::lacks:
        return complain(words::document_lacks, file_, path, departure.argument);
    }
  }

  const std::string& file_;
  Language language_;
  std::vector<std::string>& complaints_;
};

/// Says notes and warnings in this language.
void translate(Json& value, Language language) {
  for (Json& item : value) {
    if (item.is_structured()) translate(item, language);
    if (!item.is_object() || !item.contains("code") || !item.contains("message")) continue;
    const std::vector<std::string> arguments = item["arguments"];
    if (item.contains("file"))
      item["message"] = text_of(
          sim::Problem{item["code"], {item["file"], item["line"], item["column"]}, item["path"], arguments, true},
          language);
    else
      item["message"] = note_text({item["code"], arguments}, language);
  }
}

/// What every document says of itself, and what a simulation of departments fills: the rest are answers of their own.
constexpr std::array own{"format",     "salesim", "scenario",    "command",      "seed",     "replications",
                         "confidence", "titles",  "assumptions", "not_modelled", "warnings", "interrupted"};
constexpr std::array simulated{"departments",         "distributions", "comparison",
                               "further_comparisons", "waterfalls",    "precision"};

bool is_one_of(const std::string& key, const auto& keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool has_departments(const Json& document) { return !document["departments"].empty(); }

/// Adds what the list lacks.
void unite(Json& document, const Json& other, const char* key) {
  if (!other.contains(key)) return;
  Json& list = document[key];
  if (list.is_null()) list = Json::array();
  for (const Json& one : other[key])
    if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
}

void intersect(Json& document, const Json& other, const char* key) {
  if (!document.contains(key)) return;
  Json both = Json::array();
  const Json none = Json::array();
  const Json& others = other.contains(key) ? other[key] : none;
  for (const Json& one : document[key])
    if (std::find(others.begin(), others.end(), one) != others.end()) both.push_back(one);
  document[key] = std::move(both);
}

class Merging {
 public:
  Merging(Language language, std::vector<std::string>& complaints, std::vector<std::string>& remarks)
      : language_(language), complaints_(complaints), remarks_(remarks) {}

  void add(Json& document, const std::string& first, const Json& other, const std::string& file) {
    const auto differ = [&](const Phrase& phrase, const Json& one, const Json& another) {
      if (one != another) complaints_.push_back(say(language_, phrase, first, file, one.dump(), another.dump()));
      return one != another;
    };
    if (differ(words::other_scenario, document["scenario"]["hash"], other["scenario"]["hash"])) return;
    if (differ(words::other_confidence, document["confidence"], other["confidence"])) return;
    bool more = false;  // than a simulation of departments
    for (const auto& [key, value] : other.items()) {
      if (is_one_of(key, own) || is_one_of(key, simulated)) continue;
      more = true;
      if (document.contains(key))
        complaints_.push_back(say(language_, words::both_have, first, file, key));
      else
        document[key] = value;
    }
    if (has_departments(other)) {
      if (more)
        remarks_.push_back(say(language_, words::departments_left_out, file, first));
      else
        complaints_.push_back(say(language_, words::both_have, first, file, std::string{"departments"}));
    }
    for (const char* key : {"titles", "assumptions", "warnings"}) unite(document, other, key);
    intersect(document, other, "not_modelled");
    if (other.contains("command"))
      document["command"] = document.value("command", "") + (document.contains("command") ? " && " : "") +
                            other["command"].get<std::string>();
  }

 private:
  Language language_;
  std::vector<std::string>& complaints_;
  std::vector<std::string>& remarks_;
};

}  // namespace

InputKind kind_of_input(const std::string& file) {
  if (file == "-") return std::cin.peek() == '{' ? InputKind::document : InputKind::scenario;
  constexpr std::string_view database = "SQLite format 3";
  std::string begin(database.size(), '\0');
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) return InputKind::document;  // whose reader says what to name
  std::ifstream stream;
  if (std::filesystem::is_regular_file(file, error)) stream.open(file, std::ios::binary);
  stream.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  begin.resize(static_cast<std::size_t>(stream.gcount()));
  if (begin == database) return InputKind::database;
  const std::size_t first = begin.find_first_not_of(" \t\r\n");
  const std::string ending = std::filesystem::path(file).extension().string();
  if ((first != std::string::npos && begin[first] == '{') || ending == ".json") return InputKind::document;
  return ending == ".db" ? InputKind::database : InputKind::scenario;
}

std::string merged_document(const std::vector<std::string>& files, Language language,
                            std::vector<std::string>& remarks) {
  std::vector<std::string> complaints;
  std::vector<Json> documents;
  for (const std::string& file : files)
    if (std::optional<Json> document = Reading(file, language, complaints).read()) {
      translate(*document, language);
      documents.push_back(std::move(*document));
    }
  if (!complaints.empty()) throw Refused(std::move(complaints));
  const auto about = std::find_if(documents.begin(), documents.end(), has_departments);
  const std::size_t first = about == documents.end() ? 0 : static_cast<std::size_t>(about - documents.begin());
  Json document = documents[first];
  Merging merging(language, complaints, remarks);
  for (std::size_t i = 0; i < documents.size(); ++i)
    if (i != first) merging.add(document, files[first], documents[i], files[i]);
  if (!complaints.empty()) throw Refused(std::move(complaints));
  return document.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace app
