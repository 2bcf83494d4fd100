#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/command_line/grammar.hpp"
#include "app/command_line/values.hpp"
#include "app/messages/command_line.hpp"
#include "app/refused.hpp"
#include "scenarios/format/nearest.hpp"

namespace app {

/// Reads what was given to the options of one subcommand and collects what is wrong.
class Reader {
 public:
  Reader(const Grammar& grammar, Language language) : grammar_(grammar), language_(language) {}

  void complain(std::string sentence) { complaints_.push_back(std::move(sentence)); }
  template <class... Arguments>
  void complain(const Phrase& phrase, const Arguments&... arguments) {
    complaints_.push_back(say(language_, phrase, arguments...));
  }

  void unknown(const Phrase& phrase, const std::string& word, const std::vector<std::string>& allowed) {
    std::string text = say(language_, phrase, word, scenarios::joined(allowed));
    if (const std::string meant = scenarios::nearest(word, allowed); !meant.empty())
      text += say(language_, words::did_you_mean, meant);
    complaints_.push_back(std::move(text));
  }

  /// The value of an option that may stand once.
  const std::string* single(const std::string& name) { return single(name, grammar_); }
  const std::string* single(const std::string& name, const Grammar& grammar) {
    const std::vector<std::string>& values = grammar.values(name);
    if (values.empty()) return nullptr;
    if (values.size() > 1) complain(words::option_twice, name);
    return &values.front();
  }

  template <class Integer>
  void whole(const std::string& name, std::uint64_t low, std::uint64_t high, Integer& value) {
    const std::string* text = single(name);
    if (text == nullptr) return;
    if (const auto number = whole_number(*text, low, high))
      value = static_cast<Integer>(*number);
    else
      complain(words::bad_whole, name, low, high, *text);
  }

  /// An option that takes one of some words; its number among them.
  std::optional<std::size_t> word(const std::string& name) { return word(name, grammar_); }
  std::optional<std::size_t> word(const std::string& name, const Grammar& grammar) {
    const std::string* text = single(name, grammar);
    if (text == nullptr) return std::nullopt;
    const std::vector<std::string>& allowed = grammar.words(name);
    const auto it = std::find(allowed.begin(), allowed.end(), *text);
    if (it != allowed.end()) return static_cast<std::size_t>(it - allowed.begin());
    std::string sentence = say(language_, words::bad_word, name, scenarios::joined(allowed), *text);
    if (const std::string meant = scenarios::nearest(*text, allowed); !meant.empty())
      sentence += say(language_, words::did_you_mean, meant);
    complaints_.push_back(std::move(sentence));
    return std::nullopt;
  }

  void exclude(const std::string& one, const std::string& other) {
    if (grammar_.has(one) && grammar_.has(other)) complain(words::exclude_each_other, one, other);
  }
  void needs(const std::string& one, const std::string& other) {
    if (grammar_.has(one) && !grammar_.has(other)) complain(words::needs_option, one, other);
  }

  bool clean() const { return complaints_.empty(); }
  void finish() {
    if (!complaints_.empty()) throw Refused(std::move(complaints_));
  }

  const Grammar& grammar() const { return grammar_; }
  Language language() const { return language_; }

 private:
  const Grammar& grammar_;
  Language language_;
  std::vector<std::string> complaints_;
};

}  // namespace app
