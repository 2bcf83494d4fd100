#include "app/output/uncertainty.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "app/messages/analysis.hpp"
#include "app/messages/measures.hpp"
#include "app/messages/report.hpp"
#include "app/messages/uncertainty.hpp"
#include "app/output/csv.hpp"
#include "app/output/factors.hpp"
#include "app/output/number.hpp"
#include "app/output/table.hpp"
#include "scenarios/format/nearest.hpp"

namespace app {
namespace {

using analysis::Interval;
using analysis::known;
using analysis::result::UncertainResult;
using analysis::result::UncertaintyResult;
using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t most_rows = 10;  ///< of assumptions

bool excludes_zero(const Interval& interval) {
  return known(interval.low) && known(interval.high) && (interval.low > 0 || interval.high < 0);
}

double largest_of(const UncertaintyResult& result) {
  double largest = 0;
  for (const UncertainResult& one : result.answers)
    if (known(one.uncertainty.mean)) largest = std::max(largest, std::fabs(one.uncertainty.mean));
  return largest;
}

std::string ends_of(const AmountScale& scale, const Interval& interval) {
  return known(interval.low) && known(interval.high) ? scale.number(interval.low) + " … " + scale.number(interval.high)
                                                     : std::string("–");
}

std::string answer_table(const UncertaintyResult& result, double confidence, Language language) {
  const AmountScale scale(result.unit, largest_of(result), language);
  Rows rows{{"", std::string{words::mean.in(language)}, std::string{words::of_simulation.in(language)},
             std::string{words::of_assumptions.in(language)}, std::string{words::of_both.in(language)},
             std::string{words::best_of_draws.in(language)}}};
  for (std::size_t i = 0; i < result.answers.size(); ++i) {
    const UncertainResult& one = result.answers[i];
    rows.push_back({one.against.empty() ? one.system : say(language, words::minus, one.system, one.against),
                    one.against.empty() ? scale.number(one.uncertainty.mean) : scale.change(one.uncertainty.mean),
                    ends_of(scale, one.uncertainty.simulation), ends_of(scale, one.uncertainty.assumptions),
                    ends_of(scale, one.uncertainty.total),
                    i < result.share_best.size() ? share_with_interval(result.share_best[i], language) : ""});
  }
  return paragraph(measure_title(result.measure, language) + ", " +
                   say(language, words::intervals_of, percent_text(confidence, language),
                       result.answers.back().against.empty() ? scale.unit() : scale.unit_with_differences())) +
         folded_table(rows);
}

/// What can be said of a difference.
std::string told(const UncertaintyResult& result, const UncertainResult& one, double confidence, Language language) {
  const analysis::Uncertainty& split = one.uncertainty;
  if (!known(split.mean) || !known(split.total.low)) return "";
  if (excludes_zero(split.total)) {
    const AmountScale scale = AmountScale(result.unit, std::fabs(split.mean), language).of_differences();
    const Phrase& side = split.mean > 0 ? words::above_other : words::below_other;
    return say(language, words::sure_in_spite, one.system, say(language, side, one.against),
               scale.amount(std::fabs(split.mean)), scale.number(split.total.low), scale.number(split.total.high),
               percent_text(confidence, language));
  }
  const Phrase& phrase = !excludes_zero(split.simulation)   ? words::nothing_decides
                         : excludes_zero(split.assumptions) ? words::both_decide
                                                            : words::assumptions_decide;
  return say(language, phrase, one.system, one.against);
}

/// What a small number of draws leaves of the assumptions' interval; empty where they are many.
std::string few_draws_text(const UncertaintyResult& result, double confidence, Language language) {
  constexpr std::uint64_t many = 200;
  if (result.draws >= many) return "";
  const double needed = std::ceil(2 / (1 - confidence) - 1 - 1e-6);  // the smallest n with (n + 1)α/2 >= 1
  if (static_cast<double>(result.draws) < needed)
    return paragraph(
        say(language, words::too_few_draws, percent_text(confidence, language), grouped(needed, 0, language)));
  return paragraph(say(language, words::few_draws, grouped(many, language)));
}

std::string worth_table(const UncertaintyResult& result, double confidence, Language language) {
  std::vector<const analysis::ValueOfKnowing*> found;
  for (const analysis::ValueOfKnowing& one : result.worth)
    if (one.resolved) found.push_back(&one);
  if (found.empty()) return paragraph(std::string{words::nothing_worth.in(language)});
  std::stable_sort(found.begin(), found.end(),
                   [](const auto* a, const auto* b) { return a->value.value > b->value.value; });
  const AmountScale scale = AmountScale(result.unit, found.front()->value.value, language).of_differences();
  Rows rows{{std::string{words::assumption.in(language)}, std::string{words::from_low_to_high.in(language)},
             say(language, words::worth_knowing, scale.unit()),
             say(language, words::interval, percent_text(confidence, language))}};
  const std::size_t shown = std::min(found.size(), most_rows);
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& factor = result.factors[found[i]->factor];
    rows.push_back({factor.path, factor_range(factor, language), scale.number(found[i]->value.value),
                    ends_of(scale, found[i]->value.interval)});
  }
  std::string text = "\n" + long_table(rows);
  if (shown < found.size())
    text += "  … " + say(language, words::all_in_json, grouped(std::uint64_t{found.size() - shown}, language)) + "\n";
  constexpr double by_chance = 0.05;  // of the floor
  const double all = static_cast<double>(result.worth.size());
  return text + paragraph(say(language, words::worth_explained, grouped(all * by_chance, all < 20 ? 1 : 0, language),
                              grouped(std::uint64_t{result.worth.size()}, language)));
}

}  // namespace

