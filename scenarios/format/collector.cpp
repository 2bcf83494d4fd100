#include "scenarios/format/collector.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "scenarios/format/nearest.hpp"

namespace scenarios {

std::string shortened(std::string_view text) {
  constexpr std::size_t most = 80;
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool inside = (byte & 0xC0U) == 0x80U;  // of a character of several bytes
    if (i >= most && !inside) return result + "…";
    result += byte < 0x20 ? ' ' : text[i];
  }
  return result;
}

void Collector::add(std::string_view code, sim::Place place, std::string path, std::vector<std::string> arguments,
                    bool warning) {
  std::string key =
      std::string{code} + '\n' + place.source + '\n' + std::to_string(place.line) + '\n' + std::to_string(place.column);
  for (const std::string& argument : arguments) key += '\n' + argument;
  if (place.line == 0) key += '\n' + path;
  if (!seen_.insert(std::move(key)).second) return;
  if (!warning) ++errors_;
  found_.push_back({std::string{code}, std::move(place), std::move(path), std::move(arguments), warning});
}

void Collector::unknown(std::string_view code, const Spot& spot, std::string path, std::string_view word,
                        const std::vector<std::string>& allowed) {
  add(code, spot, std::move(path), {shortened(word), nearest(word, allowed), joined(allowed)});
}

bool Collector::failed(std::string_view path) const {
  return std::any_of(found_.begin(), found_.end(), [&](const sim::Problem& problem) {
    if (problem.warning || !problem.path.starts_with(path)) return false;
    return problem.path.size() == path.size() || problem.path[path.size()] == '.';
  });
}

sim::Problems Collector::sorted(bool warnings) const {
  std::vector<std::string> sources;
  sim::Problems result;
  for (const sim::Problem& problem : found_) {
    if (problem.warning != warnings) continue;
    if (std::find(sources.begin(), sources.end(), problem.place.source) == sources.end())
      sources.push_back(problem.place.source);
    result.push_back(problem);
  }
  const auto rank = [&](const sim::Problem& problem) {
    return std::tuple{std::find(sources.begin(), sources.end(), problem.place.source) - sources.begin(),
                      problem.place.line, problem.place.column};
  };
  std::stable_sort(result.begin(), result.end(),
                   [&](const sim::Problem& a, const sim::Problem& b) { return rank(a) < rank(b); });
  if (result.size() > limit) {
    // Filled step by step: g++ 12 takes a list in braces here for uninitialised.
    sim::Problem rest;
    rest.code = "more_problems";
    rest.arguments.push_back(std::to_string(result.size() - limit));
    rest.warning = warnings;
    result.resize(limit);
    result.push_back(std::move(rest));
  }
  return result;
}

}  // namespace scenarios
