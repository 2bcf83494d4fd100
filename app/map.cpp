#include "app/map.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/messages/analysis.hpp"
#include "app/messages/map.hpp"
#include "app/procedure.hpp"
#include "app/ranges.hpp"
#include "app/refused.hpp"

namespace app {
namespace {

constexpr std::uint32_t first_look = 10;

/// The two factors, across and up.
std::vector<VariedFactor> axes_of(const Subject& subject, const MapOptions& options,
                                  std::vector<std::string>& complaints) {
  std::vector<VariedFactor> axes;
  const auto read = [&](const std::string& option, const std::string& text) {
    if (text.empty())
      complaints.push_back(say(options.language, words::axis_missing, option));
    else if (auto one = read_range(option, text, subject, options.language, complaints))
      axes.push_back(std::move(*one));
  };
  read("--x", options.x);
  read("--y", options.y);
  if (axes.size() == 2 && axes.front().factor.name == axes.back().factor.name)
    complaints.push_back(say(options.language, words::axes_same, axes.front().factor.name));
  return axes;
}

/// As many values as wanted, or as there are.
std::size_t values_of(const analysis::Factor& factor, std::uint32_t wanted) {
  const double there = factor.whole ? factor.high - factor.low + 1 : wanted;
  return std::max<std::size_t>(2, there < wanted ? static_cast<std::size_t>(there) : wanted);
}

analysis::MapOptions wanted_of(const Subject& subject, const std::vector<VariedFactor>& axes,
                               const MapOptions& options) {
  analysis::MapOptions wanted;
  wanted.columns = values_of(axes[0].factor, options.columns);
  wanted.rows = values_of(axes[1].factor, options.rows);
  wanted.most = options.replications.value_or(replications_of_cell);
  wanted.first = std::min(first_look, wanted.most);
  wanted.budget = options.max_replications;
  wanted.confidence = options.confidence;
  wanted.larger_is_better = subject.larger_is_better();
  return wanted;
}

/// The scenarios of all four corners are made once, so that what cannot be is said before anything runs.
void check_corners(const Subject& subject, const std::vector<VariedFactor>& axes) {
  const ScenarioFactory factory(subject, bindings_of(axes));
  for (const double x : {axes[0].factor.low, axes[0].factor.high})
    for (const double y : {axes[1].factor.low, axes[1].factor.high})
      for (std::size_t s = 0; s < factory.systems(); ++s) (void)factory.make(s, std::array{x, y});
}

std::string command_text(const MapOptions& options) {
  const MapOptions otherwise;
  OwnOptions own{{"--x", options.x}, {"--y", options.y}};
  const auto add = [&](const char* name, std::uint32_t value, std::uint32_t default_value) {
    if (value != default_value) own.emplace_back(name, fmt::format("{}", value));
  };
  add("--columns", options.columns, otherwise.columns);
  add("--rows", options.rows, otherwise.rows);
  add("--max-replications", options.max_replications, otherwise.max_replications);
  return command_of("map", options, own);
}

}  // namespace

ExitCode map(const MapOptions& options) {
  std::vector<std::string> complaints;
  const Subject subject(options, complaints);
  if (subject.cases().size() == 1)
    complaints.push_back(say(options.language, words::two_departments_needed, subject.cases().front().name));
  const std::vector<VariedFactor> axes = axes_of(subject, options, complaints);
  if (!complaints.empty()) throw Refused(std::move(complaints));
  const analysis::MapOptions wanted = wanted_of(subject, axes, options);
  if (const std::uint64_t least = analysis::least_budget(wanted, subject.cases().size()); wanted.budget < least)
    throw Refused({say(options.language, words::budget_too_small, wanted.budget, least)});
  check_corners(subject, axes);

  return answer(subject, bindings_of(axes), options, command_text(options),
                [&](analysis::Experiment& experiment, analysis::result::Result& document) {
                  analysis::result::MapResult result;
                  result.measure = subject.measure();
                  result.unit = subject.unit();
                  result.larger_is_better = wanted.larger_is_better;
                  result.confidence = wanted.confidence;
                  result.systems = subject.names();
                  result.x = axes[0].told();
                  result.y = axes[1].told();
                  result.map = analysis::winner_map(experiment, factors_of(axes), wanted);
                  document.map = std::move(result);
                });
}

}  // namespace app