std::string uncertainty_text(const UncertaintyResult& uncertainty, double confidence, Language language) {
  const auto count = [&](std::size_t number) { return grouped(std::uint64_t{number}, language); };
  std::string text =
      paragraph(say(language, words::drawn, measure_title(uncertainty.measure, language),
                    count(uncertainty.factors.size()), count(uncertainty.draws), count(uncertainty.replications))) +
      "\n";
  std::vector<std::string> missing;
  std::size_t departments = 0;
  for (const UncertainResult& one : uncertainty.answers) {
    if (!one.against.empty()) continue;
    ++departments;
    if (!known(one.uncertainty.mean)) missing.push_back(one.system);
  }
  if (!missing.empty()) text += paragraph(say(language, words::without_value_at_some, scenarios::joined(missing)));
  if (departments > 1 && uncertainty.best.empty()) text += paragraph(std::string{words::no_choice.in(language)});
  for (std::size_t i = 0; i < uncertainty.share_best.size(); ++i) {
    if (uncertainty.answers[i].system != uncertainty.best) continue;
    const AmountScale scale =
        AmountScale(uncertainty.unit, uncertainty.everything.interval.high, language).of_differences();
    text += paragraph(say(language, words::to_choose, uncertainty.best,
                          share_with_interval(uncertainty.share_best[i], language),
                          scale.amount(uncertainty.everything.value), ends_of(scale, uncertainty.everything.interval),
                          percent_text(confidence, language)));
    if (!uncertainty.moved) text += paragraph(std::string{words::not_moved.in(language)});
  }
  for (const UncertainResult& one : uncertainty.answers)
    if (!one.against.empty())
      if (const std::string sentence = told(uncertainty, one, confidence, language); !sentence.empty())
        text += paragraph(sentence);
  text += "\n" + answer_table(uncertainty, confidence, language) + few_draws_text(uncertainty, confidence, language);
  if (!uncertainty.worth.empty()) text += worth_table(uncertainty, confidence, language);
  return text;
}

std::string uncertainty_csv(const UncertaintyResult& uncertainty) {
  std::string text = "department,against,assumption,unit,figure,value,low,high\n";
  const auto line = [&](const UncertainResult* who, const analysis::result::FactorResult* factor, const char* figure,
                        double value, const Interval& interval = {}) {
    text += csv_field(who == nullptr ? "" : who->system) + "," + csv_field(who == nullptr ? "" : who->against) + "," +
            csv_field(factor == nullptr ? "" : factor->path) + "," + csv_field(uncertainty.unit) + "," + figure +
            csv_numbers({value, interval.low, interval.high}) + "\n";
  };
  for (std::size_t i = 0; i < uncertainty.answers.size(); ++i) {
    const UncertainResult& one = uncertainty.answers[i];
    line(&one, nullptr, "simulation", one.uncertainty.mean, one.uncertainty.simulation);
    line(&one, nullptr, "assumptions", one.uncertainty.mean, one.uncertainty.assumptions);
    line(&one, nullptr, "total", one.uncertainty.mean, one.uncertainty.total);
    if (i < uncertainty.share_best.size())
      line(&one, nullptr, "share_best", uncertainty.share_best[i].value, uncertainty.share_best[i].interval);
  }
  if (!uncertainty.best.empty())
    line(nullptr, nullptr, "everything", uncertainty.everything.value, uncertainty.everything.interval);
  for (const analysis::ValueOfKnowing& one : uncertainty.worth)
    line(nullptr, &uncertainty.factors[one.factor], "worth", one.value.value, one.value.interval);
  return text;
}

}  // namespace app
