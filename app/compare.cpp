#include "app/compare.hpp"

#include <algorithm>

#include "app/answer.hpp"
#include "app/messages/command_line.hpp"
#include "app/refused.hpp"
#include "app/same_market.hpp"
#include "scenarios/format/nearest.hpp"

namespace app {
namespace {

void refuse_different_markets(const std::vector<Source>& sources, Language language) {
  const std::string nothing{words::not_stated.in(language)};
  for (std::size_t i = 1; i < sources.size(); ++i)
    if (const auto difference = market_difference(sources.front().loaded.scenario, sources[i].loaded.scenario))
      throw Refused({say(language, words::different_markets, sources.front().file, sources[i].file, difference->path,
                         difference->first.value_or(nothing), difference->second.value_or(nothing))});
}

std::size_t number_of_baseline(const std::vector<Case>& cases, const CompareOptions& options,
                               std::vector<std::string>& complaints) {
  if (options.baseline.empty() || !complaints.empty()) return 0;
  const auto it =
      std::find_if(cases.begin(), cases.end(), [&](const Case& one) { return one.name == options.baseline; });
  if (it != cases.end()) return static_cast<std::size_t>(it - cases.begin());
  std::vector<std::string> names;
  for (const Case& one : cases) names.push_back(one.name);
  std::string text = say(options.language, words::unknown_baseline, options.baseline, scenarios::joined(names));
  if (const std::string meant = scenarios::nearest(options.baseline, names); !meant.empty())
    text += say(options.language, words::did_you_mean, meant);
  complaints.push_back(std::move(text));
  return 0;
}

}  // namespace

ExitCode compare(const CompareOptions& options) {
  const std::vector<Source> sources = load_all(options);
  std::vector<std::string> complaints;
  std::vector<Case> cases = choose_cases(sources, options, options.unpaired, complaints);
  const std::size_t baseline = number_of_baseline(cases, options, complaints);
  if (!complaints.empty()) throw Refused(std::move(complaints));
  if (!options.unpaired) refuse_different_markets(sources, options.language);
  Simulation simulation(std::move(cases), options, {.baseline = baseline, .paired = !options.unpaired});
  Presentation presentation;
  presentation.language = options.language;
  presentation.period = period_of(sources.front().loaded.scenario);
  presentation.months = options.months;
  presentation.alone = simulation.cases().size() == 1;
  presentation.command = command_of("compare", options);
  if (!options.baseline.empty()) presentation.command += " --baseline " + shell_word(options.baseline);
  if (options.unpaired) presentation.command += " --unpaired";
  return answer(simulation, sources, options, std::move(presentation));
}

}  // namespace app
