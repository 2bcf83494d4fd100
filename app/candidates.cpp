#include "app/candidates.hpp"

#include <algorithm>
#include <set>

#include "app/messages/analysis.hpp"
#include "app/messages/problems.hpp"
#include "app/messages/selection.hpp"
#include "app/output/number.hpp"
#include "app/ranges.hpp"

namespace app {
namespace {

/// Parts between commas that are not inside of anything.
std::vector<std::string> values_of(const std::string& list) {
  std::vector<std::string> values{""};
  int depth = 0;
  char quote = 0;
  for (const char c : list) {
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if (c == ']' || c == '}') {
      --depth;
    }
    if (c == ',' && depth == 0 && quote == 0)
      values.emplace_back();
    else
      values.back() += c;
  }
  for (std::string& value : values) value = trimmed(value);
  return values;
}

/// What is wrong with one `--vary`.
class Reading {
 public:
  Reading(const Subject& subject, Language language, std::vector<std::string>& complaints)
      : subject_(subject), language_(language), complaints_(complaints) {}

  Binding read(const std::string& text) {
    const std::size_t equals = std::min(text.find('='), text.size());
    Binding binding{Binding::Kind::choice, trimmed(text.substr(0, equals))};
    binding.choices = values_of(equals < text.size() ? text.substr(equals + 1) : "");
    const bool empty = std::any_of(binding.choices.begin(), binding.choices.end(),
                                   [](const std::string& value) { return value.empty(); });
    if (binding.path.empty() || empty || binding.choices.size() < 2) {
      complain(words::bad_vary, text);
      return binding;
    }
    if (!paths_.insert(binding.path).second) complain(words::path_twice, "--vary", binding.path);
    std::set<std::string> seen;
    for (const std::string& value : binding.choices)
      if (!seen.insert(value).second) complain(words::vary_value_twice, text, value);
    if (concerns_others(subject_, binding.path))
      complain(words::vary_of_others, text);
    else
      for (std::size_t c = 0; c < binding.choices.size(); ++c) check(text, binding, c);
    return binding;
  }

 private:
  template <class... Arguments>
  void complain(const Phrase& phrase, const Arguments&... arguments) {
    complaints_.push_back(say(language_, phrase, arguments...));
  }

  /// Tells why the scenarios in which this value is tried do not take it.
  void check(const std::string& text, const Binding& binding, std::size_t choice) {
    for (std::size_t source = 0; source < subject_.variants().size(); ++source) {
      const bool needed = std::any_of(subject_.cases().begin(), subject_.cases().end(), [&](const Case& one) {
        return one.source == source && concerns(one, binding.path);
      });
      if (!needed) continue;
      try {
        (void)subject_.variants()[source].with({binding.set(static_cast<double>(choice))});
      } catch (const sim::InputError& error) {
        for (sim::Problem problem : error.problems()) {
          problem.place = {"--vary " + text, 0, 0};
          std::string sentence = text_of(problem, language_);
          if (std::find(complaints_.begin(), complaints_.end(), sentence) == complaints_.end())
            complaints_.push_back(std::move(sentence));
        }
        return;
      }
    }
  }

  const Subject& subject_;
  Language language_;
  std::vector<std::string>& complaints_;
  std::set<std::string> paths_;
};

}  // namespace

Candidates candidates_of(const Subject& subject, const std::vector<std::string>& varied, Language language,
                         std::vector<std::string>& complaints) {
  Candidates result;
  Reading reading(subject, language, complaints);
  for (const std::string& text : varied) result.bindings.push_back(reading.read(text));
  if (!complaints.empty()) return result;
  // Counted before they are made: a few long lists have many combinations.
  double count = 0;
  for (const Case& one : subject.cases()) {
    double own = 1;
    for (const Binding& binding : result.bindings)
      if (concerns(one, binding.path)) own *= static_cast<double>(binding.choices.size());
    count += own;
  }
  if (count > static_cast<double>(most_candidates)) {
    complaints.push_back(say(language, words::too_many_candidates, grouped(count, 0, language),
                             grouped(std::uint64_t{most_candidates}, language)));
    return result;
  }
  for (std::size_t system = 0; system < subject.cases().size(); ++system) {
    const Case& one = subject.cases()[system];
    std::vector<analysis::Candidate> made{{std::vector<double>(result.bindings.size(), analysis::absent), system}};
    for (std::size_t f = 0; f < result.bindings.size(); ++f) {
      if (!concerns(one, result.bindings[f].path)) continue;
      std::vector<analysis::Candidate> more;
      for (const analysis::Candidate& candidate : made)
        for (std::size_t c = 0; c < result.bindings[f].choices.size(); ++c) {
          more.push_back(candidate);
          more.back().values[f] = static_cast<double>(c);
        }
      made = std::move(more);
    }
    for (const analysis::Candidate& candidate : made) {
      std::string name = one.name;
      std::vector<analysis::result::SettingResult> settings;
      for (std::size_t f = 0; f < result.bindings.size(); ++f) {
        if (!analysis::known(candidate.values[f])) continue;
        const Binding& binding = result.bindings[f];
        name += " " + binding.set(candidate.values[f]);
        settings.push_back({binding.path, binding.choices[static_cast<std::size_t>(candidate.values[f])]});
      }
      result.settings.push_back(std::move(settings));
      result.names.push_back(std::move(name));
      result.candidates.push_back(candidate);
    }
  }
  return result;
}

}  // namespace app
