#include "app/output/verdict.hpp"

#include <algorithm>
#include <cmath>

#include "app/messages/measures.hpp"
#include "app/messages/report.hpp"
#include "app/output/number.hpp"
#include "app/output/table.hpp"

namespace app {
namespace {

using analysis::Difference;
using analysis::result::MeasureComparison;

constexpr std::string_view with_base = "profit_with_base";
constexpr double most_sensible_replications = 1e6;

/// A difference in the measure that is compared, with its unit; of shares in percentage points.
std::string amount(const MeasureComparison& comparison, double value, int decimals, Language language) {
  const bool share = comparison.unit == "share";
  return grouped(share ? 100 * value : value, share ? 1 : decimals, language) +
         (language == Language::ru ? "\u00A0" : " ") +
         (share ? std::string{words::points.in(language)} : unit_title(comparison.unit, language));
}

std::string how_long(const Period& period, Language language) {
  if (period.months == 12) return std::string{words::a_year.in(language)};
  if (period.months > 0) return say(language, words::in_months, period.months);
  return say(language, words::in_days, (period.last - period.first).count() + 1);
}

const analysis::Best& best_of(const MeasureComparison& comparison, const std::string& system) {
  return std::find_if(comparison.best.begin(), comparison.best.end(),
                      [&](const auto& best) { return best.system == system; })
      ->best;
}

/// Half-widths fall with the square root of the replications.
double replications_to_resolve(const Difference& difference) {
  const double arm = difference.mean > 0 ? difference.mean - difference.low : difference.high - difference.mean;
  const double factor = arm / std::fabs(difference.mean);
  return std::ceil(static_cast<double>(difference.replications) * factor * factor);
}

/// Two digits, so that nobody takes the number for exact.
std::uint64_t roughly(double count) {
  double unit = 1;
  while (count / unit >= 100) unit *= 10;
  return static_cast<std::uint64_t>(std::ceil(count / unit) * unit);
}

std::string unresolved(const analysis::result::Result& result, const MeasureComparison& comparison,
                       const std::string& system, const Difference& difference, Language language) {
  const std::string confidence = percent_text(result.confidence, language);
  const int decimals = decimals_for(std::max(std::fabs(difference.low), std::fabs(difference.high)));
  const auto text = [&](double value) { return amount(comparison, value, decimals, language); };
  std::string sentence = say(language, words::not_resolved, system, comparison.baseline, text(difference.mean),
                             text(difference.low), text(difference.high), confidence);
  const double needed = difference.mean != 0 ? replications_to_resolve(difference) : most_sensible_replications;
  if (needed < most_sensible_replications)
    sentence += say(language, words::would_resolve, grouped(roughly(needed), language));
  return sentence;
}

/// A difference as it is told: of `subject` to `other`.
struct Telling {
  std::string subject;
  std::string other;
  double mean = 0;
  double low = 0;
  double high = 0;
};

/// Of two departments the sentence is about the better one, or the higher one where neither end is better.
Telling telling_of(const MeasureComparison& comparison, const std::string& system, const Difference& difference,
                   Better better) {
  const bool wins = better == Better::less ? difference.mean < 0 : difference.mean > 0;
  if (wins || comparison.best.size() > 2)
    return {system, comparison.baseline, difference.mean, difference.low, difference.high};
  return {comparison.baseline, system, -difference.mean, -difference.high, -difference.low};
}

std::string resolved(const analysis::result::Result& result, const MeasureComparison& comparison,
                     const std::string& system, const Difference& difference, const Period& period, Language language) {
  const MeasureWords* measure = find_measure_words(comparison.measure);
  const Better better = measure == nullptr ? Better::neither : measure->better;
  const Telling told = telling_of(comparison, system, difference, better);
  const int decimals = decimals_for(told.mean);
  const bool more = told.mean > 0;
  const bool money = comparison.measure == "profit" || comparison.measure == with_base;
  const Phrase& phrase =
      money ? (more ? words::earns_more : words::earns_less) : (more ? words::is_higher : words::is_lower);
  std::string sentence =
      say(language, phrase, told.subject, amount(comparison, std::fabs(told.mean), decimals, language),
          how_long(period, language), told.other, measure_title(comparison.measure, language));
  const double scale = (comparison.unit == "share" ? 100 : 1) * (more ? 1 : -1);
  const auto plain = [&](double value) {
    return grouped(value * scale, comparison.unit == "share" ? 1 : decimals, language);
  };
  sentence += say(language, words::with_interval, percent_text(result.confidence, language),
                  plain(more ? told.low : told.high), plain(more ? told.high : told.low));
  const analysis::Best& best = best_of(comparison, told.subject);
  if (!analysis::known(best.share)) return sentence;
  const bool two = comparison.best.size() == 2;
  const Phrase& won = better == Better::neither ? words::was_higher : two ? words::was_best : words::was_best_of_all;
  return sentence + say(language, won, percent_text(best.share, 0, language));
}

/// What the number of customers, whose average is known, adds to the knowledge of a difference; nothing where little.
/// `turned`: the sentence before it tells the difference with the other sign.
std::string corrected_text(const MeasureComparison& comparison, const std::optional<analysis::Controlled>& controlled,
                           bool turned, Language language) {
  constexpr double worth_telling = 1.1;
  if (!controlled || !controlled->pays || !(controlled->variance_ratio >= worth_telling)) return "";
  const double scale = (comparison.unit == "share" ? 100 : 1) * (turned ? -1 : 1);
  const auto& [low, high] = controlled->estimate.interval;
  const auto plain = [&](double value) {
    return grouped(value * scale, comparison.unit == "share" ? 1 : decimals_for(controlled->estimate.value), language);
  };
  return say(language, words::corrected, plain(controlled->estimate.value), plain(turned ? high : low),
             plain(turned ? low : high), grouped(controlled->variance_ratio, 1, language));
}

}  // namespace

std::vector<std::string> verdict(const analysis::result::Result& result, const MeasureComparison& comparison,
                                 const Period& period, Language language) {
  std::vector<std::string> sentences;
  for (const auto& [system, difference, controlled] : comparison.differences) {
    std::string sentence;
    bool turned = false;
    if (!analysis::known(difference.mean) || !analysis::known(difference.low) || !analysis::known(difference.high))
      sentence = say(language, words::cannot_tell, system, comparison.baseline);
    else if (difference.low == 0 && difference.high == 0)
      sentence = say(language, words::identical, system, comparison.baseline);
    else if (difference.resolved) {
      sentence = resolved(result, comparison, system, difference, period, language);
      turned = difference.mean < 0;  // the sentence tells its size
    } else
      sentence = unresolved(result, comparison, system, difference, language);
    sentences.push_back(sentence + "." + corrected_text(comparison, controlled, turned, language));
  }
  return sentences;
}

bool agree(const MeasureComparison& one, const MeasureComparison& other) {
  const auto side = [](const Difference& difference) {
    return !difference.resolved ? 0 : difference.mean > 0 ? 1 : -1;
  };
  // Means are compared by their differences to the same baseline, whose own is 0.
  std::size_t top_of_one = 0;
  std::size_t top_of_other = 0;
  double most_of_one = 0;
  double most_of_other = 0;
  for (std::size_t i = 0; i < one.differences.size(); ++i) {
    const Difference& first = one.differences[i].difference;
    const Difference& second = other.differences[i].difference;
    if (side(first) != side(second)) return false;
    if (first.mean > most_of_one) {
      most_of_one = first.mean;
      top_of_one = i + 1;
    }
    if (second.mean > most_of_other) {
      most_of_other = second.mean;
      top_of_other = i + 1;
    }
  }
  return top_of_one == top_of_other;
}

std::vector<std::string> further_verdicts(const analysis::result::Result& result, const Period& period,
                                          Language language) {
  std::vector<std::string> sentences;
  for (const MeasureComparison& further : result.further) {
    if (agree(*result.comparison, further)) {
      sentences.push_back(say(language, words::same_verdict, further.measure));
      continue;
    }
    std::string told;
    for (const std::string& sentence : verdict(result, further, period, language))
      told += (told.empty() ? "" : " ") + sentence;
    sentences.push_back(say(language, words::other_verdict, further.measure, told));
  }
  return sentences;
}

std::string precision_text(const analysis::result::Result& result, Language language) {
  const analysis::result::Precision& precision = *result.precision;
  const std::string wanted = percent_text(precision.wanted, language);
  const std::string count = grouped(std::uint64_t{result.replications}, language);
  if (!std::isfinite(precision.reached)) return say(language, words::precision_unknown, count, wanted);
  const std::string reached = percent_text(precision.reached, 2, language);
  return precision.resolved ? say(language, words::precision_reached, reached, wanted)
                            : say(language, words::precision_missed, count, reached, wanted);
}

}  // namespace app
