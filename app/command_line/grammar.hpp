#pragma once

#include <CLI/CLI.hpp>

#include <map>
#include <string>
#include <vector>

#include "app/messages/language.hpp"
#include "app/messages/phrase.hpp"

namespace app {

/// The options of one subcommand: declared once for the parser, for the help and for messages.
///
/// Values stay texts here, and an option may be given any number of times, so that everything wrong with them can be
/// said at once.
class Grammar {
 public:
  /// A line of the help.
  struct Line {
    std::string name;   ///< `--seed`
    std::string value;  ///< `N`; empty for a flag
    std::string meaning;
  };

  Grammar(CLI::App& app, Language language) : app_(app), language_(language) {}

  void flag(const std::string& name, const std::string& meaning);
  void value(const std::string& name, const Phrase& metavariable, const std::string& meaning);
  /// An option that takes two values; `values` has them one after the other.
  void pair(const std::string& name, const Phrase& metavariable, const std::string& meaning);
  /// An option that takes one of some words.
  void choice(const std::string& name, const std::vector<std::string>& words, const std::string& meaning);
  void files();

  bool declares(const std::string& name) const { return values_.contains(name); }
  bool has(const std::string& name) const { return app_.count(name) > 0; }
  /// All values that were given to an option, in order.
  const std::vector<std::string>& values(const std::string& name) const { return values_.at(name); }
  const std::vector<std::string>& given_files() const { return files_; }
  /// Words and options that nobody has declared.
  std::vector<std::string> remaining() const { return app_.remaining(); }

  const std::vector<Line>& lines() const { return lines_; }
  /// The words that a choice takes.
  const std::vector<std::string>& words(const std::string& name) const { return words_.at(name); }
  std::vector<std::string> names() const;

 private:
  void option(const std::string& name, const std::string& metavariable, const std::string& meaning);

  CLI::App& app_;
  Language language_;
  std::vector<Line> lines_;
  std::map<std::string, std::vector<std::string>> values_;
  std::map<std::string, std::vector<std::string>> words_;
  std::vector<std::string> files_;
};

}  // namespace app
