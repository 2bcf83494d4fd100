#include "app/cases.hpp"

#include <algorithm>

#include "app/messages/command_line.hpp"
#include "scenarios/format/nearest.hpp"

namespace app {
namespace {

/// What a name on the command line may mean: the whole name, or without the file.
bool means(const std::string& word, const Case& one) {
  const std::string& department = one.scenario->departments.items[one.department].first;
  return word == one.name || word == department;
}

}  // namespace

std::vector<Case> choose_cases(const std::vector<Source>& sources, const ModelOptions& options, bool independent,
                               std::vector<std::string>& complaints) {
  std::vector<Case> all;
  for (std::size_t number = 0; number < sources.size(); ++number) {
    const Source& source = sources[number];
    const auto& departments = source.loaded.scenario.departments.items;
    for (std::size_t d = 0; d < departments.size(); ++d) {
      const std::string& name = departments[d].first;
      all.push_back({sources.size() > 1 ? source.name + ":" + name : name, departments[d].second.title,
                     &source.loaded.scenario, d, options.seed + (independent ? all.size() : 0), number});
    }
  }
  if (options.departments.empty()) return all;

  std::vector<std::string> allowed;
  for (const Case& one : all) allowed.push_back(one.name);
  std::vector<bool> wanted(all.size(), false);
  for (const std::string& word : options.departments) {
    bool found = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!means(word, all[i])) continue;
      found = true;
      wanted[i] = true;
    }
    if (found) continue;
    std::string text = say(options.language, words::unknown_department, word, scenarios::joined(allowed));
    if (const std::string meant = scenarios::nearest(word, allowed); !meant.empty())
      text += say(options.language, words::did_you_mean, meant);
    complaints.push_back(std::move(text));
  }
  std::vector<Case> chosen;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (wanted[i]) chosen.push_back(all[i]);
  return chosen;
}

std::size_t number_of(const std::string& name, const Phrase& unknown, const std::vector<Case>& cases, Language language,
                      std::vector<std::string>& complaints) {
  const auto it = std::find_if(cases.begin(), cases.end(), [&](const Case& one) { return one.name == name; });
  if (it != cases.end()) return static_cast<std::size_t>(it - cases.begin());
  std::vector<std::string> names;
  for (const Case& one : cases) names.push_back(one.name);
  std::string text = say(language, unknown, name, scenarios::joined(names));
  if (const std::string meant = scenarios::nearest(name, names); !meant.empty())
    text += say(language, words::did_you_mean, meant);
  complaints.push_back(std::move(text));
  return 0;
}

}  // namespace app
