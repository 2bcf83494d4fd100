#include "app/ranges.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "app/messages/analysis.hpp"
#include "app/messages/command_line.hpp"
#include "app/messages/problems.hpp"
#include "scenarios/format/nearest.hpp"

namespace app {
namespace {

constexpr double cent = 0.01;

/// Why the scenarios cannot be made with this value; empty if they can.
sim::Problems problems_with(std::span<const scenarios::Variants> variants, const std::string& set) {
  for (const scenarios::Variants& one : variants) {
    try {
      (void)one.with({set});
    } catch (const sim::InputError& error) {
      return error.problems();
    }
  }
  return {};
}

bool has(const sim::Problems& problems, std::initializer_list<std::string_view> codes) {
  return std::any_of(problems.begin(), problems.end(), [&](const sim::Problem& problem) {
    return std::find(codes.begin(), codes.end(), problem.code) != codes.end();
  });
}

VariedFactor varied(const Subject& subject, const std::string& path, const scenarios::Range& range) {
  VariedFactor result;
  result.binding = {Binding::Kind::quantity, path, range.unit};
  result.binding.grain = grain_of(subject.variants(), result.binding, range.low, range.high);
  result.factor = {path, range.low, range.high, range.base.value_or(analysis::absent), result.binding.grain == 1};
  return result;
}

/// The belief at a path, between its ends.
std::optional<VariedFactor> read_believed(const std::string& option, const std::string& path, const Subject& subject,
                                          Language language, std::vector<std::string>& complaints) {
  std::vector<std::string> believed;
  for (VariedFactor& one : believed_factors(subject, path)) return std::move(one);
  for (const scenarios::WrittenBelief& belief : subject.variants().front().beliefs()) believed.push_back(belief.path);
  std::string sentence = say(language, words::no_belief_there, option, path);
  if (const std::string meant = scenarios::nearest(path, believed); !meant.empty())
    sentence += say(language, words::did_you_mean, meant);
  complaints.push_back(std::move(sentence));
  return std::nullopt;
}

}  // namespace

double grain_of(std::span<const scenarios::Variants> variants, const Binding& binding, double low, double high) {
  const double inside = std::floor(low) + 0.123456789;
  const double odd = inside > low && inside < high ? inside : low + 0.123456789 * (high - low);
  const sim::Problems problems = problems_with(variants, binding.set(odd));
  if (has(problems, {"not_whole", "not_whole_days"})) return 1;
  return has(problems, {"too_many_decimals"}) ? cent : 0;
}

std::string trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

bool concerns(const Case& one, const std::string& path) {
  constexpr std::string_view departments = "departments.";
  if (!path.starts_with(departments)) return true;
  const std::string& name = one.scenario->departments.items[one.department].first;
  return path.substr(departments.size(), path.find('.', departments.size()) - departments.size()) == name;
}

bool concerns_others(const Subject& subject, const std::string& path) {
  constexpr std::string_view departments = "departments.";
  if (!path.starts_with(departments)) return false;
  const std::string name = path.substr(departments.size(), path.find('.', departments.size()) - departments.size());
  bool exists = false;
  for (const Source& source : subject.sources())
    for (const auto& [known, department] : source.loaded.scenario.departments.items) exists = exists || known == name;
  return exists && std::none_of(subject.cases().begin(), subject.cases().end(),
                                [&](const Case& one) { return concerns(one, path); });
}

analysis::result::FactorResult VariedFactor::told() const {
  return {factor.name, trimmed(binding.unit), factor.low, factor.high, factor.base};
}

std::optional<VariedFactor> read_range(const std::string& option, const std::string& text, const Subject& subject,
                                       Language language, std::vector<std::string>& complaints) {
  const auto complain = [&](const Phrase& phrase) {
    complaints.push_back(say(language, phrase, option, text));
    return std::nullopt;
  };
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos) return read_believed(option, trimmed(text), subject, language, complaints);
  const std::size_t dots = text.find("..", equals);
  if (dots == std::string::npos) return complain(words::bad_range);
  const std::string path = trimmed(text.substr(0, equals));
  const std::string low = trimmed(text.substr(equals + 1, dots - equals - 1));
  const std::string high = trimmed(text.substr(dots + 2));
  if (path.empty() || low.empty() || high.empty()) return complain(words::bad_range);

  std::vector<std::string> wrong;
  const auto tell = [&](const std::string& end) {
    for (sim::Problem problem : problems_with(subject.variants(), path + "=" + end)) {
      problem.place = {option + " " + text, 0, 0};
      const std::string sentence = text_of(problem, language);
      if (std::find(wrong.begin(), wrong.end(), sentence) == wrong.end()) wrong.push_back(sentence);
    }
  };
  tell(low);
  tell(high);
  complaints.insert(complaints.end(), wrong.begin(), wrong.end());
  const auto range = scenarios::range_of(low, high, subject.variants().front().written(path));
  if (!range) {
    if (wrong.empty()) return complain(words::range_without_numbers);
    return std::nullopt;
  }
  if (!(range->low < range->high)) return complain(words::range_backwards);
  if (!wrong.empty()) return std::nullopt;
  if (concerns_others(subject, path)) return complain(words::range_of_others);
  return varied(subject, path, *range);
}

std::vector<VariedFactor> read_ranges(const std::string& option, const std::vector<std::string>& texts,
                                      const Subject& subject, Language language, std::vector<std::string>& complaints) {
  std::vector<VariedFactor> all;
  std::set<std::string> seen;
  for (const std::string& text : texts) {
    const std::string path = trimmed(text.substr(0, text.find('=')));
    if (!seen.insert(path).second) complaints.push_back(say(language, words::path_twice, option, path));
    if (auto one = read_range(option, text, subject, language, complaints)) all.push_back(std::move(*one));
  }
  return all;
}

std::vector<VariedFactor> believed_factors(const Subject& subject, const std::string& path) {
  std::vector<VariedFactor> all;
  const scenarios::Variants& variants = subject.variants().front();
  for (const scenarios::WrittenBelief& belief : variants.beliefs()) {
    if (concerns_others(subject, belief.path) || (!path.empty() && path != belief.path)) continue;
    const auto range = scenarios::range_of(belief.low, belief.high, variants.written(belief.path));
    if (range && range->low < range->high) all.push_back(varied(subject, belief.path, *range));
  }
  return all;
}

std::vector<analysis::Factor> factors_of(std::span<const VariedFactor> varied) {
  std::vector<analysis::Factor> factors;
  for (const VariedFactor& one : varied) factors.push_back(one.factor);
  return factors;
}

std::vector<Binding> bindings_of(std::span<const VariedFactor> varied) {
  std::vector<Binding> bindings;
  for (const VariedFactor& one : varied) bindings.push_back(one.binding);
  return bindings;
}

std::vector<analysis::result::FactorResult> told(std::span<const VariedFactor> varied) {
  std::vector<analysis::result::FactorResult> factors;
  for (const VariedFactor& one : varied) factors.push_back(one.told());
  return factors;
}

}  // namespace app
