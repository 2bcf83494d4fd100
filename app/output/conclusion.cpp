#include "app/output/conclusion.hpp"

#include <algorithm>
#include <cmath>

#include "app/messages/measures.hpp"
#include "app/messages/standings.hpp"
#include "app/output/factors.hpp"
#include "app/output/number.hpp"
#include "app/output/standings.hpp"
#include "app/output/table.hpp"
#include "app/output/verdict.hpp"
#include "scenarios/format/nearest.hpp"

namespace app {
namespace {

using analysis::known;
using analysis::result::MeasureComparison;
using analysis::result::Result;
using analysis::result::StandingResult;

/// Names of those that may be the best beside the one that has the best mean.
std::vector<std::string> rivals(const MeasureComparison& comparison) {
  std::vector<std::string> names;
  for (const StandingResult& one : comparison.standings.systems)
    if (one.against_best.possible && one.system != comparison.standings.best) names.push_back(one.system);
  return names;
}

const StandingResult& standing_of(const MeasureComparison& comparison, const std::string& system) {
  const auto& systems = comparison.standings.systems;
  return *std::find_if(systems.begin(), systems.end(), [&](const auto& one) { return one.system == system; });
}

/// Names of those that have no value of the measure in any replication.
std::vector<std::string> without_value(const Result& result, const MeasureComparison& comparison) {
  std::vector<std::string> names;
  for (const auto& [system, best] : comparison.best)
    if (!known(mean_of(result.systems, system, comparison.measure))) names.push_back(system);
  return names;
}

/// Whether intervals with the best are known: there are replications enough.
bool judged(const MeasureComparison& comparison) {
  return known(standing_of(comparison, comparison.standings.best).against_best.high);
}

/// Who of several is the best.
std::string best_of_several(const Result& result, const MeasureComparison& comparison, Language language) {
  const std::string& best = comparison.standings.best;
  const double mean = mean_of(result.systems, best, comparison.measure);
  const AmountScale scale(comparison.unit, std::fabs(mean), language);
  const std::string title = measure_title(comparison.measure, language);
  const std::string confidence = percent_text(result.confidence, language);
  if (comparison.standings.resolved)
    return say(language, words::is_the_best, best, title, scale.amount(mean), confidence) + ".";
  std::string text = say(language, words::best_not_resolved, best, title, scale.amount(mean),
                         scenarios::joined(rivals(comparison)), confidence);
  const double behind = -standing_of(comparison, best).against_best.low;
  if (behind > 0)
    text += say(language, words::at_most_behind,
                AmountScale(comparison.unit, behind, language).of_differences().amount(behind));
  return text + ".";
}

/// The second verdict on several departments, beside the first.
std::string with_base(const MeasureComparison& first, const MeasureComparison& second, Language language) {
  const std::string& best = second.standings.best;
  if (!second.standings.resolved)
    return say(language, words::base_not_resolved, second.measure, best, scenarios::joined(rivals(second)));
  if (!first.standings.resolved) return say(language, words::resolved_with_base, second.measure, best);
  if (best == first.standings.best) return say(language, words::same_best, second.measure, best);
  const double behind = -standing_of(second, first.standings.best).against_best.advantage;
  return say(language, words::other_best, second.measure, best, first.standings.best,
             AmountScale(second.unit, behind, language).of_differences().amount(behind));
}

/// `p = 0.012`; of several the largest.
std::string p_told(double p, Language language) {
  constexpr double smallest = 0.001;
  return p < smallest ? say(language, words::p_is_below, words::below_thousandth.in(language))
                      : say(language, words::p_is, grouped(p, 3, language));
}

/// Whom the best dominates in these replications; never that it does so beyond them, which no test shows.
void tell_dominance(const Result& result, const MeasureComparison& comparison, Language language,
                    std::vector<std::string>& sentences) {
  const bool more = comparison.larger_is_better;
  for (const int order : {1, 2}) {
    const Phrase& phrase = order == 1 ? (more ? words::dominates_first : words::dominates_first_less)
                                      : (more ? words::dominates_second : words::dominates_second_less);
    std::vector<std::string> worse;
    double p = 0;
    for (const auto& pair : comparison.standings.dominance) {
      if (pair.better != comparison.standings.best || pair.order != order) continue;
      worse.push_back(pair.worse);
      p = std::max(p, pair.reverse_p_value);
    }
    if (!worse.empty())
      sentences.push_back(say(language, phrase, comparison.standings.best, scenarios::joined(worse),
                              grouped(std::uint64_t{result.replications}, language), p_told(p, language)));
  }
}

void tell_pairing(const MeasureComparison& comparison, Language language, std::vector<std::string>& sentences) {
  double least = analysis::absent;
  double most = analysis::absent;
  for (const auto& [system, difference, controlled] : comparison.differences) {
    if (!known(difference.variance_ratio)) continue;
    if (!known(least) || difference.variance_ratio < least) least = difference.variance_ratio;
    if (!known(most) || difference.variance_ratio > most) most = difference.variance_ratio;
  }
  if (!known(least)) return;
  const auto text = [&](double value) { return grouped(value, 1, language); };
  sentences.push_back(
      say(language, words::pairing_worth, text(least) == text(most) ? text(least) : text(least) + " … " + text(most)));
}

}  // namespace

std::vector<std::string> conclusions(const Result& result, const Period& period, Language language) {
  std::vector<std::string> sentences;
  if (!result.comparison || result.comparison->differences.empty()) return sentences;
  MeasureComparison comparison = *result.comparison;
  const std::vector<std::string> missing = without_value(result, comparison);
  const auto is_missing = [&](const std::string& name) {
    return std::find(missing.begin(), missing.end(), name) != missing.end();
  };
  std::erase_if(comparison.differences,
                [&](const auto& one) { return is_missing(one.system) || is_missing(comparison.baseline); });
  const bool several = comparison.best.size() > 2 && !comparison.standings.systems.empty() && judged(comparison);
  if (!several) {
    sentences = verdict(result, comparison, period, language);
    for (std::string& sentence : further_verdicts(result, period, language)) sentences.push_back(std::move(sentence));
  } else {
    sentences.push_back(best_of_several(result, comparison, language));
    if (comparison.standings.best != comparison.baseline) {
      MeasureComparison only = comparison;
      std::erase_if(only.differences, [&](const auto& one) { return one.system != comparison.standings.best; });
      for (std::string& sentence : verdict(result, only, period, language)) sentences.push_back(std::move(sentence));
    }
    for (const MeasureComparison& further : result.further)
      if (judged(further)) sentences.push_back(with_base(comparison, further, language));
  }
  if (!missing.empty())
    sentences.push_back(
        say(language, words::without_value, scenarios::joined(missing), measure_title(comparison.measure, language)));
  if (!comparison.standings.systems.empty()) tell_dominance(result, comparison, language, sentences);
  tell_pairing(comparison, language, sentences);
  return sentences;
}

}  // namespace app
