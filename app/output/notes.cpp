#include "app/output/notes.hpp"

#include <algorithm>
#include <cmath>

#include "app/messages/measures.hpp"
#include "app/messages/report.hpp"
#include "app/messages/standings.hpp"
#include "app/output/number.hpp"
#include "app/output/table.hpp"

namespace app {
namespace {

using analysis::result::Result;

/// Largest number of replications that an interval with a mark would need; 0 where none has it.
class Needed {
 public:
  void see(bool marked, double skewness) {
    if (marked) most_ = std::max(most_, std::ceil(25 * skewness * skewness));
  }
  void tell(const Phrase& phrase, const char* mark, Language language, std::vector<std::string>& sentences) const {
    if (most_ > 0) sentences.push_back(say(language, phrase, mark, grouped(most_, 0, language)));
  }

 private:
  double most_ = 0;
};

void tell_marks(const Result& result, const std::vector<ReportSection>& sections, const ShownParts& shown_parts,
                Language language, std::vector<std::string>& sentences) {
  Needed corrected;
  Needed uncorrected;
  const auto see = [&](const auto& shown) {
    corrected.see(shown.skewed && !shown.uncorrected, shown.skewness);
    uncorrected.see(shown.skewed && shown.uncorrected, shown.skewness);
  };
  if (shown_parts.estimates == Shown::intervals)
    for (const ReportSection& section : sections)
      for (const ReportRow& row : section.rows)
        for (const analysis::Estimate* estimate : row.estimates)
          if (estimate != nullptr) see(*estimate);
  if (result.comparison)
    for (const auto& [system, difference, controlled] : result.comparison->differences) see(difference);
  if (shown_parts.waterfalls == Shown::intervals)
    for (const auto& waterfall : result.waterfalls)
      for (const analysis::Step& step : waterfall.waterfall.steps) see(step);
  corrected.tell(words::mark_skewed, skewed_mark, language, sentences);
  uncorrected.tell(words::mark_uncorrected, uncorrected_mark, language, sentences);
}

void tell_comparison(const analysis::result::MeasureComparison& comparison, double confidence, Language language,
                     std::vector<std::string>& sentences) {
  const auto& differences = comparison.differences;
  if (std::any_of(differences.begin(), differences.end(),
                  [](const auto& one) { return analysis::known(one.difference.adjusted); }))
    sentences.emplace_back(words::p_values_explained.in(language));
  if (std::any_of(differences.begin(), differences.end(), [&](const auto& one) {
        return one.difference.adjusted < 1 - confidence && !one.difference.resolved;
      }))
    sentences.emplace_back(words::p_and_intervals.in(language));
  if (comparison.quantile && !differences.empty())
    sentences.push_back(say(language, words::own_quantiles, measure_title(comparison.measure, language)));
  const auto& standings = comparison.standings.systems;
  if (std::any_of(standings.begin(), standings.end(), [](const auto& one) { return one.risk.few; }))
    sentences.emplace_back(words::few_bad_runs.in(language));
}

/// Measures of the table that `concerns` some department, as their labels; each once.
template <class Concerns>
std::string measures_where(const std::vector<ReportSection>& sections, const Concerns& concerns) {
  std::string list;
  for (const ReportSection& section : sections)
    for (const ReportRow& row : section.rows)
      if (!row.shares &&
          std::any_of(row.estimates.begin(), row.estimates.end(),
                      [&](const analysis::Estimate* estimate) { return estimate != nullptr && concerns(*estimate); }))
        list += (list.empty() ? "" : ", ") + row.measure;
  return list;
}

}  // namespace

std::vector<std::string> report_notes(const Result& result, const std::vector<ReportSection>& sections,
                                      const ShownParts& shown, Language language) {
  std::vector<std::string> sentences;
  if (result.comparison && result.comparison->differences.size() > 1)
    sentences.push_back(say(language, words::together, percent_text(result.confidence, language)));
  if (result.comparison) tell_comparison(*result.comparison, result.confidence, language, sentences);
  if (shown.estimates == Shown::means || shown.waterfalls == Shown::means)
    sentences.emplace_back(words::means_only.in(language));
  const bool losses = std::any_of(sections.begin(), sections.end(), [](const ReportSection& section) {
    return std::any_of(section.rows.begin(), section.rows.end(),
                       [](const ReportRow& row) { return row.measure.starts_with("margin_lost"); });
  });
  if (losses) sentences.emplace_back(words::losses_are_expected.in(language));
  const bool persons = std::any_of(result.systems.begin(), result.systems.end(), [](const auto& system) {
    return std::any_of(system.measures.begin(), system.measures.end(),
                       [](const auto& measure) { return matches("holders.*.*", measure.name); });
  });
  if (persons) sentences.emplace_back(words::persons_explained.in(language));
  if (!result.waterfalls.empty()) sentences.emplace_back(words::steps_add_up.in(language));
  if (result.replications < 2) sentences.push_back(say(language, words::few_replications, result.replications));
  tell_marks(result, sections, shown, language, sentences);
  std::size_t most = 0;
  const std::string empty = measures_where(sections, [&](const analysis::Estimate& estimate) {
    if (estimate.empty == 0 || !analysis::known(estimate.mean)) return false;
    most = std::max(most, estimate.empty);
    return true;
  });
  if (!empty.empty())
    sentences.push_back(say(language, words::empty_in, grouped(std::uint64_t{most}, language), empty));
  const std::string undefined =
      measures_where(sections, [](const analysis::Estimate& estimate) { return !analysis::known(estimate.mean); });
  if (!undefined.empty()) sentences.push_back(say(language, words::undefined_in, undefined));
  for (const auto& system : result.systems)
    if (system.seed) sentences.push_back(say(language, words::seed_of, system.name, *system.seed));
  return sentences;
}

}  // namespace app
