#include "app/same_market.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "app/messages/command_line.hpp"
#include "app/refused.hpp"
#include "scenarios/format/load.hpp"
#include "scenarios/format/piece.hpp"
#include "scenarios/format/write.hpp"

namespace app {
namespace {

using scenarios::Node;
using Values = std::vector<std::pair<std::string, std::string>>;

models::Scenario market_of(models::Scenario scenario) {
  scenario.title.clear();
  scenario.departments.items.clear();
  scenario.beliefs.clear();
  for (auto& [name, segment] : scenario.segments.items) segment.title.clear();
  for (auto& stage : scenario.work.pipeline)
    for (models::Stage& for_segment : stage) for_segment.title.clear();
  return scenario;
}

std::string value_text(const Node& node) {
  switch (node.kind) {
    case Node::Kind::string:
      return scenarios::quoted(node.text);
    case Node::Kind::integer:
      return fmt::format("{}", node.integer);
    case Node::Kind::real:
      return fmt::format("{}", node.real);
    case Node::Kind::boolean:
      return node.boolean ? "true" : "false";
    case Node::Kind::date: {
      const std::chrono::year_month_day date{node.date};
      return fmt::format("{:04}-{:02}-{:02}", int{date.year()}, unsigned{date.month()}, unsigned{date.day()});
    }
    case Node::Kind::array: {
      std::string text = "[";
      for (const Node& item : node.items) text += (text.size() > 1 ? ", " : "") + value_text(item);
      return text + "]";
    }
    case Node::Kind::table:
    case Node::Kind::other:
      break;
  }
  return "";
}

void flatten(const Node& node, const std::string& path, Values& values) {
  if (!node.is_table()) {
    values.emplace_back(path, value_text(node));
    return;
  }
  for (const scenarios::Entry& entry : node.entries)
    flatten(entry.value, path.empty() ? entry.key : path + "." + entry.key, values);
}

/// All that is stated in the canonical form, by path.
Values values_of(const models::Scenario& scenario) {
  scenarios::Collector problems;
  Values values;
  if (const auto root = scenarios::load_text(scenarios::write(market_of(scenario)), "market", problems))
    flatten(*root, "", values);
  return values;
}

std::optional<std::string> find(const Values& values, const std::string& path) {
  const auto it = std::find_if(values.begin(), values.end(), [&](const auto& entry) { return entry.first == path; });
  return it == values.end() ? std::nullopt : std::optional(it->second);
}

}  // namespace

std::optional<MarketDifference> market_difference(const models::Scenario& first, const models::Scenario& second) {
  const Values one = values_of(first);
  const Values other = values_of(second);
  for (const auto& [path, value] : one)
    if (const auto there = find(other, path); there != value) return MarketDifference{path, value, there};
  for (const auto& [path, value] : other)
    if (!find(one, path)) return MarketDifference{path, std::nullopt, value};
  return std::nullopt;
}

void refuse_different_markets(const std::vector<Source>& sources, const Phrase& advice, Language language) {
  const std::string nothing{words::not_stated.in(language)};
  for (std::size_t i = 1; i < sources.size(); ++i)
    if (const auto difference = market_difference(sources.front().loaded.scenario, sources[i].loaded.scenario))
      throw Refused({say(language, words::different_markets, sources.front().file, sources[i].file, difference->path,
                         difference->first.value_or(nothing), difference->second.value_or(nothing), advice.in(language))});
}

}  // namespace app
