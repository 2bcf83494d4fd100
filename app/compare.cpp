#include "app/compare.hpp"

#include <fmt/format.h>

#include "app/answer.hpp"
#include "app/messages/command_line.hpp"
#include "app/refused.hpp"
#include "app/same_market.hpp"

namespace app {
namespace {

Comparing comparing_of(const std::vector<Case>& cases, const CompareOptions& options,
                       std::vector<std::string>& complaints) {
  Comparing comparing;
  comparing.paired = !options.unpaired;
  comparing.target = options.target;
  if (!complaints.empty()) return comparing;
  const auto number = [&](const std::string& name, const Phrase& unknown) {
    return number_of(name, unknown, cases, options.language, complaints);
  };
  if (!options.baseline.empty()) comparing.baseline = number(options.baseline, words::unknown_baseline);
  for (const auto& [from, to] : options.waterfalls) {
    const std::size_t begin = number(from, words::unknown_in_waterfall);
    comparing.waterfalls.emplace_back(begin, number(to, words::unknown_in_waterfall));
  }
  return comparing;
}

}  // namespace

ExitCode compare(const CompareOptions& options) {
  const std::vector<Source> sources = load_all(options);
  std::vector<std::string> complaints;
  std::vector<Case> cases = choose_cases(sources, options, options.unpaired, complaints);
  const Comparing comparing = comparing_of(cases, options, complaints);
  if (!complaints.empty()) throw Refused(std::move(complaints));
  if (!options.unpaired) refuse_different_markets(sources, options.language);
  Simulation simulation(std::move(cases), options, comparing);
  Presentation presentation;
  presentation.language = options.language;
  presentation.period = period_of(sources.front().loaded.scenario);
  presentation.months = options.months;
  presentation.alone = simulation.cases().size() == 1;
  presentation.command = command_of("compare", options);
  if (!options.baseline.empty()) presentation.command += " --baseline " + shell_word(options.baseline);
  for (const auto& [from, to] : options.waterfalls)
    presentation.command += " --waterfall " + shell_word(from) + " " + shell_word(to);
  presentation.details = options.details;
  if (options.target) presentation.command += fmt::format(" --target {}", *options.target);
  if (options.unpaired) presentation.command += " --unpaired";
  return answer(simulation, sources, options, std::move(presentation));
}

}  // namespace app
