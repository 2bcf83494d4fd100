#include "app/output/page_words.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "app/messages/measures.hpp"
#include "app/messages/mechanisms.hpp"
#include "app/messages/page.hpp"
#include "app/messages/workbook.hpp"
#include "app/output/losses.hpp"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

/// A name as people write it.
std::string plain(std::string_view name) {
  std::string text{name};
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

class Words {
 public:
  explicit Words(Language language) : language_(language) {
    for (const PageWords& one : page_words) words_.emplace(one.key, one.phrase.in(language));
    for (const auto& [name, phrase] :
         {std::pair{"measured", words::measured}, {"guess", words::guess}, {"default", words::by_default}})
      words_.emplace("basis." + std::string(name), phrase.in(language));
  }

  /// Goes through all of a document: wherever a measure, a unit or a mechanism may be named, its words are added.
  void collect(const Json& value) {
    if (value.is_array())
      for (const Json& item : value) collect(item);
    if (!value.is_object()) return;
    for (const auto& [key, item] : value.items()) {
      if (item.is_string()) {
        name(key, item.get<std::string>());
      } else if (key == "measures" && item.is_object()) {
        for (const auto& [measure, inside] : item.items()) add_measure(measure);
      } else if (key == "losses" && item.is_object()) {
        add_causes(item);
      } else if (key == "distributions" && item.is_object()) {
        for (const auto& [measure, inside] : item.items()) add_measure(measure);
      } else if (key == "parts" && item.is_object()) {
        for (const auto& [mechanism, inside] : item.items()) add_mechanism(mechanism);
      } else if (key == "departments") {
        add_departments(item);
      } else if (key == "roles" && item.is_object()) {
        for (const auto& [role, inside] : item.items()) add("role", role, plain(role));
      }
      collect(item);
    }
  }

  /// What the scenario itself calls its stages and roles, and its money.
  void titles(const Json& document) {
    currency_ = document["scenario"].value("currency", "");
    for (const std::string_view unit : named_units())  // numbers of assumptions are texts with their unit behind them
      name("unit", std::string{unit});
    if (!document.contains("titles")) return;
    for (const Json& one : document["titles"]) {
      add(one["kind"], one["name"], one["title"]);
      if (one["kind"] == "stage") add("activity", one["name"], one["title"]);
    }
  }

  std::map<std::string, std::string> take() { return std::move(words_); }

 private:
  void add(const std::string& kind, const std::string& name, std::string text) {
    words_.emplace(kind + "." + name, std::move(text));
  }

  void name(const std::string& key, const std::string& text) {
    if (key == "measure" || key == "objective") add_measure(text);
    if (key == "unit") add("unit", text, text == "money" ? currency_ : unit_title(text, language_));
    if (key == "role") add("role", text, plain(text));
    if (key == "department" || key == "against" || key == "baseline") add("department", text, plain(text));
    if (key == "mechanism") add_mechanism(text);
  }

  void add_mechanism(const std::string& number) { add("mechanism", number, mechanism_title(number, language_)); }

  void add_measure(const std::string& measure) {
    add("measure", measure, plain(measure_title(measure, language_)));
    add("label", measure, plain(measure_label(measure, language_)));
    const std::size_t dot = measure.find('.');
    if (dot == std::string::npos) return;
    const std::string family = measure.substr(0, dot);
    const std::size_t end = std::min(measure.find('.', dot + 1), measure.size());
    const std::string second = measure.substr(dot + 1, end - dot - 1);
    if (family == "came" || family == "passed" || family == "lost_at") add("stage", second, plain(second));
    if (family == "wait" || family == "queue" || family == "answered_within") add("activity", second, plain(second));
    if (family == "utilisation" || family == "headcount") add("role", second, plain(second));
    if (family == "lost_at" && end < measure.size()) {
      const std::string cause = measure.substr(end + 1);
      add("cause", cause, measure_label("leads_lost." + cause, language_));
    }
  }

  /// An object by name, or a list of names.
  void add_departments(const Json& departments) {
    if (departments.is_object())
      for (const auto& [name, inside] : departments.items()) add("department", name, plain(name));
    if (departments.is_array())
      for (const Json& name : departments)
        if (name.is_string()) add("department", name, plain(name.get<std::string>()));
  }

  void add_causes(const Json& ledgers) {
    for (const std::string_view who : who_is_lost) {
      const std::string key{who};
      if (!ledgers.contains(key) || !ledgers[key].contains("causes")) continue;
      for (const auto& [cause, loss] : ledgers[key]["causes"].items())
        add("cause", cause, measure_label(key + "_lost." + cause, language_));
    }
  }

  Language language_;
  std::string currency_;
  std::map<std::string, std::string> words_;
};

}  // namespace

std::map<std::string, std::string> page_words_for(const Json& document, Language language) {
  Words words(language);
  words.titles(document);
  words.collect(document);
  return words.take();
}

}  // namespace app
