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

std::vector<Case> choose_cases(const std::vector<Source>& sources, const SimulationOptions& options, bool independent,
                               std::vector<std::string>& complaints) {
  std::vector<Case> all;
  for (const Source& source : sources) {
    const auto& departments = source.loaded.scenario.departments.items;
    for (std::size_t d = 0; d < departments.size(); ++d) {
      const std::string& name = departments[d].first;
      all.push_back({sources.size() > 1 ? source.name + ":" + name : name, departments[d].second.title,
                     &source.loaded.scenario, d, options.seed + (independent ? all.size() : 0)});
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

}  // namespace app
